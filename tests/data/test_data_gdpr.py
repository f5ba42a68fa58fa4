"""Which provisions the GDPR has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.data import gdpr


@pytest.mark.parametrize(
    ("article", "paragraph", "point"),
    [
        (6, None, None),
        (6, 1, None),
        (6, 1, "f"),
        (6, 1, "F"),
        (6, None, "f"),
        (6, 4, "e"),
        (9, 2, "j"),
        (10, None, None),
        (13, 1, "f"),
        (14, 5, "d"),
        (15, 1, "h"),
        (22, 4, None),
        (4, 7, None),  # a definition, cited as 4 artiklan 7 kohta
        (4, 26, None),
        (4, 16, "b"),
        (50, None, "d"),
        (58, 2, "j"),
        (83, 5, "e"),
        (92, 5, None),
        (99, 2, None),
    ],
)
def test_what_it_has(article: int, paragraph: int | None, point: str | None) -> None:
    assert gdpr.exists(article, paragraph, point) is True


@pytest.mark.parametrize(
    ("article", "paragraph", "point"),
    [
        (6, 1, "g"),  # the slip of RULES LAW406
        (120, None, None),
        (100, None, None),
        (0, None, None),
        (-1, 1, "a"),
        (6, 5, None),
        (6, 0, None),
        (9, 2, "k"),
        (10, 1, None),  # its paragraphs are not numbered
        (16, 2, None),
        (13, 5, None),
        (4, 27, None),
        (4, 16, "c"),
        (22, 2, "d"),
    ],
)
def test_what_it_has_not(article: int, paragraph: int | None, point: str | None) -> None:
    assert gdpr.exists(article, paragraph, point) is False


@pytest.mark.parametrize(
    ("article", "paragraph", "point"), [(6, 2, "a"), (6, None, "k"), (7, 3, "a"), (4, 7, "a")]
)
def test_points_that_nobody_checked_are_not_known(
    article: int, paragraph: int | None, point: str
) -> None:
    assert gdpr.exists(article, paragraph, point) is None


def test_titles() -> None:
    assert gdpr.title(13) == "Toimitettavat tiedot, kun henkilötietoja kerätään rekisteröidyltä"
    assert gdpr.title(6) == "Käsittelyn lainmukaisuus"
    assert gdpr.title(120) == ""


def test_there_are_99_articles() -> None:
    assert list(gdpr.articles()) == list(range(1, 100))
    assert all(gdpr.exists(article) for article in gdpr.articles())
    assert gdpr.paragraphs(13) == (1, 2, 3, 4)
    assert gdpr.paragraphs(10) == ()


@given(st.integers(-5, 150), st.none() | st.integers(-1, 40), st.none() | st.characters())
def test_what_has_a_point_has_its_paragraph_and_article(
    article: int, paragraph: int | None, point: str | None
) -> None:
    if gdpr.exists(article, paragraph, point):
        assert gdpr.exists(article, paragraph)
        assert gdpr.exists(article)
    if not gdpr.exists(article):
        assert gdpr.exists(article, paragraph, point) is False
