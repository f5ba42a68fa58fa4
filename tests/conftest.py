"""Shared by all tests: a fixed day, the engine, the folders beside the checkout."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from project import TODAY
from rekisterilint.catalogue import Catalogue, load_catalogue
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine

# Few examples keep the whole suite under three minutes; HYPOTHESIS_PROFILE=thorough tries many.
settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("thorough", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# Programs that tests start are to start as an installed one does: from compiled modules.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


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
