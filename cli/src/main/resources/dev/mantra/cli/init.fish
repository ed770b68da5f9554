# Records the commands below with mantra: mantra init fish | source

# Runs its arguments, recorded where that makes sense; the exit status is theirs.
function __mantra_record
    if test -n "$MANTRA_REC"; or not isatty stdin; or not isatty stdout; or not command --search --quiet mantra
        command $argv
        return
    end
    set --local modes (command stty -g 2>/dev/null)
    command mantra rec -- $argv
    set --local code $status
    if test $code -eq 137
        # mantra was killed and could not clean up: line mode, then everything a program may have left on.
        test -z "$modes"; or command stty $modes 2>/dev/null
        printf '\033\\\\\033[?2026l\0337\033[?1049l\033[<u\033[=0;1u'
        printf '\033[?9;1000;1001;1002;1003l\033[?1005;1006;1015;1016l\033[?1004;2004l\033[>4;0m'
        printf '\033[?1l\033>\033[4l\033[?7h\033[?25h\033[0 q\033(B\017\033[0m\r\n'
    end
    return $code
end

