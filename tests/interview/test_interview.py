"""Questions, answers and what they make: from a file, through a stream and at a terminal."""

from __future__ import annotations

import datetime
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from rekisterilint.catalogue import load_catalogue
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine
from rekisterilint.extract.writer import write_description
from rekisterilint.interview import (
    AnswersError,
    Stopped,
    answers_from_file,
    by_lines,
    converse,
    describe,
    hold_interview,
)
from rekisterilint.interview.validate import VALIDATORS, WrongAnswerError
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes

TODAY = datetime.date(2026, 11, 21)
ANSWERS = Path(__file__).parent / "answers"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_catalogue(), Settings(TODAY))


def from_file(source: str, language: str = "fi") -> tuple[dict[str, Any], list[tuple[str, str]]]:
    ask, problems = answers_from_file(source, "a.yaml", language, TODAY)
    return hold_interview(ask), problems


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_full_answers_make_a_description_without_fault(engine: Engine, language: str) -> None:
    answers, problems = from_file((ANSWERS / f"{language}.yaml").read_text(encoding="utf-8"), language)
    assert not problems
    data = write_description(describe(answers, language), None, "a.yaml", language).encode()
    document = engine.check(read_bytes(data, "a.yaml", Limits(), engine.heading_words), "a.yaml")
    assert document.language == language
    assert [(finding.rule.id, finding.excerpt) for finding in document.findings] == []


def test_what_is_left_open_is_all_that_is_missing(engine: Engine) -> None:
    full = YAML(typ="safe").load((ANSWERS / "fi.yaml").read_text(encoding="utf-8"))
    for key in ("retention", "transfers", "dpo"):
        del full[key]
    stream = io.StringIO()
    YAML().dump(full, stream)
    answers, _ = from_file(stream.getvalue())
    source = write_description(describe(answers, "fi"), None, "a.yaml", "fi")
    document = engine.check(read_bytes(source.encode(), "a.yaml", Limits(), engine.heading_words), "a")
    short = {key for key, result in document.elements.items() if result.status.is_short}
    assert short == {"retention", "transfers", "dpo"}
    assert "\n# retention:\n" in source


def test_wrong_answers_of_a_file_are_all_named() -> None:
    _, problems = from_file(
        "controller: {name: X Oy, street: Katu 1, postal: 00400 Järvenpää, phone: '09 1'}\n"
        "date: 1.1.2030\npurposes: [{description: Myynti., legal_bases: g}]\nspecial: ehkä\nname: 3\n"
        "recipients: [{a: b}]\n".replace("recipients: [{a: b}]\n", "")
    )
    assert {key for key, _ in problems} == {
        "controller.postal", "controller.phone", "date", "purposes[0].legal_bases", "special", "name",
    }  # fmt: skip


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(AnswersError) as caught:
        from_file("controller: {nmae: X}\n")
    assert caught.value.problems[0][0] == "controller.nmae"


@pytest.mark.parametrize(
    ("kind", "wrong", "right"),
    [
        ("phone", "09 1", "09 271 971"),
        ("phone", "soita", "+358 40 123 4567"),
        ("email", "a@@b.fi", "a.b@kuusiniemi.example"),
        ("email", "etunimi.sukunimi@x.fi", "kirjaamo@x.fi"),
        ("postal", "00400 Järvenpää", "04400 Järvenpää"),
        ("postal", "99998 Helsinki", "00100 Helsingfors"),
        ("postal", "Helsinki", "00100 Helsinki"),
        ("date", "31.2.2026", "28.2.2026"),
        ("date", "22.11.2026", "2026-11-21"),
        ("business-id", "1234567-2", "3998214-4"),
        ("yes-no", "ehkä", "Kyllä"),
        ("bases", "g", "a, e"),
        ("bases", "", "suostumus ja yleinen etu"),
        ("text", "---", "Kirjasto"),
    ],
)
def test_answers_are_checked(kind: str, wrong: str, right: str) -> None:
    for language in ("fi", "sv", "en"):
        with pytest.raises(WrongAnswerError) as caught:
            VALIDATORS[kind](wrong, language, TODAY)
        assert caught.value.reason
    VALIDATORS[kind](right, "fi", TODAY)


def test_a_wrong_postal_code_is_explained() -> None:
    with pytest.raises(WrongAnswerError) as caught:
        VALIDATORS["postal"]("00400 Järvenpää", "fi", TODAY)
    assert caught.value.reason.startswith("Postinumeron 00400 postitoimipaikka on Helsinki. Tarkoititko 04400")


def test_a_wrong_answer_is_asked_again() -> None:
    lines = iter(["Kirjasto\n", "31.2.2026\n", "28.2.2026\n", "Kaupunki\n", "ehkä\n", "k\n"])
    out = io.StringIO()
    seen: dict[str, Any] = {}
    ask = converse(by_lines(lambda: next(lines, ""), out), out, "fi", TODAY)

    def remembered(question: Any, key: str) -> Any:
        seen[key] = ask(question, key)
        return seen[key]

    with pytest.raises(Stopped):
        hold_interview(remembered)
    assert seen == {"name": "Kirjasto", "date": "2026-02-28", "controller.name": "Kaupunki", "controller.public": True}
    assert "31.2.2026 ei ole päivämäärä" in out.getvalue()
    assert out.getvalue().count("(k/e)") == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_questions_at_a_terminal(tmp_path: Path) -> None:
    import pty

    leader, follower = pty.openpty()
    path = tmp_path / "kuvaus.yaml"
    process = subprocess.Popen(
        [sys.executable, "-m", "rekisterilint", "init", "--notice", "-o", str(path)],
        stdin=follower, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUTF8": "1", "REKISTERILINT_TODAY": TODAY.isoformat()},
    )  # fmt: skip
    os.close(follower)
    answers = ["Kirjaston rekisteri", "32.1.2026", "2.3.2026", "Kuusiniemen kaupunki", "k"]
    os.write(leader, ("\n".join(answers) + "\n" * 60).encode())
    out, err = process.communicate(timeout=120)
    os.close(leader)
    assert process.returncode == 0, err
    assert "32.1.2026 ei ole päivämäärä" in err.decode()
    assert "jäi auki" in out.decode()
    described = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    assert (described["name"], described["date"]) == ("Kirjaston rekisteri", "2026-03-02")
    assert described["controller"] == {"name": "Kuusiniemen kaupunki", "public": True}
