"""How often findings of each confidence are right, by hand-labelled notices.

    python tools/calibrate.py [SET]... [--rules] [--check] [--write]

A set is a folder with gold/*.yaml, as tools of the shared folder beside the checkout label them
(without one: those in ../shared/eval). A finding is right when a label of its rule stands at its
place, or when the element that it misses is labelled so; one that the labels allow, or can't
judge, counts neither way. `--rules` adds the tables by rule and by element, `--check` fails when a
confidence promises more than it keeps, `--write` puts the tables of all sets into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from rekisterilint.catalogue import load_catalogue

ACCURACY = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "eval"
PROMISED = {"high": 0.98, "medium": 0.90, "low": 0.70}
Counts = dict[str, Counter[str]]


def scorer() -> ModuleType:
    """The scoring script beside the checkout, as a module. Raises FileNotFoundError without one."""
    path = SHARED / "score.py"
    if not path.is_file():
        raise FileNotFoundError(path)
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(score: ModuleType, gold: Mapping[str, Any], report: Mapping[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """(rule, confidence, right) of each finding that the labels of one notice can judge."""
    elements = _elements_of_rules()
    labels = list(gold.get("defects") or [])
    left = list(labels)
    for finding in report["findings"]:
        rule, confidence = finding["rule"], finding["confidence"]
        if rule in elements:
            wanted = score.statuses(gold["elements"][elements[rule]])
            if not (wanted & score.SHORT and wanted - score.SHORT):
                yield rule, confidence, wanted <= score.SHORT
            continue
        if rule.startswith("ELE"):
            continue  # no element's own rule: nothing is labelled
        found = next((label for label in left if score.matches(finding, label)), None)
        if found is not None:
            left.remove(found)
            yield rule, confidence, True
        elif rule not in score.UNLABELLED and not any(
            score.matches(finding, label) for label in labels + list(gold.get("allowed") or [])
        ):
            yield rule, confidence, False


@cache
def _elements_of_rules() -> Mapping[str, str]:
    """The element of each rule that is about one."""
    return {rule.id: rule.options["element"] for rule in load_catalogue().rules.values() if rule.kind == "element"}


def measure(sets: list[Path]) -> tuple[Counts, dict[str, Counts]]:
    """Right and wrong by confidence, in all and by rule."""
    score = scorer()
    notices = [gold for folder in sets for gold in score.load_gold(folder)]
    reports = score.run_linter([gold["path"] for gold in notices])
    whole: Counts = defaultdict(Counter)
    by_rule: dict[str, Counts] = defaultdict(lambda: defaultdict(Counter))
    for gold in notices:
        for rule, confidence, right in judged(score, gold, reports[gold["path"]]):
            kind = "right" if right else "wrong"
            whole[confidence][kind] += 1
            by_rule[rule][confidence][kind] += 1
    return whole, by_rule


def share(counts: Counter[str]) -> float:
    """The part of the judged findings that is right."""
    return counts["right"] / max(counts.total(), 1)


def table(counts: Counts) -> str:
    """Markdown: one line a confidence, beside what it promises."""
    lines = ["| confidence | findings | right | wrong | share right | promised |", "|---|---:|---:|---:|---:|---:|"]
    for confidence, promised in PROMISED.items():
        found = counts[confidence]
        lines.append(
            f"| {confidence} | {found.total()} | {found['right']} | {found['wrong']} "
            f"| {share(found):.3f} | {promised:.2f} |"
        )
    return "\n".join(lines)


def rule_table(by_rule: dict[str, Counts]) -> str:
    """Markdown: one line a rule and confidence."""
    lines = ["| rule | confidence | right | wrong |", "|---|---|---:|---:|"]
    for rule, counts in sorted(by_rule.items()):
        for confidence in PROMISED:
            if counts[confidence]:
                found = counts[confidence]
                lines.append(f"| {rule} | {confidence} | {found['right']} | {found['wrong']} |")
    return "\n".join(lines)


def score_tables(sets: list[Path]) -> str:
    """Markdown: elements by key and defects by rule, as the scoring script counts them."""
    score = scorer()
    notices = [gold for folder in sets for gold in score.load_gold(folder)]
    result = score.score(notices, score.run_linter([gold["path"] for gold in notices]), score.UNLABELLED)
    lines = []
    for name, by_name, whole in (
        ("element", result["by_element"], result["elements"]),
        ("rule", result["by_rule"], result["defects"]),
    ):
        lines += [f"| {name} | found | wrong | missed | precision | recall | F1 |", "|---|---:|---:|---:|---:|---:|---:|"]
        for key, counts in [*sorted(by_name.items()), ("all", whole)]:
            tp, fp, fn = counts["tp"], counts["fp"], counts["fn"]
            figures = (score.ratio(tp, tp + fp), score.ratio(tp, tp + fn), score.f1(tp, fp, fn))
            lines.append(f"| {key} | {tp} | {fp} | {fn} | " + " | ".join(f"{x:.3f}" for x in figures) + " |")
        lines.append("")
    exact = result["exact"]
    lines.append(f"Exact status: {score.ratio(exact['right'], exact['right'] + exact['wrong']):.3f}")
    return "\n".join(lines)


def write(sets: list[Path]) -> None:
    """Put each set's tables between its marks (`<!-- dev -->`, `<!-- /dev -->`) in docs/accuracy.md."""
    text = ACCURACY.read_text(encoding="utf-8")
    for folder in sets:
        whole, by_rule = measure([folder])
        start, end = f"<!-- {folder.name} -->\n", f"<!-- /{folder.name} -->"
        before, _, rest = text.partition(start)
        _, _, after = rest.partition(end)
        tables = [table(whole), score_tables([folder]), rule_table(by_rule)]
        text = before + start + "\n" + "\n\n".join(tables) + "\n\n" + end + after
    ACCURACY.write_text(text, encoding="utf-8")


def main() -> int:
    """Print the tables; 1 when `--check` finds a promise broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", type=Path)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sets = options.sets or sorted(path.parent for path in SHARED.glob("*/gold"))
    if not sets:
        sys.exit("no labelled notices: ../shared/eval is not there")
    if options.write:
        write(sets)
        return 0
    whole, by_rule = measure(sets)
    print(table(whole))
    if options.rules:
        print("\n" + rule_table(by_rule) + "\n\n" + score_tables(sets))
    broken = [name for name, promised in PROMISED.items() if whole[name] and share(whole[name]) < promised]
    return 1 if options.check and broken else 0


if __name__ == "__main__":
    sys.exit(main())
