"""Interfaces that answer with status 200 that they have nothing to give, and data that only looks like it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.content import cues
from verifier.content.likeness import Likeness
from verifier.content.page import read
from verifier.content.refusals import of_body


def decided(body: str, kind: str = "application/json", *, truncated: bool = False, cited: str = "") -> str:
    """Return the cue that decides on a captured body."""
    seen = read(body.encode(), kind, truncated=truncated)
    cue = cues.decide(cues.of_page(seen, cited, Likeness.UNSURE, "api.grain.test"))
    return cue.name if cue else ""


@pytest.mark.parametrize(
    "body",
    [
        '{"error":{"code":404,"message":"Requested entity was not found.","status":"NOT_FOUND"}}',
        '{"errors":[{"status":"404","title":"Resource not found","detail":"The article 12 does not exist."}]}',
        '{"error":"not_found","reason":"missing"}',
        '{"message":"Not Found","documentation_url":"https://docs.github.com/rest","status":"404"}',
        '{"code":"rest_no_route","message":"No route was found matching the URL.","data":{"status":404}}',
        '{"timestamp":"2020-01-01T00:00:00Z","status":404,"error":"Not Found","path":"/a"}',
        '{"statusCode":404,"message":"Cannot GET /x","error":"Not Found"}',
        '{"detail":"Not found."}',
        '{"detail":"Not Found"}',
        '{"success":false,"error":"Article not found"}',
        '{"type":"about:blank","title":"Not Found","status":404,"detail":"x"}',
        '{"message":"An error occurred"}',
        '{"ok":false,"error_code":404,"description":"Not Found"}',
        '{"error":true,"message":"Page not found"}',
        '{"status":"error","message":"Page not found","data":null}',
        '{"error":"Unauthorized"}',
        '{"errors":["Article not found"]}',
        '{"code":404,"message":"Article not found"}',
        '{"errors":[{"message":"Could not resolve to a Repository","type":"NOT_FOUND"}],"data":null}',
        '{"success":false,"message":"The page you requested does not exist"}',
        '{"title":"Too many requests","status":429}',
        '{"error":"404"}',
    ],
)
def test_an_answer_that_there_is_nothing_is_no_page(body: str) -> None:
    assert decided(body) == "error-answer"


@pytest.mark.parametrize(
    "body",
    [
        '{"code":451,"message":"Gale warning","type":"weather"}',
        '{"code":"404","title":"Atlanta","description":"Area code of Atlanta","items":[]}',
        '{"code":500,"title":"Fortune 500","description":"List","items":[]}',
        '{"title":"Fire","description":"The article has been removed by the courts, the mayor said.","content":""}',
        '{"status":"failed","title":"Launch of Zuma","description":"SpaceX launch","items":[]}',
        '{"error":null,"code":404,"data":null}',
        '{"success":true,"code":404,"data":[]}',
        '{"description":"A song called 404","title":"404 error","type":"song","status":"404"}',
        '{"error":0.05,"status":"ok"}',
        '{"error":"\xb10.5 \xb0C","type":"sensor"}',
        '{"title":"Not Found","type":"album"}',
        '{"errors":[],"data":{"a":1}}',
        '{"error":null,"result":[1]}',
        '{"status":"ok","message":"The harvest began"}',
        '[{"error":"not found"}]',
        '{"title":"Page not found","url":"http://x","status":404}',
        '{"message":"The page was not found by the archivist until 1921","author":"x"}',
        '{"id":404,"title":"Not found","name":"x"}',
        '{"message":"Hello"}',
        '{"code":404,"name":"Route"}',
        '{"success":true,"data":[]}',
        "NaN",
        '{"status":"200","description":"Page not found pages of the web"}',
        '{"id":1,"status":500,"name":"x"}',
        '{"title":"Not Found","code":404,"id":3}',
        '{"message":"Service unavailable on Sundays, the ferry company said","title":"Ferry"}',
        '{"description":"The court found that the file was removed","title":"x","id":2}',
        '{"error":"type I","description":"rejecting a true hypothesis"}',
        '{"message":"The article is not available on Sundays"}',
        '{"errors":[{"data":1}]}',
        '{"title":"Not Found","code":404}',
        '{"results":[]}',
        '{"results":[],"status":200}',
        '{"data":null}',
        '{"items":[],"message":"hi"}',
        '{"error":"","data":[]}',
        "{}",
        '{"error":false,"data":[],"message":"OK"}',
        '{"success":true,"message":"Page not found template saved"}',
        '{"a":' + "[" * 5_000,
        '{"code":' + "4" * 3_000 + ',"error":"x"}',
    ],
)
def test_data_is_no_error_for_the_words_in_it(body: str) -> None:
    assert decided(body) == ""


MISSING = '{"error":"not_found","reason":"missing"}'


@pytest.mark.parametrize(
    "kind", ["application/json; charset=utf-8", "application/problem+json", "text/html", "", "text/plain"]
)
def test_servers_have_many_names_for_json(kind: str) -> None:
    assert decided(f"\ufeff \n{MISSING}", kind) == "error-answer"


def test_what_is_no_json_or_not_whole_or_cited_as_such_tells_nothing() -> None:
    assert decided(MISSING, "application/pdf") == ""
    assert decided(MISSING, truncated=True) == ""
    assert decided(MISSING, cited="The error not_found, explained") == ""
    assert decided(MISSING[:-1] + ',"trace":"' + "x" * 5_000 + '"}') == "", "an answer that something failed is short"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["error", "status", "message", "data", "code", "errors", "title"]), VALUES))
def test_an_object_with_data_of_its_own_is_never_an_error(members: dict[str, object]) -> None:
    of_body(json.dumps(members))

    assert of_body(json.dumps({"harvest": 1921, "error": "not found", "status": 404, **members})) == ""
