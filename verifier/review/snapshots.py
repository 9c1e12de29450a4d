"""What is known of a snapshot, in words: its verdict, the chain of hops, how far it is off, and better ones."""

from markupsafe import Markup

from verifier.model.snapshots import ArchiveRow, HopRow
from verifier.review.html import NOTHING, definitions, joined, link, listed, put, tag, text
from verifier.text import counted

WORDS = {  # what an editor is told; the verdict's own name stands behind it
    "present": "it plays back, the capture asked for",
    "present-near": "it plays back, from a capture close to the one asked for",
    "redirect-ok": "it plays back, through a redirect that ends at the page",
    "wrong-date": "the archive has the page, but no capture of that time",
    "redirect-bad": "it leads somewhere else than to the page",
    "error-capture": "the archive kept an error page instead of the page",
    "soft-404": "the archive kept a page that says that the page is gone",
    "wrong-page": "the archive kept another page than the one cited",
    "absent": "it is not archived",
    "malformed": "the address cannot be that of a snapshot",
    "untrusted-host": "it is on no archive to rely on",
    "excluded": "the archive may not show it, which is not the same as absent",
    "unknown": "not known: there was no answer, which is not the same as absent",
}
_WORDS = {"before-publication": "it is older than the page that it should show"}  # a reason that says it better
_UNITS = ((31_557_600, "year"), (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


def verdict(archive: ArchiveRow | None) -> Markup:
    """Return the verdict on a snapshot with its evidence."""
    if archive is None:
        return Markup("not known: there is no archive URL to look up")
    name = f"{archive['verdict']}, {archive['reason']}" if archive["reason"] else archive["verdict"]
    told = put(
        "<strong>{}</strong> ({})",
        text(_WORDS.get(archive["reason"] or "") or WORDS.get(archive["verdict"], archive["verdict"])),
        text(name),
    )
    if not archive["evidence"]:
        return told
    answers = listed([text(each) for each in archive["evidence"]])
    return told + put("<details><summary>What was answered</summary>{}</details>", answers)


def details(archive: ArchiveRow | None) -> Markup:
    """Return what stands behind the verdict: times, hops, other services, better snapshots."""
    if archive is None:
        return NOTHING
    facts = []
    if archive["asked"]:
        facts.append(("Asked for", text(_moment(archive["asked"]))))
    if archive["played"]:
        facts.append(("Plays", text(f"{_moment(archive['played'])}{_drift(archive['drift'])}")))
    if archive["hops"]:
        items = joined([tag("li", _hop(each)) for each in archive["hops"]])
        facts.append(("Way there", put('<ol class="facts">{}</ol>', items)))
    facts += [("Other witness", text(f"{each['service']}: {each['said']}")) for each in archive["witnesses"]]
    for better in archive["proposals"]:
        sure = "it plays back" if better["sure"] else "not sure"
        facts.append(("Better", link(better["new"]) + text(f" {better['why']} ({sure})")))
    return definitions(facts) if facts else NOTHING


def _hop(hop: HopRow) -> Markup:
    led = put(" to {}", text(hop["location"])) if hop["location"] else NOTHING
    return put("{} <em>{}</em>{}", text(hop["url"]), text(f"{hop['status']}, {hop['meaning']}"), led)


def _moment(stamp: str) -> str:
    """Return a stamp of 14 digits as people write it."""
    if len(stamp) != 14 or not stamp.isdecimal():
        return stamp
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]} {stamp[8:10]}:{stamp[10:12]}:{stamp[12:]} UTC"


def _drift(seconds: int | None) -> str:
    if not seconds:
        return ""
    size, name = next((size, name) for size, name in _UNITS if abs(seconds) >= size)
    return f", {counted(abs(seconds) // size, name)} {'later' if seconds > 0 else 'earlier'} than asked"
