#!/usr/bin/env bash
# Warn where the nightly run rests: GitHub switches schedules off without a word where a repository is quiet for 60 days.
set -euo pipefail

days=8
newest=$(gh run list --workflow verify-live.yml --limit 1 --json createdAt | python3 -c '
import datetime as dt
import json
import sys

runs = json.load(sys.stdin)
if runs:
    began = dt.datetime.fromisoformat(runs[0]["createdAt"].replace("Z", "+00:00"))
    print((dt.datetime.now(dt.UTC) - began).days)
')
if [ -z "$newest" ]; then
  echo "::notice title=verify::the nightly run has not run yet; start it by hand under Actions"
elif [ "$newest" -gt "$days" ]; then
  echo "::warning title=verify::the nightly run was last begun $newest days ago; is its schedule still on?"
else
  echo "the nightly run was last begun $newest days ago"
fi
