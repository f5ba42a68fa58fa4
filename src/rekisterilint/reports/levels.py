"""Words for a finding's confidence and for the families of rules, in three languages."""

from __future__ import annotations

from collections.abc import Mapping

CONFIDENCES: Mapping[str, Mapping[str, str]] = {
    "high": {"fi": "suuri", "sv": "hög", "en": "high"},
    "medium": {"fi": "keskitaso", "sv": "medel", "en": "medium"},
    "low": {"fi": "pieni", "sv": "låg", "en": "low"},
}

_FAMILIES: Mapping[str, Mapping[str, str]] = {
    "ELE": {
        "fi": "Artiklojen 13 ja 14 tiedot",
        "sv": "Uppgifterna i artiklarna 13 och 14",
        "en": "Article 13/14 information",
    },
    "CON": {"fi": "Yhteystiedot", "sv": "Kontaktuppgifter", "en": "People and contact details"},
    "ADR": {"fi": "Postiosoitteet", "sv": "Postadresser", "en": "Postal addresses"},
    "LAW": {"fi": "Säädösviittaukset", "sv": "Hänvisningar till författningar", "en": "Citations"},
    "LOG": {"fi": "Ristiriidat", "sv": "Motsägelser", "en": "Contradictions"},
    "AUT": {"fi": "Viranomaiset", "sv": "Myndigheter", "en": "Authorities"},
    "DOC": {"fi": "Asiakirja ja kieli", "sv": "Dokumentet och språket", "en": "The document itself"},
    "ORG": {"fi": "Selosteet keskenään", "sv": "Beskrivningarna sinsemellan", "en": "Across the notices"},
    "REG": {"fi": "Rakenteinen kuvaus", "sv": "Strukturerad beskrivning", "en": "Structured description"},
}


def confidence_word(confidence: str, language: str) -> str:
    """`suuri`, `keskitaso` or `pieni`."""
    return CONFIDENCES[confidence][language]


def family_of(rule: str) -> str:
    """The letters of a rule's identifier."""
    return rule.rstrip("0123456789")


def family_name(family: str, language: str) -> str:
    """What the rules of `family` are about; a team's own family has only its letters."""
    names = _FAMILIES.get(family)
    return f"{names[language]} ({family})" if names else family
