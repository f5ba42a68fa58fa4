"""Descriptions as Markdown, HTML and Word."""

from __future__ import annotations

import datetime
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.catalogue import load_catalogue
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes
from rekisterilint.render import TemplateFaultError, notice_model, render_template
from rekisterilint.render.docx import render_docx
from rekisterilint.render.jinja import markdown_escaped
from rekisterilint.render.model import ORDER

SAMPLE = Path(__file__).parents[2] / "samples" / "register" / "kuusiniemi-kirjasto.yaml"
FORMATS = {"markdown": "md", "html": "html", "docx": "docx"}
COMPLETE: dict[str, dict[str, Any]] = {
    "fi": {
        "purpose": "Tietoja käytetään palvelun tarjoamiseen ja laskutukseen.",
        "interest": "Oikeutettuna etuna on palvelun väärinkäytön estäminen.",
        "data": ["nimi", "puhelinnumero"], "source": "Tiedot saadaan asiakkaalta itseltään.",
        "recipient": "Tietoja luovutetaan perintätoimistolle.", "country": "Kanada",
        "safeguard": "Euroopan komission vakiosopimuslausekkeet",
        "retention": {"data": "laskut", "period": "6 vuotta tilikauden päättymisestä"},
        "use": "Pyyntö lähetetään sähköpostitse yhteyshenkilölle.",
        "without": "Ilman tietoja palvelua ei voida tarjota.", "health": "terveystiedot",
        "logic": "Päätös syntyy maksuhäiriömerkinnän perusteella.",
        "effect": "Päätöksen vuoksi asiakas ei voi ostaa laskulla.",
        "name": "Kuusiniemen Vene Oy", "town": "Järvenpää", "act": "kirjanpitolaki (1336/1997)",
        "authority": "Tietosuojavaltuutetun toimisto", "role": "toimitusjohtaja",
    },
    "sv": {
        "purpose": "Uppgifterna används för att tillhandahålla tjänsten och för fakturering.",
        "interest": "Det berättigade intresset är att förhindra missbruk av tjänsten.",
        "data": ["namn", "telefonnummer"], "source": "Uppgifterna fås av kunden själv.",
        "recipient": "Uppgifter lämnas ut till inkassobyrån.", "country": "Kanada",
        "safeguard": "Europeiska kommissionens standardavtalsklausuler",
        "retention": {"data": "fakturor", "period": "6 år efter räkenskapsperiodens slut"},
        "use": "Begäran skickas per e-post till kontaktpersonen.",
        "without": "Utan uppgifterna kan tjänsten inte tillhandahållas.", "health": "uppgifter om hälsa",
        "logic": "Beslutet fattas utifrån betalningsanmärkningar.",
        "effect": "På grund av beslutet kan kunden inte köpa mot faktura.",
        "name": "Grannäs Båt Ab", "town": "Träskända", "act": "bokföringslagen (1336/1997)",
        "authority": "Dataombudsmannens byrå", "role": "verkställande direktör",
    },
    "en": {
        "purpose": "The data are used to provide the service and to send invoices.",
        "interest": "The legitimate interest is to prevent misuse of the service.",
        "data": ["name", "telephone number"], "source": "The data are obtained from the customer.",
        "recipient": "Data are disclosed to the debt collection agency.", "country": "Canada",
        "safeguard": "standard contractual clauses of the European Commission",
        "retention": {"data": "invoices", "period": "6 years after the end of the financial year"},
        "use": "Requests are sent to the contact person by e-mail.",
        "without": "Without the data the service cannot be provided.", "health": "health data",
        "logic": "The decision is made on the basis of payment default entries.",
        "effect": "Because of the decision the customer cannot buy on invoice.",
        "name": "Kuusiniemi Boats Ltd", "town": "Järvenpää", "act": "Accounting Act (1336/1997)",
        "authority": "Office of the Data Protection Ombudsman", "role": "managing director",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_catalogue(), Settings(datetime.date(2026, 11, 21)))


def complete(language: str, bases: tuple[str, ...], special: bool, abroad: bool, machine: bool) -> dict[str, Any]:
    """A description without fault of a company whose grounds are `bases`."""
    told = COMPLETE[language]
    described: dict[str, Any] = {
        "name": {"fi": "Asiakasrekisteri", "sv": "Kundregister", "en": "Customer register"}[language],
        "language": language, "date": "2026-03-02",
        "controller": {
            "name": told["name"], "business_id": "3998214-4", "public": False,
            "address": {"street": "Kirkkokatu 1", "postal_code": "04400", "town": told["town"]},
            "phone": "09 271 971", "email": "info@malliyhtio.example",
        },
        "contact_person": {"name": "Aino Esimerkki", "role": told["role"], "phone": "09 271 972", "email": "aino.esimerkki@malliyhtio.example"},
        "dpo": {"appointed": False},
        "purposes": [{"description": told["purpose"], "legal_bases": list(bases), "statutes": told["act"]}],
        "data_categories": told["data"], "sources": told["source"], "recipients": told["recipient"],
        "transfers": {"outside_eea": abroad},
        "retention": [told["retention"]],
        "rights": {
            "access": True, "rectification": True, "restriction": True,
            "erasure": bool(set(bases) - {"c", "e"}), "objection": bool({"e", "f"} & set(bases)),
            "portability": bool({"a", "b"} & set(bases)), "how_to_use": told["use"],
        },
        "complaint": {"authority": told["authority"], "contact": "PL 800, 00531 Helsinki, tietosuoja@om.fi"},
        "provision": {"required": True, "consequences": told["without"]},
        "automated_decisions": {"exists": machine},
    }  # fmt: skip
    if "a" in bases:
        described["consent_withdrawal"] = True
    if "f" in bases:
        described["legitimate_interest"] = told["interest"]
    if special:
        described["special_categories"] = {"categories": [told["health"]], "basis": "9(2)(f)"}
    if abroad:
        described["transfers"] |= {"countries": told["country"], "safeguards": told["safeguard"]}
    if machine:
        described["automated_decisions"] |= {"logic": told["logic"], "consequences": told["effect"]}
    return described


def written(description: dict[str, Any], format_: str, language: str = "") -> bytes:
    model = notice_model(json.dumps(description).encode(), "a.json", language)
    return render_docx(model) if format_ == "docx" else render_template(model, format_).encode()


def findings(engine: Engine, data: bytes, format_: str) -> list[tuple[str, str]]:
    name = f"n.{FORMATS[format_]}"
    document = engine.check(read_bytes(data, name, Limits(), engine.heading_words), name)
    return [(finding.rule.id, finding.excerpt) for finding in document.findings]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("bases", ["a", "b", "c", "f", "bc", "af"])
@pytest.mark.parametrize(
    ("special", "abroad", "machine"), [(False, False, False), (True, True, True)]
)
def test_a_complete_description_makes_a_clean_notice(
    engine: Engine, language: str, bases: str, special: bool, abroad: bool, machine: bool
) -> None:
    described = complete(language, tuple(bases), special, abroad, machine)
    for format_ in FORMATS:
        assert findings(engine, written(described, format_), format_) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_the_sample_makes_a_clean_notice(engine: Engine, format_: str) -> None:
    model = notice_model(SAMPLE.read_bytes(), SAMPLE.name)
    data = render_docx(model) if format_ == "docx" else render_template(model, format_).encode()
    assert findings(engine, data, format_) == []


def test_sections_stand_in_the_order_of_the_guidance() -> None:
    described = complete("fi", ("a", "f"), True, True, True)
    model = notice_model(json.dumps(dict(reversed(described.items()))).encode(), "a.json")
    fields = [section.field for section in model.sections]
    assert fields == [field for field in ORDER if field in described]


def test_texts_of_the_language_are_chosen_and_others_named() -> None:
    source = "language: fi\nname: {fi: Kirjasto, sv: Bibliotek}\nsecurity: {fi: Lukittu., en: Locked.}\n"
    model = notice_model(source.encode(), "a.yaml", "sv")
    assert (model.title, model.untranslated) == ("Bibliotek", ("security",))
    assert model.sections[0].heading == "Skydd av uppgifterna"


def test_html_is_one_accessible_file() -> None:
    html = written(complete("sv", ("b",), False, False, False), "html").decode()
    assert '<html lang="sv">' in html
    assert "<title>Kundregister</title>" in html
    assert html.count("<h1>") == 1
    assert html.count("<main>") == html.count("</main>") == 1
    assert "@media print" in html
    assert not re.search(r"(?:src|href)=\"(?!#|mailto:)", html)
    targets = re.findall(r'href="#(\w+)"', html)
    assert targets == re.findall(r'<h2 id="(\w+)"', html)


def test_html_shows_markup_as_words() -> None:
    described = complete("fi", ("b",), False, False, False) | {"security": '<script>alert("x")</script>'}
    html = written(described, "html").decode()
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_word_files_have_real_headings_and_lists() -> None:
    import docx

    document = docx.Document(io.BytesIO(written(complete("en", ("b",), False, False, False), "docx")))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") > 10
    assert "List Bullet" in styles
    assert document.core_properties.title == "Customer register"


def test_a_word_template_lends_its_styles(tmp_path: Path) -> None:
    import docx

    template = docx.Document()
    template.add_paragraph("Mallin oma teksti")
    template.sections[0].header.paragraphs[0].text = "Malliyhtiö"
    path = tmp_path / "malli.docx"
    template.save(str(path))
    model = notice_model(SAMPLE.read_bytes(), SAMPLE.name)
    document = docx.Document(io.BytesIO(render_docx(model, path)))
    assert document.sections[0].header.paragraphs[0].text == "Malliyhtiö"
    assert all(paragraph.text != "Mallin oma teksti" for paragraph in document.paragraphs)


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("a\n{{ notice.titel }}\n", 2),
        ("a\n\n{% if %}\n", 3),
        ("{{ notice.__class__.__mro__ }}\n", 1),
        ("a\n{{ 1 / 0 }}\n", 2),
        ("a\n{{ 'x' | unknown }}\n", 2),
        ("{% include '/etc/passwd' %}\n", 1),
    ],
)
def test_a_faulty_template_is_named_with_its_line(tmp_path: Path, template: str, line: int) -> None:
    path = tmp_path / "oma.md.j2"
    path.write_text(template, encoding="utf-8")
    model = notice_model(SAMPLE.read_bytes(), SAMPLE.name)
    with pytest.raises(TemplateFaultError) as caught:
        render_template(model, "markdown", path)
    assert (caught.value.name, caught.value.line) == ("oma.md.j2", line)


def test_an_own_template_may_extend_the_projects(tmp_path: Path) -> None:
    path = tmp_path / "oma.html.j2"
    path.write_text('{% extends "notice.html.j2" %}{% block top %}<p>Malli</p>{% endblock %}', encoding="utf-8")
    model = notice_model(SAMPLE.read_bytes(), SAMPLE.name)
    assert "<p>Malli</p>" in render_template(model, "html", path)


def test_a_word_template_that_is_none_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "malli.docx"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(TemplateFaultError):
        render_docx(notice_model(SAMPLE.read_bytes(), SAMPLE.name), path)


@given(st.text(st.characters(min_codepoint=33, max_codepoint=0x17F, exclude_categories=("Cc", "Cf", "Zs")), min_size=1, max_size=30))
def test_markdown_shows_words_as_they_are(words: str) -> None:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(markdown_escaped(words))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    inline = tokens[1].children or []
    assert "".join(token.content for token in inline) == words.strip()
