"""Answers from a file: the questions' keys with their answers, as YAML or JSON."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from rekisterilint.interview.questions import (
    CLOSING,
    MOST_PURPOSES,
    OPENING,
    PURPOSE,
    Ask,
    Question,
)
from rekisterilint.interview.validate import VALIDATORS, Value, WrongAnswerError, kind_error
from rekisterilint.readers.register.nodes import parse

_UNKNOWN = {"fi": "tuntematon kohta", "sv": "okänd punkt", "en": "unknown key"}
_NUMBER = re.compile(r"\[\d+\]")


class AnswersError(Exception):
    """Answers that can't be right; `problems` are (key, reason) pairs."""

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{key}: {reason}" for key, reason in problems))
        self.problems = problems


def answers_from_file(
    source: str, name: str, language: str, today: datetime.date
) -> tuple[Ask, list[tuple[str, str]]]:
    """What answers a question from the file, and the list in which it puts what is wrong.

    Keys may be nested (`controller: {name: …}`) or written out (`controller.name`). Raises
    ReadError for what is no YAML or JSON, AnswersError for unknown keys.
    """
    given = parse(source, is_json=name.lower().endswith(".json")).plain()
    if not isinstance(given, dict):
        raise AnswersError([("", kind_error(language).reason)])
    flat = dict(_flat("", given))
    known = {question.key for question in (*OPENING, *CLOSING)}
    known |= {f"purposes[].{question.key}" for question in PURPOSE}
    unknown = [
        key for key in flat
        if _NUMBER.sub("[]", key) not in known or key.startswith(f"purposes[{MOST_PURPOSES}]")
    ]
    if unknown:
        raise AnswersError([(key, _UNKNOWN[language]) for key in unknown])
    problems: list[tuple[str, str]] = []

    def ask(question: Question, key: str) -> Value | None:
        raw = flat.get(key)
        if raw is None or raw == "" or raw == []:
            return None
        try:
            return _checked(question, raw, language, today)
        except WrongAnswerError as error:
            problems.append((key, error.reason))
            # Taken as given, so that what hangs on it is checked too.
            return raw if isinstance(raw, (str, bool)) else None

    return ask, problems


def _checked(question: Question, raw: Any, language: str, today: datetime.date) -> Value:
    check = VALIDATORS[question.kind]
    if question.kind == "yes-no" and isinstance(raw, bool):
        return raw
    if question.kind in ("list", "bases"):
        items = raw if isinstance(raw, list) else [raw]
        if not all(isinstance(item, str) for item in items):
            raise kind_error(language)
        words = [" ".join(item.split()) for item in items]
        if question.kind == "bases":
            return check(", ".join(words), language, today)
        return [str(check(item, language, today)) for item in words]
    if not isinstance(raw, str):
        raise kind_error(language)
    return check(" ".join(raw.split()), language, today)


def _flat(prefix: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(f"{prefix}.{name}" if prefix else str(name), inner)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for number, item in enumerate(value):
            yield from _flat(f"{prefix}[{number}]", item)
    else:
        yield prefix, value
