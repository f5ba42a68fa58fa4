"""Words by which notices ask for contact persons, and by which they point elsewhere."""

from __future__ import annotations

import re

from rekisterilint.lazy_patterns import lazy_pattern

ASKS = lazy_pattern(
    r"\b(?:yhteys|yhdys)henkilö(?:t|n nimi|n (?:nimi ja )?yhteystiedot)?\b(?!-)|\bvastuuhenkilö(?:t|n yhteystiedot)?\b(?!-)|"
    r"\bvastaavat? henkilöt?\b|\bhoitavat? henkilöt?\b|\b(?:edustava|käsittelevä) henkilö\b|\b(?:hoitavan|vastaavan) henkilön nimi\b|\bansvarig person\b|\bperson som ansvarar\b|\bkontaktperson(?:er|en|ens)?\b|\bansvarsperson\b|"
    r"\bcontact persons?\b|\bperson (?:in charge|responsible)\b|\bresponsible person\b",
    re.IGNORECASE,
)
ASKS_FOR_CONTACT = lazy_pattern(
    r"\b(?:yhteys|yhdys)henkilö|\b(?:vastaava|hoitava) henkilö|\bkontaktperson|\bcontact person|"
    r"\bperson (?:in charge|responsible)|\bansvarig person|\bperson som ansvarar",
    re.IGNORECASE,
)
# The heading offers a unit as well, or speaks of somebody else's contact persons.
ASKS_NOT = lazy_pattern(
    r"henkilö(?:n yhteystiedot)? (?:tai|/)|(?:tai|/) ?(?:yhteys|vastuu)henkilö|yhteystaho|person (?:eller|or)|(?:eller|or) (?:contact|kontakt)|"
    r"asiakkaan|yrityksessä|organisaatiossa|yhteisössä|yrityksen|yhteisön|organisaation|toimittajan|työnantajan|asiakkaiden|yritysten|yhteisöjen|jäsenjärjest|kundens|customers?'|lähtömaa|lapsen|potilaan|henkilörekist|henkilöiden|"
    r"tietosuojavaltuut|henkilönä|ulkopuol|personens (?:e-?post|e-?mail|tele|tfn|adress)|henkilön (?:sähköp|puhel|osoit)|person'?s? (?:e-?mail|phone|tele|address)",
    re.IGNORECASE,
)
RESPONSIBLE = lazy_pattern(r"vastaava|vastuu|ansvar|responsible|in charge", re.IGNORECASE)
# Who it is stands elsewhere: above, under another number, on another page.
ABOVE = lazy_pattern(
    r"\bks\b|\bkts\b|\bkatso\b|edellä|\byllä\b|ylempänä|ylhäällä|kohdassa \d|kohta \d|kohdan \d|kohdasta \d|sama(?:t)? kuin|\bsama\b|"
    r"(?:se|enligt|som) ovan|ovan(?:stående|nämnda)|se punkt|samma|see (?:above|section)|above|the same",
    re.IGNORECASE,
)
# The data protection officer in the person's place, who has a section of their own.
OFFICER = lazy_pattern(r"\b(?:tietosuojavastaava|dataskyddsombud(?:et)?|dataskyddsansvarige?|data protection officer|dpo)\W*\Z", re.IGNORECASE)
LISTED = lazy_pattern(
    r"yhteydenottolomak|lomakkeella|löyty(?:y|vät)|luettavissa|luetel|sivui?l|listat|finns på|listed|verkkosiv|kontaktformulär|contact form|"
    r"ilmoit(?:etaan|taa)|kutakin|kullakin|kunkin|kyseisen|rekisterikohtai",
    re.IGNORECASE,
)
TEMPLATE = lazy_pattern(r"\[(?!email)[^\]]+\]|<[^>]+>|\bX{2,}\b|_{3,}|\.{4,}|…|\bNN\b|N\.N\.|\bTODO\b|%%?[A-Z_]{4,}|\{\{|\$\{|YHTEYSHENKILÖ|ETUNIMI|NIMI\b")
COMPANY_WORD = lazy_pattern(
    r"\b(?:oyj?|ab|abp|ry|rf|r\.y|ky|tmi|osk|sr|ltd|inc|hallitus|ylläpito|toimisto|kaupun\w+|kunta|kunnan|virasto|yksikkö|palvelut?|keskus|"
    r"yliopisto|osasto|lautakunta|laitos|tiimi|manager|service|services|team|office|board|styrelsen?|stad|kommun|byrå|byrån|"
    r"yhdistys|seura|liitto|koulu|säätiö|department|officer|asiakaspalvelu|tietosuoja\w*|suomen|finland|helsingin|hallinto|sector|sektor\w*|division|centre|unit)\b",
    re.IGNORECASE,
)
NAME_LIKE = lazy_pattern(
    r"(?:^|[\n,;:|–-] ?|\b[a-zåäö-]{3,} )"
    r"([A-ZÅÄÖÉÜŠŽÓ][\w'’-]+(?:(?: (?:[A-ZÅÄÖ]\.|von|af|de|van|al|el|bin))? [A-ZÅÄÖÉÜŠŽÓ][\w'’-]+){1,3})"
    r"(?=\.?\s*(?:$|[\n,;:|(–-]|\d|p\.|puh|tel|tfn|gsm|s-posti|sähköp|e-?mail|e-?post))"
)
PERSONAL_EMAIL = lazy_pattern(r"\b[a-z]{3,}(?:\.[a-z])?\.([a-z-]{4,})(?:@|\(at\)|\(a\))")
