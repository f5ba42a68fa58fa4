"""Work without an eye on the clock is stopped; what is around it goes on."""

from __future__ import annotations

import signal
import threading
import time
from contextlib import suppress
from functools import partial

import pytest

from rekisterilint.time_limit import TimeIsUpError, in_time

needs_timer = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timer")


@pytest.fixture(params=["the system's timer", "a watcher", "a watcher that knows the wall clock only"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How work is stopped: as the system at hand can, and as others can."""
    if request.param != "the system's timer":
        monkeypatch.setattr("rekisterilint.time_limit._has_timer", lambda: False)
    if request.param == "a watcher that knows the wall clock only":
        monkeypatch.delattr(time, "pthread_getcpuclockid", raising=False)
    return str(request.param)


def _busy() -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        pass


def test_work_that_ends_gives_its_value() -> None:
    assert in_time(60, lambda: 7) == 7


def test_endless_work_is_stopped() -> None:
    before = time.process_time()

    with pytest.raises(TimeIsUpError):
        in_time(0.1, _busy)

    assert 0.05 < time.process_time() - before < 5


def test_an_error_of_the_work_is_passed_on() -> None:
    with pytest.raises(ZeroDivisionError):
        in_time(60, lambda: 1 // 0)


def test_work_that_takes_every_exception_for_its_own_is_stopped() -> None:
    def stubborn() -> None:
        while True:
            try:
                _busy()
            except Exception:
                continue

    with pytest.raises(TimeIsUpError):
        in_time(0.1, stubborn)


def test_a_stop_that_is_swallowed_comes_again() -> None:
    def deaf() -> None:
        try:
            _busy()
        except BaseException:
            _busy()

    with pytest.raises(TimeIsUpError):
        in_time(0.1, deaf)


def test_waiting_takes_no_time_of_the_processor(way: str) -> None:
    if "wall" in way:
        pytest.skip("the clock on the wall goes on")
    in_time(0.2, lambda: time.sleep(0.5))


def test_nothing_comes_after_the_end(way: str) -> None:
    # Work that ends about when its time does: the stop comes before, at or behind its end.
    for number in range(60):
        work = partial(sum, range(10_000 + 2_000 * number))
        with suppress(TimeIsUpError):
            in_time(0.001, work)
        work()

    assert not [thread for thread in threading.enumerate() if "time-limit" in thread.name]


@needs_timer
def test_no_timer_is_left_behind(way: str) -> None:
    running = in_time(60, lambda: signal.getitimer(signal.ITIMER_PROF)[0] > 0)

    assert running is (way == "the system's timer")
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert signal.getsignal(signal.SIGPROF) is signal.SIG_DFL


@needs_timer
def test_a_program_that_uses_the_timer_itself_keeps_it() -> None:
    def own(*_: object) -> None:
        pass

    before = signal.signal(signal.SIGPROF, own)
    try:
        assert in_time(60, lambda: signal.getsignal(signal.SIGPROF)) is own
        with pytest.raises(TimeIsUpError):
            in_time(0.05, _busy)
        assert signal.getsignal(signal.SIGPROF) is own
    finally:
        signal.signal(signal.SIGPROF, before)


def test_work_in_other_threads_is_stopped() -> None:
    stopped: list[bool] = []

    def work() -> None:
        try:
            in_time(0.1, _busy)
        except TimeIsUpError:
            stopped.append(True)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert stopped == [True, True]
