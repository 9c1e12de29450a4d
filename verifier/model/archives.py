"""The noun of archives: one service that holds snapshots, from the table or from a registry."""

from verifier.values import frozen


@frozen
class Canary:
    """Two addresses with known answers, as the archive is asked for them: one that plays, one never captured."""

    plays: str
    absent: str


@frozen
class ArchiveHost:
    """One known archive. `domains` are whole host names without "www."; `paths` are (host, leading path) pairs.

    `method` and `trust` are words explained at the top of hosts.toml; `note` says why, "" where nothing is odd.
    `reader` names the archive of `verifier.archives` that reads its addresses. `play` is what stands before the
    timestamp where the bytes are asked for, if not what the address itself has there; `timemap` and `timegate` are
    what stands before a page's address where all its captures are listed, and where the nearest one is asked for.
    """

    id: str
    name: str
    domains: tuple[str, ...]
    paths: tuple[tuple[str, str], ...] = ()
    method: str = "memento"
    trust: str = "ok"
    note: str = ""
    source: str = ""
    reader: str = "memento"
    play: str = ""
    timemap: str = ""
    timegate: str = ""

    def has(self, host: str, target: str) -> bool:
        """Tell whether an address on this host, with this path, is of the archive; both as `urls.parse` gives them."""
        name = host.removeprefix("www.")
        below = dict(self.paths).get(name)
        return name in self.domains or (below is not None and target.startswith(below))
