r"""The pattern syntax of the rule files, and its translation to RE2.

A pattern is a regular expression over lower-cased text with single blanks. It begins at the start
of a word (write `\w*` first to match inside a compound) and may end inside one, as Finnish stems
do; `\b` at its end asks for the end of the word. `\w` knows the letters of all languages. `<name>`
stands for an entry of the lexicon. Back references and look-around don't exist: every pattern runs
in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.matching.alphabet import LETTERS

LETTER = f"[{LETTERS}]"
_WORD_START = f"(?:^|[^{LETTERS}])"
_WORD_END = f"(?:$|[^{LETTERS}])"
_NAME = lazy_pattern(r"<([a-z][a-z0-9-]*)>")
_ESCAPE = lazy_pattern(r"\\(.)", re.DOTALL)


class PatternError(ValueError):
    """A pattern that can't be used; the message says why."""


def expand(pattern: str, lexicon: Mapping[str, tuple[str, ...]], _seen: tuple[str, ...] = ()) -> str:
    """`pattern` with each `<name>` replaced by its lexicon entry; PatternError for an unknown one."""

    def entry(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in _seen:
            raise PatternError(f"lexicon entry <{name}> refers to itself")
        if name not in lexicon:
            raise PatternError(f"no lexicon entry <{name}>")
        words = (expand(word, lexicon, (*_seen, name)) for word in lexicon[name])
        return "(?:" + "|".join(words) + ")"

    return _NAME.sub(entry, pattern)


def to_re2(pattern: str) -> str:
    """The RE2 form of an expanded pattern; group 1 is what the author wrote."""
    body = pattern
    tail = ""
    if body.endswith(r"\b"):
        body, tail = body[:-2], _WORD_END
    head = _WORD_START
    if body.startswith("^"):
        body, head = body[1:], f"^[^{LETTERS}]*"
    return f"{head}({_translate(body)}){tail}"


def _translate(body: str) -> str:
    def escape(match: re.Match[str]) -> str:
        letter = match.group(1)
        if letter == "w":
            return LETTER
        if letter == "b":
            return _WORD_END
        if letter == "s":
            return r"[\s]"
        return match.group(0)

    # Inside a character class \w must not bring its own brackets.
    parts = re.split(r"(\[(?:\\.|[^\]\\])*\])", body)
    for index, part in enumerate(parts):
        if part.startswith("[") and part.endswith("]") and len(part) > 2:
            parts[index] = part.replace(r"\w", LETTERS)
        else:
            parts[index] = _ESCAPE.sub(escape, part)
    return "".join(parts)
