"""The field's vocabulary: stems with the endings that they take, and compounds that get split.

A near miss is a stem with one slip and a right ending, so that other words that merely resemble a
term (`rekisteröinti`, `henkilötunniste`) are never taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import msgspec


class Stem(msgspec.Struct, frozen=True):
    """The unchanging part of a word and the pattern of its endings."""

    stem: str
    endings: str

    def fits(self, rest: str) -> bool:
        """Whether `rest` is an ending of this word."""
        return _pattern(self.endings).fullmatch(rest) is not None


@lru_cache(maxsize=64)
def _pattern(endings: str) -> re.Pattern[str]:
    return re.compile(endings)


# Finnish declensions, by the word that shows them; `a` stands for a or ä.
_KALA = r"(?:[aä]|[aä]n|[aä]{2}|[aä]{2}n|[aä](?:ll[aä]|lle|lt[aä]|ss[aä]|st[aä]|n[aä]|ksi|t|ni|mme|nne|si|ns[aä])|[aä]st[aä]mme|ien|i[aä]|iin|i(?:ll[aä]|lle|lt[aä]|ss[aä]|st[aä]|n[aä]|ksi)|iemme|illemme|oiden|oita|oille|oilta|oilla|oissa|oista|oihin)(?:kin|k[aä][aä]n)?"
_ASTE = r"(?:e|een|ett[aä]|ee(?:seen|ll[aä]|lle|lt[aä]|ss[aä]|st[aä]|n[aä]|ksi|t)|eemme|iden|itten|it[aä]|isiin|i(?:ll[aä]|lle|lt[aä]|ss[aä]|st[aä]))"
_TUNNUS = r"(?:s|ksen|sta|stä|kseen|kse(?:ll[aä]|lle|lt[aä]|ss[aä]|st[aä]|n[aä]|ksi|t|ni|mme|nne|si|ns[aä]|st[aä]si|st[aä]an|llasi|en)|ksiin|ksia|ksiä|ksien|sten|ksi(?:ll[aä]|lle|lt[aä]|ss[aä]|st[aä]))"
_NEN = r"(?:inen|isen|ista|istä|iseen|ise(?:ll[aä]|lle|lt[aä]|ss[aä]|st[aä]|n[aä]|ksi|t)|isten|isia|isiä|isiin|isi(?:ll[aä]|lle|lt[aä]|ss[aä]|st[aä])|isesti)"
_OIKEUS = r"(?:us|uden|utta|uteen|ude(?:ll[aä]|lle|lt[aä]|ss[aä]|st[aä]|ksi|t)|utena|uksi(?:a|en|in|sta|ssa|lla|ksi|ensa|esi|emme)|utesi|utensa|uttaan|uttasi|udestaan)"
_TIETO = r"(?:to|toa|toon|tona|toja|tojen|toihin|toina|do(?:n|t|ssa|sta|lla|lle|ksi)|doi(?:ssa|sta|lla|lle|ksi)|to(?:si|mme|nsa|ni)|toja(?:an|si|nsa|mme|nne)|toje(?:si|nsa|mme|nne)|doista(?:an|si|nsa)|toihi(?:nsa|si)|tosisällön)"
_AIKA = r"(?:ka|kaa|kana|kaan|kansa|kojen|koja|koihin|an|at|ana|alla|assa|asta|oista|oissa|oilla)"
_AJAT = r"(?:an|at|alla|assa|asta|alle|aksi|oista|oissa|oilla)"
_TI = r"(?:ti|tia|tiin|tina|nin|nissa|nista|nilla|nille|niksi|nit|teja|tien)"
_KO = r"(?:ko|koa|koon|kona|on|ossa|osta|olla|olle|oksi|ot|kojen|koja)"
_TTU = r"(?:tu|tua|tuun|tuna|un|ussa|usta|ulla|ulle|ulta|uksi|ut|tujen|tuja|uille|uilla|uilta|tuihin)"
_SV_N = r"(?:|en|ens|s|ar|arna|er|erna|ernas|et|ets)"
_SV_A = r"(?:|a|e|es|as|s|t|n|d|da)"

_FI: tuple[tuple[str, str], ...] = (
    ("rekisterinpitäj", _KALA),
    ("yhteisrekisterinpitäj", _KALA),
    ("rekisteröity", r"(?:|ä|nä|jä|jen|ihin|y|i|essä|essään|vät|minen|misen|mistä|misessä|nyt|neen|neet)"),
    ("rekisteröidy", r"(?:n|t|lle|llä|ltä|stä|ksi|illä|ille|iltä|istä)"),
    ("tietosuojavastaav", _KALA),
    ("tietosuojaselost", _ASTE),
    ("tietosuojailmoitu", _TUNNUS),
    ("tietosuojavaltuutet", _TTU),
    ("tietosuojakäytän", r"(?:tö|töä|töjä|töjen|nön|nöt|nössä|nöistä|nöissä)"),
    ("henkilötie", rf"(?:{_TIETO}|(?:don|tojen)käsittely[a-zåäö]{{0,8}})"),
    ("henkilötietoj", r"(?:a|en|asi|ani|ansa|amme|anne|aan|esi|ensa|emme|enne)(?:kin)?"),
    ("henkilötiedo", r"(?:n|t|ssa|sta|issa|ista)"),
    ("henkilötunnu", _TUNNUS),
    ("henkilörekister", r"(?:i|in|iä|iin|issä|istä|iksi|it|eitä|eissä|eihin|ien|einä)"),
    ("asiakasrekister", r"(?:i|in|iä|iin|issä|istä|iksi|it|eitä|eissä|eihin|ien)"),
    ("jäsenrekister", r"(?:i|in|iä|iin|issä|istä|iksi|it|eitä|eissä|eihin|ien)"),
    ("käsittelyperust", _ASTE),
    ("oikeusperust", _ASTE),
    ("käyttötarkoitu", _TUNNUS),
    ("käsittelytarkoitu", _TUNNUS),
    ("säilytysai", _AIKA),
    ("säilytysaj", _AJAT),
    ("lakisäätei", r"(?:nen|sen|sesti|sta|siin|seen|set|sten|sellä|selle|siä|stä|seksi)"),
    ("oikaisemi", r"(?:nen|sen|sta|seen|sessa|seksi)"),
    ("käsittelijöi", r"(?:den|tä|lle|llä|ltä|stä|hin|nä|ssä)"),
    ("säännönmukai", r"(?:nen|sen|sta|set|sia|sesti|siin|sten|sissa)"),
    ("tietolähte", r"(?:en|et|et|enä|estä|iden|itä|istä|inä|isiin)"),
    ("tietosisäl", r"(?:tö|töä|töön|tönä|lön|löstä|lössä|löt|töjä)"),
    ("valvontaviranoma", _NEN),
    ("suostumu", _TUNNUS),
    ("automaat", r"(?:tinen|tisen|tista|tiseen|tisesti|tiset|tisia|tisella|tisten)"),
    ("päätöksente", _KO),
    ("tarkastusoike", _OIKEUS),
    ("tarkistusoike", _OIKEUS),
    ("tarkastuspyyn", r"(?:tö|töä|töön|tönsä|tösi|töjä|töjen|nön|nöt|nöstä|nössä|nöllä)"),
    ("tarkastuspyyntö", r"(?:|ä|ön|jä|jen|nsä|si)"),
    ("tarkistuspyyntö", r"(?:|ä|ön|jä|jen|nsä|si)"),
    ("tarkistuspyyn", r"(?:tö|töä|töön|tönsä|tösi|töjä|töjen|nön|nöt|nöstä|nössä|nöllä)"),
    ("yhteyshenkil", r"(?:ö|ön|öä|öön|öt|öiden|öitä|ölle|öltä|öllä|önä|öille|öinä|ömme)"),
    ("rekisteriasi", r"(?:a|an|at|oita|oiden|oissa|oista|oihin|aa)"),
    ("profiloin", _TI),
    ("salassapitovelvollisu", r"(?:us|uden|utta|uteen|udesta|udet)"),
    ("oikaisupyyn", r"(?:tö|töä|töön|tönsä|nön|nöt|nöstä)"),
    ("vastustamisoike", _OIKEUS),
    ("suoramarkkinoin", _TI),
    ("henkilötietorekister", r"(?:i|in|iä|iin|issä|istä)"),
    ("tietoturvaloukkau", _TUNNUS),
)
_SV: tuple[tuple[str, str], ...] = (
    ("personuppgiftsansvarig", _SV_A),
    ("personuppgiftsbiträde", r"(?:|t|n|na|ts|nas)"),
    ("personuppgift", r"(?:|en|er|erna|ernas|ers|s|slag|slagen)"),
    ("dataskyddsombud", r"(?:|et|ets|en|s)"),
    ("dataskyddsbeskrivning", _SV_N),
    ("dataskyddsmeddelande", r"(?:|t|n|ts)"),
    ("registerbeskrivning", _SV_N),
    ("dataombudsman", r"(?:|nen|nens|s)"),
    ("tillsynsmyndighet", _SV_N),
    ("personbeteckning", _SV_N),
    ("kontaktperson", _SV_N),
    ("behandling", r"(?:|en|ens|ar|arna)"),
    ("profilering", r"(?:|en)"),
    ("lagringstid", r"(?:|en|er|erna)"),
    ("förvaringstid", r"(?:|en|er|erna)"),
    ("samtycke", r"(?:|t|n|na)"),
    ("registrerade", r"(?:|s|n)"),
    ("rättighet", r"(?:en|er|erna|erna|ernas)"),
    ("automatiserat", r"(?:)"),
    ("automatiserade", r"(?:)"),
    ("mottagare", r"(?:|n|na|s)"),
    ("integritetspolicy", r"(?:|n|ns|er|s)"),
    ("sekretesspolicy", r"(?:|n|ns|er|s)"),
    ("direktmarknadsföring", r"(?:|en|ens|s)"),
)
_EN: tuple[tuple[str, str], ...] = (
    ("controller", r"(?:|s)"),
    ("processing", r"(?:)"),
    ("processor", r"(?:|s)"),
    ("protection", r"(?:)"),
    ("retention", r"(?:)"),
    ("rectification", r"(?:)"),
    ("erasure", r"(?:)"),
    ("portability", r"(?:)"),
    ("legitimate", r"(?:)"),
    ("supervisory", r"(?:)"),
    ("recipient", r"(?:|s)"),
    ("profiling", r"(?:)"),
    ("restriction", r"(?:|s)"),
    ("objection", r"(?:|s)"),
    ("disclosure", r"(?:|s)"),
    ("ombudsman", r"(?:)"),
)

# What is written for a term by more than one slip: whole words, and beginnings of words.
WHOLE: Mapping[str, str] = {
    "tietosuojavastaa": "tietosuojavastaava",
    "käsitelemme": "käsittelemme",
    "käsittellään": "käsitellään",
    "käsitellemme": "käsittelemme",
}
MIXED: Mapping[str, str] = {
    "tietoturvavaltuut": "tietosuojavaltuut",
    "väestövirasto": "väestötietovirasto",
    "henkilötietojensäilyt": "henkilötietojen säilyt",
    "säännönmukaisettieto": "säännönmukaiset tieto",
    "rekisteröidynoikeu": "rekisteröidyn oikeu",
    "rekisterintietosis": "rekisterin tietosis",
    "rekisterinkäyttötark": "rekisterin käyttötark",
    "tietojensäilytys": "tietojen säilytys",
    "dataskyddsombudsman": "dataombudsman",
    "registersansvarig": "personuppgiftsansvarig",
    "dataskyddsbeskrving": "dataskyddsbeskrivning",
    "registerbeskrving": "registerbeskrivning",
}
# Real words that one slip parts from a term.
_NOT_WORDS = frozenset(
    {
        "controlled", "comptroller", "comptrollers", "professor", "professors", "procession", "detention", "projection",
        "projections", "constriction", "ombudsmen", "registrerande", "supervisors", "supervisor",
    }
)  # fmt: skip


def _stems(pairs: tuple[tuple[str, str], ...]) -> tuple[Stem, ...]:
    return tuple(Stem(stem, endings) for stem, endings in pairs)


LANGUAGES: Mapping[str, tuple[Stem, ...]] = {"fi": _stems(_FI), "sv": _stems(_SV), "en": _stems(_EN)}
NOT_MISSES = _NOT_WORDS

_W = "[A-Za-zÅÄÖåäö]"


def _split(*compounds: str) -> str:
    """One pattern for all `compounds`; group 1 is the words as written."""
    return rf"(?:^|[^A-Za-zÅÄÖåäö0-9_-])((?i:{'|'.join(compounds)}))(?:$|[^A-Za-zÅÄÖåäö0-9_-])"


# Compounds written as two words.
SPLIT: Mapping[str, str] = {
    "fi": _split(
        rf"rekisterin pitäj{_W}{{1,9}}",
        rf"tieto suoja(?:sta|n|a|{_W}{{5,20}})?",
        rf"tietosuoja (?:vastaav|selost|valtuut|ilmoitu){_W}{{1,9}}",
        "säilytys (?:aika|ajat|ajan|aikaa|ajasta|ajoista|aikoja|aikoihin|aikojen|ajalla|aikana)",
        rf"(?:käyttö|käsittely) tarkoitu{_W}{{1,8}}",
        "(?:käsittely|oikeus) peruste(?:en|et|tta|ita|iden|ena|ella)?",
        "henkilö (?:tunnus|tunnuksen|tunnuksia|tunnusta|rekisteri|rekisterin|rekisterit|rekisteriin)",
        "yhteys (?:henkilö|henkilönä|henkilölle|henkilöt|tiedot|tietoja|tietojen)",
        "(?:tarkastus|tarkistus) (?:oikeus|oikeuden|oikeutta|pyyntö|pyynnön|pyynnöt)",
        rf"valvonta viranoma{_W}{{3,7}}",
        "rekisteri (?:seloste|selosteen|selosteet|asioissa|asiat)",
        "tieto (?:lähde|lähteet|lähteitä|sisältö|sisällön)",
        "talous (?:alue|alueen|alueella|alueelle|alueelta)",
    ),
    "sv": _split(
        rf"person uppgift{_W}{{0,5}}",
        "personuppgifts? (?:ansvarig|ansvarige|ansvariga|biträde|biträden|biträdet)",
        "data (?:skydd|skyddet|skyddsombud|skyddsombudet|skyddsbeskrivning|ombudsman|ombudsmannen)",
        "dataskydds (?:ombud|ombudet|beskrivning)",
        "tillsyns (?:myndighet|myndigheten)",
        "person (?:beteckning|beteckningen|beteckningar)",
    ),
    "en": "",
}
