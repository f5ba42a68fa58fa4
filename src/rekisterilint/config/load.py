"""TOML to `Config`, with the place and the nearest known name in every complaint."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rekisterilint.config.model import Config, Ignored, PerFileIgnore
from rekisterilint.folders import packaged_folder
from rekisterilint.limits import Limits

_TABLE = ("tool", "rekisterilint")


class ConfigError(Exception):
    """A configuration that can't be used; the message names file, place and reason."""


def load_config(path: Path) -> Config | None:
    """The configuration in `path`; None for a pyproject.toml without our table.

    Raises ConfigError when it is no TOML or breaks the schema.
    """
    import tomllib

    try:
        source = path.read_text(encoding="utf-8")
        values = tomllib.loads(source)
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    if path.name == "pyproject.toml":
        for name in _TABLE:
            values = values.get(name, {})
        if not values:
            return None
    _validate(path, source, values)
    for entry in _plain(values).get("ignored", ()):
        _check_day(path, source, entry.get("expires", ""))
    if "organisation" in values:
        _check_organisation(path, source, values["organisation"])
    return _config(path, values)


def _check_organisation(path: Path, source: str, values: Mapping[str, Any]) -> None:
    """ConfigError with both places where the profile contradicts itself."""
    from rekisterilint.organisation.profile import find_contradictions

    for found in find_contradictions(values):
        one, other = (
            f"{path}:{_line_of_value(source, key, value)}: organisation.{key}: {value}"
            for key, value in ((found.key, found.value), (found.other_key, found.other_value))
        )
        raise ConfigError(f"{one} contradicts {other}")


def _line_of_value(source: str, key: str, value: str) -> int:
    """The line of `value`, looked for from its key on; the key's own if it stands otherwise."""
    start = source.find("organisation")
    match = re.compile(rf"^.*(?<![\w-]){re.escape(key)}(?![\w-])", re.MULTILINE).search(source, max(start, 0))
    at = source.find(value, match.start() if match else max(start, 0))
    return source.count("\n", 0, at if at >= 0 else (match.start() if match else 0)) + 1


def _validate(path: Path, source: str, values: Mapping[str, Any]) -> None:
    import json

    from jsonschema import Draft202012Validator

    schema = json.loads(packaged_folder("schemas").joinpath("config.schema.json").read_bytes())
    errors = sorted(Draft202012Validator(schema).iter_errors(_plain(values)), key=lambda e: list(map(str, e.path)))
    if not errors:
        return
    error = errors[0]
    where = ".".join(str(part) for part in error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", {}))
        unknown = sorted(set(error.instance) - set(known))[0]
        line = _line_of(source, unknown)
        raise ConfigError(f"{path}:{line}: unknown key '{unknown}'{_nearest(unknown, known)}")
    key = str(error.absolute_path[-1]) if error.absolute_path else ""
    if isinstance(error.absolute_path[-1] if error.absolute_path else "", int):
        key = str(error.absolute_path[-2])
    raise ConfigError(f"{path}:{_line_of(source, key)}: {where}: {error.message}")


def _check_day(path: Path, source: str, day: str) -> None:
    try:
        datetime.date.fromisoformat(day or "2000-01-01")
    except ValueError as error:
        line = source.count("\n", 0, max(source.find(day), 0)) + 1
        raise ConfigError(f"{path}:{line}: ignored.expires: {day}: {error}") from error


def _plain(values: Any) -> Any:
    """TOML dates as text: the schema speaks of text."""
    if isinstance(values, Mapping):
        return {key: _plain(value) for key, value in values.items()}
    if isinstance(values, list):
        return [_plain(value) for value in values]
    return values.isoformat() if isinstance(values, datetime.date) else values


def _nearest(unknown: str, known: list[str]) -> str:
    from rapidfuzz import process

    best = process.extractOne(unknown, known, score_cutoff=60)
    return f"; did you mean '{best[0]}'?" if best else f"; known keys: {', '.join(known)}"


def _line_of(source: str, key: str) -> int:
    pattern = re.compile(rf"^\s*(?:\[+[^\]]*\b)?[\"']?{re.escape(key)}[\"']?\s*(?:=|\])", re.MULTILINE)
    match = pattern.search(source)
    return source.count("\n", 0, match.start() + len(match.group()) - len(match.group().lstrip())) + 1 if match else 1


def _config(path: Path, values: Mapping[str, Any]) -> Config:
    root = path.resolve().parent
    values = _plain(values)
    limits = values.get("limits", {})
    default = Limits()
    origins = {key: str(path) for key in values}
    return Config(
        path=path,
        root=root,
        select=tuple(values.get("select", ())),
        ignore=tuple(values.get("ignore", ())),
        severity=values.get("severity", {}),
        per_file_ignores=tuple(
            PerFileIgnore(glob, tuple(rules))
            for glob, rules in values.get("per-file-ignores", {}).items()
        ),
        ignored=tuple(
            Ignored(e["file"], e["rule"], e.get("quote", ""), e["reason"], e.get("expires", ""))
            for e in values.get("ignored", ())
        ),
        language=values.get("language", "fi"),
        fail_on=values.get("fail-on", "error"),
        pedantic=values.get("pedantic", False),
        min_confidence=values.get("min-confidence", "low"),
        rules=tuple(root / folder for folder in values.get("rules", ())),
        controller_type=values.get("controller-type", ""),
        public_bodies=tuple(values.get("public-bodies", ())),
        maximum_age_days=values.get("maximum-age-days", 3 * 365),
        exclude=tuple(values.get("exclude", ())),
        limits=Limits(
            max_bytes=limits.get("max-megabytes", default.max_bytes // 2**20) * 2**20,
            max_pages=limits.get("max-pages", default.max_pages),
            max_seconds=limits.get("max-seconds", default.max_seconds),
        ),
        organisation=values.get("organisation", {}),
        cache=values.get("cache", False),
        cache_dir=root / values["cache-dir"] if "cache-dir" in values else None,
        origins=origins,
    )
