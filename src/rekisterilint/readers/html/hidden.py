"""What a page hides from who looks at it, and which of that would be words of the notice."""

from __future__ import annotations

import re
from collections.abc import Set

from rekisterilint.readers.html.tree import Node, names

_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_CLASSES = names("hidden is-hidden hide")
_FORM_CLASSES = names(
    "w-form-done w-form-fail w-condition-invisible wpcf7-response-output screen-reader-response"
)
_FOR_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:screen-reader-text|sr-only|visually-?hidden|element-invisible)(?:\s|$)"
)
# Parts that scripts fade in while the page is scrolled: a saved page may hold them unseen.
_FADED_IN = names("wow animated aos-init reveal fade-in")
# Tailwind and Bootstrap: hidden on a telephone, shown on a wider screen, and the reverse.
_SHOWN_WHEN_WIDE = re.compile(r"(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|table|contents|list)")
_HIDDEN_WHEN_WIDE = re.compile(r"(?:sm|md|lg):hidden")
_OVERLAY = re.compile(r"modal|popup|overlay|drawer|off-?canvas|lightbox|menu|slick-cloned", re.IGNORECASE)
# Shorter: the name of an icon's glyph, an arrow, an asterisk.
_LEAST_SHOWN = 21
# Shorter hidden words are a page's own: "Ladataan…", "Avaa".
_LEAST_NOTED = 20


def is_hidden(node: Node, controlled: Set[str], length: int, contacts: int) -> bool:
    """Whether `node`, which holds `length` characters and `contacts` details, is not to be seen.

    `controlled` are the ids of panels that a reader can open.
    """
    if not node.attributes:
        return node.name == "dialog"
    if node.get("id") in controlled or node.get("role") == "tabpanel":
        return False
    return (
        is_put_away(node)
        or not _FORM_CLASSES.isdisjoint(node.get("class").split())
        or (node.name == "dialog" and "open" not in node.attributes)
        or (node.name != "h1" and bool(_FOR_SCREEN_READERS.search(node.get("class"))))
        or _is_decoration(node, length, contacts)
    )


def is_put_away(node: Node) -> bool:
    """Whether an author hid `node` from everyone: by its attribute, its style or its class."""
    if "hidden" in node.attributes and node.get("hidden").lower() != "until-found":
        return True
    classes = node.get("class").split()
    if _STYLE.search(node.get("style")):
        return _FADED_IN.isdisjoint(classes)
    if any(map(_HIDDEN_WHEN_WIDE.fullmatch, classes)):
        return True
    if "d-none" in classes:
        return not any(name.startswith("d-") and name != "d-none" for name in classes)
    return not _CLASSES.isdisjoint(classes) and not any(map(_SHOWN_WHEN_WIDE.match, classes))


def _is_decoration(node: Node, length: int, contacts: int) -> bool:
    """Whether `aria-hidden`, which hides nothing from the eye, marks an icon or what opens over the page."""
    if node.get("aria-hidden").lower() != "true":
        return False
    if length < _LEAST_SHOWN and not contacts:
        return True
    return bool(_OVERLAY.search(f"{node.get('id')} {node.get('class')}"))


def would_be_read(length: int, link_length: int, controls: int) -> bool:
    """Whether hidden words, by their length and that of the links in them, could be the notice's."""
    return length >= _LEAST_NOTED and 2 * link_length <= length and not controls
