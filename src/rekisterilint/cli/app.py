"""Commands and options. Each command parses, then hands over to a module that does the work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from rekisterilint.cli.completion import one_of, report_formats, selectors
from rekisterilint.cli.help_texts import help_text as _

_FILE = click.Path(path_type=Path)
_Command = Callable[..., Any]


def _file(*names: str, text: str) -> Callable[[_Command], _Command]:
    return click.option(*names, type=_FILE, metavar="FILE", help=_(text))


def _flag(name: str, *names: str) -> Callable[[_Command], _Command]:
    return click.option(name, *names, is_flag=True, help=_(name.removeprefix("--")))


def _choice(name: str, *values: str, text: str, default: str = "") -> Callable[[_Command], _Command]:
    # The commands say in the user's language what a value may be: click would say it in English.
    return click.option(
        name, name[2:].replace("-", "_").replace("format", "format_"), metavar="|".join(values), default=default,
        show_default=bool(default), shell_complete=one_of(*values), help=_(text),
    )  # fmt: skip


_paths = click.argument("paths", nargs=-1, metavar="[PATH]...", help=_("paths"))
_lang = _choice("--lang", "fi", "sv", "en", text="lang")
_output = _file("--output", "-o", text="output")
_jobs = click.option("--jobs", "-j", type=int, default=0, metavar="N", help=_("jobs"))
_stdin_name = click.option("--stdin-filename", default="", metavar="NAME", help=_("stdin-filename"))


def _selectors(name: str) -> Callable[[_Command], _Command]:
    return click.option(
        name, multiple=True, metavar="ID|FAMILY", shell_complete=selectors, callback=_between_commas, help=_(name[2:])
    )


def _between_commas(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(","))


def _configured(command: _Command) -> _Command:
    return _file("--config", text="config")(_flag("--no-config")(command))


def _show_completion(context: click.Context, _parameter: click.Parameter, shell: str | None) -> None:
    if not shell or context.resilient_parsing:
        return
    from rekisterilint.cli.completion import script

    click.echo(script(context.command, shell))
    context.exit()


class _AsWritten(click.Group):
    """Lists the commands in the order of this file: the one that matters first."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_AsWritten,
    help=_("app"),
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="rekisterilint", message="rekisterilint %(version)s", help=_("version"))
@click.option(
    "--show-completion", type=click.Choice(["bash", "zsh", "fish"]), is_eager=True,
    expose_value=False, callback=_show_completion, help=_("show-completion"),
)  # fmt: skip
def app() -> None:
    """Options before the command."""


@app.command(help=_("check"))
@_paths
@click.option("--format", "format_", multiple=True, metavar="FORMAT[=FILE]", shell_complete=report_formats, help=_("format"))
@_output
@_selectors("--select")
@_selectors("--ignore")
@_flag("--pedantic")
@_choice("--min-confidence", "low", "medium", "high", text="min-confidence")
@_choice("--fail-on", "error", "warning", "info", "never", text="fail-on")
@_lang
@_configured
@_file("--baseline", text="baseline")
@_flag("--write-baseline")
@_flag("--prune-baseline")
@_flag("--no-ignores")
@_jobs
@_flag("--statistics")
@_flag("--quiet", "-q")
@_stdin_name
@_choice("--color", "auto", "always", "never", text="color", default="auto")
@_flag("--fix")
@_flag("--unsafe-fixes")
@_flag("--diff")
@_flag("--in-place")
@click.option("--changed-since", default="", metavar="REV", help=_("changed-since"))
@_flag("--show-config")
@_flag("--watch")
@click.option("--cache/--no-cache", default=None, help=_("cache"))
@click.option("--cache-dir", type=_FILE, metavar="FOLDER", help=_("cache-dir"))
@_choice("--engine", "local", "dask", text="engine")
@click.option("--scheduler", default="", metavar="ADDRESS", help=_("scheduler"))
def check(format_: tuple[str, ...], lang: str, no_ignores: bool, color: str, **options: Any) -> int:
    """Check files: see `rekisterilint.cli.check_command`."""
    from rekisterilint.cli.check_command import CheckRequest, run_check_command

    return run_check_command(
        CheckRequest(formats=format_, language=lang, ignores=not no_ignores, colour=color, **options)
    )


@app.command(help=_("elements"))
@_paths
@_choice("--format", "text", "csv", "json", text="elements-format", default="text")
@_output
@_lang
@_configured
@_jobs
@_stdin_name
def elements(
    paths: tuple[str, ...], format_: str, output: Path | None, lang: str, config: Path | None,
    no_config: bool, jobs: int, stdin_filename: str,
) -> int:  # fmt: skip
    """The table of elements: see `rekisterilint.cli.elements_command`."""
    from rekisterilint.cli.elements_command import run_elements_command

    return run_elements_command(
        paths, format_, output, lang, config, no_config, jobs, stdin_filename
    )


@app.command(help=_("rules"))
@_lang
@_selectors("--select")
@_choice("--format", "text", "json", text="rules-format", default="text")
def rules(lang: str, select: tuple[str, ...], format_: str) -> int:
    """The catalogue: see `rekisterilint.cli.catalogue_commands`."""
    from rekisterilint.cli.catalogue_commands import run_rules_command

    return run_rules_command(select, lang, format_)


@app.command(help=_("explain"))
@click.argument("rule", metavar="ID|NAME", shell_complete=selectors, help=_("explain-rule"))
@_lang
def explain(rule: str, lang: str) -> int:
    """One rule: see `rekisterilint.cli.catalogue_commands`."""
    from rekisterilint.cli.catalogue_commands import run_explain_command

    return run_explain_command(rule, lang)


@app.command("test", help=_("test"))
@click.argument("files", nargs=-1, type=_FILE, metavar="RULES...", help=_("test-files"))
@_lang
def test_rules(files: tuple[Path, ...], lang: str) -> int:
    """The examples of rule files: see `rekisterilint.cli.catalogue_commands`."""
    from rekisterilint.cli.catalogue_commands import run_test_command

    return run_test_command(files, lang)


@app.command(help=_("profile"))
@click.option("--learn", multiple=True, metavar="FOLDER", help=_("profile-learn"))
@click.option("--name", default="", metavar="NAME", help=_("profile-name"))
@_output
@_lang
@_configured
@_jobs
def profile(
    learn: tuple[str, ...], name: str, output: Path | None, lang: str, config: Path | None,
    no_config: bool, jobs: int,
) -> int:  # fmt: skip
    """The organisation's profile: see `rekisterilint.cli.profile_command`."""
    from rekisterilint.cli.profile_command import run_profile_command

    return run_profile_command(learn, name, output, lang, config, no_config, jobs)


@app.command(help=_("compare"))
@click.argument("old", type=_FILE, metavar="OLD", help=_("compare-old"))
@click.argument("new", type=_FILE, metavar="NEW", help=_("compare-new"))
@_choice("--format", "text", "markdown", "json", text="compare-format", default="text")
@_output
@_lang
@_configured
def compare(
    old: Path, new: Path, format_: str, output: Path | None, lang: str, config: Path | None,
    no_config: bool,
) -> int:  # fmt: skip
    """Two versions of a notice: see `rekisterilint.cli.compare_command`."""
    from rekisterilint.cli.compare_command import run_compare_command

    return run_compare_command(old, new, format_, output, lang, config, no_config)


@app.command(help=_("inventory"))
@_paths
@_choice("--format", "csv", "xlsx", text="inventory-format")
@_output
@_lang
@_configured
@_jobs
def inventory(
    paths: tuple[str, ...], format_: str, output: Path | None, lang: str, config: Path | None,
    no_config: bool, jobs: int,
) -> int:  # fmt: skip
    """A folder as one table: see `rekisterilint.cli.inventory_command`."""
    from rekisterilint.cli.inventory_command import run_inventory_command

    return run_inventory_command(paths, format_, output, lang, config, no_config, jobs)


_SCHEMAS = ("config", "rule", "register", "report")


@app.command(help=_("schema"))
@click.argument("name", metavar="|".join(_SCHEMAS), shell_complete=one_of(*_SCHEMAS), help=_("schema-name"))
@_lang
def schema(name: str, lang: str) -> int:
    """A JSON Schema: see `rekisterilint.cli.catalogue_commands`."""
    from rekisterilint.cli.catalogue_commands import run_schema_command

    return run_schema_command(name, lang)


@app.command(help=_("init"))
@click.argument("folder", type=_FILE, default=Path(), metavar="[FOLDER]", help=_("init-folder"))
@click.option("--register", is_flag=True, help=_("init-register"))
@click.option("--notice", is_flag=True, help=_("init-notice"))
@_file("--answers", text="init-answers")
@_file("--output", "-o", text="init-output")
@_lang
def init(
    folder: Path, register: bool, notice: bool, answers: Path | None, output: Path | None, lang: str
) -> int:
    """A configuration or a description: see `rekisterilint.cli.init_command`."""
    from rekisterilint.cli.init_command import run_init_command, run_init_notice

    if notice or answers is not None or output is not None:
        return run_init_notice(folder, notice, answers, output, lang)
    return run_init_command(folder, register, lang)


@app.command(help=_("extract"))
@click.argument("path", metavar="PATH", help=_("extract-path"))
@click.option("--output", "-o", default="", metavar="FILE|FOLDER/", help=_("extract-into"))
@click.option("--notice", type=int, default=0, metavar="N", help=_("extract-number"))
@_lang
@_configured
@_stdin_name
def extract(
    path: str, output: str, notice: int, lang: str, config: Path | None, no_config: bool,
    stdin_filename: str,
) -> int:  # fmt: skip
    """A notice as data: see `rekisterilint.cli.extract_command`."""
    from rekisterilint.cli.extract_command import run_extract_command

    return run_extract_command(path, output, lang, config, no_config, stdin_filename, notice)


@app.command(help=_("render"))
@click.argument("path", type=_FILE, metavar="DESCRIPTION", help=_("render-path"))
@_choice("--format", "markdown", "html", "docx", text="render-format", default="markdown")
@_choice("--lang", "fi", "sv", "en", text="render-lang")
@_file("--template", text="render-template")
@_file("--output", "-o", text="extract-output")
def render(
    path: Path, format_: str, lang: str, template: Path | None, output: Path | None
) -> int:
    """Data as a notice: see `rekisterilint.cli.render_command`."""
    from rekisterilint.cli.render_command import run_render_command

    return run_render_command(path, format_, lang, template, output)
