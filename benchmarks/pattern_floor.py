"""The floor for a linter: read each file and run one compiled set of patterns over it.

    python benchmarks/pattern_floor.py FOLDER

The patterns are the catalogue's own for Finnish. Nothing is parsed, nothing is reported.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rekisterilint.catalogue import load_catalogue
from rekisterilint.catalogue.compiled import compile_catalogue
from rekisterilint.matching import fold


def main() -> None:
    """Print how many patterns match, so that nobody optimises the work away."""
    bank = compile_catalogue(load_catalogue(), "fi").bank
    found = 0
    for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
        found += len(bank.sentence(fold(path.read_text(encoding="utf-8"))).possible)
    print(found)


if __name__ == "__main__":
    main()
