"""What pages ask the ledger for: open ledgers for many readers at once, and the index of claims kept in memory.

A ledger object serves one reader at a time, so each request borrows one. The index is made once, and again when what it
is made from has changed. Imports: ledger, records and this room only.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock

from headwater.errors import LedgerError
from headwater.ledger import Ledger
from headwater.records import Judgement
from headwater.web.catalogue import Catalogue, make_catalogue


class Desk:
    """A ledger file as the explorer reads it; safe for many threads."""

    def __init__(self, path: Path) -> None:
        """Open the ledger once to see that it is one.

        Raises:
            LedgerError: It is missing, no ledger, or of another version.
        """
        self.path = path
        self._idle: LifoQueue[Ledger] = LifoQueue()
        self._lock = Lock()
        self._kept: tuple[tuple[int, ...], str, Catalogue] | None = None
        with self.ledger() as ledger:
            self.sealed = ledger.info().state == "sealed"

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        """Lend a ledger to one reader."""
        try:
            held = self._idle.get_nowait()
        except Empty:
            held = Ledger.open(self.path)
        try:
            yield held
        finally:
            self._idle.put(held)

    def close(self) -> None:
        """Close what is not lent."""
        while not self._idle.empty():
            self._idle.get_nowait().close()

    def judge(self, judgement: Judgement) -> None:
        """Write a judgement: the explorer's only write.

        Raises:
            LedgerError: The ledger is sealed, or another process keeps it locked.
        """
        if self.sealed:
            raise LedgerError(str(self.path), "it is sealed and takes no judgements", "judge in the unsealed ledger")
        with Ledger.open(self.path, read_only=False) as ledger:
            ledger.add_judgement(judgement)

    def catalogue(self) -> Catalogue:
        """Return the index; it is made again when the file has changed since, but not for a judgement."""
        stamp = self._stamp()
        kept = self._kept
        if kept is not None and kept[0] == stamp:
            return kept[2]
        with self._lock, self.ledger() as ledger:
            kept = self._kept
            if kept is None or kept[0] != stamp:
                root = ledger.root_without_judgements()
                known = kept[2] if kept and root and kept[1] == root else make_catalogue(ledger)
                self._kept = kept = (stamp, root, known)
            return kept[2]

    def _stamp(self) -> tuple[int, ...]:
        """Size and time of the file and its write-ahead log."""
        stamp: list[int] = []
        for path in (self.path, self.path.with_name(self.path.name + "-wal")):
            try:
                facts = path.stat()
            except FileNotFoundError:
                continue
            stamp += [facts.st_size, facts.st_mtime_ns]
        return tuple(stamp)
