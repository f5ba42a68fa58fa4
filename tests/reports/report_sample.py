"""One small run to write reports of: two faulty notices, a clean one, a hostile one, one unread."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from rekisterilint.catalogue.model import Confidence, Rule, Severity
from rekisterilint.elements.assess import ELEMENT_KEYS
from rekisterilint.reports import ReportOptions, report_class
from rekisterilint.results import FileResult, Summary

HOSTILE = (
    "</style></title></script><script>window.hacked=1</script> <img src=x onerror=window.hacked=1> "
    "\" onload=\"window.hacked=1\" x=' [paina](javascript:window.hacked=1) @admin #12 www.paha.example "
    "https://paha.example ::error::%0A::stop-commands::x <!-- ]]> {0} ${jndi} \u202e\x1b[31m \ufffe"
)
HOSTILE_PATH = "pahat/a,b:c%0A::error::<script>window.hacked=1<|script>@admin|.md"
Block = tuple[str, int, str, str]


def rule(identifier: str, name: str, severity: Severity, confidence: Confidence) -> Rule:
    """A rule whose words are its name."""
    words = {
        "fi": f"Miksi {name} on väärin.",
        "sv": f"Varför {name} är fel.",
        "en": f"Why {name} is wrong.",
    }
    return Rule(
        identifier, name, severity, confidence, "GDPR 13(1)(a)", "check", {"default": words}, words, {}
    )


RULES = {
    made.id: made
    for made in (
        rule("ADR302", "postal-code-town-mismatch", Severity.ERROR, Confidence.HIGH),
        rule("CON209", "phone-inconsistent", Severity.WARNING, Confidence.MEDIUM),
        rule("DOC703", "placeholder-text", Severity.ERROR, Confidence.HIGH),
        rule("LAW408", "citation-form", Severity.INFO, Confidence.LOW),
    )
}
TOOL = {
    "name": "rekisterilint",
    "version": "1.2.3",
    "data": {"postal_codes": "2024-04-13", "statutes": "2026-11-21"},
}
LIBRARY: Sequence[Block] = (
    ("heading", 1, "", "Tietosuojaseloste: kirjasto"),
    ("heading", 3, "1.", "Rekisterinpitäjä"),
    ("paragraph", 0, "", "Kuusiniemen kaupunki\nKirkkokatu 1, 00400 Järvenpää"),
    ("item", 1, "•", "Vaihde 019 555 0100"),
    ("item", 2, "-", "Neuvonta 019 555 0200"),
    ("row", 0, "", "Säilytysaika | 7 §:än mukaan"),
    ("paragraph", 0, "", "Sivu 1 (2)"),
)


def blocks_of(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Blocks as a file result holds them, one newline between."""
    made, start = [], 0
    for kind, level, marker, text in blocks:
        made.append(
            {"kind": kind, "level": level, "marker": marker, "furniture": text.startswith("Sivu "),
             "start": start, "text": text}
        )  # fmt: skip
        start += len(text) + 1
    return made


def finding(identifier: str, message: str, excerpt: str, line: int, **values: Any) -> dict[str, Any]:
    """The values of a finding of rule `identifier` whose excerpt begins `line`."""
    made = RULES[identifier]
    return {
        "rule": identifier, "name": made.name, "severity": made.severity.label,
        "confidence": made.confidence.label, "message": message, "line": line, "column": 1,
        "end_line": line, "end_column": 1 + len(excerpt), "page": None, "excerpt": excerpt,
        "provision": made.provision, "suggestion": None, "fix": None, **values,
    }  # fmt: skip


def result(
    path: str, title: str, blocks: Sequence[Block], findings: Sequence[dict[str, Any]], **values: Any
) -> FileResult:
    """The result of a notice of `blocks`; each finding lies where its excerpt first stands."""
    made = blocks_of(blocks)
    content = "\n".join(block["text"] for block in made)
    starts = [max(content.find(found["excerpt"]), 0) for found in findings]
    document = {
        "path": path, "format": values.get("format", "markdown"), "language": values.get("language", "fi"),
        "title": title, "controller_type": "public", "legal_bases": ["c", "e"],
        "elements": values.get("elements") or elements(), "findings": list(findings),
    }  # fmt: skip
    extras = {
        "blocks": made,
        "spans": [[at, at + len(f["excerpt"])] for at, f in zip(starts, findings, strict=True)],
        "snippets": [
            {"line": f["excerpt"].split("\n")[0], "start": 0, "end": len(f["excerpt"].split("\n")[0]), "path": None}
            for f in findings
        ],
        "sections": [values.get("section", "1. Rekisterinpitäjä") for _ in findings],
        "fingerprints": [f"{number:016x}" for number, _ in enumerate(findings, 1)],
        "related": values.get("related") or [[] for _ in findings],
        "edits": [[] for _ in findings],
        "variants": ["default" for _ in findings],
    }
    return FileResult(path, document, None, values.get("notes", ()), extras, values.get("suppressed", ()))


def elements(**statuses: str) -> dict[str, Any]:
    """All 25 elements, stated unless `statuses` say otherwise."""
    return {
        key: {"status": statuses.get(key, "stated"),
              "evidence": [] if statuses.get(key) == "missing" else [{"line": 3, "column": 1, "text": f"Kohta {key}"}]}
        for key in ELEMENT_KEYS
    }  # fmt: skip


def library() -> FileResult:
    """Overlapping findings, a fix, a related place, a remark, findings that are hidden."""
    edit = {"line": 5, "column": 15, "end_line": 5, "end_column": 20, "text": "04400"}
    findings = [
        finding(
            "ADR302", "Postinumero 00400 kuuluu Helsinkiin, ei Järvenpäähän.", "00400 Järvenpää", 5,
            column=15, end_column=30, suggestion="04400 Järvenpää", fix={"safe": False, "edits": [edit]},
        ),
        finding("DOC703", "Osoite on mallista.", "Kirkkokatu 1, 00400", 5, end_column=20),
        finding("CON209", "Puhelinnumeroita on kaksi.", "019 555 0200", 8, column=11, end_column=23),
        finding("LAW408", "Viittaus ”7 §:än” on väärässä muodossa.", "7 §:än", 9, suggestion="7 §:ään"),
    ]  # fmt: skip
    place = {"line": 7, "column": 8, "page": None, "text": "019 555 0100"}
    hidden = [
        {**finding("DOC703", "Teksti on mallista.", "Sivu", 10), "by": by, "reason": reason, "fingerprint": "f" * 16}
        for by, reason in (("comment", "Sovittu 1.2.2026"), ("baseline", ""))
    ]
    return result(
        "selosteet/kirjasto.md", "Tietosuojaseloste: kirjasto", LIBRARY, findings,
        related=[[], [], [place], []], notes=("merkistö oli windows-1252",), suppressed=tuple(hidden),
        elements=elements(dpo="missing", retention="partial", complaint="referred", transfers="not_applicable"),
    )  # fmt: skip


def pages() -> FileResult:
    """A PDF: its finding has a page."""
    blocks = [("heading", 1, "", "Avustukset"), ("paragraph", 0, "", "Kirjoita osoitteeseen [täydennä].")]
    found = finding("DOC703", "Mallin teksti on jäänyt.", "[täydennä]", 4, page=2, column=22, end_column=32)
    return result(
        "selosteet/avustukset.pdf", "Avustukset", blocks, [found], format="pdf",
        elements=elements(source="missing", dpo="missing"),
    )  # fmt: skip


def clean() -> FileResult:
    """A Swedish notice without a finding."""
    return result("selosteet/ren.html", "Biblioteket", [("heading", 1, "", "Biblioteket")], [], language="sv")


def hostile() -> FileResult:
    """A notice that tries to be more than text, wherever text goes."""
    blocks = [("heading", 1, "", HOSTILE), ("paragraph", 0, "", f"=cmd|' /C calc'!A0 {HOSTILE}")]
    findings = [
        finding("DOC703", f"=1+1 {HOSTILE}", HOSTILE, 1, suggestion=f"@SUM(1) {HOSTILE}"),
        finding("CON209", HOSTILE, f"=cmd|' /C calc'!A0 {HOSTILE}", 2),
    ]
    return result(
        HOSTILE_PATH, HOSTILE, blocks, findings, section=f"+{HOSTILE}", notes=(HOSTILE,),
        related=[[{"line": 2, "column": 1, "page": None, "text": HOSTILE}], []],
        elements={**elements(), "dpo": {"status": "stated", "evidence": [{"line": 1, "column": 1, "text": HOSTILE}]}},
        suppressed=({**findings[0], "by": "comment", "reason": HOSTILE, "fingerprint": "0" * 16},),
    )  # fmt: skip


def unread(message: str = "tiedosto on salattu") -> FileResult:
    """A file that could not be read."""
    path = "selosteet/salattu.pdf"
    return FileResult(path, None, {"path": path, "code": "encrypted-pdf", "message": message})


def report(name: str, results: Iterable[FileResult], language: str = "fi") -> str:
    """What the report called `name` writes of `results`."""
    out = io.StringIO()
    made = report_class(name)(out, ReportOptions(language, False, RULES, TOOL))
    summary = Summary()
    for item in results:
        summary = summary.plus(item)
        made.add(item)
    made.close(summary)
    return out.getvalue()


def disagreeing(*, words: str = "05800", where: str = "b.md:7") -> FileResult:
    """The library's notice, whose last finding is one of the comparison of the run."""
    first = library()
    assert first.document is not None
    row = {
        "rule": "ORG801", "path": first.path, "line": 4, "what": "postinumero (PL 12)", "here": words,
        "usual": "05801", "count": "3", "where": where,
    }  # fmt: skip
    rows: list[dict[str, Any] | None] = [None] * len(first.document["findings"])
    rows[-1] = row
    return first.changed(extras={**first.extras, "disagreements": rows})
