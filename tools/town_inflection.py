"""How the names of Finnish places inflect: genitive, and where one goes (mihin).

Rules for what is regular; what is not stands in town_forms_checked.txt, which comes first. A rule
answers None where a name may go either way: such a name is left uninflected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class Forms(NamedTuple):
    """`Järvenpään`, `Järvenpäähän`; `mihin` is the allative where usage has it (`Vantaalle`)."""

    genitive: str
    mihin: str


# The last part of a compound: genitive, and the form that answers mihin. Usage is the local one;
# each part takes the series that most places with it take.
ELEMENTS = {
    "joki": ("joen", "joelle"),
    "järvi": ("järven", "järvelle"),
    "koski": ("kosken", "koskelle"),
    "niemi": ("niemen", "niemelle"),
    "vesi": ("veden", "vedelle"),
    "mäki": ("mäen", "mäkeen"),
    "lahti": ("lahden", "lahteen"),
    "salmi": ("salmen", "salmelle"),
    "saari": ("saaren", "saareen"),
    "vuori": ("vuoren", "vuoreen"),
    "lampi": ("lammen", "lammelle"),
    "kangas": ("kankaan", "kankaalle"),
    "harju": ("harjun", "harjulle"),
    "pää": ("pään", "päähän"),
    "maa": ("maan", "maalle"),
    "ranta": ("rannan", "rantaan"),
    "kylä": ("kylän", "kylään"),
    "selkä": ("selän", "selkään"),
    "kumpu": ("kummun", "kumpuun"),
    "pudas": ("putaan", "putaalle"),
    "suu": ("suun", "suuhun"),
    "kaupunki": ("kaupungin", "kaupunkiin"),
    "linna": ("linnan", "linnaan"),
    "taipale": ("taipaleen", "taipaleelle"),
    "salo": ("salon", "saloon"),
    "virta": ("virran", "virralle"),
    "nummi": ("nummen", "nummelle"),
    "tunturi": ("tunturin", "tunturille"),
    "suo": ("suon", "suolle"),
    "aho": ("ahon", "aholle"),
    "kulma": ("kulman", "kulmalle"),
    "perä": ("perän", "perälle"),
    "korpi": ("korven", "korpeen"),
    "kivi": ("kiven", "kivelle"),
    "neva": ("nevan", "nevalle"),
    "oja": ("ojan", "ojalle"),
    "pohja": ("pohjan", "pohjaan"),
    "vaara": ("vaaran", "vaaraan"),
    "kallio": ("kallion", "kalliolle"),
    "kunta": ("kunnan", "kuntaan"),
    "polvi": ("polven", "polvelle"),
    "nurmi": ("nurmen", "nurmelle"),
    "varsi": ("varren", "varrelle"),
    "pelto": ("pellon", "pellolle"),
    "luoto": ("luodon", "luotoon"),
    "lehto": ("lehdon", "lehtoon"),
    "suvanto": ("suvannon", "suvantoon"),
    "mylly": ("myllyn", "myllylle"),
    "metsä": ("metsän", "metsään"),
}
VOWELS = "aeiouyäöå"

# What follows the name of an older post office: its station, its parish village.
SECOND_WORDS = {
    "as": ("aseman", "asemalle"),
    "kk": ("kirkonkylän", "kirkonkylään"),
    "Tl": ("Tl", "Tl"),
}

# Ends of a stem that always weaken before the genitive's n; single k, p and t are less sure.
WEAKENINGS = (
    (re.compile(r"kk(?=[aeiouyäö]$)"), "k"),
    (re.compile(r"pp(?=[aeiouyäö]$)"), "p"),
    (re.compile(r"tt(?=[aeiouyäö]$)"), "t"),
    (re.compile(r"nk(?=[aeiouyäö]$)"), "ng"),
    (re.compile(r"nt(?=[aeiouyäö]$)"), "nn"),
    (re.compile(r"lt(?=[aeiouyäö]$)"), "ll"),
    (re.compile(r"rt(?=[aeiouyäö]$)"), "rr"),
    (re.compile(r"(?<=h)t(?=[aeiouyäö]$)"), "d"),
)
UNSURE = re.compile(r"(?:(?<=[aeiouyäömlrh])[kp]|(?<=[aeiouyäö])t)[aeiouyäö]$")


def inflect(name: str, checked: Mapping[str, Forms | None]) -> Forms | None:
    """The forms of `name` by rule, those of a name it is made from as `checked`; None if unsure."""
    base, _, last = name.rpartition(" ")
    if base:
        first = checked[base] if base in checked else inflect(base, checked)
        return _of_two_words(first, last)
    for element in sorted(ELEMENTS, key=len, reverse=True):
        stem = name[: -len(element)]
        if name.casefold() == element:  # Lahti, Salo
            return Forms(*(form.capitalize() for form in ELEMENTS[element]))
        if name.casefold().endswith(element) and len(stem) > 1:
            return Forms(*(stem + form for form in ELEMENTS[element]))
    return _simple(name)


def _of_two_words(first: Forms | None, last: str) -> Forms | None:
    second = SECOND_WORDS.get(last)
    if second is None or first is None:
        return None
    mihin = first.mihin if last == "Tl" else first.genitive
    return Forms(f"{first.genitive} {second[0]}", f"{mihin} {second[1]}")


def _simple(name: str) -> Forms | None:
    ending = name[-1].casefold()
    if ending not in VOWELS:
        return _after_consonant(name)
    if name.casefold().endswith("ee"):
        return Forms(name + "n", name + "lle")  # Kitee, Sappee
    if name[-2].casefold() == ending:
        return _after_long_vowel(name)
    if name.casefold().endswith("by"):  # a long vowel, though written once
        return Forms(name + "n", name + "hyn")
    if ending == "e":
        return None  # Kempeleen, but Raahen
    if UNSURE.search(name):
        return None
    weak = next(
        (strong.sub(weakened, name) for strong, weakened in WEAKENINGS if strong.search(name)),
        name,
    )
    return Forms(weak + "n", name + ending + "n")


def _after_consonant(name: str) -> Forms | None:
    if name.endswith("inen"):  # Kauniainen, Kauniaisten, Kauniaisiin
        stem = name.removesuffix("nen")
        return Forms(stem + "sten", stem + "siin")
    if name.endswith("nen"):  # Kaamanen, Kaamasen, Kaamaseen
        stem = name.removesuffix("nen")
        return Forms(stem + "sen", stem + "seen")
    if name.endswith("s") and not name.endswith(("näs", "fors", "ers")):
        return None  # Nurmes and Varkaus go apart
    return Forms(name + "in", name + "iin")  # Swedish names take an i


def _after_long_vowel(name: str) -> Forms | None:
    if name.casefold().endswith(("aa", "ää")):
        return Forms(name + "n", name + "lle")  # Vantaa, Hyvinkää
    if name.casefold().endswith(("oo", "uu", "yy")):
        return Forms(name + "n", name + "seen")  # Espoo
    return None
