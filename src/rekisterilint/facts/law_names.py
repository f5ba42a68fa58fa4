"""Names of Finnish statutes as they stand in a text, in any case form, with or without a number.

A name is found by its head (`laki`, `-asetus`, `lag` …), and what it is about by the words before
or behind the head, compared with the keys of `rekisterilint.data.name_index`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec
import re2

from rekisterilint.data import name_forms, name_index
from rekisterilint.data.statutes import all_statutes
from rekisterilint.facts.english_names import ENGLISH_NAMES
from rekisterilint.lazy_patterns import lazy_pattern

_LETTERS = r"0-9a-z_\xaa\xb5\xba\xdf-\xf6\xf8-\xff"
_HEADS = (
    "la(?:ki|in|kia|kina|issa|ista|kiin|illa|ille|ilta|iksi|it|kien|keja|eissa|eista|eihin|eilla|eille)"
    "|(?:asetu|säädö|järjesty)(?:s|t[aä]|st[aä]|ks[a-zåäö]*|sten)"
    "|kaar(?:i|en|ta|essa|esta|een)|ohjesään(?:tö|nön|nössä|töön)"
    "|(?:lag|balk|ordning|förordning)(?:en|ens|s|ar|arna|arnas)?"
)
_BARE = frozenset({"laki", "asetus", "lag", "förordning"})
_WORD_BEFORE = 300
_WORD_BEHIND = 400
_TOKEN = lazy_pattern(r"\S+")
_STOP = lazy_pattern(r"[|•\n]\s|[.;:!?]\s+(?=[A-ZÅÄÖ•|])|\n\n")
_NUMBER_TOKEN = lazy_pattern(r"^\(?\d{1,5}/\d{2,5}\)?,?$")
# `maankäyttö- ja` or `poliisin` before a compound make it the name of another act.
_ANOTHER = lazy_pattern(
    r"-\s(?:ja|tai|sekä|och|eller)\s$|(?i:\b(?:poliisin|tullin|rajavartiolaitoksen|puolustusvoimien|"
    r"maahanmuuttohallinnon|ulosoton|rikosasioiden|polisens|tullens))\s$"
)
_GIVEN_NEAR = lazy_pattern(r"[Aa]nne(?:ttu|tu)|[Ss]ääde(?:tty|ty)")
# How notices that were translated from Finnish call the Personal Data Act; many titles go on from there.
_LOOSELY_NAMED = lazy_pattern(
    r"lag(?:en)?\s(?:om|för)\s(?:personuppgifter|skydd(?:et)?\sav\spersonuppgifter)\b(?=\s?[(,.;]|\s(?:och|samt)\s(?:EU|den|data))",
    re.IGNORECASE,
)
PERSONAL_DATA_ACT = "523/1999"
_CLOSE = "\"'”“»),.;:("
# Words that end like a law and are none; those that the register knows are laws all the same.
_NO_LAW = lazy_pattern(
    r"(?:aista|aisille|aisilla)$|(?:bolag|förslag|anslag|underlag|inslag|utslag|avdrag|dagordning|"
    r"anordning|rangordning|turordning|tidsordning)(?:en|ens|s|et)?$"
)


class LawName(msgspec.Struct, frozen=True):
    """The name of a statute: where it stands, and the positions in `all_statutes()` it may mean.

    No positions: the register does not know the name. `bare` marks a head without what it is about
    (`laki`, `lain`), of which only a number tells what is meant.
    """

    start: int
    end: int
    statutes: tuple[int, ...]
    bare: bool = False


@lru_cache(maxsize=1)
def _options() -> re2.Options:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    return options


@cache
def word_pattern() -> re2._Regexp:
    """Words that hold the head of a law's name, for folded text."""
    # The whole word, so that no word takes the blank that the next one begins behind.
    source = f"[{_LETTERS}-]*(?:{_HEADS})[{_LETTERS}-]*"
    return re2.compile(source.encode("latin-1"), _options())


@cache
def _english_pattern() -> re2._Regexp:
    return re2.compile(rb"\b(acts?|decree|code)\b", _options())


@lru_cache(maxsize=4096)
def _lemma(word: bytes) -> str | None:
    """The dictionary form of a folded word that heads a law's name, else None."""
    return name_forms.head_lemma(word.decode("latin-1").strip("-"))


_head_lemma = lru_cache(maxsize=4096)(name_forms.head_lemma)
_word = lru_cache(maxsize=8192)(name_forms.fold_word)


@cache
def _keys() -> str:
    """Every key on a line of its own: a few are looked for, and sorting all out takes longer."""
    return "\n".join(("", *name_index.forms(), ""))


def _keys_with(part: str) -> Iterator[list[str]]:
    """The words of each key that holds `part`, in which a line break stands for its start or end."""
    keys = _keys()
    at = keys.find(part)
    while at >= 0:
        start = keys.rfind("\n", 0, at + 1) + 1
        end = keys.index("\n", start)
        yield keys[start:end].split(" ")
        at = keys.find(part, end)


def _head_at(words: Sequence[str]) -> int:
    """Which word of a key is the bare head that heads it, `laki X`; -1 if its last word does."""
    at = next((i for i, word in enumerate(words[:-1]) if word in _BARE), -1)
    return -1 if at > 0 and not name_forms.is_issuer(words[at - 1]) else at


@lru_cache(maxsize=4096)
def _before_head(lemma: str) -> Sequence[tuple[str, ...]]:
    """What stands before `lemma` in the names that end with it, the longest first."""
    found = [words[:-1] for words in _keys_with(f"{lemma}\n") if words[-1] == lemma and _head_at(words) < 0]
    return tuple(sorted(map(tuple, found), key=len, reverse=True))


_ByLength = tuple[tuple[int, frozenset[tuple[str, ...]]], ...]


@lru_cache(maxsize=4096)
def _complements_forward(head: str, first: str) -> _ByLength:
    """What a law may be about whose bare head stands before the word `first`."""
    return _by_length(_complements(head, f"\n{head} {first}", 0, first))


@lru_cache(maxsize=4096)
def _complements_backward(head: str, last: str) -> _ByLength:
    """What a law may be about whose bare head stands behind the word `last`."""
    return _by_length(_complements(head, f" {last}\n", -1, last))


def _complements(head: str, part: str, at: int, word: str) -> list[tuple[str, ...]]:
    """What stands behind `head` in the keys that hold `part`, if `word` is there in place `at`."""
    heads = head.split(" ")
    behind = [
        tuple(words[len(heads) :]) for words in _keys_with(part)
        if words[: len(heads)] == heads and _head_at(words) == len(heads) - 1
    ]  # fmt: skip
    return [complement for complement in behind if complement[at] == word]


def _by_length(found: Sequence[tuple[str, ...]]) -> _ByLength:
    """What was found by its length in words, the longest first."""
    lengths = sorted({len(words) for words in found}, reverse=True)
    return tuple((n, frozenset(words for words in found if len(words) == n)) for n in lengths)


def find_law_names(content: str, folded: bytes) -> list[LawName]:
    """The statutes that `content` names, in order; `folded` is the same text as patterns see it."""
    found: list[LawName] = []
    for match in word_pattern().finditer(folded):
        word = match.group()
        if _lemma(word) is None:
            continue
        start, end = match.span()
        if content[start] == "-" or content[start - 1 : start] in ("/", "@", "."):
            continue
        name = _at_head(content, start, end - (word[-1:] == b"-"))
        if name is not None and (not found or name.start >= found[-1].end):
            found.append(name)
    found += _abbreviations(content, folded)
    if b" act" in folded or b" decree" in folded or b" code" in folded:
        found += _english(content, folded)
    return sorted(found, key=lambda name: name.start)


def _at_head(content: str, start: int, end: int) -> LawName | None:
    word = _word(content[start:end])
    lemma = name_forms.bare_head(word)
    if lemma is not None:
        return _bare_head(content, start, end, lemma)
    lemma = _head_lemma(word)
    if lemma is None:
        return None
    for before in _before_head(lemma):
        if not before:
            # `maankäyttö- ja X-laki` is another act than the X-laki.
            other = _ANOTHER.search(content, max(0, start - 24), start)
            known = () if other else name_index.forms()[lemma]
            return LawName(start, end, known)
        tokens = _tokens_before(content, start, len(before))
        if len(tokens) < len(before) or _word(tokens[0][2])[:2] != before[0][:2]:
            continue
        form = content[tokens[0][0] : end]
        if name_forms.stem_key(form) == " ".join((*before, lemma)):
            return LawName(tokens[0][0], end, name_index.forms()[" ".join((*before, lemma))])
    return None if _NO_LAW.search(word) else LawName(start, end, ())


def _bare_head(content: str, start: int, end: int, lemma: str) -> LawName:
    head, first = _with_issuer(content, start, lemma)
    if _GIVEN_NEAR.search(content, max(0, first - 45), first):
        given = next(
            (t for t in reversed(_tokens_before(content, first, 3)) if name_forms.is_given(_word(t[2]))),
            None,
        )
        name = _reaching_back(content, given[0], end, head) if given else None
        if name is not None:
            return name
    name = _reaching_forward(content, first, end, head)
    if name is not None:
        return name
    loose = _LOOSELY_NAMED.match(content, first)
    return LawName(first, loose.end(), _former_act()) if loose else LawName(first, end, (), bare=True)


@cache
def _former_act() -> tuple[int, ...]:
    return tuple(at for at, statute in enumerate(all_statutes()) if statute.number == PERSONAL_DATA_ACT)


def _with_issuer(content: str, start: int, lemma: str) -> tuple[str, int]:
    """The head with who gave the decree, `sosiaali- ja terveysministeriön asetus`, and its start."""
    last = content[max(0, start - 30) : start].split()[-1:]
    if not last or not name_forms.is_issuer(_word(last[0])):
        return lemma, start
    tokens = _tokens_before(content, start, 6)
    for length in range(len(tokens), 0, -1):
        candidate = " ".join((*(_word(token[2]) for token in tokens[-length:]), lemma))
        if candidate in _issued_heads():
            return candidate, tokens[-length][0]
    return lemma, start


@cache
def _issued_heads() -> frozenset[str]:
    issued = [words for head in _BARE for words in _keys_with(f" {head} ")]
    return frozenset(" ".join(words[: _head_at(words) + 1]) for words in issued if _head_at(words) > 0)


def _reaching_forward(content: str, first: int, end: int, head: str) -> LawName | None:
    next_words = [w for w in content[end : end + 60].split()[:2] if not _NUMBER_TOKEN.match(w)]
    if not next_words:
        return None
    complements = _complements_forward(head, name_forms.fold_complement(_word(next_words[0])))
    if not complements:
        return None
    tokens = [t for t in _tokens_behind(content, end) if not _NUMBER_TOKEN.match(t[2])]
    folded = [name_forms.fold_complement(_word(token[2])) for token in tokens]
    for length, known in complements:
        complement = tuple(folded[:length])
        if complement in known:
            last = tokens[length - 1]
            stop = last[0] + len(last[2].rstrip(_CLOSE))
            return LawName(first, stop, name_index.forms()[" ".join((head, *complement))])
    return None


def _reaching_back(content: str, given: int, end: int, head: str) -> LawName | None:
    tokens = _tokens_before(content, given, 40)
    if not tokens:
        return None
    complements = _complements_backward(head, name_forms.fold_complement(_word(tokens[-1][2])))
    if not complements:
        return None
    folded = [name_forms.fold_complement(_word(token[2])) for token in tokens]
    for length, known in complements:
        complement = tuple(folded[-length:])
        if complement in known:
            start = tokens[-length][0]
            opening = len(tokens[-length][2]) - len(tokens[-length][2].lstrip("\"'”(«"))
            return LawName(start + opening, end, name_index.forms()[" ".join((head, *complement))])
    return None


def _tokens_before(content: str, start: int, most: int) -> list[tuple[int, int, str]]:
    """The last words before `start` within its sentence: (start, end, word)."""
    low = max(0, start - (_WORD_BEFORE if most > 6 else 120))
    window = content[low:start]
    stop = 0
    for match in _STOP.finditer(window):
        stop = match.end()
    tokens = [(low + stop + m.start(), low + stop + m.end(), m.group()) for m in _TOKEN.finditer(window[stop:])]
    return tokens[-most:]


def _tokens_behind(content: str, end: int) -> list[tuple[int, int, str]]:
    """The words behind `end` up to the end of the sentence."""
    window = content[end : end + _WORD_BEHIND]
    stop = _STOP.search(window)
    window = window[: stop.start() + 1] if stop else window
    return [(end + m.start(), end + m.end(), m.group()) for m in _TOKEN.finditer(window)]


@cache
def _abbreviation_pattern() -> re2._Regexp:
    names = "|".join(sorted((name.lower() for name in name_index.abbreviations()), key=len, reverse=True))
    return re2.compile(f"[^a-z0-9-]({names})(?:[^a-z0-9-]|n |ssa)".encode("latin-1"), _options())


def _abbreviations(content: str, folded: bytes) -> Iterator[LawName]:
    for match in _abbreviation_pattern().finditer(folded):
        start, end = match.span(1)
        # Case tells an abbreviation from a word.
        statutes = name_index.abbreviations().get(content[start:end])
        if statutes:
            yield LawName(start, end, statutes)


@cache
def _english_statutes() -> dict[str, tuple[int, ...]]:
    """English names in lower case, with the positions of the statutes that bear them."""
    by_number = {statute.number: position for position, statute in enumerate(all_statutes())}
    return {
        name.lower(): tuple(by_number[number] for number in numbers if number in by_number)
        for name, numbers in ENGLISH_NAMES.items()
    }


@cache
def _english_names_pattern() -> re.Pattern[str]:
    names = sorted(_english_statutes(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(n).replace(r"\ ", r"\s") for n in names) + r")\b", re.IGNORECASE)


def _english(content: str, folded: bytes) -> Iterator[LawName]:
    """English names: a head alone when the table lacks the name."""
    taken = -1
    for match in _english_pattern().finditer(folded):
        start, end = match.span(1)
        if start < taken or not content[start].isupper():
            continue
        window = max(0, start - 80)
        known = None
        for candidate in _english_names_pattern().finditer(content, window, min(len(content), end + 90)):
            if candidate.start() <= start < candidate.end():
                known = candidate
        if known is not None:
            positions = _english_statutes()[" ".join(known.group().lower().split())]
            yield LawName(known.start(), known.end(), positions)
            taken = known.end()
        else:
            yield LawName(start, end, (), bare=True)
