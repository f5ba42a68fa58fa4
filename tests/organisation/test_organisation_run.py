"""ORG801-804 over runs of several notices, the profile and what is learned from the samples."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.cli.baseline_step import BaselineStep
from rekisterilint.cli.run_step import with_run_rules
from rekisterilint.config import Config, ConfigError, load_config
from rekisterilint.organisation.groups import controller_name, group_notices
from rekisterilint.organisation.learn import profile_text
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.run_rules import RunNotices
from rekisterilint.results import FileResult
from rekisterilint.runs.run import Task
from rekisterilint.suppress.baseline import Baseline

TODAY = datetime.date(2026, 11, 21)
SAMPLES = Path(__file__).parents[2] / "samples"
CHECKER = Checker(CheckOptions("en", TODAY, records="run"))
ORG = Config(select=("ORG",))

NOTICE = """# {title}

## Rekisterinpitäjä

Koivulan kaupunki
PL 7, {code} Hyvinkää
Vaihde: {phone}

## Käsittelyn tarkoitus

Tietoja käsitellään {purpose} järjestämiseksi. Peruste on tietosuoja-asetuksen 6 artiklan 1 kohdan {ground} alakohta.

## Säilytysaika

Tietoja säilytetään {years} asiakkuuden päättymisestä.

## Rekisteröidyn oikeudet

Sinulla on oikeus tarkastaa tietosi ja vaatia niiden oikaisemista.
"""


def notice(**values: str) -> str:
    defaults = {
        "title": "Tietosuojaseloste", "code": "05801", "phone": "019 555 0300", "purpose": "palvelun",
        "ground": "e", "years": "kaksi vuotta",
    }  # fmt: skip
    return NOTICE.format_map({**defaults, **values})


def run(texts: Mapping[str, str], config: Config = ORG, *, whole: bool = True) -> dict[str, FileResult]:
    tasks = {path: Task(path, config, text.encode()) for path, text in texts.items()}
    results = (CHECKER.check(task.path, task.config, task.data) for task in tasks.values())
    found = tasks.keys() if whole else ()
    return {result.path: result for result in with_run_rules(results, tasks, CHECKER, "en", found)}


def found(results: Mapping[str, FileResult]) -> list[tuple[str, str, str]]:
    return [
        (finding["rule"], path, finding["excerpt"])
        for path, result in results.items()
        if result.document
        for finding in result.document["findings"]
    ]


def samples() -> dict[str, str]:
    paths = [*sorted((SAMPLES / "clean").iterdir()), *sorted((SAMPLES / "faulty").iterdir())]
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


def test_the_planted_outliers_are_named_and_nothing_else():
    assert found(run(samples())) == [
        ("ORG801", "granudden-medborgarinstitut-sv.md", "05800"),
        ("ORG801", "kuusiniemi-oma-palvelu-fi.md", "019 555 0200"),
    ]


def test_the_message_says_where_the_others_stand():
    result = run(samples())["granudden-medborgarinstitut-sv.md"]
    assert result.document is not None
    assert "05801 in 3 other notices" in result.document["findings"][0]["message"]
    assert "granudden-smabarnspedagogik-sv.md:13" in result.document["findings"][0]["message"]


def test_two_notices_are_no_majority():
    texts = {"a.md": notice(), "b.md": notice(code="05800", purpose="toisen palvelun")}
    assert found(run(texts)) == []


def test_a_split_without_a_clear_majority_is_silent():
    codes = ("05801", "05801", "05800", "05800")
    texts = {f"{n}.md": notice(code=code, purpose=f"asian {n}") for n, code in enumerate(codes)}
    assert found(run(texts)) == []


def test_what_many_notices_share_is_no_slip():
    phones = ["019 555 0300"] * 8 + ["019 555 0900"] * 4
    texts = {f"{n}.md": notice(phone=phone, purpose=f"asian {n}") for n, phone in enumerate(phones)}
    assert found(run(texts)) == []


def test_other_controllers_are_left_alone():
    others = notice(code="05800").replace("Koivulan kaupunki", "Metsälän kunta")
    texts = {"a.md": notice(), "b.md": notice(purpose="x"), "c.md": notice(purpose="y"), "d.md": others}
    assert found(run(texts)) == []


def test_one_register_described_twice():
    title = "Koivulan kaupungin uimahallin asiakasrekisteri"
    texts = {"a.md": notice(title=title), "b.md": notice(title=title + " – tietosuojaseloste", years="viisi vuotta")}
    results = run(texts)
    assert [(rule, path) for rule, path, _ in found(results)] == [("ORG803", "b.md")]
    document = results["b.md"].document
    assert document is not None and "a.md:1" in document["findings"][0]["message"]


@pytest.mark.parametrize(
    "title, years",
    [
        ("Koivulan kaupungin uimahallin asiakasrekisteri", "kaksi vuotta"),  # a copy
        ("Koivulan kaupungin kirjaston asiakasrekisteri", "viisi vuotta"),  # another register
        ("Uimahallin asiakasrekisteri 2025", "viisi vuotta"),  # another year
    ],
)
def test_copies_and_other_registers_are_no_duplicates(title: str, years: str):
    first = notice(title="Koivulan kaupungin uimahallin asiakasrekisteri")
    assert found(run({"a.md": first, "b.md": notice(title=title, years=years)})) == []


def version(language: str, period: str, article: str = "e") -> str:
    words = {
        "fi": notice(years=period, ground=article),
        "sv": f"""# Dataskyddsbeskrivning

## Personuppgiftsansvarig

Björklunda stad
PB 7, 05801 Hyvinge
Växel: 019 555 0300

## Ändamål med behandlingen

Uppgifterna behandlas för att ordna tjänsten. Grunden är artikel 6.1 {article} i dataskyddsförordningen.

## Lagringstid

Uppgifterna sparas i {period} efter att kundförhållandet har upphört.

## Den registrerades rättigheter

Du har rätt att få tillgång till dina uppgifter och kräva att de rättas.
""",
    }
    return words[language]


def test_language_versions_that_agree_are_silent():
    assert found(run({"uimahalli-fi.md": version("fi", "kaksi vuotta"), "uimahalli-sv.md": version("sv", "två år")})) == []


def test_language_versions_with_another_period_and_ground():
    texts = {"uimahalli-fi.md": version("fi", "kaksi vuotta"), "uimahalli-sv.md": version("sv", "fem år", "c")}
    results = run(texts)
    findings = [(rule, path) for rule, path, _ in found(results)]
    assert findings == [("ORG804", "uimahalli-sv.md")] * 2
    document = results["uimahalli-sv.md"].document
    assert document is not None
    assert any("5 years here, but 2 years in uimahalli-fi.md" in f["message"] for f in document["findings"])


def test_files_of_other_names_are_no_versions_of_each_other():
    texts = {"uimahalli-fi.md": version("fi", "kaksi vuotta"), "kirjasto-sv.md": version("sv", "fem år")}
    assert found(run(texts)) == []


def test_comments_and_the_configuration_silence_findings_of_the_run():
    texts = {f"{n}.md": notice(purpose=f"asian {n}") for n in range(3)}
    odd = notice(code="05800")
    texts["odd.md"] = odd.replace("Koivulan kaupunki\n", "<!-- rekisterilint: ignore ORG801: odottaa -->\nKoivulan kaupunki\n")
    results = run(texts)
    assert found(results) == []
    assert [(hidden["by"], hidden["reason"]) for hidden in results["odd.md"].suppressed] == [("comment", "odottaa")]
    assert results["odd.md"].notes == ()
    assert "disagreements" not in results["odd.md"].extras
    assert found(run({**texts, "odd.md": odd}, Config(select=("ORG802",)))) == []


COMMENT = "<!-- rekisterilint: ignore {rules}: odottaa -->\nKoivulan kaupunki\n"


@pytest.mark.parametrize(
    ("rules", "config", "whole", "remarks"),
    [
        ("ORG801", ORG, True, 1),
        ("ORG", ORG, True, 1),
        ("ADR302, ORG801", ORG, True, 1),
        # Of a few files of a folder nothing can be said, nor of rules that were not run.
        ("ORG801", ORG, False, 0),
        ("ORG", ORG, False, 0),
        ("ORG801", Config(select=("ORG803",)), True, 0),
    ],
)
def test_comments_that_hide_nothing_in_the_run_are_named(rules: str, config: Config, whole: bool, remarks: int):
    texts = {f"{n}.md": notice(purpose=f"asian {n}") for n in range(3)}
    texts["odd.md"] = notice().replace("Koivulan kaupunki\n", COMMENT.format(rules=rules))
    results = run(texts, config, whole=whole)
    assert found(results) == []
    notes = results["odd.md"].notes
    assert len(notes) == remarks
    assert all(f"line 5: {rules}" in note or f"5: {rules}" in note for note in notes)


@pytest.mark.parametrize("rules", ["ORG", "ORG801", "ADR302, ORG801"])
def test_a_comment_that_hides_a_finding_of_the_run_is_used(rules: str):
    texts = {f"{n}.md": notice(purpose=f"asian {n}") for n in range(3)}
    texts["odd.md"] = notice(code="05800").replace("Koivulan kaupunki\n", COMMENT.format(rules=rules))
    results = run(texts, Config(select=("ORG", "ADR302")))
    assert results["odd.md"].notes == ()
    assert [hidden["rule"] for hidden in results["odd.md"].suppressed] == ["ORG801"]


def test_what_the_baseline_hides_leaves_the_table(tmp_path: Path):
    texts = {f"{n}.md": notice(purpose=f"asian {n}") for n in range(3)}
    texts["odd.md"] = notice(code="05800", phone="019 555 0310")
    result = run(texts)["odd.md"]
    assert [row["here"] for row in result.extras["disagreements"]] == ["05800", "019 555 0310"]
    known = Baseline(tmp_path, {"odd.md": {result.extras["fingerprints"][0]: 1}})
    step = BaselineStep(tmp_path / "b.json", write=False, prune=False, baseline=known)
    left = step.hide(result.changed(path=str(tmp_path / "odd.md")))
    assert [row["here"] for row in left.extras["disagreements"]] == ["019 555 0310"]


def test_the_profile_outranks_the_majority(tmp_path: Path):
    path = tmp_path / "rekisterilint.toml"
    path.write_text('select = ["ORG"]\n[organisation]\nnames = ["Koivulan kaupunki"]\npo-box = "7"\npostal-code = "05801"\n')
    config = load_config(path)
    assert config is not None
    texts = {f"{n}.md": notice(purpose=f"asian {n}") for n in range(3)} | {"odd.md": notice(code="05800")}
    assert found(run(texts, config)) == [("ORG802", "odd.md", "05800")]


@pytest.mark.parametrize(
    "entries, lines",
    [
        ('po-box = "7"\npostal-code = "05800"\naddresses = ["PL 7, 05801 Hyvinkää"]', (3, 4)),
        ('addresses = [\n "Satamakatu 4, 05800 Hyvinkää",\n "Satamakatu 4, 05830 Hyvinkää",\n]', (3, 4)),
        ('[[organisation.systems]]\nname = "A"\ncountry = "Suomi"\n[[organisation.processors]]\nname = "A"\ncountry = "Irlanti"', (4, 7)),
    ],
)
def test_a_profile_that_contradicts_itself_names_both_places(tmp_path: Path, entries: str, lines: tuple[int, int]):
    path = tmp_path / "rekisterilint.toml"
    path.write_text(f"[organisation]\n{entries}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        load_config(path)
    message = str(raised.value)
    assert "contradicts" in message
    assert message.count(str(path)) == 2


def records_of(texts: Mapping[str, str]) -> list[NoticeRecord]:
    notices = RunNotices()
    for path, text in texts.items():
        notices.add(CHECKER.check(path, Config(), text.encode()).extras.get("notices", ()))
    return notices.records


def test_the_profile_learned_from_the_samples_names_the_outliers():
    records = records_of(samples())
    group = max(group_notices(records), key=len)
    assert controller_name(records, group) == "Kuusiniemen kaupunki"
    text = profile_text(records, group, "en")
    learned = tomllib.loads(text)["organisation"]
    assert learned["switchboard"] == "019 555 0100"
    assert (learned["po-box"], learned["postal-code"]) == ("12", "05801")
    assert learned["business-id"] == "3998214-4"
    assert learned["dpo-email"] == "tietosuojavastaava@kuusiniemi.example"
    assert set(learned["names"]) == {"Kuusiniemen kaupunki", "Granuddens stad"}
    assert "Satamakatu 4, 05800 Hyvinkää" in learned["addresses"]
    for outlier in ("019 555 0200 (kuusiniemi-oma-palvelu-fi.md:86)", "05800 (granudden-medborgarinstitut-sv.md:8)"):
        assert f"differs: {outlier}" in text


def test_a_learned_profile_finds_the_outliers(tmp_path: Path):
    records = records_of(samples())
    path = tmp_path / "rekisterilint.toml"
    text = profile_text(records, max(group_notices(records), key=len), "fi")
    path.write_text('select = ["ORG802"]\n' + text, encoding="utf-8")
    config = load_config(path)
    assert config is not None
    assert found(run(samples(), config)) == [
        ("ORG802", "granudden-medborgarinstitut-sv.md", "05800"),
        ("ORG802", "kuusiniemi-oma-palvelu-fi.md", "019 555 0200"),
        ("ORG802", "kuusiniemi-tyollisyyspalvelut-fi.txt", "00800"),
    ]
