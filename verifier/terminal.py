"""The summary on a terminal: the text report, coloured where there is a terminal and colour is wanted."""

from typing import TextIO

from verifier.model.report import Report
from verifier.summary import render

_STYLES = ((": error: ", "bold red"), (": warning: ", "yellow"), (": note: ", "cyan"))


def show(report: Report, stream: TextIO, *, verbose: bool = False, colour: bool = True) -> None:
    """Write the summary; plain where the stream is no terminal or `colour` is off."""
    text = render(report, verbose=verbose)
    if not colour or not stream.isatty():
        stream.write(text)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)
    for line in text.split("\n")[:-1]:
        style = next((style for mark, style in _STYLES if mark in line), "")
        heading = line in ("Do these first:", "Not checked:")
        console.print(Text(line, style="bold" if heading else style))  # Text: markup in foreign text is not obeyed
