"""What to write in a field that is missing, and the other words of the file's comments."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]


def _words(fi: str, sv: str, en: str) -> Words:
    return {"fi": fi, "sv": sv, "en": en}


_REMARKS: Mapping[str, Words] = {
    "head": _words(
        "# Rekisterin kuvaus, poimittu tiedostosta {file}. Kommentit kertovat, mistä kohdasta.\n"
        "# Tarkista poimitut tiedot ja täydennä puuttuvat.\n",
        "# Beskrivning av registret, hämtad ur {file}. Kommentarerna anger stället.\n"
        "# Kontrollera uppgifterna och komplettera det som saknas.\n",
        "# Description of the register, drawn from {file}. Comments tell the place.\n"
        "# Check what was drawn and fill in what is missing.\n",
    ),
    "own-head": _words(
        "# Rekisterin kuvaus. Tarkista: rekisterilint check {file}\n",
        "# Beskrivning av registret. Granska: rekisterilint check {file}\n",
        "# Description of the register. Check it: rekisterilint check {file}\n",
    ),
    "missing": _words("Puuttuu:", "Saknas:", "Missing:"),
}
PLACES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "line": {"fi": ("rivi", "rivit"), "sv": ("rad", "raderna"), "en": ("line", "lines")},
    "paragraph": {
        "fi": ("kappale", "kappaleet"), "sv": ("stycke", "styckena"), "en": ("paragraph", "paragraphs"),
    },
    "page": {"fi": ("sivu", "sivut"), "sv": ("sida", "sidorna"), "en": ("page", "pages")},
}  # fmt: skip

# Every field in the order of the file: what to write and its form; None for fields that few need.
HINTS: Mapping[str, tuple[Words, str] | None] = {
    "name": None,
    "language": None,
    "date": (
        _words(
            "milloin selostetta on viimeksi muutettu.",
            "när beskrivningen senast ändrades.",
            "when the notice was last changed.",
        ),
        "date: 2026-03-02",
    ),
    "controller": (
        _words(
            "kuka on rekisterinpitäjä ja miten siihen saa yhteyden (13 artikla 1 a).",
            "vem som är personuppgiftsansvarig och hur man når den (artikel 13.1 a).",
            "who the controller is and how to reach it (Article 13(1)(a)).",
        ),
        "controller:\n  name:\n  business_id:\n  address:\n    street:\n    postal_code:\n    town:\n  phone:\n  email:",
    ),
    "joint_controllers": None,
    "representative": None,
    "contact_person": (
        _words(
            "kuka vastaa rekisteriä koskeviin kysymyksiin.",
            "vem som svarar på frågor om registret.",
            "who answers questions about the register.",
        ),
        "contact_person:\n  name:\n  role:\n  phone:\n  email:",
    ),
    "dpo": (
        _words(
            "miten tietosuojavastaavaan saa yhteyden; jos sellaista ei ole, appointed: false (13 artikla 1 b).",
            "hur man når dataskyddsombudet; om det inte finns något, appointed: false (artikel 13.1 b).",
            "how to reach the data protection officer; if there is none, appointed: false (Article 13(1)(b)).",
        ),
        "dpo:\n  name:\n  phone:\n  email:",
    ),
    "purposes": (
        _words(
            "mihin tietoja käytetään ja millä 6 artiklan perusteella (a-f), lisäksi säädökset (13 artikla 1 c).",
            "vad uppgifterna används till och på vilken grund i artikel 6 (a-f), samt författningar (artikel 13.1 c).",
            "what the data are used for and on which Article 6 ground (a-f), with statutes (Article 13(1)(c)).",
        ),
        "purposes:\n  - description:\n    legal_bases: [e]\n    statutes:",
    ),
    "legitimate_interest": None,
    "data_categories": (
        _words(
            "mitä henkilötietoja käsitellään (14 artikla 1 d).",
            "vilka personuppgifter som behandlas (artikel 14.1 d).",
            "what personal data are processed (Article 14(1)(d)).",
        ),
        "data_categories:\n  -",
    ),
    "special_categories": None,
    "data_subjects": None,
    "sources": (
        _words(
            "mistä tiedot saadaan (14 artikla 2 f).",
            "varifrån uppgifterna fås (artikel 14.2 f).",
            "where the data come from (Article 14(2)(f)).",
        ),
        "sources:",
    ),
    "recipients": (
        _words(
            "kenelle tietoja annetaan, tai ettei niitä luovuteta (13 artikla 1 e).",
            "till vem uppgifter lämnas, eller att de inte lämnas ut (artikel 13.1 e).",
            "who receives the data, or that nobody does (Article 13(1)(e)).",
        ),
        "recipients:\n  -",
    ),
    "processors": None,
    "transfers": (
        _words(
            "siirretäänkö tietoja EU:n tai ETA:n ulkopuolelle (13 artikla 1 f).",
            "om uppgifter överförs utanför EU eller EES (artikel 13.1 f).",
            "whether data leave the EU or EEA (Article 13(1)(f)).",
        ),
        "transfers:\n  outside_eea: false",
    ),
    "retention": (
        _words(
            "kuinka kauan tietoja säilytetään, tai millä perusteella aika määräytyy (13 artikla 2 a).",
            "hur länge uppgifterna bevaras, eller vad som avgör tiden (artikel 13.2 a).",
            "how long the data are kept, or what decides it (Article 13(2)(a)).",
        ),
        "retention:\n  - data:\n    period:",
    ),
    "rights": (
        _words(
            "mitä oikeuksia rekisteröidyllä on ja miten niitä käytetään (13 artikla 2 b).",
            "vilka rättigheter den registrerade har och hur de utövas (artikel 13.2 b).",
            "what rights the data subject has and how to use them (Article 13(2)(b)).",
        ),
        "rights:\n  access: true\n  rectification: true\n  erasure:\n  restriction:\n  objection:\n  portability:\n  how_to_use:",
    ),
    "consent_withdrawal": (
        _words(
            "että suostumuksen voi peruuttaa, jos käsittely perustuu siihen (13 artikla 2 c).",
            "att samtycket kan återkallas, om behandlingen grundar sig på det (artikel 13.2 c).",
            "that consent can be withdrawn, if the processing rests on it (Article 13(2)(c)).",
        ),
        "consent_withdrawal: true",
    ),
    "complaint": (
        _words(
            "oikeus tehdä valitus valvontaviranomaiselle (13 artikla 2 d).",
            "rätten att lämna in klagomål till tillsynsmyndigheten (artikel 13.2 d).",
            "the right to lodge a complaint with the supervisory authority (Article 13(2)(d)).",
        ),
        "complaint:\n  authority:\n  contact:",
    ),
    "provision": (
        _words(
            "onko tiedot pakko antaa ja mitä seuraa, jos niitä ei anna (13 artikla 2 e).",
            "om uppgifterna måste lämnas och vad som annars följer (artikel 13.2 e).",
            "whether the data must be given and what follows if not (Article 13(2)(e)).",
        ),
        "provision:\n  required:\n  consequences:",
    ),
    "automated_decisions": (
        _words(
            "tehdäänkö automaattisia päätöksiä tai profilointia (13 artikla 2 f).",
            "om automatiserade beslut eller profilering förekommer (artikel 13.2 f).",
            "whether there are automated decisions or profiling (Article 13(2)(f)).",
        ),
        "automated_decisions:\n  exists: false",
    ),
    "security": None,
}
_CHANNEL = _words("puhelin tai sähköposti.", "telefon eller e-post.", "a phone number or e-mail address.")
INNER_HINTS: Mapping[str, Mapping[str, Words]] = {
    "rights": {
        "access": _words("oikeus tutustua omiin tietoihin.", "rätten att få tillgång till sina uppgifter.", "the right of access."),
        "rectification": _words("oikeus oikaista tietoja.", "rätten till rättelse.", "the right to rectification."),
        "erasure": _words("oikeus poistaa tietoja, tai ettei sitä ole.", "rätten till radering, eller att den saknas.", "the right to erasure, or that there is none."),
        "restriction": _words("oikeus rajoittaa käsittelyä.", "rätten till begränsning.", "the right to restriction."),
        "objection": _words("oikeus vastustaa käsittelyä, tai ettei sitä ole.", "rätten att invända, eller att den saknas.", "the right to object, or that there is none."),
        "portability": _words("oikeus siirtää tiedot, tai ettei sitä ole.", "rätten till dataportabilitet, eller att den saknas.", "the right to portability, or that there is none."),
    },
    "contact_person": {"phone": _CHANNEL, "email": _CHANNEL},
    "controller": {"address": _words("postiosoite.", "postadress.", "the postal address.")},
    "purposes": {},
}  # fmt: skip


def remark(name: str, language: str) -> str:
    """The words `name` of the file's comments."""
    return _REMARKS[name][language]
