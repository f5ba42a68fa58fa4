"""`rekisterilint extract`: a notice as a structured register description."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rekisterilint.catalogue import CatalogueError
from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.cli import exits
from rekisterilint.cli.files import write_file
from rekisterilint.cli.messages import say
from rekisterilint.cli.requests import UsageError, chosen_language, config_finder, today
from rekisterilint.config import Config, ConfigError
from rekisterilint.engine import Engine
from rekisterilint.extract import Extraction, NotANoticeError, extract, extract_each
from rekisterilint.readers import ReadError, read_bytes, read_file
from rekisterilint.readers.deadline import work_in_time
from rekisterilint.readers.messages import error_message
from rekisterilint.reports.plain_words import harmless
from rekisterilint.reports.wording import ELEMENT_NAMES, word
from rekisterilint.text import Text


def run_extract_command(
    path: str, output: str, lang: str, config: Path | None, no_config: bool, stdin_name: str,
    number: int = 0,
) -> int:  # fmt: skip
    """Write the description of the notice at `path`; nothing of what is no notice (status 3).

    `output` is a file, or a folder (it exists or the name ends with a slash), into which every
    notice of the file goes; empty for standard output. `number` chooses a notice, counted from 1;
    0 leaves the choice: the first, or all of them into a folder.
    """
    language = "fi"
    try:
        language = chosen_language(lang)
        name = _name(path, stdin_name, language)
        settings = config_finder(config, no_config).for_file(name)
        engine = Checker(CheckOptions(language, today())).engine(settings)
        text = _text(path, name, settings, engine)
        folder = _folder(output)
        each = folder is not None and not number

        def draw() -> list[Extraction]:
            if each:
                return list(extract_each(text, engine, name.name, language))
            return [_chosen(text, engine, name.name, language, number or 1)]

        drawn = work_in_time(settings.limits, draw)
        if folder is not None and each:
            _write_each(folder, name.stem, drawn, language)
        else:
            _write(_made(folder, language) / f"{name.stem}.yaml" if folder else output, drawn[0], language)
        _remark(drawn, language, chosen=bool(number))
    except (UsageError, ConfigError, CatalogueError) as error:
        return _refused(str(error), exits.USAGE)
    except ReadError as error:
        message = error_message(error.code, error.values, language)
        return _refused(f"{harmless(path)}: {message}", exits.UNREAD)
    except NotANoticeError as error:
        return _refused(say(f"extract-{error.code}", language, path=harmless(path)), exits.UNREAD)
    return exits.CLEAN


def _name(path: str, stdin_name: str, language: str) -> Path:
    if path == "-" and not stdin_name:
        raise UsageError(say("stdin-filename", language))
    return Path(stdin_name if path == "-" else path)


def _text(path: str, name: Path, settings: Config, engine: Engine) -> Text:
    if path == "-":
        data = sys.stdin.buffer.read(settings.limits.max_bytes + 1)
        return read_bytes(data, name.name, settings.limits, engine.heading_words)
    return read_file(name, settings.limits, engine.heading_words)


def _chosen(text: Text, engine: Engine, file: str, language: str, number: int) -> Extraction:
    try:
        return extract(text, engine, file, language, number)
    except IndexError as error:
        raise UsageError(say("extract-number", language, count=error.args[0])) from error


def _folder(output: str) -> Path | None:
    """The folder that `output` names, if it is none of a file."""
    seps = tuple(sep for sep in ("/", os.sep, os.altsep) if sep)
    path = Path(output)
    return path if output and (output.endswith(seps) or path.is_dir()) else None


def _write_each(folder: Path, stem: str, drawn: Sequence[Extraction], language: str) -> None:
    """A file for each notice, named by its language, or by its number where that does not tell."""
    _made(folder, language)
    languages = [extraction.language for extraction in drawn]
    for number, extraction in enumerate(drawn, 1):
        mark = extraction.language if len(set(languages)) == len(languages) else str(number)
        path = folder / (f"{stem}-{mark}.yaml" if len(drawn) > 1 else f"{stem}.yaml")
        _write(path, extraction, language)
        print(say("written", language, path=harmless(str(path))))


def _made(folder: Path, language: str) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(say("cannot-write", language, path=folder, reason=error.strerror)) from error
    return folder


def _write(output: Path | str, extraction: Extraction, language: str) -> None:
    if not output:
        sys.stdout.write(extraction.source)
        return
    path = Path(output)
    try:
        write_file(path, extraction.source.encode())
    except OSError as error:
        reason = error.strerror
        raise UsageError(say("cannot-write", language, path=path, reason=reason)) from error


def _remark(drawn: Sequence[Extraction], language: str, *, chosen: bool) -> None:
    """Say on standard error where the descriptions fall short of the notice."""
    left = drawn[0].others + 1 - len(drawn)
    if left and not chosen:
        print(say("extract-others", language, count=left), file=sys.stderr)
    for extraction in drawn:
        for difference in extraction.differences:
            words = say(
                "extract-difference",
                language,
                element=ELEMENT_NAMES[difference.element][language],
                notice=word(difference.notice, language),
                description=word(difference.description, language),
            )
            of = f"{extraction.language}: " if len(drawn) > 1 else ""
            print(f"{of}{words}", file=sys.stderr)


def _refused(message: str, status: int) -> int:
    print(f"rekisterilint: {message}", file=sys.stderr)
    return status
