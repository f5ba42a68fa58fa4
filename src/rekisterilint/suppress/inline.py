"""Comments that suppress findings: `<!-- rekisterilint: ignore ADR302: reason -->`.

In Markdown and HTML as comments of the page, in YAML behind `#`. `ignore` counts for the next block,
`ignore-file` for the whole file.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence

import msgspec

from rekisterilint.findings import Finding
from rekisterilint.text import BlockKind, Text

_IN_MARKUP = re.compile(r"<!--\s*rekisterilint:\s*(?P<what>.*?)\s*-->", re.DOTALL)
_IN_YAML = re.compile(r"#\s*rekisterilint:\s*(?P<what>[^\n]*?)\s*$", re.MULTILINE)
_DIRECTIVE = re.compile(
    r"(?P<scope>ignore-file|ignore)\s+(?P<rules>[A-Z]{3}\d{0,3}(?:\s*,\s*[A-Z]{3}\d{0,3})*)\s*(?::\s*(?P<reason>.*))?$",
    re.DOTALL,
)


class Suppression(msgspec.Struct, frozen=True):
    """One comment: rules or families, the source range [start, end) it covers, and its line."""

    rules: tuple[str, ...]
    reason: str
    start: int
    end: int
    line: int

    def covers(self, finding: Finding, source_offset: int) -> bool:
        """Whether the comment speaks of `finding`, which starts at `source_offset`."""
        named = finding.rule.id in self.rules or finding.rule.family in self.rules
        return named and self.start <= source_offset < self.end


class Parsed(msgspec.Struct, frozen=True):
    """The comments of a file, and remarks (note code, detail) on faulty ones."""

    suppressions: tuple[Suppression, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()


def parse_suppressions(text: Text, known_rules: frozenset[str]) -> Parsed:
    """The suppressions in `text`; one without a reason or with an unknown id counts for nothing."""
    if "rekisterilint:" not in text.source:
        return Parsed()
    pattern = _IN_YAML if text.format == "register" else _IN_MARKUP
    suppressions: list[Suppression] = []
    problems: list[tuple[str, str]] = []
    for match in pattern.finditer(text.source):
        line = text.source_place(match.start()).line
        directive = _DIRECTIVE.match(match.group("what"))
        if directive is None:
            problems.append(("suppression-malformed", f"{line}"))
            continue
        rules = tuple(rule.strip() for rule in directive.group("rules").split(","))
        unknown = [rule for rule in rules if rule not in known_rules]
        reason = (directive.group("reason") or "").strip()
        if unknown:
            problems.append(("suppression-unknown-rule", f"{line}: {unknown[0]}"))
        if not reason:
            problems.append(("suppression-without-reason", f"{line}"))
        if unknown or not reason:
            continue
        start, end = 0, len(text.source) + 1
        if directive.group("scope") == "ignore":
            start, end = _covered(text, match)
        suppressions.append(Suppression(rules, reason, start, end, line))
    return Parsed(tuple(suppressions), tuple(problems))


def _covered(text: Text, match: re.Match[str]) -> tuple[int, int]:
    """The source range that a comment speaks of: the next block, a whole table in Markdown, in YAML the next value."""
    if text.format == "register":
        return _covered_value(text, match)
    starts = ((text.origin.source_offset(block.start), n) for n, block in enumerate(text.blocks))
    start, number = min((pair for pair in starts if pair[0] >= match.end()), default=(-1, -1))
    if number < 0:
        return len(text.source), len(text.source) + 1
    block = text.blocks[number]
    if block.kind is BlockKind.ROW and text.format == "markdown":
        # No comment can stand between the rows of a Markdown table.
        rows = itertools.takewhile(lambda b: b.kind is BlockKind.ROW, text.blocks[number:])
        *_, block = rows
    return start, text.origin.source_offset(max(block.end - 1, block.start)) + 1


def _covered_value(text: Text, match: re.Match[str]) -> tuple[int, int]:
    """The value that the comment stands behind, or the next one with all that is below it."""
    line_start = text.source.rfind("\n", 0, match.start()) + 1
    if text.source[line_start : match.start()].strip():
        return line_start, match.start()
    behind = [(start, path) for start, path in text.node_paths if start >= match.end()]
    if not behind:
        return len(text.source), len(text.source) + 1
    start, above = behind[0]
    below = (f"{above}.", f"{above}[")
    ends = (offset for offset, path in behind[1:] if not path.startswith(below))
    return start, next(ends, len(text.source) + 1)


class Applied(msgspec.Struct, frozen=True):
    """What is left, what is hidden with the reason, and remarks on comments that hid nothing.

    `waiting` are comments that hid nothing yet, but may when all notices of a run are read.
    """

    kept: list[Finding]
    hidden: list[tuple[Finding, str]]
    remarks: list[tuple[str, str]]
    waiting: tuple[Suppression, ...]


def apply_suppressions(
    findings: Sequence[Finding],
    parsed: Parsed,
    text: Text,
    active: Collection[str],
    later: Collection[str] = (),
) -> Applied:
    """Hide what the comments speak of.

    `active` are the rules and families that were run: what was not run can't be hidden. `later`
    are those that run when all notices are read.
    """
    kept: list[Finding] = []
    hidden: list[tuple[Finding, str]] = []
    used: set[Suppression] = set()
    for finding in findings:
        offset, _ = finding.source_range(text)
        by = next((s for s in parsed.suppressions if s.covers(finding, offset)), None)
        if by is None:
            kept.append(finding)
        else:
            used.add(by)
            hidden.append((finding, by.reason))
    idle = [suppression for suppression in parsed.suppressions if suppression not in used]
    waiting = tuple(s for s in idle if any(rule in later for rule in s.rules))
    unused = [
        unused_remark(suppression)
        for suppression in idle
        if suppression not in waiting and any(rule in active for rule in suppression.rules)
    ]
    return Applied(kept, hidden, [*parsed.problems, *unused], waiting)


def unused_remark(suppression: Suppression) -> tuple[str, str]:
    """The remark (note code, detail) on a comment that hid nothing."""
    return "suppression-unused", f"{suppression.line}: {', '.join(suppression.rules)}"
