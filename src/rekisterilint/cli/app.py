"""Commands and options. Each command parses, then hands over to a module that does the work."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from rekisterilint.cli.completion import one_of, report_formats, selectors
from rekisterilint.cli.help_texts import help_text as _

app = typer.Typer(
    name="rekisterilint",
    help=_("app"),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[Optional[list[str]], typer.Argument(metavar="[PATH]...", help=_("paths"), show_default=False)]  # noqa: UP045
Lang = Annotated[str, typer.Option("--lang", autocompletion=one_of("fi", "sv", "en"), metavar="fi|sv|en", help=_("lang"), show_default=False)]
ConfigFile = Annotated[Optional[Path], typer.Option("--config", metavar="FILE", help=_("config"))]  # noqa: UP045
NoConfig = Annotated[bool, typer.Option("--no-config", help=_("no-config"))]
Select = Annotated[list[str], typer.Option("--select", autocompletion=selectors, metavar="ID|FAMILY", help=_("select"))]
Ignore = Annotated[list[str], typer.Option("--ignore", autocompletion=selectors, metavar="ID|FAMILY", help=_("ignore"))]
Jobs = Annotated[int, typer.Option("--jobs", "-j", metavar="N", help=_("jobs"), show_default=False)]
StdinName = Annotated[str, typer.Option("--stdin-filename", metavar="NAME", help=_("stdin-filename"))]


def _version(shown: bool) -> None:
    if shown:
        from rekisterilint import __version__

        typer.echo(f"rekisterilint {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_("version"))
    ] = False,
) -> None:
    """Options before the command."""


@app.command(help=_("check"))
def check(
    paths: Paths = None,
    format_: Annotated[list[str], typer.Option("--format", autocompletion=report_formats, metavar="FORMAT[=FILE]", help=_("format"))] = [],  # noqa: B006
    output: Annotated[Optional[Path], typer.Option("--output", "-o", metavar="FILE", help=_("output"))] = None,  # noqa: UP045
    select: Select = [],  # noqa: B006
    ignore: Ignore = [],  # noqa: B006
    pedantic: Annotated[bool, typer.Option("--pedantic", help=_("pedantic"))] = False,
    min_confidence: Annotated[str, typer.Option("--min-confidence", autocompletion=one_of("low", "medium", "high"), metavar="low|medium|high", help=_("min-confidence"))] = "",
    fail_on: Annotated[str, typer.Option("--fail-on", autocompletion=one_of("error", "warning", "info", "never"), metavar="error|warning|info|never", help=_("fail-on"))] = "",
    lang: Lang = "",
    config: ConfigFile = None,
    no_config: NoConfig = False,
    baseline: Annotated[Optional[Path], typer.Option("--baseline", metavar="FILE", help=_("baseline"))] = None,  # noqa: UP045
    write_baseline: Annotated[bool, typer.Option("--write-baseline", help=_("write-baseline"))] = False,
    prune_baseline: Annotated[bool, typer.Option("--prune-baseline", help=_("prune-baseline"))] = False,
    no_ignores: Annotated[bool, typer.Option("--no-ignores", help=_("no-ignores"))] = False,
    jobs: Jobs = 0,
    statistics: Annotated[bool, typer.Option("--statistics", help=_("statistics"))] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=_("quiet"))] = False,
    stdin_filename: StdinName = "",
    color: Annotated[str, typer.Option("--color", autocompletion=one_of("auto", "always", "never"), metavar="auto|always|never", help=_("color"))] = "auto",
    fix: Annotated[bool, typer.Option("--fix", help=_("fix"))] = False,
    unsafe_fixes: Annotated[bool, typer.Option("--unsafe-fixes", help=_("unsafe-fixes"))] = False,
    diff: Annotated[bool, typer.Option("--diff", help=_("diff"))] = False,
    in_place: Annotated[bool, typer.Option("--in-place", help=_("in-place"))] = False,
    changed_since: Annotated[str, typer.Option("--changed-since", metavar="REV", help=_("changed-since"))] = "",
    show_config: Annotated[bool, typer.Option("--show-config", help=_("show-config"))] = False,
    watch: Annotated[bool, typer.Option("--watch", help=_("watch"))] = False,
) -> None:
    """Check files: see `rekisterilint.cli.check_command`."""
    from rekisterilint.cli.check_command import CheckRequest, run_check_command

    request = CheckRequest(
        paths=tuple(paths or ()), formats=tuple(format_), output=output, select=tuple(select),
        ignore=tuple(ignore), pedantic=pedantic, min_confidence=min_confidence, fail_on=fail_on,
        language=lang, config=config, no_config=no_config, baseline=baseline,
        write_baseline=write_baseline, prune_baseline=prune_baseline, ignores=not no_ignores,
        jobs=jobs, statistics=statistics, quiet=quiet, stdin_filename=stdin_filename, colour=color,
        fix=fix, unsafe_fixes=unsafe_fixes, diff=diff, in_place=in_place,
        changed_since=changed_since, show_config=show_config, watch=watch,
    )  # fmt: skip
    raise typer.Exit(run_check_command(request))


@app.command(help=_("elements"))
def elements(
    paths: Paths = None,
    format_: Annotated[str, typer.Option("--format", metavar="text|csv|json", help=_("elements-format"))] = "text",
    output: Annotated[Optional[Path], typer.Option("--output", "-o", metavar="FILE", help=_("output"))] = None,  # noqa: UP045
    lang: Lang = "",
    config: ConfigFile = None,
    no_config: NoConfig = False,
    jobs: Jobs = 0,
    stdin_filename: StdinName = "",
) -> None:
    """The table of elements: see `rekisterilint.cli.elements_command`."""
    from rekisterilint.cli.elements_command import run_elements_command

    raise typer.Exit(
        run_elements_command(
            tuple(paths or ()), format_, output, lang, config, no_config, jobs, stdin_filename
        )
    )


@app.command(help=_("rules"))
def rules(
    lang: Lang = "",
    select: Select = [],  # noqa: B006
    format_: Annotated[str, typer.Option("--format", metavar="text|json", help=_("rules-format"))] = "text",
) -> None:
    """The catalogue: see `rekisterilint.cli.catalogue_commands`."""
    from rekisterilint.cli.catalogue_commands import run_rules_command

    raise typer.Exit(run_rules_command(tuple(select), lang, format_))


@app.command(help=_("explain"))
def explain(
    rule: Annotated[str, typer.Argument(autocompletion=selectors, metavar="ID|NAME", help=_("explain-rule"))],
    lang: Lang = "",
) -> None:
    """One rule: see `rekisterilint.cli.catalogue_commands`."""
    from rekisterilint.cli.catalogue_commands import run_explain_command

    raise typer.Exit(run_explain_command(rule, lang))


@app.command("test", help=_("test"))
def test_rules(
    files: Annotated[Optional[list[Path]], typer.Argument(metavar="RULES...", help=_("test-files"))] = None,  # noqa: UP045
    lang: Lang = "",
) -> None:
    """The examples of rule files: see `rekisterilint.cli.catalogue_commands`."""
    from rekisterilint.cli.catalogue_commands import run_test_command

    raise typer.Exit(run_test_command(tuple(files or ()), lang))


@app.command(help=_("profile"))
def profile(
    learn: Annotated[list[str], typer.Option("--learn", metavar="FOLDER", help=_("profile-learn"))] = [],  # noqa: B006
    name: Annotated[str, typer.Option("--name", metavar="NAME", help=_("profile-name"))] = "",
    output: Annotated[Optional[Path], typer.Option("--output", "-o", metavar="FILE", help=_("output"))] = None,  # noqa: UP045
    lang: Lang = "",
    config: ConfigFile = None,
    no_config: NoConfig = False,
    jobs: Jobs = 0,
) -> None:
    """The organisation's profile: see `rekisterilint.cli.profile_command`."""
    from rekisterilint.cli.profile_command import run_profile_command

    raise typer.Exit(run_profile_command(tuple(learn), name, output, lang, config, no_config, jobs))


@app.command(help=_("compare"))
def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=_("compare-old"))],
    new: Annotated[Path, typer.Argument(metavar="NEW", help=_("compare-new"))],
    format_: Annotated[str, typer.Option("--format", autocompletion=one_of("text", "markdown", "json"), metavar="text|markdown|json", help=_("compare-format"))] = "text",
    output: Annotated[Optional[Path], typer.Option("--output", "-o", metavar="FILE", help=_("output"))] = None,  # noqa: UP045
    lang: Lang = "",
    config: ConfigFile = None,
    no_config: NoConfig = False,
) -> None:
    """Two versions of a notice: see `rekisterilint.cli.compare_command`."""
    from rekisterilint.cli.compare_command import run_compare_command

    raise typer.Exit(run_compare_command(old, new, format_, output, lang, config, no_config))


@app.command(help=_("inventory"))
def inventory(
    paths: Paths = None,
    format_: Annotated[str, typer.Option("--format", autocompletion=one_of("csv", "xlsx"), metavar="csv|xlsx", help=_("inventory-format"))] = "",
    output: Annotated[Optional[Path], typer.Option("--output", "-o", metavar="FILE", help=_("output"))] = None,  # noqa: UP045
    lang: Lang = "",
    config: ConfigFile = None,
    no_config: NoConfig = False,
    jobs: Jobs = 0,
) -> None:
    """A folder as one table: see `rekisterilint.cli.inventory_command`."""
    from rekisterilint.cli.inventory_command import run_inventory_command

    raise typer.Exit(
        run_inventory_command(tuple(paths or ()), format_, output, lang, config, no_config, jobs)
    )


@app.command(help=_("schema"))
def schema(
    name: Annotated[str, typer.Argument(autocompletion=one_of("config", "rule", "register", "report"), metavar="config|rule|register|report", help=_("schema-name"))],
    lang: Lang = "",
) -> None:
    """A JSON Schema: see `rekisterilint.cli.catalogue_commands`."""
    from rekisterilint.cli.catalogue_commands import run_schema_command

    raise typer.Exit(run_schema_command(name, lang))


@app.command(help=_("init"))
def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help=_("init-folder"))] = Path(),
    register: Annotated[bool, typer.Option("--register", help=_("init-register"))] = False,
    notice: Annotated[bool, typer.Option("--notice", help=_("init-notice"))] = False,
    answers: Annotated[Optional[Path], typer.Option("--answers", metavar="FILE", help=_("init-answers"))] = None,  # noqa: UP045
    output: Annotated[Optional[Path], typer.Option("--output", "-o", metavar="FILE", help=_("init-output"))] = None,  # noqa: UP045
    lang: Lang = "",
) -> None:
    """A configuration or a description: see `rekisterilint.cli.init_command`."""
    from rekisterilint.cli.init_command import run_init_command, run_init_notice

    if notice or answers is not None or output is not None:
        raise typer.Exit(run_init_notice(folder, notice, answers, output, lang))
    raise typer.Exit(run_init_command(folder, register, lang))


@app.command(help=_("extract"))
def extract(
    path: Annotated[str, typer.Argument(metavar="PATH", help=_("extract-path"))],
    output: Annotated[Optional[Path], typer.Option("--output", "-o", metavar="FILE", help=_("extract-output"))] = None,  # noqa: UP045
    lang: Lang = "",
    config: ConfigFile = None,
    no_config: NoConfig = False,
    stdin_filename: StdinName = "",
) -> None:
    """A notice as data: see `rekisterilint.cli.extract_command`."""
    from rekisterilint.cli.extract_command import run_extract_command

    raise typer.Exit(run_extract_command(path, output, lang, config, no_config, stdin_filename))


@app.command(help=_("render"))
def render(
    path: Annotated[Path, typer.Argument(metavar="DESCRIPTION", help=_("render-path"))],
    format_: Annotated[str, typer.Option("--format", autocompletion=one_of("markdown", "html", "docx"), metavar="markdown|html|docx", help=_("render-format"))] = "markdown",
    lang: Annotated[str, typer.Option("--lang", autocompletion=one_of("fi", "sv", "en"), metavar="fi|sv|en", help=_("render-lang"), show_default=False)] = "",
    template: Annotated[Optional[Path], typer.Option("--template", metavar="FILE", help=_("render-template"))] = None,  # noqa: UP045
    output: Annotated[Optional[Path], typer.Option("--output", "-o", metavar="FILE", help=_("extract-output"))] = None,  # noqa: UP045
) -> None:
    """Data as a notice: see `rekisterilint.cli.render_command`."""
    from rekisterilint.cli.render_command import run_render_command

    raise typer.Exit(run_render_command(path, format_, lang, template, output))
