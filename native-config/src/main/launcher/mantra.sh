#!/bin/sh
# Starts Mantra on its own Java runtime. Generated: see native-config/src/main/launcher.
# As little as possible is run on the way, because every millisecond of it is felt.

# Where this file really lies.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
case $self in
  */*) home=${self%/*}/.. ;;
  *) home=.. ;;
esac
lib=$home/lib

# A closed descriptor would be taken by the first file the JVM opens.
command : <&0 2>/dev/null || exec 0</dev/null
command : >&1 2>/dev/null || exec 1>/dev/null
command : >&2 2>/dev/null || exec 2>/dev/null

# Options meant for other Java programs would break this one, or print into the terminal.
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS

# Should the JVM crash, its report must not land in the user's project.
state=${XDG_STATE_HOME:-${HOME:-/nonexistent}/.local/state}/mantra
[ -z "${MANTRA_HOME:-}" ] || state=$MANTRA_HOME/state

# Each way has a cache of its own: what is in a cache and not needed only makes the start slower.
# What works for minutes gets the full compiler, which costs all others more than it gives.
jars=@CLASS_PATH@
compiler=@QUICK_COMPILER@
case ${1:-} in
  rec)
    cache=rec memory=@REC_MEMORY@ jars=@REC_CLASS_PATH@
    # A shell drops and mends variables; the recorded program gets them as they were given to us.
    MANTRA_ENVIRON=$(LC_ALL=C base64 -w0 "/proc/$$/environ" 2>/dev/null)
    # More than that the system does not take in one variable.
    [ ${#MANTRA_ENVIRON} -lt 130000 ] || MANTRA_ENVIRON=
    export MANTRA_ENVIRON
    ;;
  emulate)
    cache=tools memory=@TOOLS_MEMORY@ compiler=@FULL_COMPILER@
    ;;
  index)
    cache=tools memory=@INDEX_MEMORY@
    # Behind a recording it is one session, for which better code would come too late.
    [ "${2:-}" = --behind ] || compiler=@BULK_COMPILER@
    ;;
  import)
    cache=tools memory=@IMPORT_MEMORY@ compiler=@BULK_COMPILER@
    ;;
  ls | grep | version)
    cache=find memory=@TOOLS_MEMORY@
    ;;
  search)
    cache=search memory=@TOOLS_MEMORY@
    ;;
  *)
    cache=tools memory=@TOOLS_MEMORY@
    ;;
esac

exec "$home/runtime/bin/mantra" \
  -XX:AOTCache="$lib/$cache.aot" \
  -XX:ErrorFile="$state/hs_err_%p.log" \
  -Dmantra.home="$home" \
  -Dorg.sqlite.lib.path="$lib" -Dorg.sqlite.tmpdir="$lib" \
  $memory \
  @OPTIONS@ \
  $compiler \
  -cp "$jars" \
  dev.mantra.cli.Main "$@"
