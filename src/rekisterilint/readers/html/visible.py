"""What a reader of a page does not see, or does not read: scripts, hidden parts, navigation.

What holds most of the page's text is never left out, whatever it is called: on a privacy page an
element named `cookies` or `sharing` may well be a section of the notice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rekisterilint.readers.html.tree import HEADINGS, Node, names

_NEVER_SEEN = names(
    "script style head template noscript svg iframe object video audio canvas map select textarea"
    " option optgroup datalist input progress meter noembed noframes math del s strike"
)
_LABELS = frozenset(("label", "legend"))
_SHARE_OF_PAGE = 0.5

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASSES = names(
    "hidden is-hidden hide w-form-done w-form-fail w-condition-invisible"
    " wpcf7-response-output screen-reader-response"
)
_FOR_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:screen-reader-text|sr-only|visually-?hidden|element-invisible)(?:\s|$)"
)
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
_LINK_LENGTH = 60
CONTACT = re.compile(r"@|\d{3}|\d\s\d")


@dataclass(slots=True)
class Measures:
    """Sums over the descendants of each node, by index: characters and counts."""

    text: list[int]
    link_text: list[int]
    heading_text: list[int]
    links: list[int]
    fragment_links: list[int]
    contacts: list[int]
    controls: list[int]
    headings: list[int]
    blocks: list[int]
    tables: list[int]
    titles: list[int]


def measures(nodes: Sequence[Node], source: str) -> Measures:
    """The sums, without what is never seen."""
    count = len(nodes)
    sums = Measures(*([0] * count for _ in range(11)))
    index = 1
    seen: list[int] = []
    while index < count:
        node = nodes[index]
        if node.name in _NEVER_SEEN:
            sums.controls[index] = int(node.name in ("input", "select", "textarea"))
            seen.append(index)
            index = node.stop
            continue
        if not node.name:
            sums.text[index] = len(source[node.start : node.end].strip())
        seen.append(index)
        index += 1
    for index in reversed(seen):
        _measure_element(nodes[index], index, sums)
        _add_to_parent(nodes[index].parent, index, sums)
    _count_contacts(nodes, source, sums)
    return sums


def _measure_element(node: Node, index: int, sums: Measures) -> None:
    name = node.name
    if name == "a" or name == "button":
        sums.link_text[index] = sums.text[index]
        if name == "button":
            sums.controls[index] += 1
        elif sums.text[index] and sums.text[index] <= _LINK_LENGTH:
            target = node.get("href").strip().lower()
            sums.links[index] = 1
            sums.fragment_links[index] = int(target.startswith("#") and len(target) > 1)
            if target.startswith(("mailto:", "tel:")):
                sums.contacts[index] += 1
    elif name in HEADINGS:
        sums.headings[index] += 1
        sums.heading_text[index] = sums.text[index]
        sums.titles[index] += int(name == "h1")
    elif name == "table":
        sums.tables[index] += 1
    if name in ("p", "li", "pre", "blockquote", "table", "dl"):
        sums.blocks[index] += 1


def _add_to_parent(parent: int, index: int, sums: Measures) -> None:
    for column in (
        sums.text,
        sums.link_text,
        sums.heading_text,
        sums.links,
        sums.fragment_links,
        sums.contacts,
        sums.controls,
        sums.headings,
        sums.blocks,
        sums.tables,
        sums.titles,
    ):
        if column[index]:
            column[parent] += column[index]


def _count_contacts(nodes: Sequence[Node], source: str, sums: Measures) -> None:
    """Texts that look like a phone number, an address or an e-mail make no navigation."""
    found = [0] * len(nodes)
    for index, node in enumerate(nodes):
        if not node.name and sums.text[index] and CONTACT.search(source, node.start, node.end):
            found[index] = 1
    for index in range(len(nodes) - 1, 0, -1):
        if found[index]:
            sums.contacts[index] += found[index]
            found[nodes[index].parent] += found[index]
    sums.contacts[0] += found[0]


def unseen(nodes: Sequence[Node], sums: Measures, *, whole_page: bool) -> set[int]:
    """Indices of the topmost nodes that are not read; their descendants are not named.

    In a fragment (not `whole_page`) even what holds all of its text may be hidden.
    """
    controlled = _controlled_ids(nodes)
    limit = sums.text[0] * (_SHARE_OF_PAGE if whole_page else 1)
    dropped: set[int] = set()
    site_part_stop = heading_stop = 0
    index = 1
    while index < len(nodes):
        node = nodes[index]
        if node.name:
            if node.name in ("header", "footer") or node.get("role") in ("banner", "contentinfo"):
                site_part_stop = max(site_part_stop, node.stop)
            elif node.name in HEADINGS:
                heading_stop = max(heading_stop, node.stop)
            opens_part = node.name == "button" and index < heading_stop
            if node.name in _NEVER_SEEN or (
                not opens_part
                and sums.text[index] <= limit
                and _is_unread(node, index, sums, controlled, index < site_part_stop)
            ):
                dropped.add(index)
                index = node.stop
                continue
        index += 1
    return dropped


def _is_unread(
    node: Node, index: int, sums: Measures, controlled: set[str], in_site_part: bool
) -> bool:
    return (
        _is_hidden(node, controlled)
        or _is_control(node, index, sums)
        or _is_navigation(node, index, sums)
        or (in_site_part and _is_link_list(index, sums))
    )


def _controlled_ids(nodes: Sequence[Node]) -> set[str]:
    """Ids of the panels that a reader can open: they are read, though closed at first."""
    ids: set[str] = set()
    for node in nodes:
        for attribute in ("aria-controls", "data-target", "data-bs-target"):
            if attribute in node.attributes:
                ids.update(word.lstrip("#") for word in node.get(attribute).split())
    return ids


def _is_hidden(node: Node, controlled: set[str]) -> bool:
    if not node.attributes:
        return node.name == "dialog"
    classes = node.get("class")
    hidden = (
        ("hidden" in node.attributes and node.get("hidden").lower() != "until-found")
        or node.get("aria-hidden").lower() == "true"
        or bool(_HIDDEN_STYLE.search(node.get("style")))
        or not _HIDDEN_CLASSES.isdisjoint(classes.split())
        or _is_bootstrap_hidden(classes)
        or (node.name == "dialog" and "open" not in node.attributes)
        or (node.name != "h1" and bool(_FOR_SCREEN_READERS.search(classes)))
    )
    return hidden and node.get("id") not in controlled


def _is_bootstrap_hidden(classes: str) -> bool:
    words = classes.split()
    return "d-none" in words and not any(
        word.startswith("d-") and word != "d-none" for word in words
    )


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
