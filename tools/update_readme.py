"""Put the tool's own output into README.md, between the marks that name the command.

    python tools/update_readme.py [--check]

With --check nothing is written; the exit status is 1 if the README is stale.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_EXCERPT = re.compile(
    r"(?P<head><!-- output: (?P<command>.+?)(?: \| lines (?P<first>\d+)-(?P<last>\d+))? -->\n```text\n)(?P<body>.*?)(?P<tail>```\n)",
    re.DOTALL,
)


def output_of(command: str) -> str:
    """What `rekisterilint` prints for the arguments in `command`, as of the samples' day."""
    environment = {**os.environ, "REKISTERILINT_TODAY": "2026-11-21", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=ROOT, env=environment, capture_output=True, check=False,
    )  # fmt: skip
    return done.stdout.decode().replace("\r\n", "\n")


def updated(readme: str) -> str:
    """`readme` with fresh output between its marks."""

    def fresh(match: re.Match[str]) -> str:
        lines = output_of(match.group("command")).splitlines()
        if match.group("first"):
            lines = lines[int(match.group("first")) - 1 : int(match.group("last"))]
        body = "\n".join(line.rstrip() for line in lines).strip("\n")
        return f"{match.group('head')}{body}\n{match.group('tail')}"

    return _EXCERPT.sub(fresh, readme)


def main() -> int:
    """Update or check the README."""
    readme = README.read_text(encoding="utf-8")
    fresh = updated(readme)
    if "--check" in sys.argv[1:]:
        return int(fresh != readme)
    README.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
