"""All facts of a text, each kind drawn by its own module."""

from __future__ import annotations

from rekisterilint.facts.addresses import find_addresses
from rekisterilint.facts.citations import find_citations
from rekisterilint.facts.contacts import find_emails, find_phones, find_urls
from rekisterilint.facts.dates import find_dates
from rekisterilint.facts.gdpr_references import find_gdpr_references
from rekisterilint.facts.identifiers import find_business_ids, find_identity_codes
from rekisterilint.facts.model import Facts, Url
from rekisterilint.facts.people import find_people
from rekisterilint.text import Text


def extract_facts(text: Text) -> Facts:
    """The facts of `text`; web addresses also where a link leads."""
    content = text.content[: text.words_end]
    emails = find_emails(content)
    urls = find_urls(content)
    phones = find_phones(content)
    addresses = find_addresses(content)
    citations = find_citations(content)
    references = find_gdpr_references(content)
    dates = find_dates(content)
    people = find_people(content)
    positions: list[tuple[int, str]] = []
    for kind, found in (
        ("email", emails), ("url", urls), ("phone", phones), ("address", addresses),
        ("citation", citations), ("gdpr", references), ("date", dates), ("person", people),
    ):
        positions += [(fact.start, kind) for fact in found]
    contact = [(start, "contact") for start, kind in positions if kind in ("email", "phone", "address")]
    targets = tuple(Url(link.start, link.end, text.content[link.start : link.end]) for link in text.links)
    return Facts(
        emails, phones, urls + targets, addresses, citations, references, dates, people,
        tuple(sorted(positions + contact)), find_business_ids(content), find_identity_codes(content),
    )
