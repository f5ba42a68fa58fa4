"""Addresses that a script shows to people are read behind the words that stand in their place."""

from __future__ import annotations

import re

import pytest
from letter_places import misplaced_letters, words

from project import TODAY
from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.config import Config
from rekisterilint.limits import Limits
from rekisterilint.readers.html import reader
from rekisterilint.text import Text

ADDRESS = "kirjaamo@kuusiniemi.example"


def _code(address: str, key: int = 0x5A) -> str:
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


def read(body: str) -> Text:
    return reader.read(f"<h1>Seloste</h1>{body}".encode(), "a.html", Limits())


@pytest.mark.parametrize(
    "element",
    [
        '<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{code}">[email&#160;protected]</a>',
        '<span class="__cf_email__" data-cfemail="{code}">[email&#160;protected]</span>',
        '<a href="/cdn-cgi/l/email-protection#{code}"><span class=__cf_email__ data-cfemail="{code}">[email]</span></a>',
    ],
)
def test_an_element_that_stands_for_an_address_is_read_as_it(element: str) -> None:
    page = read(f"<p>Kirjoita osoitteeseen {element.format(code=_code(ADDRESS))}, kiitos.</p>")

    shown = words(page)[-1]
    assert re.fullmatch(rf"Kirjoita osoitteeseen \[email.*\]\n{ADDRESS}, kiitos\.", shown)
    at = page.content.index(ADDRESS)
    assert page.source[page.origin.source_offset(at) :].startswith(_code(ADDRESS)[2:])


def test_a_link_to_an_address_shows_it_behind_its_words() -> None:
    page = read(f'<p>Kysy <a href="/cdn-cgi/l/email-protection#{_code(ADDRESS)}">kirjaamosta</a>.</p>')

    assert words(page)[-1] == f"Kysy kirjaamosta\n{ADDRESS}."


@pytest.mark.parametrize("code", ["", "5a", "zz" * 10, "5a3", _code("ei osoite"), _code("ä@ö.example"), "5a" * 5000])
def test_what_is_no_such_code_is_no_address(code: str) -> None:
    page = read(f'<p>Kirjoita <a data-cfemail="{code}" href="/cdn-cgi/l/email-protection#{code}">meille</a>.</p>')

    assert words(page)[-1] == "Kirjoita meille."
    assert misplaced_letters(page) == []


_JOOMLA_3 = """<span id="cloak5e0"><strong>Sähköpostiosoite on suojattu spamboteilta.</strong></span><script type='text/javascript'>
document.getElementById('cloak5e0').innerHTML = '';
var prefix = '&#109;a' + 'i&#108;' + '&#116;o';
var path = 'hr' + 'ef' + '=';
var addy5e0 = 'k&#105;rj&#97;&#97;m&#111;' + '&#64;';
addy5e0 = addy5e0 + 'k&#117;&#117;s&#105;n&#105;&#101;m&#105;' + '&#46;' + '&#101;x&#97;mpl&#101;';
var addy_text5e0 = 'k&#105;rj&#97;&#97;m&#111;';
document.getElementById('cloak5e0').innerHTML += '<a ' + path + '\\'' + prefix + ':' + addy5e0 + '\\'>'+addy_text5e0+'<\\/a>';
</script>"""
_JOOMLA_4 = (
    '<joomla-hidden-mail is-link="1" is-email="1" first="a2lyamFhbW8=" last="a3V1c2luaWVtaS5leGFtcGxl" text="" base="">'
    "Sähköpostiosoite on suojattu spamboteilta.</joomla-hidden-mail>"
)


@pytest.mark.parametrize("element", [_JOOMLA_3, _JOOMLA_4])
def test_an_address_that_joomla_hides_is_read(element: str) -> None:
    page = read(f"<p>Kirjaamo: {element}</p><p>Muuta.</p>")

    assert words(page)[-2:] == [f"Kirjaamo: Sähköpostiosoite on suojattu spamboteilta.\n{ADDRESS}", "Muuta."]


@pytest.mark.parametrize(
    "element",
    [
        '<span id="cloak5e0">sana</span>',
        "<span id=cloak5e0>sana</span><script>var addy5e0 = 'ei' + 'osoite';\n</script>",
        "<span id=cloak5e0>sana</span><script>var addy5e0 = " + "'a' + " * 500 + "'@';\n</script>",
        '<joomla-hidden-mail first="a2ly" last="%%%">sana</joomla-hidden-mail>',
        '<joomla-hidden-mail first="a2ly">sana</joomla-hidden-mail>',
    ],
)
def test_what_is_like_joomlas_form_and_holds_no_address_is_read_as_it_is(element: str) -> None:
    assert words(read(f"<p>Kirjaamo: {element}</p>"))[-1] == "Kirjaamo: sana"


def test_the_controller_can_be_reached_and_the_disguise_is_named() -> None:
    page = (
        "<html lang=fi><h1>Tietosuojaseloste</h1><h2>Rekisterinpitäjä</h2><p>Kuusiniemen kunta, "
        f'<a href="/cdn-cgi/l/email-protection" data-cfemail="{_code(ADDRESS)}">[email&#160;protected]</a></p>'
    )

    result = Checker(CheckOptions("fi", TODAY)).check("a.html", Config(), page.encode())

    assert result.document is not None
    rules = {finding["rule"] for finding in result.document["findings"]}
    assert "CON204" in rules
    assert "ELE102" not in rules
