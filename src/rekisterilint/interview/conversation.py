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


# What shows a prompt and reads an answer of a kind.
Read = Callable[[str, str], str]


class Stopped(Exception):  # noqa: N818 - no error: the user's own choice
    """The input ended before the questions did."""


def by_lines(read_line: Callable[[], str], out: TextIO) -> Read:
    """What reads answers line by line; `read_line` gives "" at the end of input, which is Stopped."""

    def read(prompt: str, kind: str) -> str:
        out.write(prompt)
        out.flush()
        line = read_line()
        if not line:
            raise Stopped
        return line

    return read


def converse(read: Read, out: TextIO, language: str, today: datetime.date) -> Ask:
    """What asks a question and reads its answer by `read`; remarks go to `out`.

    The asking function raises Stopped when the input ends.
    """
    out.write(_INTRODUCTION[language])
    out.flush()

    def ask(question: Question, key: str) -> Value | None:
        if question.kind == "list":
            found = list(_lines(question, language, today, read, out))
            return found or None
        more = _MORE[language] if key.startswith("purposes[") and not key.startswith("purposes[0]") and question.key == "description" else ""
        return _one(question, f"{question.words(language)}{more}: ", language, today, read, out)

    return ask


def _lines(
    question: Question, language: str, today: datetime.date, read: Read, out: TextIO
) -> Iterator[str]:
    out.write(f"{question.words(language)}{_LIST[language]}\n")
    out.flush()
    while (answer := _one(question, "- ", language, today, read, out)) is not None:
        yield str(answer)


def _one(
    question: Question, prompt: str, language: str, today: datetime.date, read: Read, out: TextIO
) -> Value | None:
    while True:
        raw = one_line(read(prompt, question.kind))
        if not raw:
            return None
        try:
            return VALIDATORS[question.kind](raw, language, today)
        except WrongAnswerError as error:
            out.write(f"  {error.reason}\n")


def one_line(words: str) -> str:
    """An answer as it counts: without control characters, line ends and blanks at its ends."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())
