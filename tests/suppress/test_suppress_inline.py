from __future__ import annotations

import datetime

import pytest

from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.config import Config
from rekisterilint.results import FileResult

TODAY = datetime.date(2026, 11, 21)
WRONG = "Kirkkokatu 1, 00400 Järvenpää"
COMMENT = "<!-- rekisterilint: ignore ADR302: postilokero -->"


def check(name: str, source: str, *, ignores: bool = True, select: tuple[str, ...] = ("ADR302",)) -> FileResult:
    checker = Checker(CheckOptions("en", TODAY, ignores=ignores))
    return checker.check(name, Config(select=select), source.encode())


def places(result: FileResult) -> list[int]:
    assert result.document is not None
    return [finding["line"] for finding in result.document["findings"]]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (f"{COMMENT}\n{WRONG}\n\nKirkkokatu 1, 00500 Järvenpää", [6]),
        (f"{COMMENT}\n\n{WRONG}", []),
        (f"{WRONG} {COMMENT}\n\nPuistotie 2, 33100 Tampere", [3]),
        (f"{COMMENT}\n\n| Nimi | Osoite |\n|---|---|\n| Kirjaamo | {WRONG} |", []),
        (f"| Nimi | Osoite |\n|---|---|\n| Kirjaamo | {WRONG} |\n\n{COMMENT}", [5]),
        (f"- yksi\n{COMMENT}\n- {WRONG}\n- Kirkkokatu 1, 00500 Järvenpää", [6]),
    ],
)
def test_a_comment_counts_for_the_next_block(body: str, left: list[int]) -> None:
    assert places(check("a.md", f"# Tietosuojaseloste\n\n{body}\n")) == left


def test_in_html_too() -> None:
    page = f"<h1>Tietosuojaseloste</h1>\n{COMMENT}\n<p>Osoite:<br>{WRONG}</p>\n<p>Kirkkokatu 1, 00500 Järvenpää</p>"
    result = check("a.html", page)
    assert places(result) == [4]
    assert [(f["by"], f["reason"]) for f in result.suppressed] == [("comment", "postilokero")]
    assert places(check("a.html", page, ignores=False)) == [3, 4]


def test_what_an_option_leaves_out_is_not_called_unused() -> None:
    source = f"# Tietosuojaseloste\n\n{COMMENT}\n{WRONG}\n"
    assert check("a.md", source, select=("LAW401",)).notes == ()


def test_a_comment_that_speaks_of_two_rules_is_used_by_either() -> None:
    both = COMMENT.replace("ADR302", "LAW401, ADR")
    assert check("a.md", f"# Tietosuojaseloste\n\n{both}\n{WRONG}\n").notes == ()


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_comment_in_plain_text_is_no_suppression(name: str) -> None:
    source = f"Tietosuojaseloste\n\n# rekisterilint: ignore ADR302: syy\n{WRONG}\n"
    assert places(check(name, source)) == [4]
