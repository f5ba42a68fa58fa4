"""Shared by all tests: a fixed day, the engine, the folders beside the checkout."""

from __future__ import annotations

import pytest

from project import TODAY
from rekisterilint.catalogue import Catalogue, load_catalogue
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REKISTERILINT_TODAY", TODAY.isoformat())
    for name in ("REKISTERILINT_LANG", "NO_COLOR", "GITHUB_ACTIONS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def engine(catalogue: Catalogue) -> Engine:
    """Runs every rule, pedantic ones too."""
    return Engine(catalogue, Settings(TODAY))
