package dev.mantra.cli;

/**
 * What {@code mantra} ends with. {@code mantra rec} ends with the recorded program's own status,
 * which is 128+n after a signal; the numbers above 63 are those of sysexits.h.
 */
enum ExitCode {
  OK(0, "it worked"),
  NOTHING(1, "nothing was found, or the answer is no: fsck found damage, doctor found trouble"),
  USAGE(2, "the command line cannot be understood"),
  BAD_DATA(65, "a file that was named is not what it should be"),
  INTERNAL(70, "an error in Mantra itself"),
  CANNOT_RECORD(73, "rec --strict cannot record"),
  IO(74, "a file could not be read or written"),
  NOT_EXECUTABLE(126, "rec: the command is there but cannot be run"),
  NOT_FOUND(127, "rec: there is no such command"),
  BROKEN_PIPE(141, "whoever read the output went away");

  private final int status;
  private final String meaning;

  ExitCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  int status() {
    return status;
  }

  String meaning() {
    return meaning;
  }
}
