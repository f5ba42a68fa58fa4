"""The kinds of detail, by name in three languages."""

from __future__ import annotations

from collections.abc import Mapping

KIND_NAMES: Mapping[str, Mapping[str, str]] = {
    kind: dict(zip(("fi", "sv", "en"), names, strict=True))
    for kind, names in {
        "name": ("rekisterinpitäjän nimi", "den personuppgiftsansvariges namn", "controller's name"),
        "business-id": ("Y-tunnus", "FO-nummer", "business id"),
        "postal-code": ("postinumero", "postnummer", "postal code"),
        "switchboard": ("vaihteen numero", "växelns nummer", "switchboard number"),
        "registry-email": ("kirjaamon sähköposti", "registratorskontorets e-post", "registry e-mail"),
        "registry-phone": ("kirjaamon puhelin", "registratorskontorets telefon", "registry phone"),
        "dpo-name": ("tietosuojavastaavan nimi", "dataskyddsombudets namn", "data protection officer's name"),
        "dpo-email": ("tietosuojavastaavan sähköposti", "dataskyddsombudets e-post", "data protection officer's e-mail"),
        "dpo-phone": ("tietosuojavastaavan puhelin", "dataskyddsombudets telefon", "data protection officer's phone"),
        "email": ("sähköpostiosoite", "e-postadress", "e-mail address"),
        "phone": ("puhelinnumero", "telefonnummer", "phone number"),
        "ground": ("oikeusperuste", "rättslig grund", "legal basis"),
        "period": ("säilytysaika", "lagringstid", "retention period"),
        "url": ("verkko-osoite", "webbadress", "web address"),
        "processor": ("käsittelijä", "personuppgiftsbiträde", "processor"),
        "processor-name": ("käsittelijän nimi", "personuppgiftsbiträdets namn", "processor's name"),
        "processor-country": ("käsittelijän maa", "personuppgiftsbiträdets land", "processor's country"),
        "system-name": ("järjestelmän nimi", "systemets namn", "system's name"),
        "system-country": ("järjestelmän tietojen maa", "landet för systemets uppgifter", "country of the system's data"),
        "status": ("tiedon tila", "uppgiftens status", "status of an element"),
        "content": ("sisältö", "innehåll", "content"),
    }.items()
}


def kind_words(kind: str, subject: str = "") -> dict[str, str]:
    """The name of a kind in each language, with what it belongs to (`PL 12`) behind it."""
    return {
        language: f"{name} ({subject})" if subject else name
        for language, name in KIND_NAMES[kind].items()
    }
