"""Fixes: edits applied to files, byte for byte the same elsewhere."""

from rekisterilint.fix.apply import FixedFile, UnfixableError, chosen_edits, fixed_bytes

__all__ = ["FixedFile", "UnfixableError", "chosen_edits", "fixed_bytes"]
