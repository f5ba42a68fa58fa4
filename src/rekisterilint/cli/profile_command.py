"""`rekisterilint profile`: the organisation's profile, shown or learned."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from rekisterilint.catalogue import CatalogueError
from rekisterilint.checker import CheckOptions
from rekisterilint.cli import exits
from rekisterilint.cli.messages import say
from rekisterilint.cli.outputs import Output, open_outputs
from rekisterilint.cli.requests import (
    Overrides,
    UsageError,
    chosen_language,
    config_finder,
    tasks_for,
    today,
)
from rekisterilint.config import ConfigError
from rekisterilint.data.folding import fold
from rekisterilint.organisation.groups import controller_name, group_notices, with_other_languages
from rekisterilint.organisation.learn import profile_text
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.run_rules import RunNotices
from rekisterilint.reports.plain_words import harmless
from rekisterilint.runs.run import run_checks


def run_profile_command(
    learn: tuple[str, ...], name: str, output: Path | None, lang: str, config: Path | None,
    no_config: bool, jobs: int,
) -> int:  # fmt: skip
    """Write a profile learned from the notices below `learn`, or show the configured one.

    Returns the exit status: 0, 2 (nothing to learn from, a profile that exists already or
    contradicts itself), 3 (some files were not read; the profile is written all the same).
    """
    try:
        language = chosen_language(lang)
        if not learn:
            return _show(config, no_config, language)
        if output is not None and output.exists():
            raise UsageError(say("exists", language, path=output))
        records, unread = _read(learn, config, no_config, jobs, language)
        group = _chosen(records, name, language)
        text = profile_text(records, group, language)
        with ExitStack() as stack:
            for _, stream in open_outputs(stack, [Output("text", output)], language):
                stream.write(text)
    except (UsageError, ConfigError, CatalogueError) as error:
        print(f"rekisterilint: {error}", file=sys.stderr)
        return exits.USAGE
    return exits.UNREAD if unread else exits.CLEAN


def _show(path: Path | None, no_config: bool, language: str) -> int:
    import json

    found = config_finder(path, no_config).for_file(Path("x.md"))
    if not found.organisation:
        raise UsageError(say("profile-none", language))
    print(f"# {found.path}\n[organisation]")
    for key, value in found.organisation.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            value = [dict(entry) for entry in value]
        print(f"{key} = {json.dumps(value, ensure_ascii=False)}")
    return exits.CLEAN


def _read(
    folders: tuple[str, ...], config: Path | None, no_config: bool, jobs: int, language: str
) -> tuple[Sequence[NoticeRecord], int]:
    """The notices below `folders`, and how many files could not be read."""
    tasks = [
        task for task, _ in tasks_for(folders, config_finder(config, no_config), Overrides(), "", language)
    ]
    if not tasks:
        raise UsageError(say("no-files", language, paths=" ".join(folders)))
    notices, unread = RunNotices(), 0
    for result in run_checks(tasks, CheckOptions(language, today(), records="run"), jobs or 1):
        if result.error is not None and result.error["code"] != "not-a-register":
            unread += 1
            print(f"{harmless(result.path)}: {harmless(result.error['message'])}", file=sys.stderr)
        # A notice in which a rule failed is read all the same.
        notices.add(result.extras.get("notices", ()))
    return notices.records, unread


def _chosen(records: Sequence[NoticeRecord], name: str, language: str) -> Sequence[int]:
    """The notices of the controller called `name`, or of the one with most of them."""
    groups = [group for group in group_notices(records) if controller_name(records, group)]
    if not groups:
        raise UsageError(say("profile-nothing", language))
    if not name:
        return with_other_languages(records, groups, max(groups, key=len))
    for group in groups:
        if any(fold(name) == detail.value for n in group for detail in records[n].of("name")[:1]):
            return with_other_languages(records, groups, group)
    names = ", ".join(controller_name(records, group) for group in groups[:8])
    raise UsageError(say("profile-name", language, wanted=name, names=names))
