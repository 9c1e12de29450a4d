"""Print every figure of the support check with its n and its interval, as the table of docs/support.md.

    python -m bench.support ../shared/data/support [docs/support.md]

With a second argument the table there is written anew. Intervals are Wilson's for shares, and bootstraps over claims
(2,000 draws, seed 1) for balanced accuracy and F1. Cross-validated figures come from five folds, mean of five seeds; the
corruptions of a claim are in its fold. What is trained and measured on the same claims says so.
"""

import io
import json
import random
import resource
import sys
import tarfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench import support_fit
from bench.support_data import ENGLISH, rows, text_page, wice, wice_page
from verifier.pages import citation
from verifier.pages.page import Reading
from verifier.pages.reading import read
from verifier.support import conflict, facts, features, find, judge, names, passages
from verifier.support.fitted import fitted
from verifier.support.index import Index
from verifier.support.judge import Weighed

CUT = 12_000  # characters at which the texts of the Wikipedia rows were cut, as their INDEX.md says
BEGIN, END = "<!-- figures -->", "<!-- end -->"
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table."""

    measure: str
    data: str
    n: str
    value: str
    goal: str = ""
    note: str = ""

    def __str__(self) -> str:
        """Return it as a row of Markdown."""
        return f"| {self.measure} | {self.data} | {self.n} | {self.value} | {self.goal} | {self.note} |"


def share(hits: int, total: int) -> str:
    """Return a share with Wilson's 95 % interval."""
    if not total:
        return "none"
    z, part = 1.96, hits / total
    middle = (part + z * z / (2 * total)) / (1 + z * z / total)
    half = z * ((part * (1 - part) + z * z / (4 * total)) / total) ** 0.5 / (1 + z * z / total)
    return f"{part:.3f} [{middle - half:.3f}–{middle + half:.3f}]"


def balanced(flagged: Flags, wrong: Flags) -> float:
    """Return the mean of both recalls."""
    return float((flagged[wrong].mean() + (~flagged[~wrong]).mean()) / 2)


def f1(found: Flags, true: Flags) -> float:
    """Return the harmonic mean of precision and recall."""
    return float(2 * (found & true).sum() / max(1, found.sum() + true.sum()))


def drawn(measure: Callable[[Flags, Flags], float], found: Flags, true: Flags) -> str:
    """Return a measure with its bootstrap interval."""
    chance = np.random.default_rng(1)
    draws = [measure(found[pick], true[pick]) for pick in chance.integers(0, len(found), (2_000, len(found)))]
    low, high = np.percentile(draws, [2.5, 97.5])
    return f"{measure(found, true):.3f} [{low:.3f}–{high:.3f}]"


def weighed(text: str, page: Index, title: str = "") -> Weighed:
    """Return a claim weighed on a page."""
    return judge.weigh(facts.read(text, ENGLISH), page, title)


def missing(made: Weighed) -> bool:
    """Tell whether R1 flags it: some fact stands nowhere."""
    return any(each.status == find.NEVER for each in made.found)


def of_wice(folder: Path) -> Iterable[Figure]:
    """Yield the figures of whole claims."""
    data = wice(folder)
    made = [weighed(row["claim"], page, row["meta"]["claim_title"]) for row, page in data]
    labels = np.array([row["label"] for row, _ in data])
    wrong = labels != "supported"
    one = np.array([missing(each) for each in made])
    told = [judge.verdict_of(each) for each in made]
    flags = np.array([verdict in ("partial", "not-found", "contradicted") for verdict, *_ in told])
    n = f"{len(data)} ({(~wrong).sum()} supported)"
    yield Figure("balanced accuracy, R1", "WiCE dev", n, drawn(balanced, one, wrong), "", "nothing fitted")
    yield Figure("supported claims flagged, R1", "WiCE dev", n, share(one[~wrong].sum(), (~wrong).sum()), "")
    yield Figure("recall of not supported, R1", "WiCE dev", n, share(one[wrong].sum(), wrong.sum()), "")
    yield from _crossed(folder, wrong, one, n)
    yield Figure("balanced accuracy, as shipped", "WiCE dev", n, drawn(balanced, flags, wrong), "", "fitted on the same")
    yield from _three_way(labels, told, made)
    yield from _levels(told, wrong)


def _crossed(folder: Path, wrong: Flags, one: Flags, n: str) -> Iterable[Figure]:
    ids, told, values = support_fit.counts(folder)
    labels = np.array(told)
    real = labels != "corrupted"
    results, curves = [], []
    for seed in range(5):
        scores, flags = support_fit.nested(ids, labels, values, seed)
        flagged = (flags | (values[:, features.NAMES.index("weight")] >= 0.5))[real]
        results.append((balanced(flagged, wrong), flagged[wrong].mean(), flagged[~wrong].mean(), (flagged == wrong).mean(), f1(~flagged, ~wrong)))
        curves.append(scores[real])
    mean = np.mean(results, axis=0)
    scores = np.mean(curves, axis=0)
    picked = scores >= np.quantile(scores[~wrong], 0.92)
    interval = drawn(balanced, scores >= fitted().flag, wrong).partition(" ")[2]
    yield Figure("balanced accuracy, nested", "WiCE dev", n, f"{mean[0]:.3f} {interval}", "≥ .80", "five seeds")
    yield Figure("accuracy, supported against rest, nested", "WiCE dev", n, f"{mean[3]:.3f}", "≥ .80")
    yield Figure("F1 of supported, nested", "WiCE dev", n, f"{mean[4]:.3f}", "≥ .72")
    yield Figure("recall at that, nested", "WiCE dev", n, f"{mean[1]:.3f}, {mean[2]:.3f} of the supported flagged", "")
    yield Figure("recall where .08 of the supported are flagged", "WiCE dev", n, share(int(picked[wrong].sum()), int(wrong.sum())), "≥ .62", "score alone, crossed")
    made = ~real
    rates = {kind: [] for kind in ("fresh", "page")}
    kinds = [row["value"] for row in rows(folder, "wice/corruptions_dev.jsonl")]
    for flag in (0.13,):
        limit = np.quantile(scores[~wrong], 1 - flag)
        full = np.mean([support_fit.crossed(ids, labels, values, seed) for seed in range(3)], axis=0)[made]
        for kind in rates:
            which = np.array([each == kind for each in kinds])
            hits = int((full[which] > limit).sum())
            yield Figure(f"corruptions noticed, value from {'nowhere' if kind == 'fresh' else 'the page'}, at .13 flagged", "corruptions_dev", str(which.sum()), share(hits, int(which.sum())), "≥ .99" if kind == "fresh" else "≥ .60", "score alone, crossed")


def _three_way(labels: NDArray[np.str_], told: Sequence[tuple[Any, ...]], made: Sequence[Weighed]) -> Iterable[Figure]:
    as_label = {"not-found": "not_supported", "partial": "partially_supported", "contradicted": "partially_supported"}
    guesses = np.array([as_label.get(verdict, "supported") for verdict, *_ in told])
    hits = int((guesses == labels).sum())
    kinds = ("supported", "partially_supported", "not_supported")
    macro = np.mean([f1(guesses == kind, labels == kind) for kind in kinds])
    yield Figure("three-way accuracy, as shipped", "WiCE dev", str(len(labels)), share(hits, len(labels)), "≥ .70", "fitted on the same")
    yield Figure("three-way macro-F1, as shipped", "WiCE dev", str(len(labels)), f"{macro:.3f}", "≥ .62", "fitted on the same")


def _levels(told: Sequence[tuple[Any, ...]], wrong: Flags) -> Iterable[Figure]:
    for name in sorted({f"{verdict}, {level}" for verdict, level, _ in told if level}):
        which = np.array([f"{verdict}, {level}" == name for verdict, level, _ in told])
        bad = int((which & wrong).sum())
        right = bad if not name.startswith("supported") else int(which.sum()) - bad
        yield Figure(f"right when it says {name}", "WiCE dev", str(which.sum()), share(right, int(which.sum())), "", "67 % of claims are bad here")


def of_retrieval(folder: Path) -> Iterable[Figure]:
    """Yield how well passages are found."""
    hits, sets, full, n = 0, 0.0, 0, 0
    for row, page in wice(folder):
        gold = [set(each) for each in row["supporting_sentences"] if each]
        if row["label"] == "not_supported" or not gold:
            continue
        n += 1
        claim = facts.read(row["claim"], ENGLISH)
        best = passages.best(passages.match(claim, page))
        hits += bool(best) and best[0] in set().union(*gold)
        sets += max(len(each & set(best[:5])) / len(each) for each in gold)
        full += any(each <= set(best[:10]) for each in gold)
    yield Figure("hit@1", "WiCE dev", str(n), share(hits, n), "≥ .88")
    yield Figure("set@5", "WiCE dev", str(n), f"{sets / n:.3f}", "≥ .88")
    yield Figure("full@10", "WiCE dev", str(n), share(full, n), "≥ .84")


def of_corruptions(folder: Path) -> Iterable[Figure]:
    """Yield what share of one-fact corruptions the shipped verdicts flag."""
    pages = {row["meta"]["id"]: (row, page) for row, page in wice(folder)}
    seen: dict[str, list[bool]] = {"fresh": [], "page": []}
    for row in rows(folder, "wice/corruptions_dev.jsonl"):
        claim, page = pages[row["claim_id"]]
        verdict = judge.verdict_of(weighed(row["claim"], page, claim["meta"]["claim_title"]))[0]
        seen[row["value"]].append(verdict in ("partial", "not-found", "contradicted"))
    for kind, where in (("fresh", "nowhere"), ("page", "the page")):
        yield Figure(f"corruptions flagged, value from {where}, as shipped", "corruptions_dev", str(len(seen[kind])), share(sum(seen[kind]), len(seen[kind])), "", "fitted on the same")


def of_vitaminc(folder: Path) -> Iterable[Figure]:
    """Yield the figures of conflicts between a claim and one or two sentences."""
    cache: dict[str, Index] = {}
    told, agree, corrupted = [], [], {"fresh": [], "page": []}  # type: ignore[var-annotated]
    by_id = {}
    for row in rows(folder, "vitaminc/real_numeric_dev.jsonl"):
        by_id[row["unique_id"]] = row
        found = _found(row["claim"], row["evidence"], cache)
        told.append((row["label"], max((each.clash for each in found if each.status == find.NEVER), default=0.0)))
        values = [each.status for each in found if each.fact.kind in ("number", "date")]
        agree.append((row["label"], all(each in (find.FOUND, find.VARIANT, find.INFERRED) for each in values)))
    refuted = sum(label == "REFUTES" for label, _ in told)
    for name, limit, goals in (("strict", conflict.STRICT, ("≥ .97", "≥ .50")), ("normal", conflict.NORMAL, ("", ""))):
        flagged = [label for label, clash in told if clash >= limit]
        right, caught = sum(label != "SUPPORTS" for label in flagged), sum(label == "REFUTES" for label in flagged)
        yield Figure(f"{name} conflict: claim not supported", "VitaminC dev", str(len(flagged)), share(right, len(flagged)), goals[0], "strict: by hand, limits seen on these rows")
        yield Figure(f"{name} conflict: recall of refuted", "VitaminC dev", str(refuted), share(caught, refuted), goals[1])
    agreeing = [label for label, each in agree if each]
    yield Figure("all numbers agree: supported", "VitaminC dev", str(len(agreeing)), share(sum(each == "SUPPORTS" for each in agreeing), len(agreeing)))
    for row in rows(folder, "vitaminc/corruptions_dev.jsonl"):
        found = _found(row["claim"], by_id[row["claim_id"]]["evidence"], cache)
        corrupted[row["value"]].append(any(each.status == find.NEVER for each in found))
    for kind, where in (("fresh", "nowhere"), ("page", "the page")):
        yield Figure(f"corruptions, value from {where}: conflict or missing", "VitaminC", str(len(corrupted[kind])), share(sum(corrupted[kind]), len(corrupted[kind])))


def _found(claim: str, evidence: str, cache: dict[str, Index]) -> list[find.Found]:
    if evidence not in cache:
        cache[evidence] = text_page(evidence)
    return find.look(facts.read(claim, ENGLISH), cache[evidence])


def of_wikipedia(folder: Path) -> Iterable[Figure]:
    """Yield the figures of the Wikipedia rows; nothing is fitted on them."""
    flags, review = [], []
    for row in rows(folder, "wikipedia-claims/v1.jsonl"):
        if row["extraction_status"] != "complete":
            continue
        page = text_page(row["source_text"], whole=len(row["source_text"]) < CUT)
        verdict = judge.verdict_of(weighed(row["claim_text"], page, row["article_title"]))[0]
        flags.append(verdict in ("partial", "not-found", "contradicted"))
        review.append(row["ground_truth"] != "Supported")
    found, true = np.array(flags), np.array(review)
    n = f"{len(true)} ({true.sum()} need review)"
    yield Figure("needs review: F1", "Wikipedia rows", n, drawn(f1, found, true), "≥ .75", "nothing fitted on them")
    yield Figure("needs review: balanced accuracy", "Wikipedia rows", n, drawn(balanced, found, true), "≥ .80", "nothing fitted on them")


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
    told = {place for each in made.found if each.status == find.NEVER for place in each.missing}
    for each in made.found:
        if each.status == find.NEVER and not each.missing:
            told |= {at for at, word in enumerate(made.matched.claim.words) if each.fact.start <= word.start < each.fact.end}
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
        yield Figure(told, "variants.tsv", str(len(taken)), share(sum(taken), len(taken)), goal, "rules tuned on these pairs")


def of_pages(folder: Path) -> Iterable[Figure]:
    """Yield how many citations their own pages confirm, and how many of other pages'."""
    pages: dict[str, tuple[Reading, dict[str, Any]]] = {}
    with tarfile.open(folder / "pages/readability.tar.gz") as archive:
        files = {each.name: archive.extractfile(each).read() for each in archive if each.isfile()}  # type: ignore[union-attr]
    for name, data in files.items():
        if name.endswith("source.html"):
            told = json.loads(files[name.replace("source.html", "expected-metadata.json")])
            pages[name] = (read(data, "text/html; charset=utf-8"), told)
    checks = (("title", "title", citation.same_title, "124/125"), ("outlet", "siteName", citation.same_outlet, "58/60"), ("author", "byline", citation.same_author, "≥ 68/74"))
    for field, key, same, goal in checks:
        given = {name: told[key] for name, (_, told) in pages.items() if told.get(key)}
        hits = sum(any(same(value, each.value) for each in getattr(pages[name][0].metadata, f"{field}s")) for name, value in given.items())
        yield Figure(f"{field}: some value of its page agrees", "pages", str(len(given)), f"{hits}/{len(given)}", goal)
        chance = random.Random(1)
        wrong = total = 0
        for name, value in given.items():
            for other in chance.sample(sorted(pages), 20):
                if other != name and pages[other][1].get(key) != value:
                    total += 1
                    wrong += any(same(value, each.value) for each in getattr(pages[other][0].metadata, f"{field}s"))
        yield Figure(f"{field}: another page's value agrees", "pages", str(total), f"{wrong}/{total}", "≤ 2" if field == "title" else "")
    given = {name: citation.days_of(told["publishedTime"]) for name, (_, told) in pages.items() if told.get("publishedTime")}
    known = {name: days[0] for name, days in given.items() if days}
    hits = sum(
        any(abs((each - day).days) <= 1 for stated in pages[name][0].metadata.dates for each in citation.days_of(stated.value))
        for name, day in known.items()
    )
    yield Figure("date within a day of a stated value", "pages", str(len(known)), f"{hits}/{len(known)}", "31/31")


def of_time(folder: Path) -> Iterable[Figure]:
    """Yield the time and memory of two claims on each of 100 pages of about 200 kB, read from their HTML."""
    with tarfile.open(folder / "pages/readability.tar.gz") as archive:
        bodies = [archive.extractfile(each).read() for each in archive if each.name.endswith("source.html")][:100]  # type: ignore[union-attr]
    claims = [row["claim"] for row, _ in wice(folder)][:2]
    size = sum(map(len, bodies)) // len(bodies) // 1_000
    before = time.process_time()
    for body in bodies:
        page = read(body, "text/html; charset=utf-8")
        index = Index(page.text, page.sentences, ENGLISH, elsewhere=[(each.place, each.text) for each in page.outside])
        for claim in claims:
            judge.assess("c", "r", claim, index)
    spent = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_024
    yield Figure("200 claims on 100 pages", f"pages, {size} kB each", "200", f"{spent:.1f} s, {peak} MB with all data of this bench", "< 6 s, < 300 MB", "one core")


ALL = (of_time, of_wice, of_retrieval, of_wikipedia, of_corruptions, of_vitaminc, of_tokens, of_names, of_pages)


def main(folder: Path, document: Path | None) -> None:
    """Print the table, and write it into the document."""
    out = io.StringIO()
    print("| measure | data | n | value [95 %] | goal | |\n|---|---|---|---|---|---|", file=out)
    for part in ALL:
        for figure in part(folder):
            print(figure, file=out)
    print(out.getvalue(), end="")
    if document is not None:
        text = document.read_text("utf-8")
        head, _, rest = text.partition(BEGIN)
        document.write_text(f"{head}{BEGIN}\n{out.getvalue()}{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
