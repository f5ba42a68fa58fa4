"""A linter for Finnish privacy notices.

As a library: `rekisterilint.check(path)` gives what the JSON report says of one file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["__version__", "check"]

if TYPE_CHECKING:
    from rekisterilint.api import check


def __getattr__(name: str) -> object:
    # Imported when first used: the command line doesn't need it, and starts sooner without.
    if name == "check":
        from rekisterilint.api import check

        return check
    raise AttributeError(name)
