from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rekisterilint.readers.register.reader import TOP_LEVEL
from rekisterilint.readers.register.schema import SchemaProblem, problems, register_schema

SAMPLES = Path(__file__).parents[2] / "samples" / "register"


def found(source: str, name: str = "a.yaml") -> list[tuple[str, int, int, str]]:
    return [
        (problem.kind, problem.line, problem.column, problem.path)
        for problem in problems(source.encode(), name)
    ]


def only(source: str) -> SchemaProblem:
    (problem,) = problems(source.encode(), "a.yaml")
    return problem


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for value in schema.values():
            yield from _objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _objects(value)


def test_the_schema_is_valid_and_closed_and_every_field_is_documented() -> None:
    Draft202012Validator.check_schema(register_schema())
    for schema in _objects(register_schema()):
        assert schema["additionalProperties"] is False
        for name, field in schema["properties"].items():
            assert field.get("description"), name


def test_the_reader_knows_every_field_of_the_schema() -> None:
    assert set(register_schema()["properties"]) == TOP_LEVEL


def test_the_clean_sample_has_no_problems() -> None:
    sample = SAMPLES / "kuusiniemi-kirjasto.yaml"
    assert problems(sample.read_bytes(), sample.name) == ()


def test_the_faulty_sample_has_both_kinds() -> None:
    sample = SAMPLES / "kuusiniemi-pysakointi.yaml"
    kinds = {problem.kind for problem in problems(sample.read_bytes(), sample.name)}
    assert kinds == {"schema-violation", "unknown-field"}


def test_an_unknown_field_names_the_nearest_known_one() -> None:
    problem = only("name: x\nretenton: 2 vuotta\nsecurity: y\n")
    assert (problem.kind, problem.line, problem.column) == ("unknown-field", 2, 1)
    assert problem.suggestion == "retention"
    assert problem.message["fi"] == "tuntematon kenttä retenton, tarkoittanet retention"


def test_a_field_unlike_any_other_gets_no_suggestion() -> None:
    assert only("name: x\nsecurity: y\nzzzzqqq: y\n").suggestion == ""


@pytest.mark.parametrize(
    ("source", "line", "column", "path", "message"),
    [
        ("security: x\n", 1, 1, "", "the description: name is missing"),
        ("name: x\ncontroller: []\n", 2, 13, "controller", "the value of controller must be a set of fields (name: value)"),
        ("name: x\ncontroller: {phone: '1'}\n", 2, 1, "controller", "controller: name is missing"),
        ("name: x\nsecurity:\n", 2, 1, "security", "the field security has no value"),
        ("name: x\nsecurity: []\n", 2, 1, "security", "the field security is empty"),
        ("name: x\ntransfers: {outside_eea: ei}\n", 2, 26, "transfers.outside_eea", "the value of transfers.outside_eea must be true or false"),
        ("name: x\nsecurity: y\ndate: huhtikuu\n", 3, 7, "date", "the value of date has the wrong form: 12.3.2026 or 2026-03-12"),
        ("name: x\nsecurity: y\nlanguage: de\n", 3, 11, "language", "the value of language must be one of these: fi, sv, en"),
        ("name: x\nretention: [{data: y}]\n", 2, 13, "retention[0]", "retention[0]: period or criterion is missing"),
        ("name: x\ncomplaint: {contact: y}\n", 2, 1, "complaint", "complaint: authority is missing"),
    ],
)  # fmt: skip
def test_violations_are_said_in_plain_words_at_their_place(
    source: str, line: int, column: int, path: str, message: str
) -> None:
    problem = only(source)
    assert problem.kind == "schema-violation"
    assert (problem.line, problem.column, problem.path) == (line, column, path)
    assert problem.message["en"] == message
    assert set(problem.message) == {"fi", "sv", "en"}


def test_problems_come_in_the_order_of_the_file() -> None:
    assert found("nimi: x\nsecurity: y\nrights: {foo: true}\n") == [
        ("schema-violation", 1, 1, ""),
        ("unknown-field", 1, 1, "nimi"),
        ("unknown-field", 3, 10, "rights.foo"),
    ]


def test_a_number_in_json_is_no_text() -> None:
    source = '{"name": "x", "controller": {"name": "y", "address": {"postal_code": 400}}}'
    assert found(source, "a.json") == [
        ("schema-violation", 1, 70, "controller.address.postal_code")
    ]
