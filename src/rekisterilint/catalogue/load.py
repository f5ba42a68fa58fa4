"""Rule files to catalogue. Any file may hold topics, a lexicon, signals, elements and rules."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rekisterilint.catalogue.cache import load_kept, save_kept
from rekisterilint.catalogue.model import (
    LANGUAGES,
    Catalogue,
    Clause,
    Confidence,
    Element,
    Example,
    Rule,
    Severity,
)
from rekisterilint.folders import packaged_folder

_CLAUSE_KEYS = ("within", "outside", "units", "near", "reach", "across", "value")


# By digest: a process that checks for many callers (an editor, a test) reads the files once.
_MOST_LOADED = 8
_loaded: dict[str, Catalogue] = {}


class CatalogueError(Exception):
    """A rule file that can't be used: the message names file, place and reason."""


def rule_files(folders: Iterable[Path]) -> list[Path]:
    """All rule files below `folders` (or the files themselves), in a fixed order."""
    files: list[Path] = []
    for folder in folders:
        files += sorted(folder.rglob("*.yaml")) if folder.is_dir() else [folder]
    return files


def source_name(path: Path) -> str:
    """What the catalogue calls the rule file at `path`, as in `Rule.source`."""
    own = packaged_folder("rules")
    resolved = path.resolve()
    return _own_name(resolved, own) if resolved.is_relative_to(own) else str(path)


def _own_name(path: Path, folder: Path) -> str:
    """The name of a packaged file: the same wherever we are installed, for what was compiled elsewhere."""
    return f"rekisterilint:{path.relative_to(folder).as_posix()}"


def load_catalogue(extra: Iterable[Path] = ()) -> Catalogue:
    """The packaged catalogue and the rule files or folders in `extra`.

    Raises CatalogueError when a file can't be read or says what can't be.
    """
    own = packaged_folder("rules")
    named = [(_own_name(path, own), path) for path in rule_files([own])]
    named += [(str(path), path) for path in rule_files(extra)]
    digest = hashlib.sha256()
    sources: list[tuple[str, bytes]] = []
    for name, path in named:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CatalogueError(f"{path}: {error.strerror}") from error
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
        sources.append((name, data))
    key = digest.hexdigest()
    if key in _loaded:
        return _loaded[key]
    catalogue = load_kept("rules", key, Catalogue)
    if catalogue is None:
        catalogue = build_catalogue([(name, parse_rule_file(data, name)) for name, data in sources], key)
        save_kept("rules", key, catalogue)
    if len(_loaded) >= _MOST_LOADED:
        _loaded.clear()
    _loaded[key] = catalogue
    return catalogue


def parse_rule_file(data: bytes, name: str) -> dict[str, Any]:
    """The plain values of one rule file; CatalogueError with line and column if it is no YAML."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        loaded = YAML(typ="safe", pure=False).load(data.decode("utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise CatalogueError(f"{name}{place}: {error.problem}") from error
    except (YAMLError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{name}: {error}") from error
    if not isinstance(loaded, dict):
        raise CatalogueError(f"{name}: a rule file is a mapping")
    return loaded


def build_catalogue(documents: Iterable[tuple[str, Mapping[str, Any]]], digest: str) -> Catalogue:
    """The catalogue of parsed rule files, given as (file name, values)."""
    topics: dict[str, Mapping[str, tuple[str, ...]]] = {}
    lexicon: dict[str, dict[str, tuple[str, ...]]] = {language: {} for language in LANGUAGES}
    signals: dict[str, tuple[Clause, ...]] = {}
    elements: dict[str, Element] = {}
    rules: dict[str, Rule] = {}
    for name, document in documents:
        try:
            for topic, by_language in document.get("topics", {}).items():
                topics[topic] = _by_language(by_language)
            for entry, by_language in document.get("lexicon", {}).items():
                for language, words in _by_language(by_language).items():
                    lexicon[language][entry] = words
            for signal, clauses in document.get("signals", {}).items():
                signals[signal] = (*signals.get(signal, ()), *map(_clause, clauses))
            for key, element in document.get("elements", {}).items():
                elements[key] = _element(key, element)
            for values in document.get("rules", ()):
                rule = _rule(values, name)
                if rule.id in rules:
                    raise CatalogueError(f"{name}: rule {rule.id} stands twice")
                rules[rule.id] = rule
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise CatalogueError(f"{name}: {type(error).__name__}: {error}") from error
    return Catalogue(topics, lexicon, signals, elements, dict(sorted(rules.items())), digest)


def _by_language(values: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {
        language: tuple([words] if isinstance(words, str) else words)
        for language, words in values.items()
        if language in LANGUAGES
    }


def _clause(values: Mapping[str, Any]) -> Clause:
    unknown = set(values) - set(_CLAUSE_KEYS) - set(LANGUAGES) - {"all"}
    if unknown:
        raise ValueError(f"unknown key {sorted(unknown)[0]!r} in a clause")
    expressions = _by_language(values)
    for words in [values["all"]] if "all" in values else []:
        every = tuple([words] if isinstance(words, str) else words)
        expressions = {lang: (*expressions.get(lang, ()), *every) for lang in LANGUAGES}
    near = values.get("near", {})
    if isinstance(near, str):
        near = dict.fromkeys(LANGUAGES, near)
    value = values.get("value", {})
    if isinstance(value, str):
        value = dict.fromkeys(LANGUAGES, value)
    return Clause(
        expressions=expressions,
        within=frozenset(values.get("within", ())),
        outside=frozenset(values.get("outside", ())),
        units=values.get("units", "body"),
        near=_by_language(near),
        reach=values.get("reach", 3),
        across=values.get("across", False),
        value=value,
    )


def _element(key: str, values: Mapping[str, Any]) -> Element:
    return Element(
        key=key,
        provision=values["provision"],
        applies=tuple(values.get("applies", ("always",))),
        evidence={
            status: tuple(map(_clause, clauses))
            for status, clauses in values.get("evidence", {}).items()
        },
        signals={
            status: tuple(signals) for status, signals in values.get("signals", {}).items()
        },
    )


def _rule(values: Mapping[str, Any], source: str) -> Rule:
    message = values["message"]
    messages = {"default": message} if "fi" in message else message
    return Rule(
        id=values["id"],
        name=values["name"],
        severity=Severity[values["severity"].upper()],
        confidence=Confidence[values["confidence"].upper()],
        provision=values["provision"],
        kind=values["kind"],
        messages=messages,
        help=values["help"],
        options=values.get("options", {}),
        clauses=tuple(map(_clause, values.get("clauses", ()))),
        examples=tuple(map(_example, values.get("examples", ()))),
        pedantic=values.get("pedantic", False),
        guideline=values.get("guideline", ""),
        source=source,
    )


def _example(values: Mapping[str, Any]) -> Example:
    finds = values.get("finds", ())
    return Example(
        language=values["lang"],
        text=values["text"],
        finds=tuple([finds] if isinstance(finds, str) else finds),
        format=values.get("format", "text"),
        status=values.get("status", ""),
    )
