"""What a page or a PDF holds and does not show: no words of the notice, named once in a note."""

from __future__ import annotations

import pytest
from letter_places import words
from office_files import line, lines, pdf, raw_pdf

from rekisterilint.limits import Limits
from rekisterilint.readers.html import reader as html
from rekisterilint.readers.markdown import reader as markdown
from rekisterilint.readers.pdf.reader import read_here
from rekisterilint.text import Text

_SECRET = "Tietoja luovutetaan markkinointiin kaikille."
_SHOWN = "<h1>Seloste</h1><p>Tietoja säilytetään kaksi vuotta, ei enempää, ja ne hävitetään sitten.</p>"


def page(source: str) -> Text:
    return html.read(source.encode(), "a.html", Limits())


@pytest.mark.parametrize(
    "hidden",
    [
        f"<p hidden>{_SECRET}</p>",
        f'<p style="color: red; display:none !important">{_SECRET}</p>',
        f'<section style="visibility: hidden"><h2>Luovutukset</h2><p>{_SECRET}</section>',
        f'<div class="is-hidden">{_SECRET}</div>',
        f'<div class="d-none">{_SECRET}</div>',
        f'<p class="md:hidden">{_SECRET}</p>',
    ],
)
def test_what_an_author_hid_is_a_note(hidden: str) -> None:
    text = page(_SHOWN + hidden)
    assert words(text) == words(page(_SHOWN))
    assert text.notes == (("hidden-text", "1"),)


def test_several_places_are_one_note_also_in_markdown() -> None:
    hidden = f"<p hidden>{_SECRET}</p>\n"
    assert page(_SHOWN + hidden * 3).notes == (("hidden-text", "3"),)
    text = markdown.read(f"# Seloste\n\n<div>\n<p>Yksi.</p>\n{hidden}</div>\n".encode(), "a.md", Limits())
    assert (words(text), text.notes) == (["Seloste", "Yksi."], (("hidden-text", "1"),))


@pytest.mark.parametrize(
    "part_of_the_site",
    [
        f"<script>var x = '{_SECRET}';</script>",
        f"<template><p>{_SECRET}</template>",
        f'<nav hidden><p>{_SECRET}</nav>',
        f'<div class="cookie-banner" hidden>{_SECRET} <button>Hyväksy</button></div>',
        f"<form hidden><p>{_SECRET}</p><input></form>",
        '<ul hidden><li><a href="/a">Päivähoito ja koulutus</a><li><a href="/b">Asuminen</a></ul>',
        "<p hidden>Ladataan…</p>",
        f"<footer><p hidden>{_SECRET}</p></footer>",
        f'<span class="sr-only">{_SECRET}</span>',
    ],
)
def test_hidden_parts_of_the_site_are_no_note(part_of_the_site: str) -> None:
    text = page(_SHOWN + part_of_the_site)
    assert (words(text), text.notes) == (words(page(_SHOWN)), ())


@pytest.mark.parametrize(
    "seen",
    [
        f'<p aria-hidden="true">{_SECRET}</p>',
        f'<p class="hidden md:block">{_SECRET}</p>',
        f'<div class="wow" style="visibility: hidden">{_SECRET}</div>',
        f'<div role="tabpanel" hidden>{_SECRET}</div>',
        f'<div hidden="until-found">{_SECRET}</div>',
    ],
)
def test_what_a_reader_sees_or_can_open_is_read(seen: str) -> None:
    text = page(_SHOWN + seen)
    assert words(text)[-1] == _SECRET
    assert text.notes == ()


@pytest.mark.parametrize(
    ("icon", "shown"),
    [
        ('<i class="icon" aria-hidden="true">chevron_right</i> ', ""),
        ('<span aria-hidden="true">040 1234567</span><span class="sr-only">nolla neljä</span>', "040 1234567"),
    ],
)
def test_a_decoration_is_left_out_and_a_detail_is_not(icon: str, shown: str) -> None:
    assert words(page(f"{_SHOWN}<p>Puhelin {icon}</p>"))[-1] == f"Puhelin {shown}".strip()


_BODY = lines(["Tiedot säilytetään kaksi vuotta.", "Ne hävitetään sitten."])


def pdf_text(*contents: str) -> Text:
    return read_here(pdf(*contents), "a.pdf", Limits())


@pytest.mark.parametrize(
    "hidden",
    [
        "3 Tr " + line(_SECRET, 72, 600) + "0 Tr ",
        "1 1 1 rg " + line(_SECRET, 72, 600) + "0 g ",
        line(_SECRET, 72, 600, 0.1),
        "1 1 1 rg 50 500 400 200 re f " + line(_SECRET, 72, 600) + "0 g ",
        "0 0 0 RG 1 w 50 500 400 200 re S 1 1 1 rg " + line(_SECRET, 72, 600) + "0 g ",
    ],
    ids=["invisible", "white", "tiny", "white on white", "white in a frame"],
)
def test_unseen_words_of_a_pdf_are_a_note(hidden: str) -> None:
    text = pdf_text(_BODY + hidden + line("Lopuksi tulee tämä.", 72, 560))
    assert words(text) == words(pdf_text(_BODY + line("Lopuksi tulee tämä.", 72, 560)))
    assert text.notes == (("hidden-text", "1"),)


def test_white_words_on_a_coloured_ground_are_read() -> None:
    text = pdf_text(_BODY + "0 0 0.5 rg 50 590 400 30 re f 1 1 1 rg " + line(_SECRET, 72, 600) + "0 g ")
    assert (words(text)[-1], text.notes) == (_SECRET, ())


def test_a_layer_of_recognised_text_over_a_scan_is_read() -> None:
    picture = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\xee\nendstream"
    content = ("q 595 0 0 842 0 0 cm /X Do Q 3 Tr " + _BODY + "0 Tr " + line("Sivu 1", 72, 400)).encode("cp1252")
    data = raw_pdf([
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        picture,
    ])  # fmt: skip
    text = read_here(data, "a.pdf", Limits())
    assert "Tiedot säilytetään kaksi vuotta." in text.content
    assert text.notes == ()


def test_where_nothing_is_to_be_seen_the_invisible_is_read() -> None:
    text = pdf_text("3 Tr " + _BODY)
    assert "Tiedot säilytetään kaksi vuotta." in text.content
    assert text.notes == ()
