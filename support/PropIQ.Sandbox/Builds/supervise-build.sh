# Runs a command, with whatever it starts, for as long as standard input stays open.
# The other end of standard input is held by the sandbox: however that ends, this notices.
#   $1 the file that takes the output   the rest: the command
# A line "kill" on standard input ends everything at once, as a crash would; the end of input asks first.
log=$1
shift
exec 3<&0 </dev/null >>"$log" 2>&1

# An interrupt in a terminal reaches this process too; only the end of input may end it. Not ignored, which the command would inherit.
trap : INT TERM HUP

# A group of its own, so that all of it can be ended and nothing else is.
if command -v setsid >/dev/null 2>&1; then
    setsid "$@" 3<&- &
else
    perl -e 'setpgrp(0, 0); exec { $ARGV[0] } @ARGV or die "$ARGV[0]: $!\n"' -- "$@" 3<&- &
fi
build=$!

(
    trap '' INT TERM HUP
    order=
    read -r order <&3
    if [ "$order" != kill ]; then
        kill -s TERM -- "-$build" 2>/dev/null
        tries=0
        while kill -s 0 -- "-$build" 2>/dev/null && [ "$tries" -lt 50 ]; do
            tries=$((tries + 1))
            sleep 0.1
        done
    fi
    kill -s KILL -- "-$build" 2>/dev/null
) &
watch=$!
exec 3<&-

while :; do
    wait "$build"
    status=$?
    # A signal ends the waiting, too.
    kill -s 0 -- "$build" 2>/dev/null || break
done
# What the command left running goes with it.
kill -s KILL -- "-$build" 2>/dev/null
kill -s KILL -- "$watch" 2>/dev/null
exit "$status"
