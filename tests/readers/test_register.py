from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_places import blocks, words

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.register.reader import read
from rekisterilint.text import Text

SAMPLES = Path(__file__).parents[2] / "samples" / "register"


def description(source: str, name: str = "rekisteri.yaml") -> Text:
    return read(source.encode(), name, Limits())


def test_fields_become_headings_and_sentences() -> None:
    text = description(
        "name: Kirjasto\nlanguage: fi\ndate: 2026-03-02\n"
        "controller: {name: Kuusiniemi, address: {street: Katu 1, postal_code: 00940, town: Helsinki}}\n"
        "transfers: {outside_eea: false}\nretention:\n- {data: lainat, period: 2 vuotta}\n"
    )
    assert blocks(text) == [
        ("heading", 1, "", "Kirjasto"),
        ("paragraph", 0, "", "Päivitetty 2.3.2026"),
        ("heading", 2, "", "Rekisterinpitäjä"),
        ("paragraph", 0, "", "Kuusiniemi\nOsoite: Katu 1, 00940 Helsinki"),
        ("heading", 2, "", "Tietojen siirto EU:n tai ETA:n ulkopuolelle"),
        ("paragraph", 0, "", "Tietoja ei siirretä EU:n tai ETA:n ulkopuolelle."),
        ("heading", 2, "", "Säilytysaika"),
        ("item", 1, "-", "lainat: 2 vuotta"),
    ]
    assert (text.title, text.language_hint, text.format) == ("Kirjasto", "fi", "register")


@pytest.mark.parametrize(
    ("language", "heading", "sentence"),
    [
        ("sv", "Lagringstid", "Uppgifter överförs inte utanför EU eller EES."),
        ("en", "Retention period", "Data are not transferred outside the EU or EEA."),
    ],
)
def test_the_words_are_of_the_notices_language(language: str, heading: str, sentence: str) -> None:
    text = description(f"language: {language}\nretention: x\ntransfers: {{outside_eea: false}}\n")
    assert heading in words(text)
    assert sentence in words(text)


def test_the_language_may_be_told_from_the_words() -> None:
    text = description("security: Uppgifterna är skyddade och får inte användas av andra.\n")
    assert words(text)[0] == "Skydd av uppgifterna"


def test_legal_bases_are_written_out() -> None:
    text = description(
        "language: fi\npurposes: [{description: Lainaus, legal_bases: [e, suostumus]}]\n"
    )
    assert "6 artiklan 1 kohdan e alakohta (yleistä etua koskeva tehtävä" in words(text)[-1]
    assert "6 artiklan 1 kohdan a alakohta (suostumus)" in words(text)[-1]


def test_one_language_version_is_read_and_a_note_says_so() -> None:
    text = description("language: sv\nname: {fi: Kirjasto, sv: Bibliotek}\nsecurity: x\n")
    assert words(text)[0] == "Bibliotek"
    assert text.notes == (("register-language", "sv"),)


def test_places_name_the_node() -> None:
    text = description("language: fi\ncontroller:\n  address:\n    town: Järvenpää\n")
    place = text.place(text.content.index("Järvenpää"))
    assert (place.line, place.column, place.path) == (4, 11, "controller.address.town")


def test_words_put_around_values_stay_within_the_key() -> None:
    text = description("language: fi\nretention: 2 vuotta\n")
    block = text.blocks[0]
    assert (text.place(block.start).column, text.end_place(block.end).column) == (1, 10)


@pytest.mark.parametrize(
    "scalar",
    ["2 vuotta", "'ei ''nyt'' vaan'", '"a\\tb \\u00e4 \\x41"', "|\n  rivi\n  toinen", ">\n  taitettu\n  rivi",
     "monirivinen\n  teksti", '"jatkuu\\\n  tässä"', "|-\n    sisennetty\n      lisää"],
)  # fmt: skip
def test_characters_of_scalars_stand_at_their_place(scalar: str) -> None:
    text = description(f"language: fi\nsecurity: {scalar}\n")
    block = text.blocks[-1]
    for offset in range(block.start, block.end):
        letter = text.content[offset]
        written = text.source[text.origin.source_offset(offset)]
        assert not letter.isalpha() or letter == written or written == "\\"


def test_json_is_read_with_places() -> None:
    text = description(
        '{\n\t"language": "fi",\n\t"security": "Salattu \\u00e4 \\"x\\""\n}', "a.json"
    )
    assert words(text) == ["Tietojen suojaaminen", 'Salattu ä "x"']
    place = text.place(text.content.index("Salattu"))
    assert (place.line, place.column, place.path) == (3, 15, "security")


@pytest.mark.parametrize(
    ("source", "name", "code", "line", "column"),
    [
        ("name: a\n  b: c\n", "a.yaml", "invalid-yaml", 2, 4),
        ("name: a\nname: b\n", "a.yaml", "duplicate-key", 2, 1),
        ("name: &a [*a]\n", "a.yaml", "invalid-yaml", 1, 11),
        ("name: " + "[" * 100, "a.yaml", "yaml-too-deep", 1, 46),
        ("a: 1\n---\nb: 2\n", "a.yaml", "invalid-yaml", 2, 1),
        ('{"name": tosi}', "a.json", "invalid-yaml", 1, 10),
        ('{"name": "a",\n "name": "b"}', "a.json", "duplicate-key", 2, 2),
        ('{"name": "a"', "a.json", "invalid-yaml", 1, 13),
        ('{"name": ' + "[" * 100, "a.json", "yaml-too-deep", 1, 49),
    ],
)
def test_invalid_files_are_refused_with_the_place(
    source: str, name: str, code: str, line: int, column: int
) -> None:
    with pytest.raises(ReadError) as caught:
        description(source, name)
    error = caught.value
    assert (error.code, error.values["line"], error.values["column"]) == (code, line, column)


def test_an_alias_bomb_is_refused() -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(ReadError) as caught:
        description("\n".join(["a0: &a0 [x, x, x]", *levels]))
    assert caught.value.code == "yaml-too-many-nodes"


def test_aliases_of_a_long_text_count_by_its_length() -> None:
    source = f'controller: &a "{"sana " * 6_000}"\npurposes:\n' + "- *a\n" * 10_000
    with pytest.raises(ReadError) as caught:
        description(source)
    assert caught.value.code == "yaml-too-many-nodes"


def test_a_long_file_of_another_kind_is_told_without_parsing_it() -> None:
    with pytest.raises(ReadError) as caught:
        description('{"lockfileVersion": 3, "packages": [' + "{" * 200_000, "package-lock.json")
    assert caught.value.code == "not-a-register"


@pytest.mark.parametrize("size", [100, 4_000])
def test_a_long_description_is_read_the_same(size: int) -> None:
    source = "name: Rekisteri\npurposes:\n" + "- Asiakkuuden hoitaminen ja laskutus\n" * size
    text = description(source)
    assert len(text.blocks) == size + 2
    assert text.place(text.blocks[-1].start).line == size + 2


@pytest.mark.parametrize("source", ["- a\n", "jobs:\n  test: x\nname: CI\n", "teksti\n"])
def test_other_yaml_is_no_register_description(source: str) -> None:
    with pytest.raises(ReadError) as caught:
        description(source)
    assert caught.value.code == "not-a-register"


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_samples_are_read(sample: Path) -> None:
    text = read(sample.read_bytes(), sample.name, Limits())
    assert "Rekisterinpitäjä" in words(text)


@given(st.text(max_size=200), st.sampled_from(["a.yaml", "a.json"]))
def test_no_text_crashes_the_reader(tail: str, name: str) -> None:
    with contextlib.suppress(ReadError):
        description(f"controller:\n  name: {tail}", name)


@given(st.binary(max_size=300), st.sampled_from(["a.yaml", "a.json"]))
def test_no_bytes_crash_the_reader(data: bytes, name: str) -> None:
    with contextlib.suppress(ReadError):
        read(data, name, Limits())
