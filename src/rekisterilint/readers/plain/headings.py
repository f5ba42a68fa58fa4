"""Which lines of a plain text are headings, and of which rank."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.readers.plain.lines import Line

HeadingWords = Callable[[str], bool]

_LONGEST = 110
_LONGEST_KNOWN = 90
_LONGEST_PLAIN = 104  # of words alone, as in the forms of the Ombudsman's office
_LONGEST_FORM = 170  # of the label on disclosures and transfers, by whatever it was made longer
_NARROW = 34
_SECTION_NUMBER = lazy_pattern(r"\d{1,2}(?:\.\d{1,2}){0,3}[.):]?$")
_CITED = lazy_pattern(r"\d{2,4}/\d{2,4}|@|(?i:social security (?:number|code))|\[email|\b0\d{1,3}[ -]?\d{3}[ -]?\d|\+358 ?\d|\(at\)|https?:|www\.|\b\d{5} [A-ZÅÄÖ]\w+$")
# "Maija Meri, toimitusjohtaja": a person and what she is.
_PERSON = lazy_pattern(r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?, ?\w")
# "Säkerhetsplanerare Mikko Merikoski", the channel on the next line.
_TITLE_AND_NAME = lazy_pattern(r"[A-ZÅÄÖ][\wåäöé-]+(?: [A-Za-zåäö]+){0,2} [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖ][a-zåäöé-]+$")
_CHANNEL = lazy_pattern(
    r"(?:e-?post|e-?mail|sähköposti|s-posti|puh|tel|tfn|phone|gsm)[\wåäö -]{0,12}[:.]|\S+(?:@|\(at\)|\(a\))\S+$|[^,\d]{3,40} \d+[\w ]{0,5}, ?\d{5} \w+$",
    re.IGNORECASE,
)
# "Chief Security Officer of Support Services": a post, not a matter.
_POST = lazy_pattern(r"(?:Chief|Deputy|Senior|Head of|Director of|Manager of) [^?:]+$")
# A label on a line of its own: what stands below it is a post, too, and no heading.
_POST_LABEL = lazy_pattern(
    r"(?:tehtävänimike|ammattinimike|virkanimike|titteli|uppgiftsbeteckning|tjänstebeteckning|befattning|job title) ?:?$",
    re.IGNORECASE,
)
_RIGHT = lazy_pattern(r"\b(?:oike|rätt|right)", re.IGNORECASE)
# A finite verb in the middle makes a line a sentence, unless it asks.
_STATEMENT = lazy_pattern(
    r"\b(?:ei|eivät|emme|eikä|inte|perustuu|perustuvat|käsitellään|kerätään|luovutetaan|siirretään|siirtyvät|säilytetään|voidaan|ovat|sisältää|"
    r"tallennetaan|käytetään|koskevat|joilla|grundar sig|behandlas|lagras|samlas|överförs|is|are|was|has (?:been|an?|provided|given|registered))\b",
    re.IGNORECASE,
)
# The long label of the Ombudsman's old form, on disclosures and transfers.
_FORM_LABEL = lazy_pattern(
    r"(?:(?:säännönmukai|tietojen |henkilötietojen )[^.;]*(?:luovu|siirr|siirt)[^.;]* ulkopuolelle(?: (?:ja|sekä) [^.,;]{3,50})?|"
    r"(?:regelmässig|regelbund|överföring|utlämn)[^.;]* utanför (?:EU|Europeiska)[^.;]*|"
    r"(?:regular |transfers? |disclosures? )[^.;]* outside (?:the )?(?:EU|European)[^.;]*)\Z",
    re.IGNORECASE,
)
# "Rekisterinpitäjä voi käsitellä seuraavia tietoja:" says what the controller does, not who it is.
_ACTING = lazy_pattern(
    r"(?:rekisterinpitäjä (?:voi|kerää|käsittelee|käyttää|säilyttää|tallentaa|luovuttaa|noudattaa|huolehtii)|"
    r"(?:den )?personuppgiftsansvarige (?:kan|får|samlar|behandlar|använder|lagrar|sparar|lämnar)|"
    r"(?:the )?(?:data )?controller (?:may|can|collects|processes|uses|stores|keeps|discloses))\b",
    re.IGNORECASE,
)
# No heading ends in the middle of a clause: such a line goes on below.
_OPEN_END = lazy_pattern(
    r"\b(?:ja|tai|sekä|että|jotta|kun|jos|joka|jotka|voimme|voidaan|on|ovat|och|eller|samt|att|är|som|vi|and|or|the|to|of|is|are|that)$",
    re.IGNORECASE,
)
# "Uppgifter som behandlas": the verb belongs to a clause that tells which ones.
_RELATIVE = lazy_pattern(r"\b(?:som|jotka|joita|joihin|that|which)\b", re.IGNORECASE)
_QUESTION = lazy_pattern(
    r"(?:mi|mihin|miksi|miten|mitä|mistä|millä|milloin|kuka|keneen|kenelle|kuinka|ketkä|mikä|\w+ko|\w+kö|hur|vad|vem|var|varför|"
    r"vilka|vilken|när|how|what|who|why|where|which|when|do|does|is|are)\b",
    re.IGNORECASE,
)


class HeadingLooks(msgspec.Struct, frozen=True):
    """What headings look like in one text: by known words, numbers, capitals and position.

    `known` tells whether words are a known heading of a notice; `numbered` whether the text's
    main headings carry numbers.
    """

    known: HeadingWords
    numbered: bool

    def knows(self, group: Sequence[Line]) -> bool:
        """Whether the lines `group` read as a known heading."""
        return self.known(_significant(_joined(group)))

    def level(
        self,
        group: Sequence[Line],
        before: Line | None,
        following: Line | None,
        *,
        after_heading: bool,
    ) -> int:
        """The rank of the lines `group` as one heading, 0 if they are none."""
        first = group[0]
        words = _joined(group)
        narrow = len(group) > 1 and max(len(line.words) for line in group) <= _NARROW
        form = bool(first.gap) and len(words) > _LONGEST_KNOWN and _FORM_LABEL.match(words.rstrip(" :")) is not None
        longest = _LONGEST_FORM if form else _LONGEST
        if len(words) > (_LONGEST * 2 if narrow else longest) or first.is_bullet:
            return 0
        if (len(group) > 3 and not narrow) or _is_sentence(words):
            return 0
        known = self.known(_significant(words))
        if first.is_numbered:
            return self._numbered_level(first, words, known)
        if words.endswith(":"):
            bare = words.rstrip(" :")
            return 6 if known and (len(words) < 70 or (first.gap and _FORM_LABEL.match(bare))) else 0
        if words[-1] in ".,;!" or not words[0].isupper() or first.is_label:
            return 0
        if following is not None and not following.gap and _names_someone(words, following.words):
            return 0
        if before is not None and _POST_LABEL.match(before.words):
            return 0
        if self.numbered and following is not None and not following.gap and "  " in words:
            return 0  # a table's row: a cell, a gap and the next cell
        if after_heading and words.count(",") >= 2 and not _RIGHT.search(words):
            return 0  # a list that answers the heading above
        closed = before is None or before.words[-1] in ".!?"
        apart = bool(first.gap) or closed or after_heading
        if known and apart and (len(words) < _LONGEST_KNOWN or narrow or form or _is_plain(words)):
            return 2 if self.numbered else 1
        if words.isupper() and len(words) > 3 and not any(char.isdigit() for char in words):
            return 4 if first.gap else 0
        if words.endswith("?") and len(words) < _LONGEST_KNOWN and apart:
            return 2
        return 5 if _stands_alone(group, following) else 0

    def _numbered_level(self, first: Line, words: str, known: bool) -> int:
        if not _SECTION_NUMBER.match(first.marker) and not known:
            return 0
        if words[-1] in ".,;" and not (known and len(words) < 40):
            return 0
        if not words[0].isupper() or len(words) < 3:
            return 0
        depth = first.marker.rstrip(".):").count(".") + 1
        if known:
            return depth
        if len(words) > 80 or not first.gap or not first.marker.rstrip(").:").isdigit():
            return 3 if depth > 1 else 0
        return depth


def _names_someone(words: str, following: str) -> bool:
    """Whether a line is a title with a name, and the next one the way to reach them."""
    return _TITLE_AND_NAME.match(words) is not None and _CHANNEL.match(following) is not None


def _joined(group: Sequence[Line]) -> str:
    return " ".join([group[0].body, *(line.words for line in group[1:])])


def _is_plain(words: str) -> bool:
    return len(words) < _LONGEST_PLAIN and not any(sign.isdigit() or sign in ",;()" for sign in words)


@lru_cache(maxsize=4_096)
def _is_sentence(words: str) -> bool:
    """Whether the words cite, give an address or state something: no heading does."""
    return any(look.match(words) for look in (_PERSON, _POST)) or _CITED.search(words) is not None or _is_statement(words)


@lru_cache(maxsize=4_096)
def _significant(words: str) -> str:
    """What tells a heading's matter: not what stands in brackets, nor far behind."""
    return re.sub(r"\([^)]*\)?", "", words).rstrip(": ")[:75]


def _is_statement(words: str) -> bool:
    if _OPEN_END.search(words) or _ACTING.match(words):
        return True
    if words.endswith("?") or _QUESTION.match(words) or _RELATIVE.search(words):
        return False
    verb = _STATEMENT.search(words)
    return verb is not None and verb.start() > 0 and not words.endswith(":")


def _stands_alone(group: Sequence[Line], following: Line | None) -> bool:
    """A short line by itself, before a full line or a list: a heading without number."""
    first = group[0]
    words = first.words
    if len(group) > 1 or not first.gap or following is None or len(words) > 60:
        return False
    if any(char.isdigit() for char in words) or "," in words or ":" in words:
        return False
    return len(following.words) > 60 or following.is_bullet
