"""The HTML report as a file: what it holds, what it escapes. tests/browser opens it."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser
from report_sample import (
    HOSTILE,
    RULES,
    TOOL,
    clean,
    disagreeing,
    finding,
    hostile,
    library,
    pages,
    report,
    result,
    unread,
)

from rekisterilint.elements.assess import ELEMENT_KEYS
from rekisterilint.reports import ReportOptions
from rekisterilint.reports.html import HtmlReport
from rekisterilint.reports.html_text import Mark, NoticeText, segments
from rekisterilint.results import FileResult, Summary

ALL = [library(), pages(), clean(), hostile(), unread()]


def page(*results: FileResult, language: str = "fi") -> parser.HtmlElement:
    return parser.document_fromstring(report("html", results or ALL, language))


def words(element: parser.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_policy_allows_the_pages_own_script_and_style_alone():
    root = page()
    policy = root.xpath("string(//meta[@http-equiv]/@content)")
    for name in ("script", "style"):
        (element,) = root.findall(f".//{name}")
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_page_refers_to_nothing_but_itself():
    root = page()
    assert root.xpath("//@src | //link | //img | //iframe | //object | //form[@action]") == []
    assert all(reference.startswith("#") for reference in root.xpath("//@href"))
    assert root.xpath("//@*[starts-with(name(), 'on')] | //@style") == []


def test_every_reference_has_its_target_and_ids_are_unique():
    root = page()
    ids = root.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert {reference[1:] for reference in root.xpath("//@href")} <= set(ids)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_page_speaks_one_language(language: str):
    root = page(library(), pages(), unread(), language=language)
    assert root.get("lang") == language
    assert "{0}" not in "".join(root.xpath("//body//text()[not(parent::script)]"))


def test_table_has_a_row_for_each_notice_and_a_column_for_each_element():
    root = page()
    assert root.xpath("//table[@id='table']/thead//th/@data-key")[4:] == list(ELEMENT_KEYS)
    rows = root.xpath("//table[@id='table']/tbody/tr")
    assert [row.get("data-notice") for row in rows] == ["n1", "n2", "n3", "n4"]
    dpo = 4 + ELEMENT_KEYS.index("dpo")
    assert [words(row[dpo]) for row in rows] == ["✗", "✗", "✓", "✓"]
    assert [row[dpo][0].get("aria-label") for row in rows[1:3]] == ["puuttuu", "kerrottu"]
    foot = root.xpath("//table[@id='table']/tfoot//td")
    assert foot[1 + ELEMENT_KEYS.index("dpo")].text == "2"


def test_finding_is_explained_beneath_the_words_it_marks():
    card = page(library()).get_element_by_id("n1-f1")
    assert card.getprevious().tag == "p"
    assert words(card.getprevious()).endswith("00400 löydös 2 Järvenpää löydös 1")
    said = words(card)
    for part in ("Postinumero 00400", "04400 Järvenpää", "GDPR 13(1)(a)", "Miksi postal-code", "rivi 5", "suuri"):
        assert part in said


def test_overlapping_findings_are_marked_together():
    marks = page(library()).xpath("//p[mark]/mark")[:3]
    assert [(mark.text, mark.get("data-findings")) for mark in marks] == [
        ("Kirkkokatu 1, ", "2"),
        ("00400", "1 2"),
        (" Järvenpää", "1"),
    ]


def test_text_keeps_lists_and_never_skips_a_heading_level():
    (text,) = page(library()).xpath("//div[@class='text']")
    assert [element.tag for element in text.xpath(".//*[self::h4 or self::h5 or self::h6]")] == ["h4", "h5"]
    assert [words(item)[:8] for item in text.xpath("./ul/li")] == ["• Vaihde", "- Neuvon"]


def test_hidden_findings_and_remarks_are_told():
    said = words(page(library()))
    assert "Piilotetut löydökset (2)" in said
    assert "Sovittu 1.2.2026" in said
    assert "merkistö oli windows-1252" in said


def test_file_that_was_not_checked_is_named_with_the_reason():
    (section,) = page().xpath("//section[@class='unread']")
    assert "selosteet/salattu.pdf tiedosto on salattu" in words(section)
    assert page(clean()).xpath("//section[@class='unread']") == []


def test_run_without_notices_is_a_page_too():
    assert words(page(unread())).count("tiedosto on salattu") == 1


def test_notice_stays_text_wherever_it_is_shown():
    root = page(hostile(), unread(HOSTILE))
    assert len(root.findall(".//script")) == len(root.findall(".//style")) == 1
    assert root.xpath("//img | //comment()") == []
    assert "javascript:window.hacked=1" in words(root)


def test_letters_that_html_forbids_or_that_turn_text_around_are_shown_as_unknown():
    written = report("html", [hostile()])
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ufffe]", written)
    written.encode()


def test_personal_identity_codes_are_never_shown():
    text = "Asiakas 131052-308T on mallina."
    shown = result("a.md", text, [("paragraph", 0, "", text)], [finding("DOC703", text, text, 1)])
    assert "131052-308T" not in report("html", [shown])


def test_result_without_its_text_still_tells_its_findings():
    found = library()
    bare = found.changed(extras={})
    assert len(page(bare).xpath("//div[contains(@class, 'finding ')]")) == 4


def test_many_notices_do_not_stay_in_memory():
    out = io.StringIO()
    made = HtmlReport(out, ReportOptions("fi", False, RULES, TOOL))
    for _ in range(2000):
        made.add(library())
    assert made._spool._rolled
    assert out.tell() == 0
    made.close(Summary())
    assert out.getvalue().count("<article") == 2000


@given(st.lists(st.tuples(st.integers(-5, 30), st.integers(0, 20)), max_size=6))
def test_segments_are_the_text_cut_and_nothing_lost(spans: list[tuple[int, int]]):
    marks = [Mark(n, "error", start, start + length) for n, (start, length) in enumerate(spans)]
    cut = segments(0, 20, marks)
    assert cut[0].start == 0
    assert cut[-1].end == 20
    assert all(left.end == right.start for left, right in pairwise(cut))
    for segment in cut:
        for mark in marks:
            covers = mark.start <= segment.start and mark.end >= segment.end
            assert (mark in segment.covering) == (covers and mark.end > mark.start)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4), st.data())
def test_every_finding_is_explained_once_and_numbered_once_at_most(texts: list[str], data: st.DataObject):
    blocks, start = [], 0
    for text in texts:
        kind = data.draw(st.sampled_from(["heading", "paragraph", "item", "row"]))
        blocks.append({"kind": kind, "level": 1, "marker": "", "furniture": False, "start": start, "text": text})
        start += len(text) + 1
    places = data.draw(st.lists(st.tuples(st.integers(-1, start + 1), st.integers(0, start)), max_size=4))
    marks = [Mark(n, "info", at, at + length) for n, (at, length) in enumerate(places, 1)]
    cards = {mark.number: f"<i>card {mark.number}</i>" for mark in marks}
    shown = NoticeText("n1", blocks, marks, cards, "löydös").html()
    for mark in marks:
        assert shown.count(cards[mark.number]) == 1
        assert shown.count(f'href="#n1-f{mark.number}"') <= 1


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("fi", ["Seloste", "Asia", "Tässä", "Muualla", "Vertailukohta", "Sääntö"]),
        ("sv", ["Beskrivning", "Sak", "Här", "Annanstans", "Jämförelseställe", "Regel"]),
        ("en", ["Notice", "Matter", "Here", "Elsewhere", "Compared with", "Rule"]),
    ],
)
def test_what_notices_disagree_on_is_one_table(language: str, heads: list[str]):
    one = disagreeing(where=f"{clean().path}:7")
    root = page(one, clean(), language=language)
    (section,) = root.find_class("disagreements")
    (table,) = section.iter("table")
    assert root.get_element_by_id(table.get("aria-labelledby")).getparent() is section
    assert [words(head) for head in table.findall("thead/tr/th[@scope='col']")] == heads
    (row,) = table.findall("tbody/tr")
    assert words(row.find("th[@scope='row']")) == f"{one.path}:4"
    assert [cell.get("data-label") for cell in row.findall("td")] == heads[1:]
    # To the finding itself, and to the notice that says otherwise.
    assert one.document is not None
    assert row.find("th/a").get("href") == f"#n1-f{len(one.document['findings'])}"
    assert row.xpath(".//td/a/@href") == ["#n2"]


def test_without_disagreements_there_is_no_table():
    assert page(library(), clean()).find_class("disagreements") == []


def test_a_hostile_disagreement_stays_text():
    one = disagreeing(words=HOSTILE, where=f"{HOSTILE}:1")
    root = page(one)
    (section,) = root.find_class("disagreements")
    assert not list(section.iter("script")) and not list(section.iter("img"))
    assert "window.hacked=1" in words(section)
    assert section.xpath(".//@href") == [f"#n1-f{len(one.extras['disagreements'])}"]
