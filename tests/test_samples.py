"""The sample notices against what a careful reader finds in them (samples/expected.yaml)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from rekisterilint.engine import Engine
from rekisterilint.findings import Document, Finding
from rekisterilint.limits import Limits
from rekisterilint.readers import read_file

ROOT = Path(__file__).resolve().parent.parent
Checked = Callable[[str], Document]

SAMPLES = ROOT / "samples"
EXPECTED: list[dict[str, Any]] = YAML(typ="safe").load(
    (SAMPLES / "expected.yaml").read_text(encoding="utf-8")
)["samples"]
NOTICES = [label for label in EXPECTED if not label["file"].startswith("register/")]
IN_OTHER_FORMATS = [
    (label["file"], path.name)
    for label in NOTICES
    for path in sorted((SAMPLES / "formats").glob(Path(label["file"]).stem + ".*"))
]
# Lines drawn from a page may be torn anywhere: a sentence that breaks off there is not reported.
NOT_IN_PDF = {"DOC702"}


@pytest.fixture(scope="session")
def checked(engine: Engine) -> Callable[[str], Document]:
    """A sample's result, each worked out once."""

    @cache
    def check(file: str) -> Document:
        path = SAMPLES / file
        return engine.check(read_file(path, Limits(), engine.heading_words), str(path))

    return check


def _lines(document: Document, finding: Finding) -> range:
    """The lines that the finding covers."""
    start, end = map(document.text.source_place, finding.source_range(document.text))
    return range(start.line, end.line + 1)


def _defects(document: Document) -> list[Finding]:
    return [finding for finding in document.findings if finding.rule.family != "ELE"]


def _is_at(document: Document, finding: Finding, label: dict[str, Any]) -> bool:
    if finding.rule.id != label["rule"]:
        return False
    return "line" not in label or label["line"] in _lines(document, finding)


@pytest.fixture(params=EXPECTED, ids=lambda label: label["file"])
def label(request: pytest.FixtureRequest) -> dict[str, Any]:
    return request.param


def test_the_labels_quote_the_samples(label: dict[str, Any]) -> None:
    lines = (SAMPLES / label["file"]).read_text(encoding="utf-8").splitlines()
    for defect in label["defects"]:
        assert defect["quote"] in lines[defect["line"] - 1]


def test_every_element_has_the_expected_status(checked: Checked, label: dict[str, Any]) -> None:
    document = checked(label["file"])
    wrong = {
        key: (document.elements[key].status.value, wanted)
        for key, wanted in label["elements"].items()
        if document.elements[key].status.value not in ([wanted] if isinstance(wanted, str) else wanted)
    }
    assert not wrong
    assert set(label["elements"]) == set(document.elements)


def test_the_notice_itself_is_understood(checked: Checked, label: dict[str, Any]) -> None:
    document = checked(label["file"])
    assert document.language == label["language"]
    assert document.controller_type == label["controller_type"]
    assert list(document.legal_bases) == label["legal_bases"]


def test_every_defect_is_found_in_its_line_and_nothing_else(checked: Checked, label: dict[str, Any]) -> None:
    document = checked(label["file"])
    left = _defects(document)
    for defect in label["defects"]:
        found = [finding for finding in left if _is_at(document, finding, defect)]
        assert found, f"not found: {defect}"
        left.remove(found[0])
    allowed = label.get("allowed", ())
    unexpected = [
        (finding.rule.id, _lines(document, finding).start, finding.excerpt)
        for finding in left
        if not any(_is_at(document, finding, entry) for entry in allowed)
    ]
    assert not unexpected


def test_every_sample_stands_in_five_formats() -> None:
    assert Counter(file for file, _ in IN_OTHER_FORMATS) == {label["file"]: 5 for label in NOTICES}


@pytest.mark.parametrize(("master", "name"), IN_OTHER_FORMATS, ids=lambda value: Path(value).name)
def test_a_notice_is_judged_the_same_in_every_format(checked: Checked, master: str, name: str) -> None:
    first, second = checked(master), checked(f"formats/{name}")
    assert _statuses(first) == _statuses(second)
    ignored = NOT_IN_PDF if name.endswith(".pdf") else set()
    assert _said(first, ignored) == _said(second, ignored)


def _statuses(document: Document) -> dict[str, str]:
    return {key: result.status.value for key, result in document.elements.items()}


def _said(document: Document, ignored: set[str]) -> Counter[tuple[str, str]]:
    """The findings by rule and words; what is missing has no words of its own."""
    return Counter(
        (finding.rule.id, "" if finding.rule.family == "ELE" else " ".join(finding.excerpt.split()))
        for finding in document.findings
        if finding.rule.id not in ignored
    )
