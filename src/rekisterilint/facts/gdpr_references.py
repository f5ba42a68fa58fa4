"""References to articles, paragraphs and points of the GDPR, in Finnish, Swedish and English.

`6 artiklan 1 kohdan e alakohta`, `artikla 6.1 e`, `artikel 6.1 e`, `Article 6(1)(c)`, `GDPR 6.1 f`;
articles of other acts and treaties are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import re2

from rekisterilint.facts.model import GdprReference
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.matching.folding import fold, fold_whole

_LETTERS = r"0-9a-z_\xaa\xb5\xba\xdf-\xf6\xf8-\xff"
_ANCHORS = (
    "artikla(?:n|ssa|sta|an|lla|t|ksi|a)?|artiklo(?:jen|iden|issa|ista|ihin|ita)|artikkeli(?:n|ssa)?|"
    "artikel(?:n|ns|s)?|artiklar(?:na|nas)?|articles?|arts?"
)
_NAMES = (
    "gdpr(?::n|n)?|tietosuoja-?asetu(?:s|ksen|ksessa|ksesta|kseen)|dataskyddsf\xf6rordning(?:en|ens|s)?|"
    "data protection regulation"
)
_BEFORE, _BEHIND = 160, 140
_LIST_SPAN = 60  # letters before the word in which its numbers stand
_JOIN = r"(?:\s*(?:,|/|&|–|-|\bja\b|\btai\b|\bsekä\b|\boch\b|\beller\b|\bsamt\b|\band\b|\bor\b|\bto\b)\s*)"
_POINTS = rf"(?P<points>[a-z](?![\wåäö])(?:\)?-?{_JOIN}+\(?[a-z](?![\wåäö]))*)"
_UNIT = r"(?:ala|-)?(?:koh(?:t|d)\w*)"
# The number before the word, as Finnish has it: `12, 13 ja 5 artiklan`, `6.1 artiklan`.
_LEADING = lazy_pattern(
    rf"(?<![\d/.,:§+-])(?P<articles>(?:\d{{1,3}}{_JOIN})*)(?P<article>\d{{1,3}})(?:\.(?P<paragraph>\d{{1,2}})|\s?\((?P<bracketed>\d{{1,2}})\))?\.?\s*:?n?\s*$"
)
_FINNISH_TAIL = lazy_pattern(
    r"(?:[\s,]*(?:koh(?:ta|dan|dassa|taan)\s+)?(?P<paragraph>\d{1,2})(?![\d/.,]\d)\.?"
    r"(?:[\s-]*(?:koh[td]\w*|mom\w*\.?)|(?=\s*[a-z]\b|\s*\(|\s*[,;.:)]|\s*alakoh|\s*$)))?"
    rf"(?:[\s,.-]*(?:alakoh[td]\w*\s+|koh[td]\w*\s+)?\(?{_POINTS}\)?(?=[\s-]*(?:ala|-)?koh|\)|[\s,.;:\"'”]|$)(?:\)?[\s-]*(?:ala)?-?koh[td]\w*)?)?"
)
# The number behind the word: `artikla 6.1 e`, `artiklan 6 kohta 1.a`, `Article 6(1)(c)`.
_TRAILING = lazy_pattern(
    rf"\s*(?P<article>\d{{1,3}})(?![\d/])(?P<articles>(?:{_JOIN}\d{{1,3}}(?![\d/.(]|\s?§))*)"
    r"(?:\s*\.\s?(?P<dotted>\d{1,2})(?!\d|\.\d)|\s?\((?P<bracketed>\d{1,2})\s?(?=[a-z]?\))\)?"
    r"|[\s,]*(?:koh(?:ta|dan|dassa|taan)|punkt(?:en)?|stycket?|paragraph|para\.?|section|mom\w*\.?|\()\s*(?P<worded>\d{1,2})"
    r"|,?\s+(?P<plain>\d{1,2})(?=\s?\(?[a-z]\b|[.\s-]*koh|\s*,?\s*alakoh))?"
    r"(?P<rest>(?:[\s.,-]*(?:koh[td]\w*|alakoh[td]\w*|led(?:et)?|punkt(?:en)?|stycket?|points?|lit(?:\.|era)?|letter|bokstav|subparagraph|första stycket|mom\w*\.?))*)"
    rf"(?:(?P<gap>[\s.,-]*\(?){_POINTS}\)?)?"
)
_NUMBERED_NAME = lazy_pattern(
    r"\)?(?:[\s,]*\(?(?:\(?EU\)?\s*)?(?:N:o\s*)?\d{3,4}/\d{3,4}\)?)?[\s,:]*\(?(?P<article>\d{1,2})"
    rf"(?:\.(?P<paragraph>\d{{1,2}})|\s?\((?P<bracketed>\d{{1,2}})\))\s?-?\(?(?:{_POINTS}\)?)?(?!\d|[./]\d|\s?§|\.?\s(?:19|20)\d\d\b)"
)
_POINT_BEFORE = lazy_pattern(r"\b(?:points?|led|litera|lit\.)\s*\(?([a-z])\)?\s*(?:of|i|in)\s*$", re.IGNORECASE)
_OTHER = (
    r"eidas\S*|direktii\w+|direktiv\w*|directive|perusoikeuskirja\w*|peruskirja\w*|stadga\w*|charter|ihmisoikeussopimu\w*|"
    r"ihmisoikeusjulistu\w*|yleissopimu\w*|perussopimu\w*|tehdyn sopimuksen|seut\S*|seu[:n]\S*|feuf\S*|tfeu|teu|konvention\w*|convention|treaty|"
    r"fördrag\w*|tekoälyasetu\w*|tekoälysäädö\w*|ai act|ai-förordning\w*|digipalvelu\w*|täytäntöönpanoasetu\w*|"
    r"genomförandeförordning\w*|implementing \w+|komission \w+|kommissionens \w+|rahastoasetu\w*|yleisasetu\w*|"
    r"sääntöje\w*|säännöissä|yhtiöjärjestyksen|stadgar\w*|constitution|rules of"
)
_GDPR = r"gdpr\S*|tietosuoja-?\s?ase?t\w*|tietosuoja-astu\w*|dataskyddsf\S*|data protection regulation|2016/679|679/2016"
_ACT_BEHIND = lazy_pattern(
    rf"^[^.;:|]{{0,12}}\b(?:i|of|in|av|enligt|under)\s+(?:the\s+|eu:s\s+|eu's\s+|eu\s+)?(?:\w+\s+){{0,3}}?(?:{_OTHER})", re.IGNORECASE
)
_OWN_BEHIND = lazy_pattern(rf"^[^.;:|]{{0,12}}\b(?:i|of|in|av)\s+(?:\w+[\s:]+){{0,3}}?(?:{_GDPR})", re.IGNORECASE)
_REACH = 30  # letters between another act's name and the article that is still taken for its own
_OTHER_NUMBER = lazy_pattern(r"\b(?!2016/679\b|679/2016\b)\d{2,4}/\d{2,4}(?:/E\w)?\)?,?\s*(?:\w+\s+){0,2}$")
_WORKING_PARTY = lazy_pattern(r"^[\s-]*(?:\d+\s*)?(?:mukai\w+\s+)?(?:working party|data protection working|\w*työryhm|\w*arbetsgrupp)", re.IGNORECASE)
# A number of something else: `artiklan 2 kohta`, whose article stands elsewhere.
_NO_ARTICLE = lazy_pattern(r"\s*\d+\s*(?:§|%|kpl|min|\.?\s?koh(?:ta|dan|dassa|taan)\b(?!\s*\d)|\.?\s?alakoh)")
_LIST_MARKER = lazy_pattern(r"(?:^|\n)\s*\d{1,2}\.\s*$")


@cache
def _anchors() -> re2._Regexp:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    source = f"(?:^|[^{_LETTERS}/-])(?:({_ANCHORS})|({_NAMES}))\\b"
    return re2.compile(source.encode("latin-1"), options)


@cache
def _acts() -> re2._Regexp:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    source = rf"(\b(?:{_OTHER}))|({_GDPR})".replace(r"\w", f"[{_LETTERS}]")
    return re2.compile(source.encode("latin-1"), options)


def find_gdpr_references(content: str) -> tuple[GdprReference, ...]:
    """The references to the GDPR in `content`, in order; each article of a list is one."""
    folded = fold_whole(content)
    found: list[GdprReference] = []
    covered = 0
    for match in _anchors().finditer(folded):
        if match.span(1)[0] >= 0:
            references = list(_at_word(content, *match.span(1)))
        else:
            references = list(_at_name(content, match.span(2)[1]))
        for reference in references:
            if reference.start >= covered or (found and reference.start == found[-1].start):
                found.append(reference)
        covered = max(covered, max((r.end for r in references), default=0))
    return tuple(found)


def _at_word(content: str, start: int, end: int) -> Iterator[GdprReference]:
    """What stands at a form of `artikla`, `artikel` or `article`."""
    low = max(0, start - _BEFORE)
    before = content[low:start]
    if content[end : end + 1] == ".":
        end += 1
    behind = content[end : end + _BEHIND]
    word = content[start:end].lower()
    swedish_or_english = word.startswith(("artikel", "artiklar", "article", "art"))  and not word.startswith("artikla")
    leading = None if word.startswith(("article", "artikel")) or word in ("artiklaa", "artikla a") else _LEADING.search(before[-_LIST_SPAN:])
    if leading is not None and not (_LIST_MARKER.search(before) and re.match(r"\s*\d", behind)):
        first = max(low, start - _LIST_SPAN) + leading.start()
        if not _is_gdpr(content, first, end, behind):
            return
        tail = _FINNISH_TAIL.match(behind)
        paragraph = leading["paragraph"] or leading["bracketed"] or (tail and tail["paragraph"])
        points = tail["points"] if tail else None
        stop = end + (tail.end() if tail else 0)
        stop = end + len(_closed(behind[: stop - end].rstrip(" ,.;:\n\"'”")))
        numbers = [*re.findall(r"\d+", leading["articles"]), leading["article"]]
        yield from _references(content, first, max(stop, end), numbers, paragraph, points)
        return
    trailing = _TRAILING.match(behind)
    if trailing is None or _NO_ARTICLE.match(behind):
        return
    paragraph = trailing["dotted"] or trailing["bracketed"] or trailing["worded"] or trailing["plain"]
    points = _trailing_points(trailing, behind, paragraph, swedish_or_english)
    stop = end + (trailing.end() if points else trailing.end("rest"))
    stop = end + len(_closed(behind[: stop - end].rstrip(" ,.;:-\n")))
    if not _is_gdpr(content, start, stop, content[stop : stop + _BEHIND]):
        return
    first = start
    point_before = _POINT_BEFORE.search(before)
    if points is None and point_before is not None:
        points, first = point_before[1].lower(), low + point_before.start()
    numbers = [trailing["article"], *re.findall(r"\d+", trailing["articles"])]
    yield from _references(content, first, stop, numbers, paragraph, points)


def _closed(words: str) -> str:
    """The words without a closing bracket whose opening one stands before them."""
    return words[:-1] if words.endswith(")") and words.count(")") > words.count("(") else words


def _trailing_points(trailing: re.Match[str], behind: str, paragraph: str | None, foreign: bool) -> str | None:
    """The points behind an article, unless the letter is a word: `artikel 6 i`, `Article 6 a`."""
    points = trailing["points"]
    if points is None:
        return None
    bracketed = "(" in (trailing["gap"] or "")
    named = bool(trailing["rest"].strip(" .,-"))
    if trailing["articles"] and not paragraph:
        return None
    if foreign and not bracketed and not named and (paragraph is None or points == "i"):
        following = behind[trailing.end("points") :]
        if points == "i" and paragraph is not None:
            return points if re.match(r"\s*(?:$|[).,;]|i\s)", following) else None
        return points if re.match(r"\s*(?:$|[).,;])", following) and points != "i" else None
    # The Swedish preposition: `artikel 6.1 c samt i vissa fall`.
    return re.sub(r"[^a-z]+(?:och|samt|eller)\s+i$", "", points) if foreign else str(points)


def _at_name(content: str, end: int) -> Iterator[GdprReference]:
    """`GDPR 6.1 f`, `tietosuoja-asetuksen (2016/679) 6(1)(c)`: no word for the article at all."""
    match = _NUMBERED_NAME.match(content, end, end + 60)
    if match is None:
        return
    start = match.start("article")
    stop = start + len(content[start : match.end()].rstrip(" ,.("))
    if re.match(r"\s*(?:artik|art\b)", content[stop : stop + 10]):
        return
    yield from _references(
        content, start, stop, [match["article"]], match["paragraph"] or match["bracketed"], match["points"]
    )


def _is_gdpr(content: str, start: int, end: int, behind: str) -> bool:
    """Whether the provision is the GDPR's: the nearest act before it is not another one."""
    if _WORKING_PARTY.match(behind):
        return False
    if _ACT_BEHIND.match(behind):
        return False
    before = content[max(0, start - _BEFORE) : start]
    for boundary in (" | ", "; "):
        before = before.rpartition(boundary)[2]
    before = re.split(r"[.!?]\s+(?=[A-ZÅÄÖ])", before)[-1]
    if _OTHER_NUMBER.search(before[-40:]):
        return False
    nearest = None
    for match in _acts().finditer(fold(before)):
        nearest = match
    if nearest is None or nearest.group(2) or _OWN_BEHIND.match(behind):
        return True
    return len(before) - int(nearest.end()) > _REACH


def _references(
    content: str, start: int, end: int, numbers: list[str], paragraph: str | None, points: str | None
) -> Iterator[GdprReference]:
    """One reference for each article; the paragraph and the points are the last one's."""
    for number in numbers[:-1]:
        yield GdprReference(start, end, int(number), None, None)
    letters = re.findall(r"[a-z]", points) if points else []
    last = int(numbers[-1])
    if not letters:
        yield GdprReference(start, end, last, int(paragraph) if paragraph else None, None)
    for letter in re.findall(r"(?<![a-zåäö])[a-z](?![a-zåäö])", points or ""):
        yield GdprReference(start, end, last, int(paragraph) if paragraph else None, letter)
