# To be sourced, from the repository's root: builds the simulator ($simulator calls it), has it serve the reference API until the
# sourcing script ends, says where in PROPIQ_BASE_URL and PROPIQ_TESTING_SECRET, and defines load, which plays one. What is written to $work is gone afterwards. Needs jq.
work=$(mktemp -d)
dotnet build -c Release -v q --nologo support/PropIQ.Simulator >&2
simulator="dotnet exec $(find artifacts -path '*bin/PropIQ.Simulator/release/PropIQ.Simulator.dll' | head -n 1)"
mkfifo "$work/hold"
$simulator serve --until-input-ends --environment "$work/environment.json" <"$work/hold" >&2 &
served=$!
exec 9>"$work/hold"
trap 'exec 9>&-; wait $served || true; rm -rf "$work"' EXIT
until [ -s "$work/environment.json" ]; do kill -0 $served; sleep 0.2; done
PROPIQ_BASE_URL=$(jq -r .url "$work/environment.json")
PROPIQ_BASE_URL=${PROPIQ_BASE_URL%/}
PROPIQ_TESTING_SECRET=$(jq -r .testing_secret "$work/environment.json")
export PROPIQ_BASE_URL PROPIQ_TESTING_SECRET

# $1: the run's name, whose report is $work/$1.json; the rest: what is asked of the simulator. An unreliable run (4) is shown as it is.
load() {
    $simulator load "${@:2}" --seed 1 --output "$work/$1.json" >"$work/$1.log" 2>&1 || test $? -eq 4 || { cat "$work/$1.log" >&2; exit 1; }
}
