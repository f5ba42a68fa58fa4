"""What a reader of a page does not see, or does not read: scripts, hidden parts, navigation.

What holds most of the page's text is never left out, whatever it is called: on a privacy page an
element named `cookies` or `sharing` may well be a section of the notice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from rekisterilint.readers.html.hidden import is_hidden, is_put_away, would_be_read
from rekisterilint.readers.html.measures import NEVER_SEEN, Measures
from rekisterilint.readers.html.panels import Panels
from rekisterilint.readers.html.tree import HEADINGS, Node, names

_LABELS = frozenset(("label", "legend"))
_SHARE_OF_PAGE = 0.5
_NOTHING: frozenset[str] = frozenset()
_SITE_PARTS = frozenset(("header", "footer", "aside"))
_SITE_ROLES = frozenset(("banner", "contentinfo", "complementary"))

_NAVIGATION_ROLES = names(
    "navigation search dialog alertdialog menu menubar toolbar tablist tooltip"
)
_WORD = re.compile(r"[A-ZÅÄÖ]?[a-zåäö0-9]+|[A-ZÅÄÖ]+(?![a-zåäö])")
_NAVIGATION_WORDS = names(
    "nav navbar navigation menu menus submenu topbar skip pagination pager languages language lang"
    " switcher toc sitemap valikko navi"
)
_BREADCRUMBS = frozenset(("breadcrumb", "breadcrumbs", "murupolku"))
_SHARING = names("share sharing social addtoany sharedaddy addthis jaa some")
_COOKIES = names("cookie cookies consent gdpr evaste evasteet cookiebar cookiebanner")
_BANNERS = names(
    "banner popup modal bar notice consent dialog overlay notification settings preferences box"
    " manager widget container bottom message alert law component"
)
_CONSENT_TOOLS = re.compile(
    r"onetrust|cybotcookie|cookiebot|cookieconsent|cookie-law-info|cmplz|iubenda|usercentrics"
    r"|cookiehub|cookieyes|cky-|termly|didomi|qc-cmp|osano|complianz|klaro|tarteaucitron"
    r"|borlabs",
    re.IGNORECASE,
)
_CONTAINERS_BY_NAME = names(
    "div ul ol section aside header footer form span p details dialog li a button table"
)


class Unseen(NamedTuple):
    """Indices of the topmost nodes that are not read, and how many hide words of the notice's kind."""

    nodes: set[int]
    hidden: int


def unseen(nodes: Sequence[Node], sums: Measures, panels: Panels, *, whole_page: bool) -> Unseen:
    """What is not read; the descendants of such nodes are not named.

    `panels` are read, though closed, as is what names them.
    In a fragment (not `whole_page`) even what holds all of its text may be hidden.
    """
    controlled = _controlled_ids(nodes)
    limit = sums.text[0] * (_SHARE_OF_PAGE if whole_page else 1)
    dropped: set[int] = set()
    hidden = site_part_stop = heading_stop = 0
    index = 1
    while index < len(nodes):
        node = nodes[index]
        if node.name:
            if node.name in _SITE_PARTS or node.get("role") in _SITE_ROLES:
                site_part_stop = max(site_part_stop, node.stop)
            elif node.name in HEADINGS:
                heading_stop = max(heading_stop, node.stop)
            in_site_part = index < site_part_stop
            opens_part = index in panels.openers or (node.name == "button" and index < heading_stop)
            if node.name in NEVER_SEEN or (
                not opens_part
                and sums.text[index] <= limit
                and _is_unread(node, index, sums, controlled, in_site_part)
                and not panels.opened_in(index, node.stop)
            ):
                dropped.add(index)
                hidden += not in_site_part and _hides_words(node, index, sums)
                index = node.stop
                continue
        index += 1
    return Unseen(dropped, hidden)


def _is_unread(
    node: Node, index: int, sums: Measures, controlled: Set[str], in_site_part: bool
) -> bool:
    text = sums.text[index]
    if 2 * sums.link_text[index] > text:
        controlled = _NOTHING  # a menu
    return (
        is_hidden(node, controlled, text, sums.contacts[index])
        or _is_control(node, index, sums)
        or _is_navigation(node, index, sums)
        or (in_site_part and _is_link_list(index, sums))
    )


def _hides_words(node: Node, index: int, sums: Measures) -> bool:
    """Whether a node that is left out holds text that its author hid, and not a part of the site."""
    return (
        is_put_away(node)
        and node.name not in NEVER_SEEN
        and would_be_read(sums.text[index], sums.link_text[index], sums.controls[index])
        and not _is_control(node, index, sums)
        and not _is_navigation(node, index, sums)
    )


def _controlled_ids(nodes: Sequence[Node]) -> set[str]:
    """Ids of the panels that a reader can open: they are read, though closed at first."""
    ids: set[str] = set()
    for node in nodes:
        for attribute in ("aria-controls", "data-target", "data-bs-target"):
            if attribute in node.attributes:
                ids.update(word.lstrip("#") for word in node.get(attribute).split())
    return ids


def _is_control(node: Node, index: int, sums: Measures) -> bool:
    if node.name in _LABELS:
        return node.name == "legend" or "for" in node.attributes or sums.controls[index] > 0
    if node.name == "button":
        return not (sums.headings[index] or acts_as_heading(node))
    return False


def acts_as_heading(node: Node) -> bool:
    """Whether a button opens a part of the text that it names (an accordion)."""
    return "accordion" in node.get("class").lower()


def _is_navigation(node: Node, index: int, sums: Measures) -> bool:
    if node.name == "nav" or node.get("role").lower() in _NAVIGATION_ROLES:
        return True
    if sums.fragment_links[index] >= 4 and node.name in ("ul", "ol", "div", "section"):
        # A table of contents: its words are the headings' own.
        return sums.link_text[index] >= 0.9 * (sums.text[index] - sums.heading_text[index])
    identity = f"{node.get('id')} {node.get('class')}".strip()
    if "-" in node.name:
        identity += " " + node.name
    if not identity or (node.name not in _CONTAINERS_BY_NAME and "-" not in node.name):
        return False
    if sums.titles[index]:
        return False
    if _CONSENT_TOOLS.search(identity):
        return True
    words = {word.lower() for word in _WORD.findall(identity)}
    if words & _COOKIES and words & _BANNERS - _COOKIES and not sums.headings[index] > 2:
        return sums.controls[index] > 0 or sums.links[index] > 0 or not sums.headings[index]
    mostly_links = sums.link_text[index] >= 0.6 * (sums.text[index] - sums.heading_text[index])
    if words & _BREADCRUMBS:
        return sums.text[index] < 300
    if words & _SHARING:
        return mostly_links and sums.text[index] < 300
    return bool(words & _NAVIGATION_WORDS) and mostly_links and not sums.contacts[index]


def _is_link_list(index: int, sums: Measures) -> bool:
    """Whether a part of the page's head or foot is nothing but links into the site."""
    enough = 1 if sums.headings[index] else 3
    if sums.links[index] < enough or sums.contacts[index] or sums.titles[index]:
        return False
    return sums.link_text[index] >= 0.9 * (sums.text[index] - sums.heading_text[index])
