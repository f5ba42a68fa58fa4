"""Print how a file is read: headings with their topics, sentences with their facts.

    python tools/outline.py FILE...

For authors of rules who wonder why a pattern does or doesn't match.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rekisterilint.catalogue import load_catalogue
from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_file
from rekisterilint.text import BlockKind


def main() -> None:
    """Print the outline of each file named on the command line."""
    engine = Engine(load_catalogue())
    for name in sys.argv[1:]:
        text = read_file(Path(name), Limits(), engine.heading_words)
        for context in engine.contexts(text):
            notice = context.notice
            print(f"== {name}: {notice.language}, {context.situation.controller_type.value}")
            for unit in notice.units:
                line = text.place(unit.start).line
                block = text.blocks[unit.block]
                words = notice.words(unit).replace("\n", " / ")
                if unit.kind is BlockKind.HEADING:
                    print(f"{line:4} {'#' * block.level} {block.marker} {words}  [{' '.join(sorted(unit.topics))}]")
                else:
                    print(f"{line:4}    {unit.kind.value[:4]} {block.marker} {words}  {{{' '.join(sorted(unit.facts))}}}")


if __name__ == "__main__":
    main()
