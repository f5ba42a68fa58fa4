"""E-mail addresses, phone numbers and web addresses, broken and disguised ones included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisterilint.facts.model import Email, Phone, Url
from rekisterilint.lazy_patterns import lazy_pattern

# What stands for the at sign: in brackets or stars, or as a word between blanks. Patterns begin
# with a set of characters, not with a look-behind: so the search skips ahead.
_IN_BRACKETS = lazy_pattern(
    r"[(\[{*_]\s?(?=[aAäÄ@mMsSkK])(?i:at|a|ät|[aä]\.t\.?|@|(?:at|ät)[- ]?merkki|miuku|miukumauku|miumau|snabel-?a|kissanhäntä)\s?[)\]}*_]"
)
_AS_WORD = lazy_pattern(r" (?:at|AT|ät|miuku|miukumauku|miumau|snabel-?a) ")
_AS_WORD_SIGNS = (" at ", " AT ", " ät ", " miu", " snabel")

# What stands for the sign alone, right behind a mailbox: the domain that belongs there was lost.
_BARE_SIGN = lazy_pattern(r"[(\[](?i:at|ät)[)\]](?![\w@(\[])")
_NO_LOCAL = lazy_pattern(r"[^\w.+%&'-]")
_LONGEST_LOCAL = 64
_TOP = r"(?:fi|com|org|net|eu|ax|info|io|se)\b"
_DOMAIN = lazy_pattern(
    r"[^\W_][\w-]*(?:(?:\.{1,2}|,(?=" + _TOP + r")|\.\s(?=" + _TOP + r")|\s\.(?=" + _TOP + r")"
    r"|\s?[(\[](?:dot|piste|punkt|\.)[)\]]\s?|\s(?:dot|piste|punkt)\s)[^\W_][\w-]*)*",
    re.IGNORECASE,
)
_SPELT_DOT = lazy_pattern(r"\s?[(\[](?:dot|piste|punkt|\.)[)\]]\s?|\s(?:dot|piste|punkt)\s", re.IGNORECASE)
_NEXT_SENTENCE = lazy_pattern(r"(?<=\.[a-z]{2})\.[A-ZÅÄÖ][a-zåäö]*\Z|(?<=\.com)\.[A-ZÅÄÖ][a-zåäö]*\Z")
_TOP_LEVEL = lazy_pattern(r"\.[^\W\d_]{2,24}\Z")
# What a text names shortly before an address that is told in words ("write to info at x.fi").
_MAIL_WORD = lazy_pattern(r"(?:s[äa]hk[öo]post|s-post|e-?post|e-?mail|mail|viesti|meddeland|message)", re.IGNORECASE)
# What a web page puts in the place of an address that it hides from robots.
SPAM_NOTE = (
    r"Tämä sähköpostiosoite on suojattu spamboteilta|"
    r"Den här e-postadressen skyddas mot spambots|This email address is being protected from spambots"
)
_HIDDEN = lazy_pattern(
    rf"\[email\s?protected\]|{SPAM_NOTE}",
    re.IGNORECASE,
)
# `Sähköpostitoimisto@…`, `Merimaija.meri@…`: a label or the person's surname runs into the address.
_GLUED_LABEL = lazy_pattern(r"(?:sähköposti(?:osoite)?|s-posti|e-post(?:adress)?)(?=[a-z0-9])", re.IGNORECASE)
_GLUED_NAME = lazy_pattern(r"(?P<names>[A-ZÅÄÖ][a-zåäö]{3,})\.(?P<last>[a-z]{3,})\Z")
_MAILBOXES = ("kirjaamo", "info", "tietosuoja", "tietosuojavastaava", "dataskydd", "dataskyddsombud", "registrator", "registry", "privacy", "gdpr", "dpo", "office")
_PLAIN = str.maketrans("åäö", "aao")
_PLACEHOLDER = lazy_pattern(
    r"etu-?nimi|suku-?nimi|f[öo]rnamn|efternamn|first[._-]?name|last[._-]?name|surname|forename|^first[._-]last$",
    re.IGNORECASE,
)

_URL = lazy_pattern(r"[hHwW](?:[tT]{2}[pP][sS]?://|[wW]{2}\.)[^\s<>\"'()|]+")

_PHONE = lazy_pattern(
    r"[+(0](?<![\w/§–-][+(0])(?<!\d[.,:][+(0])(?:(?<=\+) ?\d{1,14}|(?<=\()\+ ?\d{1,4}\)|(?<=\()0\d{1,3}\)|(?<=0)\d{1,13})"
    r"(?:(?: ?(?:\(0\)|[-–‑]) ?| )\d+){0,6}(?![\w/]|[.,]\d)"
)
_PHONE_LABEL = lazy_pattern(
    r"(?:puh(?:\.|elin)|\bpuh\b|\bp\.|\btel|\btfn|gsm|vaih(?:de|tee)|växel|phone|mobil|fa(?:x|ksi)|soit|\bring|\bcall|"
    r"numero(?:on|sta|ssa)|nummer|number|whatsapp|\bp\s|☎|📞|📱)[^\n]{0,28}\Z",
    re.IGNORECASE,
)
_NO_PHONE_BEFORE = lazy_pattern(
    r"(?:y-?tunnus|fo-? ?nummer|fo-signum|business (?:identity code|id)|ovt|verkkolasku|e-lasku|e-invoic|e-faktur|iban|tilinumero|\bklo|\bkl\.?|diaari|dnro|viite|[A-Z]{2}\d{2})[^\n]{0,12}\Z",
    re.IGNORECASE,
)
_SPACED_DOT = lazy_pattern(r"\b([\w-]{2,30}) \. \Z")
_MOBILE = lazy_pattern(r"0(?:4\d|50)\d{6,8}\Z")
_BUSINESS_ID = lazy_pattern(r"\d{7}[-\u2010-\u2013]\d\Z")
_NUMERIC_DATE = lazy_pattern(r"\d{1,2}-\d{1,2}-\d{4}\Z")
_SECOND_NUMBER = lazy_pattern(r" (?=0\d)")
_NEXT_IS_TOWN = lazy_pattern(r"[ ,]{1,2}[A-ZÅÄÖ]")
_LEAST_DIGITS, _LEAST_INTERNATIONAL, _MOST_DIGITS = 6, 7, 17
_LEAST_BEFORE_SECOND = 7  # digits without the country code


def find_emails(content: str) -> tuple[Email, ...]:
    """The e-mail addresses of `content`: disguised ones, broken ones and `[email protected]` too."""
    found = []
    last = 0
    for start, end, kind in sorted(_at_signs(content)):
        if start < last:
            continue
        email = _email_around(content, start, end, kind)
        if email is not None and email.start >= last:
            found.append(email)
            last = email.end
    if "protected]" in content or "spambot" in content:
        for match in _HIDDEN.finditer(content):
            found.append(Email(match.start(), match.end(), match.group(), "", True, "hidden"))
        found.sort(key=lambda email: email.start)
    return tuple(found)


def _at_signs(content: str) -> Iterator[tuple[int, int, str]]:
    """Where an at sign stands or is meant: (start, end, `sign`, `bracket` or `word`)."""
    at = content.find("@")
    while at >= 0:
        end = at + 1
        while content.startswith("@", end):
            end += 1
        yield at, end, "sign"
        at = content.find("@", end)
    for match in _IN_BRACKETS.finditer(content):
        yield match.start(), match.end(), "bracket"
    for sign in _AS_WORD_SIGNS:
        at = content.find(sign)
        while at >= 0:
            word = _AS_WORD.match(content, at)
            if word is not None:
                yield at + 1, word.end() - 1, "word"
            at = content.find(sign, at + 1)


def _email_around(content: str, start: int, end: int, kind: str) -> Email | None:
    """The address whose at sign stands at `start` to `end`, if it is one or is meant as one."""
    left = start - 1 if content[start - 1 : start].isspace() else start
    before = content[max(0, left - _LONGEST_LOCAL) : left]
    name = _NO_LOCAL.split(before)[-1].lstrip("'-")
    if not any(sign.isalpha() for sign in name):
        return None
    first = left - len(name)
    if left < start and kind == "sign":  # "maija . meri @ firma.fi"
        earlier = _SPACED_DOT.search(content, max(0, first - _LONGEST_LOCAL), first)
        if earlier is not None:
            name, first = f"{earlier[1]}.{name}", earlier.start()
    right = end + 1 if content[end : end + 1].isspace() else end
    domain = _DOMAIN.match(content, right)
    is_placeholder = _PLACEHOLDER.search(name) is not None
    if domain is None or (right > end and not _has_top_level(_SPELT_DOT.sub(".", domain.group()))):
        if not is_placeholder and not _is_cut_off(content, first, start, name):
            return None
        return Email(first, end, content[first:end], f"{name}@", kind != "sign", "" if is_placeholder else "no-top-level", is_placeholder)
    spelt = _NEXT_SENTENCE.sub("", domain.group().rstrip("-"))
    tidy = _SPELT_DOT.sub(".", spelt)
    address = name + "@" + re.sub(r"\s", "", tidy)
    blank = "blank" if (left < start or right > end or " " in tidy) and kind == "sign" else ""
    if kind == "word" and not _is_told_in_words(content, first, start, name, tidy):
        return None
    is_mail = (
        "." in name
        or _MAIL_WORD.search(content, max(0, first - 40), first) is not None
        # Another address has this domain in full: here its end was lost.
        or (kind == "sign" and "." not in tidy and f"@{tidy}." in content)
    )
    # "@firma" behind a blank is the name of an account, "work@home" that of a product.
    if not is_mail and ((left < start and right == end and kind == "sign") or not _has_top_level(tidy)):
        return None
    if not _has_top_level(tidy) and (kind != "sign" or blank):
        return None
    if kind == "bracket" and not _is_domain_like(tidy):
        return None
    fault = "" if is_placeholder else _fault(content[start:end], name, tidy, blank)
    glued = 0 if is_placeholder or fault else _glued(name)
    if glued:
        fault, address = "glued", address[glued:]
    stop = domain.start() + len(spelt)
    return Email(first, stop, content[first:stop], address, kind != "sign", fault, is_placeholder)


def _is_cut_off(content: str, first: int, start: int, name: str) -> bool:
    """Whether `kirjaamo(at)`, its sign at `start`, is an address whose domain is not there."""
    if first + len(name) < start or not name.islower() or _BARE_SIGN.match(content, start) is None:
        return False
    if name in ("name", "nimi", "namn"):
        return False
    return "." in name or name in _MAILBOXES or _MAIL_WORD.search(content, max(0, first - 9), first) is not None


def _glued(name: str) -> int:
    """How many letters before the at sign belong to the word that runs into the address."""
    label = _GLUED_LABEL.match(name)
    if label is not None:
        return label.end()
    person = _GLUED_NAME.match(name)
    if person is not None and person["names"].lower().translate(_PLAIN).startswith(person["last"]):
        return len(person["last"]) if len(person["names"]) > len(person["last"]) + 1 else 0
    return 0


def _has_top_level(domain: str) -> bool:
    return _TOP_LEVEL.search(re.sub(r"\s", "", domain.replace(",", "."))) is not None


def _is_domain_like(domain: str) -> bool:
    last = domain.rpartition(".")[2]
    return last.islower() or domain.isupper()


def _is_told_in_words(content: str, first: int, at: int, name: str, domain: str) -> bool:
    """Whether `info at x.fi` is an address: `see us at x.fi` is none."""
    if not _has_top_level(domain) or not domain.islower():
        return False
    if not content.startswith("at", at):
        return True
    if name.lower() in ("us", "me", "them", "available", "website", "site", "page", "look", "found", "notice", "policy", "information"):
        return False
    if name.islower() and content[first - 1 : first] == "(" and content[at:].startswith(f"at {domain})"):
        return True
    return "." in name or _MAIL_WORD.search(content, max(0, first - 45), first) is not None


def _fault(sign: str, name: str, domain: str, blank: str) -> str:
    if len(sign) > 1 and sign.strip("@") == "":
        return "double-at"
    if not _has_top_level(domain):
        return "no-top-level"
    if blank:
        return "blank"
    if "," in domain:
        return "comma"
    if ".." in name + domain or name.startswith(".") or name.endswith("."):
        return "dots"
    return ""


def find_urls(content: str) -> tuple[Url, ...]:
    """The web addresses of `content`."""
    if "://" not in content and "ww." not in content and "WW." not in content:
        return ()
    found = []
    for match in _URL.finditer(content):
        written = match.group().rstrip(".,;:!?*")
        found.append(Url(match.start(), match.start() + len(written), written))
    return tuple(found)


def find_phones(content: str) -> tuple[Phone, ...]:
    """What is written as a phone number. Account, order and company numbers are left out."""
    found = []
    for match in _PHONE.finditer(content):
        start = match.start()
        for written in _numbers(match.group(), content[match.end() : match.end() + 3]):
            at = content.index(written, start)
            start = at + len(written)
            phone = _phone(content, at, written)
            if phone is not None:
                found.append(phone)
    return tuple(found)


def _phone(content: str, at: int, written: str) -> Phone | None:
    if _BUSINESS_ID.match(written) or _NUMERIC_DATE.match(written):
        return None
    digits = re.sub(r"[^\d+]", "", written.replace("(0)", ""))
    count = len(digits.lstrip("+"))
    least = _LEAST_INTERNATIONAL if digits[0] == "+" else _LEAST_DIGITS
    if not least <= count <= _MOST_DIGITS:
        return None
    before = content[max(0, at - 40) : at].rpartition("\n")[2]
    if _NO_PHONE_BEFORE.search(before):
        return None
    labelled = digits[0] == "+" or _PHONE_LABEL.search(before) is not None
    if not labelled and written.isdigit() and not _MOBILE.match(written):
        return None
    return Phone(at, at + len(written), written, digits, labelled)


def _numbers(written: str, after: str) -> Iterator[str]:
    """`written` without what belongs to the next word, cut where a second number begins."""
    head, _, tail = written.rpartition(" ")
    if head and tail.isdigit() and _count(head.replace("(0)", "")) - (3 if "+" in head else 0) >= _LEAST_DIGITS:
        is_postal_code = len(tail) == 5 and _NEXT_IS_TOWN.match(after)
        is_list_marker = len(tail) <= 2 and (after[:1] == "." or (after[:1] == " " and after[1:2].isalpha()))
        if is_postal_code or is_list_marker:
            written = head
    for match in _SECOND_NUMBER.finditer(written):
        before = _count(written[: match.start()]) - (3 if "+" in written else 0)
        if before >= _LEAST_BEFORE_SECOND and _count(written[match.end() :]) >= _LEAST_DIGITS:
            yield written[: match.start()]
            yield written[match.end() :]
            return
    yield written


def _count(written: str) -> int:
    return sum(sign.isdigit() for sign in written)
