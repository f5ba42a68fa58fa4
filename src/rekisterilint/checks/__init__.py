"""How rules find: the closed set of rule kinds, and named functions for what no kind can say."""

from rekisterilint.checks.context import Context, Settings
from rekisterilint.checks.kinds import KINDS

__all__ = ["KINDS", "Context", "Settings"]
