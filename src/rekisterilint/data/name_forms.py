"""The names of statutes in any case form: `kuntalaissa`, `X annetun lain`, `lagens om X`.

Finnish inflects the head of a name (`laki`, `asetus`, `kaari` …) and leaves the rest, save for
adjectives before it. So a form is brought to its key by its head; no list of forms is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rekisterilint.data.folding import fold
from rekisterilint.lazy_patterns import lazy_pattern

# The dictionary form of each head, and what it ends in when inflected.
_SINGULAR_US: Final = "s sta kseen ksen ksena ksessa ksesta ksella kselle kselta kseksi ksetta"
_PLURAL_US: Final = "kset sten ksien ksia ksissa ksista ksiin ksilla ksille ksilta ksiksi ksina"
_ENDINGS_US: Final = f"{_SINGULAR_US} {_PLURAL_US}"


def _fronted(endings: str) -> str:
    """The same endings after a word with front vowels."""
    return endings.replace("a", "ä")


_FINNISH: Final[dict[str, tuple[str, str]]] = {
    # dictionary form: (what never changes, what follows it)
    "laki": (
        "la",
        "ki in kia kina issa ista kiin illa ille ilta iksi itta "
        "it kien keja eissa eista keihin eilla eille eilta eiksi keina",
    ),
    "asetus": ("asetu", _ENDINGS_US),
    "kaari": (
        "kaar",
        "i en ta ena essa esta een ella elle elta eksi etta "
        "et ten ien ia issa ista iin illa ille ilta iksi",
    ),
    "säädös": ("säädö", _fronted(_ENDINGS_US)),
    "päätös": ("päätö", _fronted(_ENDINGS_US)),
    "järjestys": ("järjesty", _fronted(_ENDINGS_US)),
    "direktiivi": (
        "direktiiv",
        "i in iä inä issä istä iin illä ille iltä iksi ittä "
        "it ien ejä eissä eistä eihin eillä eille eiltä eiksi",
    ),
    "ohjesääntö": (
        "ohjesään",
        "tö nön töä tönä nössä nöstä töön nöllä nölle nöltä nöksi nöttä",
    ),
}
_SWEDISH: Final[dict[str, tuple[str, str]]] = {
    "lag": ("lag", " en ens s ar ars arna arnas"),
    "balk": ("balk", " en ens s ar ars arna arnas"),
    "ordning": ("ordning", " en ens s ar ars arna arnas"),
    "reglemente": ("reglemente", " t ts s n na"),
    "direktiv": ("direktiv", " et ets s en ens"),
}


def _lemma_by_form() -> dict[str, str]:
    forms: dict[str, str] = {}
    for table in (_FINNISH, _SWEDISH):
        for lemma, (stem, endings) in table.items():
            forms |= {stem + ending: lemma for ending in endings.split(" ")}
    return forms


_LEMMAS: Final = _lemma_by_form()
_HEAD_LENGTHS: Final = sorted({len(form) for form in _LEMMAS}, reverse=True)
_BARE_HEADS: Final = {
    form: lemma for form, lemma in _LEMMAS.items() if lemma in {"laki", "asetus", "lag"}
} | {"för" + form: "förordning" for form, lemma in _LEMMAS.items() if lemma == "ordning"}
_GIVEN: Final = lazy_pattern(
    r"anne(?:ttu(?:a|un|na|jen|ja|ihin|ina)?|tu(?:n|t|ssa|sta|lla|lle|lta|ksi|issa|ista|illa|ille))$|"
    r"sääde(?:tty(?:ä|yn|nä|jen|jä|ihin|inä)?|ty(?:n|t|ssä|stä|llä|lle|ltä|ksi|issä|istä|illä|ille))$"
)
_SWEDISH_LINKS: Final = {"om", "för", "angående", "avseende", "gällande"}
_ADJECTIVE: Final = lazy_pattern(
    r"is(?:en|t[aä]|een|ess[aä]|est[aä]|ell[aä]|elle|elt[aä]|eksi|en[aä]|et|ten|i[aä]|iss[aä]|ist[aä]|iin)$"
)
_OLD: Final = lazy_pattern(r"vanha(?:n|a|an|ssa|sta|lla|lle|lta|ksi|na)$")
_SWEDISH_DEFINITE: Final = lazy_pattern(r"(?<=[a-zåäö]sk|[a-zåäö]al)a$|(?<=allmän)na$")
_ELATIVE: Final = lazy_pattern(r"(?<=..)[aeiouyäö]+(?:sta|stä)$")
_PUNCTUATION: Final = "«»\"'”“,;.()[]"


def fold_word(word: str) -> str:
    """One word of a name as keys hold it: folded, without punctuation around it."""
    return fold(word).strip(_PUNCTUATION)


def fold_complement(word: str) -> str:
    """A word of what a law is about, its elative alike in singular and plural.

    `julkisesta työvoima- ja yrityspalvelusta` and `julkisista … yrityspalveluista` name one act.
    """
    return _ELATIVE.sub("~", word)


def head_lemma(word: str) -> str | None:
    """The dictionary form of a word that heads a law's name, else None: `kuntalaissa` → `kuntalaki`."""
    for length in _HEAD_LENGTHS:
        lemma = _LEMMAS.get(word[-length:])
        if lemma:
            return word[:-length] + lemma
    return None


def is_given(word: str) -> bool:
    """Whether the word is a form of `annettu` or `säädetty`, which links a law to what stands before it."""
    return bool(_GIVEN.match(word))


def bare_head(word: str) -> str | None:
    """`laki`, `asetus`, `lag` or `förordning` if the word is one of their forms, else None."""
    return _BARE_HEADS.get(word)


def stem_key(form: str) -> str | None:
    """The key under which a law's name is looked up, alike for all its forms.

    Goes in: a name in any case, `lain potilaan asemasta ja oikeuksista`, `kuntalakia`,
    `sosiaalihuollon asiakkaan asemasta annetussa laissa`, `lagens om offentlighet`.
    None if no word of it can head a law's name.
    """
    return key_of([word for word in map(fold_word, form.split()) if word])


def key_of(words: Sequence[str]) -> str | None:
    """`stem_key` of words that are folded already."""
    for position, word in enumerate(words[:-1]):
        lemma = bare_head(word)
        if lemma and (position == 0 or is_issuer(words[position - 1])):
            complement = map(fold_complement, words[position + 1 :])
            return " ".join((*words[:position], lemma, *complement))
        if is_given(word) and position:
            head = _key_of_phrase(words[position + 1 :])
            return head and " ".join((head, *map(fold_complement, words[:position])))
    return _key_of_phrase(words)


def is_issuer(word: str) -> bool:
    """Whether the word can end the name of who gave a decree: `valtioneuvoston`, `statsrådets`."""
    return word.endswith(("neuvoston", "ministeriön", "rådets", "ministeriets"))


def _key_of_phrase(words: Sequence[str]) -> str | None:
    """The key of a name whose head stands last, or, in Swedish, before a preposition."""
    if not words:
        return None
    head = next((i for i, word in enumerate(words) if i and word in _SWEDISH_LINKS), len(words)) - 1
    lemma = head_lemma(words[head])
    if lemma is None:
        return None
    before = (_adjective(word) for word in words[:head] if word not in {"den", "det"})
    return " ".join((*before, lemma, *words[head + 1 :]))


def _adjective(word: str) -> str:
    """An adjective that agrees with the head, in its dictionary form; other words as they are."""
    if _OLD.match(word):
        return "vanha"
    finnish = _ADJECTIVE.sub("inen", word)
    return finnish if finnish != word else _SWEDISH_DEFINITE.sub("", word)
