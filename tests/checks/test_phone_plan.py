"""Numbers that are taken for Finnish ones without the library are held against it."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.checks.contacts import _SURE_FINNISH, _is_allowed


@given(st.from_regex(_SURE_FINNISH.pattern, fullmatch=True, alphabet="+0123456789"))
def test_the_numbering_plan_has_whatever_is_taken_for_sure(digits: str):
    assert phonenumbers.is_valid_number(phonenumbers.parse(digits, "FI"))


@pytest.mark.parametrize("digits", ["0401234567", "+358941234567", "0201234567", "0191234567", "0294123456"])
def test_ordinary_numbers_need_no_library(digits: str):
    assert _SURE_FINNISH.match(digits)


@pytest.mark.parametrize(("digits", "allowed"), [("+4687654321", True), ("0800123456", True), ("0999", False), ("+3580401234567", False)])
def test_other_numbers_are_judged_by_the_library(digits: str, allowed: bool):
    assert not _SURE_FINNISH.match(digits)
    assert _is_allowed(digits) is allowed
