"""The catalogue as a whole: it is the one that was agreed, and each rule proves itself by examples."""

from __future__ import annotations

import datetime
import re
import string
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from rekisterilint.catalogue import Catalogue, CatalogueError, Rule, load_catalogue
from rekisterilint.catalogue.load import build_catalogue, parse_rule_file
from rekisterilint.catalogue.model import LANGUAGES
from rekisterilint.catalogue.plan import owned_clauses
from rekisterilint.catalogue.validate import validate_catalogue, validate_rule_files
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine
from rekisterilint.examples import read_example, run_examples
from rekisterilint.folders import packaged_folder
from rekisterilint.reports.rule_page import fires

ROOT = Path(__file__).resolve().parent.parent
TODAY = datetime.date(2026, 11, 21)
# Identifier, name (- where the contract gives none), severity, off unless --pedantic.
CONTRACT = """
ELE101 controller-missing error
ELE102 controller-contact-missing error
ELE103 contact-person-missing warning
ELE104 dpo-contact-missing error
ELE105 purposes-missing error
ELE106 legal-basis-missing error
ELE107 legal-basis-without-article-6 warning
ELE108 legitimate-interest-unstated error
ELE109 recipients-missing error
ELE110 transfers-missing warning
ELE111 transfer-safeguards-missing error
ELE112 retention-missing error
ELE113 retention-vague warning
ELE114 - error
ELE115 - error
ELE116 - error
ELE117 - error
ELE118 - error
ELE119 - error
ELE120 rights-by-reference-only warning
ELE121 consent-withdrawal-missing error
ELE122 complaint-missing error
ELE123 provision-obligation-missing warning
ELE124 automated-decisions-missing warning
ELE125 automated-decisions-unexplained error
ELE126 data-categories-missing error
ELE127 source-missing error
ELE128 special-category-basis-missing error
ELE129 date-missing info
ELE130 joint-controller-arrangement-missing warning
CON201 empty-field error
CON202 contact-name-missing warning
CON203 phone-invalid error
CON204 email-invalid error
CON205 email-placeholder info pedantic
CON206 url-broken warning
CON207 business-id-invalid error
CON208 contact-unreachable warning
CON209 phone-inconsistent warning
CON210 personal-identity-code error
CON211 email-domain-inconsistent warning
ADR301 postal-code-unknown error
ADR302 postal-code-town-mismatch error
ADR303 po-box-code-mismatch warning
ADR304 address-inconsistent warning
ADR305 postal-code-malformed error
LAW401 law-number-malformed error
LAW402 law-number-unknown info pedantic
LAW403 law-name-number-mismatch error
LAW404 law-repealed warning
LAW405 gdpr-number-wrong error
LAW406 gdpr-provision-nonexistent error
LAW407 law-name-typo warning
LAW408 citation-form info
LAW409 law-number-inconsistent error
LAW410 transfer-instrument-invalid warning
LAW411 repealed-act-practice warning
LOG501 legal-basis-conflict warning
LOG502 legitimate-interest-of-authority warning
LOG503 transfer-contradiction warning
LOG504 disclosure-contradiction warning
LOG505 right-not-available info pedantic
LOG506 source-contradiction warning
LOG507 automated-decision-contradiction warning
LOG508 retention-conflict warning
LOG509 identity-code-ground-unstated info pedantic
LOG510 eea-membership-wrong error
LOG511 right-wrongly-denied warning
AUT601 authority-replaced warning
AUT602 supervisory-authority-contact-wrong error
AUT603 ombudsman-confused-with-dpo warning
DOC701 empty-section error
DOC702 text-cut-off warning
DOC703 placeholder-text error
DOC704 heading-numbering warning
DOC705 date-in-future error
DOC706 date-stale info
DOC707 page-furniture info pedantic
DOC708 repeated-text warning
DOC709 obsolete-term warning
DOC710 key-term-typo warning
DOC711 long-sentence info pedantic
DOC712 not-a-notice info
REG901 schema-violation error
REG902 unknown-field warning
"""
# The severity that holds where nothing more is known; the condition for the contract's is data.
SEVERITY_IF = {
    "ELE104": ("info", {"public": "error"}),
    "ELE126": ("warning", {"third-party-source": "error"}),
    "ELE127": ("warning", {"third-party-source": "error"}),
}
LEAST_EXAMPLES = {"fi": 3, "sv": 1, "en": 1}

RULES = list(load_catalogue().rules.values())
by_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@pytest.fixture(scope="module")
def own_engine(catalogue: Catalogue) -> Engine:
    """An engine whose rules a test may choose."""
    return Engine(catalogue, Settings(TODAY))


def test_every_rule_file_obeys_the_schema() -> None:
    validate_rule_files([packaged_folder("rules")])


def test_nothing_in_the_catalogue_refers_to_what_is_not_there(catalogue: Catalogue) -> None:
    validate_catalogue(catalogue)


def test_the_catalogue_holds_what_was_agreed(catalogue: Catalogue) -> None:
    agreed = {row[0]: row[1:] for row in map(str.split, CONTRACT.strip().splitlines())}
    differing = {}
    for identifier, (name, severity, *pedantic) in agreed.items():
        rule = catalogue.rules.get(identifier)
        if rule is None:
            differing[identifier] = "missing"
            continue
        if identifier in SEVERITY_IF:
            severity, conditions = SEVERITY_IF[identifier]
            assert rule.options["severity_if"] == conditions
        own = ("-" if name == "-" else rule.name, rule.severity.label, rule.pedantic)
        if own != (name, severity, bool(pedantic)):
            differing[identifier] = own
    assert not differing
    unknown = {rule for rule in catalogue.rules if rule not in agreed and not rule.startswith("ORG")}
    assert not unknown
    assert len({rule.name for rule in catalogue.rules.values()}) == len(catalogue.rules)


@by_rule
def test_a_rule_has_examples_of_both_kinds_in_three_languages(rule: Rule) -> None:
    if rule.family == "ORG":
        pytest.skip("compares files: an example is one file")
    counts = Counter((example.language, fires(rule, example)) for example in rule.examples)
    short = {
        (language, "fires" if firing else "silent"): counts[language, firing]
        for language, least in LEAST_EXAMPLES.items()
        for firing in (True, False)
        if counts[language, firing] < least
    }
    assert not short


@by_rule
def test_the_examples_of_a_rule_give_what_they_promise(rule: Rule, catalogue: Catalogue) -> None:
    assert list(run_examples(catalogue, [rule])) == []


@by_rule
def test_examples_differ(rule: Rule) -> None:
    texts = Counter(example.text for example in rule.examples)
    assert [text for text, times in texts.items() if times > 1] == []


@by_rule
def test_a_rule_speaks_three_languages(rule: Rule) -> None:
    for texts in (rule.help, *rule.messages.values()):
        assert set(texts) == set(LANGUAGES)
        assert all(words.strip() for words in texts.values())
    for texts in rule.messages.values():
        named = {language: placeholders(words) for language, words in texts.items()}
        assert set(named.values()) == {named["fi"]}, "a placeholder that one language lacks"
    assert rule.provision


@by_rule
def test_messages_are_filled_and_fixes_are_as_declared(rule: Rule, own_engine: Engine) -> None:
    if rule.family == "ORG":
        pytest.skip("compares files: an example is one file")
    own_engine.rules = [rule]
    known = {"excerpt"}
    shown = set()
    fixes = set()
    for example in rule.examples:
        if not fires(rule, example):
            continue
        for finding in own_engine.check(read_example(example, own_engine), "example").findings:
            known |= set(finding.values)
            shown.add(finding.variant)
            if finding.fix is not None:
                fixes.add("safe" if finding.fix.safe else "unsafe")
            for language in LANGUAGES:
                message = finding.message(language)
                assert message == message.strip()
                assert "{" not in message.replace(finding.excerpt, "")
    assert shown
    wanted = {name for texts in rule.messages.values() for name in placeholders(texts["fi"])}
    assert wanted <= known
    assert rule.options.get("fix", "") == ("both" if len(fixes) == 2 else "".join(fixes))


def placeholders(message: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(message) if name is not None)


RULE = """
rules:
  - id: TST001
    name: own-rule
    severity: info
    confidence: low
    provision: GDPR 12(1)
    {kind}
    message: &words {{fi: a, sv: b, en: c}}
    help: *words
    examples:
      - {{lang: fi, text: a}}
      - {{lang: fi, text: b}}
"""


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("kind: element\n    options: {element: horoscope, statuses: [missing]}", "no element 'horoscope'"),
        ("kind: element\n    options: {element: right_access, statuses: []}", "statuses"),
        ("kind: element\n    options: {element: date, statuses: [partial]}", "never partial"),
        ("kind: conflict\n    options: {claim: claims-a, against: claims-z}", "no signal 'claims-z'"),
        ("kind: conflict\n    options: {claim: claims-a, against: claims-b, unless: [rain]}", "no condition 'rain'"),
        ("kind: check\n    options: {function: document.nothing}", "no check 'document.nothing'"),
        ("kind: check\n    options: {function: nowhere.nothing}", "no check 'nowhere.nothing'"),
        ("kind: pattern\n    clauses: [{within: [retention]}]", "can never match"),
        ("kind: pattern\n    clauses: [{within: [astrology], fi: tähti}]", "no topic 'astrology'"),
        ("kind: pattern\n    clauses: [{all: '@email'}]", "can never match"),
        ("kind: pattern\n    clauses: [{fi: '!tieto'}]", "can never match"),
        ("kind: pattern\n    clauses: [{fi: '(tieto'}]", "(tieto"),
        ("kind: pattern", "clauses"),
    ],
)  # fmt: skip
def test_a_rule_that_can_never_match_is_refused(
    tmp_path: Path, catalogue: Catalogue, kind: str, reason: str
) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(RULE.format(kind=kind), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        validate_rule_files([file])
        own = build_catalogue([("own.yaml", parse_rule_file(file.read_bytes(), "own.yaml"))], "")
        validate_catalogue(replace(catalogue, rules=own.rules, digest=""))
    assert reason in str(caught.value)


def test_the_manuals_are_what_the_rule_files_give() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_rule_docs.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_topic_that_can_never_match_is_refused(catalogue: Catalogue) -> None:
    topics = {**catalogue.topics, "security": {"en": ("protect & !officer",)}}
    with pytest.raises(CatalogueError, match="topic security"):
        validate_catalogue(replace(catalogue, topics=topics, digest=""))


def test_a_lexicon_entry_that_can_never_match_is_refused(catalogue: Catalogue) -> None:
    lexicon = {**catalogue.lexicon, "en": {**catalogue.lexicon["en"], "guard": ("protect & !officer",)}}
    with pytest.raises(CatalogueError, match="lexicon entry guard"):
        validate_catalogue(replace(catalogue, lexicon=lexicon, digest=""))


def test_no_pattern_asks_for_a_blank_behind_the_end_of_a_word(catalogue: Catalogue) -> None:
    # `\b` takes the character behind the word: `ei\b saa` never matches, `tulee\b[^.]* lista` not "tulee lista".
    trap = re.compile(r"\\b\)*(?: (?![?*{])|\[\^[^\]]*\]\* )")
    words = [word for by_name in catalogue.lexicon.values() for words in by_name.values() for word in words]
    for _, clause in owned_clauses(catalogue):
        for by_language in (clause.expressions, clause.near):
            words += [part for found in by_language.values() for one in found for part in one.split(" & ")]
    assert len(words) > 5_000
    assert [word for word in words if trap.search(word)] == []
