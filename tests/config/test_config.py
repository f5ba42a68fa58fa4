from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rekisterilint.cli.show_config import config_text
from rekisterilint.config import Config, ConfigError, ConfigFinder, load_config


def write(folder: Path, content: str, name: str = "rekisterilint.toml") -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_values_are_read(tmp_path: Path):
    config = load_config(
        write(
            tmp_path,
            'language = "sv"\nignore = ["DOC706", "ADR"]\nmaximum-age-days = 30\n'
            '[severity]\nDOC706 = "error"\n[limits]\nmax-pages = 5\n'
            '[per-file-ignores]\n"vanhat/*" = ["LAW"]\n'
            '[[ignored]]\nfile = "a.pdf"\nrule = "ADR302"\nreason = "korjataan"\nexpires = 2027-01-01\n',
        )
    )
    assert config is not None
    assert config.language == "sv"
    assert config.ignore == ("DOC706", "ADR")
    assert config.limits.max_pages == 5
    assert config.ignored[0].expires == "2027-01-01"
    assert config.per_file_ignores[0].glob == "vanhat/*"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("ignor = []", ":1: unknown key 'ignor'; did you mean 'ignore'?"),
        ('language = "fi"\nfail-on = "fatal"', ":2: fail-on:"),
        ("language = ", "Invalid value"),
        ("[limits]\nmax-page = 3", "did you mean 'max-pages'?"),
        ('[[ignored]]\nfile = "a"\nrule = "ADR302"', "reason"),
        ('[[ignored]]\nfile = "a"\nrule = "ADR302"\nreason = "syy"\nexpires = "2026-02-30"', ":5: ignored.expires"),
    ],
)
def test_faults_are_told_with_place_and_nearest_name(tmp_path: Path, content: str, complaint: str):
    with pytest.raises(ConfigError, match=r"rekisterilint\.toml") as caught:
        load_config(write(tmp_path, content))
    assert complaint in str(caught.value)


def test_the_nearest_configuration_upwards_counts(tmp_path: Path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    write(tmp_path, 'language = "en"')
    write(tmp_path / "a", "[tool.other]\n", "pyproject.toml")
    assert ConfigFinder().for_file(inner / "x.md").language == "en"
    write(tmp_path / "a", '[tool.rekisterilint]\nlanguage = "sv"\n', "pyproject.toml")
    assert ConfigFinder().for_file(inner / "x.md").language == "sv"


def test_without_configuration_the_defaults_hold(tmp_path: Path):
    assert ConfigFinder(Config()).for_file(tmp_path / "x.md").fail_on == "error"


def test_what_is_in_force_is_shown_as_toml_with_its_origin(tmp_path: Path):
    source = (
        'language = "sv"\nmaximum-age-days = 30\n[limits]\nmax-pages = 5\n[severity]\nADR = "info"\n'
        '[per-file-ignores]\n"vanhat/*" = ["LAW"]\n'
        '[[ignored]]\nfile = "a.pdf"\nrule = "ADR302"\nreason = "sanoi \\"ei\\""\n'
    )
    path = write(tmp_path, source)
    config = load_config(path)
    assert config is not None
    text = config_text(config)
    shown = tomllib.loads(text)
    for key, value in tomllib.loads(source).items():
        assert shown[key] == ({**shown[key], **value} if key == "limits" else value)
    assert f'language = "sv"  # {path}' in text
    assert 'fail-on = "error"  # default' in text


def test_defaults_and_init_s_file_can_be_shown_too(tmp_path: Path):
    assert tomllib.loads(config_text(Config()))["limits"]["max-pages"] == 2000
