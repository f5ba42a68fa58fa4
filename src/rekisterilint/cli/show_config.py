"""`--show-config`: the settings in force and where each comes from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from rekisterilint.config import Config, PerFileIgnore
from rekisterilint.limits import Limits

_INTERNAL = frozenset({"path", "root", "origins"})


def config_text(config: Config) -> str:
    """TOML, one line a setting: `key = value  # file, -- for an option, default`."""
    lines = []
    for field in msgspec.structs.fields(config):
        if field.name in _INTERNAL or getattr(config, field.name) is None:
            continue
        key = field.name.replace("_", "-")
        origin = config.origins.get(key, "default")
        lines.append(f"{key} = {_toml(_as_written(getattr(config, field.name)))}  # {origin}")
    return "\n".join(lines)


def _as_written(value: Any) -> Any:
    """`value` as a configuration file says it."""
    if isinstance(value, Limits):
        return {
            "max-megabytes": value.max_bytes // 2**20,
            "max-pages": value.max_pages,
            "max-seconds": value.max_seconds,
        }
    if isinstance(value, tuple) and value and isinstance(value[0], PerFileIgnore):
        return {entry.glob: list(entry.rules) for entry in value}
    if isinstance(value, msgspec.Struct):
        return {key: part for key, part in msgspec.structs.asdict(value).items() if part}
    if isinstance(value, tuple):
        return [_as_written(item) for item in value]
    return str(value) if isinstance(value, Path) else value


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        pairs = (f"{_key(key)} = {_toml(part)}" for key, part in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    # JSON's way to write strings, numbers and booleans is TOML's too.
    return json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if name.replace("-", "").isalnum() and name.isascii() else _toml(name)
