"""The error that all readers raise."""

from __future__ import annotations


class ReadError(Exception):
    """A file that could not be read: `code` says why (stable, for machines), `values` fill the message.

    The messages stand in `rekisterilint.readers.messages` in Finnish, Swedish and English.
    """

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values
