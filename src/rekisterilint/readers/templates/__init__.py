"""Pages that a program fills in: what an author wrote in them, apart from the program.

Which files may be such pages stands here, so that readers of other files need not load the rest.
"""

_SIGNS = ("{{", "{%", "<%", "<?php", "<?=", "<?PHP", "{!!")


def may_hold_templates(source: str) -> bool:
    """Whether `source` holds any sign of a template engine; quick."""
    return any(sign in source for sign in _SIGNS)
