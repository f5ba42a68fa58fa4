"""Each clean sample spoilt in every way: what is gone or false is found, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mutations
from rekisterilint.checks.context import Context
from rekisterilint.elements.assess import ELEMENT_KEYS
from rekisterilint.elements.evidence import units_of
from rekisterilint.engine import Engine
from rekisterilint.findings import Document, Finding, Status
from rekisterilint.limits import Limits
from rekisterilint.notice.model import Unit
from rekisterilint.readers import read_bytes
from rekisterilint.text import BlockKind, Text

ROOT = Path(__file__).resolve().parent.parent
CLEAN = sorted((ROOT / "samples" / "clean").glob("*.md"))
# As many kinds times samples as there are; a pattern that no longer meets anything shows here.
LEAST_MUTATIONS = 480
_MOST_ROUNDS = 8
# Without the ground that a condition speaks of, the element applies, or no longer does.
FOLLOWS = {
    "legal_basis": {"right_objection", "right_portability"},
    "transfers": {"transfer_safeguards"},
}

by_sample = pytest.mark.parametrize("sample", CLEAN, ids=lambda path: path.stem)


def _read(engine: Engine, source: str) -> Text:
    return read_bytes(source.encode(), "notice.md", Limits(), engine.heading_words)


_known: dict[str, Context] = {}


def _context(engine: Engine, source: str) -> Context:
    """What is known of the notice in `source`: of a clean sample it is asked for each element."""
    if source not in _known:
        _known[source] = next(engine.contexts(_read(engine, source)))
    return _known[source]


def _short(document: Document) -> set[str]:
    return {key for key, result in document.elements.items() if result.status.is_short}


def _found_in(document: Document, finding: Finding, line: int) -> bool:
    start, end = map(document.text.source_place, finding.source_range(document.text))
    return not line or start.line <= line <= end.line


@by_sample
def test_a_clean_sample_has_no_findings(engine: Engine, sample: Path) -> None:
    document = engine.check(_read(engine, sample.read_text(encoding="utf-8")), sample.name)
    assert [(finding.rule.id, finding.excerpt) for finding in document.findings] == []


@by_sample
@pytest.mark.parametrize("kind", mutations.KINDS, ids=lambda kind: kind.__name__)
def test_a_false_fact_is_found_at_its_place(engine: Engine, sample: Path, kind: mutations.Kind) -> None:
    problems = []
    for spoilt in kind(sample.read_text(encoding="utf-8")):
        document = engine.check(_read(engine, spoilt.source), sample.name)
        at_place = [
            finding
            for finding in document.findings
            if finding.rule.id in spoilt.rules and _found_in(document, finding, spoilt.line)
        ]
        others = [
            (finding.rule.id, finding.excerpt)
            for finding in document.findings
            if finding not in at_place[:1] and finding.rule.id not in spoilt.also and finding.rule.family != "ELE"
        ]
        fallen = _short(document) - spoilt.falls
        if not at_place or others or fallen:
            problems.append((spoilt.what, "found" if at_place else "not found", others, fallen))
    assert not problems


def test_the_kinds_of_falsehood_meet_the_samples() -> None:
    sources = [path.read_text(encoding="utf-8") for path in CLEAN]
    counts = {kind.__name__: sum(len(list(kind(source))) for source in sources) for kind in mutations.KINDS}
    assert [name for name, count in counts.items() if count < 2] == []
    assert sum(counts.values()) >= LEAST_MUTATIONS


@by_sample
@pytest.mark.parametrize("key", ELEMENT_KEYS)
def test_an_element_whose_text_is_gone_is_reported_alone(engine: Engine, sample: Path, key: str) -> None:
    source = sample.read_text(encoding="utf-8")
    before = _context(engine, source)
    if before.elements[key].status is not Status.STATED:
        pytest.skip("the element does not apply to this notice")
    if not _applies(before, key):
        pytest.skip("mentioned, though it need not be")
    gone = _without_element(engine, source, key)
    document = engine.check(_read(engine, gone.source), sample.name)
    if document.elements[key].status is Status.NOT_APPLICABLE:
        assert gone.shared, "only what made the element apply may end it"
        return
    assert document.elements[key].status.is_short
    assert _short(document) - gone.shared - FOLLOWS.get(key, set()) == {key}
    reported = {finding.rule.options.get("element") for finding in document.findings if finding.rule.kind == "element"}
    assert key in reported
    assert reported <= {key} | gone.shared | FOLLOWS.get(key, set())
    others = {finding.rule.id for finding in document.findings if finding.rule.family != "ELE"}
    assert others <= gone.loose_ends


def _applies(context: Context, key: str) -> bool:
    from rekisterilint.elements.conditions import CONDITIONS

    return any(CONDITIONS[name](context.situation) for name in context.catalogue.elements[key].applies)


class _Gone:
    """A notice without the text of an element.

    `shared` are elements that had evidence in the same sentences; `loose_ends` are rules that the
    cut itself gives cause to.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.shared: set[str] = set()
        self.loose_ends: set[str] = set()


def _without_element(engine: Engine, source: str, key: str) -> _Gone:
    """Take away the sentences that show the element, until none does."""
    gone = _Gone(source)
    if key == "controller_contact":
        gone.loose_ends.add("CON208")  # the contact person's own details went with it
    for _ in range(_MOST_ROUNDS):
        context = _context(engine, gone.source)
        if context.elements[key].status is not Status.STATED:
            return gone
        numbers = _evidence(context, key)
        gone.shared |= {other for other in ELEMENT_KEYS if other != key and numbers & _evidence(context, other)}
        gone.source = _cut(context, numbers)
    raise AssertionError(f"{key} is still stated")


def _evidence(context: Context, key: str) -> set[int]:
    """The sentences that are evidence of an element, whatever its status."""
    element = context.catalogue.elements[key]
    found: set[int] = set()
    for status in ("stated", "partial", "referred"):
        found |= set(units_of(context.evidence.of("element", key, status)))
        for signal in element.signals.get(status, ()):
            found |= set(units_of(context.evidence.of("signal", signal)))
    if key == "legal_basis":
        for letter in "abcdef":
            found |= set(units_of(context.evidence.of("signal", f"claims-{letter}")))
    return found


def _cut(context: Context, numbers: set[int]) -> str:
    """The source without these sentences, and without sections that they leave empty."""
    notice = context.notice
    units = notice.units
    left = {unit.section for n, unit in enumerate(units) if n not in numbers and unit.kind is not BlockKind.HEADING}
    keep_heading = left | {notice.sections[section].parent for section in left}
    going = [
        unit
        for n, unit in enumerate(units)
        if (n in numbers and (unit.kind is not BlockKind.HEADING or unit.section not in left))
        or (unit.kind is BlockKind.HEADING and unit.section not in keep_heading and unit.section > 0)
    ]
    headings = [unit for n, unit in enumerate(units) if n in numbers and unit.kind is BlockKind.HEADING and unit.section in left]
    source = notice.text.source
    for unit in sorted({*going, *headings}, key=lambda unit: unit.start, reverse=True):
        source = _without(source, notice.text, unit, neutral=unit in headings)
    return _renumbered(source)


def _without(source: str, text: Text, unit: Unit, *, neutral: bool) -> str:
    start = text.origin.source_offset(unit.start)
    end = text.origin.source_offset(unit.end - 1) + 1
    if neutral:
        return source[:start] + "X" + source[end:]
    line_start = source.rfind("\n", 0, start) + 1
    line_end = source.find("\n", end)
    line_end = len(source) if line_end < 0 else line_end
    rest = source[line_start:start] + source[end:line_end]
    if not re.search(r"\w{2}", rest) or unit.kind in (BlockKind.ROW, BlockKind.HEADING):
        return source[:line_start] + source[line_end + 1 :]
    return source[:start].rstrip(" ") + source[end:]


def _renumbered(source: str) -> str:
    """Numbered headings without a gap."""
    count = iter(range(1, 99))
    return re.sub(r"^## \d+(?=\. )", lambda match: f"## {next(count)}", source, flags=re.MULTILINE)
