"""Web pages, systems and processors of a profile, from what an organisation's notices agree on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rekisterilint.data.folding import fold
from rekisterilint.organisation.countries import contradict, country_name
from rekisterilint.organisation.profile import PROVIDER_KEYS
from rekisterilint.organisation.profile_providers import is_misspelt
from rekisterilint.organisation.providers import without_form
from rekisterilint.organisation.record import Detail, NoticeRecord
from rekisterilint.organisation.web import WebAddress, mended

_MAILS = ("registry-email", "dpo-email", "email")
_LEAST = 2  # notices that a page or provider must stand in
_MOST_SPELLINGS = 200  # names that are compared with each other

Places = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LearnedUrl:
    """A page as most write it, in how many notices of those that name a page of the organisation;
    `outliers` are near misses: as written, with `path:line`.
    """

    written: str
    agree: int
    notices: int
    outliers: Places


@dataclass(frozen=True, slots=True)
class LearnedProvider:
    """A system or processor (`key` of the profile), in how many notices, and its country in the
    notices' language; `countries` of these say so. `outliers` have another country or spelling.
    """

    key: str
    name: str
    agree: int
    country: str
    countries: int
    outliers: Places


def learn_urls(records: Sequence[NoticeRecord], group: Sequence[int]) -> list[LearnedUrl]:
    """The pages under the organisation's own addresses that more than half of the notices name."""
    hosts = _own_hosts(records, group)
    votes: dict[str, dict[int, Detail]] = {}
    for number in group:
        for detail in records[number].of("url"):
            votes.setdefault(detail.value, {}).setdefault(number, detail)
    own = {key: by for key, by in votes.items() if _is_below(_address(key).host, hosts)}
    everyone = {number for by in own.values() for number in by}
    learned = []
    for key, by_notice in own.items():
        if len(by_notice) < _LEAST or len(by_notice) * 2 <= len(everyone):
            continue
        outliers = tuple(
            (detail.written, f"{records[number].path}:{detail.line}")
            for other, by in votes.items()
            if len(by) < len(by_notice) and mended(_address(other), _address(key)) is not None
            for number, detail in by.items()
        )
        written = _most([detail.written.rstrip("/") for detail in by_notice.values()])
        learned.append(LearnedUrl(written, len(by_notice), len(everyone), outliers))
    return sorted(learned, key=lambda one: (-one.agree, one.written))


def _address(key: str) -> WebAddress:
    host, slash, path = key.partition("/")
    return WebAddress(host, slash + path)


def _own_hosts(records: Sequence[NoticeRecord], group: Sequence[int]) -> set[str]:
    """The domains of the e-mail addresses that more than half of the notices give."""
    counts: dict[str, int] = {}
    for number in group:
        domains = {d.value.rpartition("@")[2] for kind in _MAILS for d in records[number].of(kind)}
        for domain in domains:
            counts[domain] = counts.get(domain, 0) + 1
    return {domain for domain, count in counts.items() if count >= _LEAST and count * 2 > len(group)}


def _is_below(host: str, hosts: set[str]) -> bool:
    return any(host == own or host.endswith(f".{own}") for own in hosts)


def _most(words: Sequence[str]) -> str:
    return max(dict.fromkeys(words), key=words.count)


@dataclass(slots=True)
class _Seen:
    """The mentions of one provider: by notice the name, and the countries with their notices."""

    names: dict[int, Detail] = field(default_factory=dict)
    countries: dict[str, dict[int, Detail]] = field(default_factory=dict)


def learn_providers(records: Sequence[NoticeRecord], group: Sequence[int]) -> list[LearnedProvider]:
    """The systems and processors that at least two notices name, the most frequent first."""
    own = {fold(without_form(d.written)) for n in group for d in records[n].of("name")}
    learned = []
    for key, kind in PROVIDER_KEYS.items():
        seen = _seen(records, group, kind, own)
        frequent = [name for name, one in seen.items() if len(one.names) >= _LEAST]
        for name in frequent:
            learned.append(_learned(records, key, name, seen, frequent))
    return sorted(learned, key=lambda one: (one.key, -one.agree, one.name))


def _seen(
    records: Sequence[NoticeRecord], group: Sequence[int], kind: str, own: set[str]
) -> dict[str, _Seen]:
    seen: dict[str, _Seen] = {}
    for number in group:
        for detail in records[number].of(kind):
            if detail.value not in own:
                seen.setdefault(detail.value, _Seen()).names.setdefault(number, detail)
        for detail in records[number].of(f"{kind}-country"):
            if fold(detail.key) in seen:
                countries = seen[fold(detail.key)].countries
                countries.setdefault(detail.value, {}).setdefault(number, detail)
    return seen


def _learned(
    records: Sequence[NoticeRecord], key: str, name: str, seen: dict[str, _Seen], frequent: Sequence[str]
) -> LearnedProvider:
    one = seen[name]
    spellings = [other for other in list(seen)[:_MOST_SPELLINGS] if other not in frequent and is_misspelt(other, name)]
    outliers = [(detail, number) for other in spellings for number, detail in seen[other].names.items()]
    votes = one.countries
    usual = max(votes, key=lambda code: len(votes[code]), default="")
    everyone = {number for by in votes.values() for number in by}
    settled = bool(usual) and len(votes[usual]) * 2 > len(everyone)
    for code, by_notice in votes.items():
        if code != usual and contradict(frozenset({code}), frozenset({usual})):
            outliers += [(detail, number) for number, detail in by_notice.items()]
    language = records[next(iter(one.names))].language
    return LearnedProvider(
        key, _most([detail.written for detail in one.names.values()]), len(one.names),
        country_name(usual, language) if settled else "", len(votes[usual]) if settled else 0,
        tuple((detail.written, f"{records[number].path}:{detail.line}") for detail, number in outliers),
    )  # fmt: skip
