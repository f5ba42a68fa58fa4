"""A bound on the time of work that does not look at the clock itself."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# A stop that lands where Python drops exceptions (a finaliser) is repeated after this many seconds.
_AGAIN = 0.5


class TimeIsUpError(BaseException):
    """Raised inside `time_limit` when the time is up. No `Exception`: nothing on the way takes it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeIsUpError in the body once it took `seconds` of the processor's time.

    A machine that sleeps or is busy with other work does not use them up. It needs the system's
    profiling timer: on Windows, outside the main thread, and where the program around uses that
    timer itself, the body runs without a limit.
    """
    if not _can_interrupt():
        yield
        return
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


def _can_interrupt() -> bool:
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGPROF) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_PROF)[0] == 0
    )


def _stop(number: int, frame: FrameType | None) -> None:
    raise TimeIsUpError
