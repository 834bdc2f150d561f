#!/usr/bin/env bash
# Measures whole processes and prints Markdown: what a build and a run of generated scenarios cost against plain facts, what a build
# costs after a feature was touched, and what a run of all features costs. Ratios are taken within one run, pair by pair, so that a
# busy machine spoils both sides alike. Needs the solution built. RUNS=5 is the default.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${RUNS:-5} scenarios=200 steps=8
root=$PWD/artifacts/benchmarks log=$PWD/artifacts/benchmarks/log
export DOTNET_NOLOGO=1 ArtifactsPath=$root/artifacts

# project NAME: what both projects have in common.
project() {
    mkdir -p "$root/$1"
    cat >"$root/$1/$1.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    $2
    <TestingPlatformDotnetTestSupport>true</TestingPlatformDotnetTestSupport>
    <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="xunit.v3" />
    $3
  </ItemGroup>
</Project>
XML
}

write_facts() {
    project Facts "" ""
    for ((class = 0; class < scenarios / 10; class++)); do
        echo "public sealed class Facts$class {"
        for ((fact = 0; fact < 10; fact++)); do
            printf '[Xunit.Fact(DisplayName = "Scenario %d of %d")] public void F%d() {' "$fact" "$class" "$fact"
            for ((step = 0; step < steps; step++)); do printf ' Step(%d);' "$step"; done
            echo ' }'
        done
        echo 'private static void Step(int _) { } }'
    done >"$root/Facts/Facts.cs"
}

write_scenarios() {
    project Scenarios "<UsesReqnroll>features</UsesReqnroll>" '<ReqnrollFeatureFiles Include="*.feature" Link="%(Filename)%(Extension)" />'
    for ((feature = 0; feature < scenarios / 10; feature++)); do
        {
            echo "Feature: Feature $feature"
            for ((scenario = 0; scenario < 10; scenario++)); do
                echo "  Scenario: Scenario $scenario of $feature"
                for ((step = 0; step < steps; step++)); do echo "    * step number $step is taken"; done
            done
        } >"$root/Scenarios/feature$feature.feature"
    done
    cat >"$root/Scenarios/Steps.cs" <<'CS'
using Reqnroll;

[Binding]
public sealed class Steps
{
    [Given("step number {int} is taken")]
    public void Taken(int _) { }
}
CS
    # As in the acceptance project: messages off, since facts write none either.
    echo '{ "$schema": "https://schemas.reqnroll.net/reqnroll-config-latest.json" }' >"$root/Scenarios/reqnroll.json"
}

# took FILE COMMAND…: adds "wall cpu" in seconds to FILE.
took() {
    local file=$1 TIMEFORMAT='%R %U %S' times
    shift
    times=$({ time "$@" >>"$log" 2>&1; } 2>&1) || { echo "failed: $*; see $log" >&2; exit 1; }
    awk '{ print $1, $2 + $3 }' <<<"$times" >>"$file"
}

# median FILE COLUMN and spread FILE COLUMN (lowest to highest).
median() { awk -v c="$2" '{ print $c }' "$1" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
spread() { awk -v c="$2" '{ print $c }' "$1" | sort -n | sed -n '1p;$p' | paste -sd- | sed 's/-/ to /'; }
ratio() { awk -v a="$(median "$1" "$3")" -v b="$(median "$2" "$3")" 'BEGIN { printf "%.2f", a / b }'; }
row() { echo "| $1 | $(median "$2" 1) s | $(spread "$2" 1) | $(median "$2" 2) s | $(spread "$2" 2) |"; }

rm -rf "$root"
mkdir -p "$root/times"
write_facts
write_scenarios
for name in Facts Scenarios; do dotnet build "$root/$name" >>"$log" 2>&1 || { echo "$name does not build: see $log" >&2; exit 1; }; done
for ((run = 0; run < runs; run++)); do
    for name in Facts Scenarios; do
        took "$root/times/build-$name" dotnet build "$root/$name" -t:Rebuild --no-restore --no-dependencies
        took "$root/times/run-$name" "$root/artifacts/bin/$name/debug/$name"
    done
done
unset ArtifactsPath
features=tests/PropIQ.Acceptance.Tests
touched=features/personas/frank.feature
[[ -f $touched ]] || { echo "$touched is gone: name another feature to be touched." >&2; exit 1; }
for ((run = 0; run < runs; run++)); do
    touch "$touched"
    took "$root/times/touched" dotnet build "$features" --no-restore
    took "$root/times/features" dotnet test --project "$features" --no-build
    took "$root/times/program" "artifacts/stand-ins/bin/PropIQ.Acceptance.Tests/debug/PropIQ.Acceptance.Tests"
done
scenarios_played=$(grep -oE 'total: [0-9]+' "$log" | tail -n 1 | grep -oE '[0-9]+')

echo "## Scenarios against plain facts"
echo
echo "$scenarios scenarios of $steps empty steps in $((scenarios / 10)) features, and as many facts; stand-ins; each built from nothing, with what it refers to built before. Medians of $runs runs, then the lowest and the highest; processor time is user and system time with all child processes."
echo
echo "| | wall | spread | processor | spread |"
echo "|---|---|---|---|---|"
row "building the facts" "$root/times/build-Facts"
row "building the scenarios" "$root/times/build-Scenarios"
row "running the facts" "$root/times/run-Facts"
row "running the scenarios" "$root/times/run-Scenarios"
echo
echo "Building scenarios takes $(ratio "$root/times/build-Scenarios" "$root/times/build-Facts" 1) times as long as facts ($(ratio "$root/times/build-Scenarios" "$root/times/build-Facts" 2) by processor time)."
awk -v a="$(median "$root/times/run-Scenarios" 1)" -v b="$(median "$root/times/run-Facts" 1)" -v c="$(median "$root/times/run-Scenarios" 2)" -v d="$(median "$root/times/run-Facts" 2)" -v n=$((scenarios * steps)) \
    'BEGIN { printf "A step costs %.2f ms more than none (%.2f ms by processor time).\n", (a - b) * 1000 / n, (c - d) * 1000 / n }'
printf '\n## The features\n\n%s scenarios; password hashing is light (100 iterations).\n\n| | wall | spread | processor | spread |\n|---|---|---|---|---|\n' "$scenarios_played"
row "building after a feature was touched" "$root/times/touched"
row "\`dotnet test --no-build\`, to the result and the page" "$root/times/features"
row "of that, the test program" "$root/times/program"
