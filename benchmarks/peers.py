"""The tools that rekisterilint is timed against, as far as they are installed.

Looked for in benchmarks/.peers (install_peers.sh makes it), beside this Python, and on PATH.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent / ".peers"
_PLACES = (_HERE / "bin", _HERE / "node" / "node_modules" / ".bin", Path(sys.executable).parent)
_TEXTLINT_RULES = ("no-todo", "max-comma", "terminology", "write-good")


def peer_commands(targets: list[str], folder: Path) -> dict[str, list[str]]:
    """The command of each installed peer over `targets`; settings are written to `folder`."""
    commands = {}
    for name, arguments in {"codespell": [], "proselint": ["check"]}.items():
        found = _found(name)
        if found:
            commands[name] = [found, *arguments, *targets]
    textlint = _found("textlint")
    if textlint:
        settings = folder / ".textlintrc.json"
        settings.write_text(json.dumps({"rules": dict.fromkeys(_TEXTLINT_RULES, True)}), encoding="utf-8")
        # It looks for its rules where it is started.
        here = ["env", "-C", str(_HERE / "node")]
        commands["textlint, 4 rules"] = [*here, textlint, "--config", str(settings), *targets]
    return commands


def python_with(*modules: str) -> str | None:
    """A Python that can import `modules`: ours, or the peers'."""
    for python in (sys.executable, str(_HERE / "bin" / "python")):
        if Path(python).exists():
            done = subprocess.run([python, "-c", f"import {', '.join(modules)}"], capture_output=True, check=False)
            if done.returncode == 0:
                return python
    return None


def versions() -> dict[str, str]:
    """What the installed peers say of their version."""
    found = {name: path for name in ("codespell", "proselint", "textlint") if (path := _found(name))}
    return {name: _version(path) for name, path in found.items()}


def _version(path: str) -> str:
    for option in ("--version", "version"):
        done = subprocess.run([path, option], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.strip().splitlines()[0].rpartition(" ")[2]
    return ""


def _found(name: str) -> str | None:
    for place in _PLACES:
        if (place / name).exists():
            return str(place / name)
    return shutil.which(name)
