"""A finding's identity across versions of a file: rule, section and words, not the line."""

from __future__ import annotations

import hashlib
import re

from rekisterilint.findings import Finding

_NOISE = re.compile(r"[\W_]+")


def fingerprint(finding: Finding) -> str:
    """Sixteen hexadecimal digits; equal for the same rule, section heading and excerpt.

    A missing element has no words of its own: its rule alone identifies it within a file.
    """
    words = "" if finding.rule.kind == "element" else finding.excerpt
    section = "" if finding.rule.kind == "element" else finding.section
    return fingerprint_of(finding.rule.id, section, words)


def fingerprint_of(rule: str, section: str, words: str) -> str:
    """The same of what identifies a finding."""
    parts = [rule, *(_NOISE.sub(" ", part.lower()).strip() for part in (section, words))]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
