"""What a notice's title says beyond that it is a notice, and what its file name says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rekisterilint.data.folding import fold

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GENERIC = re.compile(
    r"(?:tietosuoja\w*|rekisteriseloste\w*|seloste\w*|rekisteri|rekisterin|rekisteristä|henkilötie\w*|henkilörekisteri\w*|käsittel\w*|"
    r"informointi\w*|asiakirja\w*|ilmoitus|ilmoitu\w*|tietoja|tietojen|tietojesi|tietosi|miten|koskeva\w*|yleinen|yleise\w*|asetu\w*|"
    r"eu|eu:n|ja|sekä|versio|päivitetty|kuvaus|lyhyt|"
    r"dataskydd\w*|personuppgift\w*|register|registret|registerbeskrivning\w*|beskrivning\w*|behandling\w*|information|om|av|för|och|i|"
    r"den|uppdaterad|vid|på|"
    r"privacy|data|protection|notice|statement|policy|personal|processing|file|description|of|the|for|and|on|register)"
)
_LANGUAGES = {
    "fi": "fi", "fin": "fi", "suomi": "fi", "suomeksi": "fi", "finnish": "fi",
    "sv": "sv", "swe": "sv", "se": "sv", "ruotsi": "sv", "ruotsiksi": "sv", "svenska": "sv", "swedish": "sv",
    "en": "en", "eng": "en", "englanti": "en", "englanniksi": "en", "english": "en", "engelska": "en",
}  # fmt: skip
_FOLDERS = re.compile(r"[/\\]")
_SEPARATORS = re.compile(r"([-_. ()]+)")
_BLANKS = re.compile(r"[-_. ()]+")
_LEADING_NUMBER = re.compile(r"\A\d+[-_. ]+")


def name_stems(names: Iterable[str]) -> frozenset[str]:
    """What the words of a controller's names begin with in any case form."""
    return frozenset(word[:5] for name in names for word in name.split() if len(word) > 2)


def register_key(title: str, stems: frozenset[str] = frozenset(), *, in_order: bool = False) -> str:
    """The words of a title that tell which register it is, sorted; empty if it tells none.

    `stems` are those of the controller's names (`name_stems`), whose words are left out. With
    `in_order` the words stand as in the title.
    """
    words = [
        word
        for word in _WORD.findall(fold(title))
        if not _GENERIC.fullmatch(word) and word[:5] not in stems
    ]
    return " ".join(words if in_order else sorted(set(words)))


def file_key(path: str) -> tuple[str, str]:
    """The file name without the language that it names, and that language (empty if none).

    The language may be a part of the name (`kirjasto-fi.md`) or a folder (`sv/kirjasto.md`).
    """
    *folders, last = _FOLDERS.split(path)
    stem, dot, _ = last.rpartition(".")
    parts = _SEPARATORS.split((stem if dot and stem else last).lower())
    language = ""
    for number in range(len(parts) - 1, -1, -1):
        if parts[number] in _LANGUAGES and (number == len(parts) - 1 or number == 0 or len(parts[number]) > 3 or parts[number + 1 :] == [")", ""]):
            language = _LANGUAGES[parts[number]]
            parts[number] = ""
            break
    if not language and folders and folders[-1].lower() in _LANGUAGES:
        language = _LANGUAGES[folders.pop().lower()]
    name = _BLANKS.sub(" ", "".join(parts)).strip()
    return "/".join([*folders, name]), language


def without_number(key: str) -> str:
    """A file key without the running number that some archives begin names with."""
    folder, _, name = key.rpartition("/")
    return f"{folder}/{_LEADING_NUMBER.sub('', name)}"
