"""Figures of the parts: conflicts, words, names, what pages state of themselves, time."""

import itertools
import json
import random
import resource
import tarfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.support_data import ENGLISH, rows, text_page, wice_page
from bench.support_figures import Figure, share, weighed
from verifier.pages import citation
from verifier.pages.citation import Cited
from verifier.pages.page import Metadata, Reading
from verifier.pages.reading import read
from verifier.support import conflict, facts, features, find, judge, names
from verifier.support.found import FOUND, INFERRED, NEVER, VARIANT, Found
from verifier.support.index import Index
from verifier.support.judge import Weighed


def of_vitaminc(folder: Path) -> Iterable[Figure]:
    """Yield the figures of conflicts between a claim and one or two sentences."""
    cache: dict[str, Index] = {}
    told, agree, corrupted = [], [], {"fresh": [], "page": []}  # type: ignore[var-annotated]
    by_id = {}
    for row in rows(folder, "vitaminc/real_numeric_dev.jsonl"):
        by_id[row["unique_id"]] = row
        found = _found(row["claim"], row["evidence"], cache)
        told.append((row["label"], max((each.clash for each in found if each.status == NEVER), default=0.0)))
        values = [each.status for each in found if each.fact.kind in ("number", "date")]
        agree.append((row["label"], all(each in (FOUND, VARIANT, INFERRED) for each in values)))
    refuted = sum(label == "REFUTES" for label, _ in told)
    for name, limit, goals in (("strict", conflict.STRICT, ("≥ .97", "≥ .50")), ("normal", conflict.NORMAL, ("", ""))):
        flagged = [label for label, clash in told if clash >= limit]
        right, caught = sum(label != "SUPPORTS" for label in flagged), sum(label == "REFUTES" for label in flagged)
        yield Figure(
            f"{name} conflict: claim not supported",
            "VitaminC dev",
            str(len(flagged)),
            share(right, len(flagged)),
            goals[0],
            "strict: by hand, limits seen on these rows",
        )
        yield Figure(
            f"{name} conflict: recall of refuted", "VitaminC dev", str(refuted), share(caught, refuted), goals[1]
        )
    agreeing = [label for label, each in agree if each]
    yield Figure(
        "all numbers agree: supported",
        "VitaminC dev",
        str(len(agreeing)),
        share(sum(each == "SUPPORTS" for each in agreeing), len(agreeing)),
    )
    for row in rows(folder, "vitaminc/corruptions_dev.jsonl"):
        found = _found(row["claim"], by_id[row["claim_id"]]["evidence"], cache)
        corrupted[row["value"]].append(any(each.status == NEVER for each in found))
    for kind, where in (("fresh", "nowhere"), ("page", "the page")):
        yield Figure(
            f"corruptions, value from {where}: conflict or missing",
            "VitaminC",
            str(len(corrupted[kind])),
            share(sum(corrupted[kind]), len(corrupted[kind])),
        )


def _found(claim: str, evidence: str, cache: dict[str, Index]) -> list[Found]:
    if evidence not in cache:
        cache[evidence] = text_page(evidence)
    return find.look(facts.read(claim, ENGLISH), cache[evidence])


def of_tokens(folder: Path) -> Iterable[Figure]:
    """Yield how well the words are told that the page does not support."""
    for name in ("nst_dev", "nst_train"):
        hit = flagged = marked = 0
        for row in rows(folder, f"wice/{name}.jsonl"):
            made = weighed(row["claim"], wice_page(row["evidence"]), row["meta"].get("claim_title", ""))
            told = _absent(made)
            for place, unsupported in _marks(row, made.matched.claim):
                hit += unsupported and place in told
                flagged += place in told
                marked += unsupported
        yield Figure("unsupported words: precision", name, str(flagged), share(hit, flagged), "≥ .90")
        yield Figure("unsupported words: recall", name, str(marked), share(hit, marked), "≥ .45")


def _absent(made: Weighed) -> set[int]:
    """Return the places of the claim's words that stand nowhere: those of facts, and content words in a run of such."""
    known = sorted(features.stems(made.matched.claim).items())
    lost = [not made.matched.at[stem] for _, stem in known]
    told = {place for each in made.found if each.status == NEVER for place in each.missing}
    for each in made.found:
        if each.status == NEVER and not each.missing:
            told |= {
                at for at, word in enumerate(made.matched.claim.words) if each.fact.start <= word.start < each.fact.end
            }
    for spot, (place, _) in enumerate(known):
        beside = lost[spot - 1 : spot] + lost[spot + 1 : spot + 2]
        if lost[spot] and any(beside):
            told.add(place)
    return told


def _marks(row: dict[str, Any], claim: facts.Claim) -> Iterable[tuple[int, bool]]:
    position, spans = 0, []
    for token, flag in zip(row["claim_tokens"], row["non_supported_spans"], strict=True):
        start = row["claim"].find(token, position)
        if start >= 0:
            spans.append((start, start + len(token), flag))
            position = start + len(token)
    for place in features.stems(claim):
        word = claim.words[place]
        yield from ((place, flag) for start, end, flag in spans if start <= word.start < end)


def of_names(folder: Path) -> Iterable[Figure]:
    """Yield how many pairs of names are taken for one."""
    pairs = [line.split("\t")[:3] for line in (folder / "names/variants.tsv").read_text("utf-8").splitlines()]
    for kind, told, goal in (("same", "same name accepted", "≥ .93"), ("diff", "different names accepted", "≤ .03")):
        taken = [names.same_name(first, second, ENGLISH) for sort, first, second in pairs if sort == kind]
        yield Figure(
            told, "variants.tsv", str(len(taken)), share(sum(taken), len(taken)), goal, "rules tuned on these pairs"
        )


def _agrees(field: str, value: str, stated: Metadata) -> bool:
    """Tell whether the check of the citation says so."""
    cited = {"title": Cited(title=value), "outlet": Cited(outlet=value), "author": Cited(author=value)}[field]
    told = citation.check(cited, stated)
    return any(each.field == field and each.outcome == "ok" for each in told)


def of_pages(folder: Path) -> Iterable[Figure]:
    """Yield how many citations their own pages confirm, and how many of other pages'."""
    pages: dict[str, tuple[Reading, dict[str, Any]]] = {}
    with tarfile.open(folder / "pages/readability.tar.gz") as archive:
        files = {each.name: archive.extractfile(each).read() for each in archive if each.isfile()}  # type: ignore[union-attr]
    for name, data in files.items():
        if name.endswith("source.html"):
            told = json.loads(files[name.replace("source.html", "expected-metadata.json")])
            pages[name] = (read(data, "text/html; charset=utf-8"), told)
    checks = (
        ("title", "title", "124/125"),
        ("outlet", "siteName", "58/60"),
        ("author", "byline", "≥ 68/74"),
    )
    for field, key, goal in checks:
        given = {name: told[key] for name, (_, told) in pages.items() if told.get(key)}
        hits = sum(_agrees(field, value, pages[name][0].metadata) for name, value in given.items())
        yield Figure(f"{field}: some value of its page agrees", "pages", str(len(given)), f"{hits}/{len(given)}", goal)
        chance = random.Random(1)
        wrong = total = 0
        for name, value in given.items():
            for other in chance.sample(sorted(pages), 20):
                if other != name and pages[other][1].get(key) != value:
                    total += 1
                    wrong += _agrees(field, value, pages[other][0].metadata)
        yield Figure(
            f"{field}: another page's value agrees",
            "pages",
            str(total),
            f"{wrong}/{total}",
            "≤ 2" if field == "title" else "",
        )
    given = {
        name: citation.days_of(told["publishedTime"]) for name, (_, told) in pages.items() if told.get("publishedTime")
    }
    known = {name: days[0] for name, days in given.items() if days}
    hits = sum(
        any(
            abs((each - day).days) <= 1
            for stated in pages[name][0].metadata.dates
            for each in citation.days_of(stated.value)
        )
        for name, day in known.items()
    )
    yield Figure("date within a day of a stated value", "pages", str(len(known)), f"{hits}/{len(known)}", "31/31")


def of_time(folder: Path) -> Iterable[Figure]:
    """Yield the time and memory of two claims on each of 100 pages of about 200 kB, read from their HTML."""
    with tarfile.open(folder / "pages/readability.tar.gz") as archive:
        bodies = [archive.extractfile(each).read() for each in archive if each.name.endswith("source.html")][:100]  # type: ignore[union-attr]
    claims = [row["claim"] for row in itertools.islice(rows(folder, "wice/dev.jsonl"), 2)]
    size = sum(map(len, bodies)) // len(bodies) // 1_000
    before = time.process_time()
    for body in bodies:
        page = read(body, "text/html; charset=utf-8")
        index = Index(page.text, page.sentences, ENGLISH, elsewhere=[(each.place, each.text) for each in page.outside])
        for claim in claims:
            judge.assess("c", "r", claim, index)
    spent = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_024
    yield Figure(
        "200 claims on 100 pages",
        f"pages, {size} kB each",
        "200",
        f"{spent:.1f} s, {peak} MB",
        "< 6 s, < 300 MB",
        "one core",
    )
