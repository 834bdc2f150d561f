#!/usr/bin/env bash
# A job page's summary from JUnit files: what ran, and the sentence of each failure. Usage: summarise-junit.sh NAME FOLDER
set -euo pipefail
name=$1 folder=$2
python3 - "$name" "$folder" <<'PY'
import pathlib, sys
import xml.etree.ElementTree as ET

name, folder = sys.argv[1], pathlib.Path(sys.argv[2])
cases = [case for file in sorted(folder.glob("*.xml")) for case in ET.parse(file).getroot().iter("testcase")]
failed = [case for case in cases if case.find("failure") is not None or case.find("error") is not None]
skipped = [case for case in cases if case.find("skipped") is not None]
print(f"## Acceptance, {name}\n")
if not cases:
    print("No test ran. The log above says why.")
    sys.exit(0)
print(f"**{len(cases) - len(failed) - len(skipped)} passed, {len(failed)} failed, {len(skipped)} skipped**\n")
for title, rows in (("Broken", failed), ("Not checked", skipped)):
    if rows:
        print(f"### {title}\n\n| Scenario | Why |\n|---|---|")
        for case in rows:
            told = next(child for child in case if child.tag in ("failure", "error", "skipped"))
            why = (told.get("message") or told.text or "").strip().splitlines()
            print(f"| {case.get('name')} | {(why[0] if why else '').replace('|', chr(92) + '|')} |")
        print()
PY
