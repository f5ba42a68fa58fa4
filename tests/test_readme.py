from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_excerpt_in_the_readme_is_the_tools_own_output():
    done = subprocess.run([sys.executable, "tools/update_readme.py", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "stale: run python tools/update_readme.py"


def test_ci_runs_the_readmes_test_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = next(c for c in re.findall(r"```sh\n(.+?)\n```", readme) if c.endswith("pytest"))
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_files_that_the_readme_links_are_there():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for link in re.findall(r"\]\((docs/[^)#]+)", readme):
        assert (ROOT / link).is_file(), link
