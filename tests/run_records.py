"""Records of made-up notices through the rules over a run: prints seconds, memory (MB) and findings."""

from __future__ import annotations

import random
import resource
import sys
import time
from array import array

import orjson

from rekisterilint.organisation.run_rules import RUN_RULES, RunNotices


def record(number: int, source: random.Random, base: list[list[int]]) -> list[object]:
    """The values of a notice of one of 300 controllers, most of them alike."""
    owner, language = source.randrange(300), source.choice(["fi", "fi", "fi", "sv"])
    sentences = sorted({*source.choice(base), *(source.randrange(2**32) for _ in range(10))})
    title = f"Tietosuojaseloste: rekisteri{number // 2} palvelu{number // 2 % 977}"
    code = f"{owner:05}" if source.random() < 0.95 else f"{source.randrange(100_000):05}"
    details = [
        ["title", "", title, title, 1], ["name", "", f"kunta{owner} kaupunki", f"Kunta{owner} kaupunki", 3],
        ["postal-code", f"PL {owner}, kunta{owner}", code, code, 4],
        ["email", "", f"a{source.randrange(50)}@kunta{owner}.example", "x", 6],
        ["ground", "", source.choice("cea"), "x", 8], ["period", "", str(source.choice([12, 24, 120])), "x", 9],
    ]  # fmt: skip
    hashes = array("I", sentences).tobytes().hex()
    return [language, title, "public", "s" * 25, ["purposes", "rights"], ["1050/2018"], hashes, details, "2024-01-01"]


def main() -> None:
    """Take the records, then look for findings."""
    count = int(sys.argv[1])
    source = random.Random(1)
    base = [[source.randrange(2**32) for _ in range(50)] for _ in range(200)]
    notices = RunNotices()
    start = time.process_time()
    for number in range(count):
        notices.add_packed(f"{number // 2}-x.txt", orjson.dumps([record(number, source, base)]))
    found = sum(map(len, notices.findings(RUN_RULES).values()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(time.process_time() - start, peak, found)


if __name__ == "__main__":
    main()
