"""Jinja2 templates: the project's own and a user's, in a sandbox."""

from __future__ import annotations

import re
import traceback
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rekisterilint.render.model import NoticeModel

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_OWN = {"markdown": "notice.md.j2", "html": "notice.html.j2"}
_MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>&|~])")
# What would begin a list, heading, quotation or rule at the start of a line.
_MARKDOWN_START = re.compile(r"(\s*)([#+\-=>]|(\d{1,9})(?=[.)]))")
_LINKED = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:)])|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_CONTENTS = {"fi": "Sisältö", "sv": "Innehåll", "en": "Contents"}


class TemplateFaultError(Exception):
    """A template that can't be used: its name, the line (0 if unknown) and the reason."""

    def __init__(self, name: str, line: int, reason: str) -> None:
        super().__init__(f"{name}:{line}: {reason}" if line else f"{name}: {reason}")
        self.name = name
        self.line = line
        self.reason = reason


def render_template(model: NoticeModel, format_: str, template: Path | None = None) -> str:
    """The notice as `markdown` or `html`, by the user's `template` or the project's own.

    A template of the user's sees `notice` (title, dated, language, sections with field, heading,
    blocks, groups) and may extend the project's (`notice.md.j2`, `notice.html.j2`). Raises
    TemplateFaultError with the template's name and line, for one that can't be read too.
    """
    from jinja2 import TemplateError, TemplateSyntaxError

    name = template.name if template is not None else _OWN[format_]
    try:
        environment = _environment(format_, template)
        return environment.get_template(name).render(
            notice=model, contents=_CONTENTS[model.language]
        )
    except TemplateSyntaxError as error:
        raise TemplateFaultError(error.name or name, error.lineno, error.message or "") from error
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, TemplateError):  # an include of what is not there
            place, line = _place(error, name)
            raise TemplateFaultError(place, line, f"no template {error}") from error
        reason = getattr(error, "strerror", None) or str(error)
        raise TemplateFaultError(str(template or name), 0, reason) from error
    except Exception as error:
        # A template may fail in any way that Python can: each is the template's fault.
        place, line = _place(error, name)
        reason = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        raise TemplateFaultError(place, line, reason or type(error).__name__) from error


def _environment(format_: str, template: Path | None) -> SandboxedEnvironment:
    from jinja2 import ChoiceLoader, DictLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    folder = files("rekisterilint.render") / "templates"
    own = {name: (folder / name).read_text(encoding="utf-8") for name in _OWN.values()}
    given = {template.name: template.read_text(encoding="utf-8")} if template is not None else {}
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([DictLoader(given), DictLoader(own)]),
        autoescape=format_ == "html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["markdown"] = markdown_escaped
    environment.filters["linked"] = linked
    return environment


def _place(error: Exception, name: str) -> tuple[str, int]:
    """The innermost line of a template in the traceback of `error`."""
    known = {name, *_OWN.values()}
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).name in known and frame.lineno:
            return Path(frame.filename).name, frame.lineno
        if frame.filename in ("<template>", "<unknown>") and frame.lineno:
            return name, frame.lineno
    return name, 0


def markdown_escaped(words: str) -> str:
    """Words that Markdown shows as they are, also at the start of a line."""
    escaped = _MARKDOWN_SIGNS.sub(r"\\\1", words)
    match = _MARKDOWN_START.match(escaped)
    if match is None:
        return escaped
    if match.group(3):
        return f"{match.group(0)}\\{escaped[match.end() :]}"
    return f"{match.group(1)}\\{escaped[match.end(1) :]}"


def linked(words: str) -> Any:
    """Words in HTML, with addresses of the web and of e-mail as links."""
    from markupsafe import Markup, escape

    parts: list[Any] = []
    at = 0
    for match in _LINKED.finditer(words):
        parts.append(escape(words[at : match.start()]))
        target = match.group() if match.group("url") else f"mailto:{match.group()}"
        parts.append(Markup('<a href="{}">{}</a>').format(target, match.group()))
        at = match.end()
    parts.append(escape(words[at:]))
    return Markup("").join(parts)
