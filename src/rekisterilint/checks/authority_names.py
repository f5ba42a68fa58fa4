"""Former authorities as they are named in a text: Finnish in any case form, Swedish, English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec
import re2

from rekisterilint.data import authorities
from rekisterilint.data.authorities import Authority
from rekisterilint.lazy_patterns import lazy_pattern

_LETTERS = r"0-9a-z_\xaa\xb5\xba\xdf-\xf6\xf8-\xff"
# English names of the former bodies, as they called themselves.
_ENGLISH = {
    "aluehallintovirasto": ("regional state administrative agenc(?:y|ies)",),
    "Sosiaali- ja terveysalan lupa- ja valvontavirasto": (
        "(?:finnish )?national supervisory authority for welfare and health",
        "national authority for medicolegal affairs",
    ),
    "elinkeino-, liikenne- ja ympäristökeskus": (
        "ely[ -]cent(?:re|er)s?", "cent(?:re|er)s? for economic development, transport and the environment",
    ),
    "työ- ja elinkeinotoimisto": ("te[ -]offices?", "employment and economic development offices?"),
    "Väestörekisterikeskus": ("(?:finnish )?population register cent(?:re|er)",),
    "maistraatti": ("local register offices?",),
    "sairaanhoitopiiri": ("hospital districts?",),
    "Liikenteen turvallisuusvirasto": ("finnish transport safety agency",),
    "Viestintävirasto": ("finnish communications regulatory authority", "ficora"),
    "Liikennevirasto": ("finnish transport agency",),
    "Elintarviketurvallisuusvirasto Evira": ("finnish food safety authority",),
    "Maaseutuvirasto": ("agency for rural affairs",),
    "Asumisen rahoitus- ja kehittämiskeskus": ("housing finance and development cent(?:re|er)(?: of finland)?",),
    "tietosuojalautakunta": ("(?:finnish )?data protection board",),
    # An ombudsperson is today's sosiaali- or potilasasiavastaava (Act 739/2023).
    "sosiaaliasiamies": ("social (?:services )?ombudsm[ae]n",),
    "potilasasiamies": ("patients?'? ombudsm[ae]n",),
    "lääninhallitus": ("state provincial offices?",),
    "Kuluttajavirasto": ("finnish consumer agency",),
}  # fmt: skip
_SWEDISH = {
    "Asumisen rahoitus- ja kehittämiskeskus": ("finansierings- och utvecklingscentralen f\xf6r boendet\\w*",),
    "Liikennevirasto": ("trafikverket(?= i finland)",),
    "lääninhallitus": ("l\xe4nsstyrelsen i [a-z\xe5\xe4\xf6-]+ l\xe4n",),
    "Kuluttajavirasto": ("konsumentverket(?= i finland)",),
    "Ulosottovirasto": ("uts\xf6kningsverket",),
    "erityishuoltopiiri": ("specialomsorgsdistrikt\\w*",),
}  # fmt: skip
# Names written in full.
_IN_FULL = {
    "ELY-keskusten sekä TE-toimistojen kehittämis- ja hallintokeskus": (
        "elinkeino-, liikenne- ja ympäristökeskusten sekä työ- ja elinkeinotoimistojen kehittämis- ja hallintokesku[a-z]*",
    ),
}
# Rows that say too little: boards of today's municipalities, offices that go on within a new body.
_LEFT_OUT = {"kunnan sosiaali- ja terveyslautakunta / perusturvalautakunta"}
_LEFT_OUT_NAMES = {"oikeusaputoimisto", "TYP", "Utsökningsverket", "utsökningsverket", "TEO"}
_STEMS = (
    ("keskus", r"kesku(?:s|ks|st)\w*"), ("laitos", r"laito(?:s|ks|st)\w*"), ("hallitus", r"hallitu(?:s|ks|st)\w*"),
    ("vakuutus", r"vakuutu(?:s|ks|st)\w*"), ("virasto", r"virasto\w*"), ("toimisto", r"toimisto\w*"), ("piiri", r"piir[ie]\w*"),
    ("lautakunta", r"lautaku[nt][tn]\w*"), ("maistraatti", r"maistraat\w*"), ("arkisto", r"arkisto\w*"),
    ("asiamies", r"asiamie[hs]\w*"), ("kokeilu", r"kokeilu\w*"), ("palvelu", r"palvelu\w*"), ("yhtymä", r"yhtym\w*"),
    ("vastuualue", r"vastuualue\w*"), ("Kuntatyönantajat", r"kuntatyönantaj\w*"),
)  # fmt: skip
_CASES = r"(?::?(?:n|ssa|ssä|sta|stä|lta|ltä|lla|llä|lle|an|aan|in|iin|ään|a|ä|ia|ksi|t|en|issa|ista|ille|s))?"
_LETTERS_ONLY = 4  # abbreviations up to this length are told by their capitals
# There was one such body: the plural speaks of companies or of other countries' bodies.
_OF_A_KIND = lazy_pattern(r"(?:viestintä|kuluttaja|liikenne)virasto(?:t|j|i(?!n\b))")
_NOT_WITHIN = lazy_pattern(r"(?:-\s(?:ja|sekä|och)\s|-)$")


class Naming(msgspec.Struct, frozen=True):
    """A former authority named at content offsets `start` to `end`, in full or by its letters."""

    start: int
    end: int
    authority: Authority
    abbreviated: bool


def find_former_authorities(content: str, folded: bytes) -> Iterator[Naming]:
    """Where `content` names authorities that are no more; `folded` is the same as patterns see it."""
    taken = 0
    for match in _pattern().finditer(folded):
        start, end = match.span(1)
        if start < taken:
            continue
        known = _judge(match.group(1))
        if known is None:
            continue
        authority, abbreviated = known
        written = content[start:end]
        if authority is None or (abbreviated and not written[:1].isupper()):
            continue
        # ARA-asunto is no mention of the body, and `ara` no abbreviation.
        if abbreviated and content[end : end + 1] == "-":
            continue
        if 0 < len(abbreviated) <= _LETTERS_ONLY and not written.startswith(abbreviated):
            continue
        if _NOT_WITHIN.search(content[max(0, start - 6) : start]) or _OF_A_KIND.match(written):
            continue
        taken = end
        yield Naming(start, end, authority, bool(abbreviated))


@cache
def _entries() -> tuple[tuple[str, Authority, str], ...]:
    """(pattern, authority, abbreviation or nothing), the longest names first."""
    found: list[tuple[str, Authority, str]] = []
    for authority in authorities.replaced():
        if authority.name in _LEFT_OUT or authority.confidence == "low":
            continue
        for name in authority.names:
            if name not in _LEFT_OUT_NAMES:
                found.append((*_finnish(name, authority),))
        for name in authority.names_sv:
            if name not in _LEFT_OUT_NAMES:
                found.append((re.escape(name.lower()).removesuffix("en").removesuffix("et") + r"\w{0,5}", authority, ""))
        for table in (_IN_FULL, _ENGLISH, _SWEDISH):
            for pattern in table.get(authority.name, ()):
                if "(?=" not in pattern:
                    found.append((pattern, authority, ""))
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


def _finnish(name: str, authority: Authority) -> tuple[str, Authority, str]:
    words = name.split(" ")
    last = words[-1]
    for ending, pattern in _STEMS:
        if last.endswith(ending):
            before = re.escape(" ".join((*words[:-1], last.removesuffix(ending))).lower())
            # TE toimisto, TE- toimisto
            return before.replace(r"te\-", r"te-? ?").replace(r"ely\-", r"ely-? ?") + pattern, authority, ""
    if len(words) > 1:
        return re.escape(name.lower()) + r"\w*", authority, ""
    return re.escape(name.lower()) + _CASES, authority, name


@cache
def _pattern() -> re2._Regexp:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    options.max_mem = 16 * 1024 * 1024
    body = "|".join(_plain(pattern) for pattern, _, _ in _entries())
    extra = r"tietosuojavaltuutet[a-z]+ (?:ja|tai|sek\xe4) -lautaku[nt][nt][a-z]*"
    source = f"(?:^|[^{_LETTERS}@.-])({extra}|{body})(?:$|[^{_LETTERS}@])"
    return re2.compile(source.encode("latin-1"), options)


def _plain(pattern: str) -> str:
    r"""RE2 over Latin-1 knows no letters beyond ASCII behind `\w`."""
    return pattern.replace(r"\w", f"[{_LETTERS}]").replace(r"\-", "-").replace(r"\ ", " ")


@lru_cache(maxsize=1024)
def _judge(found: bytes) -> tuple[Authority | None, str] | None:
    words = found.decode("latin-1")
    if words.startswith("tietosuojavaltuutet"):
        return next((a, "") for a in authorities.replaced() if a.name == "tietosuojalautakunta")
    for pattern, authority, abbreviation in _entries():
        # Most begin with a letter: compiling all of them takes longer than checking a notice.
        if pattern[0].isalpha() and pattern[0] != words[0]:
            continue
        if re.fullmatch(pattern, words):
            return authority, abbreviation
    return None
