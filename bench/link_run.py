"""One run of this project on the links of a folder, as a process of its own; started by bench.links.

`python -m bench.link_run FOLDER SPACING DAY`: the folder has an article, its registry, links.txt and ca.pem, SPACING is
the seconds between requests to one host.
"""

import datetime as dt
import sys
from collections import Counter

from verifier import api, files
from verifier.cli import collect_late


def main(folder: str, spacing: float, day: str) -> None:
    """Verify the registry in the folder as the command does; print how many links have each outcome."""
    collect_late()
    listed = files.read_bytes(f"{folder}/links.txt", 1_000_000).decode().split()
    manner = api.Manner(
        workers=64,  # with twice as many the wall time is the same, and each costs some CPU
        spacing=spacing,
        reach=api.reach(None, sorted({url.split("/")[2] for url in listed})),
        roots=f"{folder}/ca.pem",
        now=dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"),
    )
    transport = api.open_transport(f"{folder}/store", offline=False, manner=manner)
    job = api.Job(f"{folder}/article.txt", f"{folder}/references.toml", transport)
    report = api.verify([job], today=dt.date.fromisoformat(day), offline=False, topics=("live",))
    found = Counter(each["outcome"] for each in report["checks"] if each["kind"] == "live")
    dead = sum(each["rule"] == "link-dead" for each in report["findings"])
    print(f"{dead} link-dead, {found['suspect']} suspect, {found['blocked']} blocked, {found['ok']} ok")


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), sys.argv[3])
