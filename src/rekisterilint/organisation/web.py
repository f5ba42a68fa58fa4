"""Web addresses compared: the same page, another page, or a near miss."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SCHEME = re.compile(r"\A(?:https?:)?//", re.IGNORECASE)
_LANGUAGE = frozenset({"fi", "sv", "en", "se", "ru", "suomi", "svenska", "english"})
_LEAST_HOST, _LEAST_PATH = 6, 6


@dataclass(frozen=True, slots=True)
class WebAddress:
    """Host without `www.`, and path without a slash at its end; both in lower case."""

    host: str
    path: str

    @property
    def key(self) -> str:
        """What tells the page, however the address is written."""
        return self.host + self.path


def web_address(written: str) -> WebAddress:
    """The parts of an address as written; query and fragment are left out."""
    words = _SCHEME.sub("", written.strip()).split("#")[0].split("?")[0].rstrip("/.,;")
    host, slash, path = words.partition("/")
    return WebAddress(host.lower().removeprefix("www.").partition(":")[0], (slash + path).rstrip("/").lower())


def mended(written: WebAddress, right: WebAddress) -> WebAddress | None:
    """What `written` should be if it is a near miss of the known address `right`; else None.

    A near miss has a host that differs by one or two letters, or the same host and a path that
    does: not in figures and not in the name of a language.
    """
    if written == right:
        return None
    if written.host != right.host:
        return WebAddress(right.host, written.path) if _is_slip(written.host, right.host, _LEAST_HOST) else None
    ours, theirs = written.path.split("/"), right.path.split("/")
    if len(ours) != len(theirs):
        return None
    differing = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    if len(differing) != 1:
        return None
    one, other = differing[0]
    if {one, other} & _LANGUAGE or not _is_slip(one, other, _LEAST_PATH):
        return None
    return right


def _is_slip(one: str, other: str, least: int) -> bool:
    """Whether two words differ by a slip of the keys: their figures must be the same."""
    from rapidfuzz.distance import OSA

    # A longer word is another one: /kirjasto and /kirjastot.
    if one.startswith(other) or other.startswith(one):
        return False
    if min(len(one), len(other)) < least or re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return False
    return OSA.distance(one, other) <= (1 if min(len(one), len(other)) < 2 * least else 2)
