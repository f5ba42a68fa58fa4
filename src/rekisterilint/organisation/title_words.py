"""What a title speaks of, the same in Finnish, Swedish and English: `uimahallin asiakasrekisteri`
and `simhallens kundregister` are one register.

Words of the titles that Finnish municipalities, schools and associations give their notices. A
title with a word that is not listed speaks of something unknown, and is compared with none.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from rekisterilint.organisation.titles import register_key

# Stems of one meaning: Finnish | Swedish | English, several with a comma. Longer stems win.
_MEANINGS: Final = """
kirjasto|bibliotek|librar
kaukopalvelu,kaukolain|fjärrlån|interlibrary loan,interlibrary
uimahall,uimala|simhall|swimming hall,swimming pool,swimming
jäähall|ishall|ice rink,ice hall
liikunta,liikuntapaik|idrott,motion|sport,exercise
venepaik,venesatam|båtplats,båthamn|boat berth,berth,marina
nuoriso,nuorten|ungdoms,ungdom|youth
työpaja|verkstad|workshop
etsiv|uppsökande|outreach
valtuusto|fullmäktige|council
kansalaisopisto|medborgarinstitut|adult education
perusopetu|grundläggande utbildning,grundundervisning,grundutbildning|basic education
iltapäivätoimin|eftermiddagsverksamhet|after-school,afternoon
koulu|skol|school
kuljetu,kyydit|skjuts,transport|transport
lukio|gymnasi|upper secondary
varhaiskasvatu,päiväkoti|småbarnspedagogik,småbarnsfostran,daghem|early childhood education,early education,day care,daycare
musiikkiopisto,musiikkikoulu|musikinstitut|music school,music institute
kuvataidekoulu|konstskola|art school
taide|konst|art
museo|muse|museum
teatteri|teater|theatre,theater
orkesteri|orkester|orchestra
kulttuuri|kultur|cultur
kokoelma|samling|collection
lipunmyynti,lippu|biljett|ticket
avustu|bidrag,understöd|grant
rakennusvalvon|byggnadstillsyn|building control,building inspection
rakennu|byggnad|building
kaavoitu,kaava|planläggning,planlägg|town planning,land use planning,planning
tontti,tontin,tonttien|tomt|plot
vesihuol,vesilaito,vesi|vattentjänst,vattenverk,vatten|water supply,water
jätehuol|avfallshantering,avfall|waste management,waste
pysäköinninvalvon|parkeringsövervakning|parking enforcement,parking control
asukaspysäköin|boendeparkering|resident parking
pysäköin|parkering|parking
kameravalvon|kameraövervakning|camera surveillance,cctv
kulunvalvon|passerkontroll,passagekontroll|access control
ympäristöterv|miljöhälso,miljöhälsa|environmental health
ympäristönsuojelu|miljövård,miljöskydd|environmental protection,environmental
eläinlääk|veterinär|veterinar
maaseutu|landsbygd|rural
henkilöstöhallin,henkilöstö|personalförvaltning,personal|human resources administration,human resources,personnel,staff
rekrytoin,työnhak|rekrytering|recruitment
palkanlasken,palka,palkka|löneräkning,löne,lön|payroll,salar
kiinteistö|fastighet|propert,real estate
neuvon|rådgivning|advice,advisory,information
asianhallin|ärendehantering|case management,records management
luottamushenkilö|förtroendevald|elected official,elected representative
sidonnaisuu|bindning|declared interest,interests
palaut|respons,feedback|feedback
laskutu|fakturering|billing,invoicing
ostolasku|inköpsfaktur|purchase invoice
toimittaj|leverantör|supplier
työllisyys|sysselsättning|employment
kotoutu,maahanmuut|integration|integration,immigra
yritys,elinkeino|företag,näring|business,enterprise
matkailu|turis|touris
uutiskirje|nyhetsbrev|newsletter
tapahtum|evenemang|event
verkkosivu,verkkosivusto,www-sivu|webbplats,webbsid|website,web site
kuvapankki,kuvapanki|bildbank|image bank
asiakas,asiakkai,asiakkaa|kund,klient|customer,client
opiskelij|studerand|student
oppila|elev|pupil
opettaj|lärar|teacher
hakij|sökande|applicant
kävijä|besökar|visitor
jäsen|medlem|member
tilaaj|prenumerant|subscriber
potila|patient|patient
ilmoittautu|anmälning|registration
varau|boknin,reservering|booking,reservation
lupa,luvat,lupie|tillstånd|permit
valvon|tillsyn,övervakning|supervision,surveillance
yhteystie|kontakt|contact
osallis,osallistuj|intressent,deltagar|stakeholder,participant
hallin|förvaltning|administration
vapaaehtoi|frivillig|volunteer
kerho,seura|klubb,förening|club,association
asunto,asumi|bostad,boende|housing
vanhustenhuol,ikäihmis|äldreomsorg,äldre|elderly
lastensuojelu|barnskydd|child welfare,child protection
sosiaali|social|social
terveyd,terveys|hälso,hälsa,hälsovård|health
hammas,suun tervey|tand,munhälso|dental,oral health
verkkokaupp|webbutik,nätbutik|online shop,web shop,webshop
markkinoin|marknadsföring|marketing
"""
# Words that say nothing of the register, and endings of words.
_NEUTRAL: Final = """
rekisteri|register|register,registry
palvelu|tjänst|service
toimin,työ|verksamhet,arbet|activit,work
tila,tilo,talo,keskus,laitos|lokal,hus,gård,central,verk|premises,venue,centre,center,facilit,house,hall
henkilö|person,över,av,det|person
ryhmä,ryhmi|grupp|group
alue,yksik,osasto|område,enhet,avdelning|district,area,unit,department
asia,asioid|ärende|matter
kaupun,kunna,kunta,kuntayhtymä|stad,kommun,samkommun|city,municipal
tunnu|tecken,kod|id
"""
_LONGEST_ENDING = 6  # letters behind the last stem of a word


def title_meaning(title: str, language: str, stems: frozenset[str] = frozenset()) -> str:
    """What a title speaks of, as a key that is equal in the languages; empty where it can't be told.

    `stems` are those of the controller's names (`titles.name_stems`). Figures stand for themselves.
    """
    known = _stems(language)
    if not known:
        return ""
    meanings: list[str] = []
    words = register_key(title, stems, in_order=True)
    at = 0
    while at < len(words):
        if words[at] == " ":
            at += 1
            continue
        found = _taken(words, at, known)
        if found is None:
            return ""
        at, held = found
        meanings += held
    return " ".join(sorted(meaning for meaning in meanings if meaning))


def _taken(words: str, at: int, known: Mapping[str, str]) -> tuple[int, list[str]] | None:
    """The end of the word or words at `at` and what they mean; None where a part is not known."""
    end = words.find(" ", at)
    end = len(words) if end < 0 else end
    if words[at:end].isdigit():
        return end, [words[at:end]]
    held: list[str] = []
    while at < end:
        stem = _stem_at(words, at, known)
        if stem is None:
            # Letters between parts, or an ending.
            nearest = next((n for n in range(at, min(at + 4, end)) if _stem_at(words, n, known)), None) if held else None
            if nearest is None:
                return (end, held) if held and end - at <= _LONGEST_ENDING else None
            at = nearest
            continue
        held.append(known[stem])
        at += len(stem)
        if at > end:
            # A stem of several words.
            end = words.find(" ", at)
            end = len(words) if end < 0 else end
    return end, held


def _stem_at(words: str, at: int, known: Mapping[str, str]) -> str | None:
    """The longest stem at a place."""
    for length in range(min(_longest(), len(words) - at), 1, -1):
        stem = words[at : at + length]
        if stem in known:
            return stem
    return None


@cache
def _longest() -> int:
    return max(len(stem) for language in ("fi", "sv", "en") for stem in _stems(language))


@cache
def _stems(language: str) -> Mapping[str, str]:
    """Stems of a language, each with what it means: a number, or nothing."""
    if language not in ("fi", "sv", "en"):
        return {}
    column = ("fi", "sv", "en").index(language)
    stems: dict[str, str] = {}
    for number, line in enumerate(_MEANINGS.strip().split("\n")):
        for stem in line.split("|")[column].split(","):
            stems.setdefault(stem, f"m{number}")
    for line in _NEUTRAL.strip().split("\n"):
        for stem in line.split("|")[column].split(","):
            stems.setdefault(stem, "")
    return stems
