"""Names of statutes in running text: any case form leads to the statute."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.data import statutes
from rekisterilint.data.name_forms import head_lemma
from rekisterilint.data.name_index import (
    abbreviations,
    forms,
    longest_name,
    statute_by_form,
    stem_key,
)


@pytest.mark.parametrize(
    "form",
    [
        *("arkistolaki", "arkistolain", "arkistolakia", "arkistolaissa", "arkistolaista"),
        *("arkistolakiin", "arkistolailla", "arkistolaille", "arkistolailta", "arkistolaiksi"),
        *("Arkistolain", "ARKISTOLAKI", "arkistolain,", "(arkistolaki)", "arkisto\u00adlain"),
        *("arkivlagen", "arkivlagens", "arkivlag"),
    ],
)
def test_every_form_of_the_archives_act(form: str) -> None:
    assert [found.number for found in statute_by_form(form)] == ["831/1994"]


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ("lain potilaan asemasta ja oikeuksista", "785/1992"),
        ("laissa potilaan asemasta ja oikeuksista", "785/1992"),
        ("lakiin potilaan asemasta\nja oikeuksista", "785/1992"),
        ("potilaan asemasta ja oikeuksista annettu laki", "785/1992"),
        ("potilaan asemasta ja oikeuksista annetussa laissa", "785/1992"),
        ("laki julkisesta työvoima- ja yrityspalvelusta", "916/2012"),
        ("julkisista työvoima- ja yrityspalveluista annetun lain", "916/2012"),
        ("lain viranomaisten toiminnan julkisuudesta", "621/1999"),
        ("rikoslaissa", "39/1889"),
        ("oikeudenkäymiskaaren", "4/1734"),
        ("sosiaalihuollon asiakaslain", "812/2000"),
        ("vanhan kuntalain", "365/1995"),
        ("sähköisen asiointilain", "13/2003"),
        ("julkisten alojen eläkelaissa", "81/2016"),
        ("valtioneuvoston asetuksen varhaiskasvatuksesta", "753/2018"),
        ("varhaiskasvatuksesta annetussa valtioneuvoston asetuksessa", "753/2018"),
        ("lagens om offentlighet i myndigheternas verksamhet", "621/1999"),
        ("lag om offentlighet i myndigheternas verksamhet", "621/1999"),
        ("pensionslagen för den offentliga sektorn", "81/2016"),
        ("TyEL", "395/2006"),
        ("TyEL:n", "395/2006"),
    ],
)
def test_a_form_leads_to_its_statute(form: str, number: str) -> None:
    assert number in {found.number for found in statute_by_form(form)}


@pytest.mark.parametrize(
    "text",
    ["", " ", "laki", "lain", "annetun lain", "tel", "TEL", "Tel:", "sellaki", "kissa", "lag om"],
)
def test_what_names_no_statute(text: str) -> None:
    assert statute_by_form(text) == ()


def test_a_shared_name_leads_to_all_its_bearers() -> None:
    assert {found.number for found in statute_by_form("kuntalaissa")} == {"365/1995", "410/2015"}


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ("kuntalaissa", "kuntalaki"),
        ("kunta", None),
        ("asetuksessa", "asetus"),
        ("tietosuoja-asetuksen", "tietosuoja-asetus"),
        ("yleisen tietosuoja-asetuksen", "yleinen tietosuoja-asetus"),
        ("maakaareen", "maakaari"),
        ("digipalvelusäädöksestä", "digipalvelusäädös"),
        ("saavutettavuusdirektiiviä", "saavutettavuusdirektiivi"),
        ("kirkkojärjestyksen", "kirkkojärjestys"),
        ("valtioneuvoston ohjesäännössä", "valtioneuvoston ohjesääntö"),
        ("dataskyddsförordningens", "dataskyddsförordning"),
    ],
)
def test_stem_key(form: str, key: str | None) -> None:
    assert stem_key(form) == key


def test_head_lemma_of_an_inflected_head() -> None:
    assert head_lemma("kotoutumislain") == "kotoutumislaki"
    assert head_lemma("kotoutumisen") is None


@given(st.sampled_from(statutes.all_statutes()))
def test_every_name_leads_back_to_its_statute(statute: statutes.Statute) -> None:
    for name in filter(None, (statute.title_fi, statute.title_sv, *statute.names)):
        if name != "TEL":  # stands before phone numbers
            assert statute in statute_by_form(name)
            assert statute in statute_by_form(f" {name.replace(' ', chr(10))},")


@given(
    st.sampled_from([key for key in forms() if key.endswith("laki") and " " not in key]),
    st.sampled_from(["ki", "in", "kia", "issa", "ista", "kiin", "illa", "ille", "ilta", "iksi"]),
)
def test_any_case_of_any_act(key: str, ending: str) -> None:
    form = key.removesuffix("ki") + ending
    assert statute_by_form(form) == statute_by_form(key) != ()


@given(st.text(max_size=60))
def test_no_text_breaks_the_index(text: str) -> None:
    statute_by_form(text)
    words = text.split()
    for head in range(len(words)):
        longest_name(words, head)


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        (
            "perustuu lakiin potilaan asemasta ja oikeuksista (785/1992)",
            "lakiin",
            "lakiin potilaan asemasta ja oikeuksista",
        ),
        (
            "perustuu sosiaalihuollon asiakkaan asemasta ja oikeuksista annetun lain 3 §:ään",
            "lain",
            "sosiaalihuollon asiakkaan asemasta ja oikeuksista annetun lain",
        ),
        (
            "kuten sosiaali- ja terveysministeriön asetus potilasasiakirjoista säätää",
            "asetus",
            "sosiaali- ja terveysministeriön asetus potilasasiakirjoista",
        ),
        ("noudatamme kuntalakia ja", "kuntalakia", "kuntalakia"),
        ("noudatamme sosiaalihuollon asiakaslakia", "asiakaslakia", "sosiaalihuollon asiakaslakia"),
        ("enligt dataskyddslagen (1050/2018)", "dataskyddslagen", "dataskyddslagen"),
        (
            "enligt lagen om integritetsskydd i arbetslivet 4 §",
            "lagen",
            "lagen om integritetsskydd i arbetslivet",
        ),
        ("med stöd av lagen. Den registrerade har rätt", "lagen.", None),
        ("TyEL:n mukaan", "TyEL:n", "TyEL:n"),
        ("tämän lain mukaan", "lain", None),
    ],
)
def test_longest_name(text: str, head: str, name: str | None) -> None:
    words = text.split()
    span = longest_name(words, words.index(head))
    if name is None:
        assert span is None
    else:
        assert span is not None
        assert " ".join(words[span.start : span.end]) == name
        assert span.statutes == statute_by_form(name)


def test_abbreviations_are_kept_apart() -> None:
    assert "TyEL" in abbreviations()
    assert "TEL" not in abbreviations()
    assert not set(abbreviations()) & set(forms())
