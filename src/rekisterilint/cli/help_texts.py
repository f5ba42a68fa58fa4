"""Help of commands and options in Finnish, Swedish and English.

The language is that of `--lang` or REKISTERILINT_LANG, Finnish if neither is given.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

LANGUAGES = ("fi", "sv", "en")

_TEXTS: Mapping[str, tuple[str, str, str]] = {
    "app": (
        "Tarkastaa suomalaisia tietosuojaselosteita: mitä puuttuu, mikä on väärin, millä rivillä ja minkä säännöksen mukaan.",
        "Granskar finländska dataskyddsbeskrivningar: vad som saknas, vad som är fel, på vilken rad och enligt vilken bestämmelse.",
        "Lints Finnish privacy notices: what is missing, what is wrong, on which line and under which provision.",
    ),
    "check": (
        "Tarkastaa tiedostot ja kansiot.",
        "Granskar filer och mappar.",
        "Check files and folders.",
    ),
    "paths": (
        "Tiedostoja, kansioita tai hakukuvioita; - lukee vakiosyötteen.",
        "Filer, mappar eller sökmönster; - läser standardinmatningen.",
        "Files, folders or globs; - reads standard input.",
    ),
    "format": (
        "Raportin muoto: text, json, sarif, junit, github, gitlab, html, markdown, csv, elements-csv. Voi toistaa: MUOTO=TIEDOSTO.",
        "Rapportens format: text, json, sarif, junit, github, gitlab, html, markdown, csv, elements-csv. Kan upprepas: FORMAT=FIL.",
        "Report format: text, json, sarif, junit, github, gitlab, html, markdown, csv, elements-csv. Repeatable: FORMAT=FILE.",
    ),
    "output": (
        "Kirjoittaa raportin tiedostoon.",
        "Skriver rapporten till en fil.",
        "Write the report to a file.",
    ),
    "select": (
        "Vain nämä säännöt tai ryhmät, pilkuin erotettuina.",
        "Endast dessa regler eller grupper, åtskilda med komman.",
        "Only these rules or families, parted by commas.",
    ),
    "ignore": (
        "Ei näitä sääntöjä tai ryhmiä, pilkuin erotettuina.",
        "Inte dessa regler eller grupper, åtskilda med komman.",
        "Not these rules or families, parted by commas.",
    ),
    "pedantic": (
        "Myös pikkutarkat säännöt.",
        "Även de petiga reglerna.",
        "The pedantic rules too.",
    ),
    "min-confidence": (
        "Pienin varmuus, jolla löydös kerrotaan.",
        "Minsta säkerhet för att ett fynd ska visas.",
        "The least confidence of a finding to be reported.",
    ),
    "fail-on": (
        "Vakavuus, josta alkaen poistumiskoodi on 1 (oletus error).",
        "Allvarlighetsgrad från vilken utgångskoden är 1 (förval error).",
        "The severity from which on the exit status is 1 (default error).",
    ),
    "lang": (
        "Viestien kieli (oletus fi).",
        "Meddelandenas språk (förval fi).",
        "Language of messages (default fi).",
    ),
    "config": (
        "Asetustiedosto lähimmän rekisterilint.toml-tiedoston sijaan.",
        "Inställningsfil i stället för närmaste rekisterilint.toml.",
        "A configuration file instead of the nearest rekisterilint.toml.",
    ),
    "no-config": (
        "Ei lue asetustiedostoja.",
        "Läser inga inställningsfiler.",
        "Read no configuration files.",
    ),
    "baseline": (
        "Lähtötaso: siinä olevia löydöksiä ei kerrota.",
        "Baslinje: fynd som står i den visas inte.",
        "A baseline: findings in it are not reported.",
    ),
    "write-baseline": (
        "Kirjoittaa nykyiset löydökset lähtötasoon.",
        "Skriver de nuvarande fynden till baslinjen.",
        "Write the present findings to the baseline.",
    ),
    "prune-baseline": (
        "Poistaa lähtötasosta löydökset, joita ei enää ole.",
        "Tar bort fynd som inte längre finns ur baslinjen.",
        "Remove findings that are gone from the baseline.",
    ),
    "no-ignores": (
        "Näyttää myös sen, minkä ohitukset peittävät.",
        "Visar också det som undantagen döljer.",
        "Show what suppressions hide, too.",
    ),
    "jobs": (
        "Rinnakkaisten prosessien määrä (oletus: tiedostojen määrän mukaan).",
        "Antal parallella processer (förval: enligt antalet filer).",
        "Number of processes (default: by the number of files).",
    ),
    "cache": (
        "Säilyttää tulokset: muuttumattomia tiedostoja ei tarkasteta uudelleen.",
        "Sparar resultaten: oförändrade filer granskas inte på nytt.",
        "Keep the results: unchanged files are not checked again.",
    ),
    "cache-dir": (
        "Kansio säilytetyille tuloksille (oletus: käyttäjän välimuistikansio).",
        "Mapp för sparade resultat (förval: användarens cachemapp).",
        "A folder for kept results (default: the user's cache folder).",
    ),
    "engine": (
        "Missä tarkastetaan: local (tämä kone) tai dask (ks. --scheduler).",
        "Var granskningen sker: local (den här datorn) eller dask (se --scheduler).",
        "Where files are checked: local (this machine) or dask (see --scheduler).",
    ),
    "scheduler": (
        "Dask-ajastimen osoite, esim. tcp://kone:8786.",
        "Dask-schemaläggarens adress, t.ex. tcp://dator:8786.",
        "The address of a Dask scheduler, e.g. tcp://host:8786.",
    ),
    "statistics": (
        "Kertoo lopuksi löydösten määrät säännöittäin.",
        "Anger till slut antalet fynd per regel.",
        "Count the findings by rule at the end.",
    ),
    "quiet": ("Vain yhteenveto.", "Endast sammandraget.", "The summary only."),
    "stdin-filename": (
        "Vakiosyötteen tiedostonimi, josta muoto näkyy.",
        "Filnamn för standardinmatningen, som anger formatet.",
        "A file name for standard input, which tells the format.",
    ),
    "color": (
        "Värit: auto, always tai never (NO_COLOR pätee).",
        "Färger: auto, always eller never (NO_COLOR gäller).",
        "Colours: auto, always or never (NO_COLOR is obeyed).",
    ),
    "fix": (
        "Korjaa sen, minkä oikea muoto on varma.",
        "Rättar det vars rätta form är säker.",
        "Apply the safe fixes.",
    ),
    "unsafe-fixes": (
        "Ottaa mukaan todennäköiset korjaukset.",
        "Tar med de sannolika rättelserna.",
        "Include the likely fixes.",
    ),
    "diff": (
        "Näyttää korjaukset tekemättä niitä.",
        "Visar rättelserna utan att göra dem.",
        "Show the fixes without applying them.",
    ),
    "in-place": (
        "Korjaa Word-tiedoston itsensä, ei kopiota.",
        "Rättar själva Word-filen, inte en kopia.",
        "Fix the Word file itself, not a copy.",
    ),
    "changed-since": (
        "Vain tiedostot, jotka ovat muuttuneet gitissä tämän version jälkeen.",
        "Endast filer som har ändrats i git sedan denna version.",
        "Only files changed in git since this revision.",
    ),
    "show-config": (
        "Tulostaa voimassa olevat asetukset ja mistä ne tulevat.",
        "Skriver ut gällande inställningar och varifrån de kommer.",
        "Print the settings in force and where they come from.",
    ),
    "watch": (
        "Tarkastaa uudelleen, kun tiedostot muuttuvat.",
        "Granskar på nytt när filerna ändras.",
        "Check again when files change.",
    ),
    "elements": (
        "Taulukko artiklojen 13 ja 14 tiedoista: selosteet riveinä, tiedot sarakkeina.",
        "Tabell över uppgifterna i artiklarna 13 och 14: beskrivningar som rader, uppgifter som kolumner.",
        "The Article 13/14 table: notices down, elements across.",
    ),
    "elements-format": ("Muoto: text, csv tai json.", "Format: text, csv eller json.", "Format: text, csv or json."),
    "rules": ("Sääntöluettelo.", "Regelförteckningen.", "The rule catalogue."),
    "rules-format": ("Muoto: text tai json.", "Format: text eller json.", "Format: text or json."),
    "explain": (
        "Selittää yhden säännön: miksi, mitä kirjoittaa, esimerkit.",
        "Förklarar en regel: varför, vad man skriver, exempel.",
        "Explain one rule: why, what to write, examples.",
    ),
    "explain-rule": (
        "Säännön tunnus tai nimi.",
        "Regelns beteckning eller namn.",
        "Identifier or name of a rule.",
    ),
    "test": (
        "Ajaa sääntötiedostojen esimerkit, myös omien.",
        "Kör regelfilernas exempel, även egna filers.",
        "Run the examples of rule files, also of your own.",
    ),
    "test-files": (
        "Sääntötiedostoja tai kansioita; ilman niitä tuotteen omat säännöt.",
        "Regelfiler eller mappar; utan dem produktens egna regler.",
        "Rule files or folders; without them the product's own rules.",
    ),
    "schema": ("Tulostaa JSON-skeeman.", "Skriver ut ett JSON-schema.", "Print a JSON Schema."),
    "schema-name": ("Skeeman nimi.", "Schemats namn.", "Name of the schema."),
    "init": (
        "Kirjoittaa kommentoidun asetustiedoston.",
        "Skriver en kommenterad inställningsfil.",
        "Write a commented configuration.",
    ),
    "init-folder": ("Kansio, johon kirjoitetaan.", "Mappen som skrivs till.", "The folder to write to."),
    "init-register": (
        "Kirjoittaa myös rekisteriseloste.yaml-pohjan rakenteista selostetta varten.",
        "Skriver också en mall för en strukturerad beskrivning.",
        "Write a template of a structured register description too.",
    ),
    "init-notice": (
        "Kysyy selosteen tiedot ja kirjoittaa niistä rekisterin kuvauksen.",
        "Frågar efter uppgifterna och skriver en beskrivning av registret.",
        "Ask for what the notice must tell and write a register description.",
    ),
    "init-answers": (
        "Vastaukset tiedostosta (YAML tai JSON) kysymisen sijaan.",
        "Svaren ur en fil (YAML eller JSON) i stället för frågor.",
        "Answers from a file (YAML or JSON) instead of asking.",
    ),
    "init-output": (
        "Kuvauksen tiedosto; ilman tätä rekisteriseloste.yaml.",
        "Beskrivningens fil; annars rekisteriseloste.yaml.",
        "File of the description; rekisteriseloste.yaml if not given.",
    ),
    "extract": (
        "Poimii selosteesta rakenteisen rekisterin kuvauksen (YAML).",
        "Hämtar ur en beskrivning en strukturerad registerbeskrivning (YAML).",
        "Draw a structured register description (YAML) from a notice.",
    ),
    "extract-path": (
        "Seloste: mikä tahansa luettava muoto; - lukee vakiosyötteen.",
        "Beskrivningen: vilket läsbart format som helst; - läser standardinmatningen.",
        "The notice, in any readable format; - reads standard input.",
    ),
    "extract-output": (
        "Kirjoittaa tuloksen tiedostoon.",
        "Skriver resultatet till en fil.",
        "Write the result to a file.",
    ),
    "extract-into": (
        "Kirjoittaa kuvauksen tiedostoon; kansioon (KANSIO/) tiedoston jokaisen selosteen ja kieliversion.",
        "Skriver beskrivningen till en fil; till en mapp (MAPP/) varje beskrivning och språkversion i filen.",
        "Write the description to a file; to a folder (FOLDER/) each notice and language version of the file.",
    ),
    "extract-number": (
        "Monesko tiedoston selosteista tai kieliversioista poimitaan.",
        "Vilken av filens beskrivningar eller språkversioner som hämtas.",
        "Which of the file's notices or language versions to draw.",
    ),
    "render": (
        "Kirjoittaa rakenteisesta kuvauksesta julkaistavan selosteen.",
        "Skriver en beskrivning för publicering ur en strukturerad registerbeskrivning.",
        "Write the notice to be published from a structured description.",
    ),
    "render-path": (
        "Rekisterin kuvaus (YAML tai JSON).",
        "Registerbeskrivningen (YAML eller JSON).",
        "The register description (YAML or JSON).",
    ),
    "render-format": (
        "Muoto: markdown, html tai docx. HTML on valmis tulostettavaksi PDF:ksi.",
        "Format: markdown, html eller docx. HTML kan skrivas ut som PDF.",
        "Format: markdown, html or docx. The HTML is ready to be printed as PDF.",
    ),
    "render-lang": (
        "Selosteen kieli: fi, sv tai en; ilman tätä kuvauksen oma.",
        "Beskrivningens språk: fi, sv eller en; annars registerbeskrivningens eget.",
        "Language of the notice: fi, sv or en; the description's own if not given.",
    ),
    "render-template": (
        "Oma Jinja2-malli; docx-muodossa Word-tiedosto, jonka tyylejä käytetään.",
        "Egen Jinja2-mall; för docx en Word-fil vars stilar används.",
        "An own Jinja2 template; for docx a Word file whose styles are used.",
    ),
    "profile": (
        "Näyttää organisaation profiilin, tai oppii sen selosteista asetuksiin kirjoitettavaksi.",
        "Visar organisationens profil, eller lär den av beskrivningar för inställningarna.",
        "Show the organisation's profile, or learn one from notices for the configuration.",
    ),
    "profile-learn": (
        "Kansio, jonka selosteiden enemmistöstä profiili kirjoitetaan. Voi toistaa.",
        "Mapp vars beskrivningar profilen skrivs enligt. Kan upprepas.",
        "A folder from whose notices the profile is written by majority. Repeatable.",
    ),
    "profile-name": (
        "Rekisterinpitäjän nimi, jos kansiossa on monen selosteita.",
        "Den personuppgiftsansvariges namn, om mappen har flera.",
        "The controller's name, where the folder has notices of several.",
    ),
    "compare": (
        "Kertoo, mikä rekisteröidyn kannalta muuttui selosteen kahden version välillä (0: ei mikään, 1: jokin).",
        "Anger vad som ändrats för den registrerade mellan två versioner (0: inget, 1: något).",
        "Say what changed for the data subject between two versions of a notice (0: nothing, 1: something).",
    ),
    "compare-old": ("Vanha versio.", "Den gamla versionen.", "The old version."),
    "compare-new": ("Uusi versio.", "Den nya versionen.", "The new version."),
    "compare-format": ("text, markdown tai json.", "text, markdown eller json.", "text, markdown or json."),
    "inventory": (
        "Kokoaa kansion selosteet yhdeksi taulukoksi.",
        "Sammanställer mappens beskrivningar i en tabell.",
        "Put the notices of a folder into one table.",
    ),
    "inventory-format": (
        "csv tai xlsx; oletus tiedoston päätteestä.",
        "csv eller xlsx; förval enligt filens ändelse.",
        "csv or xlsx; by the file's ending unless given.",
    ),
    "show-completion": (
        "Tulostaa rivit, joilla komentotulkki täydentää komennot.",
        "Skriver ut raderna med vilka skalet kompletterar kommandon.",
        "Print the lines that make the shell complete commands.",
    ),
    "version": ("Tulostaa version.", "Skriver ut versionen.", "Print the version."),
}


def help_language() -> str:
    """The language of help texts: from the command line or the environment, else Finnish."""
    arguments = sys.argv
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            return arguments[number + 1] if arguments[number + 1] in LANGUAGES else "fi"
        if argument.startswith("--lang="):
            return argument[7:] if argument[7:] in LANGUAGES else "fi"
    chosen = os.environ.get("REKISTERILINT_LANG", "")[:2]
    return chosen if chosen in LANGUAGES else "fi"


def help_text(name: str) -> str:
    """The help text `name` in the language of this call."""
    return _TEXTS[name][LANGUAGES.index(help_language())]
