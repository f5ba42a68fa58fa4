"""Descriptions that hypothesis makes up: only what survives being written out and read again.

Left out, because a notice's words can't tell them: `data` from `purpose` and a period with a
criterion in `retention`; a list from one text behind a label (statutes, countries, basis); the
names of grounds (their letters come back); texts of several lines; texts that look like labels,
list marks or set sentences; processors without a country but with a task that begins with a
capital; purposes without a ground; the other languages of a text.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WORDS = {
    "fi": ["kirjasto", "asiakas", "tapahtuma", "järjestely", "kurssi", "kortti", "varaus", "palaute", "nuoriso", "kerho"],
    "sv": ["bibliotek", "kund", "evenemang", "anordning", "kurs", "kort", "bokning", "respons", "ungdom", "klubb"],
    "en": ["library", "customer", "event", "planning", "course", "card", "booking", "feedback", "youth", "club"],
}
DETAILS = {
    "name": st.sampled_from(["Kuusiniemen kaupunki", "Grannäs kommun", "Halliohjelmat Oy"]),
    "business_id": st.just("3998214-4"),
    "address": st.sampled_from([
        {"street": "Kirkkokatu 1", "postal_code": "04400", "town": "Järvenpää"},
        {"po_box": "PL 41", "postal_code": "04401", "town": "Järvenpää"},
        {"street": "Mannerheimintie 5 B", "postal_code": "00100", "town": "Helsinki"},
    ]),
    "phone": st.sampled_from(["09 271 971", "040 123 4567", "+358 9 271 971"]),
    "email": st.sampled_from(["kirjaamo@kuusiniemi.example", "a.b_c@grannas.example"]),
    "url": st.just("https://www.kuusiniemi.example/palaute"),
}  # fmt: skip
PERSON = {
    "name": st.sampled_from(["Aino Esimerkki", "Veikko Malli"]),
    "role": st.sampled_from(["kirjastonjohtaja", "chef"]),
    "unit": st.sampled_from(["Kirjastopalvelut", "Bibliotekstjänster"]),
    **{key: DETAILS[key] for key in ("address", "phone", "email", "url")},
}  # fmt: skip


def some(fields: dict[str, st.SearchStrategy[Any]], *needed: str) -> st.SearchStrategy[Any]:
    optional = {name: value for name, value in fields.items() if name not in needed}
    return st.fixed_dictionaries({name: fields[name] for name in needed}, optional=optional)


def words(language: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS[language]), min_size=2, max_size=5).map(" ".join)


def sentence(language: str) -> st.SearchStrategy[str]:
    return words(language).map(lambda text: f"{text.capitalize()}.")


def texts(language: str) -> st.SearchStrategy[Any]:
    """A sentence, or the items of a list."""
    return sentence(language) | st.lists(words(language), min_size=1, max_size=3, unique=True)


def descriptions(language: str) -> st.SearchStrategy[dict[str, Any]]:
    right = st.booleans() | sentence(language)
    purpose = some(
        {
            "description": sentence(language),
            "legal_bases": st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True),
            "statutes": st.just("kuntalaki (410/2015)"),
            "legitimate_interest": words(language),
            "retention": words(language),
        },
        "description", "legal_bases",
    )  # fmt: skip
    period = st.tuples(words(language), st.integers(1, 99)).map(
        lambda pair: {"data": pair[0], "period": f"{pair[1]} v."}
    )
    criterion = st.tuples(words(language), words(language)).map(
        lambda pair: {"data": pair[0], "criterion": pair[1]}
    )
    processor = some({"name": st.just("Halli Oy"), "country": st.just("Suomi"), "task": words(language)}, "name")
    return some(
        {
            "name": st.sampled_from(["Kuusiniemen asiakasrekisteri", "Kundregister", "Customers"]),
            "language": st.just(language),
            "date": st.dates(min_value=_date(2019), max_value=_date(2026)).map(str),
            "controller": some({**DETAILS, "public": st.booleans()}, "name", "email"),
            "representative": some(DETAILS, "name"),
            "joint_controllers": some(
                {
                    "controllers": st.lists(some(DETAILS, "name"), min_size=1, max_size=2),
                    "arrangement": sentence(language),
                },
                "controllers",
            ),
            "contact_person": some(PERSON, "name", "phone"),
            "dpo": some({"appointed": st.just(True), **PERSON}, "name", "email") | st.just({"appointed": False}),
            "purposes": st.lists(purpose, min_size=1, max_size=2),
            "legitimate_interest": texts(language),
            "data_categories": texts(language),
            "special_categories": st.fixed_dictionaries(
                {"categories": texts(language), "basis": st.sampled_from(["9(2)(h)", "9(2)(a)"])}
            ),
            "data_subjects": texts(language),
            "sources": texts(language),
            "recipients": texts(language),
            "processors": st.lists(processor, min_size=1, max_size=2),
            "transfers": some(
                {"outside_eea": st.booleans(), "countries": st.just("Kanada"), "safeguards": words(language)},
                "outside_eea",
            ),
            "retention": st.lists(period | criterion, min_size=1, max_size=3) | sentence(language),
            "rights": some(
                {
                    **dict.fromkeys(("access", "rectification", "erasure", "restriction"), right),
                    **dict.fromkeys(("objection", "portability"), right),
                    "how_to_use": sentence(language),
                },
                "access", "rectification", "erasure", "restriction", "objection", "portability",
            ),
            "consent_withdrawal": right,
            "complaint": some(
                {"authority": st.just("Tietosuojavaltuutetun toimisto"), "contact": st.just("PL 800, 00531 Helsinki")},
                "authority",
            ),
            "provision": some({"required": st.booleans(), "consequences": sentence(language)}, "required"),
            "automated_decisions": st.just({"exists": False})
            | some({"exists": st.just(True), "logic": sentence(language), "consequences": sentence(language)},
                   "exists", "logic", "consequences"),
            "security": texts(language),
        },
        "name", "language", "controller", "contact_person", "dpo", "purposes", "data_categories", "sources",
        "recipients", "transfers", "retention", "rights", "complaint", "provision", "automated_decisions",
    )  # fmt: skip


def _date(year: int) -> Any:
    import datetime

    return datetime.date(year, 6, 5)
