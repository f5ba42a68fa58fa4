"""Edits to bytes. Only the words of an edit change; encoding, byte order mark and line ends stay."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from rekisterilint.fix.model import Edit, Fix, FixedFile, UnfixableError, with_edits
from rekisterilint.limits import Limits
from rekisterilint.readers.decode import decode
from rekisterilint.readers.templates import may_hold_templates
from rekisterilint.results import FileResult

_TEXT_FORMATS = frozenset({"text", "markdown", "html", "register"})
# In YAML and JSON these could end the value that they are put into.
_STRUCTURE = re.compile(r"[\"'\\\n]|: |:$| #")
# In the code of a template these could end the string that they are put into.
_CODE_FIRST = re.compile(r"\s*(?:[^<\s]|<(?:script|template)\b)", re.IGNORECASE)
_CODE_SIGNS = re.compile(r"[\"'`\\\n{}<&]")


def chosen_fixes(result: FileResult, *, unsafe: bool) -> list[Fix]:
    """The edits of each fix in a result, unsafe ones only if asked for; none overlaps another."""
    if result.document is None:
        return []
    chosen: list[Fix] = []
    taken: list[tuple[int, int]] = []
    for finding, edits in zip(result.document["findings"], result.extras["edits"], strict=True):
        if not edits or not (unsafe or finding["fix"]["safe"]):
            continue
        spans = [(edit["start"], edit["end"]) for edit in edits]
        if not any(_meet(span, other) for span in spans for other in taken):
            taken += spans
            chosen.append(edits)
    return chosen


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one == other or (one[0] < other[1] and other[0] < one[1])


def fixed_bytes(
    data: bytes, format_: str, fixes: Iterable[Fix], limits: Limits | None = None
) -> FixedFile:
    """`data` with `fixes` applied. Offsets are characters of the text's source.

    A fix whose words stand otherwise in the source (markup or an entity in between, a word cut at
    a line end) is left out: a person mends it. Raises UnfixableError for a format that can't be
    edited (PDF, ODT) and for letters that the file's encoding lacks.
    """
    if format_ == "docx":
        from rekisterilint.fix.docx import fixed_docx

        return fixed_docx(data, fixes, limits or Limits())
    if format_ not in _TEXT_FORMATS:
        raise UnfixableError(format_)
    decoded = decode(data, html=format_ == "html")
    if not decoded.lossless:
        raise UnfixableError(decoded.encoding)
    applicable = [fix for fix in fixes if all(_fits(decoded.text, edit, format_) for edit in fix)]
    written = [[_written(edit, format_) for edit in fix] for fix in applicable]
    after = with_edits(decoded.text, written)
    try:
        lacking = "xmlcharrefreplace" if format_ == "html" else "strict"
        encoded = decoded.bom + after.encode(decoded.encoding, lacking)
    except UnicodeEncodeError as error:
        raise UnfixableError(f"{decoded.encoding}: {error.object[error.start]}") from error
    return FixedFile(decoded.text, after, encoded, len(applicable))


def _fits(source: str, edit: Edit, format_: str) -> bool:
    if format_ == "register" and _STRUCTURE.search(edit["text"]):
        return False
    if format_ == "html" and _is_code(source) and _CODE_SIGNS.search(edit["text"]):
        return False
    return bool(source[edit["start"] : edit["end"]] == edit["was"])


def _is_code(source: str) -> bool:
    """Whether a page is read from the code that makes it, rather than from markup alone."""
    return _CODE_FIRST.match(source) is not None or "<?" in source or may_hold_templates(source)


def _written(edit: Edit, format_: str) -> Edit:
    if format_ != "html":
        return edit
    return {**edit, "text": html.escape(edit["text"], quote=False)}
