"""Questions at a terminal whose answers are checked while they are typed."""

from __future__ import annotations

import datetime
import importlib.util
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from rekisterilint.interview.conversation import Read, Stopped, one_line
from rekisterilint.interview.validate import VALIDATORS, WrongAnswerError

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

_GOOD: Mapping[str, str] = {"fi": "✓ kelpaa", "sv": "✓ godkänt", "en": "✓ accepted"}
_EMPTY: Mapping[str, str] = {
    "fi": "tyhjä: kohta jää auki", "sv": "tomt: punkten lämnas öppen", "en": "empty: left open",
}  # fmt: skip


def can_check_while_typing(source: TextIO, out: TextIO) -> bool:
    """Whether both ends are a terminal that can show what an answer lacks while it is typed."""
    if not (source.isatty() and out.isatty()) or os.environ.get("TERM") == "dumb":
        return False
    return importlib.util.find_spec("prompt_toolkit") is not None


def typed(
    language: str, today: datetime.date, source: Input | None = None, output: Output | None = None
) -> Read:
    """What reads an answer: below it stands at each key what is wrong with it still, and Enter takes
    only what can be right. Questions go to standard error unless `output` says otherwise.
    """
    from prompt_toolkit import PromptSession
    from prompt_toolkit.filters import Always
    from prompt_toolkit.formatted_text import FormattedText
    from prompt_toolkit.output import create_output
    from prompt_toolkit.styles import Style
    from prompt_toolkit.validation import ValidationError, Validator

    style = Style.from_dict({
        "bottom-toolbar": "noreverse", "wrong": "ansired", "good": "ansigreen", "open": "",
        "validation-toolbar": "ansired noreverse",
    })  # fmt: skip
    session: PromptSession[str] = PromptSession(
        input=source, output=output or create_output(stdout=sys.stderr), style=style
    )
    for window in session.layout.find_all_windows():
        # The remark stands right below the answer, not at the bottom of the screen.
        if getattr(window.content, "buffer", None) is session.default_buffer:
            window.dont_extend_height = Always()

    def read(prompt: str, kind: str) -> str:
        def below() -> FormattedText:
            raw = one_line(session.default_buffer.text)
            reason = wrong(kind, raw, language, today)
            if not raw:
                return FormattedText([("class:open", _EMPTY[language])])
            return FormattedText([("class:wrong", reason)] if reason else [("class:good", _GOOD[language])])

        class Right(Validator):
            def validate(self, document: object) -> None:
                words = session.default_buffer.text
                reason = wrong(kind, one_line(words), language, today)
                if reason:
                    raise ValidationError(len(words), reason)

        try:
            return session.prompt(
                prompt, validator=Right(), validate_while_typing=False, bottom_toolbar=below
            )
        except EOFError as error:
            raise Stopped from error

    return read


def wrong(kind: str, raw: str, language: str, today: datetime.date) -> str:
    """Why an answer can't be right; empty if it can, and for an empty one."""
    if not raw:
        return ""
    try:
        VALIDATORS[kind](raw, language, today)
    except WrongAnswerError as error:
        return error.reason
    return ""
