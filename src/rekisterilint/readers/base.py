"""What all readers share: the limits they keep and the error they raise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one input file, so that a hostile or broken file can't hang the run."""

    max_bytes: int = 50 * 1024 * 1024
    max_pages: int = 2_000
    max_seconds: float = 10.0


class ReadError(Exception):
    """A file that could not be read: `code` says why (stable, for machines), `values` fill the message.

    The messages stand in `rekisterilint.readers.messages` in Finnish, Swedish and English.
    """

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values
