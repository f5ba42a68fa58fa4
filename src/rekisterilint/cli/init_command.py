"""`rekisterilint init`: a commented configuration, and on demand a register description."""

from __future__ import annotations

import sys
from pathlib import Path

from rekisterilint.cli import exits
from rekisterilint.cli.messages import say
from rekisterilint.cli.requests import UsageError, chosen_language

_CONFIG = """\
# Asetukset rekisterilintille. Kaikki avaimet: rekisterilint schema config

# Viestien kieli: fi, sv tai en.
language = "fi"

# Vakavuus, josta alkaen poistumiskoodi on 1: error, warning, info tai never.
fail-on = "error"

# Säännöt, joita ei ajeta. Luettelo: rekisterilint rules
ignore = []

# Rekisterinpitäjän laji, jos sitä ei haluta päätellä selosteesta: public tai private.
# controller-type = "public"

# Seloste on vanhentunut (DOC706), jos sitä ei ole muutettu näin moneen päivään.
maximum-age-days = 1095

# Omat säännöt: tiedostoja tai kansioita.
# rules = ["saannot"]

# Toinen vakavuus säännölle tai ryhmälle.
# [severity]
# DOC706 = "warning"

# Hyväksytyt löydökset tiedostoissa, joihin ei voi kirjoittaa kommenttia.
# [[ignored]]
# file = "vanhat/*.pdf"
# rule = "ADR302"
# quote = "00400 Järvenpää"
# reason = "Korjataan, kun seloste uusitaan"
# expires = "2027-06-30"
"""


def run_init_command(folder: Path, register: bool, lang: str) -> int:
    """Write `rekisterilint.toml` (and a description) to `folder`; nothing is overwritten."""
    try:
        language = chosen_language(lang)
    except UsageError as error:
        print(f"rekisterilint: {error}", file=sys.stderr)
        return exits.USAGE
    files = {"rekisterilint.toml": _CONFIG}
    if register:
        template = Path(__file__).resolve().parent / "register_template.yaml"
        files["rekisteriseloste.yaml"] = template.read_text(encoding="utf-8")
    status = exits.CLEAN
    for name, content in files.items():
        path = folder / name
        try:
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(content)
            print(say("written", language, path=path))
        except FileExistsError:
            print(f"rekisterilint: {say('exists', language, path=path)}", file=sys.stderr)
            status = exits.USAGE
        except OSError as error:
            print(f"rekisterilint: {say('cannot-write', language, path=path, reason=error.strerror)}", file=sys.stderr)
            status = exits.USAGE
    return status
