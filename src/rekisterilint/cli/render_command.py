"""`rekisterilint render`: the notice that a structured description stands for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from rekisterilint.cli import exits
from rekisterilint.cli.files import write_file
from rekisterilint.cli.messages import say
from rekisterilint.cli.requests import UsageError, check_value, chosen_language
from rekisterilint.limits import Limits
from rekisterilint.readers import ReadError, file_bytes
from rekisterilint.readers.deadline import work_in_time
from rekisterilint.readers.messages import error_message
from rekisterilint.readers.register.schema import problems
from rekisterilint.render import NoticeModel, TemplateFaultError, notice_model, render_template
from rekisterilint.reports.plain_words import harmless

FORMATS = ("markdown", "html", "docx")
_LIMITS = Limits()


def run_render_command(
    path: Path, format_: str, lang: str, template: Path | None, output: Path | None
) -> int:
    """Write the notice of the description at `path`; 2 for a faulty template, 3 for no description."""
    language = "fi"
    try:
        language = chosen_language(lang)
        check_value("--format", format_, FORMATS, language)
        if format_ == "docx" and output is None:
            raise UsageError(say("render-docx-output", language))
        data = file_bytes(path, _LIMITS)

        def render() -> tuple[bytes, list[str]]:
            model = notice_model(data, path.name, lang)
            return _written(model, format_, template), _remarks(model, data, path, language)

        written, remarks = work_in_time(_LIMITS, render)
    except UsageError as error:
        return _refused(str(error), exits.USAGE)
    except TemplateFaultError as error:
        return _refused(say("template-fault", language, fault=harmless(str(error))), exits.USAGE)
    except ReadError as error:
        message = error_message(error.code, error.values, language)
        return _refused(f"{harmless(str(path))}: {message}", exits.UNREAD)
    except OSError as error:
        return _refused(f"{harmless(str(template or path))}: {error.strerror}", exits.UNREAD)
    if output is None:
        sys.stdout.write(written.decode())
    else:
        try:
            write_file(output, written)
        except OSError as error:
            reason = error.strerror or os.strerror(error.errno or 5)
            return _refused(say("cannot-write", language, path=output, reason=reason), exits.USAGE)
    for remark in remarks:
        print(remark, file=sys.stderr)
    return exits.CLEAN


def _written(model: NoticeModel, format_: str, template: Path | None) -> bytes:
    if format_ == "docx":
        from rekisterilint.render.docx import render_docx

        return render_docx(model, template)
    return render_template(model, format_, template).encode()


def _remarks(model: NoticeModel, data: bytes, path: Path, language: str) -> list[str]:
    """What the description lacks or has wrong, a line each."""
    remarks = []
    if model.untranslated:
        paths = harmless(", ".join(model.untranslated))
        remarks.append(say("render-untranslated", language, lang=model.language, paths=paths))
    for problem in problems(data, path.name):
        words = say(
            "render-incomplete", language, path=harmless(str(path)), line=problem.line,
            column=problem.column, problem=harmless(problem.message[language]),
        )  # fmt: skip
        remarks.append(words)
    return remarks


def _refused(message: str, status: int) -> int:
    print(f"rekisterilint: {message}", file=sys.stderr)
    return status
