"""A bound on the time of work that does not look at the clock itself."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

_T = TypeVar("_T")
# A stop that lands where Python drops exceptions (a finaliser) is repeated after this many seconds.
_AGAIN = 0.5
_MOST_BETWEEN_LOOKS = 0.25


class TimeIsUpError(BaseException):
    """Raised inside `in_time` when the time is up. No `Exception`: nothing on the way takes it."""


def in_time(seconds: float, work: Callable[[], _T]) -> _T:
    """What `work()` gives; TimeIsUpError once it took `seconds` of the processor's time.

    A machine that sleeps or is busy with other work does not use them up. The system's profiling
    timer stops the work; where there is none (Windows, a thread beside the main one, a program
    that uses the timer itself) a second thread watches it. Windows does not tell the time of one
    thread: there the clock on the wall counts, but for the hours that the machine sleeps.
    """
    watch = _Timer(seconds) if _has_timer() else _Watcher(seconds)
    # No context manager: a stop that lands between its end and this frame would leave the watch on.
    try:
        watch.start()
        return work()
    finally:
        left = False
        while not left:
            try:
                watch.leave()
                left = True
            except TimeIsUpError:
                # It came when the work was done.
                continue


def _has_timer() -> bool:
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGPROF) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_PROF)[0] == 0
    )


class _Timer:
    """Has the system interrupt the program."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def start(self) -> None:
        signal.signal(signal.SIGPROF, _stop)
        signal.setitimer(signal.ITIMER_PROF, self._seconds, _AGAIN)

    def leave(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


def _stop(number: int, frame: FrameType | None) -> None:
    raise TimeIsUpError


class _Watcher(threading.Thread):
    """Raises TimeIsUpError in the thread that made it once that took `seconds`, until it leaves."""

    def __init__(self, seconds: float) -> None:
        super().__init__(name="rekisterilint-time-limit", daemon=True)
        self._watched = threading.get_ident()
        self._seconds = seconds
        self._pause = min(seconds / 4, _MOST_BETWEEN_LOOKS)
        self._spent = _stopwatch(self._watched, self._pause)
        self._left = threading.Event()
        self._lock = threading.Lock()
        self._raised = False

    def run(self) -> None:
        pause = self._pause
        while not self._left.wait(pause):
            if self._spent() < self._seconds:
                continue
            pause = _AGAIN
            with self._lock:
                if not self._left.is_set():
                    self._raised = True
                    _raise_in(self._watched, TimeIsUpError)

    def leave(self) -> None:
        """Nothing is raised any more when this returns."""
        with self._lock:
            self._left.set()
            if self._raised:
                _raise_in(self._watched, None)
        self.join()


def _stopwatch(ident: int, pause: float) -> Callable[[], float]:
    """Tells the seconds that thread `ident` took since now, asked every `pause` seconds."""
    if hasattr(time, "pthread_getcpuclockid"):
        clock = time.pthread_getcpuclockid(ident)
        start = time.clock_gettime(clock)
        return lambda: time.clock_gettime(clock) - start
    looks = iter(range(1, 2**63))
    # Looks are counted, not hours: between two of them the machine may have slept.
    return lambda: next(looks) * pause


def _raise_in(ident: int, error: type[BaseException] | None) -> None:
    """Have `error` raised in thread `ident` before its next step; None takes back what waits there."""
    import ctypes

    waiting = ctypes.py_object(error) if error is not None else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(ident), waiting)
