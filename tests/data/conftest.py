"""The scripts that rebuild the data, importable, and the registers they read where at hand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT / "tools"))


@pytest.fixture(scope="session")
def shipped() -> Path:
    """The folder of the data files as committed."""
    return PROJECT / "src" / "rekisterilint" / "data"


@pytest.fixture(scope="session")
def registers() -> Path:
    """The folder of the registers kept by hand."""
    folder = PROJECT.parent / "shared" / "data"
    if not (folder / "statutes.csv").is_file():
        pytest.skip(f"the registers are not at {folder}: they are no part of the project")
    return folder
