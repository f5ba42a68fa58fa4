from __future__ import annotations

from pathlib import Path

import pytest

from rekisterilint.config import Config, Ignored
from rekisterilint.results import FileResult
from rekisterilint.suppress.configured import EntryUse, matches_glob


@pytest.mark.parametrize(
    ("path", "glob", "matches"),
    [
        ("vanhat/a.pdf", "vanhat/*.pdf", True),
        ("vanhat/a.pdf", "*.pdf", True),
        ("vanhat/a.pdf", "a.pdf", True),
        ("vanhat/2020/a.pdf", "vanhat", True),
        ("vanhat/2020/a.pdf", "vanhat/", True),
        ("vanhat/2020/a.pdf", "**/2020/*", True),
        ("a.pdf", "**/*.pdf", True),
        ("uudet/a.pdf", "vanhat/*", False),
        ("vanhat.pdf", "vanhat", False),
        ("a [1].pdf", "a *.pdf", True),
    ],
)
def test_globs_are_seen_from_the_configuration_s_folder(
    tmp_path: Path, path: str, glob: str, matches: bool
) -> None:
    assert matches_glob(str(tmp_path / path), glob, tmp_path) is matches


def hidden(path: Path, excerpt: str) -> FileResult:
    finding = {"by": "configuration", "rule": "ADR302", "excerpt": excerpt}
    return FileResult(str(path), {}, suppressed=(finding,))


def test_an_entry_for_several_files_is_unused_only_if_it_hid_nothing_in_any(tmp_path: Path) -> None:
    used = Ignored("*.pdf", "ADR302", "00400", "syy")
    unused = Ignored("*.pdf", "ADR302", "00500", "syy")
    elsewhere = Ignored("*.docx", "ADR302", "00500", "syy")
    use = EntryUse()
    config = Config(root=tmp_path, ignored=(used, unused, elsewhere))
    ran = frozenset({"ADR302"})
    use.add(hidden(tmp_path / "a.pdf", "00400 Järvenpää"), config, ran, ())
    use.add(FileResult(str(tmp_path / "b.pdf"), {}), config, ran, ())
    use.add(FileResult(str(tmp_path / "c.docx"), None, {"code": "empty"}), config, ran, ())
    assert use.unused() == [unused]


def test_an_entry_of_a_rule_that_was_not_run_is_not_called_unused(tmp_path: Path) -> None:
    several, one = Ignored("*.pdf", "ORG801", "", "syy"), Ignored("a.pdf", "ORG803", "", "syy")
    config = Config(root=tmp_path, ignored=(several, one))
    result = FileResult(str(tmp_path / "a.pdf"), {})

    alone, among_others = EntryUse(), EntryUse()
    alone.add(result, config, frozenset({"ADR302"}), ())
    among_others.add(result, config, frozenset({"ADR302"}), frozenset({"ORG801", "ORG803"}))

    assert alone.unused() == []
    assert among_others.unused() == [several, one]
