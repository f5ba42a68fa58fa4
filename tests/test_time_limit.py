"""Work without an eye on the clock is stopped; what is around it goes on."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from rekisterilint.time_limit import TimeIsUpError, time_limit

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timer")


def _busy() -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        pass


def test_endless_work_is_stopped() -> None:
    before = time.process_time()

    with pytest.raises(TimeIsUpError), time_limit(0.1):
        _busy()

    assert 0.05 < time.process_time() - before < 5


def test_work_that_takes_every_exception_for_its_own_is_stopped() -> None:
    def stubborn() -> None:
        while True:
            try:
                _busy()
            except Exception:
                continue

    with pytest.raises(TimeIsUpError), time_limit(0.1):
        stubborn()


def test_waiting_takes_no_time_of_the_processor() -> None:
    with time_limit(0.2):
        time.sleep(0.5)


def test_no_timer_is_left_behind() -> None:
    with time_limit(60):
        assert signal.getitimer(signal.ITIMER_PROF)[0] > 0

    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert signal.getsignal(signal.SIGPROF) is signal.SIG_DFL


def test_a_program_that_uses_the_timer_itself_keeps_it() -> None:
    def own(*_: object) -> None:
        pass

    before = signal.signal(signal.SIGPROF, own)
    try:
        with time_limit(0.01):
            assert signal.getsignal(signal.SIGPROF) is own
    finally:
        signal.signal(signal.SIGPROF, before)


def test_outside_the_main_thread_there_is_no_limit() -> None:
    done: list[bool] = []

    def work() -> None:
        with time_limit(0.001):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()

    assert done == [True]
