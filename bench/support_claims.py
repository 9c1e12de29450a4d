"""Figures of whole claims: WiCE dev, its corruptions, and the rows of Wikipedia."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench import support_fit
from bench.support_data import ENGLISH, rows, text_page, wice
from bench.support_figures import Figure, Flags, balanced, drawn, f1, missing, share, weighed
from bench.support_fit import Floats
from verifier.pages import gate
from verifier.pages.reading import of_text
from verifier.support import features, judge
from verifier.support.fitted import fitted
from verifier.support.judge import Weighed

_FLAGS = ("partial", "not-found", "contradicted")
CUT = 12_000  # characters at which texts of the Wikipedia rows were cut, as their INDEX.md says


def of_wice(folder: Path) -> Iterable[Figure]:
    """Yield the figures of whole claims."""
    data = wice(folder)
    made = [weighed(row["claim"], page, row["meta"]["claim_title"]) for row, page in data]
    labels = np.array([row["label"] for row, _ in data])
    wrong = labels != "supported"
    one = np.array([missing(each) for each in made])
    told = [judge.verdict_of(each) for each in made]
    flags = np.array([verdict in _FLAGS for verdict, *_ in told])
    n = f"{len(data)} ({(~wrong).sum()} supported)"
    yield Figure("balanced accuracy, R1", "WiCE dev", n, drawn(balanced, one, wrong), "", "nothing fitted")
    yield Figure("supported claims flagged, R1", "WiCE dev", n, share(one[~wrong].sum(), (~wrong).sum()), "")
    yield Figure("recall of not supported, R1", "WiCE dev", n, share(one[wrong].sum(), wrong.sum()), "")
    yield from _crossed(folder, wrong, one, n)
    yield Figure(
        "balanced accuracy, as shipped", "WiCE dev", n, drawn(balanced, flags, wrong), "", "fitted on the same"
    )
    yield from _three_way(labels, told, made)
    yield from _levels(told, wrong)


def _crossed(folder: Path, wrong: Flags, one: Flags, n: str) -> Iterable[Figure]:
    told = support_fit.counts(folder)
    labels, values = told.labels, told.values
    real = labels != "corrupted"
    results, curves = [], []
    for seed in range(5):
        scores, flags = support_fit.nested(told, seed)
        flagged = (flags | (values[:, features.NAMES.index("weight")] >= 0.5))[real]
        results.append(
            (
                balanced(flagged, wrong),
                flagged[wrong].mean(),
                flagged[~wrong].mean(),
                (flagged == wrong).mean(),
                f1(~flagged, ~wrong),
            )
        )
        curves.append(scores[real])
    mean = np.mean(results, axis=0)
    scores = np.mean(curves, axis=0)
    picked = scores >= np.quantile(scores[~wrong], 0.92)
    interval = drawn(balanced, scores >= fitted().flag, wrong).partition(" ")[2]
    yield Figure("balanced accuracy, nested", "WiCE dev", n, f"{mean[0]:.3f} {interval}", "≥ .80", "five seeds")
    yield Figure("accuracy, supported against rest, nested", "WiCE dev", n, f"{mean[3]:.3f}", "≥ .80")
    yield Figure("F1 of supported, nested", "WiCE dev", n, f"{mean[4]:.3f}", "≥ .72")
    yield Figure("recall at that, nested", "WiCE dev", n, f"{mean[1]:.3f}, {mean[2]:.3f} of the supported flagged", "")
    yield Figure(
        "recall where .08 of the supported are flagged",
        "WiCE dev",
        n,
        share(int(picked[wrong].sum()), int(wrong.sum())),
        "≥ .62",
        "score alone, crossed",
    )
    yield from _made(folder, np.mean([support_fit.crossed(told, seed) for seed in range(3)], axis=0), labels)


def _made(folder: Path, scores: Floats, labels: NDArray[np.str_]) -> Iterable[Figure]:
    """Yield what share of the corruptions a limit catches at which .13 of the supported claims are flagged."""
    limit = np.quantile(scores[labels == "supported"], 0.87)
    kinds = np.array([row["value"] for row in rows(folder, "wice/corruptions_dev.jsonl")])
    for kind, where, goal in (("fresh", "nowhere", "≥ .99"), ("page", "the page", "≥ .60")):
        which = kinds == kind
        caught = share(int((scores[labels == "corrupted"][which] > limit).sum()), int(which.sum()))
        name = f"corruptions noticed, value from {where}, at .13 flagged"
        yield Figure(name, "corruptions_dev", str(which.sum()), caught, goal, "score alone, crossed")


def _three_way(labels: NDArray[np.str_], told: Sequence[tuple[Any, ...]], made: Sequence[Weighed]) -> Iterable[Figure]:
    as_label = {"not-found": "not_supported", "partial": "partially_supported", "contradicted": "partially_supported"}
    guesses = np.array([as_label.get(verdict, "supported") for verdict, *_ in told])
    hits = int((guesses == labels).sum())
    kinds = ("supported", "partially_supported", "not_supported")
    macro = np.mean([f1(guesses == kind, labels == kind) for kind in kinds])
    yield Figure(
        "three-way accuracy, as shipped",
        "WiCE dev",
        str(len(labels)),
        share(hits, len(labels)),
        "≥ .70",
        "fitted on the same",
    )
    yield Figure(
        "three-way macro-F1, as shipped", "WiCE dev", str(len(labels)), f"{macro:.3f}", "≥ .62", "fitted on the same"
    )


def _levels(told: Sequence[tuple[Any, ...]], wrong: Flags) -> Iterable[Figure]:
    for name in sorted({f"{verdict}, {level}" for verdict, level, _ in told if level}):
        which = np.array([f"{verdict}, {level}" == name for verdict, level, _ in told])
        bad = int((which & wrong).sum())
        right = bad if not name.startswith("supported") else int(which.sum()) - bad
        yield Figure(
            f"right when it says {name}",
            "WiCE dev",
            str(which.sum()),
            share(right, int(which.sum())),
            "",
            "67 % of claims are bad here",
        )


def of_retrieval(folder: Path) -> Iterable[Figure]:
    """Yield how well passages are found."""
    hits, sets, full, n = 0, 0.0, 0, 0
    for row, page in wice(folder):
        gold = [set(each) for each in row["supporting_sentences"] if each]
        if row["label"] == "not_supported" or not gold:
            continue
        n += 1
        best = weighed(row["claim"], page, row["meta"]["claim_title"]).best
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
        seen[row["value"]].append(verdict in _FLAGS)
    for kind, where in (("fresh", "nowhere"), ("page", "the page")):
        yield Figure(
            f"corruptions flagged, value from {where}, as shipped",
            "corruptions_dev",
            str(len(seen[kind])),
            share(sum(seen[kind]), len(seen[kind])),
            "",
            "fitted on the same",
        )


def of_wikipedia(folder: Path) -> Iterable[Figure]:
    """Yield the figures of the Wikipedia rows; nothing is fitted on them.

    A text that the product's gate refuses is not judged, which flags nothing. Texts are taken as whole, cut or not.
    """
    flags, review, whole, refused = [], [], [], 0
    for row in rows(folder, "wikipedia-claims/v1.jsonl"):
        if row["extraction_status"] != "complete":
            continue
        refusal = gate.of(of_text(row["source_text"]), ENGLISH.function_words, ENGLISH.tag)
        refused += refusal is not None
        made = weighed(row["claim_text"], text_page(row["source_text"]), row["article_title"])
        flags.append(refusal is None and judge.verdict_of(made)[0] in _FLAGS)
        review.append(row["ground_truth"] != "Supported")
        whole.append(len(row["source_text"]) < CUT)
    found, true, uncut = np.array(flags), np.array(review), np.array(whole)
    for which, name in ((np.ones(len(true), bool), "Wikipedia rows"), (uncut, "the same, whole texts")):
        n = f"{which.sum()} ({true[which].sum()} need review)"
        note = f"nothing fitted on them; {refused} not judged" if which.all() else "nothing fitted on them"
        yield Figure("needs review: F1", name, n, drawn(f1, found[which], true[which]), "≥ .75", note)
        yield Figure(
            "needs review: balanced accuracy", name, n, drawn(balanced, found[which], true[which]), "≥ .80", note
        )
