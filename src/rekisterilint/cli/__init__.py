"""The command line."""

from __future__ import annotations

import sys
import json
from pathlib import Path


def main() -> None:
    from rekisterilint.catalogue import load_catalogue
    from rekisterilint.engine import Engine
    from rekisterilint.readers import Limits, read_file
    from rekisterilint.reports.json_report import report_values
    if sys.argv[1] == "test":
        from rekisterilint.examples import run_examples
        catalogue = load_catalogue()
        rules = [r for r in catalogue.rules.values() if not sys.argv[2:] or any(r.source.endswith(a) or r.id == a for a in sys.argv[2:])]
        failures = list(run_examples(catalogue, rules))
        for f in failures:
            print(f"{f.rule} example {f.number}: {f.problem}")
        print(f"{sum(len(r.examples) for r in rules)} examples of {len(rules)} rules, {len(failures)} failed")
        sys.exit(bool(failures))
    engine = Engine(load_catalogue())
    docs = []
    args = [a for a in sys.argv[2:]]
    paths = [a for i, a in enumerate(args) if not a.startswith("--") and not (i and args[i-1] in ("--format", "--fail-on"))]
    for p in paths:
        docs.append(engine.check(read_file(Path(p), Limits(), engine.heading_words), p))
    json.dump(report_values(docs, [], "fi", {}), sys.stdout, ensure_ascii=False)
