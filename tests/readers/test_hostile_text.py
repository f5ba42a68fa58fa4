"""Hostile text files: each ends in an error or a text within memory and processor time."""

from __future__ import annotations

import datetime
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from bounded import checked, outcome

from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.config import Config
from rekisterilint.limits import Limits

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
_LONG = "Käsittelemme asiakkaidemme tietoja sopimuksen perusteella. " * 40


def _nodes_bomb() -> str:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(["a0: &a0 [x, x, x]", *levels, "purposes: *a11"])


HTML = {
    "nested 25,000 deep": ("<div>" * 25_000 + "teksti", "read 1"),
    "inline elements nested 25,000 deep": ("<b><i>" * 12_500 + "teksti", "read 1"),
    "lists nested 5,000 deep": ("<ul><li>x" * 5_000, "read 5000"),
    "unclosed comments": ("<p>teksti" + "<!--" * 500_000, "read 1"),
    "a tag that never ends": ("<p>teksti<p " + 'a="b" ' * 100_000, "read 1"),
    "end tags without a start": ("<div>" * 500 + "</p></b>x" * 25_000, "read 1"),
    "a cell that spans everything": ("<table><tr><td rowspan=999999999 colspan=999999999>x", "read 1"),
    "references of a million digits": ("<p>&#" + "9" * 1_000_000 + ";", "read 1"),
    "nothing but scripts": ("<script>" + "x" * 1_000_000, "html-without-text"),
}
MARKDOWN = {
    "50,000 open brackets": ("[" * 50_000 + "x", "read 1"),
    "brackets closed by one address": ("[" * 15_000 + "](y)" * 15_000, "read 1"),
    "quotes nested 100,000 deep": (">" * 100_000 + " x", "read 0"),
    "lists nested 50,000 deep": ("- " * 50_000 + "x", "read 0"),
    "a million blanks before a word": (" " * 1_000_000 + "x", "read 1"),
    "a million blanks in a heading": ("# x" + " " * 1_000_000 + "y", "read 1"),
    "signs of emphasis without a pair": ("a**b*c_d__" * 5_000, "read 1"),
    "runs of ticks of every length": ("".join("`" * n + " " for n in range(1, 1000)), "read 1"),
    "definitions that refer to nothing": ("[a]: <b\n" * 5_000, "read 1"),
    "HTML nested 25,000 deep": ("<div>" * 25_000 + "teksti", "read 1"),
}
REGISTER = {
    "aliases of aliases": (_nodes_bomb(), "yaml-too-many-nodes"),
    "10,000 aliases of a long text": (
        f'controller: &a "{"sana " * 6_000}"\npurposes:\n' + "- *a\n" * 10_000, "yaml-too-many-nodes",
    ),
    "an alias that holds itself": ("purposes: &a [*a]", "invalid-yaml"),
    "lists nested 100,000 deep": ("purposes: " + "[" * 100_000, "yaml-too-deep"),
    "keys of keys": ("? " * 100_000 + "x", "yaml-too-deep"),
    "many comments": ("#\n" * 150_000 + "purposes: x", "read 2"),
}  # fmt: skip


def _cases(reader: str, cases: dict[str, tuple[str, str]]) -> list[object]:
    return [pytest.param(reader, *case, id=f"{reader}: {name}") for name, case in cases.items()]


@pytest.mark.parametrize(
    ("reader", "source", "expected"),
    [*_cases("html.reader", HTML), *_cases("markdown.reader", MARKDOWN), *_cases("register.reader", REGISTER)],
)
def test_hostile_markup_is_read_or_refused_in_bounds(reader: str, source: str, expected: str) -> None:
    # The clock of a busy machine must not decide: the processor's time is what is bounded here.
    assert outcome(reader, source.encode(), seconds=12, max_seconds=60) == expected


@pytest.mark.parametrize(
    ("reader", "source"),
    [
        ("html.reader", "<table><tr><td>x</table>" * 200_000),
        ("html.reader", "<pre>" + "x\n" * 1_000_000),
        ("html.reader", "<p>" + "<br>x" * 400_000),
        ("markdown.reader", "x\n" * 500_000),
        ("markdown.reader", "x\n\n" * 400_000),
        ("markdown.reader", "- x\n" * 300_000),
        ("markdown.reader", "[" * 1_000_000),
        ("markdown.reader", "<p>x\n\n" * 200_000),
        ("register.reader", "purposes:\n" + "- sana\n" * 95_000),
    ],
)
def test_a_file_that_takes_too_long_is_given_up_in_time(reader: str, source: str) -> None:
    assert outcome(reader, source.encode(), max_seconds=0.5) == "too-slow"


def _folder(tmp_path: Path, seconds: float) -> Path:
    tmp_path.joinpath("rekisterilint.toml").write_text(f"[limits]\nmax-seconds = {seconds}\n")
    shutil.copy(SAMPLES / "formats" / "kuusiniemi-kirjasto-fi.txt", tmp_path / "hyva.txt")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("rivit.txt", "x\n" * 8_000_000),
        ("otsikot.txt", "1. Rekisteri\n\n" * 800_000),
        ("kentta.yaml", "purposes: |\n" + "  x\n" * 800_000),
        ("taulukot.html", "<table><tr><td>x</table>" * 250_000),
        ("kappaleet.md", "x\n\n" * 1_000_000),
    ],
)
def test_reading_that_takes_too_long_is_given_up_and_the_rest_is_checked(
    tmp_path: Path, name: str, source: str
) -> None:
    folder = _folder(tmp_path, 1)
    folder.joinpath(name).write_text(source)

    done = checked([name, "hyva.txt"], folder, memory=1536 * 2**20, seconds=20)

    assert f"{name}: ei tarkastettu: lukeminen kesti yli 1 s ja keskeytettiin" in done.output
    assert "1 tiedosto tarkastettu" in done.output
    assert done.status == 3


@pytest.mark.parametrize(
    "source",
    [_LONG * 4_000, "a@b.fi 040 123 4567 " * 125_000, "Tietosuojaseloste\n\n1. Rekisteri\n\nx\n\n" * 25_000],
    ids=["10 MB of one line", "contacts", "notices"],
)
def test_checking_that_takes_too_long_is_given_up_and_the_rest_is_checked(
    tmp_path: Path, source: str
) -> None:
    folder = _folder(tmp_path, 1)
    folder.joinpath("paha.txt").write_text(source)

    done = checked(["paha.txt", "hyva.txt"], folder, memory=1536 * 2**20, seconds=25)

    assert "paha.txt: ei tarkastettu: " in done.output
    assert "kesti yli 1 s ja keskeytettiin" in done.output
    assert "1 tiedosto tarkastettu" in done.output
    assert done.status == 3


def test_a_notice_of_five_megabytes_is_given_up_in_time(tmp_path: Path) -> None:
    folder = _folder(tmp_path, 1)
    notice = (SAMPLES / "formats" / "kuusiniemi-kirjasto-fi.txt").read_text(encoding="utf-8")
    tmp_path.joinpath("suuri.txt").write_text(notice * (5_000_000 // len(notice)), encoding="utf-8")

    done = checked(["suuri.txt"], folder, memory=1024 * 2**20, seconds=12)

    assert "kesti yli 1 s ja keskeytettiin" in done.output
    assert done.status == 3


def test_a_gigabyte_of_one_line_is_refused_unread(tmp_path: Path) -> None:
    with tmp_path.joinpath("jatti.txt").open("wb") as stream:
        stream.truncate(2**30)
    folder = _folder(tmp_path, 10)

    done = checked(["jatti.txt", "hyva.txt"], folder, memory=512 * 2**20)

    assert "jatti.txt: ei tarkastettu: tiedosto on liian suuri: 1024 Mt, raja 50 Mt" in done.output
    assert "1 tiedosto tarkastettu" in done.output
    assert done.status == 3


def test_checking_in_a_thread_is_given_up_as_well() -> None:
    # So it is done in dask's workers, where the system's timer is out of reach.
    checker = Checker(CheckOptions("fi", datetime.date(2026, 11, 21)))
    config = Config(limits=Limits(max_seconds=0.5))

    with ThreadPoolExecutor(1) as pool:
        result = pool.submit(checker.check, "paha.txt", config, ("a@b.fi 040 123 4567 " * 100_000).encode()).result()

    assert result.error is not None
    assert result.error["code"] == "check-too-slow"
