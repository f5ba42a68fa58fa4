"""The figures on hand-labelled real notices, where they lie beside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "eval"
SCORE = SHARED / "score.py"

pytestmark = pytest.mark.skipif(
    not SCORE.is_file(), reason="the labelled notices are other people's texts and no part of the project"
)


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "REKISTERILINT": f"{sys.executable} -m rekisterilint",
        "REKISTERILINT_TODAY": "2026-11-21",
    }
    return subprocess.run(
        [sys.executable, *map(str, command)], capture_output=True, text=True, env=environment, check=False
    )


@pytest.mark.parametrize(
    ("name", "elements", "defects"), [("seeds", "1.0", "0.98"), ("dev", "0.97", "0.95")]
)
def test_real_notices_are_judged_as_by_hand(name: str, elements: str, defects: str) -> None:
    done = _run(
        SCORE, "--set", SHARED / name, "--details", "--min-f1", elements, "--min-defect-f1", defects
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]


def test_confidence_keeps_what_it_promises() -> None:
    done = _run(ROOT / "tools" / "calibrate.py", "--check")
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
