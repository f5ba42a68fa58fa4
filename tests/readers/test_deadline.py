"""The clock that readers look at."""

from __future__ import annotations

import signal
from itertools import count
from pathlib import Path

import pytest

from rekisterilint.cli import exits, extract_command, render_command
from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.deadline import Deadline


def test_a_deadline_that_is_over_says_so() -> None:
    with pytest.raises(ReadError) as caught:
        Deadline(Limits(max_seconds=-1)).check()

    assert caught.value.code == "too-slow"
    assert caught.value.values == {"seconds": "-1"}


def test_a_deadline_to_come_says_nothing() -> None:
    Deadline(Limits(max_seconds=60)).check()

    assert list(Deadline(Limits(max_seconds=60)).watched("abc")) == ["a", "b", "c"]


def test_a_watched_loop_without_end_ends() -> None:
    with pytest.raises(ReadError) as caught:
        for _ in Deadline(Limits(max_seconds=0.05)).watched(count()):
            pass

    assert caught.value.code == "too-slow"


def _endless(*_: object) -> None:
    while True:
        pass


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timer")
def test_describing_a_notice_keeps_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "rekisterilint.toml"
    config.write_text("[limits]\nmax-seconds = 0.2\n", encoding="utf-8")
    notice = tmp_path / "seloste.md"
    notice.write_text("# Tietosuojaseloste\n", encoding="utf-8")
    monkeypatch.setattr(extract_command, "extract", _endless)

    status = extract_command.run_extract_command(str(notice), "", "fi", config, False, "")

    assert status == exits.UNREAD
    assert capsys.readouterr() == (
        "",
        f"rekisterilint: {notice}: tarkistus kesti yli 0.2 s ja keskeytettiin\n",
    )


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system has no such timer")
def test_rendering_a_description_keeps_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    description = tmp_path / "seloste.yaml"
    description.write_text("purposes: asiakassuhteen hoitaminen\n", encoding="utf-8")
    monkeypatch.setattr(render_command, "render_template", _endless)
    monkeypatch.setattr(render_command, "_LIMITS", Limits(max_seconds=0.2))

    status = render_command.run_render_command(description, "markdown", "fi", None, None)

    assert status == exits.UNREAD
    assert capsys.readouterr() == (
        "",
        f"rekisterilint: {description}: tarkistus kesti yli 0.2 s ja keskeytettiin\n",
    )


def test_rendering_opens_no_device(capsys: pytest.CaptureFixture[str]) -> None:
    assert render_command.run_render_command(Path("/dev/zero"), "markdown", "fi", None, None) == exits.UNREAD
    assert capsys.readouterr().err == "rekisterilint: /dev/zero: ei ole tavallinen tiedosto\n"
