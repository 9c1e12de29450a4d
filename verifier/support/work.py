"""Judge one page in a process of its own, which can be ended: a job as a line of JSON in, an answer as a line out.

A hostile page may cost this process its time or its memory, and nothing else. `judge` is pure, and what tests call.
"""

import base64
import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from verifier.model.support import Assessment, FieldCheck, PageCheck, Tried, VerdictName
from verifier.pages import citation, gate, reading
from verifier.pages.citation import Cited
from verifier.pages.page import Metadata, Reading
from verifier.support import judge as judging
from verifier.support import mutate
from verifier.support.index import Index
from verifier.support.language import Language, known, language

_MEMORY = 1_500_000_000  # bytes of address space
Job = Mapping[str, Any]


def judge(job: Job) -> tuple[list[Assessment], PageCheck]:
    """Return what the page says of each of its claims, and of its citation.

    The job holds "body" (base64), "content_type", "url", "truncated", "language" (a tag), "reference", "title" (the
    article's), "claims" as (id, text), and "cited" as `citation.as_json` gives it.
    """
    page = _page(job)
    tag = job["language"]
    speaks = language(tag if tag in known() else "en")
    refusal = gate.of(page, speaks.function_words, speaks.tag)
    stated = page.metadata if refusal is None or refusal.available else Metadata()
    check = PageCheck(
        job["reference"], _fields(citation.from_json(job["cited"]), stated, page, refusal), _sha256(page.text)
    )
    if refusal is None and tag not in known():
        refusal = gate.Refusal("language", "claims are judged in English and German only", True)
    if refusal is not None:
        return [_refused(claim, job["reference"], refusal, page) for claim, _ in job["claims"]], check
    index = _index(page, speaks)
    made = [judging.assess(claim, job["reference"], text, index, job["title"]) for claim, text in job["claims"]]
    return [_noted(each, page) for each in made], check


def change(job: Job) -> list[Tried]:
    """Return what came of changing each claim of a job, one fact at a time; see `verifier.support.mutate`."""
    page = _page(job)
    speaks = language(job["language"] if job["language"] in known() else "en")
    if gate.of(page, speaks.function_words, speaks.tag) is not None or job["language"] not in known():
        return []
    index = _index(page, speaks)
    return [each for _, text in job["claims"] for each in mutate.tried(text, index, job["title"])]


def _page(job: Job) -> Reading:
    body = base64.b64decode(job["body"])
    return reading.read(body, job["content_type"], url=job["url"], truncated=bool(job["truncated"]))


def _index(page: Reading, speaks: Language) -> Index:
    return Index(
        page.text,
        page.sentences,
        speaks,
        elsewhere=[(each.place, each.text) for each in page.outside],
        published=citation.published(page.metadata),
        whole=page.whole,
    )


def _fields(cited: Cited, stated: Metadata, page: Reading, refusal: gate.Refusal | None) -> tuple[FieldCheck, ...]:
    """Return the checks of the citation; of a page that is none, or was cut, nothing is missing."""
    fields = citation.check(cited, stated)
    if refusal is not None and not refusal.available:
        return tuple(FieldCheck(each.field, "not-checked", each.cited, note=refusal.why) for each in fields)
    if page.whole and page.certain:
        return fields
    return tuple(replace(each, strong=False) for each in fields)


def _refused(claim: str, reference: str, refusal: gate.Refusal, page: Reading) -> Assessment:
    verdict: VerdictName = "not-judged" if refusal.available else "page-unavailable"
    return Assessment(claim, reference, verdict, None, refusal.reason, refusal.why, words=page.words)


def _noted(made: Assessment, page: Reading) -> Assessment:
    if not page.images:
        return made
    told = (
        "1 picture or film was not looked at"
        if page.images == 1
        else f"{page.images} pictures or films were not looked at"
    )
    return replace(made, notes=(*made.notes, told))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def as_json(made: list[Assessment], check: PageCheck) -> dict[str, Any]:
    """Return the answer to a job."""
    return {"assessments": [asdict(each) for each in made], "check": asdict(check)}


def main() -> None:
    """Answer jobs until there are no more; an error is an answer too."""
    _limit_memory()
    for line in sys.stdin:
        try:
            job = json.loads(line)
            answer = {"tried": [asdict(each) for each in change(job)]} if job.get("change") else as_json(*judge(job))
        except (MemoryError, RecursionError) as error:
            answer = {"error": type(error).__name__}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on this system
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
