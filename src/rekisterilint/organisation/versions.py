"""ORG804: language versions of a notice compared fact by fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.organisation.kinds import kind_words
from rekisterilint.organisation.outcome import RunFinding, Words
from rekisterilint.organisation.periods import months_text
from rekisterilint.organisation.record import Detail, NoticeRecord

_NUMBERS = ("switchboard", "dpo-phone", "phone", "business-id")
_ADDRESSES = ("dpo-email", "registry-email", "email")
_NEAR_NUMBER, _NEAR_ADDRESS = 80.0, 88.0
# A date may stand in one version only, and a contact person differ by language.
_LEFT_OUT = frozenset({"date", "contact_person"})


def compare_versions(
    records: Sequence[NoticeRecord], pairs: Iterator[tuple[int, int]]
) -> Iterator[RunFinding]:
    """Findings for each pair of language versions (see `siblings.find_siblings`)."""
    for first, second in pairs:
        yield from _grounds(records, first, second)
        yield from _periods(records, first, second)
        yield from _contacts(records, first, second)
        yield from _statuses(records, first, second)


def _finding(
    records: Sequence[NoticeRecord], notice: int, other: int, detail: Detail, counterpart: Detail,
    here: Words, there: Words, confidence: str,
) -> RunFinding:  # fmt: skip
    subject = detail.key.partition(",")[0] if detail.kind == "postal-code" else ""
    what = kind_words(detail.kind, subject)
    where = f"{records[other].path}:{counterpart.line}"
    values: dict[str, Words] = {"what": what, "here": here, "usual": there, "count": "1", "where": where}
    return RunFinding(
        "ORG804", notice, records[notice].details.index(detail), values, confidence, table=values
    )


def _grounds(records: Sequence[NoticeRecord], first: int, second: int) -> Iterator[RunFinding]:
    one, other = records[first].of("ground"), records[second].of("ground")
    ours, theirs = {d.value for d in one}, {d.value for d in other}
    if not ours or not theirs or ours == theirs:
        return
    at = next((detail for detail in other if detail.value not in ours), other[0])
    yield _finding(
        records, second, first, at, one[0], _articles(theirs), _articles(ours), "medium"
    )


def _articles(grounds: set[str]) -> dict[str, str]:
    letters = ", ".join(sorted(grounds))
    return {
        "fi": f"6 artiklan 1 kohta: {letters}", "sv": f"artikel 6.1: {letters}", "en": f"Article 6(1): {letters}",
    }  # fmt: skip


def _periods(records: Sequence[NoticeRecord], first: int, second: int) -> Iterator[RunFinding]:
    """Only where each version has a period that the other lacks: one alone may be out of view."""
    one, other = records[first].of("period"), records[second].of("period")
    ours, theirs = {d.value for d in one}, {d.value for d in other}
    only_ours = [detail for detail in one if detail.value not in theirs]
    only_theirs = [detail for detail in other if detail.value not in ours]
    if not only_ours or not only_theirs:
        return
    sure = len({d.value for d in only_ours}) == len({d.value for d in only_theirs}) == 1
    yield _finding(
        records, second, first, only_theirs[0], only_ours[0], _lengths(only_theirs), _lengths(only_ours),
        "medium" if sure else "low",
    )  # fmt: skip


def _lengths(details: Sequence[Detail]) -> dict[str, str]:
    months = sorted({float(detail.value) for detail in details})
    return {
        language: ", ".join(months_text(value, language) for value in months)
        for language in ("fi", "sv", "en")
    }


def _contacts(records: Sequence[NoticeRecord], first: int, second: int) -> Iterator[RunFinding]:
    from rapidfuzz import fuzz

    one, other = records[first], records[second]
    codes = {detail.key: detail for detail in one.of("postal-code")}
    reported: set[tuple[str, str]] = set()
    for detail in other.of("postal-code"):
        counterpart = codes.get(detail.key)
        if counterpart is not None and not any(
            d.value == detail.value for d in one.of("postal-code") if d.key == detail.key
        ) and ("postal-code", detail.value) not in reported:
            reported.add(("postal-code", detail.value))
            yield _finding(records, second, first, detail, counterpart, detail.written, counterpart.written, "medium")
    for kinds, least in ((_NUMBERS, _NEAR_NUMBER), (_ADDRESSES, _NEAR_ADDRESS)):
        ours = {d.value for kind in kinds for d in one.of(kind)}
        theirs = {d.value for kind in kinds for d in other.of(kind)}
        missed = [d for kind in kinds for d in one.of(kind) if d.value not in theirs]
        for detail in (d for kind in kinds for d in other.of(kind) if d.value not in ours):
            near = [d for d in missed if fuzz.ratio(d.value, detail.value) >= least and _is_slip(d, detail)]
            if near and (detail.kind, detail.value) not in reported:
                reported.add((detail.kind, detail.value))
                yield _finding(records, second, first, detail, near[0], detail.written, near[0].written, "medium")


def _is_slip(one: Detail, other: Detail) -> bool:
    """Whether a near number is the same one: neighbouring extensions differ in their last digits."""
    if one.kind in _ADDRESSES:
        return one.kind == other.kind
    return one.kind == other.kind and (
        one.kind != "phone" or one.value[-3:] == other.value[-3:] or len(one.value) != len(other.value)
        or sorted(one.value) == sorted(other.value)
    )


def _statuses(records: Sequence[NoticeRecord], first: int, second: int) -> Iterator[RunFinding]:
    """One finding for each version that lacks what the other one states."""
    from rekisterilint.reports.wording import ELEMENT_NAMES

    for here, there in ((first, second), (second, first)):
        lacking = [
            key
            for key, a, b in zip(ELEMENT_KEYS, records[here].statuses, records[there].statuses, strict=True)
            if a == "m" and b == "s" and key not in _LEFT_OUT
        ]
        if not lacking:
            continue
        elements = {
            language: ", ".join(ELEMENT_NAMES[key][language] for key in lacking)
            for language in ("fi", "sv", "en")
        }
        title = next(n for n, detail in enumerate(records[here].details) if detail.kind == "title")
        stated = {"fi": "kerrottu", "sv": "anges", "en": "stated"}
        absent = {
            language: f"{words}: {elements[language]}"
            for language, words in (("fi", "puuttuu"), ("sv", "saknas"), ("en", "missing"))
        }
        where = f"{records[there].path}:1"
        table: dict[str, Words] = {
            "what": kind_words("status"), "here": absent, "usual": stated, "count": "1", "where": where,
        }  # fmt: skip
        yield RunFinding(
            "ORG804", here, title, {"elements": elements, "where": records[there].path}, "low",
            variant="status", table=table,
        )  # fmt: skip
