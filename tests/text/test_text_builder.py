from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.text import BlockKind, Piece, TextBuilder

WORDS = st.text(
    st.sampled_from("aäöåÅ bB\t\u00a0\u00ad\u200b\n\r–0.e\u0301\u0308"), max_size=40
)


def built(*pieces: Piece, source: str):
    builder = TextBuilder(source, "text")
    builder.add(BlockKind.PARAGRAPH, pieces)
    return builder.build()


def test_white_space_is_folded_and_characters_without_width_are_dropped():
    source = "tieto\u00adsuoja  \u00a0 vastaava\u200b"
    assert built(Piece(source, 0), source=source).content == "tietosuoja vastaava\n"


def test_letters_are_composed_and_keep_their_place():
    source = "a\u0308iti ja isä"
    text = built(Piece(source, 0), source=source)
    assert text.content == "äiti ja isä\n"
    assert text.origin.source_offset(text.content.index("isä")) == source.index("isä")


def test_letters_that_compose_to_several_are_left_as_they_are():
    source = "e\u0301 \u0f93 x"
    text = built(Piece(source, 0), source=source)
    assert text.content == "é \u0f93 x\n"
    assert text.origin.source_offset(text.content.index("x")) == source.index("x")


def test_a_block_without_words_is_left_out():
    text = built(Piece(" \u00ad ", 0), source=" \u00ad ")
    assert text.blocks == ()
    assert text.content == ""


def test_places_count_lines_and_columns_from_one():
    source = "eka\r\ntoka rivi"
    builder = TextBuilder(source, "text")
    builder.add(BlockKind.PARAGRAPH, [Piece("rivi", source.index("rivi"))])
    place = builder.build().place(0)
    assert (place.line, place.column) == (2, 6)


def test_lines_of_a_page_count_from_its_start():
    source = "yksi\nkaksi\nkolme\nneljä"
    builder = TextBuilder(source, "pdf")
    builder.add(BlockKind.PARAGRAPH, [Piece("neljä", source.index("neljä"))])
    place = builder.build(page_starts=(0, source.index("kolme"))).place(0)
    assert (place.page, place.line) == (2, 2)


@given(WORDS, st.integers(0, 3))
def test_every_letter_keeps_the_way_back_to_its_source(words: str, lead: int):
    source = "x" * lead + words
    text = built(Piece(words, lead), source=source)
    for offset, letter in enumerate(text.content):
        if letter.isalnum():
            found = source[text.origin.source_offset(offset)]
            assert unicodedata.normalize("NFD", letter)[0] == unicodedata.normalize("NFD", found)[0]


@given(st.lists(WORDS, max_size=5))
def test_blocks_follow_each_other_and_have_no_outer_blanks(paragraphs: list[str]):
    source = "".join(paragraphs)
    builder = TextBuilder(source, "text")
    offset = 0
    for words in paragraphs:
        builder.add(BlockKind.PARAGRAPH, [Piece(words, offset)])
        offset += len(words)
    text = builder.build()
    end = 0
    for block in text.blocks:
        assert block.start >= end
        words = text.content[block.start : block.end]
        assert words == words.strip(" \n")
        assert "  " not in words
        end = block.end
