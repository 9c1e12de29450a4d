"""Pages as articles on the command line: verified, drafted into a registry, verified again; offline from the store."""

import datetime as dt
import json
import tomllib
from pathlib import Path

import pytest
from wikis import HOST, RYE_PERMANENT, RYE_URL, Answers, Scripted, failed, html, newest, parsed, text, which

from verifier import api
from verifier.errors import VerifierError
from verifier.web import Request
from verifier.web.recorder import Recorder

from .bridge import CLEAN, run

PAGE = "https://example.org/bridge.txt"
PLAIN = html(CLEAN, kind="text/plain; charset=utf-8")
NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
AS_TEXT = ("--offline", "--format-in", "plaintext")


def record(answers: Answers, folder: str = "store", now: dt.datetime = NOW) -> None:
    """Keep these answers, as a run without --offline does."""
    recorder = Recorder(Scripted(answers), folder, now=lambda: now, warn=print)
    for url in answers:
        try:
            recorder.send(Request(url))
        except VerifierError:
            continue


def wiki(revision: int, body: str = CLEAN) -> Answers:
    """Return the answers of a wiki whose page is at this revision."""
    return {which("Rye"): newest("Rye", revision), text(revision): parsed("Rye", revision, body)}


def test_a_page_is_verified_without_a_registry(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record({PAGE: PLAIN})

    assert 0 == run(PAGE, "--offline")
    said = capsys.readouterr().out
    assert "Every citation finds an entry" in said
    assert f"{PAGE} was read as it was on 2026-11-24." in said
    (article,) = json.loads((here / "reports/report.json").read_text())["articles"]
    source = {"asked": PAGE, "url": PAGE, "revision": None, "recorded": "2026-11-24T12:00:00Z"}
    assert (article["path"], article["format"], article["source"]) == (PAGE, "plaintext", source)


def test_a_secret_in_an_address_stays_in_the_registry(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"{PAGE}?token=abc"
    record({url: PLAIN})

    assert 0 == run("init", url, "--offline")
    assert f"from {PAGE}?token=***" in capsys.readouterr().out
    assert f'url = "{url}"' in (here / "references.toml").read_text()
    assert 3 == run("--offline", "-q")
    for each in (here / "reports").iterdir():
        assert "abc" not in each.read_text()
        assert "token=" in each.read_text()


def test_findings_name_the_page_and_its_lines(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record({PAGE: html(CLEAN.replace("[2]", "[3]"), kind="text/plain")}, "kept")

    assert 1 == run(PAGE, "--offline", "--store", "kept")
    assert f"{PAGE}:5:" in capsys.readouterr().out


def test_a_wikis_page_is_read_at_one_revision(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(wiki(123))

    assert 0 == run(RYE_URL, *AS_TEXT)
    told = " ".join(capsys.readouterr().out.split())
    assert f"{RYE_URL} was read as {RYE_PERMANENT} (revision 123) as it was on 2026-11-24." in told
    for name in ("report.md", "report.html"):
        assert "(revision 123)" in (here / "reports" / name).read_text().replace("\\", "")
    (article,) = json.loads((here / "reports/report.json").read_text())["articles"]
    assert article["path"] == article["source"]["url"] == RYE_PERMANENT
    assert article["source"]["revision"] == "123"


def test_init_writes_the_revision_and_verify_reads_just_that_one(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(wiki(123))

    assert 0 == run("init", RYE_URL, *AS_TEXT)
    assert f"references.toml: drafted with 2 references and 2 claims from {RYE_PERMANENT}\n" in capsys.readouterr().out
    registry = (here / "references.toml").read_text()
    assert f'[article]\nurl = "{RYE_PERMANENT}"\n' in registry

    (here / "store" / HOST).rename(here / "elsewhere")
    record({text(123): parsed("Rye", 123, CLEAN)})
    for argv in ((), ("references.toml",), (".",), (RYE_PERMANENT,)):
        assert 3 == run(*argv, *AS_TEXT, "--only", "registry,archive"), argv
        report = json.loads((here / "reports/report.json").read_text())
        assert [each["path"] for each in report["articles"]] == [RYE_PERMANENT], argv
        assert len(report["references"]) == 2
        assert [each["reason"] for each in report["unverified"]] == [
            "it has no archive URL, so there was nothing to look up"
        ] * 2


def test_init_adds_to_the_registry_of_the_same_revision_only(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(wiki(123))
    assert 0 == run("init", RYE_URL, *AS_TEXT)
    drafted = (here / "references.toml").read_text()
    capsys.readouterr()

    assert 0 == run("init", RYE_URL, *AS_TEXT)
    assert "nothing to add" in capsys.readouterr().out

    record(wiki(130, CLEAN.replace("closed on", "shut on")))
    assert 2 == run("init", RYE_URL, *AS_TEXT)
    err = capsys.readouterr().err
    assert f"references.toml: is about another revision ({RYE_PERMANENT})" in err
    assert f"correct article.url to {RYE_PERMANENT.replace('123', '130')} and run init again" in err
    assert drafted == (here / "references.toml").read_text()

    record({PAGE: PLAIN})
    assert 2 == run("init", PAGE, "--offline")
    assert f"is about another article ({RYE_PERMANENT})" in capsys.readouterr().err
    (here / "a.txt").write_text(CLEAN)
    assert 2 == run("init", "a.txt", "--offline")
    assert f"is about another article ({RYE_PERMANENT})" in capsys.readouterr().err


def test_a_page_is_not_the_file_that_a_registry_is_about(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "references.toml").write_text(f'schema = 1\n[article]\npath = "a.txt"\nurl = "{PAGE}"\n')
    record({PAGE: PLAIN})

    assert 2 == run("init", PAGE, "--offline")
    assert "is about another article (a.txt)" in capsys.readouterr().err
    assert 0 == run(PAGE, "--offline", "-q")  # without the registry
    assert 0 == run("init", "a.txt", "--offline")
    assert 3 == run("--offline", "-q")
    (article,) = json.loads((here / "reports/report.json").read_text())["articles"]
    assert (article["path"], article["source"]) == ("a.txt", None)


def test_the_answers_lie_beside_the_registry(here: Path) -> None:
    (here / "rye").mkdir()
    record(wiki(123), "rye/store")

    assert 0 == run("init", RYE_URL, *AS_TEXT, "--registry", "rye/references.toml")
    assert 3 == run("rye", *AS_TEXT, "-q")
    assert 3 == run(RYE_URL, *AS_TEXT, "-q")  # ./store has nothing
    assert 0 == run(RYE_URL, *AS_TEXT, "-q", "--store", "rye/store")


def test_pages_of_one_store_share_one_transport(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = "https://example.org/other.txt"
    transport, stores = Scripted({PAGE: PLAIN, other: PLAIN}), []

    def opened(store: str, **_: object) -> Scripted:
        stores.append(store)
        return transport

    monkeypatch.setattr(api, "open_transport", opened)

    assert 0 == run(PAGE, other, "-q")
    assert (stores, transport.asked) == (["store"], [PAGE, other])


def test_equal_recordings_give_equal_bytes(here: Path) -> None:
    record(wiki(123))
    assert 0 == run("init", RYE_URL, *AS_TEXT)
    assert 3 == run(*AS_TEXT, "-q", "--reports-dir", "first")
    assert 3 == run(*AS_TEXT, "-q", "--reports-dir", "second")

    for each in (here / "first").iterdir():
        assert each.read_bytes() == (here / "second" / each.name).read_bytes()


@pytest.mark.parametrize("command", [(), ("init",)])
@pytest.mark.parametrize(
    ("answers", "code", "said", "hint"),
    [
        ({}, 3, f"{RYE_URL}: its answer is not recorded in the store", "run once without --offline"),
        ({which("Rye"): failed("missingtitle", "x")}, 2, f"{HOST} has no such page: x", "check the address"),
        ({which("Rye"): failed("maxlag", "lagged")}, 3, "is too busy (maxlag): lagged", "run again later"),
        ({which("Rye"): html("", 503)}, 3, "has trouble (503)", "run again later"),
        ({which("Rye"): html("", 429)}, 3, "asks us to slow down (429)", "run again later"),
    ],
)
def test_a_page_that_cannot_be_had_is_not_called_missing(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
    answers: Answers,
    code: int,
    said: str,
    hint: str,
) -> None:
    record(answers)

    assert code == run(*command, RYE_URL, "--offline")
    err = capsys.readouterr().err
    assert f"verify: {RYE_URL}: " in err
    assert said in err
    assert hint in err
    assert "Traceback" not in err
    assert not (here / "reports").exists()
    assert not (here / "references.toml").exists()


def test_a_damaged_recording_is_incomplete(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record({PAGE: PLAIN})
    (body,) = (here / "store/bodies").iterdir()
    body.write_text("no")

    assert 3 == run(PAGE, "--offline")
    assert "delete it and run once without --offline" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://127.0.0.1/bridge", "not a public address"),
        ("http://localhost/bridge", "localhost is this computer"),
        ("https://example.org:8080/bridge", "port 8080 is not asked"),
        ("https://example.org/a b", "white space"),
    ],
)
def test_inner_and_broken_addresses_are_refused_online_too(
    here: Path, capsys: pytest.CaptureFixture[str], url: str, said: str
) -> None:
    assert 2 == run(url)
    assert said in capsys.readouterr().err
    assert not (here / "store").exists()


def test_a_registry_that_names_no_article_says_both_ways(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "references.toml").write_text("schema = 1\n")

    assert 2 == run("--offline")
    assert 'add [article] with path = "..." or url = "..."' in capsys.readouterr().err


def test_a_registrys_faults_are_told_before_its_page_is_asked_for(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "references.toml").write_text('schema = 1\n[article]\nurl = "example.org/a"\n')

    assert 2 == run("--offline")
    assert "references.toml:3: [article]: url is read where there is no path" in capsys.readouterr().err


WIKI_HTML = """<div class="mw-content-ltr mw-parser-output" lang="en" dir="ltr"><p><b>Rye</b> fell on 3 May 2016.\
<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span class="cite-bracket">&#91;</span>1\
<span class="cite-bracket">&#93;</span></a></sup> Oats rose on 4 June 2016.<sup id="cite_ref-2" class="reference">\
<a href="#cite_note-2">[2]</a></sup></p>
<div class="mw-heading mw-heading2"><h2 id="References">References</h2></div>
<div class="mw-references-wrap"><ol class="references">
<li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span>
<span class="reference-text"><cite class="citation news cs1"><a rel="nofollow" class="external text"
 href="https://web.archive.org/web/20160504000000/http://courier.example/rye">"Rye falls"</a>. <i>Ellin Courier</i>.
 3 May 2016. Archived from <a rel="nofollow" class="external text" href="http://courier.example/rye">the original</a>
 on 4 May 2016.</cite></span></li>
<li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span>
<span class="reference-text"><cite class="citation news cs1"><a rel="nofollow" class="external text"
 href="http://gazette.example/oats">"Oats rise"</a>. <i>Vale Gazette</i>. 4 June 2016.</cite></span></li>
</ol></div></div>"""


def test_a_wikis_html_becomes_a_registry_with_its_addresses(here: Path) -> None:
    record(wiki(123, WIKI_HTML))

    assert 0 == run("init", "https://en.m.wikipedia.org/wiki/Rye#Fall", "--offline")
    drafted = tomllib.loads((here / "references.toml").read_text())
    references = drafted["reference"]
    assert drafted["article"] == {"url": RYE_PERMANENT, "title": "Rye"}
    assert [each.get("url") for each in references] == ["http://courier.example/rye", "http://gazette.example/oats"]
    assert references[0]["archive_url"] == "https://web.archive.org/web/20160504000000/http://courier.example/rye"

    assert 3 == run("--offline", "-q")
    report = json.loads((here / "reports/report.json").read_text())
    (read,) = report["articles"]
    assert (read["format"], read["title"], read["path"]) == ("html", "Rye", RYE_PERMANENT)
    assert [each["text"] for each in read["claims"]] == ["Rye fell on 3 May 2016.", "Oats rose on 4 June 2016."]
    assert [each["cites"] for each in read["claims"]] == [[each["id"]] for each in references]
    assert report["summary"]["findings"]["error"] == 0
