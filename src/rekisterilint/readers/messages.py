"""One clear line for each reason why a file could not be read, and for notes on how it was."""

from __future__ import annotations

from collections.abc import Mapping

Translated = Mapping[str, str]

ERRORS: Mapping[str, Translated] = {
    "not-found": {
        "fi": "tiedostoa ei ole",
        "sv": "filen finns inte",
        "en": "no such file",
    },
    "not-a-file": {
        "fi": "ei ole tavallinen tiedosto",
        "sv": "är ingen vanlig fil",
        "en": "not a regular file",
    },
    "unreadable": {
        "fi": "tiedostoa ei voi lukea: {reason}",
        "sv": "filen kan inte läsas: {reason}",
        "en": "the file can't be read: {reason}",
    },
    "no-permission": {
        "fi": "tiedostoa ei saa lukea: käyttöoikeus puuttuu",
        "sv": "filen får inte läsas: behörighet saknas",
        "en": "no permission to read the file",
    },
    "link-loop": {
        "fi": "linkki johtaa kehässä itseensä",
        "sv": "länken leder i en cirkel till sig själv",
        "en": "the link leads back to itself",
    },
    "empty": {
        "fi": "tiedosto on tyhjä",
        "sv": "filen är tom",
        "en": "the file is empty",
    },
    "binary": {
        "fi": "ei ole tekstiä: tiedostossa on binääridataa (tavu {offset})",
        "sv": "är ingen text: filen innehåller binärdata (byte {offset})",
        "en": "not a text: the file holds binary data (byte {offset})",
    },
    "too-large": {
        "fi": "tiedosto on liian suuri: {size} Mt, raja {limit} Mt",
        "sv": "filen är för stor: {size} MB, gränsen är {limit} MB",
        "en": "the file is too large: {size} MB, the limit is {limit} MB",
    },
    "too-slow": {
        "fi": "lukeminen kesti yli {seconds} s ja keskeytettiin",
        "sv": "läsningen tog över {seconds} s och avbröts",
        "en": "reading took more than {seconds} s and was stopped",
    },
    "check-too-slow": {
        "fi": "tarkistus kesti yli {seconds} s ja keskeytettiin",
        "sv": "granskningen tog över {seconds} s och avbröts",
        "en": "checking took more than {seconds} s and was stopped",
    },
    "html-without-text": {
        "fi": "sivulla ei ole näkyvää tekstiä",
        "sv": "sidan har ingen synlig text",
        "en": "the page has no visible text",
    },
    "invalid-yaml": {
        "fi": "rivi {line}, sarake {column}: virheellinen YAML tai JSON: {problem}",
        "sv": "rad {line}, kolumn {column}: ogiltig YAML eller JSON: {problem}",
        "en": "line {line}, column {column}: invalid YAML or JSON: {problem}",
    },
    "duplicate-key": {
        "fi": "rivi {line}, sarake {column}: kenttä {key} on kahdesti",
        "sv": "rad {line}, kolumn {column}: fältet {key} finns två gånger",
        "en": "line {line}, column {column}: the field {key} stands twice",
    },
    "yaml-too-deep": {
        "fi": "rivi {line}, sarake {column}: rakenne on yli {limit} tasoa syvä",
        "sv": "rad {line}, kolumn {column}: strukturen är över {limit} nivåer djup",
        "en": "line {line}, column {column}: the structure is more than {limit} levels deep",
    },
    "yaml-too-many-nodes": {
        "fi": "rivi {line}, sarake {column}: rakenteessa on yli {limit} osaa, kun viittaukset avataan",
        "sv": "rad {line}, kolumn {column}: strukturen har över {limit} delar när referenserna öppnas",
        "en": "line {line}, column {column}: the structure has more than {limit} parts with its aliases expanded",
    },
    "not-a-register": {
        "fi": "ei ole rekisterikuvaus: yhtään tunnettua kenttää ei ole",
        "sv": "är ingen registerbeskrivning: inget känt fält finns",
        "en": "not a register description: it has no known field",
    },
    "program-code": {
        "fi": "on ohjelmakoodia, jota ei lueta: tarkasta valmis sivu tai tiedosto, jossa teksti on",
        "sv": "är programkod, som inte läses: granska den färdiga sidan eller filen som texten finns i",
        "en": "program code is not read: check the finished page, or the file that holds the text",
    },
    "rule-crashed": {
        "fi": "sääntö kaatui, joten sen löydökset puuttuvat: {rules}",
        "sv": "en regel kraschade, så dess fynd saknas: {rules}",
        "en": "a rule crashed, so its findings are missing: {rules}",
    },
    "unknown-format": {
        "fi": "tiedostomuotoa {suffix} ei tueta",
        "sv": "filformatet {suffix} stöds inte",
        "en": "the file format {suffix} is not supported",
    },
    "old-word": {
        "fi": "vanha Word-tiedosto (.doc): tallenna se .docx-muotoon",
        "sv": "gammal Word-fil (.doc): spara den som .docx",
        "en": "an old Word file (.doc): save it as .docx",
    },
    "encrypted-word": {
        "fi": "Word-tiedosto on suojattu salasanalla",
        "sv": "Word-filen är skyddad med lösenord",
        "en": "the Word file is protected by a password",
    },
    "encrypted-odt": {
        "fi": "OpenDocument-tiedosto on suojattu salasanalla",
        "sv": "OpenDocument-filen är skyddad med lösenord",
        "en": "the OpenDocument file is protected by a password",
    },
    "rich-text": {
        "fi": "RTF-tiedosto: tallenna se .docx-muotoon",
        "sv": "en RTF-fil: spara den som .docx",
        "en": "an RTF file: save it as .docx",
    },
    "damaged-word": {
        "fi": "Word-tiedosto on vioittunut",
        "sv": "Word-filen är skadad",
        "en": "the Word file is damaged",
    },
    "damaged-odt": {
        "fi": "OpenDocument-tiedosto on vioittunut",
        "sv": "OpenDocument-filen är skadad",
        "en": "the OpenDocument file is damaged",
    },
    "damaged-pdf": {
        "fi": "PDF-tiedosto on vioittunut",
        "sv": "PDF-filen är skadad",
        "en": "the PDF file is damaged",
    },
    "encrypted-pdf": {
        "fi": "PDF-tiedosto on suojattu salasanalla",
        "sv": "PDF-filen är skyddad med lösenord",
        "en": "the PDF file is protected by a password",
    },
    "pdf-without-text": {
        "fi": "näyttää skannatulta: tekstiä ei ole; aja tekstintunnistus ensin",
        "sv": "ser skannad ut: ingen text finns; kör textigenkänning först",
        "en": "looks scanned: there is no text; run text recognition first",
    },
    "too-many-pages": {
        "fi": "sivuja on liikaa: {pages}, raja {limit}",
        "sv": "för många sidor: {pages}, gränsen är {limit}",
        "en": "too many pages: {pages}, the limit is {limit}",
    },
    "unsafe-archive": {
        "fi": "pakattu sisältö purkautuu liian suureksi",
        "sv": "det packade innehållet blir för stort",
        "en": "the packed content unpacks to too much",
    },
    "unsafe-xml": {
        "fi": "tiedoston XML määrittelee omia entiteettejä: ei lueta",
        "sv": "filens XML definierar egna entiteter: läses inte",
        "en": "the file's XML defines entities of its own: not read",
    },
    "process-died": {
        "fi": "tiedostoa tarkastanut prosessi päättyi kesken (loppuiko muisti?)",
        "sv": "processen som granskade filen avslutades i förtid (tog minnet slut?)",
        "en": "the process that checked the file came to an early end (out of memory?)",
    },
    "reader-crashed": {
        "fi": "lukija kaatui tähän tiedostoon",
        "sv": "läsaren kraschade på filen",
        "en": "the reader crashed on this file",
    },
}

NOTES: Mapping[str, Translated] = {
    "suppression-malformed": {
        "fi": "rivin {detail} rekisterilint-kommenttia ei ymmärretty",
        "sv": "rekisterilint-kommentaren på rad {detail} kan inte tolkas",
        "en": "the rekisterilint comment on line {detail} can't be understood",
    },
    "suppression-unknown-rule": {
        "fi": "ohituskommentissa on tuntematon sääntö (rivi {detail})",
        "sv": "kommentaren som döljer nämner en okänd regel (rad {detail})",
        "en": "a suppression names an unknown rule (line {detail})",
    },
    "suppression-without-reason": {
        "fi": "rivin {detail} ohituksesta puuttuu perustelu, joten sitä ei noudateta",
        "sv": "kommentaren på rad {detail} saknar motivering och följs därför inte",
        "en": "the suppression on line {detail} has no reason and is not followed",
    },
    "suppression-unused": {
        "fi": "ohitus ei peitä mitään (rivi {detail}): poista se",
        "sv": "kommentaren döljer ingenting (rad {detail}): ta bort den",
        "en": "a suppression hides nothing (line {detail}): remove it",
    },
    "ignored-expired": {
        "fi": "asetusten ohitus on vanhentunut: {detail}",
        "sv": "inställningarnas undantag har gått ut: {detail}",
        "en": "an ignored entry of the configuration has expired: {detail}",
    },
    "ignored-unused": {
        "fi": "asetusten ohitus ei peitä mitään: {detail}",
        "sv": "inställningarnas undantag döljer ingenting: {detail}",
        "en": "an ignored entry of the configuration hides nothing: {detail}",
    },
    "damaged-utf-8": {
        "fi": "tiedostossa on rikkinäistä UTF-8:aa (tavu {detail}); merkit luettiin korvausmerkkeinä",
        "sv": "filen innehåller trasig UTF-8 (byte {detail}); tecknen lästes som ersättningstecken",
        "en": "the file holds broken UTF-8 (byte {detail}); the characters were read as replacement characters",
    },
    "register-language": {
        "fi": "tarkastettiin kieliversio {detail}; muita kieliversioita ei tarkastettu",
        "sv": "språkversionen {detail} granskades; de övriga språkversionerna granskades inte",
        "en": "the language version {detail} was checked; the other language versions were not",
    },
    "windows-1252": {
        "fi": "luettiin Windows-1252-merkistönä, koska tiedosto ei ole UTF-8:aa",
        "sv": "lästes som Windows-1252, eftersom filen inte är UTF-8",
        "en": "read as Windows-1252, because the file is not UTF-8",
    },
    "wrong-extension": {
        "fi": "pääte ei vastaa sisältöä: luettiin muodossa {detail}",
        "sv": "ändelsen motsvarar inte innehållet: lästes som {detail}",
        "en": "the extension does not match the content: read as {detail}",
    },
    "hidden-text": {
        "fi": "piilotettua tekstiä ei luettu (kohtia: {detail})",
        "sv": "dold text lästes inte (ställen: {detail})",
        "en": "hidden text was not read (places: {detail})",
    },
    "template-values": {
        "fi": "osa sanoista tulee muualta, joten niitä ei luettu (kohtia: {detail}); tarkasta myös valmis sivu",
        "sv": "en del av orden kommer någon annanstans ifrån och lästes inte (ställen: {detail}); granska också den färdiga sidan",
        "en": "some words come from elsewhere and were not read (places: {detail}); check the finished page, too",
    },
    "pages-without-text": {
        "fi": "sivuilla ei ole tekstiä, ne näyttävät skannatuilta: {detail}",
        "sv": "sidorna saknar text och ser skannade ut: {detail}",
        "en": "pages without text look scanned: {detail}",
    },
}


def hidden_note(places: int) -> tuple[tuple[str, str], ...]:
    """The note on a file in which text is hidden in so many places; none for no place."""
    return (("hidden-text", str(places)),) if places else ()


def error_message(code: str, values: Mapping[str, str | int], language: str) -> str:
    """The message of error `code` in `language` (fi, sv, en)."""
    return ERRORS[code][language].format_map(values)


def note_message(code: str, detail: str, language: str) -> str:
    """The message of note `code` in `language`; `detail` fills `{detail}`."""
    return NOTES[code][language].format(detail=detail)
