from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_places import blocks, misplaced_letters, words

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.html.reader import read
from rekisterilint.text import Text


def page(source: str) -> Text:
    return read(source.encode(), "seloste.html", Limits())


def test_headings_paragraphs_and_items() -> None:
    text = page(
        '<html lang="fi-FI"><head><title>Seloste &ndash; Oy</title></head><body>'
        "<h1>Seloste</h1><p>Yksi <em>kaksi</em>\n kolme.</p>"
        "<ul><li>a<ul><li>b</li></ul></li></ul><ol><li>c</li><li>d</li></ol>"
    )
    assert blocks(text) == [
        ("heading", 1, "", "Seloste"),
        ("paragraph", 0, "", "Yksi kaksi kolme."),
        ("item", 1, "•", "a"),
        ("item", 2, "•", "b"),
        ("item", 1, "1.", "c"),
        ("item", 1, "2.", "d"),
    ]
    assert (text.title, text.language_hint) == ("Seloste – Oy", "fi")


@pytest.mark.parametrize(
    ("source", "marker", "shown"),
    [
        ("<h2>1. Rekisterinpitäjä</h2>", "1.", "Rekisterinpitäjä"),
        ("<h2>2.3 Oikeudet</h2>", "2.3", "Oikeudet"),
        ("<h2>4) Oikeudet</h2>", "4)", "Oikeudet"),
        ("<h2>IV. Oikeudet</h2>", "IV.", "Oikeudet"),
        ("<h2><span>7</span>Oikeudet</h2>", "7", "Oikeudet"),
        ("<h2>24 §:n mukainen seloste</h2>", "", "24 §:n mukainen seloste"),
        ("<h2>1.1.2026 alkaen</h2>", "", "1.1.2026 alkaen"),
        ("<h2>10 kysymystä</h2>", "", "10 kysymystä"),
        ("<ol><li><b>Nimi</b><p>X.</p></ol>", "1.", "Nimi"),
    ],
)
def test_a_number_before_a_heading_is_its_marker(source: str, marker: str, shown: str) -> None:
    kind, _, found, heading = blocks(page(source))[0]
    assert (kind, found, heading) == ("heading", marker, shown)


def test_bold_lines_act_as_headings_where_they_head_something() -> None:
    text = page(
        "<h3>Seloste</h3><p><b>1. Nimi:</b><br>Rekisteri<br><br><b>2. Pitäjä:</b><br>Oy</p>"
        "<p><strong>Säilytysaika</strong></p><p><strong>Firma Oy</strong><br>Katu 1</p>"
        "<p><strong>Puhelin: 040 1234567</strong></p>"
    )
    assert blocks(text) == [
        ("heading", 3, "", "Seloste"),
        ("heading", 4, "1.", "Nimi:"),
        ("paragraph", 0, "", "Rekisteri"),
        ("heading", 4, "2.", "Pitäjä:"),
        ("paragraph", 0, "", "Oy"),
        ("heading", 4, "", "Säilytysaika"),
        ("paragraph", 0, "", "Firma Oy\nKatu 1"),
        ("paragraph", 0, "", "Puhelin: 040 1234567"),
    ]


def test_bold_words_after_a_colon_are_the_answer() -> None:
    text = page("<p>Rekisterinpitäjä on:</p><div><p><b>Firma Oy</b></p></div>")
    assert [kind for kind, *_ in blocks(text)] == ["paragraph", "paragraph"]


def test_tables_of_data_are_rows_and_tables_for_layout_are_not() -> None:
    text = page(
        "<table><tr><th>Tieto<th>Aika<tr><td><p>Nimi</p><td>2 vuotta</table>"
        "<table><tr><td><h2>Oikeudet</h2><p>Saat tiedot.</table>"
        "<table><tr><td>Tarkoitus<td><p>Yksi.</p><p>Kaksi.</p></table>"
    )
    assert blocks(text) == [
        ("row", 0, "", "Tieto | Aika"),
        ("row", 0, "", "Nimi | 2 vuotta"),
        ("heading", 2, "", "Oikeudet"),
        ("paragraph", 0, "", "Saat tiedot."),
        ("heading", 3, "", "Tarkoitus"),
        ("paragraph", 0, "", "Yksi."),
        ("paragraph", 0, "", "Kaksi."),
    ]


def test_definition_lists_are_fields_or_sections() -> None:
    fields = page("<dl><dt>Säilytysaika<dd>2 vuotta<dt>Nimi<dd>Rekisteri</dl>")
    assert words(fields) == ["Säilytysaika | 2 vuotta", "Nimi | Rekisteri"]
    sections = page("<dl><dt>1. Nimi<dd>Rekisteri<br>Toinen</dl>")
    assert blocks(sections) == [
        ("heading", 2, "1.", "Nimi"),
        ("paragraph", 0, "", "Rekisteri\nToinen"),
    ]


def test_end_tags_may_be_left_out() -> None:
    text = page("<p>Yksi<h4>1. Kaksi</h4><p>Kolme<ul><li>neljä<li>viisi</ul>kuusi")
    assert words(text) == ["Yksi", "Kaksi", "Kolme", "neljä", "viisi", "kuusi"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var x = '<p>ei</p>';</script>",
        "<style>p { color: red }</style>",
        "<template><p>ei</p></template>",
        "<noscript><p>ei</p></noscript>",
        "<nav><a href=/>Etusivu</a></nav>",
        "<form><label for=a>Nimi</label><input id=a><select><option>ei</select></form>",
        "<button>Valikko</button>",
        "<svg><title>ei</title><text>ei</text></svg>",
        "<p hidden>ei</p>",
        '<p aria-hidden="true">ei</p>',
        '<div style="display: none">ei</div>',
        '<div role="dialog">Hyväksy evästeet</div>',
        '<div class="cookie-banner">Käytämme evästeitä. <button>Hyväksy</button></div>',
        '<div id="onetrust-banner-sdk">Käytämme evästeitä.</div>',
        '<ul class="main-menu"><li><a href=/a>Palvelut</a><li><a href=/b>Yritys</a></ul>',
        '<div class="breadcrumbs"><a href=/>Etusivu</a> / Seloste</div>',
        '<div class="social-share"><a href=x>Jaa</a></div>',
        '<a class="skip-link" href="#main">Siirry sisältöön</a>',
        "<footer><ul>" + "<li><a href=/x>Sivu</a>" * 5 + "</ul></footer>",
        '<footer><div><h4>Valikko</h4><a href="/a">Etusivu</a> <a href="/b">Yritys</a></div></footer>',
        "<!-- <p>ei</p> -->",
        "<?php $a = '<p>ei</p>'; ?>",
    ],
)
def test_what_is_not_seen_is_not_read(hidden: str) -> None:
    text = page(f"<body>{hidden}<h1>Seloste</h1><p>Tietoja säilytetään kaksi vuotta, ei enempää.")
    assert words(text) == ["Seloste", "Tietoja säilytetään kaksi vuotta, ei enempää."]


def test_a_container_with_most_of_the_text_is_read_whatever_its_name() -> None:
    text = page('<div class="cookie-consent modal" id="nav"><h1>Evästeet</h1><p>Seloste tässä.')
    assert words(text) == ["Evästeet", "Seloste tässä."]


def test_sections_named_for_their_topic_are_read() -> None:
    text = page(
        '<h1>Seloste</h1><section id="cookies"><h2>Evästeet</h2><p>Käytämme niitä.</section>'
        '<section id="sharing"><h2>Luovutukset</h2><p>Emme luovuta.</section><p>Loppu tässä.'
    )
    assert words(text)[1:] == [
        "Evästeet",
        "Käytämme niitä.",
        "Luovutukset",
        "Emme luovuta.",
        "Loppu tässä.",
    ]


def test_contact_details_in_the_foot_are_read_and_copyright_is_furniture() -> None:
    text = page(
        "<h1>Seloste</h1><footer><h6>Firma Oy</h6><a href='tel:+35840'>040 1234567</a>"
        "<a href='mailto:info@firma.example'>info@firma.example</a><p>© 2026 Firma Oy</p></footer>"
    )
    assert words(text) == ["Seloste", "Firma Oy", "040 1234567\ninfo@firma.example"]
    assert [block.furniture for block in text.blocks] == [False, False, False, True]


def test_an_accordion_is_read_with_its_closed_panel() -> None:
    text = page(
        '<h1>Seloste</h1><p>Johdanto on tässä ja se on pitkä.</p><h2><button aria-controls="p1">Aika'
        '</button></h2><div id="p1" hidden><p>2 vuotta.</div><details><summary>Muuta</summary><p>Loppu.</details>'
    )
    assert blocks(text)[2:] == [
        ("heading", 2, "", "Aika"),
        ("paragraph", 0, "", "2 vuotta."),
        ("heading", 3, "", "Muuta"),
        ("paragraph", 0, "", "Loppu."),
    ]


def test_a_link_shows_the_address_that_its_words_hide() -> None:
    text = page('<p>Ota <a href="mailto:info@firma.example?subject=x">yhteyttä</a>.')
    assert words(text) == ["Ota yhteyttä info@firma.example."]
    at = text.content.index("info")
    assert text.source[text.origin.source_offset(at) :].startswith("info@firma.example?")


def test_entities_map_to_their_place() -> None:
    text = page("<p>S&auml;ilytys&shy;aika&nbsp;on &#50; p&#xE4;iv&auml;&auml;</p>")
    assert words(text) == ["Säilytysaika on 2 päivää"]
    assert text.place(text.content.index("ä")).column == 5
    assert misplaced_letters(text) == []


def test_placeholders_are_read_as_they_are_and_values_of_a_template_are_not() -> None:
    assert words(page("<p>{{ Yrityksen nimi }} kerää tietoja.")) == ["{{ Yrityksen nimi }} kerää tietoja."]
    assert words(page("<p>{{ yritys.nimi }} kerää tietoja.")) == ["\ufffc kerää tietoja."]


def test_a_page_without_visible_text_is_an_error() -> None:
    with pytest.raises(ReadError) as caught:
        page("<html><head><title>x</title></head><body><div id=app></div><script>a()</script>")
    assert caught.value.code == "html-without-text"


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "dl><dt", "header", "p"])
def test_deep_nesting_is_read(tag: str) -> None:
    assert words(page(f"<{tag}>" * 10_000 + "syvällä")) == ["syvällä"]


@pytest.mark.parametrize(
    "broken",
    ['<a b="', "<!--", "<", "</", "<p", "&", "&#99999999999;", "<script>", "<p =x>", "</p></div>"],
)
def test_broken_markup_is_read_on(broken: str) -> None:
    text = page("<p>alku</p>" + broken * 5_000)
    assert words(text)[0] == "alku"


_FRAGMENTS = st.sampled_from(
    "<p> </p> <b> </b> <div> </div> <ul> <li> </ul> <ol> <table> <tr> <td> </table> <dl> <dt> <dd>"
    " <h2> </h2> <br> <a&#32;href='mailto:a@b.fi'> </a> <nav> </nav> <footer> <!-- --> <script>"
    ' </script> &auml; &amp &#228; &#x; < > " 1. ä sana Toinen'.replace("&#32;", "\x20").split(" ")
)


@given(st.lists(st.one_of(_FRAGMENTS, st.text(max_size=8)), max_size=40))
def test_every_letter_stands_where_the_text_says(parts: list[str]) -> None:
    try:
        text = page(" ".join(parts))
    except ReadError as error:
        assert error.code in ("empty", "binary", "html-without-text")
        return
    assert misplaced_letters(text) == []


@pytest.mark.parametrize("number", ["²", "9" * 5_000])
def test_digits_that_are_no_number_are_read(number: str) -> None:
    # Found by hypothesis: `²` is a digit, and Python reads no number of 5,000 digits.
    assert words(page(f"<p>{number}. Rekisterinpitäjä</p>")) == [f"{number}. Rekisterinpitäjä"]


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    with contextlib.suppress(ReadError):
        read(data, "x.html", Limits())


def test_a_line_break_in_a_cell_parts_words() -> None:
    text = page("<table><tr><td>Osoite</td><td>Kuja 3<br>00100 Helsinki</td></tr></table>")
    assert words(text) == ["Osoite | Kuja 3\n00100 Helsinki"]
    assert misplaced_letters(text) == []


def test_numbered_lines_head_their_text_on_a_page_without_headings() -> None:
    text = page(
        "<p>Selosteemme</p><p>1. Pitäjä</p><p>Oy<br>Kuja 3</p><p>2. Rekisterin nimi<br>Asiakkaat</p>"
        "<p><span>3. Till vem</span> lämnar vi uppgifter?<br>Till ingen.</p>"
    )
    assert blocks(text)[1:] == [
        ("heading", 2, "1.", "Pitäjä"),
        ("paragraph", 0, "", "Oy\nKuja 3"),
        ("heading", 2, "2.", "Rekisterin nimi"),
        ("paragraph", 0, "", "Asiakkaat"),
        ("heading", 2, "3.", "Till vem lämnar vi uppgifter?"),
        ("paragraph", 0, "", "Till ingen."),
    ]
    assert misplaced_letters(text) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<p>1. Nimi</p><p>2. Osoite</p><p>3. Puhelin</p><p>Loppu</p>",
        "<h2>Yksi</h2><h2>Kaksi</h2><p>1. Nimi<br>a</p><p>2. Osoite<br>b</p><p>3. Puhelin<br>c</p>",
        "<p>1. Nimi<br>a</p><p>2. Osoite<br>b</p>",
        "<p>1. Lause loppuu.<br>a</p><p>2. Toinen loppuu.<br>b</p><p>3. Kolmas loppuu.<br>c</p>",
    ],
)
def test_other_numbered_lines_are_no_headings(markup: str) -> None:
    assert all(kind != "heading" or "aksi" in shown or "Yksi" in shown for kind, _, _, shown in blocks(page(markup)))


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<div><span>Y-tunnus</span><strong>1234567-1</strong></div>", "Y-tunnus\n1234567-1"),
        ("<li>\n<span>Sähköposti</span>\n<a href='#x'>a@b.fi</a>\n</li>", "Sähköposti\na@b.fi"),
        ("<p><b>Tarkoitus</b><span>Laskutus</span></p>", "Tarkoitus\nLaskutus"),
        # Words that go on: in one sentence, in one word, behind a colon, beside others.
        ("<p><b>Kuusikorpi Oy</b> <i>Kuopiosta</i></p>", "Kuusikorpi Oy Kuopiosta"),
        ("<p><span>Tieto</span><span>suoja</span></p>", "Tietosuoja"),
        ("<p><b>Y-tunnus:</b><i> 1234567-1</i></p>", "Y-tunnus: 1234567-1"),
        ("<p><b>Nimi</b><i>Aino</i> ja muut</p>", "NimiAino ja muut"),
        ("<p><b>A</b><i>B</i><u>C</u></p>", "ABC"),
    ],
)
def test_a_label_and_its_value_side_by_side_are_lines(markup: str, shown: str) -> None:
    assert [line.strip() for line in words(page(markup))[0].splitlines()] == shown.splitlines()
