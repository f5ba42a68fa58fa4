"""The five seeds: what their labels call stated is filled, what they call missing is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from rekisterilint.catalogue import load_catalogue
from rekisterilint.engine import Engine
from rekisterilint.extract import extract, filled_elements
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes, read_file
from rekisterilint.readers.register.schema import problems

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "eval" / "seeds"
LABELS = sorted(SEEDS.glob("gold/*.yaml"))
pytestmark = pytest.mark.skipif(not LABELS, reason="the labelled notices are not here")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_catalogue())


@pytest.mark.parametrize("labels", LABELS, ids=lambda path: path.stem)
def test_a_seed_is_extracted_as_it_is_labelled(labels: Path, engine: Engine) -> None:
    gold = YAML(typ="safe").load(labels)
    text = read_file(SEEDS / gold["file"], Limits(), engine.heading_words)
    extraction = extract(text, engine, gold["file"])
    filled = filled_elements(extraction.plain())
    statuses = gold["elements"].items()
    assert {key for key, status in statuses if status == "stated"} <= filled
    assert not {key for key, status in statuses if status == "missing"} & filled
    data = extraction.source.encode()
    assert not problems(data, "notice.yaml")
    described = engine.check(read_bytes(data, "notice.yaml", Limits(), engine.heading_words), "n")
    original = engine.check(text, "o")
    assert {key: result.status for key, result in described.elements.items()} == {
        key: result.status for key, result in original.elements.items()
    }
