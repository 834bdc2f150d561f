#!/usr/bin/env bash
# Prints Markdown: what the reference API answers a second, endpoint by endpoint, driven by the simulator on the same machine.
# SECONDS_EACH=10 is the default.
set -euo pipefail
cd "$(dirname "$0")/../.."
each=${SECONDS_EACH:-10}
source docs/load-comparison/serve.sh

printf '## The reference API\n\n300 virtual users without think time for %s s each; those who need a session log in after each ten requests, which costs as well; client, server, mocks and PostgreSQL share the machine. What is refused for haste is not counted as answered: 100 addresses of 20 a second are the most for calls without a session.\n\n' "$each"
echo "| Endpoint | answered a second | median ms | p95 ms | refused for haste |"
echo "|---|---:|---:|---:|---:|"
for action in health pricing calculator profile history chat; do
    ten=$(printf "$action,%.0s" {1..9})$action
    [[ health,pricing,calculator == *$action* ]] || ten=login,$ten
    load "$action" --vus 300 --think-time 0 --journey "$ten" --warm-up 3s --duration "${each}s"
    jq -r --arg action "$action" --argjson seconds "$each" '.by_action[] | select(.action == $action)
        | "| \($action) | \((.requests - .rate_limited) / $seconds | round) | \(.service.med | . * 10 | round / 10) | \(.service.p95 | . * 10 | round / 10) | \(.rate_limited) |"' "$work/$action.json"
done
