"""`rekisterilint inventory`: the notices of folders as one table, CSV or XLSX."""

from __future__ import annotations

import csv
import importlib.util
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Any

from rekisterilint.catalogue import CatalogueError
from rekisterilint.checker import CheckOptions
from rekisterilint.cli import exits
from rekisterilint.cli.files import write_file
from rekisterilint.cli.messages import say
from rekisterilint.cli.outputs import Output, open_outputs
from rekisterilint.cli.requests import (
    Overrides,
    UsageError,
    check_value,
    chosen_language,
    config_finder,
    tasks_for,
    today,
)
from rekisterilint.config import ConfigError
from rekisterilint.organisation.inventory import inventory_columns, inventory_row
from rekisterilint.reports.csv_report import table_cell
from rekisterilint.reports.plain_words import harmless
from rekisterilint.runs.run import Task, run_checks

# Characters a line: what is said, by column, then the status of each element.
_WIDTHS, _STATUS_WIDTH = (36, 26, 20, 36, 50, 30, 50, 50, 50, 40, 12, 8, 32), 16
_LINE, _MOST_LINES = 15, 16  # points
_A3 = 8  # as the format numbers it
_LONGEST_CELL = 32_000  # Excel's own bound is 32,767


def run_inventory_command(
    paths: tuple[str, ...], format_: str, output: Path | None, lang: str, config: Path | None,
    no_config: bool, jobs: int,
) -> int:  # fmt: skip
    """Write the table; returns 0, 2 (nothing to do, can't write) or 3 (some files not read)."""
    try:
        language = chosen_language(lang)
        check_value("--format", format_, ("csv", "xlsx"), language)
        as_xlsx = (format_ or (output.suffix.lower().lstrip(".") if output else "csv")) == "xlsx"
        if as_xlsx and output is None:
            raise UsageError(say("inventory-xlsx", language))
        if as_xlsx and importlib.util.find_spec("openpyxl") is None:
            raise UsageError(say("inventory-library", language))
        finder = config_finder(config, no_config)
        tasks = [task for task, _ in tasks_for(paths or (".",), finder, Overrides(), "", language)]
        if not tasks:
            raise UsageError(say("no-files", language, paths=" ".join(paths) or "."))
        rows = _Rows(tasks, jobs or 1, language)
        if as_xlsx:
            assert output is not None
            _write_xlsx(rows, output, language)
        else:
            with ExitStack() as stack:
                for _, stream in open_outputs(stack, [Output("csv", output)], language):
                    stream.write("\ufeff")
                    table = csv.writer(stream, delimiter=";", lineterminator="\r\n")
                    table.writerow(inventory_columns(language))
                    table.writerows([table_cell(cell) for cell in row] for row in rows)
    except (UsageError, ConfigError, CatalogueError) as error:
        print(f"rekisterilint: {error}", file=sys.stderr)
        return exits.USAGE
    return exits.UNREAD if rows.unread else exits.CLEAN


class _Rows:
    """The rows of a run, one notice after another; afterwards how many files were not read."""

    def __init__(self, tasks: Iterable[Task], jobs: int, language: str) -> None:
        self._tasks, self._jobs, self._language = tasks, jobs, language
        self.unread = 0

    def __iter__(self) -> Iterator[list[str]]:
        options = CheckOptions(self._language, today(), records="full")
        for result in run_checks(self._tasks, options, self._jobs):
            if result.error is not None and result.error["code"] != "not-a-register":
                self.unread += 1
                print(f"{harmless(result.path)}: {harmless(result.error['message'])}", file=sys.stderr)
            if result.document is None:
                continue
            # A notice in which a rule failed is read all the same.
            records = result.extras.get("notices", ())
            if not records:
                print(say("not-a-notice", self._language, path=harmless(result.path)), file=sys.stderr)
            for record in records:
                yield inventory_row(record, self._language)


def _write_xlsx(rows: Iterable[list[str]], output: Path, language: str) -> None:
    """A sheet with a fixed header, a filter and wrapped cells. UsageError if it can't be written."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("rekisterilint")
    columns = inventory_columns(language)
    widths = [*_WIDTHS, *[_STATUS_WIDTH] * (len(columns) - len(_WIDTHS))]
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    count = 1

    def cells(words: Iterable[str], font: Any, fill: Any) -> list[Any]:
        made = []
        for value in words:
            cell = WriteOnlyCell(sheet, "")
            # As a string by type: no words of a notice become a formula.
            cell.value = _xlsx_text(value)
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if font is not None:
                cell.font, cell.fill = font, fill
            made.append(cell)
        return made

    sheet.row_dimensions[1].height = _height(columns, widths)
    sheet.append(cells(columns, Font(bold=True), PatternFill("solid", fgColor="DDE6F0")))
    for row in rows:
        count += 1
        sheet.row_dimensions[count].height = _height(row, widths)
        sheet.append(cells(row, None, None))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count}"
    data = BytesIO()
    book.save(data)
    try:
        write_file(output, data.getvalue())
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(say("cannot-write", language, path=output, reason=reason)) from error


def _height(row: Sequence[str], widths: Sequence[int]) -> float:
    """Points that the wrapped words of a row take: not every program finds that out by itself."""
    lines = max(-(-len(words) // width) for words, width in zip(row, widths, strict=True))
    return float(_LINE * min(max(lines, 1), _MOST_LINES))


def _xlsx_text(words: str) -> str:
    """`words` without the control characters that XML does not allow."""
    return "".join(sign for sign in words if sign >= " " or sign in "\n\t")[:_LONGEST_CELL]
