"""The questions at a real terminal: what is wrong with an answer shows while it is typed."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
pyte = pytest.importorskip("pyte")
pytest.importorskip("prompt_toolkit")

_COLUMNS, _ROWS = 160, 50


class Terminal:
    """The command in a pseudo-terminal: keys in, and the screen that it makes of what comes out."""

    def __init__(self, path: Path) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self._leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        self._screen = pyte.HistoryScreen(_COLUMNS, _ROWS)
        self._screen.write_process_input = self.type  # answers where the cursor stands
        self._stream = pyte.ByteStream(self._screen)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "rekisterilint", "init", "--notice", "--lang", "fi", "-o", str(path)],
            stdin=follower, stdout=follower, stderr=follower, start_new_session=True,
            env={
                **os.environ, "PYTHONUTF8": "1", "TERM": "xterm-256color", "REKISTERILINT_TODAY": "2026-11-21",
            },
        )  # fmt: skip
        os.close(follower)

    def type(self, keys: str) -> None:
        os.write(self._leader, keys.encode())

    @property
    def shown(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def title(self) -> str:
        return self._screen.title

    def wait_for(self, words: str, seconds: float = 60) -> None:
        """Read on until `words` are on the screen."""
        end = time.monotonic() + seconds
        while words not in self.shown:
            assert time.monotonic() < end, f"{words!r} is not shown, but: {self.shown}"
            if select.select([self._leader], [], [], 0.5)[0]:
                try:
                    self._stream.feed(os.read(self._leader, 65536))
                except OSError:
                    pytest.fail(f"ended without {words!r}: {self.shown}")

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._leader)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path / "kuvaus.yaml")
    yield opened
    opened.close()


def test_answers_are_checked_while_they_are_typed(terminal: Terminal, tmp_path: Path) -> None:
    terminal.wait_for("Rekisterin tai selosteen nimi")
    terminal.type("Kirjasto\r")
    terminal.wait_for("päivämäärä")
    # No Enter: the reason stands below the line as soon as the answer can't be right.
    terminal.type("31.2.2026")
    terminal.wait_for("31.2.2026 ei ole päivämäärä")
    terminal.type("\x7f" * 9 + "28.2.2026")
    terminal.wait_for("✓ kelpaa")
    terminal.type("\r")
    terminal.wait_for("Rekisterinpitäjän nimi")
    terminal.type("Kuusiniemen kaupunki\r")
    terminal.wait_for("viranomainen?")
    # Enter does not take what can't be right.
    terminal.type("ehkä\r")
    terminal.wait_for("Vastaa k (kyllä) tai e (ei).")
    terminal.type("\x7f" * 4 + "k\r")
    terminal.wait_for("Y-tunnus")
    terminal.type("\r")
    terminal.wait_for("Katuosoite")
    terminal.type("Kirkkokatu 1\r")
    terminal.wait_for("Postinumero ja")
    terminal.type("00400 Järvenpää")
    terminal.wait_for("postitoimipaikka on Helsinki. Tarkoititko 04400")
    terminal.type("\x7f" * 15 + "04400 Järvenpää\r")
    terminal.wait_for("Rekisterinpitäjän puhelin")
    terminal.type("\r" * 40)
    terminal.wait_for("jäi auki")
    assert terminal.process.wait(60) == 0
    described = YAML(typ="safe").load((tmp_path / "kuvaus.yaml").read_text(encoding="utf-8"))
    assert (described["name"], described["date"]) == ("Kirjasto", "2026-02-28")
    assert described["controller"]["public"] is True
    assert described["controller"]["address"] == {"street": "Kirkkokatu 1", "postal_code": "04400", "town": "Järvenpää"}


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_stopping_writes_nothing(terminal: Terminal, tmp_path: Path, key: str) -> None:
    terminal.wait_for("Rekisterin tai selosteen nimi")
    terminal.type("Kirjasto\r")
    terminal.wait_for("päivämäärä")
    terminal.type(key)
    terminal.wait_for("kysely keskeytettiin; mitään ei kirjoitettu")
    assert terminal.process.wait(60) == 2
    assert list(tmp_path.iterdir()) == []


def test_pasted_control_characters_do_nothing(terminal: Terminal) -> None:
    terminal.wait_for("Rekisterin tai selosteen nimi")
    terminal.type("\x1b[200~Kirjasto\x1b]0;paha\x07\nrivi\x1b[201~")
    terminal.wait_for("✓ kelpaa")
    assert terminal.title == ""
    terminal.type("\r")
    terminal.wait_for("päivämäärä")
