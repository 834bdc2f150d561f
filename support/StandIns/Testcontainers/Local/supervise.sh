# Keeps one throw-away PostgreSQL for as long as standard input stays open, then leaves nothing behind.
# The other end of standard input is held by the process that wants the server: however that ends, this notices.
#   $1 the folder to make   $2 PostgreSQL's programs   $3 the user to run as (empty: this one)
#   $4 the port             $5 the superuser           $6 where a cluster is kept for the next time (empty: nowhere)
#   the rest: options of the server
# POSTGRES_PASSWORD is what the server keeps of the superuser's password.
folder=$1 programs=$2 user=$3 port=$4 superuser=$5 kept=$6
shift 6

# An interrupt in a terminal reaches this process too; only the end of input may end it.
trap '' INT TERM HUP PIPE
umask 077
cd /

as_user() {
    if [ -z "$user" ]; then
        exec "$@"
    elif command -v setpriv >/dev/null 2>&1; then
        exec setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@"
    elif command -v runuser >/dev/null 2>&1; then
        exec runuser -u "$user" -- "$@"
    else
        exec su -s /bin/sh "$user" -c 'exec "$0" "$@"' -- "$@"
    fi
}

# Immediately, without a checkpoint: the data is about to go. The postmaster's own file knows its number, also behind su.
stop_server() {
    tries=0
    while kill -0 "$server" 2>/dev/null && [ "$tries" -lt 50 ]; do
        postmaster=$(sed -n 1p "$folder/data/postmaster.pid" 2>/dev/null)
        kill -QUIT "${postmaster:-$server}" 2>/dev/null
        tries=$((tries + 1))
        sleep 0.1
    done
    kill -KILL ${postmaster:+"$postmaster"} "$server" 2>/dev/null
}

# Nobody waits while the files of a folder that is gone already are being removed.
finish() {
    if [ "$1" -ne 0 ]; then tail -n 20 "$folder/log" >&2; fi
    gone=$folder.gone
    mv "$folder" "$gone" || gone=$folder
    rm -rf "$gone" </dev/null >/dev/null 2>&1 &
    exit "$1"
}

# To make a cluster takes as long as all else together, and but for the superuser's password it is the same each time.
make_cluster() {
    (as_user "$programs/initdb" --pgdata="$folder/data" --username="$superuser" --pwfile="$folder/password" \
        --auth=scram-sha-256 --encoding=UTF8 --no-locale --no-sync --no-instructions) </dev/null
}

keep_cluster() {
    mkdir -p "$(dirname "$kept")" && tar -cf "$kept.$$" -C "$folder" data && mv "$kept.$$" "$kept"
    rm -f "$kept.$$"
}

take_kept_cluster() {
    (as_user tar -xf - -C "$folder") <"$kept" &&
        printf "alter role \"%s\" password '%s'\n" "$superuser" "$(cat "$folder/password")" |
        (as_user "$programs/postgres" --single -D "$folder/data" -c exit_on_error=on template1)
}

mkdir "$folder" || exit 1
printf '%s' "$POSTGRES_PASSWORD" >"$folder/password"
: >"$folder/log"
unset POSTGRES_PASSWORD
if [ -n "$user" ]; then chown -R "$user" "$folder"; fi

if [ ! -f "$kept" ] || ! take_kept_cluster >>"$folder/log" 2>&1; then
    rm -rf "$folder/data"
    make_cluster >>"$folder/log" 2>&1 || finish 1
    if [ -n "$kept" ]; then keep_cluster >>"$folder/log" 2>&1; fi
fi

exec 3<&0
(as_user "$programs/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= "$@") 3<&- </dev/null >>"$folder/log" 2>&1 &
server=$!

(
    while read -r _ <&3; do :; done
    stop_server
) &
keeper=$!
exec 3<&- </dev/null

wait "$server"
status=$?
kill -KILL "$keeper" 2>/dev/null

# Whatever it was, it shall not be kept.
if [ "$status" -ne 0 ] && [ -n "$kept" ]; then rm -f "$kept"; fi
finish "$status"
