#!/usr/bin/env bash
# What a request costs the one who sends it: the simulator beside wrk (one endpoint, as fast as it goes) and beside artillery (one
# journey at one rate). Processor seconds and memory are of the whole process, its start included.
# Needs wrk, GNU time, jq and curl on the PATH, and artillery (ARTILLERY=…/artillery, else on the PATH). Takes about three minutes.
#   docs/load-comparison/compare.sh [seconds]
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-30}
here=docs/load-comparison
source "$here/serve.sh"

# name, requests, then user and system seconds and KiB as GNU time has them
row() { awk -v name="$1" -v requests="$2" 'END { printf "| %s | %d | %.2f | %.0f | %.0f |\n", name, requests, $1 + $2, ($1 + $2) * 1e6 / requests, $3 / 1024 }' "$3"; }
timed() { local to=$1; shift; command time -f '%U %S %M' -o "$to" "$@" > "$to.out" 2>&1 || test $? -eq 4 || { cat "$to.out" >&2; exit 1; }; }
requests() { jq .metrics.http_reqs.count "$1"; }

echo "| Client | Requests | CPU s | CPU µs a request | Memory MB |"
echo "|---|---:|---:|---:|---:|"
timed "$work/wrk" wrk -t 1 -c 10 -d "${seconds}s" "$PROPIQ_BASE_URL/health"
row "wrk, one endpoint" "$(sed -n 's/^ *\([0-9]*\) requests in.*/\1/p' "$work/wrk.out")" "$work/wrk"
timed "$work/sim" $simulator load --vus 10 --think-time 0 --journey health --source-addresses 1 --duration "${seconds}s" --seed 1 --output "$work/one.json"
row "the simulator, the same endpoint" "$(requests "$work/one.json")" "$work/sim"

export SECONDS_LOADED=$seconds
for number in $(seq $((seconds * 6))); do
  echo "compare+$$.n$number@simulated.propiq.test,SimLoad2025!Go" >> "$work/accounts.csv"
done
while IFS=, read -r email password; do
  curl -sSf -o /dev/null -H "X-PropIQ-Testing-Secret: $PROPIQ_TESTING_SECRET" --json "{\"email\":\"$email\",\"password\":\"$password\",\"tier\":\"pro\"}" "$PROPIQ_BASE_URL/testing/users"
done < "$work/accounts.csv"
cp "$here/journey.yml" "$work"
timed "$work/artillery" "${ARTILLERY:-artillery}" run --output "$work/artillery.json" "$work/journey.yml"
row "artillery, the journey" "$(jq '.aggregate.counters["http.responses"]' "$work/artillery.json")" "$work/artillery"
timed "$work/journey" $simulator load --rate 6 --journey login,profile,history,profile,history,profile,history,profile,history,pricing \
  --think-time 0 --max-vus $((seconds * 6)) --source-addresses 1 --duration "${seconds}s" --seed 1 --output "$work/journey.json"
row "the simulator, the same journey" "$(requests "$work/journey.json")" "$work/journey"
