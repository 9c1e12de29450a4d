#!/usr/bin/env bash
# Run verify as the action is asked to, and write what it found into the outputs of the step.
# Everything comes by environment, one value a line where there are several; nothing is evaluated.
set -euo pipefail

arguments=()
while IFS= read -r path; do
  if [ -z "$path" ]; then continue; fi
  case "$path" in
    -*) arguments+=("./$path") ;;
    *) arguments+=("$path") ;;
  esac
done <<< "${VERIFY_PATHS:-}"
while IFS= read -r format; do
  if [ -n "$format" ]; then arguments+=(-f "$format"); fi
done <<< "${VERIFY_FORMATS:-}"
if [ -n "${VERIFY_REGISTRY:-}" ]; then arguments+=("--registry=$VERIFY_REGISTRY"); fi
if [ -n "${VERIFY_BASELINE:-}" ]; then arguments+=("--baseline=$VERIFY_BASELINE"); fi
if [ -n "${VERIFY_HISTORY:-}" ]; then arguments+=("--history=$VERIFY_HISTORY"); fi
if [ -n "${VERIFY_CHANGED_SINCE:-}" ]; then arguments+=("--changed-since=$VERIFY_CHANGED_SINCE"); fi
if [ -n "${VERIFY_CONTACT:-}" ]; then arguments+=("--contact=$VERIFY_CONTACT"); fi
if [ "${VERIFY_OFFLINE:-true}" = true ]; then arguments+=(--offline); fi
arguments+=("--fail-on=${VERIFY_FAIL_ON:-error}" -f github)

reports=reports
rm -f "$reports/report.json" "$reports/summary.md"
code=0
mkdir -p "$reports"
GITHUB_STEP_SUMMARY="$reports/summary.md" "${VERIFY_COMMAND:-verify}" "${arguments[@]}" --reports-dir="$reports" || code=$?
if [ "${VERIFY_SUMMARY:-true}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$reports/summary.md" ]; then
  cat "$reports/summary.md" >> "$GITHUB_STEP_SUMMARY"
fi

# Only numbers and words of our own go into the outputs.
python3 - "$code" "$reports/report.json" >> "${GITHUB_OUTPUT:-/dev/null}" <<'PYTHON'
import json
import sys

code, path = sys.argv[1:]
told = {"exit_code": code, "status": "none", "new": 0, "fixed": 0, "blocked": 0, "report-path": path}
try:
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    told["status"] = report["run"]["status"]
    told |= {name: report["counts"][name] for name in ("new", "fixed", "blocked")}
except (OSError, ValueError, KeyError):
    pass  # verify has said on the log why there is no report
print("\n".join(f"{name}={value}" for name, value in told.items()))
PYTHON

case "$code" in
  3) echo "::notice title=verify::something could not be checked; nothing worse was found" ;;
  0) ;;
  *) exit "$code" ;;
esac
