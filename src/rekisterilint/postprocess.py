"""Findings to findings: what every run does with them, as a list of pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rekisterilint.findings import Finding

Step = Callable[[list[Finding]], list[Finding]]

# One error, one finding: where spans overlap, the rule on the left silences those on the right.
_PRECEDENCE = {
    "CON201": {"CON202", "DOC701", "DOC702"},
    "CON205": {"CON204", "CON211"},
    "CON208": {"ELE103"},
    "ADR301": {"ADR304"},
    "ADR302": {"ADR303", "ADR304"},
    "ADR303": {"ADR304"},
    "AUT602": {"ADR301", "ADR302", "ADR303", "ADR304", "ADR305", "CON203"},
    "LAW403": {"LAW402", "LAW407"},
    "LAW404": {"DOC709", "LAW402", "LAW407"},
    "LAW401": {"LAW402", "LAW403"},
    "LAW405": {"LAW401", "LAW402", "LAW403"},
    "DOC703": {
        "CON201", "CON202", "CON203", "CON204", "CON205", "CON206", "CON208",
        "ADR301", "ADR302", "ADR305", "DOC702", "DOC705",
    },
    "LAW407": {"DOC710"},
    "DOC709": {"DOC710"},
    "AUT603": {"DOC710"},
    "DOC701": {"DOC702"},
}


def without_duplicates(findings: list[Finding]) -> list[Finding]:
    """Each rule once at a place."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for finding in findings:
        key = (finding.rule.id, finding.span.start, finding.span.end)
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    return kept


def without_overridden(findings: list[Finding]) -> list[Finding]:
    """The more specific rule alone where two meet at one place."""
    stronger = [finding for finding in findings if finding.rule.id in _PRECEDENCE]
    if not stronger:
        return findings

    def overridden(finding: Finding) -> bool:
        return any(
            finding.rule.id in _PRECEDENCE[other.rule.id]
            and finding.span.start < other.span.end
            and other.span.start < finding.span.end
            for other in stronger
        )

    return [finding for finding in findings if not overridden(finding)]


def in_order(findings: list[Finding]) -> list[Finding]:
    """By place, then by rule."""
    return sorted(findings, key=lambda f: (f.in_source, f.span.start, f.rule.id, f.span.end))


STEPS: Sequence[Step] = (without_duplicates, without_overridden, in_order)


def settle(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a file after all steps."""
    result = list(findings)
    for step in STEPS:
        result = step(result)
    return tuple(result)
