"""What the command line itself says, in three languages."""

from __future__ import annotations

from collections.abc import Mapping

_MESSAGES: Mapping[str, Mapping[str, str]] = {
    "no-files": {
        "fi": "ei tarkastettavia tiedostoja: {paths}",
        "sv": "inga filer att granska: {paths}",
        "en": "no files to check: {paths}",
    },
    "unknown-rule": {
        "fi": "tuntematon sääntö '{selector}'",
        "sv": "okänd regel '{selector}'",
        "en": "unknown rule '{selector}'",
    },
    "did-you-mean": {
        "fi": "; tarkoititko '{nearest}'?",
        "sv": "; menade du '{nearest}'?",
        "en": "; did you mean '{nearest}'?",
    },
    "unknown-value": {
        "fi": "valitsimen {option} arvo '{value}' on tuntematon; sallitut: {allowed}",
        "sv": "värdet '{value}' för {option} är okänt; tillåtna: {allowed}",
        "en": "unknown value '{value}' for {option}; allowed: {allowed}",
    },
    "stdin-filename": {
        "fi": "vakiosyötteelle (-) on annettava --stdin-filename, joka kertoo tiedostomuodon",
        "sv": "standardinmatning (-) kräver --stdin-filename, som anger filformatet",
        "en": "standard input (-) needs --stdin-filename, which tells the format",
    },
    "output-formats": {
        "fi": "--output sopii yhteen raporttiin; useammalle kirjoita --format MUOTO=TIEDOSTO",
        "sv": "--output gäller en rapport; för flera skriv --format FORMAT=FIL",
        "en": "--output is for one report; for several write --format FORMAT=FILE",
    },
    "cannot-write": {
        "fi": "tiedostoon {path} ei voi kirjoittaa: {reason}",
        "sv": "det går inte att skriva {path}: {reason}",
        "en": "can't write {path}: {reason}",
    },
    "examples-ok": {
        "fi": "{examples} esimerkkiä, {rules} sääntöä: kaikki kunnossa.",
        "sv": "{examples} exempel, {rules} regler: allt i ordning.",
        "en": "{examples} examples of {rules} rules: all pass.",
    },
    "examples-failed": {
        "fi": "{failed} esimerkkiä {examples}:sta ei toimi.",
        "sv": "{failed} av {examples} exempel fungerar inte.",
        "en": "{failed} of {examples} examples fail.",
    },
    "example": {"fi": "esimerkki {number}", "sv": "exempel {number}", "en": "example {number}"},
    "without-example": {
        "fi": "säännöltä puuttuu löytävä tai vaikeneva esimerkki",
        "sv": "regeln saknar ett exempel som utlöser den eller ett som inte gör det",
        "en": "the rule lacks a firing or a silent example",
    },
    "exists": {
        "fi": "{path} on jo olemassa; sitä ei muutettu",
        "sv": "{path} finns redan; den ändrades inte",
        "en": "{path} exists already; it was not changed",
    },
    "fixed": {"fi": "korjattu: {path}", "sv": "rättad: {path}", "en": "fixed: {path}"},
    "changed-since": {
        "fi": "git ei kerro muutoksia versiosta {revision}: {reason}",
        "sv": "git kan inte ange ändringarna sedan {revision}: {reason}",
        "en": "git can't tell what changed since {revision}: {reason}",
    },
    "written": {"fi": "kirjoitettu: {path}", "sv": "skriven: {path}", "en": "written: {path}"},
    "baseline-needed": {
        "fi": "{option} tarvitsee myös --baseline TIEDOSTO",
        "sv": "{option} kräver också --baseline FIL",
        "en": "{option} needs --baseline FILE too",
    },
}


def say(name: str, language: str, **values: object) -> str:
    """Message `name` in `language`, filled with `values`."""
    return _MESSAGES[name][language].format_map(values)
