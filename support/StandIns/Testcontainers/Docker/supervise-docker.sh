# Keeps one throw-away PostgreSQL container for as long as standard input stays open, then removes it and its volume.
#   $1 the docker command   $2 the container's name   the rest: what docker run takes
docker=$1 name=$2
shift 2
trap '' INT TERM HUP PIPE

"$docker" run --detach --rm --name "$name" "$@" </dev/null >/dev/null || exit 1
while read -r _; do :; done
"$docker" rm --force --volumes "$name" >/dev/null 2>&1
