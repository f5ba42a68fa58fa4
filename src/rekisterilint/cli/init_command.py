"""`rekisterilint init`: a commented configuration, or a register description."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rekisterilint.cli import exits
from rekisterilint.cli.messages import say
from rekisterilint.cli.requests import UsageError, chosen_language, today
from rekisterilint.readers import ReadError
from rekisterilint.readers.decode import decode
from rekisterilint.readers.messages import error_message
from rekisterilint.reports.plain_words import harmless

if TYPE_CHECKING:
    from rekisterilint.extract.node import Node
    from rekisterilint.interview.conversation import Read

_CONFIG = """\
# Asetukset rekisterilintille. Kaikki avaimet: rekisterilint schema config

# Viestien kieli: fi, sv tai en.
language = "fi"

# Vakavuus, josta alkaen poistumiskoodi on 1: error, warning, info tai never.
fail-on = "error"

# Säännöt, joita ei ajeta. Luettelo: rekisterilint rules
ignore = []

# Rekisterinpitäjän laji, jos sitä ei haluta päätellä selosteesta: public tai private.
# controller-type = "public"

# Seloste on vanhentunut (DOC706), jos sitä ei ole muutettu näin moneen päivään.
maximum-age-days = 1095

# Omat säännöt: tiedostoja tai kansioita.
# rules = ["saannot"]

# Toinen vakavuus säännölle tai ryhmälle.
# [severity]
# DOC706 = "warning"

# Hyväksytyt löydökset tiedostoissa, joihin ei voi kirjoittaa kommenttia.
# [[ignored]]
# file = "vanhat/*.pdf"
# rule = "ADR302"
# quote = "00400 Järvenpää"
# reason = "Korjataan, kun seloste uusitaan"
# expires = "2027-06-30"
"""


_DESCRIPTION = "rekisteriseloste.yaml"


def run_init_command(folder: Path, register: bool, lang: str) -> int:
    """Write `rekisterilint.toml` (and a description) to `folder`; nothing is overwritten."""
    try:
        language = chosen_language(lang)
    except UsageError as error:
        print(f"rekisterilint: {error}", file=sys.stderr)
        return exits.USAGE
    files = {"rekisterilint.toml": _CONFIG}
    if register:
        files[_DESCRIPTION] = _empty_description(language)
    status = exits.CLEAN
    for name, content in files.items():
        path = folder / name
        try:
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(content)
            print(say("written", language, path=path))
        except FileExistsError:
            print(f"rekisterilint: {say('exists', language, path=path)}", file=sys.stderr)
            status = exits.USAGE
        except OSError as error:
            print(f"rekisterilint: {say('cannot-write', language, path=path, reason=error.strerror)}", file=sys.stderr)
            status = exits.USAGE
    return status


def _empty_description(language: str) -> str:
    """A description in which all that an official must know is left open."""
    from rekisterilint.extract.writer import write_description
    from rekisterilint.interview import describe

    fields = describe({}, language)
    kept = {name: fields[name] for name in ("name", "language", "complaint")}
    return write_description(kept, None, _DESCRIPTION, language)


def run_init_notice(
    folder: Path, notice: bool, answers: Path | None, output: Path | None, lang: str
) -> int:
    """Ask for what a notice must tell, or take it from `answers`, and write a description.

    Nothing is overwritten. 2 for answers that can't be right and for questions that were stopped.
    """
    from rekisterilint.interview import AnswersError, Stopped

    language = "fi"
    try:
        language = chosen_language(lang)
        if not notice:
            raise UsageError(say("answers-needed", language))
        path = output or folder / _DESCRIPTION
        if path.exists():
            raise UsageError(say("exists", language, path=path))
        return _write_described(path, answers, language)
    except UsageError as error:
        message = str(error)
    except AnswersError as error:
        message = say("answers-wrong", language, problems=harmless(str(error)))
    except ReadError as error:
        message = f"{answers}: {error_message(error.code, error.values, language)}"
    except (Stopped, KeyboardInterrupt):
        print(file=sys.stderr)
        message = say("interview-stopped", language)
    print(f"rekisterilint: {message}", file=sys.stderr)
    return exits.USAGE


def _write_described(path: Path, answers: Path | None, language: str) -> int:
    from rekisterilint.extract.writer import write_description
    from rekisterilint.interview import (
        AnswersError,
        answers_from_file,
        converse,
        describe,
        hold_interview,
    )

    problems: list[tuple[str, str]] = []
    if answers is not None:
        try:
            source = decode(answers.read_bytes()).text
        except OSError as error:
            raise UsageError(f"{answers}: {error.strerror}") from error
        ask, problems = answers_from_file(source, answers.name, language, today())
    else:
        ask = converse(_reader(language), sys.stderr, language, today())
    given = hold_interview(ask)
    if problems:
        raise AnswersError(problems)
    fields = describe(given, language)
    content = write_description(fields, None, path.name, language)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(content)
    except OSError as error:
        raise UsageError(say("cannot-write", language, path=path, reason=error.strerror)) from error
    print(say("written", language, path=path))
    left_open = _left_open(fields, language)
    if left_open:
        print(say("left-open", language, elements=", ".join(left_open)))
    return exits.CLEAN


def _reader(language: str) -> Read:
    from rekisterilint.interview import by_lines
    from rekisterilint.interview.terminal import can_check_while_typing, typed

    if can_check_while_typing(sys.stdin, sys.stderr):
        return typed(language, today())
    return by_lines(sys.stdin.readline, sys.stderr)


def _left_open(fields: Mapping[str, Node], language: str) -> list[str]:
    """The names of the elements that the description does not state yet."""
    from rekisterilint.catalogue import load_catalogue
    from rekisterilint.engine import Engine
    from rekisterilint.extract.fit import described
    from rekisterilint.reports.wording import ELEMENT_NAMES

    elements = described(fields, Engine(load_catalogue())).elements
    return [ELEMENT_NAMES[key][language] for key, result in elements.items() if result.status.is_short]
