from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.config import ConfigError
from rekisterilint.suppress.baseline import Baseline, baseline_text, load_baseline, merged

COUNTS = st.dictionaries(
    st.sampled_from(["a.md", "ä.md", "b/a.md"]),
    st.dictionaries(st.sampled_from(["f1", "f2", "f3"]), st.integers(1, 3), min_size=1),
)


def test_as_many_as_counted_are_known_and_the_rest_is_new(tmp_path: Path):
    baseline = Baseline(tmp_path, {"a.md": {"f1": 2}})
    assert baseline.known(str(tmp_path / "a.md"), ["f1", "f2", "f1", "f1"]) == [True, False, True, False]


def test_a_missing_baseline_is_empty_and_a_faulty_one_an_error(tmp_path: Path):
    assert load_baseline(tmp_path / "none.json").counts == {}
    faulty = tmp_path / "b.json"
    faulty.write_text('{"version": 2}', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"b\.json"):
        load_baseline(faulty)


@given(COUNTS, COUNTS)
def test_writing_loses_nothing_and_adds_what_this_run_saw(old, seen):
    counts = merged(Baseline(Path(), old), seen, prune=False)
    for path in {**old, **seen}:
        for name in {**old.get(path, {}), **seen.get(path, {})}:
            assert counts[path][name] == max(
                old.get(path, {}).get(name, 0), seen.get(path, {}).get(name, 0)
            )


@given(COUNTS, COUNTS)
def test_pruning_adds_nothing(old, seen):
    counts = merged(Baseline(Path("no such folder"), old), seen, prune=True)
    assert counts.keys() <= old.keys() & seen.keys()
    for path, by_print in counts.items():
        for name, number in by_print.items():
            assert number == min(old[path][name], seen[path][name])


def test_pruning_keeps_files_that_this_run_did_not_see_but_that_are_there(tmp_path: Path):
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    old = Baseline(tmp_path, {"a.md": {"f1": 1}, "gone.md": {"f1": 1}})
    assert merged(old, {}, prune=True) == {"a.md": {"f1": 1}}


def test_what_is_written_is_read_again(tmp_path: Path):
    path = tmp_path / "b.json"
    counts = {"ä.md": {"f1": 1}}
    path.write_text(baseline_text(counts), encoding="utf-8")
    assert load_baseline(path).counts == counts
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == 1
