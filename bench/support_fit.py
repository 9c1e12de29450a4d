"""Fit the weights, limits and levels of the support check, and write verifier/support/fitted.json.

Run from the top folder: python -m bench.support_fit [--shared SHARED].

Data: WiCE dev; one-fact corruptions of its supported claims, which teach what a value that belongs to something else
looks like; and the parts of sentences of WiCE train whose unsupported words are marked: each as it is, and as supported
without those words. Ridge logistic regression by Newton's method; the limits by five-fold cross-validation, in which
the corruptions of a claim are in its fold. Nothing of another split is read.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

if not __package__:
    sys.path[0] = str(Path(__file__).resolve().parent.parent)  # started as a file, beside a module named html

from bench.support_data import ENGLISH, Row, rows, wice, wice_page
from verifier.support import facts, features, judge
from verifier.support.fitted import fitted

OUT = Path(__file__).parent.parent / "verifier" / "support" / "fitted.json"
RIDGE, CORRUPTED = 30.0, 0.3  # the penalty, and what the corruptions weigh among the claims that are wrong
MARKED = 0.6  # what the marked parts weigh beside the claims of dev; their half without the words as much as the other
WINDOW = 0.85  # of the claim's words in three sentences, as in spec/support.md, section 9
Floats = NDArray[np.float64]


def fit(values: Floats, wrong: NDArray[np.bool_], weights: Floats) -> tuple[Floats, float]:
    """Return weights and bias in units of the counts themselves."""
    mean, spread = values.mean(0), values.std(0) + 1e-9
    design = np.c_[np.ones(len(values)), (values - mean) / spread]
    found, penalty = np.zeros(design.shape[1]), np.eye(design.shape[1]) * RIDGE
    penalty[0, 0] = 0
    for _ in range(60):
        chance = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (weights * (chance - wrong)) + penalty @ found
        curve = (design * (weights * chance * (1 - chance))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-8:
            break
    return found[1:] / spread, float(found[0] - (found[1:] * mean / spread).sum())


@dataclass(frozen=True, slots=True)
class Counted:
    """Claim ids, labels and counts of WiCE dev and of its corruptions, labelled "corrupted".

    `marked` are the counts of the marked parts, `wrong` which of them have unsupported words; they are only trained on.
    """

    ids: list[str]
    labels: NDArray[np.str_]
    values: Floats
    marked: Floats
    wrong: NDArray[np.bool_]

    def part(self, which: NDArray[np.bool_]) -> "Counted":
        """Return it with these claims only."""
        ids = [key for key, inside in zip(self.ids, which, strict=True) if inside]
        return Counted(ids, self.labels[which], self.values[which], self.marked, self.wrong)


def counts(folder: Path) -> Counted:
    """Return what is counted of WiCE dev, its corruptions and the marked parts."""
    ids, labels, values = [], [], []
    pages = {row["meta"]["id"]: (row, page) for row, page in wice(folder)}
    told = [(key, row["label"], row["claim"]) for key, (row, _) in pages.items()]
    told += [(row["claim_id"], "corrupted", row["claim"]) for row in rows(folder, "wice/corruptions_dev.jsonl")]
    for key, label, text in told:
        row, page = pages[key]
        weighed = judge.weigh(facts.read(text, ENGLISH), page, row["meta"]["claim_title"])
        ids.append(key)
        labels.append(label)
        values.append([weighed.counts[name] for name in features.NAMES])
    marked, wrong = _marked(folder)
    return Counted(ids, np.array(labels), np.array(values), marked, wrong)


def _marked(folder: Path) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the counts of the parts of WiCE train, and of the same without their unsupported words."""
    values, wrong = [], []
    for row in rows(folder, "wice/nst_train.jsonl"):
        page = wice_page(row["evidence"])
        for text, is_wrong in ((row["claim"], True), (_supported(row), False)):
            weighed = judge.weigh(facts.read(text, ENGLISH), page, row["meta"].get("claim_title", ""))
            values.append([weighed.counts[name] for name in features.NAMES])
            wrong.append(is_wrong)
    return np.array(values), np.array(wrong)


def _supported(row: Row) -> str:
    """Return the part without the words that are marked."""
    text, place = "", 0
    for token, marked in zip(row["claim_tokens"], row["non_supported_spans"], strict=True):
        at = row["claim"].find(token, place)
        if at >= 0:
            text += row["claim"][place:at] + ("" if marked else token)
            place = at + len(token)
    return " ".join((text + row["claim"][place:]).split())


def trained(told: Counted) -> tuple[Floats, float]:
    """Return weights and bias from these claims and the marked parts."""
    share = np.where(told.wrong, 1 / told.wrong.sum(), 1 / (~told.wrong).sum()) * 150 * MARKED
    wrong = np.r_[told.labels != "supported", told.wrong]
    return fit(np.r_[told.values, told.marked], wrong, np.r_[balance(told.labels), share])


def balance(labels: NDArray[np.str_]) -> Floats:
    """Return what each row weighs: right and wrong claims the same together, corruptions their share of the wrong."""
    right, made = labels == "supported", labels == "corrupted"
    share = np.where(made, CORRUPTED / max(1, made.sum()), (1 - CORRUPTED) / max(1, (~right & ~made).sum()))
    return np.asarray(np.where(right, 1 / right.sum(), share) * 150)


def _folds(told: Counted, seed: int) -> Iterator[NDArray[np.bool_]]:
    """Yield, for each of five folds, which rows are not in it; the corruptions of a claim are in its fold."""
    names = sorted(set(told.ids))
    order = np.random.default_rng(seed).permutation(len(names))
    fold = {names[index]: place % 5 for place, index in enumerate(order)}
    folds = np.array([fold[each] for each in told.ids])
    yield from (folds != each for each in range(5))


def crossed(told: Counted, seed: int) -> Floats:
    """Return the score of every row by a fit that did not see its claim."""
    scores = np.zeros(len(told.ids))
    for train in _folds(told, seed):
        weights, bias = trained(told.part(train))
        scores[~train] = 1 / (1 + np.exp(-(told.values[~train] @ weights + bias)))
    return scores


def nested(told: Counted, seed: int) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the score of every row, and whether it is flagged, with weights and limit from the other folds alone."""
    scores, flags = np.zeros(len(told.ids)), np.zeros(len(told.ids), bool)
    for train in _folds(told, seed):
        known = told.part(train)
        weights, bias = trained(known)
        scores[~train] = 1 / (1 + np.exp(-(told.values[~train] @ weights + bias)))
        real = known.labels != "corrupted"
        flags[~train] = scores[~train] >= limit(crossed(known, seed)[real], known.labels[real] != "supported")
    return scores, flags


def limit(scores: Floats, wrong: NDArray[np.bool_]) -> float:
    """Return the score from which on a claim is flagged: the best balanced accuracy, smoothed over its neighbours."""
    steps = np.linspace(0.3, 0.8, 51)
    gains = np.array([((scores[wrong] >= each).mean() + (scores[~wrong] < each).mean()) / 2 for each in steps])
    smooth = np.convolve(np.pad(gains, 3, mode="edge"), np.ones(7) / 7, mode="valid")
    return round(float(steps[smooth.argmax()]), 2)


def main() -> None:
    """Fit, and write the file; the levels are counted with the limits that were found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that has data/support")
    folder = parser.parse_args().shared / "data/support"
    if not folder.is_dir():
        parser.error(f"{folder} is no folder: name the one that holds data/support with --shared")
    told = counts(folder)
    labels = told.labels
    weights, bias = trained(told)
    real = labels != "corrupted"
    scores = np.mean([crossed(told, seed) for seed in range(5)], axis=0)
    flag = limit(scores[real], labels[real] != "supported")
    data = {
        "provenance": "written by bench/support_fit.py from WiCE dev (349 claims), its 341 corruptions and the 374 "
        "marked parts of WiCE train, as they are and without the marked words (../shared/data/support/wice); levels "
        "counted on WiCE dev",
        "bias": round(bias, 6),
        "weights": {name: round(float(weight), 6) for name, weight in zip(features.NAMES, weights, strict=True)},
        "limits": {"flag": flag, "sure": round(min(0.9, flag + 0.15), 2), "window": WINDOW},
        "levels": {},
    }
    OUT.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    fitted.cache_clear()
    data["levels"] = levels(folder)
    OUT.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def levels(folder: Path) -> dict[str, tuple[int, int, int, int]]:
    """Count, for each verdict and level, claims not fully supported and fully supported."""
    made: dict[str, list[int]] = {}
    totals = [0, 0]
    for row, page in wice(folder):
        weighed = judge.weigh(facts.read(row["claim"], ENGLISH), page, row["meta"]["claim_title"])
        verdict, level, _ = judge.verdict_of(weighed)
        good = row["label"] == "supported"
        totals[good] += 1
        made.setdefault(f"{verdict}/{level}", [0, 0])[good] += 1
    return {name: (bad, totals[0], good, totals[1]) for name, (bad, good) in sorted(made.items())}


if __name__ == "__main__":
    main()
