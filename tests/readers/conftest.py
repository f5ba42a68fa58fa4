"""What the reader tests share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of files that tools/make_fixtures.py wrote."""
    return Path(__file__).parent.parent / "fixtures"
