"""Rows of authorities.csv taken apart: names and languages, and the Ombudsman's contact details."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Row = dict[str, str]
Clean = Callable[[str], str]

OMBUDSMAN = "Tietosuojavaltuutetun toimisto"
CONTACT = OMBUDSMAN + ": "
LATER = re.compile(r"(?P<first>.+) \(since \d+\.\d+\.\d{4} (?P<today>.+)\)")
SWEDISH = re.compile(r"Swedish: ([^;]+?)(?: -> ([^;]+))?$")
ADDRESS = re.compile(r"(?:PL|PB) (?P<box>\d+), (?P<code>\d{5}) (?P<town>\w+)")
STREET = re.compile(r"(?P<street>.+), (?P<code>\d{5}) (?P<town>\w+)")
PHONE = re.compile(r"\d[\d ]{6,}\d")

# Names whose parentheses or slashes part no synonyms, and abbreviations that only notes tell.
NAMES = {
    "aluehallintovirasto": ["aluehallintovirasto", "AVI"],
    "Lupa- ja valvontavirasto": ["Lupa- ja valvontavirasto", "LVV"],
    "Digi- ja väestötietovirasto": ["Digi- ja väestötietovirasto", "DVV"],
    "Väestörekisterikeskus": ["Väestörekisterikeskus", "VRK"],
    "Kilpailu- ja kuluttajavirasto": ["Kilpailu- ja kuluttajavirasto", "KKV"],
    "Datainspektionen (as a Finnish authority)": [],
    "kunnan sosiaali- ja terveyslautakunta / perusturvalautakunta "
    "(palvelujen rekisterinpitäjänä)": ["sosiaali- ja terveyslautakunta", "perusturvalautakunta"],
    "valtion oikeusapu- ja edunvalvontapiiri / oikeusaputoimisto": [
        "oikeusapu- ja edunvalvontapiiri",
        "oikeusaputoimisto",
    ],
    "Kunnallinen työmarkkinalaitos / KT Kuntatyönantajat": [
        "Kunnallinen työmarkkinalaitos",
        "KT Kuntatyönantajat",
    ],
    # Verohallitus became Verohallinto in 2008; a Verovirasto is what notices may still name.
    "Verovirasto / Verohallitus": ["Verovirasto", "Verohallitus"],
    "arkistolaitos / maakunta-arkisto": ["arkistolaitos", "maakunta-arkisto"],
    "Ulosottovirasto (paikallinen)": ["ulosottovirasto"],
    "Keski-Pohjanmaan sosiaali- ja terveyspalvelukuntayhtymä Soite": [
        "Keski-Pohjanmaan sosiaali- ja terveyspalvelukuntayhtymä",
    ],
    "Elintarviketurvallisuusvirasto Evira": ["Elintarviketurvallisuusvirasto", "Evira"],
    "Kansainvälisen liikkuvuuden ja yhteistyön keskus CIMO": [
        "Kansainvälisen liikkuvuuden ja yhteistyön keskus",
        "CIMO",
    ],
    # Names that live on in their successor: only the old body's full name tells it.
    "Helsingin ja Uudenmaan sairaanhoitopiirin kuntayhtymä (HUS)": [
        "Helsingin ja Uudenmaan sairaanhoitopiirin kuntayhtymä",
        "Helsingin ja Uudenmaan sairaanhoitopiiri",
    ],
    "Pohjois-Karjalan sosiaali- ja terveyspalvelujen kuntayhtymä (Siun sote)": [
        "Pohjois-Karjalan sosiaali- ja terveyspalvelujen kuntayhtymä",
    ],
    "ELY-keskusten sekä TE-toimistojen kehittämis- ja hallintokeskus (KEHA-keskus)": [
        "ELY-keskusten sekä TE-toimistojen kehittämis- ja hallintokeskus",
    ],
}
# Swedish names that the register lacks; none that a body of Sweden bears too.
NAMES_SV = {
    "Datainspektionen (as a Finnish authority)": ["Datainspektionen"],
    "elinkeino-, liikenne- ja ympäristökeskus (ELY-keskus)": [
        "närings-, trafik- och miljöcentralen",
        "NTM-centralen",
    ],
    "työ- ja elinkeinotoimisto (TE-toimisto)": ["arbets- och näringsbyrån", "TE-byrån"],
    "sairaanhoitopiiri": ["sjukvårdsdistrikt"],
    "Kansanterveyslaitos": ["Folkhälsoinstitutet"],
    "Viestintävirasto": ["Kommunikationsverket"],
    "Liikenteen turvallisuusvirasto (Trafi)": ["Trafiksäkerhetsverket"],
    "Elintarviketurvallisuusvirasto Evira": ["Livsmedelssäkerhetsverket"],
    "Maaseutuvirasto (Mavi)": ["Landsbygdsverket"],
    "tietosuojalautakunta": ["datasekretessnämnden"],
}
SUCCESSORS_SV = {
    "hyvinvointialue": "välfärdsområdet",
    "Liikenne- ja viestintävirasto (Traficom)": "Transport- och kommunikationsverket Traficom",
    "Kilpailu- ja kuluttajavirasto": "Konkurrens- och konsumentverket",
    "Ruokavirasto": "Livsmedelsverket",
    "Terveyden ja hyvinvoinnin laitos (THL)": "Institutet för hälsa och välfärd (THL)",
    "Väylävirasto": "Trafikledsverket",
    "Ulosottolaitos": "Utsökningsverket",
    "Oikeuspalveluvirasto": "Rättstjänstverket",
    "Rikosseuraamuslaitos": "Brottspåföljdsmyndigheten",
    "Kansallisarkisto": "Riksarkivet",
    "Opetushallitus": "Utbildningsstyrelsen",
    "Verohallinto": "Skatteförvaltningen",
}
STREETS_SV = {
    "Ratapihantie 9, 6. krs": "Bangårdsvägen 9, 6 vån.",
    "Albertinkatu 25 A": "Albertsgatan 25 A",
}

# Web and mail domains of bodies that are gone, by the register's name of the body.
DOMAINS = {
    "aluehallintovirasto": ["avi.fi"],
    "Sosiaali- ja terveysalan lupa- ja valvontavirasto (Valvira)": ["valvira.fi"],
    "elinkeino-, liikenne- ja ympäristökeskus (ELY-keskus)": ["ely-keskus.fi"],
    "työ- ja elinkeinotoimisto (TE-toimisto)": ["te-palvelut.fi", "te-toimisto.fi"],
    "Väestörekisterikeskus": ["vrk.fi", "vaestorekisterikeskus.fi"],
    "maistraatti": ["maistraatti.fi"],
    "Liikenteen turvallisuusvirasto (Trafi)": ["trafi.fi"],
    "Viestintävirasto": ["viestintavirasto.fi"],
    "Liikennevirasto": ["liikennevirasto.fi"],
    "Tekes": ["tekes.fi"],
    "Kuluttajavirasto": ["kuluttajavirasto.fi"],
    "Kilpailuvirasto": ["kilpailuvirasto.fi"],
    "Elintarviketurvallisuusvirasto Evira": ["evira.fi"],
    "Maaseutuvirasto (Mavi)": ["mavi.fi"],
}


def authorities(rows: list[Row], clean: Clean) -> list[dict[str, Any]]:
    """The bodies themselves, without the Ombudsman's contact details."""
    names = {row["name"] for row in rows}
    if unknown := (NAMES.keys() | DOMAINS.keys() | NAMES_SV.keys()) - names:
        raise ValueError(f"the register no longer names {sorted(unknown)}")
    found = [authority(row, clean) for row in rows if not row["name"].startswith(CONTACT)]
    swedish = {a["name"]: a["names_sv"][0] for a in found if a["names_sv"]}
    for each in found:
        today = each["today"]
        each["today_sv"] = each["today_sv"] or SUCCESSORS_SV.get(today) or swedish.get(today, "")
    return found


def authority(row: Row, clean: Clean) -> dict[str, Any]:
    name = row["name"]
    note, swedish, successor_sv = without_swedish(clean(row["note"]))
    successor = row["replaced_by"]
    later = LATER.fullmatch(successor)
    return {
        "name": re.sub(r" \([^)]*\)$", "", name),
        "names": NAMES[name] if name in NAMES else synonyms(name),
        "names_sv": NAMES_SV.get(name, [swedish] if swedish else []),
        "kind": row["kind"],
        "is_replaced": row["status"] == "replaced",
        "replaced_on": row["replaced_on"],
        "replaced_by": later["first"] if later else successor,
        "today": later["today"] if later else successor,
        "today_sv": successor_sv,
        "domains": DOMAINS.get(name, []),
        "note": note,
        "confidence": row["confidence"],
    }


def synonyms(name: str) -> list[str]:
    """`Maaseutuvirasto (Mavi)` as its two names."""
    long, _, short = name.partition(" (")
    return [long, short.rstrip(")")] if short else [long]


def without_swedish(note: str) -> tuple[str, str, str]:
    """A note without its Swedish names, the Swedish name, and the successor's."""
    parts = [part.strip() for part in note.split(";")]
    found = next(filter(None, map(SWEDISH.match, parts)), None)
    kept = "; ".join(part for part in parts if not SWEDISH.match(part))
    return (kept, found[1].strip(), (found[2] or "").strip()) if found else (kept, "", "")


def ombudsman(rows: list[Row], clean: Clean) -> dict[str, Any]:
    """The Ombudsman's names, addresses, phones and e-mail addresses, present and former."""
    office = next(row for row in rows if row["name"] == OMBUDSMAN)
    contacts = [row for row in rows if row["name"].startswith(CONTACT)]
    _, name_sv, _ = without_swedish(office["note"])
    english = re.search(r"English: ([^;]+)", office["note"])
    return {
        "name_fi": OMBUDSMAN,
        "name_sv": name_sv,
        "name_en": english[1].strip() if english else "",
        "addresses": [
            address(row, clean)
            for row in contacts
            if row["kind"] in {"visiting address", "postal address"}
        ],
        "phones": [
            phone
            for row in contacts
            if row["kind"] in {"phone", "fax"}
            for phone in phones(row, clean)
        ],
        "emails": [email(row, clean) for row in contacts if row["kind"] == "e-mail"],
    }


def address(row: Row, clean: Clean) -> dict[str, Any]:
    written = row["name"].removeprefix(CONTACT)
    note, swedish, _ = without_swedish(row["note"])
    found = ADDRESS.fullmatch(written) or STREET.fullmatch(written)
    translated = (ADDRESS.fullmatch(swedish) or STREET.fullmatch(swedish)) if swedish else None
    if found is None:
        raise ValueError(f"an address that can't be read: {written}")
    parts = found.groupdict()
    in_swedish = translated.groupdict() if translated else {}
    return {
        "kind": row["kind"].removesuffix(" address"),
        "street": parts.get("street", ""),
        "street_sv": in_swedish.get("street", STREETS_SV.get(parts.get("street", ""), "")),
        "po_box": parts.get("box", ""),
        "code": parts["code"],
        "town": parts["town"],
        "town_sv": in_swedish.get("town", "Helsingfors"),
        **common(row, note, clean),
    }


def phones(row: Row, clean: Clean) -> list[dict[str, Any]]:
    """One row may give two numbers of the same line."""
    written = row["name"].removeprefix(CONTACT)
    roles = {"kirjaamo": "registry", "puhelinneuvonta": "guidance", "faksi": "fax"}
    role = next((role for word, role in roles.items() if word in written), "switchboard")
    return [
        {
            "digits": number.replace(" ", ""),
            "role": role,
            **common(row, row["note"], clean),
        }
        for number in PHONE.findall(written)
    ]


def email(row: Row, clean: Clean) -> dict[str, Any]:
    return {"address": row["name"].removeprefix(CONTACT), **common(row, row["note"], clean)}


def common(row: Row, note: str, clean: Clean) -> dict[str, Any]:
    """What every contact detail has; remarks on how it was checked stay behind."""
    kept = [
        part
        for part in clean(re.sub(r" \(\w+#\d+\)", "", note)).split("; ")
        if not re.search(r"not verified|stored|from memory|used in notices", part)
    ]
    return {
        "is_current": row["status"] == "current",
        "note": "; ".join(kept),
        "confidence": row["confidence"],
    }
