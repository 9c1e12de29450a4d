"""Places that every reader keeps: inside the article's text, and inside the file."""

from verifier.model.article import Article


def must_hold(text: str, article: Article) -> None:
    """Check that every place lies inside the article's text and inside the file, and that markers are in order."""
    last = article.origin.in_file(len(text))
    spans = [marker.span for marker in article.markers]
    spans += [span for claim in article.claims for span in (claim.span, claim.sentence, claim.paragraph)]
    spans += [entry.span for each in article.lists for entry in each.entries]
    for span in spans:
        assert 0 <= span.start <= span.end <= len(article.text)
        first, end = article.origin.ends(span.start, span.end)
        assert (1, 1) <= first <= end <= last
    for remark in article.remarks:
        assert remark.in_file is None or 0 <= remark.in_file.start <= remark.in_file.end <= len(text)
    assert [marker.span.start for marker in article.markers] == sorted(marker.span.start for marker in article.markers)
