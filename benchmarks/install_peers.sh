#!/bin/sh
# What rekisterilint is timed against, in a folder of its own: benchmarks/.peers.
# codespell, proselint and typer come from PyPI; textlint from npm, where npm is installed.
set -eu
cd "$(dirname "$0")"
python3 -m venv .peers
.peers/bin/python -m pip install --quiet --quiet codespell==2.4.3 proselint==0.16.0 typer rich
if command -v npm >/dev/null; then
    npm install --silent --no-audit --no-fund --prefix .peers/node textlint@15.8.0 textlint-rule-no-todo@2.0.1 \
        textlint-rule-max-comma@4.0.0 textlint-rule-terminology@5.2.16 textlint-rule-write-good@2.0.0
fi
