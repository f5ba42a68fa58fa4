"""Heading styles by name, as Word and LibreOffice call them in Finnish, Swedish and English."""

from __future__ import annotations

import re

# "heading 1", "Otsikko1", "Rubrik 1", LibreOffice's "Heading_20_1".
_HEADING = re.compile(r"(?:heading|otsikko|rubrik|överskrift|overskrift)(?:_20_|[\s_-])*(\d)(?!\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|otsikko|rubrik|pääotsikko|huvudrubrik)", re.IGNORECASE)
_SUBTITLE = re.compile(r"(?:subtitle|alaotsikko|underrubrik)", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:toc|sisluet|sisällysluettelo|sisällys|innehåll|contents|index)(?:_20_|[\s_-])*(?:heading|\d|otsikko)?",
    re.IGNORECASE,
)


def rank_of_style(name: str) -> int:
    """The rank (from 1) of paragraphs in style `name`; 0 if it is no heading style."""
    name = name.strip()
    match = _HEADING.fullmatch(name)
    if match:
        return max(int(match.group(1)), 1)
    if _TITLE.fullmatch(name):
        return 1
    return 2 if _SUBTITLE.fullmatch(name) else 0


def is_contents_style(name: str) -> bool:
    """Whether style `name` is a table of contents: it repeats the headings and states nothing."""
    return _CONTENTS.match(name.strip()) is not None and not rank_of_style(name)
