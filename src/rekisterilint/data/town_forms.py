"""Finnish case forms of post towns, for messages: `kuuluu Helsinkiin, ei Järvenpäähän`.

Source: `town_forms.json`, made by rules and a hand-checked list after local usage, by which one
goes `Helsinkiin` but `Tampereelle`.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from rekisterilint.data.folding import fold
from rekisterilint.data.postal import codes_of_town
from rekisterilint.data.resources import load

_FILE: Final = "town_forms.json"

Case = Literal["genitive", "mihin"]

# What stands in for a form that is not known, and is right Finnish before any name.
_UNINFLECTED: Final[dict[Case, str]] = {
    "genitive": "paikkakunnan {}",
    "mihin": "paikkakunnalle {}",
}


def town_form(name: str, case: Case) -> str:
    """The genitive of a town's name, or the form that answers mihin (illative or allative).

    Goes in: the Finnish or Swedish name of a post town, or a municipality, in any case of letters.
    The form is always Finnish: `Esbo` gives `Espooseen`. Of a name whose forms are not known,
    `paikkakunnan X` and `paikkakunnalle X`.
    """
    found = _forms().get(fold(name)) or _forms().get(fold(_finnish_name(name)))
    if found is None:
        return _UNINFLECTED[case].format(name)
    genitive, _, mihin = found.partition("\t")
    return genitive if case == "genitive" else mihin


def has_forms(name: str) -> bool:
    """Whether the case forms of this town's name are known."""
    return fold(name) in _forms() or fold(_finnish_name(name)) in _forms()


def _finnish_name(name: str) -> str:
    codes = codes_of_town(name)
    return codes[0].town_fi if codes else name


@cache
def _forms() -> dict[str, str]:
    return {name.casefold(): forms for name, forms in load(_FILE)["forms"].items()}
