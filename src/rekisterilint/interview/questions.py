"""The questions in their order, and which of them the answers so far make needless."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rekisterilint.interview.validate import Value

Answers = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for under `key`; `kind` names its validator. Lists are asked line by line."""

    key: str
    kind: str
    fi: str
    sv: str
    en: str
    when: Callable[[Answers], bool] = lambda answers: True

    def words(self, language: str) -> str:
        """The question in `language`."""
        return {"fi": self.fi, "sv": self.sv, "en": self.en}[language]


Ask = Callable[[Question, str], Value | None]
MOST_PURPOSES = 20


def _yes(key: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(key) is True


def _ground(letter: str) -> Callable[[Answers], bool]:
    return lambda answers: letter in grounds(answers)


def grounds(answers: Mapping[str, Value]) -> set[str]:
    """The Article 6(1) letters of all purposes."""
    return {
        letter
        for key, value in answers.items()
        if key.endswith(".legal_bases") and isinstance(value, list)
        for letter in value
    }


Q = Question
OPENING = (
    Q("name", "text", "Rekisterin tai selosteen nimi", "Registrets eller beskrivningens namn", "Name of the register or notice"),
    Q("date", "date", "Selosteen päivämäärä (esim. 12.3.2026)", "Beskrivningens datum (t.ex. 12.3.2026)", "Date of the notice (e.g. 12.3.2026)"),
    Q("controller.name", "text", "Rekisterinpitäjän nimi", "Den personuppgiftsansvariges namn", "Name of the controller"),
    Q("controller.public", "yes-no", "Onko rekisterinpitäjä viranomainen? (k/e)", "Är den personuppgiftsansvarige en myndighet? (j/n)", "Is the controller a public authority? (y/n)"),
    Q("controller.business_id", "business-id", "Y-tunnus", "FO-nummer", "Business ID"),
    Q("controller.street", "text", "Katuosoite tai postilokero (PL)", "Gatuadress eller postbox (PB)", "Street address or PO box"),
    Q("controller.postal", "postal", "Postinumero ja postitoimipaikka", "Postnummer och postanstalt", "Postal code and town", lambda a: "controller.street" in a),
    Q("controller.phone", "phone", "Rekisterinpitäjän puhelin", "Den personuppgiftsansvariges telefon", "Telephone of the controller"),
    Q("controller.email", "email", "Rekisterinpitäjän sähköposti", "Den personuppgiftsansvariges e-post", "E-mail of the controller"),
    Q("contact_person.name", "text", "Rekisterin yhteyshenkilön nimi", "Kontaktpersonens namn", "Name of the contact person for the register"),
    Q("contact_person.role", "text", "Yhteyshenkilön tehtävä", "Kontaktpersonens uppgift", "Role of the contact person"),
    Q("contact_person.phone", "phone", "Yhteyshenkilön puhelin", "Kontaktpersonens telefon", "Telephone of the contact person"),
    Q("contact_person.email", "email", "Yhteyshenkilön sähköposti", "Kontaktpersonens e-post", "E-mail of the contact person"),
    Q("dpo.appointed", "yes-no", "Onko tietosuojavastaava nimitetty? (k/e)", "Har ett dataskyddsombud utsetts? (j/n)", "Has a data protection officer been appointed? (y/n)"),
    Q("dpo.name", "text", "Tietosuojavastaavan nimi", "Dataskyddsombudets namn", "Name of the data protection officer", _yes("dpo.appointed")),
    Q("dpo.phone", "phone", "Tietosuojavastaavan puhelin", "Dataskyddsombudets telefon", "Telephone of the data protection officer", _yes("dpo.appointed")),
    Q("dpo.email", "email", "Tietosuojavastaavan sähköposti", "Dataskyddsombudets e-post", "E-mail of the data protection officer", _yes("dpo.appointed")),
)  # fmt: skip
PURPOSE = (
    Q("description", "text", "Mihin tietoja käytetään? Kokonainen virke, yksi tarkoitus kerrallaan", "Vad används uppgifterna till? En hel mening, ett ändamål i taget", "What are the data used for? A whole sentence, one purpose at a time"),
    Q("legal_bases", "bases", "Millä 6 artiklan perusteella? a suostumus, b sopimus, c lakisääteinen velvoite, d elintärkeä etu, e yleinen etu tai julkinen valta, f oikeutettu etu", "På vilken grund i artikel 6? a samtycke, b avtal, c rättslig förpliktelse, d grundläggande intressen, e allmänt intresse eller myndighetsutövning, f berättigat intresse", "On which ground of Article 6? a consent, b contract, c legal obligation, d vital interests, e public task or official authority, f legitimate interests"),
    Q("statutes", "text", "Mihin säädöksiin käsittely perustuu? (esim. kuntalaki (410/2015))", "Vilka författningar grundar sig behandlingen på? (t.ex. kommunallagen (410/2015))", "Which statutes does it rest on? (e.g. Local Government Act (410/2015))"),
)  # fmt: skip
CLOSING = (
    Q("legitimate_interest", "text", "Mikä on oikeutettu etu? Kokonainen virke", "Vilket är det berättigade intresset? En hel mening", "Which is the legitimate interest? A whole sentence", _ground("f")),
    Q("data_categories", "list", "Mitä henkilötietoja käsitellään?", "Vilka personuppgifter behandlas?", "What personal data are processed?"),
    Q("special", "yes-no", "Käsitelläänkö erityisiä tietoja, kuten terveystietoja? (k/e)", "Behandlas särskilda uppgifter, till exempel om hälsa? (j/n)", "Are special categories processed, such as health data? (y/n)"),
    Q("special_categories.categories", "list", "Mitä erityisiä tietoja?", "Vilka särskilda uppgifter?", "Which special categories?", _yes("special")),
    Q("special_categories.basis", "text", "Millä perusteella? (9 artiklan 2 kohdan alakohta, esim. 9(2)(h), tai säädös)", "På vilken grund? (led i artikel 9.2, t.ex. 9(2)(h), eller författning)", "On which ground? (a point of Article 9(2), e.g. 9(2)(h), or a statute)", _yes("special")),
    Q("sources", "text", "Mistä tiedot saadaan? Kokonainen virke", "Varifrån fås uppgifterna? En hel mening", "Where do the data come from? A whole sentence"),
    Q("recipients", "list", "Kenelle tietoja luovutetaan, tai virke, ettei luovuteta?", "Till vem lämnas uppgifter ut, eller en mening om att de inte lämnas ut?", "Who receives the data, or a sentence that nobody does?"),
    Q("processors", "list", "Henkilötietojen käsittelijät: nimi, maa, tehtävä", "Personuppgiftsbiträden: namn, land, uppgift", "Processors: name, country, task"),
    Q("transfers.outside_eea", "yes-no", "Siirretäänkö tietoja EU:n tai ETA:n ulkopuolelle? (k/e)", "Överförs uppgifter utanför EU eller EES? (j/n)", "Are data transferred outside the EU or EEA? (y/n)"),
    Q("transfers.countries", "text", "Mihin maihin?", "Till vilka länder?", "To which countries?", _yes("transfers.outside_eea")),
    Q("transfers.safeguards", "text", "Millä suojatoimilla? (esim. Euroopan komission vakiosopimuslausekkeet)", "Med vilka skyddsåtgärder? (t.ex. Europeiska kommissionens standardavtalsklausuler)", "With which safeguards? (e.g. the European Commission's standard contractual clauses)", _yes("transfers.outside_eea")),
    Q("retention", "list", "Kuinka kauan tietoja säilytetään? Muodossa tiedot: aika", "Hur länge bevaras uppgifterna? I formen uppgifter: tid", "How long are the data kept? As data: period"),
    Q("rights.how_to_use", "text", "Miten rekisteröity käyttää oikeuksiaan? Kokonainen virke", "Hur utövar den registrerade sina rättigheter? En hel mening", "How does the data subject use the rights? A whole sentence"),
    Q("provision.required", "yes-no", "Onko henkilötietojen antaminen pakollista? (k/e)", "Är det obligatoriskt att lämna personuppgifter? (j/n)", "Must the person provide the data? (y/n)"),
    Q("provision.consequences", "text", "Mitä seuraa, jos tietoja ei anna? Kokonainen virke", "Vad följer om uppgifterna inte lämnas? En hel mening", "What follows if the data are not given? A whole sentence"),
    Q("automated_decisions.exists", "yes-no", "Tehdäänkö automaattisia päätöksiä tai profilointia? (k/e)", "Förekommer automatiserade beslut eller profilering? (j/n)", "Are there automated decisions or profiling? (y/n)"),
    Q("automated_decisions.logic", "text", "Millä logiikalla päätös syntyy? Kokonainen virke", "Enligt vilken logik fattas beslutet? En hel mening", "By which logic is the decision made? A whole sentence", _yes("automated_decisions.exists")),
    Q("automated_decisions.consequences", "text", "Mitä päätös merkitsee henkilölle? Kokonainen virke", "Vad betyder beslutet för personen? En hel mening", "What does the decision mean for the person? A whole sentence", _yes("automated_decisions.exists")),
    Q("security", "text", "Miten tiedot suojataan? Kokonainen virke", "Hur skyddas uppgifterna? En hel mening", "How are the data protected? A whole sentence"),
)  # fmt: skip


def hold_interview(ask: Ask) -> Answers:
    """Ask what the answers so far leave to be asked; what is left open has no answer."""
    answers: Answers = {}
    _ask_all(OPENING, "", ask, answers)
    for number in range(MOST_PURPOSES):
        prefix = f"purposes[{number}]."
        _ask_all(PURPOSE[:1], prefix, ask, answers)
        if f"{prefix}description" not in answers:
            break
        _ask_all(PURPOSE[1:], prefix, ask, answers)
    _ask_all(CLOSING, "", ask, answers)
    return answers


def _ask_all(questions: tuple[Question, ...], prefix: str, ask: Ask, answers: Answers) -> None:
    for question in questions:
        if question.when(answers):
            answer = ask(question, prefix + question.key)
            if answer is not None:
                answers[prefix + question.key] = answer
