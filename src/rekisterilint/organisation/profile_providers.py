"""ORG802 for providers and web addresses: only what can't be right beside the profile."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rekisterilint.checks.context import Context
from rekisterilint.checks.own import own
from rekisterilint.data.folding import fold
from rekisterilint.findings import Edit, Fix, Hit, Span
from rekisterilint.organisation.countries import code_of, contradict, country_name
from rekisterilint.organisation.kinds import kind_words
from rekisterilint.organisation.profile import Profile, Provider
from rekisterilint.organisation.providers import (
    companies_in,
    find_known,
    provider_key,
    without_form,
)
from rekisterilint.organisation.web import WebAddress, mended, web_address
from rekisterilint.text import BlockKind

_LEAST_WORD = 5
_LANGUAGES = ("fi", "sv", "en")


def provider_hits(profile: Profile, context: Context) -> Iterator[Hit]:
    """Providers with another country than the profile's, and names that are near misses."""
    yield from _countries(profile.providers, context)
    yield from _names(profile, context)


def _countries(providers: Sequence[Provider], context: Context) -> Iterator[Hit]:
    by_name = {provider.name: provider for provider in providers}
    for mention in find_known(context, list(by_name)):
        provider = by_name[mention.name]
        codes = frozenset(place.code for place in mention.places)
        if not contradict(codes, provider.codes):
            continue
        place = mention.places[0]
        span = Span(place.start, place.end)
        right = {name: ", ".join(country_name(code, name) for code in sorted(provider.codes)) for name in _LANGUAGES}
        ours = right[context.notice.language]
        # An inflected name can't be put in place of another.
        fixable = place.plain and len(provider.codes) == 1 and bool(code_of(ours))
        fix = Fix((Edit(span, ours),), safe=False) if fixable else None
        what = kind_words(f"{provider.kind}-country", provider.name)
        yield Hit(span, {"what": what, "right": right}, suggestion=right, fix=fix)


def _names(profile: Profile, context: Context) -> Iterator[Hit]:
    known = [(provider, without_form(provider.name)) for provider in profile.providers]
    known = [(provider, base) for provider, base in known if base != provider.name]
    ours = {*profile.names, *(provider_key(base) for _, base in known)}
    for unit in context.notice.units:
        if unit.kind is BlockKind.HEADING or not known:
            continue
        words = context.notice.words(unit)
        for start, end in companies_in(words):
            base = without_form(words[start:end])
            if provider_key(base) in ours or provider_key(words[start:end]) in ours:
                continue
            near = [(provider, right) for provider, right in known if is_misspelt(base, right)]
            if len({right for _, right in near}) != 1:
                continue
            provider, right = near[0]
            at = words.find(base, start, end)
            if at < 0:
                continue
            span = Span(unit.start + at, unit.start + at + len(base))
            yield Hit(
                span, {"what": kind_words(f"{provider.kind}-name"), "right": right}, suggestion=right,
                fix=Fix((Edit(span, right),), safe=False),
            )  # fmt: skip


def is_misspelt(written: str, right: str) -> bool:
    """Whether a name is another spelling of a known one: words joined or parted, or one long word
    with a letter or two wrong. Figures and short words tell names apart.
    """
    from rapidfuzz.distance import OSA

    one, other = fold(written), fold(right)
    if one == other:
        return False
    if re.sub(r"[\W_]", "", one) == re.sub(r"[\W_]", "", other):
        return True
    pairs = list(zip(one.split(), other.split(), strict=False))
    differing = [(ours, theirs) for ours, theirs in pairs if ours != theirs]
    if len(one.split()) != len(other.split()) or len(differing) != 1:
        return False
    ours, theirs = differing[0]
    shorter = min(len(ours), len(theirs))
    if shorter < _LEAST_WORD or ours[0] != theirs[0] or any(sign.isdigit() for sign in ours + theirs):
        return False
    return OSA.distance(ours, theirs) <= (2 if shorter >= 9 else 1 if shorter >= 6 else 0)


def url_hits(profile: Profile, context: Context) -> Iterator[Hit]:
    """Web addresses that are near misses of the profile's."""
    known = {web_address(written): written for written in profile.urls}
    hosts = {address.host for address in known}
    for url, _ in own(context, context.notice.facts.urls):
        address = web_address(url.written)
        if address in known:
            continue
        right = next((found for other in known if (found := mended(address, other)) is not None), None)
        if right is None or (address.host != right.host and address.host in hosts):
            continue
        words = _written(url.written, address, right)
        span = Span(url.start, url.end)
        yield Hit(
            span, {"what": kind_words("url"), "right": words}, suggestion=words,
            fix=Fix((Edit(span, words),), safe=False),
        )  # fmt: skip


def _written(words: str, address: WebAddress, right: WebAddress) -> str:
    """`words` with the right host or path in place of the near miss, the rest as it was."""
    for wrong, put in ((address.host, right.host), (address.path, right.path)):
        at = words.lower().find(wrong) if wrong != put else -1
        if at >= 0:
            words = words[:at] + put + words[at + len(wrong) :]
    return words
