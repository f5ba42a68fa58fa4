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
    "not-a-report": {
        "fi": "{path}: tiedosto on jo olemassa, eikä se ole rekisterilintin raportti. Anna raportille toinen nimi tai poista tiedosto ensin",
        "sv": "{path}: filen finns redan och är ingen rapport från rekisterilint. Ge rapporten ett annat namn eller ta bort filen först",
        "en": "{path}: the file exists and is no report of rekisterilint. Give the report another name, or remove the file first",
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
    "cannot-fix": {
        "fi": "tiedostoa {path} ei voi korjata ({reason}); korjaa alkuperäinen käsin",
        "sv": "{path} kan inte rättas ({reason}); rätta originalet för hand",
        "en": "can't fix {path} ({reason}); mend the original by hand",
    },
    "fix-stdin": {
        "fi": "vakiosyötettä ei voi korjata; --diff näyttää korjaukset",
        "sv": "standardinmatningen kan inte rättas; --diff visar rättelserna",
        "en": "standard input can't be fixed; --diff shows the fixes",
    },
    "prune-partial": {
        "fi": "--prune-baseline tarvitsee ajon kaikilla säännöillä; poista --select, --ignore, --min-confidence ja --changed-since",
        "sv": "--prune-baseline kräver en körning med alla regler; ta bort --select, --ignore, --min-confidence och --changed-since",
        "en": "--prune-baseline needs a run of all rules; leave out --select, --ignore, --min-confidence and --changed-since",
    },
    "ignored-unused": {
        "fi": "asetusten ohitus ei peitä mitään: {rule}, {file}",
        "sv": "inställningarnas undantag döljer ingenting: {rule}, {file}",
        "en": "an ignored entry of the configuration hides nothing: {rule}, {file}",
    },
    "engine-scheduler": {
        "fi": "--engine dask ja --scheduler OSOITE kuuluvat yhteen",
        "sv": "--engine dask och --scheduler ADRESS hör ihop",
        "en": "--engine dask and --scheduler ADDRESS belong together",
    },
    "url-extra": {
        "fi": "{url}: verkko-osoitteet tarvitsevat lisäosan: pip install \"rekisterilint[{extra}]\"",
        "sv": "{url}: webbadresser kräver ett tillägg: pip install \"rekisterilint[{extra}]\"",
        "en": "{url}: URLs need an extra: pip install \"rekisterilint[{extra}]\"",
    },
    "url-unknown": {
        "fi": "{url}: osoitteen alku on tuntematon tai sen tarvitsema kirjasto puuttuu",
        "sv": "{url}: adressens början är okänd eller biblioteket för den saknas",
        "en": "{url}: the scheme is unknown, or the library that it needs is missing",
    },
    "dask-missing": {
        "fi": "--engine dask tarvitsee lisäosan: pip install \"rekisterilint[dask]\"",
        "sv": "--engine dask kräver ett tillägg: pip install \"rekisterilint[dask]\"",
        "en": "--engine dask needs an extra: pip install \"rekisterilint[dask]\"",
    },
    "dask-unreachable": {
        "fi": "Dask-ajastimeen {address} ei saada yhteyttä: {reason}",
        "sv": "Dask-schemaläggaren {address} går inte att nå: {reason}",
        "en": "can't reach the Dask scheduler {address}: {reason}",
    },
    "dask-workers": {
        "fi": "Dask-ajastimella {address} ei ole työläisiä",
        "sv": "Dask-schemaläggaren {address} har inga arbetare",
        "en": "the Dask scheduler {address} has no workers",
    },
    "dask-version": {
        "fi": "Dask-työläisillä on oltava sama rekisterilint kuin täällä ({reason})",
        "sv": "Dask-arbetarna måste ha samma rekisterilint som här ({reason})",
        "en": "the Dask workers must have the same rekisterilint as here ({reason})",
    },
    "dask-failed": {
        "fi": "Dask-ajo keskeytyi: {reason}",
        "sv": "Dask-körningen avbröts: {reason}",
        "en": "the run on Dask broke off: {reason}",
    },
    "checking": {"fi": "Tarkastetaan", "sv": "Granskar", "en": "Checking"},
    "watching": {
        "fi": "Odotetaan muutoksia; lopeta painamalla Ctrl-C.",
        "sv": "Väntar på ändringar; avsluta med Ctrl-C.",
        "en": "Waiting for changes; press Ctrl-C to end.",
    },
    "changed": {"fi": "Muuttui: {paths}", "sv": "Ändrades: {paths}", "en": "Changed: {paths}"},
    "watch-missing": {
        "fi": "--watch tarvitsee lisäosan: pipx install 'rekisterilint[watch]'",
        "sv": "--watch kräver ett tillägg: pipx install 'rekisterilint[watch]'",
        "en": "--watch needs an extra: pipx install 'rekisterilint[watch]'",
    },
    "watch-paths": {
        "fi": "--watch seuraa tiedostoja ja kansioita, ei vakiosyötettä eikä gitin muutoksia",
        "sv": "--watch följer filer och mappar, inte standardinmatningen eller ändringar i git",
        "en": "--watch follows files and folders, not standard input or changes in git",
    },
    "fixed": {"fi": "korjattu: {path}", "sv": "rättad: {path}", "en": "fixed: {path}"},
    "changed-since": {
        "fi": "git ei kerro muutoksia versiosta {revision}: {reason}",
        "sv": "git kan inte ange ändringarna sedan {revision}: {reason}",
        "en": "git can't tell what changed since {revision}: {reason}",
    },
    "written": {"fi": "kirjoitettu: {path}", "sv": "skriven: {path}", "en": "written: {path}"},
    "extract-not-a-notice": {
        "fi": "{path} ei näytä tietosuojaselosteelta (DOC712); mitään ei kirjoitettu",
        "sv": "{path} ser inte ut som en dataskyddsbeskrivning (DOC712); ingenting skrevs",
        "en": "{path} does not look like a privacy notice (DOC712); nothing was written",
    },
    "extract-register-already": {
        "fi": "{path} on jo rekisterin kuvaus; mitään ei kirjoitettu",
        "sv": "{path} är redan en beskrivning av registret; ingenting skrevs",
        "en": "{path} is a register description already; nothing was written",
    },
    "extract-difference": {
        "fi": "huomautus: {element}: selosteessa {notice}, kuvauksessa {description}; tarkista käsin",
        "sv": "anmärkning: {element}: i beskrivningen {notice}, i den strukturerade {description}; kontrollera för hand",
        "en": "note: {element}: {notice} in the notice, {description} in the description; check by hand",
    },
    "extract-others": {
        "fi": "huomautus: tiedostossa on {count} muuta selostetta tai kieliversiota; niitä ei poimittu (yksi: --notice N, kaikki: -o KANSIO/)",
        "sv": "anmärkning: filen har {count} andra beskrivningar eller språkversioner; de hämtades inte (en: --notice N, alla: -o MAPP/)",
        "en": "note: the file holds {count} more notices or language versions; they were not drawn (one: --notice N, all: -o FOLDER/)",
    },
    "extract-number": {
        "fi": "tiedostossa on {count} selostetta tai kieliversiota: anna --notice 1–{count}",
        "sv": "filen har {count} beskrivningar eller språkversioner: ange --notice 1–{count}",
        "en": "the file holds {count} notices or language versions: give --notice 1–{count}",
    },
    "render-untranslated": {
        "fi": "huomautus: kuvauksessa ei ole kielellä {lang} näitä tekstejä: {paths}",
        "sv": "anmärkning: beskrivningen saknar på språket {lang} dessa texter: {paths}",
        "en": "note: the description does not have these texts in {lang}: {paths}",
    },
    "render-incomplete": {
        "fi": "huomautus: kuvauksen kaavavirhe, {path}:{line}:{column}: {problem}",
        "sv": "anmärkning: fel mot schemat, {path}:{line}:{column}: {problem}",
        "en": "note: against the schema, {path}:{line}:{column}: {problem}",
    },
    "render-docx-output": {
        "fi": "muoto docx kirjoitetaan tiedostoon: anna -o TIEDOSTO",
        "sv": "formatet docx skrivs till en fil: ange -o FIL",
        "en": "the format docx is written to a file: give -o FILE",
    },
    "template-fault": {
        "fi": "mallissa on virhe: {fault}",
        "sv": "fel i mallen: {fault}",
        "en": "error in the template: {fault}",
    },
    "answers-needed": {
        "fi": "--answers ja -o kuuluvat valitsimeen --notice",
        "sv": "--answers och -o hör till --notice",
        "en": "--answers and -o belong to --notice",
    },
    "answers-wrong": {
        "fi": "vastaukset eivät kelpaa: {problems}",
        "sv": "svaren duger inte: {problems}",
        "en": "the answers will not do: {problems}",
    },
    "left-open": {
        "fi": "jäi auki: {elements}",
        "sv": "lämnades öppet: {elements}",
        "en": "left open: {elements}",
    },
    "interview-stopped": {
        "fi": "kysely keskeytettiin; mitään ei kirjoitettu",
        "sv": "frågorna avbröts; ingenting skrevs",
        "en": "the questions were stopped; nothing was written",
    },
    "profile-none": {
        "fi": "asetuksissa ei ole kohtaa organisation; profile --learn KANSIO ehdottaa sitä",
        "sv": "inställningarna saknar avsnittet organisation; profile --learn MAPP föreslår ett",
        "en": "the configuration has no organisation table; profile --learn FOLDER proposes one",
    },
    "profile-nothing": {
        "fi": "selosteista ei selviä, kuka on rekisterinpitäjä; profiilia ei kirjoitettu",
        "sv": "beskrivningarna anger ingen personuppgiftsansvarig; ingen profil skrevs",
        "en": "the notices do not tell who the controller is; no profile was written",
    },
    "profile-name": {
        "fi": "mikään seloste ei nimeä rekisterinpitäjäksi '{wanted}'; nimetyt: {names}",
        "sv": "ingen beskrivning anger '{wanted}' som personuppgiftsansvarig; angivna: {names}",
        "en": "no notice names '{wanted}' as the controller; named: {names}",
    },
    "compare-languages": {
        "fi": "verrattavat versiot ovat eri kielillä ({old}, {new}); vertaa saman kielen versioita",
        "sv": "versionerna är på olika språk ({old}, {new}); jämför versioner på samma språk",
        "en": "the versions are in different languages ({old}, {new}); compare versions in one language",
    },
    "not-a-notice": {
        "fi": "{path}: ei näytä tietosuojaselosteelta",
        "sv": "{path}: ser inte ut som en dataskyddsbeskrivning",
        "en": "{path}: does not look like a privacy notice",
    },
    "inventory-xlsx": {
        "fi": "xlsx-taulukko tarvitsee tiedoston: --output inventaario.xlsx",
        "sv": "xlsx-tabellen kräver en fil: --output inventering.xlsx",
        "en": "an xlsx table needs a file: --output inventory.xlsx",
    },
    "inventory-library": {
        "fi": "xlsx-taulukko tarvitsee kirjaston openpyxl; --format csv ei tarvitse",
        "sv": "xlsx-tabellen kräver biblioteket openpyxl; --format csv gör det inte",
        "en": "an xlsx table needs the library openpyxl; --format csv does not",
    },
    "baseline-needed": {
        "fi": "{option} tarvitsee myös --baseline TIEDOSTO",
        "sv": "{option} kräver också --baseline FIL",
        "en": "{option} needs --baseline FILE too",
    },
}


def say(name: str, language: str, **values: object) -> str:
    """Message `name` in `language`, filled with `values`."""
    return _MESSAGES[name][language].format_map(values)
