"""The words that a structured description's fields are read as, in the language of the notice."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]


def _words(fi: str, sv: str, en: str) -> Words:
    return {"fi": fi, "sv": sv, "en": en}


HEADINGS: Mapping[str, Words] = {
    "controller": _words("Rekisterinpitäjä", "Personuppgiftsansvarig", "Controller"),
    "joint_controllers": _words(
        "Yhteisrekisterinpitäjät", "Gemensamt personuppgiftsansvariga", "Joint controllers"
    ),
    "representative": _words(
        "Rekisterinpitäjän edustaja",
        "Den personuppgiftsansvariges företrädare",
        "Representative of the controller",
    ),
    "contact_person": _words(
        "Yhteyshenkilö rekisteriä koskevissa asioissa",
        "Kontaktperson i ärenden som gäller registret",
        "Contact person for this register",
    ),
    "dpo": _words("Tietosuojavastaava", "Dataskyddsombud", "Data protection officer"),
    "purposes": _words(
        "Henkilötietojen käsittelyn tarkoitus ja oikeusperuste",
        "Ändamålen med och den rättsliga grunden för behandlingen av personuppgifter",
        "Purposes and legal basis of the processing of personal data",
    ),
    "legitimate_interest": _words("Oikeutettu etu", "Berättigat intresse", "Legitimate interest"),
    "data_categories": _words(
        "Käsiteltävät henkilötiedot", "Personuppgifter som behandlas", "Personal data processed"
    ),
    "special_categories": _words(
        "Erityiset henkilötietoryhmät",
        "Särskilda kategorier av personuppgifter",
        "Special categories of personal data",
    ),
    "data_subjects": _words("Rekisteröidyt", "Registrerade", "Data subjects"),
    "sources": _words("Tietolähteet", "Uppgiftskällor", "Sources of the data"),
    "recipients": _words(
        "Henkilötietojen vastaanottajat",
        "Mottagare av personuppgifter",
        "Recipients of personal data",
    ),
    "processors": _words(
        "Henkilötietojen käsittelijät", "Personuppgiftsbiträden", "Processors of personal data"
    ),
    "transfers": _words(
        "Tietojen siirto EU:n tai ETA:n ulkopuolelle",
        "Överföring av uppgifter utanför EU eller EES",
        "Transfers of data outside the EU or EEA",
    ),
    "retention": _words("Säilytysaika", "Lagringstid", "Retention period"),
    "rights": _words(
        "Rekisteröidyn oikeudet", "Den registrerades rättigheter", "Rights of the data subject"
    ),
    "consent_withdrawal": _words(
        "Suostumuksen peruuttaminen", "Återkallande av samtycke", "Withdrawal of consent"
    ),
    "complaint": _words(
        "Oikeus tehdä valitus valvontaviranomaiselle",
        "Rätt att lämna in klagomål till tillsynsmyndigheten",
        "Right to lodge a complaint with the supervisory authority",
    ),
    "provision": _words(
        "Tietojen antamisen pakollisuus",
        "Skyldighet att lämna uppgifter",
        "Obligation to provide the data",
    ),
    "automated_decisions": _words(
        "Automaattinen päätöksenteko ja profilointi",
        "Automatiserat beslutsfattande och profilering",
        "Automated decision-making and profiling",
    ),
    "security": _words("Tietojen suojaaminen", "Skydd av uppgifterna", "Protection of the data"),
}

LABELS: Mapping[str, Words] = {
    "name": _words("Nimi", "Namn", "Name"),
    "business_id": _words("Y-tunnus", "FO-nummer", "Business ID"),
    "address": _words("Osoite", "Adress", "Address"),
    "phone": _words("Puhelin", "Telefon", "Telephone"),
    "email": _words("Sähköposti", "E-post", "E-mail"),
    "url": _words("Verkkosivut", "Webbplats", "Website"),
    "role": _words("Tehtävä", "Uppgift", "Role"),
    "unit": _words("Yksikkö", "Enhet", "Unit"),
    "basis": _words("Käsittelyn peruste", "Grund för behandlingen", "Ground of the processing"),
    "legal_bases": _words(
        "Käsittelyn oikeusperuste", "Rättslig grund för behandlingen", "Legal basis"
    ),
    "statutes": _words("Sovellettavat säädökset", "Tillämpliga författningar", "Statutes applied"),
    "legitimate_interest": HEADINGS["legitimate_interest"],
    "retention": HEADINGS["retention"],
    "countries": _words(
        "Maat, joihin tietoja siirretään", "Länder som uppgifter överförs till", "Countries"
    ),
    "safeguards": _words("Siirron suojatoimet", "Skyddsåtgärder", "Safeguards of the transfer"),
    "logic": _words(
        "Automaattisen päätöksen logiikka",
        "Logiken bakom det automatiserade beslutet",
        "Logic of the automated decision",
    ),
    "decision_consequences": _words(
        "Automaattisen päätöksen seuraukset rekisteröidylle",
        "Följder av det automatiserade beslutet för den registrerade",
        "Consequences of the automated decision for the data subject",
    ),
    "authority": _words("Valvontaviranomainen", "Tillsynsmyndighet", "Supervisory authority"),
    "access": _words(
        "Oikeus saada pääsy tietoihin", "Rätt att få tillgång till uppgifter", "Right of access"
    ),
    "rectification": _words(
        "Oikeus tietojen oikaisemiseen", "Rätt till rättelse", "Right to rectification"
    ),
    # Not "tietojen poistamiseen", "radering": headings with these words speak of retention.
    "erasure": _words(
        "Oikeus vaatia poistamista", "Rätt att få uppgifter raderade", "Right to erasure"
    ),
    "restriction": _words(
        "Oikeus käsittelyn rajoittamiseen",
        "Rätt till begränsning av behandling",
        "Right to restriction of processing",
    ),
    "objection": _words(
        "Oikeus vastustaa käsittelyä",
        "Rätt att göra invändningar mot behandling",
        "Right to object to processing",
    ),
    "portability": _words(
        "Oikeus siirtää tiedot järjestelmästä toiseen",
        "Rätt att överföra uppgifter från ett system till ett annat",
        "Right to data portability",
    ),
}
DATE_LABEL = _words("Päivitetty", "Uppdaterad", "Updated")


def _right(fi: str, sv: str, en: str) -> tuple[Words, Words]:
    """The sentences that the person has a right, and that the person has not."""
    has = _words(
        f"Rekisteröidyllä on oikeus {fi}.",
        f"Den registrerade har rätt {sv}.",
        f"The data subject has the right {en}.",
    )
    has_not = _words(
        f"Rekisteröidyllä ei ole tässä käsittelyssä oikeutta {fi}.",
        f"Den registrerade har vid denna behandling inte rätt {sv}.",
        f"In this processing the data subject does not have the right {en}.",
    )
    return has, has_not


# By (field, its part or the field itself): what true and false are read as.
SENTENCES: Mapping[tuple[str, str], tuple[Words, Words]] = {
    ("controller", "public"): (
        _words(
            "Rekisterinpitäjä on viranomainen.",
            "Den personuppgiftsansvarige är en myndighet.",
            "The controller is a public authority.",
        ),
        _words(
            "Rekisterinpitäjä on yksityinen toimija.",
            "Den personuppgiftsansvarige är en privat aktör.",
            "The controller is a private body.",
        ),
    ),
    ("dpo", "appointed"): (
        _words(
            "Rekisterinpitäjä on nimittänyt tietosuojavastaavan.",
            "Den personuppgiftsansvarige har utsett ett dataskyddsombud.",
            "The controller has appointed a data protection officer.",
        ),
        _words(
            "Tietosuojavastaavaa ei ole nimitetty.",
            "Något dataskyddsombud har inte utsetts.",
            "No data protection officer has been appointed.",
        ),
    ),
    ("transfers", "outside_eea"): (
        _words(
            "Tietoja siirretään EU:n tai ETA:n ulkopuolelle.",
            "Uppgifter överförs utanför EU eller EES.",
            "Data are transferred outside the EU or EEA.",
        ),
        _words(
            "Tietoja ei siirretä EU:n tai ETA:n ulkopuolelle.",
            "Uppgifter överförs inte utanför EU eller EES.",
            "Data are not transferred outside the EU or EEA.",
        ),
    ),
    ("provision", "required"): (
        _words(
            "Henkilötietojen antaminen on pakollista.",
            "Det är obligatoriskt att lämna personuppgifterna.",
            "Providing the personal data is required.",
        ),
        _words(
            "Henkilötietojen antaminen on vapaaehtoista.",
            "Det är frivilligt att lämna personuppgifterna.",
            "Providing the personal data is voluntary.",
        ),
    ),
    ("automated_decisions", "exists"): (
        _words(
            "Käsittelyyn sisältyy automaattista päätöksentekoa.",
            "Behandlingen innefattar automatiserat beslutsfattande.",
            "The processing involves automated decision-making.",
        ),
        _words(
            "Tietoja ei käytetä automaattiseen päätöksentekoon eikä profilointiin.",
            "Uppgifterna används inte för automatiserat beslutsfattande eller profilering.",
            "The data are not used for automated decision-making or profiling.",
        ),
    ),
    ("consent_withdrawal", "consent_withdrawal"): (
        _words(
            "Rekisteröity voi peruuttaa suostumuksensa milloin tahansa.",
            "Den registrerade kan när som helst återkalla sitt samtycke.",
            "The data subject can withdraw consent at any time.",
        ),
        _words(
            "Käsittely ei perustu suostumukseen.",
            "Behandlingen grundar sig inte på samtycke.",
            "The processing is not based on consent.",
        ),
    ),
    ("rights", "access"): _right(
        "saada pääsy tietoihinsa", "att få tillgång till sina uppgifter", "of access to the data"
    ),
    ("rights", "rectification"): _right(
        "vaatia tietojensa oikaisemista",
        "att få sina uppgifter rättade",
        "to rectification of the data",
    ),
    ("rights", "erasure"): _right(
        "vaatia tietojensa poistamista", "att få sina uppgifter raderade", "to erasure of the data"
    ),
    ("rights", "restriction"): _right(
        "käsittelyn rajoittamiseen",
        "till begränsning av behandlingen",
        "to restriction of processing",
    ),
    ("rights", "objection"): _right(
        "vastustaa tietojensa käsittelyä",
        "att göra invändningar mot behandlingen",
        "to object to the processing",
    ),
    ("rights", "portability"): _right(
        "siirtää tietonsa järjestelmästä toiseen",
        "att överföra sina uppgifter från ett system till ett annat",
        "to data portability",
    ),
}
COMPLAINT = _words(
    "Rekisteröidyllä on oikeus tehdä valitus valvontaviranomaiselle.",
    "Den registrerade har rätt att lämna in klagomål till tillsynsmyndigheten.",
    "The data subject has the right to lodge a complaint with the supervisory authority.",
)

_BASIS_NAMES: Mapping[str, Words] = {
    "a": _words("suostumus", "samtycke", "consent"),
    "b": _words("sopimuksen täytäntöönpano", "fullgörande av avtal", "performance of a contract"),
    "c": _words("lakisääteinen velvoite", "rättslig förpliktelse", "legal obligation"),
    "d": _words("elintärkeiden etujen suojaaminen", "grundläggande intressen", "vital interests"),
    "e": _words(
        "yleistä etua koskeva tehtävä tai julkisen vallan käyttö",
        "uppgift av allmänt intresse eller myndighetsutövning",
        "task in the public interest or official authority",
    ),
    "f": _words("oikeutettu etu", "berättigat intresse", "legitimate interests"),
}
BASIS_LETTERS: Mapping[str, str] = {letter: letter for letter in "abcdef"} | {
    "consent": "a", "suostumus": "a", "samtycke": "a",
    "contract": "b", "sopimus": "b", "avtal": "b",
    "legal_obligation": "c", "lakisääteinen velvoite": "c", "rättslig förpliktelse": "c",
    "vital_interests": "d", "elintärkeä etu": "d", "grundläggande intressen": "d",
    "public_task": "e", "yleinen etu": "e", "allmänt intresse": "e",
    "legitimate_interests": "f", "oikeutettu etu": "f", "berättigat intresse": "f",
}  # fmt: skip


def legal_basis(letter: str, language: str) -> str:
    """Article 6(1) point `letter` as a notice names it."""
    name = _BASIS_NAMES[letter][language]
    return {
        "fi": f"Yleisen tietosuoja-asetuksen 6 artiklan 1 kohdan {letter} alakohta ({name})",
        "sv": f"Allmänna dataskyddsförordningen, artikel 6.1 {letter} ({name})",
        "en": f"Article 6(1)({letter}) of the General Data Protection Regulation ({name})",
    }[language]


def special_basis(letter: str, language: str) -> str:
    """Article 9(2) point `letter` as a notice names it."""
    return {
        "fi": f"yleisen tietosuoja-asetuksen 9 artiklan 2 kohdan {letter} alakohta",
        "sv": f"allmänna dataskyddsförordningen, artikel 9.2 {letter}",
        "en": f"Article 9(2)({letter}) of the General Data Protection Regulation",
    }[language]
