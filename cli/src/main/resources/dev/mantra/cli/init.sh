# Records the commands below with mantra: eval "$(mantra init bash)", or zsh.

# Runs its arguments, recorded where that makes sense; the exit status is theirs.
function __mantra_record {
  if [ -n "${MANTRA_REC-}" ] || ! [ -t 0 ] || ! [ -t 1 ] || ! command -v mantra >/dev/null 2>&1; then
    command "$@"
    return
  fi
  local __mantra_modes __mantra_status
  __mantra_modes=$(command stty -g 2>/dev/null)
  __mantra_status=0
  command mantra rec -- "$@" || __mantra_status=$?
  if [ "$__mantra_status" -eq 137 ]; then
    # mantra was killed and could not clean up: line mode, then everything a program may have left on.
    [ -z "$__mantra_modes" ] || command stty "$__mantra_modes" 2>/dev/null
    printf '\033\\\033[?2026l\0337\033[?1049l\033[<u\033[=0;1u'
    printf '\033[?9;1000;1001;1002;1003l\033[?1005;1006;1015;1016l\033[?1004;2004l\033[>4;0m'
    printf '\033[?1l\033>\033[4l\033[?7h\033[?25h\033[0 q\033(B\017\033[0m\r\n'
  fi
  return "$__mantra_status"
}

