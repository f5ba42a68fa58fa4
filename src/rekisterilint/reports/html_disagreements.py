"""The HTML report's table of what notices say against each other (the rules over a run)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rekisterilint.reports.html_text import escaped
from rekisterilint.reports.html_words import say
from rekisterilint.results import FileResult

_COLUMNS = ("notice", "what", "here", "elsewhere", "where-elsewhere", "rule")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One line: the id of the finding in the page, and what the comparison of the run says of it.

    `values` has rule, path, line, what, here, usual, count and where (`path:line`).
    """

    finding: str
    values: Mapping[str, Any]


def disagreements_of(result: FileResult, notice: str) -> list[Disagreement]:
    """The lines of a checked file whose id in the page is `notice`."""
    rows = result.extras.get("disagreements", ())
    return [
        Disagreement(f"{notice}-f{number}", row) for number, row in enumerate(rows, 1) if row is not None
    ]


def disagreements_html(
    rows: Sequence[Disagreement], notices: Mapping[str, str], language: str
) -> str:
    """A section with the table; empty if no notices disagree. `notices` are ids by path."""
    if not rows:
        return ""
    heads = "".join(f'<th scope="col">{escaped(say(name, language))}</th>' for name in _COLUMNS)
    body = "\n".join(_row(row, notices, language) for row in rows)
    return (
        '<section class="disagreements" aria-labelledby="disagreements-title">'
        f'<h2 id="disagreements-title">{escaped(say("disagreements", language))}</h2>'
        f'<p class="hint">{escaped(say("disagreements-help", language))}</p>'
        f'<table class="plain" aria-labelledby="disagreements-title"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></section>"
    )


def _row(row: Disagreement, notices: Mapping[str, str], language: str) -> str:
    values = row.values
    where = f"{values['path']}:{values['line']}"
    times = escaped(say("in-notices", language, values["count"])) if values["count"] != "1" else ""
    other = escaped(values["where"])
    notice = notices.get(values["where"].rpartition(":")[0])
    cells = (
        ("what", escaped(values["what"])),
        ("here", escaped(values["here"])),
        ("elsewhere", escaped(values["usual"]) + (f' <span class="where">({times})</span>' if times else "")),
        ("where-elsewhere", f'<a class="path" href="#{notice}">{other}</a>' if notice else f'<span class="path">{other}</span>'),
        ("rule", f'<span class="rule">{escaped(values["rule"])}</span>'),
    )  # fmt: skip
    return (
        f'<tr><th scope="row"><a class="path" href="#{row.finding}">{escaped(where)}</a></th>'
        + "".join(f'<td data-label="{escaped(say(name, language))}">{cell}</td>' for name, cell in cells)
        + "</tr>"
    )
