"""Every error headwater raises on purpose.

HeadwaterError
├── SpanError      a span does not fit the text it points into
├── InputError     an input as a whole cannot be used (a story file that is no story, a folder that is not there)
├── LedgerError    a ledger cannot be opened, is of another version, or is not a ledger
├── LexiconError   a data file of words, outlets or units is malformed
├── ModelError     the reader model's files are missing or do not belong together
└── NotFoundError  an id or name that the ledger does not hold
"""


class HeadwaterError(Exception):
    """Catch this to catch everything headwater raises on purpose."""


class SpanError(HeadwaterError, ValueError):
    """A span does not fit the text it points into."""

    def __init__(self, doc_id: str, start: int, end: int, length: int) -> None:
        self.doc_id, self.start, self.end, self.length = doc_id, start, end, length
        super().__init__(
            f"span [{start}, {end}) does not fit document {doc_id!r} of {length} characters; "
            "spans are not empty and count code points of Document.text, never bytes or tokens"
        )


class InputError(HeadwaterError, ValueError):
    """An input as a whole cannot be used; the message says what was found and what to do."""

    def __init__(self, location: str, found: str, remedy: str) -> None:
        self.location, self.found, self.remedy = location, found, remedy
        super().__init__(f"{location}: {found}; {remedy}")


class LedgerError(HeadwaterError, OSError):
    """A ledger cannot be opened, written or read as a ledger."""

    def __init__(self, path: str, found: str, remedy: str) -> None:
        self.path, self.found, self.remedy = path, found, remedy
        super().__init__(f"{path}: {found}; {remedy}")


class LexiconError(HeadwaterError, ValueError):
    """A data file of words, outlets or units is malformed."""

    def __init__(self, file: str, line: int, found: str) -> None:
        self.file, self.line, self.found = file, line, found
        super().__init__(f"{file}, line {line}: {found}")


class ModelError(HeadwaterError, RuntimeError):
    """The reader model's files are missing or do not belong together."""


class NotFoundError(HeadwaterError, KeyError):
    """An id or name that the ledger does not hold."""

    def __init__(self, kind: str, name: str, near: tuple[str, ...] = ()) -> None:
        self.kind, self.name, self.near = kind, name, near
        hint = f"; the nearest are {', '.join(near)}" if near else ""
        super().__init__(f"no {kind} {name!r} in this ledger{hint}")

    def __str__(self) -> str:
        """KeyError would print the repr of the message."""
        return str(self.args[0])
