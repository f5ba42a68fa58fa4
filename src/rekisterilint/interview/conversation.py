"""The questions asked at a terminal: each answer is checked at once, a wrong one asked again."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import TextIO

from rekisterilint.interview.questions import Ask, Question
from rekisterilint.interview.validate import VALIDATORS, Value, WrongAnswerError

_INTRODUCTION = {
    "fi": "Vastaa kysymyksiin. Tyhjä rivi jättää kohdan auki; Ctrl-C lopettaa kirjoittamatta mitään.\n",
    "sv": "Besvara frågorna. En tom rad lämnar punkten öppen; Ctrl-C avslutar utan att skriva något.\n",
    "en": "Answer the questions. An empty line leaves one open; Ctrl-C stops and writes nothing.\n",
}
_LIST = {
    "fi": " (yksi riville, tyhjä rivi lopettaa)",
    "sv": " (en per rad, en tom rad avslutar)",
    "en": " (one a line, an empty line ends)",
}
_MORE = {
    "fi": " (seuraava tarkoitus; tyhjä rivi, jos muita ei ole)",
    "sv": " (nästa ändamål; en tom rad om det inte finns fler)",
    "en": " (the next purpose; an empty line if there are no more)",
}


class Stopped(Exception):  # noqa: N818 - no error: the user's own choice
    """The input ended before the questions did."""


def converse(
    read_line: Callable[[], str], out: TextIO, language: str, today: datetime.date
) -> Ask:
    """What asks a question on `out` and reads its answer; `read_line` gives "" at the end of input.

    The asking function raises Stopped when the input ends.
    """
    out.write(_INTRODUCTION[language])

    def ask(question: Question, key: str) -> Value | None:
        if question.kind == "list":
            found = list(_lines(question, language, today, read_line, out))
            return found or None
        more = _MORE[language] if key.startswith("purposes[") and not key.startswith("purposes[0]") and question.key == "description" else ""
        return _one(question, f"{question.words(language)}{more}: ", language, today, read_line, out)

    return ask


def _lines(
    question: Question, language: str, today: datetime.date, read_line: Callable[[], str], out: TextIO
) -> Iterator[str]:
    out.write(f"{question.words(language)}{_LIST[language]}\n")
    while (answer := _one(question, "- ", language, today, read_line, out)) is not None:
        yield str(answer)


def _one(
    question: Question, prompt: str, language: str, today: datetime.date,
    read_line: Callable[[], str], out: TextIO,
) -> Value | None:  # fmt: skip
    while True:
        out.write(prompt)
        out.flush()
        line = read_line()
        if not line:
            raise Stopped
        raw = " ".join("".join(char if char.isprintable() else " " for char in line).split())
        if not raw:
            return None
        try:
            return VALIDATORS[question.kind](raw, language, today)
        except WrongAnswerError as error:
            out.write(f"  {error.reason}\n")
