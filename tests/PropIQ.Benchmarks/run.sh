#!/usr/bin/env bash
# Writes docs/benchmarks.md: pieces, whole processes, the reference API's endpoints, the simulator under load and, where wrk and
# artillery are there, beside them. Takes about a quarter of an hour on a quiet machine, and says how quiet it was.
#   tests/PropIQ.Benchmarks/run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_NOLOGO=1
here=tests/PropIQ.Benchmarks results=$PWD/artifacts/benchmark-pieces out=$PWD/artifacts/benchmarks.md
load() { cut -d' ' -f1-3 /proc/loadavg; }
before=$(load)
dotnet build -v q --nologo >&2
dotnet run -c Release --project "$here" -- --filter '*' --artifacts "$results" >&2

{
    echo "# Benchmarks"
    echo
    echo "Written by \`$here/run.sh\`."
    echo
    echo "| Where | |"
    echo "|---|---|"
    echo "| when, revision | $(date -u +%F), $(git rev-parse --short HEAD) |"
    echo "| machine | $(nproc) cores of $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo) |"
    postgres=$(compgen -G '/usr/lib/postgresql/*/bin/postgres' | tail -n 1 || true)
    echo "| versions | $(. /etc/os-release && echo "$PRETTY_NAME"), .NET SDK $(dotnet --version), $("${postgres:-postgres}" --version 2>/dev/null || echo 'PostgreSQL in a container') |"
    echo
    "$here/processes.sh"
    echo
    "$here/endpoints.sh"
    echo
    "$here/load.sh"
    if command -v wrk >/dev/null && command -v "${ARTILLERY:-artillery}" >/dev/null; then
        printf '\n## The simulator beside others\n\n'
        docs/load-comparison/compare.sh
    fi
    printf '\n## Pieces\n\nBenchmarkDotNet, short runs; the error is half of the 99.9 %% confidence interval.\n'
    for table in "$results"/results/*-report-github.md; do
        printf '\n'
        grep '^|' "$table"
    done
    printf '\nLoad average before and after: %s; %s.\n' "$before" "$(load)"
} >"$out"
mv "$out" docs/benchmarks.md
echo "Wrote docs/benchmarks.md"
