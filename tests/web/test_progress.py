"""How far the asking is: a line drawn anew on a terminal, few lines elsewhere, and a time that the lanes bear."""

from verifier.web.limits import INDEX, REPLAY, ceiling_of
from verifier.web.progress import Progress

OTHER = ceiling_of("https://example.org/")


class Told:
    def __init__(self, *, is_terminal: bool) -> None:
        self.time = 0.0
        self.lines: list[str] = []
        self.progress = Progress(self.lines.append, lambda: self.time, is_terminal=is_terminal)

    def at(self, time: float) -> str:
        """Return what is written at that time."""
        self.time = time
        self.lines.clear()
        self.progress.tick()
        return "".join(self.lines)


def test_a_log_gets_a_line_in_ten_seconds() -> None:
    told = Told(is_terminal=False)
    told.progress.start({REPLAY: 960, OTHER: 40})

    assert told.at(9.9) == ""
    assert told.at(10) == "asked 0 of 1000; about 2 min left, for web.archive.org\n"
    assert told.at(19) == ""
    assert told.at(20) != ""


def test_a_terminal_gets_one_line_that_is_gone_at_the_end() -> None:
    told = Told(is_terminal=True)
    told.progress.start({OTHER: 4})

    assert told.at(0.1) == ""
    assert told.at(0.2) == "\r\x1b[Kasked 0 of 4; about 1 s left, for example.org:443"
    told.lines.clear()
    told.progress.end()
    told.progress.end()
    assert told.lines == ["\r\x1b[K"]


def test_the_slowest_lane_says_how_long_and_never_less_than_its_limit() -> None:
    told = Told(is_terminal=False)
    told.progress.start({REPLAY: 100, INDEX: 100})
    for _ in range(50):
        told.progress.done(INDEX)
        told.progress.done(REPLAY)

    assert told.at(10) == "asked 100 of 200; about 2 min left, for the index of web.archive.org\n"
    assert "asked 100 of 200; about 7 min left" in told.at(400)


def test_nothing_left_is_no_time_left() -> None:
    told = Told(is_terminal=False)
    told.progress.start({OTHER: 1})
    told.progress.done(OTHER)

    assert told.at(10) == "asked 1 of 1\n"


def test_hours_are_told_as_hours() -> None:
    told = Told(is_terminal=False)
    told.progress.start({INDEX: 10_000})

    assert "about 7 h left" in told.at(10)
