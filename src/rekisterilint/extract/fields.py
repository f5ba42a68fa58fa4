"""Each field of the description from the lines of the notice that belong to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from rekisterilint.extract.lines import Line, paragraphs_of, set_sentence, split_label
from rekisterilint.extract.node import Node, mapping, texts
from rekisterilint.readers.register.words import COMPLAINT, legal_basis, special_basis

Lines = Sequence[Line]
RIGHTS = ("access", "rectification", "erasure", "restriction", "objection", "portability")
_DIGIT = re.compile(r"\d")
_TIME = re.compile(
    r"\d+ ?(?:vuo|v\b|kk\b|kuukau|viikko|viikon|päiv|vrk|år|mån|veck|dag|year|month|week|day)", re.IGNORECASE
)
_PERIOD_ITEM = re.compile(r"([^:]{2,80}): +(\S.*)", re.DOTALL)


def text_field(lines: Lines) -> Node | None:
    """A text, or a list of the paragraphs and items; one item is a list too."""
    nodes = paragraphs_of(lines)
    if nodes and all(line.marked for line in lines):
        return Node(tuple(nodes))
    return texts(nodes)


def truth_or_text(field: str) -> Callable[[Lines], Node | None]:
    """A reader of a field that is true, false or a text (`consent_withdrawal`)."""

    def read(lines: Lines) -> Node | None:
        if len(lines) == 1 and (told := set_sentence(lines[0], field)):
            return Node(told[1], (lines[0].span,))
        if not lines:
            return None
        spans = tuple(line.span for line in lines)
        return Node(" ".join(line.words for line in lines), spans)

    return read


def _truth_with(
    lines: Lines, field: str, labels: Sequence[str]
) -> tuple[dict[str, Node | None], list[Line]]:
    """The set sentence and the labelled lines of a field, and the lines that are neither."""
    found: dict[str, Node | None] = {}
    rest: list[Line] = []
    for line in lines:
        told = set_sentence(line, field)
        label, value = split_label(line, labels) if labels else ("", "")
        if told and told[0] not in found:
            found[told[0]] = Node(told[1], (line.span,))
        elif label and label not in found:
            found[label] = Node(value, (line.span,))
        else:
            rest.append(line)
    return found, rest


def transfers(lines: Lines) -> Node | None:
    """Whether data leave the EEA, in the set form; else the notice's own words."""
    found, rest = _truth_with(lines, "transfers", ("countries", "safeguards"))
    if "outside_eea" not in found or rest:
        return text_field(lines)
    return mapping(found)


def provision(lines: Lines) -> Node | None:
    """Whether the data must be given and what follows, in the set form; else own words."""
    found, rest = _truth_with(lines, "provision", ())
    if "required" not in found:
        return text_field(lines)
    return mapping({**found, "consequences": text_field(rest)})


def automated_decisions(lines: Lines) -> Node | None:
    """Whether there are automated decisions, in the set form; else own words."""
    labels = ("logic", "decision_consequences")
    found, rest = _truth_with(lines, "automated_decisions", labels)
    if "exists" not in found or rest:
        return text_field(lines)
    consequences = found.pop("decision_consequences", None)
    return mapping({**found, "consequences": consequences})


def complaint(lines: Lines) -> Node | None:
    """The authority and its contact details, in the set form; else own words."""
    sentences = {words.casefold() for words in COMPLAINT.values()}
    behind = [line for line in lines if line.words.casefold() not in sentences]
    named = [(line, split_label(line, ("authority",))) for line in behind]
    authority = next((Node(v, (line.span,)) for line, (name, v) in named if name), None)
    if authority is None or len(behind) == len(lines):
        return text_field(lines)
    return mapping(
        {"authority": authority, "contact": text_field([line for line, (name, _) in named if not name])}
    )


def retention(lines: Lines) -> Node | None:
    """A period for each kind of data where the notice lists them so, else own words."""
    nodes: list[Node] = []
    for line, node in zip(lines, [line.node for line in lines], strict=True):
        match = _PERIOD_ITEM.fullmatch(line.words) if line.marked else None
        if match is None:
            continue
        key = "period" if _DIGIT.search(match.group(2)) else "criterion"
        nodes.append(Node({"data": Node(match.group(1)), key: Node(match.group(2))}, node.spans))
    if len(nodes) == len(lines) and nodes:
        return Node(tuple(nodes))
    return text_field(lines)


def typed_periods(node: Node | None) -> Node | None:
    """`node` with each text that names a time in numbers as a period."""
    if node is None or isinstance(node.value, (bool, dict)):
        return node
    items = node.value if isinstance(node.value, tuple) else (node,)
    typed = tuple(
        Node({"period": item}, item.spans)
        if isinstance(item.value, str) and _TIME.search(item.value)
        else item
        for item in items
    )
    return node if typed == items else Node(typed)


def processors(lines: Lines) -> Node | None:
    """Name, country and task of each processor."""
    nodes: list[Node] = []
    for line in lines:
        parts = line.words.split(", ", 2)
        entry = {"name": Node(parts[0])}
        if len(parts) > 1 and parts[1][:1].isupper():
            entry["country"] = Node(parts[1])
        tasks = ", ".join(parts[len(entry) :])
        if tasks:
            entry["task"] = Node(tasks)
        nodes.append(Node(entry, (line.span,)))
    return Node(tuple(nodes)) if nodes else None


def special_categories(lines: Lines) -> Node | None:
    """The categories and their ground."""
    found, rest = _truth_with(lines, "", ("basis",))
    basis = found.get("basis")
    if basis is None:
        return text_field(lines)
    points = [_special_point(part) for part in str(basis.value).split("; ")]
    nodes = tuple(Node(point, basis.spans) for point in points)
    return mapping({"categories": text_field(rest), "basis": nodes[0] if len(nodes) == 1 else Node(nodes)})


def _special_point(words: str) -> str:
    for letter in "abcdefghij":
        if any(words == special_basis(letter, language) for language in ("fi", "sv", "en")):
            return f"9(2)({letter})"
    return words


def rights(lines: Lines, stated: Mapping[str, Sequence[Line]]) -> Node | None:
    """The rights one by one; `stated` are the lines that mention each of them."""
    found: dict[str, Node | None] = {}
    rest: list[Line] = []
    for line in lines:
        told = set_sentence(line, "rights")
        label, value = split_label(line, RIGHTS)
        if told and told[0] not in found:
            found[told[0]] = Node(told[1], (line.span,))
        elif label and label not in found:
            found[label] = Node(value, (line.span,))
        else:
            rest.append(line)
    used: set[Line] = set()
    for right, mentions in stated.items():
        if right not in found and mentions:
            found[right] = Node(
                " ".join(line.words for line in mentions), tuple(line.span for line in mentions)
            )
            used.update(mentions)
    ordered = {right: found.get(right) for right in RIGHTS}
    # A line may hold a mention and more; lines that were taken whole need not stand twice.
    spans = {line.span for line in used}
    left = [line for line in rest if line.span not in spans]
    return mapping({**ordered, "how_to_use": text_field(left)})


def set_forms(lines: Lines) -> set[str]:
    """The rights that `lines` speak of in the description's own forms."""
    told = [set_sentence(line, "rights") for line in lines]
    labelled = [split_label(line, RIGHTS)[0] for line in lines]
    return {truth[0] for truth in told if truth} | {label for label in labelled if label}


def purposes(lines: Lines, grounds: Sequence[str]) -> Node | None:
    """Each purpose with its grounds; `grounds` are those of the notice as a whole."""
    groups: list[tuple[list[Line], dict[str, Node]]] = [([], {})]
    for line in lines:
        label, value = split_label(
            line, ("legal_bases", "statutes", "legitimate_interest", "retention")
        )
        if label:
            groups[-1][1].setdefault(label, Node(value, (line.span,)))
            continue
        if groups[-1][1]:
            groups.append(([], {}))
        groups[-1][0].append(line)
    written = any("legal_bases" in labelled for _, labelled in groups)
    nodes: list[Node] = []
    for described, labelled in groups:
        entries: dict[str, Node | None] = dict(labelled)
        if "legal_bases" in entries:
            entries["legal_bases"] = _legal_bases(labelled["legal_bases"])
        elif not written and grounds and not nodes:
            spans = tuple(line.span for line in described)
            entries["legal_bases"] = Node(tuple(Node(letter) for letter in grounds), spans[-1:])
        spans = tuple(line.span for line in described)
        text = Node("\n".join(str(node.value) for node in paragraphs_of(described)), spans)
        if text.value:
            node = mapping({"description": text, **entries})
            assert node is not None
            nodes.append(node)
    return Node(tuple(nodes)) if nodes else None


def _legal_bases(node: Node) -> Node | None:
    letters = [
        letter
        for part in str(node.value).split("; ")
        for letter in "abcdef"
        if any(part == legal_basis(letter, language) for language in ("fi", "sv", "en"))
    ]
    return Node(tuple(Node(letter) for letter in letters), node.spans) if letters else None


READERS: Mapping[str, Callable[[Lines], Node | None]] = {
    "consent_withdrawal": truth_or_text("consent_withdrawal"),
    "transfers": transfers,
    "provision": provision,
    "automated_decisions": automated_decisions,
    "complaint": complaint,
    "retention": retention,
    "processors": processors,
    "special_categories": special_categories,
    **dict.fromkeys(
        ("legitimate_interest", "data_categories", "data_subjects", "sources", "recipients", "security"),
        text_field,
    ),
}
