"""The words that reports themselves say, in three languages."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "error": {"fi": "virhe", "sv": "fel", "en": "error"},
    "warning": {"fi": "varoitus", "sv": "varning", "en": "warning"},
    "info": {"fi": "huomio", "sv": "anmärkning", "en": "info"},
    "errors": {"fi": "virhettä", "sv": "fel", "en": "errors"},
    "warnings": {"fi": "varoitusta", "sv": "varningar", "en": "warnings"},
    "infos": {"fi": "huomiota", "sv": "anmärkningar", "en": "infos"},
    "provision": {"fi": "peruste", "sv": "grund", "en": "provision"},
    "suggestion": {"fi": "ehdotus", "sv": "förslag", "en": "suggestion"},
    "see-also": {"fi": "vertaa", "sv": "jämför", "en": "compare"},
    "page": {"fi": "sivu", "sv": "sida", "en": "page"},
    "section": {"fi": "kohta", "sv": "avsnitt", "en": "section"},
    "paragraph": {"fi": "kappale", "sv": "stycke", "en": "paragraph"},
    "note": {"fi": "huom.", "sv": "obs.", "en": "note"},
    "not-checked": {"fi": "ei tarkastettu", "sv": "inte granskad", "en": "not checked"},
    "stated": {"fi": "kerrottu", "sv": "anges", "en": "stated"},
    "partial": {"fi": "vajaa", "sv": "delvis", "en": "partial"},
    "referred": {"fi": "viitattu", "sv": "hänvisas", "en": "referred"},
    "missing": {"fi": "puuttuu", "sv": "saknas", "en": "missing"},
    "not_applicable": {"fi": "ei koske", "sv": "berör ej", "en": "n/a"},
    "disagreements": {
        "fi": "selosteet keskenään ristiriidassa",
        "sv": "beskrivningar som motsäger varandra",
        "en": "notices that disagree",
    },
    "findings-by-rule": {
        "fi": "löydökset säännöittäin",
        "sv": "fynd per regel",
        "en": "findings by rule",
    },
}

_ELEMENTS = {
    "controller": ("Rekisterinpitäjä", "Personuppgiftsansvarig", "Controller"),
    "controller_contact": (
        "Rekisterinpitäjän yhteystiedot",
        "Den ansvariges kontaktuppgifter",
        "Controller's contact details",
    ),
    "contact_person": ("Yhteyshenkilö", "Kontaktperson", "Contact person"),
    "dpo": ("Tietosuojavastaava", "Dataskyddsombud", "Data protection officer"),
    "purposes": ("Käsittelyn tarkoitukset", "Ändamål", "Purposes"),
    "legal_basis": ("Käsittelyn oikeusperuste", "Rättslig grund", "Legal basis"),
    "legitimate_interest": ("Oikeutettu etu", "Berättigat intresse", "Legitimate interest"),
    "recipients": ("Vastaanottajat", "Mottagare", "Recipients"),
    "transfers": (
        "Siirrot EU:n/ETA:n ulkopuolelle",
        "Överföringar utanför EU/EES",
        "Transfers outside the EU/EEA",
    ),
    "transfer_safeguards": ("Siirron suojatoimet", "Skyddsåtgärder vid överföring", "Transfer safeguards"),
    "retention": ("Säilytysaika", "Lagringstid", "Retention"),
    "right_access": ("Oikeus saada pääsy tietoihin", "Rätt till tillgång", "Right of access"),
    "right_rectification": ("Oikeus tietojen oikaisemiseen", "Rätt till rättelse", "Right to rectification"),
    "right_erasure": ("Oikeus tietojen poistamiseen", "Rätt till radering", "Right to erasure"),
    "right_restriction": (
        "Oikeus käsittelyn rajoittamiseen",
        "Rätt till begränsning",
        "Right to restriction",
    ),
    "right_objection": ("Vastustamisoikeus", "Rätt att göra invändningar", "Right to object"),
    "right_portability": (
        "Oikeus siirtää tiedot",
        "Rätt till dataportabilitet",
        "Right to portability",
    ),
    "consent_withdrawal": (
        "Suostumuksen peruuttaminen",
        "Återkallande av samtycke",
        "Withdrawal of consent",
    ),
    "complaint": (
        "Valitus valvontaviranomaiselle",
        "Klagomål till tillsynsmyndigheten",
        "Complaint to the authority",
    ),
    "provision_obligation": (
        "Velvollisuus antaa tiedot",
        "Skyldighet att lämna uppgifter",
        "Obligation to provide data",
    ),
    "automated_decisions": (
        "Automaattinen päätöksenteko",
        "Automatiserat beslutsfattande",
        "Automated decisions",
    ),
    "data_categories": ("Henkilötietoryhmät", "Kategorier av uppgifter", "Categories of data"),
    "source": ("Tietolähteet", "Uppgiftskällor", "Sources"),
    "special_category_basis": (
        "Erityisten tietojen peruste",
        "Grund för särskilda kategorier",
        "Ground for special categories",
    ),
    "date": ("Päiväys", "Datum", "Date"),
}

ELEMENT_NAMES: Mapping[str, Mapping[str, str]] = {
    key: dict(zip(("fi", "sv", "en"), names, strict=True)) for key, names in _ELEMENTS.items()
}


def word(name: str, language: str) -> str:
    """The report's word `name` in `language`."""
    return WORDS[name][language]


def counted(number: int, severity: str, language: str) -> str:
    """`3 virhettä`, `1 virhe`."""
    return f"{number} {word(severity if number == 1 else severity + 's', language)}"
