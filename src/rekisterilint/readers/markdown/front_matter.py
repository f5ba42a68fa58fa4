"""The front matter of a Markdown file: fields for the site generator, kept apart from the text."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_FIELD = re.compile(r"([A-Za-z_][\w-]*)[ \t]*[:=](?:[ \t]+(.*))?[ \t]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_TITLES = ("title", "otsikko", "rubrik")
_LANGUAGES = ("lang", "language", "locale", "kieli")
_MOST_LINES = 200


class FrontMatter(NamedTuple):
    """The fields that matter here, and the source offset at which the text starts."""

    end: int
    title: str
    language: str


def front_matter(source: str) -> FrontMatter:
    """The front matter at the start of `source`; `end` is 0 if it has none."""
    opening = _OPENING.match(source)
    if opening is None:
        return FrontMatter(0, "", "")
    closing = ("---", "...") if opening.group(1) == "---" else ("+++",)
    fields: dict[str, str] = {}
    at = opening.end()
    for _ in range(_MOST_LINES):
        line = _LINE.match(source, at)
        if line is None or not line.group():
            break
        words = line.group().rstrip()
        at = line.end()
        if words in closing:
            return FrontMatter(at, _first(fields, _TITLES), _language(fields))
        field = _FIELD.fullmatch(words)
        if field:
            fields.setdefault(field.group(1).lower(), (field.group(2) or "").strip())
        elif words and not words[0].isspace() and words[0] not in "-#[]{}\"'" and not fields:
            # A rule above text, not the fence of front matter.
            break
    return FrontMatter(0, "", "")


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    for name in names:
        value = fields.get(name, "")
        if value[:1] in ("'", '"') and value[-1:] == value[:1]:
            value = value[1:-1]
        if value:
            return value
    return ""


def _language(fields: dict[str, str]) -> str:
    return re.split("[-_]", _first(fields, _LANGUAGES).lower(), maxsplit=1)[0]
