"""DOC709: terms of the repealed Personal Data Act and other words of yesterday."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks.context import Context
from rekisterilint.findings import Edit, Fix, Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern

_WINDOW = 60
_LONGEST_HEAD = 40
_HISTORY = lazy_pattern(
    r"\b(?:entinen|entisen|ent\.|aiemmin|aikaisemmin|ennen|vanha|vanhan|tidigare|ursprungligen(?: som)?|före detta|f\.d\.|formerly|previously|kumot\w+|upphävd\w*)\s*[\"”(]?$",
    re.IGNORECASE,
)
_ADDRESS = lazy_pattern(r"(?:https?:|www\.)\S*$|[\w-]*/[\w/-]*$|\S*@\S*$")


class Term(msgspec.Struct, frozen=True):
    """An obsolete term: the stem to look for, its whole form, and today's form of a match."""

    stem: str
    form: re.Pattern[str]
    today: Callable[[re.Match[str]], str]
    confidence: Confidence | None = None


def _like(written: str, word: str) -> str:
    """`word` with the capitals of `written`."""
    if len(written) > 3 and written.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


def _form(pattern: str) -> re.Pattern[str]:
    return lazy_pattern(pattern, re.IGNORECASE)


def _joined(match: re.Match[str]) -> str:
    return _like(match[0], "tietosuojaselost" + match["end"].lower())


_SELOSTE_END = r"(?P<end>e(?:e[a-zåäö]*|t|tta|itten|iden|ita|isiin|issa|ista|ille|illa|n)?)(?![\wåäö])"

def _notice_of(match: re.Match[str]) -> str:
    written = match["head"] or ""
    if written.endswith("-") and written[:-1].isupper() and not match[0].isupper():
        return f"{written}tietosuojaselost{match['end'].lower()}"  # "GDPR-rekisteriseloste": an abbreviation, no register
    head = written.lower()
    register = f"{head}rekisterin " if head else ""
    return _like(match[0], f"{register}tietosuojaselost{match['end'].lower()}")


def _sv_controller(match: re.Match[str]) -> str:
    return _like(match[0], "personuppgiftsansvarig" + match["end"].lower())


def _keeper(match: re.Match[str]) -> str:
    """`registerförarna` → `personuppgiftsansvariga`."""
    return _like(match[0], "personuppgiftsansvarig" + {"e": "", "na": "a", "nas": "as"}.get(match["end"].lower(), "e"))


_FI = (
    Term(
        "rekisteri- ja tietosuojaselost",
        _form(rf"(?<![a-zåäö])(?P<head>[a-zåäö]*?)(?:henkilö)?rekisteri-? ja (?:tietosuoja|informointi)selost{_SELOSTE_END}"),
        _notice_of,
    ),
    Term("ja rekisteriselost", _form(rf"tietosuoja-? ja (?:henkilö)?rekisteriselost{_SELOSTE_END}"), _joined),
    Term(
        "rekisteriselost",
        _form(rf"(?<![a-zåäö])(?P<head>[a-zåäö]*?-?)(?:henkilö)?rekisteriselost{_SELOSTE_END}"),
        _notice_of,
    ),
    Term("rekisterin seloste", _form(rf"rekisterin selost{_SELOSTE_END}"), _joined, Confidence.LOW),
    Term(
        "sosiaaliturvatunnu",
        _form(r"sosiaaliturvatunnu(?P<end>[a-zåäö]*)"),
        lambda match: _like(match[0], "henkilötunnu" + match["end"].lower()),
    ),
    Term(
        "henkilöturvatunnu",
        _form(r"henkilöturvatunnu(?P<end>[a-zåäö]*)"),
        lambda match: _like(match[0], "henkilötunnu" + match["end"].lower()),
    ),
    Term(
        "sosiaaliturvanumero",
        _form(r"sosiaaliturvanumero(?P<end>[a-zåäö]*)"),
        lambda match: _like(match[0], "henkilötunnus"),
    ),
    Term("sotu", _form(r"(?<![\wåäö])sotu(?:-?tunnus)?(?![\wåäö])"), lambda match: _like(match[0], "henkilötunnus")),
)
_SV = (
    Term("registeransvar", _form(r"registeransvarig(?P<end>es?|as?|t|s)?(?![\wåäö])"), lambda m: _like(m[0], "personuppgiftsansvarig" + (m["end"] or "").lower())),
    *(
        Term(stem, _form(rf"{stem}(?P<end>e(?:ns?|s)?|nas?)(?![\wåäö])"), _keeper)
        for stem in ("registerförar", "registerhållar", "registerinnehavar")
    ),
    Term("registerbeskrivning", _form(r"(?:person)?registerbeskrivning(?P<end>[a-zåäö]*)"), lambda m: _like(m[0], "dataskyddsbeskrivning" + m["end"].lower())),
    Term("register- och dataskydds", _form(r"register- och dataskyddsbeskrivning(?P<end>[a-zåäö]*)"), lambda m: _like(m[0], "dataskyddsbeskrivning" + m["end"].lower())),
    Term("socialskyddssignum", _form(r"socialskyddssignum"), lambda m: _like(m[0], "personbeteckning")),
    Term("socialsignum", _form(r"socialsignum"), lambda m: _like(m[0], "personbeteckning")),
    Term("socialskyddsbeteckning", _form(r"socialskyddsbeteckning(?P<end>[a-zåäö]*)"), lambda m: _like(m[0], "personbeteckning" + m["end"].lower())),
)  # fmt: skip
_EN = (
    *(
        Term(stem, _form(rf"(?:data )?{stem}(?![\w])"), lambda m: _like(m[0], "privacy notice"), Confidence.MEDIUM)
        for stem in (
            "description of file", "description of the file", "description of data file", "description of the data file",
            "description of personal data file", "description of the personal data file", "file description",
        )
    ),
    Term("register description", _form(r"(?:description of (?:the )?register|register description)(?![\w])"), lambda m: _like(m[0], "privacy notice"), Confidence.MEDIUM),
    Term("description of the register", _form(r"description of (?:the )?register(?![\w])"), lambda m: _like(m[0], "privacy notice"), Confidence.MEDIUM),
    Term("social security number", _form(r"social security numbers?"), lambda m: _like(m[0], "personal identity code" + ("s" if m[0].endswith("s") else "")), Confidence.MEDIUM),
    Term("data file controller", _form(r"data file controller"), lambda m: _like(m[0], "data controller"), Confidence.MEDIUM),
)  # fmt: skip
_TERMS = {"fi": _FI, "sv": _SV, "en": _EN}


def _matches(term: Term, content: str, lower: str) -> Iterator[re.Match[str]]:
    """The matches of a term's form around each place where its stem stands."""
    at = lower.find(term.stem)
    behind = 0
    while at >= 0:
        match = term.form.search(content, max(behind, at - _LONGEST_HEAD))
        if match is None:
            return
        yield match
        behind = max(match.end(), at + 1)
        at = lower.find(term.stem, behind)


def obsolete_terms(rule: Rule, context: Context) -> Iterator[Hit]:
    """Each obsolete term with today's in the same form; the fix is safe where the form is sure."""
    notice = context.notice
    content = notice.text.content[notice.start : notice.end]
    lower = content.lower()
    taken: set[int] = set()
    for term in _TERMS[notice.language]:
        if term.stem not in lower:
            continue
        for match in _matches(term, content, lower):
            start, end = match.span()
            if taken.intersection(range(start, end)):
                continue
            taken.update(range(start, end))
            before = content[max(0, start - _WINDOW) : start]
            span = Span(notice.start + start, notice.start + end)
            if _ADDRESS.search(before) or content[end : end + 1] == "@" or _HISTORY.search(before):
                continue
            if context.unit_at(span.start) is None:
                continue
            today = term.today(match)
            yield Hit(
                span,
                {"value": today},
                confidence=term.confidence,
                suggestion=today,
                fix=Fix((Edit(span, today),), safe=term.confidence is None and "numero" not in term.stem),
            )
