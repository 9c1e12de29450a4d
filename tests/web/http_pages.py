"""What the tests of the network transport ask for, and a page that is whole."""

URL = "http://example.org/a?b=%e2&c=é"
PAGE = b"<html>" + b"The minister resigned on Monday. " * 50 + b"</html>"
