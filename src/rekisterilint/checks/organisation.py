"""ORG802: what a notice says of its organisation, held against the profile in the configuration."""

from __future__ import annotations

from collections.abc import Iterator

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks.context import Context
from rekisterilint.findings import Edit, Fix, Hit, Span

# Of these the organisation may have others besides: a notice that gives a known one is in order.
_SEVERAL = frozenset({"dpo-name", "dpo-email", "dpo-phone", "registry-email"})


def profile_mismatch(rule: Rule, context: Context) -> Iterator[Hit]:
    """A hit for each detail that differs from the profile; the profile's is the (unsafe) fix.

    Notices that name neither the organisation nor its business id are another one's.
    """
    profile = context.settings.organisation
    if profile is None or not _is_ours(context):
        return
    from rekisterilint.organisation.details import find_details
    from rekisterilint.organisation.kinds import kind_words
    from rekisterilint.organisation.profile_providers import provider_hits, url_hits

    yield from provider_hits(profile, context)
    yield from url_hits(profile, context)
    details = find_details(context)
    codes: dict[str, list[str]] = {}
    for key, code in profile.codes:
        codes.setdefault(key, []).append(code)
    for detail in sorted(details, key=lambda found: found.start):
        if detail.kind == "postal-code":
            allowed = [(code, code) for code in codes.get(detail.key, codes.get(detail.key.partition(",")[0], []))]
        else:
            allowed = profile.of(detail.kind)
        known = {value for value, _ in allowed}
        if not allowed or detail.value in known:
            continue
        others = {other.value for other in details if other.kind == detail.kind}
        if detail.kind in _SEVERAL and others & known:
            continue
        span = Span(detail.start, detail.end)
        right = allowed[0][1]
        subject = detail.key.partition(",")[0] if detail.kind == "postal-code" else ""
        yield Hit(
            span, {"what": kind_words(detail.kind, subject), "right": right}, suggestion=right,
            fix=Fix((Edit(span, right),), safe=False),
        )  # fmt: skip


def _is_ours(context: Context) -> bool:
    """Whether the notice names the organisation: by a name, in any place, or by its business id."""
    profile = context.settings.organisation
    assert profile is not None
    ids = {value for value, _ in profile.of("business-id")}
    if not profile.names and not ids:
        return True
    if any(number.number in ids for number in context.notice.facts.business_ids):
        return True
    words = " ".join(context.notice.text.content.casefold().split())
    return any(name in words for name in profile.names)
