from __future__ import annotations

from typing import Any

import pytest

from rekisterilint.fix import UnfixableError, chosen_fixes, fixed_bytes
from rekisterilint.results import FileResult


def edit(source: str, was: str, text: str) -> dict[str, Any]:
    start = source.index(was)
    return {"start": start, "end": start + len(was), "was": was, "text": text}


def result(*fixes: tuple[bool, list[dict[str, Any]]]) -> FileResult:
    findings = [{"fix": {"safe": safe}} for safe, _ in fixes]
    return FileResult("a.md", {"findings": findings}, extras={"edits": [edits for _, edits in fixes]})


def test_unsafe_fixes_are_chosen_on_demand_only() -> None:
    sure, likely = edit("ab", "a", "x"), edit("ab", "b", "y")
    both = result((True, [sure]), (False, [likely]))
    assert chosen_fixes(both, unsafe=False) == [[sure]]
    assert chosen_fixes(both, unsafe=True) == [[sure], [likely]]


def test_a_fix_that_meets_another_is_left_out_whole() -> None:
    first, second = edit("abc", "ab", "x"), edit("abc", "bc", "y")
    assert chosen_fixes(result((True, [first]), (True, [edit("abc", "c", "z"), second])), unsafe=False) == [[first]]


def test_insertions_at_one_place_are_not_applied_twice() -> None:
    insertion = {"start": 1, "end": 1, "was": "", "text": "x"}
    assert chosen_fixes(result((True, [insertion]), (True, [insertion])), unsafe=False) == [[insertion]]


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    source = "yksi kaksi"
    stale = {**edit(source, "kaksi", "kolme"), "was": "muuta"}
    fixed = fixed_bytes(source.encode(), "text", [[edit(source, "yksi", "nolla"), stale]])
    assert (fixed.applied, fixed.data) == (0, source.encode())


def test_edits_don_t_shift_each_other() -> None:
    source = "a b c"
    fixes = [[edit(source, "a", "pitkä")], [edit(source, "c", "")], [edit(source, "b", "β")]]
    assert fixed_bytes(source.encode(), "markdown", fixes).after == "pitkä β "


def test_a_letter_that_the_encoding_lacks_is_refused() -> None:
    source = "hyvää päivää"
    with pytest.raises(UnfixableError, match="cp1252"):
        fixed_bytes(source.encode("cp1252"), "text", [[edit(source, "hyvää", "γ")]])


def test_in_a_page_it_becomes_a_reference_and_marks_are_escaped() -> None:
    source = "<p>hyvää</p>"
    fixed = fixed_bytes(source.encode("cp1252"), "html", [[edit(source, "hyvää", "γ<&")]])
    assert fixed.data == b"<p>&#947;&lt;&amp;</p>"


@pytest.mark.parametrize("words", ["a: b", "a #b", "it's", 'sano "a"', "loppu:"])
def test_words_that_could_end_a_yaml_value_are_left_to_a_person(words: str) -> None:
    source = "name: vanha"
    assert fixed_bytes(source.encode(), "register", [[edit(source, "vanha", words)]]).applied == 0


@pytest.mark.parametrize("format_", ["pdf", "odt"])
def test_formats_that_can_t_be_edited_are_refused(format_: str) -> None:
    with pytest.raises(UnfixableError, match=format_):
        fixed_bytes(b"x", format_, [])


def test_damaged_text_is_refused() -> None:
    with pytest.raises(UnfixableError, match="utf-8"):
        fixed_bytes("ääää öööö åååå ääää".encode() + b"\xff", "text", [])


@pytest.mark.parametrize(
    "source", ["const a = 'tähän'", "<script>let a = 'tähän'</script>", "<p><?= 'tähän' ?></p>", "<p><%= 'tähän' %></p>", "<p>{{ 'tähän' }}</p>"]
)
def test_in_the_code_of_a_page_no_fix_may_end_a_string(source: str) -> None:
    change = [edit(source, "tähän", "Maijan 'Marja'")]
    assert fixed_bytes(source.encode(), "html", [change]).data == source.encode()
    page = "<p>tähän</p>"
    assert b"Marja" in fixed_bytes(page.encode(), "html", [[edit(page, "tähän", "Maijan 'Marja'")]]).data
