"""What a register description does against its schema, said in plain words at its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from rekisterilint.folders import packaged_folder
from rekisterilint.readers.decode import decode
from rekisterilint.readers.register.nodes import NodeKind, RegisterNode, place
from rekisterilint.readers.register.reader import register_root

ProblemKind = Literal["schema-violation", "unknown-field"]
_NEAREST = 60
_MOST_LISTED = 6
_TYPE_NAMES: Mapping[str, Mapping[str, str]] = {
    "string": {"fi": "teksti", "sv": "en text", "en": "a text"},
    "boolean": {"fi": "true tai false", "sv": "true eller false", "en": "true or false"},
    "array": {"fi": "luettelo", "sv": "en lista", "en": "a list"},
    "object": {
        "fi": "joukko kenttiä (nimi: arvo)",
        "sv": "en uppsättning fält (namn: värde)",
        "en": "a set of fields (name: value)",
    },
}
_MESSAGES: Mapping[str, Mapping[str, str]] = {
    "type": {
        "fi": "kentän {field} arvoksi käy {expected}",
        "sv": "värdet i fältet {field} ska vara {expected}",
        "en": "the value of {field} must be {expected}",
    },
    "null": {
        "fi": "kentällä {field} ei ole arvoa",
        "sv": "fältet {field} saknar värde",
        "en": "the field {field} has no value",
    },
    "enum": {
        "fi": "kentän {field} arvoksi käy jokin näistä: {expected}",
        "sv": "värdet i fältet {field} ska vara något av dessa: {expected}",
        "en": "the value of {field} must be one of these: {expected}",
    },
    "required": {
        "fi": "{field}: puuttuu {expected}",
        "sv": "{field}: {expected} saknas",
        "en": "{field}: {expected} is missing",
    },
    "pattern": {
        "fi": "kentän {field} arvo on väärässä muodossa: {expected}",
        "sv": "värdet i fältet {field} har fel form: {expected}",
        "en": "the value of {field} has the wrong form: {expected}",
    },
    "empty": {
        "fi": "kenttä {field} on tyhjä",
        "sv": "fältet {field} är tomt",
        "en": "the field {field} is empty",
    },
    "unknown-field": {
        "fi": "tuntematon kenttä {field}",
        "sv": "okänt fält {field}",
        "en": "unknown field {field}",
    },
    "nearest": {
        "fi": "tuntematon kenttä {field}, tarkoittanet {expected}",
        "sv": "okänt fält {field}, menar du {expected}",
        "en": "unknown field {field}, did you mean {expected}",
    },
}
_ROOT_NAMES = {"fi": "kuvaus", "sv": "beskrivningen", "en": "the description"}
_OR = {"fi": " tai ", "sv": " eller ", "en": " or "}


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """A place where the description is not what the schema asks for.

    `kind` is "schema-violation" (REG901) or "unknown-field" (REG902). Line and column count from
    1; `start` and `end` are offsets in the decoded file. `path` names the node, `message` is in
    Finnish, Swedish and English, `suggestion` is the nearest known field name or empty.
    """

    kind: ProblemKind
    line: int
    column: int
    start: int
    end: int
    path: str
    message: Mapping[str, str]
    suggestion: str = ""


@cache
def register_schema() -> dict[str, Any]:
    """The JSON Schema of register descriptions."""
    file = packaged_folder("schemas") / "register.schema.json"
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def problems(data: bytes, name: str) -> tuple[SchemaProblem, ...]:
    """What is wrong with the description, in the order of the file.

    Raises ReadError as the reader of descriptions does.
    """
    source = decode(data).text
    return problems_in(source, register_root(source, name))


def problems_in(source: str, root: RegisterNode) -> tuple[SchemaProblem, ...]:
    """What is wrong with the description `root` of the decoded file `source`, in its order."""
    found = _Problems(source, root)
    found.collect()
    return tuple(sorted(found.problems, key=lambda problem: (problem.start, problem.kind)))


class _Problems:
    def __init__(self, source: str, root: RegisterNode) -> None:
        self._source = source
        self._root = root
        self.problems: list[SchemaProblem] = []

    def collect(self) -> None:
        """Validate and translate each error of the validator."""
        from jsonschema import Draft202012Validator

        for error in Draft202012Validator(register_schema()).iter_errors(self._root.plain()):
            for leaf in _leaves(error):
                self._add(leaf)

    def _add(self, error: Any) -> None:
        path: Sequence[str | int] = list(error.absolute_path)
        if error.validator == "additionalProperties":
            self._add_unknown(error, path)
        elif error.validator == "required":
            missing = [name for name in error.validator_value if name not in error.instance]
            for name in missing:
                if f"'{name}'" in error.message:
                    self._report("required", path, dict.fromkeys(_OR, name))
        elif error.validator in ("minItems", "minProperties"):
            self._report("empty", path, {})
        elif error.validator == "anyOf" and _only_required(error):
            names = [option["required"][0] for option in error.validator_value]
            self._report("required", path, _joined(names))
        elif error.instance is None:
            self._report("null", path, {})
        elif error.validator == "enum":
            listed = ", ".join(map(str, error.validator_value[:_MOST_LISTED]))
            if len(error.validator_value) > _MOST_LISTED:
                listed += " …"
            self._report("enum", path, dict.fromkeys(_OR, listed))
        elif error.validator == "pattern":
            example = {"fi": "12.3.2026 tai 2026-03-12", "sv": "12.3.2026 eller 2026-03-12"}
            self._report("pattern", path, {**example, "en": "12.3.2026 or 2026-03-12"})
        else:
            self._report("type", path, _types_named(_expected_types(error)))

    def _add_unknown(self, error: Any, path: Sequence[str | int]) -> None:
        from rapidfuzz import process

        known = list(error.schema.get("properties", {}))
        for name in error.instance:
            if name in known:
                continue
            match = process.extractOne(name, known, score_cutoff=_NEAREST)
            suggestion = match[0] if match else ""
            key = "nearest" if suggestion else "unknown-field"
            self._report(
                key,
                [*path, name],
                dict.fromkeys(_OR, suggestion),
                suggestion=suggestion,
                kind="unknown-field",
            )

    def _report(
        self,
        message: str,
        path: Sequence[str | int],
        expected: Mapping[str, str],
        *,
        suggestion: str = "",
        kind: ProblemKind = "schema-violation",
    ) -> None:
        at_key = kind == "unknown-field" or message in ("required", "null", "empty")
        start, end = _span(self._root, path, at_key=at_key)
        line, column = place(self._source, start)
        written = _written(path)
        texts = {
            language: _MESSAGES[message][language].format(
                field=written or _ROOT_NAMES[language], expected=expected.get(language, "")
            )
            for language in _OR
        }
        self.problems.append(
            SchemaProblem(kind, line, column, start, end, written, texts, suggestion)
        )


def _leaves(error: Any) -> Iterator[Any]:
    """The errors that tell most: inside alternatives, those of the one that was meant."""
    if error.validator != "anyOf" or _only_required(error):
        yield error
        return
    meant: dict[int, list[Any]] = {}
    for inner in error.context:
        meant.setdefault(inner.schema_path[0], []).append(inner)
    # The alternative that its writer meant has the value's type and knows most of its fields.
    fitting = [
        [leaf for inner in branch for leaf in _leaves(inner)]
        for branch in meant.values()
        if not any(_is_type_mismatch(inner, error) for inner in branch)
    ]
    yield from min(reversed(fitting), key=_unknown_names) if fitting else [error]


def _unknown_names(leaves: Sequence[Any]) -> int:
    return sum(
        len(set(leaf.instance) - set(leaf.schema.get("properties", ())))
        for leaf in leaves
        if leaf.validator == "additionalProperties"
    )


def _is_type_mismatch(inner: Any, outer: Any) -> bool:
    same_place = len(inner.absolute_path) == len(outer.absolute_path)
    if inner.validator == "anyOf" and same_place and not _only_required(inner):
        branches: dict[int, bool] = {}
        for leaf in inner.context:
            index = leaf.schema_path[0]
            branches[index] = branches.get(index, False) or _is_type_mismatch(leaf, outer)
        return all(branches.values())
    return inner.validator == "type" and same_place


def _only_required(error: Any) -> bool:
    options = error.validator_value
    return error.validator == "anyOf" and all(set(option) == {"required"} for option in options)


def _expected_types(error: Any) -> list[str]:
    if error.validator == "type":
        return [error.validator_value]
    types: list[str] = []
    for inner in error.context or ():
        if inner.absolute_path == error.absolute_path:
            types += [name for name in _expected_types(inner) if name not in types]
    return types


def _types_named(types: Iterable[str]) -> dict[str, str]:
    names = [_TYPE_NAMES[name] for name in types if name in _TYPE_NAMES]
    return {language: _OR[language].join(name[language] for name in names) for language in _OR}


def _joined(names: Sequence[str]) -> dict[str, str]:
    return {language: joint.join(names) for language, joint in _OR.items()}


def _span(root: RegisterNode, path: Sequence[str | int], *, at_key: bool) -> tuple[int, int]:
    """Where the node at `path` stands: its key if asked for and it has one, else its value."""
    node, key = root, None
    for step in path:
        if node.kind is NodeKind.MAPPING:
            pair = next((pair for pair in node.entries if pair[0].value == step), None)
            if pair is None:
                break
            key, node = pair
        elif isinstance(step, int) and step < len(node.items):
            key, node = None, node.items[step]
    if at_key and key is not None:
        return key.start, key.end
    if node.kind is NodeKind.SCALAR:
        return node.start, max(node.end, node.start + 1)
    # A whole mapping is no place: point at where it begins.
    if node.entries:
        return node.start, node.entries[0][0].end
    return node.start, node.start + 1


def _written(path: Iterable[str | int]) -> str:
    written = ""
    for step in path:
        written += f"[{step}]" if isinstance(step, int) else f".{step}" if written else step
    return written
