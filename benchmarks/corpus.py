"""A corpus of notices made from the project's own samples: every one differs from the next.

Names, numbers, dates and the order of sections change from notice to notice, so that what is
remembered from one notice to the next is what real notices share too: their templates.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_TARGET_SIZE = 10_000
_HEADING = re.compile(r"^(?=#{1,3} |\d{1,2}\. [A-ZÅÄÖ])", re.MULTILINE)
_PLACES = ("Kuusiniem", "Granudd", "Kuusikorp", "Havukka", "Metsälä", "Ytterskär", "Tundra")
_SYLLABLES = ["ka", "ko", "la", "le", "mi", "na", "nu", "pa", "ri", "sa", "so", "ta", "ti", "va", "vi", "jo", "ha", "he", "lu"]


def write_corpus(folder: Path, count: int, seed: int = 1, size: int = _TARGET_SIZE) -> int:
    """Write `count` plain text notices of about `size` bytes to `folder`; returns their size in all."""
    masters = _masters()
    random_source = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    for number in range(count):
        data = _varied(masters[number % len(masters)], random_source, size).encode()
        subfolder = folder / f"{number // 1000:03}"
        subfolder.mkdir(exist_ok=True)
        (subfolder / f"{number:05}.txt").write_bytes(data)
        total += len(data)
    return total


def write_large(path: Path, megabytes: int, seed: int = 1) -> None:
    """Write one notice of `megabytes` MB: a sample whose sections come again with other words."""
    source = random.Random(seed)
    master = _masters()[0]
    parts = [_varied(master, source)]
    size = len(parts[0].encode())
    while size < megabytes * 1_000_000:
        parts.append(_HEADING.sub("", _varied(master, source)))
        size += len(parts[-1].encode()) + 2
    path.write_text("\n\n".join(parts), encoding="utf-8")


def _masters() -> list[str]:
    return [
        path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "samples").glob("*/*"))
        if path.suffix in (".md", ".txt") and path.parent.name in ("clean", "faulty")
    ]


def _varied(master: str, source: random.Random, size: int = _TARGET_SIZE) -> str:
    parts = _HEADING.split(master)
    head, sections = parts[0], parts[1:]
    if len(sections) > 4 and source.random() < 0.5:
        at = source.randrange(1, len(sections) - 1)
        sections[at], sections[at + 1] = sections[at + 1], sections[at]
    text = head + "".join(sections)
    for place in _PLACES:
        text = text.replace(place, _name(source))
    text = re.sub(r"\b\d{2} \d{2}\b", lambda m: f"{source.randrange(10, 99)} {source.randrange(10, 99)}", text)
    while len(text.encode()) < size * 0.9:
        text += "\n\n" + _sentence(source)
    return text


def _name(source: random.Random) -> str:
    return "".join(source.choice(_SYLLABLES) for _ in range(3)).capitalize()


def _sentence(source: random.Random) -> str:
    verb = source.choice(["käsittelee", "tallentaa", "tarkistaa", "päivittää"])
    what = source.choice(["asiakastietoja", "yhteystietoja", "hakemuksia", "jäsentietoja"])
    return (
        f"{_name(source)} {verb} {what} järjestelmässä {_name(source)}, jonka pääkäyttäjä on "
        f"{_name(source)} {_name(source)}, ja ohjeistaa työntekijöitään vuosittain asiasta {source.randrange(10_000)}."
    )
