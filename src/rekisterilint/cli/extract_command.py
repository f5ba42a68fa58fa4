"""`rekisterilint extract`: a notice as a structured register description."""

from __future__ import annotations

import sys
from pathlib import Path

from rekisterilint.catalogue import CatalogueError
from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.cli import exits
from rekisterilint.cli.files import write_file
from rekisterilint.cli.messages import say
from rekisterilint.cli.requests import UsageError, chosen_language, config_finder, today
from rekisterilint.config import ConfigError
from rekisterilint.extract import Extraction, NotANoticeError, extract
from rekisterilint.readers import ReadError, read_bytes, read_file
from rekisterilint.readers.messages import error_message
from rekisterilint.reports.plain_words import harmless
from rekisterilint.reports.wording import ELEMENT_NAMES, word


def run_extract_command(
    path: str, output: Path | None, lang: str, config: Path | None, no_config: bool, stdin_name: str
) -> int:
    """Write the description of the notice at `path`; nothing of what is no notice (status 3)."""
    language = "fi"
    try:
        language = chosen_language(lang)
        extraction = _extraction(path, language, config, no_config, stdin_name)
    except (UsageError, ConfigError, CatalogueError) as error:
        return _refused(str(error), exits.USAGE)
    except ReadError as error:
        message = error_message(error.code, error.values, language)
        return _refused(f"{harmless(path)}: {message}", exits.UNREAD)
    except NotANoticeError as error:
        return _refused(say(f"extract-{error.code}", language, path=harmless(path)), exits.UNREAD)
    if output is None:
        sys.stdout.write(extraction.source)
    else:
        try:
            write_file(output, extraction.source.encode())
        except OSError as error:
            return _refused(
                say("cannot-write", language, path=output, reason=error.strerror), exits.USAGE
            )
    _remark(extraction, language)
    return exits.CLEAN


def _extraction(
    path: str, language: str, config: Path | None, no_config: bool, stdin_name: str
) -> Extraction:
    if path == "-" and not stdin_name:
        raise UsageError(say("stdin-filename", language))
    name = Path(stdin_name if path == "-" else path)
    settings = config_finder(config, no_config).for_file(name)
    engine = Checker(CheckOptions(language, today())).engine(settings)
    if path == "-":
        data = sys.stdin.buffer.read()
        text = read_bytes(data, name.name, settings.limits, engine.heading_words)
    else:
        text = read_file(name, settings.limits, engine.heading_words)
    return extract(text, engine, name.name, language)


def _remark(extraction: Extraction, language: str) -> None:
    """Say on standard error where the description falls short of the notice."""
    if extraction.others:
        print(say("extract-others", language, count=extraction.others), file=sys.stderr)
    for difference in extraction.differences:
        words = say(
            "extract-difference",
            language,
            element=ELEMENT_NAMES[difference.element][language],
            notice=word(difference.notice, language),
            description=word(difference.description, language),
        )
        print(words, file=sys.stderr)


def _refused(message: str, status: int) -> int:
    print(f"rekisterilint: {message}", file=sys.stderr)
    return status
