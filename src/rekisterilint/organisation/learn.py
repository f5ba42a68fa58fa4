"""A profile from what most notices of a controller agree on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rekisterilint.organisation.disagreements import count_votes
from rekisterilint.organisation.kinds import kind_words
from rekisterilint.organisation.learn_providers import (
    LearnedProvider,
    LearnedUrl,
    learn_providers,
    learn_urls,
)
from rekisterilint.organisation.profile import KIND_KEYS
from rekisterilint.organisation.record import NoticeRecord

_WORDS: Mapping[str, Mapping[str, str]] = {
    "head": {
        "fi": "Opittu {count} selosteesta. Tarkista jokainen rivi ennen käyttöönottoa.",
        "sv": "Lärt av {count} beskrivningar. Kontrollera varje rad innan profilen tas i bruk.",
        "en": "Learned from {count} notices. Check each line before you use it.",
    },
    "agree": {"fi": "{agree}/{all} selosteesta", "sv": "{agree}/{all} beskrivningar", "en": "{agree} of {all} notices"},
    "differs": {"fi": "poikkeaa: {value} ({where})", "sv": "avviker: {value} ({where})", "en": "differs: {value} ({where})"},
    "tie": {
        "fi": "ei selvää enemmistöä ({what}); valitse:", "sv": "ingen klar majoritet ({what}); välj:",
        "en": "no clear majority ({what}); choose:",
    },
    "in": {"fi": "{agree} selosteessa", "sv": "i {agree} beskrivningar", "en": "in {agree} notices"},
    "country": {
        "fi": "maan kertoo {count}", "sv": "landet anges i {count}", "en": "{count} of them name the country",
    },
    "more": {
        "fi": "Täydennä: muut tunnetut järjestelmät ja käsittelijät sekä maa, jossa tiedot ovat.",
        "sv": "Komplettera: andra kända system och biträden samt landet där uppgifterna finns.",
        "en": "To be added: other known systems and processors, and the country where the data are.",
    },
}  # fmt: skip
_MOST_OUTLIERS = 20


@dataclass(frozen=True, slots=True)
class Learned:
    """One detail: the values by how many notices give them, most first, each with its notices.

    `by_register` tells that the register of postal codes decided. A value comes as written where it was met first; a notice as `path:line`.
    """

    kind: str
    key: str
    choices: tuple[tuple[str, tuple[str, ...]], ...]
    by_register: bool = False

    @property
    def notices(self) -> int:
        """How many notices give the detail; one that gives two values counts twice."""
        return sum(len(where) for _, where in self.choices)

    @property
    def is_settled(self) -> bool:
        """Whether more than half of the notices agree, or the register of codes decides."""
        return self.by_register or len(self.choices[0][1]) * 2 > self.notices


def learn_details(records: Sequence[NoticeRecord], group: Sequence[int]) -> list[Learned]:
    """The details that the notices of a group give, by kind and key."""
    learned = []
    for (kind, key), votes in sorted(count_votes(records, group).items()):
        choices = []
        for by_notice in sorted(votes.values(), key=len, reverse=True):
            first, index = next(iter(by_notice.items()))
            where = tuple(f"{records[n].path}:{records[n].details[i].line}" for n, i in by_notice.items())
            detail = records[first].details[index]
            # An address that a notice disguises (`kirjaamo(a)…`) is learned in full.
            choices.append((detail.value if kind.endswith("-email") else detail.written, where))
        learned.append(_by_register(Learned(kind, key, tuple(choices))))
    return learned


def _by_register(learned: Learned) -> Learned:
    """Where notices are split over a postal code, the one that the town has comes first."""
    if learned.kind != "postal-code" or learned.is_settled:
        return learned
    from rekisterilint.data.postal import accepts

    town = learned.key.rpartition(", ")[2]
    right = [choice for choice in learned.choices if accepts(choice[0], town)]
    if len(right) != 1:
        return learned
    rest = tuple(choice for choice in learned.choices if choice is not right[0])
    return Learned(learned.kind, learned.key, (right[0], *rest), by_register=True)


def profile_text(records: Sequence[NoticeRecord], group: Sequence[int], language: str) -> str:
    """The TOML table `organisation`, with comments that say what it rests on and what differs."""
    learned = learn_details(records, group)
    lines = [f"# {_say('head', language, count=len(group))}", "[organisation]", f"names = {_toml(_names(records, group))}"]
    for kind, key in KIND_KEYS.items():
        lines += _entry(key, [one for one in learned if one.kind == kind], language)
    codes = [one for one in learned if one.kind == "postal-code"]
    boxes = sorted((one for one in codes if one.key.startswith("PL ")), key=lambda one: -one.notices)
    if boxes:
        lines.append(f"po-box = {_toml(boxes[0].key.partition(',')[0].removeprefix('PL '))}")
        lines += _entry("postal-code", boxes[:1], language)
    lines += _addresses([one for one in codes if one not in boxes] + boxes[1:], language)
    lines += _urls(learn_urls(records, group), language)
    for provider in learn_providers(records, group):
        lines += _provider(provider, language)
    lines += ["", f"# {_say('more', language)}", "# [[organisation.systems]]", '# name = ""', '# country = ""']
    return "\n".join(lines) + "\n"


def _names(records: Sequence[NoticeRecord], group: Sequence[int]) -> list[str]:
    names: dict[str, tuple[int, str]] = {}
    for number in group:
        for detail in records[number].of("name")[:1]:
            count, written = names.get(detail.value, (0, detail.written))
            names[detail.value] = (count + 1, written)
    return [written for _, written in sorted(names.values(), key=lambda entry: -entry[0])]


def _entry(key: str, learned: Sequence[Learned], language: str) -> Iterator[str]:
    """The line of a key; several where the detail comes by language or mailbox, as a list."""
    settled = [one for one in learned if one.is_settled]
    for one in learned:
        if one.is_settled:
            yield f"# {_say('agree', language, agree=len(one.choices[0][1]), all=one.notices)}"
            outliers = [(value, where) for value, notices in one.choices[1:] for where in notices]
            for value, where in outliers[:_MOST_OUTLIERS]:
                yield f"#   {_say('differs', language, value=_one_line(value), where=_one_line(where))}"
        else:
            subject = one.key.partition(",")[0] if one.kind == "postal-code" else ""
            yield f"# {_say('tie', language, what=kind_words(one.kind, subject)[language])}"
            for value, notices in one.choices:
                yield f"# {key} = {_toml(value)}  # {len(notices)}/{one.notices}"
    values = list(dict.fromkeys(one.choices[0][0] for one in settled))
    if values:
        yield f"{key} = {_toml(values[0] if len(values) == 1 else values)}"


def _addresses(learned: Sequence[Learned], language: str) -> Iterator[str]:
    from rekisterilint.data.postal import lookup

    entries = []
    for one in sorted(learned, key=lambda one: -one.notices):
        place, _, town = one.key.partition(", ")
        if not one.is_settled:
            yield from _entry("addresses", [one], language)
            continue
        found = lookup(one.choices[0][0])
        name = found.town_fi if found else town.capitalize()
        place = " ".join(word[:1].upper() + word[1:] for word in place.split())
        comment = _say("agree", language, agree=len(one.choices[0][1]), all=one.notices)
        entries.append(f"  {_toml(f'{place}, {one.choices[0][0]} {name}')},  # {comment}")
        for value, notices in one.choices[1:]:
            for where in notices[:_MOST_OUTLIERS]:
                entries.append(f"  #   {_say('differs', language, value=_one_line(value), where=_one_line(where))}")
    if entries:
        yield from ("addresses = [", *entries, "]")


def _urls(learned: Sequence[LearnedUrl], language: str) -> Iterator[str]:
    if not learned:
        return
    yield "urls = ["
    for one in learned:
        yield f"  {_toml(one.written)},  # {_say('agree', language, agree=one.agree, all=one.notices)}"
        yield from (f"  {line}" for line in _differing(one.outliers, language))
    yield "]"


def _provider(one: LearnedProvider, language: str) -> Iterator[str]:
    """The table of a system or processor; without a country where the notices settle on none."""
    country = f", {_say('country', language, count=one.countries)}" if one.country else ""
    yield ""
    yield f"# {_say('in', language, agree=one.agree)}{country}"
    yield from _differing(one.outliers, language)
    yield f"[[organisation.{one.key}]]"
    yield f"name = {_toml(one.name)}"
    yield f"country = {_toml(one.country)}" if one.country else '# country = ""'


def _differing(outliers: Sequence[tuple[str, str]], language: str) -> Iterator[str]:
    for value, where in outliers[:_MOST_OUTLIERS]:
        yield f"#   {_say('differs', language, value=_one_line(value), where=_one_line(where))}"


def _say(name: str, language: str, **values: object) -> str:
    return _WORDS[name][language].format_map(values)


def _one_line(words: str) -> str:
    """Nothing that a file's text or name holds may end the comment that it stands in."""
    return "".join(sign if sign.isprintable() else " " for sign in words)


def _toml(value: str | list[str]) -> str:
    """A TOML string or array: its basic strings are JSON's."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
