#!/usr/bin/env bash
# Keep one issue about what verify found: open or update it where there are findings, close it where there are none.
# Nothing is done where the run concludes nothing: after an outage, a wrong configuration or an internal error.
set -euo pipefail

marker='<!-- verify: the rolling issue -->'
title='verify: sources to look at'
body="${RUNNER_TEMP:-/tmp}/verify-issue.md"

case "${VERIFY_EXIT_CODE:-}:${VERIFY_STATUS:-}" in
  *:outage) echo "an outage: the issue stays as it is"; exit 0 ;;
  0:complete | 1:complete | 1:partial | 3:partial) ;;
  *) echo "this run concludes nothing: the issue stays as it is"; exit 0 ;;
esac

# GitHub takes 65,536 characters; lines are dropped whole.
python3 - "$marker" "${VERIFY_REPORTS:-reports}/summary.md" > "$body" <<'PYTHON'
import sys

marker, path = sys.argv[1:]
size = 0
print(marker)
with open(path, encoding="utf-8") as file:
    for line in file:
        size += len(line)
        if size > 60_000:
            print("\nMore stands in the report of the run.")
            break
        print(line, end="")
PYTHON

found=$(gh issue list --label verify --state all --limit 200 --json number,state,body | python3 -c '
import json
import sys

marker = sys.argv[1]
mine = [each for each in json.load(sys.stdin) if marker in each["body"]]
for each in sorted(mine, key=lambda each: each["number"])[:1]:
    print(each["number"], each["state"])
' "$marker")
read -r number state <<< "$found" || true

if [ "$VERIFY_EXIT_CODE" = 1 ]; then
  if [ -z "${number:-}" ]; then
    gh label create verify --color 1d76db --description "kept by verify" --force
    gh issue create --title "$title" --label verify --body-file "$body"
  else
    gh issue edit "$number" --body-file "$body"
    if [ "$state" != OPEN ]; then gh issue reopen "$number"; fi
  fi
elif [ -n "${number:-}" ] && [ "$state" = OPEN ]; then
  gh issue edit "$number" --body-file "$body"
  # An incomplete run has found nothing, and that is no proof that there is nothing.
  if [ "$VERIFY_EXIT_CODE" = 0 ]; then gh issue close "$number" --comment "Nothing is found any more."; fi
fi
