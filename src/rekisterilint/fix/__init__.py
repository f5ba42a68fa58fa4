"""Fixes: edits applied to files, byte for byte the same elsewhere."""

from rekisterilint.fix.apply import chosen_fixes, fixed_bytes
from rekisterilint.fix.model import Edit, FixedFile, UnfixableError

__all__ = ["Edit", "FixedFile", "UnfixableError", "chosen_fixes", "fixed_bytes"]
