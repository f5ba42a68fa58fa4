"""E-mail addresses, phone numbers and web addresses."""

from __future__ import annotations

import re

from rekisterilint.facts.model import Email, Phone, Url

_EMAIL = re.compile(
    r"[\w.+%-]+(?:@+| ?[(\[{](?:at|a|ät|@)[)\]}] ?| (?:at|\(at\)|@) (?=[\w-]+\.(?:fi|com|org|net|eu|ax)\b))[\w-]+(?:\.[\w-]+)*",
    re.IGNORECASE,
)
_AT = re.compile(r"@+| ?[(\[{](?:at|a|ät|@)[)\]}] ?| (?:at|@) ", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'()|]+", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w/.,:§-])(?:\+\d{1,3}[ \d()–-]{6,17}\d|\(0\d{1,3}\) ?\d[\d -]{3,12}\d|0\d{1,3}[ -]\d[\d -]{2,12}\d|0[1-9]\d{5,10})(?![\w/]|[.,]\d)"
)


def find_emails(content: str) -> tuple[Email, ...]:
    """The e-mail addresses of `content`, disguised ones too."""
    if "@" not in content and "(a" not in content and "[a" not in content and " at " not in content:
        return ()
    found = []
    for match in _EMAIL.finditer(content):
        written = match.group().rstrip(".-")
        at = _AT.search(written)
        if at is None or "." not in written[at.end() :] and at.group().strip() != "@":
            continue
        address = written[: at.start()] + "@" + written[at.end() :]
        found.append(
            Email(match.start(), match.start() + len(written), written, address, at.group() not in ("@", "@@"))
        )
    return tuple(found)


def find_urls(content: str) -> tuple[Url, ...]:
    """The web addresses of `content`."""
    found = []
    for match in _URL.finditer(content):
        written = match.group().rstrip(".,;:!?")
        found.append(Url(match.start(), match.start() + len(written), written))
    return tuple(found)


def find_phones(content: str) -> tuple[Phone, ...]:
    """What is written as a phone number."""
    found = []
    for match in _PHONE.finditer(content):
        written = match.group()
        digits = re.sub(r"[^\d+]", "", written)
        found.append(Phone(match.start(), match.end(), written, digits))
    return tuple(found)
