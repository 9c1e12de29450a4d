"""Wikitext: one linear scanner, MediaWiki's numbering of references, and the text a reader of the page sees."""
