"""Regular expressions that are compiled when they are first used.

A start of the program reads some three hundred of them; one notice needs a part of them, and
compiling all took longer than checking it.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = frozenset({"search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn"})


class _LazyPattern:
    """Stands for a compiled pattern: its methods become those of the pattern at the first use."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        # Found on the object from now on: a pattern in use costs what a plain one does.
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def lazy_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile(source, flags)`, put off until the pattern is used; re.error comes then, too."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(source, flags))
