"""A run over many files: order, bounds on what waits, results as bytes, memory."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import orjson
import pytest

from project import ROOT, TODAY
from rekisterilint.checker import Checker
from rekisterilint.cli.run_step import with_run_rules
from rekisterilint.config import Config, Ignored
from rekisterilint.organisation.run_rules import RUN_RULES, RunNotices
from rekisterilint.results import FileResult, Summary
from rekisterilint.runs.options import CheckOptions
from rekisterilint.runs.packing import UnpackError, pack, packed_records, unpack
from rekisterilint.runs.parcels import Parcel, check_parcel
from rekisterilint.runs.run import Task, run_checks, run_in_lane

OPTIONS = CheckOptions("fi", TODAY, records="full", with_blocks=True)
CHECKER = Checker(OPTIONS)
SAMPLES = [
    *sorted((ROOT / "samples/faulty").iterdir()), ROOT / "samples/formats/granudden-medborgarinstitut-sv.pdf",
    ROOT / "samples/formats/granudden-medborgarinstitut-sv.docx",
]  # fmt: skip


def plain(value: object) -> object:
    return orjson.loads(orjson.dumps(value))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_result_comes_out_as_it_went_in(path: Path):
    config = Config(root=ROOT, ignored=(Ignored("*", "ADR302", "", "syy"),))
    result = CHECKER.check(str(path), config)
    out = unpack(pack(result), result.path)
    assert out.document is not None
    assert plain(dict(out.document)) == plain(result.document)
    assert (out.notes, out.error, list(out.suppressed)) == (result.notes, result.error, plain(result.suppressed))
    assert set(out.extras) == set(result.extras)
    for key in result.extras:
        assert out.extras[key] == (result.extras[key] if key in ("notices", "comments") else plain(result.extras[key]))
    assert Summary().plus(out) == Summary().plus(result)


def test_a_changed_result_is_packed_anew():
    result = unpack(pack(CHECKER.check(str(SAMPLES[0]), Config())), str(SAMPLES[0]))
    assert pack(result) is result.packed
    assert unpack(pack(result.changed(notes=("uusi",))), "x").notes == ("uusi",)


def test_an_error_and_half_a_character_can_be_packed():
    result = FileResult("\udcff.md", None, {"path": "\udcff.md", "code": "not-found", "message": "\ud800"})
    out = unpack(pack(result), result.path)
    assert out.path == "\udcff.md"
    assert out.error == {"path": "?.md", "code": "not-found", "message": "?"}
    assert out.document is None


@pytest.mark.parametrize("at", [0, 3, 5, 20, 400, -1])
def test_damage_is_noticed(at: int):
    data = bytearray(pack(CHECKER.check(str(SAMPLES[0]), Config())))
    data[at] ^= 1
    with pytest.raises(UnpackError):
        unpack(bytes(data), "x")
    for cut in (0, 10, len(data) // 2):
        with pytest.raises(UnpackError):
            unpack(bytes(data[:cut]), "x")


@dataclass
class _Later:
    """A lane that works only when it is waited for, and counts what waits."""

    submitted: list[Parcel] = field(default_factory=list)
    most: int = 0
    waiting: int = 0
    width: int = 2
    abroad: bool = False

    def submit(self, parcel: Parcel) -> _Handle:
        self.submitted.append(parcel)
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        return _Handle(self, parcel)


@dataclass
class _Handle:
    lane: _Later
    parcel: Parcel

    def result(self) -> Sequence[bytes]:
        self.lane.waiting -= 1
        return check_parcel(self.parcel)


def tasks(count: int, config: Config) -> Iterator[Task]:
    for number in range(count):
        yield Task(f"{number:03}.md", config, f"# Muistio {number}\n\nSää oli hyvä.\n".encode())


def test_results_come_in_order_and_little_waits():
    lane = _Later()

    @contextmanager
    def opened() -> Iterator[_Later]:
        yield lane

    config = Config()
    options = CheckOptions("fi", TODAY)
    paths = [result.path for result in run_in_lane(tasks(400, config), options, opened())]
    assert paths == [f"{number:03}.md" for number in range(400)]
    assert (len(lane.submitted), lane.most) == (17, 6)
    assert {len(parcel.configs) for parcel in lane.submitted} == {1}


def test_processes_find_what_one_finds(tmp_path: Path):
    configs = Config(select=("ADR",)), Config(select=("DOC",), ignored=(Ignored("*", "DOC702", "", "syy"),))
    some = [Task(str(path), configs[number % 2]) for number, path in enumerate(SAMPLES)]
    some.append(Task(str(tmp_path / "gone.md"), configs[0]))
    options = CheckOptions("fi", TODAY, records="run")
    alone = [pack(result) for result in run_checks(some, options, 1)]
    assert [pack(result) for result in run_checks(some, options, 2)] == alone


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the peak")
def test_rules_over_the_run_are_no_affair_of_memory():
    """What is kept of each of many notices of 300 controllers: some hundred bytes."""
    script = ROOT / "tests" / "run_records.py"

    def measured(count: int) -> tuple[float, int]:
        done = subprocess.run([sys.executable, str(script), str(count)], capture_output=True, text=True, check=True)
        _seconds, megabytes, found = done.stdout.split()
        return float(megabytes), int(found)

    few, many = measured(1_000), measured(9_000)
    assert many[0] - few[0] < 16
    assert many[1] > few[1] > 0


def test_records_come_back_from_the_file_as_they_were():
    results = [CHECKER.check(str(path), Config()) for path in SAMPLES[:4]]
    notices = RunNotices()
    for result in results:
        numbers = notices.add_packed(result.path, packed_records(pack(result)))
        assert len(numbers) == len(result.extras["notices"])
    expected = [record.slim() for result in results for record in result.extras["notices"]]
    assert list(notices.records) == expected
    assert notices.records[-1] == expected[-1]
    assert notices.findings(RUN_RULES) is not None


def test_what_waits_for_the_run_is_what_was_found():
    paths = [str(path) for path in SAMPLES[:4]]
    config = Config()
    planned = {path: Task(path, config) for path in paths}
    checker = Checker(CheckOptions("fi", datetime.date(2026, 11, 21), records="run"))
    before = [checker.check(path, config) for path in paths]
    after = list(with_run_rules(iter(before), planned, checker, "fi"))
    assert [result.path for result in after] == paths
    for one, other in zip(before, after, strict=True):
        assert one.document is not None
        assert other.document is not None
        kept = [f for f in other.document["findings"] if f["rule"] not in RUN_RULES]
        assert kept == plain(one.document["findings"])
