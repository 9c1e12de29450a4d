"""The recorded cases of the shared archive data: real answers of web.archive.org from 2020 to 2026."""

from pathlib import Path

import pytest

from verifier.archives.wayback import ARCHIVE
from verifier.model.registry import Reference
from verifier.web.store import Replay

BIRDS = "https://www.fws.gov/birds/"
FAQS = "https://www.whitehouse.gov/administration/eop/ostp/about/student/faqs"
LOOP = "https://link.springer.com/article/10.1007/s00382-012-1331-2"


# shared/data/archives/INDEX.md, "The recorded cases and their verdicts", in its order. The last one has only one
# witness there; the canary's two questions are recorded and healthy, so it is absent by one witness.
@pytest.mark.parametrize(
    ("cited", "expected", "proposal"),
    [
        (f"20171124151315id_/{BIRDS}", "present", None),
        (f"20171124151315/{BIRDS}", "present", None),
        ("20171124143728id_/http://fws.gov/", "present", None),
        ("19961231235847id_/http://www.nasa.gov/", "present", None),
        (f"20171124151310id_/{BIRDS}", "present-near closest-within-tolerance", f"20171124151315/{BIRDS}"),
        (f"20171101000000id_/{BIRDS}", "wrong-date closest-out-of-tolerance", f"20171124151315/{BIRDS}"),
        (
            "20180808094144id_/https://www.epa.gov/ghgreporting/san5779-factsheet",
            "redirect-ok moved",
            "20180808104500/https://www.epa.gov/ghgreporting/proposed-rule-fact-sheet-greenhouse-gas-reporting-program"
            "-addition-global-warming",
        ),
        (f"20201027215555id_/{FAQS}", "redirect-bad target-error", None),
        (f"20201027215555/{FAQS}", "redirect-bad target-error", None),
        ("20200201020357id_/http://epa.gov/climatechange", "unknown not-recorded", None),
        (f"20200925075402id_/{LOOP}", "redirect-bad loop", None),
        ("20150129034904id_/http://www.reddit.com/r/PokemonGiveaway", "error-capture status-429", None),
        ("20170929002712id_/https://nationalpost.com/health/", "excluded owner", None),
        ("20170929002712id_/https://this-is-not-real-url.whatever/", "absent single-witness", None),
    ],
)
def test_recorded_case(shared: Path, cited: str, expected: str, proposal: str | None) -> None:
    store = Replay(str(shared / "data/archives/records"))
    inner = cited.partition("/")[2]
    reference = Reference("a", 1, url=inner, archive_url=f"https://web.archive.org/web/{cited}")

    lookup = ARCHIVE.look(reference, store)

    assert f"{lookup.verdict} {lookup.reason}".strip() == expected, lookup.evidence
    assert lookup.proposal == (proposal and f"https://web.archive.org/web/{proposal}")
    assert lookup.also == ()


def test_the_chain_is_kept_when_the_recording_ends(shared: Path) -> None:
    reference = Reference("a", 1, archive_url="https://web.archive.org/web/20200201020357/http://epa.gov/climatechange")

    lookup = ARCHIVE.look(reference, Replay(str(shared / "data/archives/records")))

    asked = [sentence.partition(": ")[2] for sentence in lookup.evidence]
    assert asked[:2] == [
        "302, no capture at that second, found a capture at 20200201023757, recorded 2020-09-21",
        "301, a captured redirect, Memento-Datetime 2020-02-01 02:37:57 UTC, recorded 2020-09-21",
    ]
    assert "is not recorded" in asked[2]
