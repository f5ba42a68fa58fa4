"""Changes as text, Markdown and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rekisterilint.compare.changes import Change
from rekisterilint.organisation.kinds import KIND_NAMES
from rekisterilint.reports.plain_words import harmless
from rekisterilint.reports.wording import ELEMENT_NAMES

_KINDS: Mapping[str, Mapping[str, str]] = {
    "lost": {"fi": "poistui", "sv": "har försvunnit", "en": "is gone"},
    "gained": {"fi": "kerrotaan nyt", "sv": "anges nu", "en": "is stated now"},
    "ground-added": {"fi": "uusi peruste", "sv": "ny grund", "en": "new ground"},
    "ground-removed": {"fi": "peruste poistui", "sv": "grund borttagen", "en": "ground removed"},
    "longer": {"fi": "aika piteni", "sv": "tiden blev längre", "en": "the period got longer"},
    "shorter": {"fi": "aika lyheni", "sv": "tiden blev kortare", "en": "the period got shorter"},
    "added": {"fi": "uutta", "sv": "nytt", "en": "new"},
    "removed": {"fi": "poistettu", "sv": "borttaget", "en": "removed"},
    "changed": {"fi": "muuttui", "sv": "ändrades", "en": "changed"},
    "detail": {"fi": "muuttui", "sv": "ändrades", "en": "changed"},
}
_NEW_OF: Mapping[str, Mapping[str, str]] = {
    "recipients": {"fi": "uusi vastaanottaja", "sv": "ny mottagare", "en": "new recipient"},
    "purposes": {"fi": "uusi tarkoitus", "sv": "nytt ändamål", "en": "new purpose"},
    "data_categories": {"fi": "uusia tietoja", "sv": "nya uppgifter", "en": "new data"},
    "source": {"fi": "uusi lähde", "sv": "ny källa", "en": "new source"},
}
_GROUNDS: Mapping[str, Mapping[str, str]] = {
    letter: dict(zip(("fi", "sv", "en"), names, strict=True))
    for letter, names in {
        "a": ("suostumus", "samtycke", "consent"),
        "b": ("sopimus", "avtal", "contract"),
        "c": ("lakisääteinen velvoite", "rättslig förpliktelse", "legal obligation"),
        "d": ("elintärkeä etu", "vitala intressen", "vital interests"),
        "e": ("yleinen etu tai julkinen valta", "allmänt intresse eller myndighetsutövning", "public task"),
        "f": ("oikeutettu etu", "berättigat intresse", "legitimate interests"),
    }.items()
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "none": {
        "fi": "Rekisteröidyn kannalta mikään ei muuttunut.", "sv": "Inget har ändrats för den registrerade.",
        "en": "Nothing changed for the data subject.",
    },
    "count": {"fi": "Muutoksia: {count}", "sv": "Ändringar: {count}", "en": "Changes: {count}"},
    "material": {
        "fi": "Merkittäviä, joista on kerrottava rekisteröidyille: {count} (merkitty *; WP260 rev.01, kohdat 29–31)",
        "sv": "Väsentliga, som de registrerade ska informeras om: {count} (märkta *; WP260 rev.01, punkterna 29–31)",
        "en": "Material ones, of which data subjects are to be told: {count} (marked *; WP260 rev.01, paragraphs 29–31)",
    },
    "title": {"fi": "Selosteen muutokset", "sv": "Ändringar i beskrivningen", "en": "Changes to the notice"},
    "old": {"fi": "vanha", "sv": "gammal", "en": "old"},
    "new": {"fi": "uusi", "sv": "ny", "en": "new"},
    "line": {"fi": "rivi {line}", "sv": "rad {line}", "en": "line {line}"},
}  # fmt: skip
_LONGEST = 300
_MARKDOWN_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|"})


def headline(change: Change, language: str) -> str:
    """What happened, without the element: `uusi vastaanottaja`, `aika piteni`."""
    if change.kind == "added" and change.element in _NEW_OF:
        return _NEW_OF[change.element][language]
    if change.kind == "detail":
        return f"{KIND_NAMES[change.detail][language]} {_KINDS['detail'][language]}"
    return _KINDS[change.kind][language]


def ground_name(letter: str, language: str) -> str:
    """`f (oikeutettu etu)`."""
    return f"{letter} ({_GROUNDS[letter][language]})"


def _sides(change: Change, language: str) -> tuple[str, str]:
    if change.kind.startswith("ground-"):
        return tuple(ground_name(side, language) if side else "" for side in (change.old, change.new))  # type: ignore[return-value]
    return change.old, change.new


def text_report(changes: Sequence[Change], old: str, new: str, language: str) -> str:
    """For a terminal: elements with their changes, old words behind a minus, new ones behind a plus."""
    lines = [f"{harmless(old)} → {harmless(new)}", ""]
    element = ""
    for change in changes:
        if change.element != element:
            element = change.element
            lines.append(ELEMENT_NAMES[element][language])
        mark = "*" if change.material else " "
        lines.append(f" {mark} {headline(change, language)}")
        for sign, words, line in _shown(change, language):
            lines.append(f"     {sign} {harmless(words)}{line}")
    if changes:
        lines.append("")
    return "\n".join(lines + _closing(changes, language)) + "\n"


def _shown(change: Change, language: str) -> Iterator[tuple[str, str, str]]:
    old, new = _sides(change, language)
    for sign, words, line in (("-", old, change.old_line), ("+", new, change.new_line)):
        if words:
            place = f" ({_WORDS['line'][language].format(line=line)})" if line else ""
            yield sign, words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…", place
    for sign, parts in (("−−", change.parts_removed), ("++", change.parts_added)):
        if parts:
            yield sign, ", ".join(parts), ""


def _closing(changes: Sequence[Change], language: str) -> list[str]:
    if not changes:
        return [_WORDS["none"][language]]
    material = sum(change.material for change in changes)
    lines = [_WORDS["count"][language].format(count=len(changes))]
    return [*lines, _WORDS["material"][language].format(count=material)] if material else lines


def markdown_report(changes: Sequence[Change], old: str, new: str, language: str) -> str:
    """For a page or a message to data subjects: a heading for each element, a list of changes."""
    lines = [f"# {_WORDS['title'][language]}", "", f"{_escaped(old)} → {_escaped(new)}", ""]
    element = ""
    for change in changes:
        if change.element != element:
            element = change.element
            lines += ["", f"## {ELEMENT_NAMES[element][language]}", ""] if lines[-1] else [f"## {ELEMENT_NAMES[element][language]}", ""]
        head = headline(change, language)
        mark = r" \*" if change.material else ""
        lines.append(f"- **{head[:1].upper()}{head[1:]}**{mark}")
        names = {"-": _WORDS["old"][language], "+": _WORDS["new"][language], "−−": "−", "++": "+"}
        lines += [f"  - {names[sign]}: {_escaped(words)}{line}" for sign, words, line in _shown(change, language)]
    return "\n".join([*lines, "", *(_escaped(line) for line in _closing(changes, language))]) + "\n"


def _escaped(words: str) -> str:
    return harmless(words).translate(_MARKDOWN_SIGNS)


def json_report(changes: Sequence[Change], old: str, new: str, language: str) -> str:
    """For machines: one object with the changes in order (see docs/comparing.md)."""
    values: dict[str, Any] = {
        "version": 1,
        "old": old,
        "new": new,
        "changes": [
            {
                "element": change.element,
                "kind": change.kind,
                "material": change.material,
                "detail": change.detail or None,
                "message": f"{ELEMENT_NAMES[change.element][language]}: {headline(change, language)}",
                "old": {"text": change.old, "line": change.old_line} if change.old else None,
                "new": {"text": change.new, "line": change.new_line} if change.new else None,
                "parts_added": list(change.parts_added),
                "parts_removed": list(change.parts_removed),
            }
            for change in changes
        ],
        "summary": {"changes": len(changes), "material": sum(change.material for change in changes)},
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


REPORTS = {"text": text_report, "markdown": markdown_report, "json": json_report}
