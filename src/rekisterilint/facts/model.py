"""What can be drawn from a text. Offsets are content offsets, ends exclusive."""

from __future__ import annotations

import msgspec


class Email(msgspec.Struct, frozen=True):
    """An e-mail address or what is meant as one; `disguised` when written as `nimi(at)x.fi`.

    `fault`: empty, or why it can't be one: `double-at`, `blank`, `no-top-level`, `comma`, `dots`,
    or `hidden` where the web page keeps it from readers without scripts (`[email protected]`).
    `placeholder` marks `etunimi.sukunimi@…` and its like.
    """

    start: int
    end: int
    written: str
    address: str
    disguised: bool
    fault: str = ""
    placeholder: bool = False


class Phone(msgspec.Struct, frozen=True):
    """A phone number as written; `digits` without blanks, `+` kept.

    `labelled` when a label or the international form shows that a phone number is meant.
    """

    start: int
    end: int
    written: str
    digits: str
    labelled: bool = False


class Url(msgspec.Struct, frozen=True):
    """An address of the web as written."""

    start: int
    end: int
    written: str


class Address(msgspec.Struct, frozen=True):
    """A postal address: code and town, and the street or PO box before it if there is one.

    `start` and `end` cover code and town; `line_start` is where street or box begins.
    """

    start: int
    end: int
    code: str
    town: str
    street: str
    box: str
    line_start: int


class BusinessId(msgspec.Struct, frozen=True):
    """A Finnish business id; `number` as `1234567-8`, `labelled` when a label stands before it."""

    start: int
    end: int
    written: str
    number: str
    labelled: bool


class IdentityCode(msgspec.Struct, frozen=True):
    """A personal identity code that holds; `temporary` for the numbers 900-999. Never its text."""

    start: int
    end: int
    temporary: bool


class Citation(msgspec.Struct, frozen=True):
    """A number of a statute or EU act (`410/2015`, `(EU) 2016/679`) and the name it belongs to.

    `name_start` and `name_end` are equal when no name stands with it. `number` is normalised (an
    EU act's as `2016/679`), `written` is as it stands. A known name without a number is a citation
    too: its `number` is empty, and `start` and `end` are the name's. `named` are the numbers of the
    statutes that go by the name, none if it is not known.
    """

    start: int
    end: int
    written: str
    number: str
    eu: bool
    name: str
    name_start: int
    name_end: int
    named: tuple[str, ...] = ()


class GdprReference(msgspec.Struct, frozen=True):
    """A reference to a provision of the GDPR: article, paragraph and point if named."""

    start: int
    end: int
    article: int
    paragraph: int | None
    point: str | None


class DateMention(msgspec.Struct, frozen=True):
    """A date; `iso` as year-month-day, year-month or year."""

    start: int
    end: int
    written: str
    iso: str


class Person(msgspec.Struct, frozen=True):
    """The name of a person as written."""

    start: int
    end: int
    name: str


class Facts(msgspec.Struct, frozen=True):
    """All facts of a text, each kind in order of place.

    `positions` are (offset, kind) pairs in order: what the sentences ask for.
    """

    emails: tuple[Email, ...] = ()
    phones: tuple[Phone, ...] = ()
    urls: tuple[Url, ...] = ()
    addresses: tuple[Address, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[GdprReference, ...] = ()
    dates: tuple[DateMention, ...] = ()
    people: tuple[Person, ...] = ()
    positions: tuple[tuple[int, str], ...] = ()
    business_ids: tuple[BusinessId, ...] = ()
    identity_codes: tuple[IdentityCode, ...] = ()
