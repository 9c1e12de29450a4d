"""Have every captured page judged that a claim cites: in a process of its own, which is ended when its time is up."""

import base64
import json
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from verifier.language import is_english
from verifier.model.article import Article
from verifier.model.evidence import ArchiveVerdict, Evidence, Lookup
from verifier.model.registry import Reference, Registry
from verifier.model.support import Assessment, FactStatus, FieldCheck, PageCheck, Passage, Stated, Support, Tried
from verifier.urls import redact_in

if TYPE_CHECKING:
    import subprocess

SECONDS = 20.0  # that one page may take with all its claims
_GOOD = (ArchiveVerdict.PRESENT, ArchiveVerdict.PRESENT_NEAR, ArchiveVerdict.REDIRECT_OK)
_WHY = {
    ArchiveVerdict.UNKNOWN: "what its snapshot holds is not known",
    ArchiveVerdict.EXCLUDED: "its snapshot is excluded from the archive, so it cannot be read",
    ArchiveVerdict.ABSENT: "the archive has no such snapshot",
    ArchiveVerdict.MALFORMED: "its archive URL is malformed",
    ArchiveVerdict.UNTRUSTED_HOST: "the host of its archive URL is not read",
}
_CHILD = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from verifier.support import work; work.main()"

Cites = Mapping[int, Sequence[str]]


def assess(
    article: Article,
    claim_ids: Sequence[str],
    cites: Cites,
    registry: Registry | None,
    evidence: Evidence,
    seconds: float = SECONDS,
) -> Support:
    """Return what the captured pages say of the claims that cite them, and of their own citations.

    `cites` are the ids of the references of each claim, by index. A page that takes longer than `seconds` is not
    judged.
    """
    made: list[Assessment] = []
    checks: list[PageCheck] = []
    with Worker(seconds) as worker:
        for reference in registry.references if registry else ():
            lookup = evidence.lookup(reference.id)
            claims = _claims(article, claim_ids, cites, reference)
            if lookup is None or lookup.verdict not in _GOOD or lookup.capture is None:
                made += _unavailable(reference, lookup, claims)
                continue
            answer = worker.ask(_job(article, reference, lookup, claims))
            found, check = _read(answer, reference, claims)
            made += found
            checks.append(check)
    return Support(tuple(sorted(made, key=lambda each: claim_ids.index(each.claim))), tuple(checks))


def self_test(
    article: Article,
    claim_ids: Sequence[str],
    cites: Cites,
    registry: Registry | None,
    evidence: Evidence,
    seconds: float = SECONDS,
) -> Iterator[Tried]:
    """Yield, for each supported claim and each of its facts, whether a change of that fact would have been noticed."""
    with Worker(seconds) as worker:
        for reference in registry.references if registry else ():
            lookup = evidence.lookup(reference.id)
            if lookup is None or lookup.verdict not in _GOOD or lookup.capture is None:
                continue
            claims = _claims(article, claim_ids, cites, reference)
            answer = worker.ask({**_job(article, reference, lookup, claims), "change": True})
            yield from (Tried(**each) for each in answer.get("tried", ()))


def _claims(article: Article, claim_ids: Sequence[str], cites: Cites, reference: Reference) -> list[tuple[str, str]]:
    return [
        (claim_ids[index], redact_in(article.claims[index].text))
        for index, ids in sorted(cites.items())
        if reference.id in ids
    ]


def _unavailable(
    reference: Reference, lookup: Lookup | None, claims: Sequence[tuple[str, str]]
) -> Iterator[Assessment]:
    why = "no snapshot of it is at hand"
    if lookup is not None:
        is_good = lookup.verdict in _GOOD
        why = (
            "its snapshot is there, and what it holds was not read"
            if is_good
            else "its snapshot is not the page as it is cited"
        )
        why = _WHY.get(lookup.verdict, why)
    for claim, _ in claims:
        yield Assessment(claim, reference.id, "page-unavailable", None, "no-body", why)


def _job(article: Article, reference: Reference, lookup: Lookup, claims: Sequence[tuple[str, str]]) -> dict[str, Any]:
    capture = lookup.capture
    assert capture is not None
    from verifier.pages.citation import Cited, as_json  # most runs have no captured page

    declared = article.language.lower().partition("-")[0]
    return {
        "body": base64.b64encode(capture.body).decode("ascii"),
        "content_type": capture.content_type,
        "url": reference.url or capture.original,
        "truncated": capture.truncated,
        "language": "en" if is_english(article) else declared or "unknown",
        "reference": reference.id,
        "title": article.title,
        "claims": list(claims),
        "cited": as_json(Cited(reference.title, reference.outlet, reference.author, reference.published)),
    }


def _read(
    answer: dict[str, Any], reference: Reference, claims: Sequence[tuple[str, str]]
) -> tuple[list[Assessment], PageCheck]:
    """Return what a worker answered; of a page that it could not finish, that it was not judged."""
    if "error" in answer:
        why = f"the page could not be judged within its limits ({answer['error']})"
        found = [Assessment(claim, reference.id, "not-judged", None, "time-limit", why) for claim, _ in claims]
        return found, PageCheck(reference.id, ())
    return [_assessment(each) for each in answer["assessments"]], _check(answer["check"])


def _assessment(data: dict[str, Any]) -> Assessment:
    facts = tuple(FactStatus(**each) for each in data.pop("facts"))
    passages = tuple(Passage(**each) for each in data.pop("passages"))
    missing, notes = tuple(data.pop("missing")), tuple(data.pop("notes"))
    return Assessment(**data, facts=facts, passages=passages, missing=missing, notes=notes)


def _check(data: dict[str, Any]) -> PageCheck:
    fields = tuple(
        FieldCheck(**{**each, "stated": tuple(Stated(**value) for value in each["stated"])}) for each in data["fields"]
    )
    return PageCheck(data["reference"], fields, data["sha256"])


class Worker:
    """A process that judges one page after another; it is started when the first comes, and anew after its end."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def ask(self, job: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to a job, or {"error": ...} for one that was ended or has broken the process."""
        process = self._started()
        timer = threading.Timer(self._seconds, process.kill)
        timer.start()
        try:
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:  # it was ended while it was asked
            line = ""
        finally:
            timer.cancel()
        if line.endswith("\n"):
            answer: dict[str, Any] = json.loads(line)
            return answer
        self._end()
        return {"error": f"{self._seconds:g} seconds"}

    def _started(self) -> "subprocess.Popen[str]":
        if self._process is None:
            import subprocess  # most runs have no captured page

            command = [sys.executable, "-c", _CHILD, json.dumps(sys.path)]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                start_new_session=True,  # Ctrl-C at the terminal is for this process to answer
            )
        return self._process

    def _end(self) -> None:
        if self._process is None:
            return
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # what was still to be written to it
                    continue
        self._process.wait()
        self._process = None
