"""What a run asks of each file: kept apart from the engine, so that asking needs no engine."""

from __future__ import annotations

import datetime
from pathlib import Path

import msgspec


class CheckOptions(msgspec.Struct, frozen=True):
    """What a run asks of each file, the same for all of them.

    `extra_rules` are rule files beside those of the configuration. `with_blocks` keeps the text as
    read for reports that show it. `records` keeps the details of each notice for comparing them
    (`run`), with the sentences on each element (`full`). `today` is the day that ages are counted to.
    """

    language: str
    today: datetime.date
    extra_rules: tuple[Path, ...] = ()
    ignores: bool = True
    with_blocks: bool = False
    records: str = ""
