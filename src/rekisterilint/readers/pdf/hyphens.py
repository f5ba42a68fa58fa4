"""Whether a hyphen at the end of a line belongs to the word or to the line break."""

from __future__ import annotations

import re

# A line's end tells: a search through all of an endless line would take its square in time.
_TAIL = 300
HYPHENS = "\u2010\u2011-"
_WORD_END = re.compile(rf"([^\s{HYPHENS}]+)[\u00ad{HYPHENS}]$")
_URL_END = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_ADDRESS_END = re.compile(r"\S@\S*$")
_HALF_ADDRESS = re.compile(r"\w@[\w-]*$")
_ADDRESS_START = re.compile(r"[a-z0-9./_~%#?=&@-]*[./_=?&@][\w./_~%#?=&-]*", re.IGNORECASE)
# "www.kunta." + "fi": no sentence ends in front of these, unless the address has its end already.
_TOP_DOMAIN = re.compile(r"(?:fi|com|org|net|eu|se|ax|info|example)\b(?!-)")
_WHOLE_ADDRESS = re.compile(rf"\.{_TOP_DOMAIN.pattern}\.$")
# What a reader doesn't join: "osaamis- ja työllisyyspalvelut" is a hyphen of two words.
_LOOSE_WORD = re.compile(
    r"(?:ja|tai|sekä|eli|että|och|eller|samt|and|or)\b(?!-)", re.IGNORECASE
)
# "Oma Kuusiniemi -" + "palvelussa": the hyphen after a name of several words.
_APPENDED = re.compile(rf"[A-ZÅÄÖ]\w* [{HYPHENS}]$")
_VOWELS = "aeiouyåäö"


def url_continues(before: str, after: str) -> bool:
    """Whether the URL or e-mail address that ends line `before` goes on at the start of `after`.

    A hyphen, slash or dot at the end leaves the address open; a sentence may end with the dot, so
    then `after` must look like an address itself, or be what an address ends in.
    """
    before = before[-_TAIL:]
    match = _URL_END.search(before) or _ADDRESS_END.search(before)
    if match is None or not after or not (after[0].isalnum() or after[0] in "/?=&#_-%@"):
        return False
    if before[-1] in HYPHENS + "/_=&?%@" or _HALF_ADDRESS.search(before):
        return True
    if before[-1] == "." and _TOP_DOMAIN.match(after) and not _WHOLE_ADDRESS.search(before):
        return True
    rest = _ADDRESS_START.match(after)
    return rest is not None and after[0].islower() and (before[-1] == "." or after[0] in "/?=&#_")


def kept_part(before: str, after: str) -> str | None:
    """What is left of `before` when `after` is its next line and the word goes on in it.

    None if no word is broken here: the lines are then parted by a blank. The compound's own
    hyphen can't be told from the line break's, so it is dropped unless the spelling shows it:
    the next line starts with a capital or digit, the part before is an abbreviation, a letter or a
    number, or the same vowel stands on both sides (`linja-auto`). A URL keeps its own hyphen.
    """
    if url_continues(before, after):
        return before
    if before.endswith("\u00ad"):
        return before[:-1]
    tail = before[-_TAIL:]
    if _APPENDED.search(tail) and after[:1].islower() and not _LOOSE_WORD.match(after):
        return before
    match = _WORD_END.search(tail)
    if match is None or not after:
        return None
    word = match.group(1).lstrip("(\"'”»[")
    if not word or not (word[-1].isalnum()) or _LOOSE_WORD.match(after):
        return None
    first = after[0]
    if not first.isalnum():
        return None
    if len(word) == 1 or first.isupper() or first.isdigit() or word[-1].isdigit():
        return before
    if word.isupper() or (word[-1].isupper() and len(word) > 1):
        return before
    if word[-1].lower() == first and first in _VOWELS:
        return before
    return before[:-1]
