"""One tool at work on the archive of bench.faulty, in a process of its own: what it says of each case, as JSON.

Called by bench.archives. "present" and "absent" are statements, "nothing" is none: an error, an exception, a refusal to
say. The tools ask over plain HTTP where the real ones use TLS; waybackpy then does not repeat what failed, which spares
it half a minute for each.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from bench.faulty import STAMP

WORKERS = 16
_SNAPSHOT = "{base}/web/{stamp}{mode}/http://example.org/{name}"
Say = Callable[[str], str]


def ours(base: str) -> Say:
    """Judge with the rules and the transport of this project, without lanes and retries."""
    from verifier.archives.wayback import ARCHIVE
    from verifier.model.registry import Reference
    from verifier.web.http import Http, Limits
    from verifier.web.reach import reach

    http = Http("bench", limits=Limits(0.5, 0.5, 1.0), reach=reach(base, []))

    def say(name: str) -> str:
        url = _SNAPSHOT.format(base="https://web.archive.org", stamp=STAMP, mode="", name=name)
        verdict = ARCHIVE.look(Reference(name, 1, archive_url=url), http).verdict.value
        return "nothing" if verdict in ("unknown", "excluded") else verdict

    return say


def waybackpy(base: str) -> Say:
    """Ask waybackpy for the captures of that second, as its documentation shows; no rows means absent."""
    from waybackpy import WaybackMachineCDXServerAPI
    from waybackpy.exceptions import NoCDXRecordFound

    def say(name: str) -> str:
        index = WaybackMachineCDXServerAPI(f"http://example.org/{name}", "bench", STAMP, STAMP)
        index.endpoint = f"{base}/cdx/search/cdx"
        try:
            return "present" if list(index.snapshots()) else "absent"
        except NoCDXRecordFound:
            return "absent"
        except Exception:  # whatever it raises, it makes no statement
            return "nothing"

    return say


def edgi(base: str) -> Say:
    """Ask EDGI's wayback for the capture of that second."""
    import wayback
    from requests.adapters import HTTPAdapter
    from wayback.exceptions import NoMementoError

    class Routed(HTTPAdapter):
        def send(self, request: Any, *args: Any, **named: Any) -> Any:
            meant = request.url
            request.url = re.sub("^https?://web.archive.org", base, meant)
            response = super().send(request, *args, **named)
            response.url = request.url = meant
            return response

    def say(name: str) -> str:
        session = wayback.WaybackSession(retries=0, timeout=0.5, search_calls_per_second=0, memento_calls_per_second=0)
        session.mount("https://web.archive.org", Routed())
        session.mount("http://web.archive.org", Routed())
        with wayback.WaybackClient(session) as client:
            try:
                found = client.get_memento(f"http://example.org/{name}", STAMP, exact=False)
                return "present" if found.ok and found.content is not None else "error-capture"
            except NoMementoError:
                return "absent"
            except Exception:  # whatever it raises, it makes no statement
                return "nothing"

    return say


TOOLS: dict[str, Callable[[str], Say]] = {
    "this project": ours,
    "waybackpy 3.0.6": waybackpy,
    "wayback 0.5.1 (EDGI)": edgi,
}


def lychee(base: str, names: list[str], folder: Path, program: str) -> dict[str, str]:
    """Check the snapshots' addresses; what lychee calls an error is a broken link, a timeout is no statement."""
    links = {_SNAPSHOT.format(base=base, stamp=STAMP, mode="", name=name): name for name in names}
    (folder / "links.md").write_text("".join(f"<{url}>\n\n" for url in links), "utf-8")
    options = ["--no-progress", "--format", "json", "--max-retries", "0", "--timeout", "1", "--max-concurrency", "16"]
    done = subprocess.run(
        [program, *options, "--host-concurrency", "16", "--host-request-interval", "0ms", str(folder / "links.md")],
        capture_output=True,
        text=True,
        check=False,
    )
    read = json.loads(done.stdout)
    said = dict.fromkeys(names, "present")
    for kind, statement in (("error_map", "absent"), ("timeout_map", "nothing")):
        for each in (row for rows in read.get(kind, {}).values() for row in rows):
            said[links[each["url"]]] = statement
    return said


def main() -> None:
    """Run the tool named; print what it says of the cases on standard input."""
    tool, base = sys.argv[1:3]
    names = sys.stdin.read().split()
    say = TOOLS[tool](base)
    with ThreadPoolExecutor(WORKERS) as pool:
        print(json.dumps(dict(zip(names, pool.map(say, names), strict=True))))


if __name__ == "__main__":
    main()
