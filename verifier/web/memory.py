"""What earlier runs have recorded, and how old it is."""

from verifier.errors import NotRecorded
from verifier.web import Request, Response, record
from verifier.web.journal import Journal
from verifier.web.store import Replay


class Memory:
    """A `verifier.web.Recall` of a store and its journal."""

    def __init__(self, replay: Replay, journal: Journal) -> None:
        self._replay = replay
        self._journal = journal
        self.recorded = ""
        self.confirmed = ""
        self.missed = False

    def send(self, request: Request) -> Response:
        """See `verifier.web.Recall`."""
        try:
            response = self._replay.send(request)
        except NotRecorded:
            self.missed = True
            raise
        last = self._journal.last(record.key(request), response.recorded)
        self.recorded = min(self.recorded or response.recorded, response.recorded)
        self.confirmed = min(self.confirmed or last, last)
        return response
