"""What other tools demand of each format: their schemas, and that a notice commands nothing."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from report_sample import HOSTILE, clean, hostile, library, pages, report, unread

from rekisterilint.reports.sarif import uri_of
from rekisterilint.results import FileResult

HERE = Path(__file__).parent
RESULTS = [library(), pages(), clean(), hostile(), unread(HOSTILE)]


@cache
def sarif_schema() -> jsonschema.Draft7Validator:
    schema = json.loads((HERE / "schemas/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())


def sarif(results: list[FileResult], language: str = "fi") -> dict[str, Any]:
    log = json.loads(report("sarif", results, language))
    sarif_schema().validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_json_satisfies_its_own_schema():
    schema = json.loads((HERE.parent.parent / "schemas/report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(report("json", RESULTS)), schema)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("results", [[], RESULTS], ids=["nothing", "everything"])
def test_sarif_satisfies_the_official_schema(results: list[FileResult], language: str):
    sarif(results, language)


def test_sarif_rules_have_help_tags_and_severity():
    rules = sarif([])["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and "privacy-notice" in rule["properties"]["tags"] for rule in rules)
    assert {rule["properties"]["problem.severity"] for rule in rules} == {"error", "warning", "recommendation"}


def test_sarif_regions_start_at_one_whatever_the_file():
    found = pages()
    assert found.document is not None
    values = {**found.document["findings"][0], "line": 0, "column": 0, "end_line": 0, "end_column": 0}
    run = sarif([found.changed(document={**found.document, "findings": [values]})])
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}


def test_sarif_has_fingerprints_fixes_and_related_places():
    results = sarif([library()])["results"]
    assert all(result["partialFingerprints"]["rekisterilint/v1"] for result in results)
    change = results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["deletedRegion"] == {"startLine": 5, "startColumn": 15, "endLine": 5, "endColumn": 20}
    assert results[2]["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 7


def test_sarif_offers_no_fix_in_a_drawn_file():
    found = library()
    assert found.document is not None
    run = sarif([found.changed(document={**found.document, "format": "pdf"})])
    assert not any("fixes" in result for result in run["results"])


def test_sarif_marks_what_is_hidden_and_by_what():
    hidden = [result for result in sarif([library()])["results"] if "suppressions" in result]
    assert [result["suppressions"][0]["kind"] for result in hidden] == ["inSource", "external"]
    assert [result.get("baselineState") for result in hidden] == [None, "unchanged"]


def test_sarif_says_what_was_not_checked():
    invocation = sarif([clean(), unread()])["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["level"] == "error"


def test_sarif_messages_hold_no_links():
    for result in sarif([hostile()])["results"]:
        assert not re.search(r"(?<!\\)\]\(", result["message"]["text"])


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("selosteet/a b.md", "selosteet/a%20b.md"),
        ("./a.md", "a.md"),
        ("/srv/ä.md", "file:///srv/%C3%A4.md"),
        ("C:\\selosteet\\a.md", "file:///C:/selosteet/a.md"),
        ("\udce4.md", "%E4.md"),
    ],
)
def test_sarif_names_files_by_uri(path: str, uri: str):
    assert uri_of(path) == uri


@pytest.mark.parametrize("results", [[], RESULTS], ids=["nothing", "everything"])
def test_junit_satisfies_the_common_schema(results: list[FileResult]):
    schema = etree.XMLSchema(etree.parse(HERE / "schemas/junit-10.xsd"))
    schema.assertValid(etree.fromstring(report("junit", results).encode()))


def test_junit_counts_files_that_fail_and_files_that_were_not_read():
    root = etree.fromstring(report("junit", RESULTS).encode())
    assert dict(root.attrib) == {"tests": "5", "failures": "3", "errors": "1"}
    assert len(root.findall(".//failure")) == 3
    assert len(root.findall(".//error")) == 1


def test_junit_leaves_the_notice_its_words():
    failure = etree.fromstring(report("junit", [hostile()]).encode()).find(".//failure")
    assert "</script><script>" in failure.get("message")
    assert len(failure) == 0


def test_github_gives_one_command_a_line_and_none_of_the_notice():
    lines = report("github", RESULTS).splitlines()
    assert len(lines) == 8
    command = re.compile(r"::(error|warning|notice) file=[^,:]+(,(line|endLine|col|endColumn)=\d+)*(,title=[^,:]+)?::")
    assert all(command.match(line) for line in lines)
    assert "%0A" not in "".join(lines).replace("%250A", "")


def test_gitlab_issues_have_the_fields_that_gitlab_reads():
    issues = json.loads(report("gitlab", RESULTS))
    for issue in issues:
        assert isinstance(issue["description"], str)
        assert issue["check_name"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith("./")
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert json.loads(report("gitlab", [])) == []


def test_gitlab_keeps_equal_findings_apart():
    found = library()
    twice = found.changed(extras={**found.extras, "fingerprints": ["a", "a", "a", "a"]})
    prints = [issue["fingerprint"] for issue in json.loads(report("gitlab", [twice]))]
    assert len(set(prints)) == 4


def test_markdown_shows_a_notice_as_words_only():
    tokens = MarkdownIt("commonmark").enable("table").parse(report("markdown", [hostile(), unread(HOSTILE)]))
    inline = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in inline} <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}
    blocks = [token.content.strip() for token in tokens if token.type == "html_block"]
    assert blocks == ["<details><summary>Artiklojen 13 ja 14 tiedot</summary>", "</details>"]


def test_markdown_calls_nobody_and_nothing():
    shown = "".join(
        child.content
        for token in MarkdownIt("commonmark").enable("table").parse(report("markdown", [hostile()]))
        for child in token.children or ()
    )
    assert not re.search(r"@\w|#\w", shown)
    raw = report("markdown", [hostile()])
    assert "www." not in raw
    assert "://" not in raw


def test_csv_opens_in_a_finnish_spreadsheet():
    written = report("csv", RESULTS)
    assert written.startswith("\ufefftiedosto;sivu;rivi")
    rows = list(csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {13}
    assert written.count("\r\n") == len(rows) == 9


@pytest.mark.parametrize("name", ["csv", "elements-csv"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝"])
def test_csv_cells_are_never_formulas(name: str, start: str):
    found = hostile()
    assert found.document is not None
    bad = f"{start}HYPERLINK(1)"
    values = {**found.document["findings"][0], "message": bad, "excerpt": bad, "suggestion": bad}
    changed = found.changed(
        path=bad, document={**found.document, "findings": [values]}, extras={**found.extras, "sections": [bad]}
    )
    written = report(name, [changed, unread(bad).changed(path=bad)]).removeprefix("\ufeff")
    cells = [cell for row in csv.reader(io.StringIO(written, newline=""), delimiter=";") for cell in row]
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝")] == []


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "junit", "csv", "markdown", "html"])
def test_a_file_that_was_not_checked_is_in_every_report(name: str):
    assert "tiedosto on salattu" in report(name, [clean(), unread()])


@pytest.mark.parametrize("name", ["json", "sarif", "github", "gitlab", "junit", "csv", "markdown", "html"])
def test_a_file_checked_in_part_is_told_with_its_findings_and_what_failed(name: str):
    error = {"path": "selosteet/kirjasto.md", "code": "rule-crashed", "message": "LOG501 kaatui"}
    written = report(name, [library().changed(error=error)])
    assert "LOG501 kaatui" in written
    assert "Postinumero 00400 kuuluu" in written
    if name == "junit":
        etree.XMLSchema(etree.parse(HERE / "schemas/junit-10.xsd")).assertValid(etree.fromstring(written.encode()))
