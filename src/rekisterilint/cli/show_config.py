"""`--show-config`: the settings in force and where each comes from."""

from __future__ import annotations

from dataclasses import fields

from rekisterilint.config import Config

_INTERNAL = frozenset({"path", "root", "origins"})


def config_text(config: Config) -> str:
    """One line a setting: `key = value  # file, -- for an option, default`."""
    lines = []
    for field in fields(config):
        if field.name in _INTERNAL:
            continue
        key = field.name.replace("_", "-")
        origin = config.origins.get(key, "default")
        lines.append(f"{key} = {_shown(getattr(config, field.name))}  # {origin}")
    return "\n".join(lines)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_shown(item) for item in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
