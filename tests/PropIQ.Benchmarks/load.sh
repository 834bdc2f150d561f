#!/usr/bin/env bash
# Prints Markdown: the simulator under load beside the reference API: many users in one process; and one load in one process, then
# in four whose reports are merged. USERS=10000 and SECONDS_LOADED=90 are the default.
set -euo pipefail
cd "$(dirname "$0")/../.."
users=${USERS:-10000} seconds=${SECONDS_LOADED:-90}
source docs/load-comparison/serve.sh

# $1: how the run was called, whose report is $work/$1.json; the clients' processor time is a share of all cores.
row() {
    jq -r --arg name "$1" 'def ms: . * 10 | round / 10;
        "| \($name) | \(.metrics.http_reqs.count) | \(.metrics.http_reqs.rate | ms) | \(.metrics.http_req_failed.part) | \(.metrics.rate_limited) | \(.metrics.http_req_duration.med | ms) | \(.metrics.http_req_duration.p99 | ms) | \([.clients[].health.cpu_share] | add * 100 | round) % | \([.clients[].health.memory_megabytes_peak] | add | round) |"' "$work/$1.json"
}
requests=(--executor constant-arrival-rate --arrivals requests --poisson --rate 100 --max-vus 400 --think-time 1s --warm-up 5s --duration 30s)

printf '## The simulator under load\n\nUsers made of the personas; think times of 30 s and of 1 s; latencies from when a request was due; the reference API, PostgreSQL and the mocks share the machine.\n\n'
echo "| Load | requests | a second | failed | refused for haste | median ms | p99 ms | client's share of the cores | client MB |"
echo "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
load "$users users" --vus "$users" --think-time 30s --warm-up 30s --duration "${seconds}s"
row "$users users"
load "100 requests a second" "${requests[@]}"
row "100 requests a second"
shards=()
for shard in 1 2 3 4; do
    load "shard $shard" "${requests[@]}" --shard "$shard/4" &
    shards+=($!)
done
for shard in "${shards[@]}"; do wait "$shard"; done
$simulator report "$work"/shard\ ?.json --output "$work/the same in four shards.json" >"$work/merged.log" 2>&1 || test $? -eq 4 || { cat "$work/merged.log" >&2; exit 1; }
row "the same in four shards"
