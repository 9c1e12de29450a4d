"""How large the editors' page is, and how fast a browser opens it: an article of 400 and one of 1,000 claims.

Run from the top folder: python -m bench.page [--keep FOLDER]. The articles are made up: a chronicle whose list lost a
sixth of its entries, so that every card holds a mapping with its evidence. The time is that of a headless Chromium from
the start of the navigation to the end of the load event, and to the first contentful paint; the best of five.
"""

import argparse
import datetime as dt
import random
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from verifier import Job, open_transport, verify
from verifier.outputs import formats

SIZES = (400, 1_000)  # claims
LOST = 6  # of as many entries one is lost
TRIES = 5
_NAMES = ("Ellin", "Aren", "Dorb", "Kalm", "Morva", "Sith", "Tarn", "Ulmo", "Veld", "Wend")
_TIMES = """() => {
  const load = performance.getEntriesByType('navigation')[0].loadEventEnd;
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return [load, paint ? paint.startTime : load];
}"""


def chronicle(claims: int) -> str:
    """Return the text of an article with as many claims, each with its own source, some of which are lost."""
    chance = random.Random(4)
    lost = set(chance.sample(range(claims), claims // LOST))
    day = dt.date(2012, 1, 3)
    told: list[str] = []
    listed: list[str] = []
    for number in range(claims):
        day += dt.timedelta(days=chance.randint(0, 9))
        names = f"{chance.choice(_NAMES)} {chance.choice(_NAMES)}"
        told.append(
            f"On {_day(day)}, forces of the {names} council took the village of {names.split()[0]}ford, and "
            f"{chance.randint(3, 90)} people were hurt in the fights that followed.[{number + 1}]"
        )
        published = day + dt.timedelta(days=chance.randint(0, 2))
        accessed = published + dt.timedelta(days=chance.randint(0, 40))
        archived = accessed + dt.timedelta(days=chance.randint(0, 900))
        if number not in lost:
            title = f"Village {names.split()[0]}ford taken by {names}"
            listed.append(
                f'{len(listed) + 1}. "{title}". {chance.choice(_NAMES)} Courier. '
                f"{_day(published)}. Archived from the original on {_day(archived)}. Retrieved {_day(accessed)}."
            )
    paragraphs = [" ".join(told[start : start + 6]) for start in range(0, claims, 6)]
    return "\n\n".join(["A chronicle", *paragraphs, "References", "\n".join(listed)]) + "\n"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def opened(browser: Browser, path: Path) -> tuple[float, float]:
    """Return the milliseconds to the end of loading and to the first paint, the best of some tries."""
    times: list[Any] = []
    for _ in range(TRIES):
        page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
        page.goto(path.as_uri())
        times.append(page.evaluate(_TIMES))
        page.context.close()
    return min(load for load, _ in times), min(paint for _, paint in times)


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keep", metavar="FOLDER", help="leave the pages there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as driver:
        folder = Path(options.keep or scratch)
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        print(f"{'claims':>7} {'MB':>6} {'load ms':>8} {'paint ms':>9}")
        for claims in SIZES:
            article, path = folder / f"chronicle-{claims}.txt", folder / f"chronicle-{claims}.html"
            article.write_text(chronicle(claims), encoding="utf-8")
            job = Job(str(article), None, open_transport(str(folder / "store"), offline=True))
            report = verify([job], today=dt.date(2026, 11, 24), offline=True)
            path.write_text(formats()["html"].render(report), encoding="utf-8")
            load, paint = opened(browser, path)
            print(f"{claims:7} {path.stat().st_size / 1e6:6.2f} {load:8.0f} {paint:9.0f}")
        browser.close()


if __name__ == "__main__":
    main()
