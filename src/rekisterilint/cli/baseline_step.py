"""`--baseline`: what it covers is hidden; `--write-baseline` and `--prune-baseline` change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rekisterilint.cli.files import write_file
from rekisterilint.cli.messages import say
from rekisterilint.cli.requests import UsageError
from rekisterilint.results import FileResult
from rekisterilint.suppress.baseline import Baseline, baseline_text, load_baseline, merged


@dataclass
class BaselineStep:
    """The baseline at `path` during a run: told of each result, written at the end if asked for."""

    path: Path
    write: bool
    prune: bool
    baseline: Baseline
    _seen: dict[str, dict[str, int]] = field(default_factory=dict)

    def hide(self, result: FileResult) -> FileResult:
        """`result` without the findings that the baseline covers: all, when it is being written."""
        if result.document is None:
            return result
        prints: Sequence[str] = result.extras["fingerprints"]
        self._seen[self.baseline.key(result.path)] = {name: prints.count(name) for name in prints}
        known = [True] * len(prints) if self.write else self.baseline.known(result.path, prints)
        return _without(result, known) if any(known) else result

    def finish(self, language: str) -> None:
        """Write the baseline if that was asked for. Raises UsageError when it can't be written."""
        if not (self.write or self.prune):
            return
        counts = merged(self.baseline, self._seen, prune=self.prune)
        try:
            write_file(self.path, baseline_text(counts).encode())
        except OSError as error:
            message = say("cannot-write", language, path=self.path, reason=error.strerror)
            raise UsageError(message) from error


def open_baseline(
    path: Path | None, *, write: bool, prune: bool, partial: bool, language: str
) -> BaselineStep | None:
    """The step for the options given; `partial` when the run does not look at everything.

    UsageError for options that don't go together, ConfigError for a faulty file.
    """
    if path is None:
        if write or prune:
            option = "--write-baseline" if write else "--prune-baseline"
            raise UsageError(say("baseline-needed", language, option=option))
        return None
    if prune and partial:
        raise UsageError(say("prune-partial", language))
    return BaselineStep(path, write, prune, load_baseline(path))


def _without(result: FileResult, known: Sequence[bool]) -> FileResult:
    assert result.document is not None
    findings = result.document["findings"]
    prints = result.extras["fingerprints"]
    left = [number for number, hidden in enumerate(known) if not hidden]
    extras = {
        name: [values[number] for number in left]
        if len(values) == len(findings) and name != "blocks"
        else values
        for name, values in result.extras.items()
    }
    hidden = tuple(
        {**finding, "by": "baseline", "reason": "", "fingerprint": name}
        for finding, name, covered in zip(findings, prints, known, strict=True)
        if covered
    )
    document = {**result.document, "findings": [findings[number] for number in left]}
    return result.changed(document=document, extras=extras, suppressed=(*result.suppressed, *hidden))
