"""From answers to the fields of a description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rekisterilint.data.authorities import ombudsman
from rekisterilint.extract.node import Node, mapping
from rekisterilint.interview.questions import Answers, grounds
from rekisterilint.interview.validate import Value

_TITLES = {"fi": "Tietosuojaseloste", "sv": "Dataskyddsbeskrivning", "en": "Privacy notice"}
_BOXES = ("pl ", "pb ", "po box", "p.o. box", "postilokero", "postbox")
_CHANNELS = ("phone", "email")


def describe(answers: Answers, language: str) -> dict[str, Node]:
    """The fields of the description that `answers` make, in `language`.

    The rights follow from the grounds, the supervisory authority from the project's data.
    """
    fields: dict[str, Node | None] = {
        "name": _node(answers.get("name", _TITLES[language])),
        "language": Node(language),
        "date": _of(answers, "date"),
        "controller": _controller(answers),
        "contact_person": _group(answers, "contact_person", ("name", "role", *_CHANNELS)),
        "dpo": _group(answers, "dpo", ("appointed", "name", *_CHANNELS)),
        "purposes": _purposes(answers),
        "legitimate_interest": _of(answers, "legitimate_interest"),
        "data_categories": _of(answers, "data_categories"),
        "special_categories": _special(answers),
        "sources": _of(answers, "sources"),
        "recipients": _of(answers, "recipients"),
        "processors": _processors(answers.get("processors")),
        "transfers": _group(answers, "transfers", ("outside_eea", "countries", "safeguards")),
        "retention": _retention(answers.get("retention")),
        "rights": _rights(answers),
        "consent_withdrawal": Node(True) if "a" in grounds(answers) else None,
        "complaint": _complaint(language),
        "provision": _group(answers, "provision", ("required", "consequences")),
        "automated_decisions": _group(
            answers, "automated_decisions", ("exists", "logic", "consequences")
        ),
        "security": _of(answers, "security"),
    }
    for name, truth in (("transfers", "outside_eea"), ("provision", "required"), ("automated_decisions", "exists")):
        if f"{name}.{truth}" not in answers:
            fields[name] = _of(answers, f"{name}.consequences")
    return {name: node for name, node in fields.items() if node is not None}


def _node(value: Value) -> Node:
    if isinstance(value, list) and len(value) == 1 and value[0].endswith("."):
        # One sentence is no list: "Tietoja ei luovuteta."
        return Node(value[0])
    return Node(tuple(Node(item) for item in value)) if isinstance(value, list) else Node(value)


def _of(answers: Mapping[str, Value], key: str) -> Node | None:
    return _node(answers[key]) if key in answers else None


def _group(answers: Answers, prefix: str, names: tuple[str, ...]) -> Node | None:
    return mapping({name: _of(answers, f"{prefix}.{name}") for name in names})


def _controller(answers: Answers) -> Node | None:
    street, postal = answers.get("controller.street"), answers.get("controller.postal")
    parts: dict[str, Node | None] = {}
    if isinstance(street, str):
        parts["po_box" if street.casefold().startswith(_BOXES) else "street"] = Node(street)
    if isinstance(postal, str):
        code, town = postal.split(None, 1)
        parts |= {"postal_code": Node(code), "town": Node(town)}
    found = mapping({
        "name": _of(answers, "controller.name"),
        "business_id": _of(answers, "controller.business_id"),
        "address": mapping(parts),
        "phone": _of(answers, "controller.phone"),
        "email": _of(answers, "controller.email"),
        "public": _of(answers, "controller.public"),
    })  # fmt: skip
    if found is not None and isinstance(found.value, dict) and "name" not in found.value:
        # The schema asks for a name where there is a controller: an empty one is left open.
        return Node({"name": Node(""), **found.value})
    return found


def _purposes(answers: Answers) -> Node | None:
    nodes = tuple(_each_purpose(answers))
    return Node(nodes) if nodes else None


def _each_purpose(answers: Answers) -> Iterator[Node]:
    number = 0
    while f"purposes[{number}].description" in answers:
        node = _group(answers, f"purposes[{number}]", ("description", "legal_bases", "statutes"))
        assert node is not None
        yield node
        number += 1


def _special(answers: Answers) -> Node | None:
    if "special_categories.categories" not in answers:
        return None
    return _group(answers, "special_categories", ("categories", "basis"))


def _processors(value: Value | None) -> Node | None:
    if not isinstance(value, list):
        return None
    nodes = []
    for line in value:
        parts = [part.strip() for part in line.split(",", 2)]
        names = ("name", "country", "task")
        nodes.append(Node({name: Node(part) for name, part in zip(names, parts, strict=False) if part}))
    return Node(tuple(nodes))


def _retention(value: Value | None) -> Node | None:
    if not isinstance(value, list):
        return None
    nodes = []
    for line in value:
        data, colon, period = (part.strip() for part in line.partition(":"))
        if colon and data and period:
            key = "period" if any(char.isdigit() for char in period) else "criterion"
            nodes.append(Node({"data": Node(data), key: Node(period)}))
        else:
            nodes.append(Node(line))
    return Node(tuple(nodes))


def _rights(answers: Answers) -> Node | None:
    """Articles 15-18 always, 20 and 21 as the grounds give them; none where no ground is known."""
    claimed = grounds(answers)
    use = _of(answers, "rights.how_to_use")
    if not claimed:
        return mapping({"access": Node(True), "rectification": Node(True), "restriction": Node(True), "how_to_use": use})
    return mapping({
        "access": Node(True),
        "rectification": Node(True),
        "erasure": Node(bool(claimed - {"c", "e"})),
        "restriction": Node(True),
        "objection": Node(bool(claimed & {"e", "f"})),
        "portability": Node(bool(claimed & {"a", "b"})),
        "how_to_use": use,
    })  # fmt: skip


def _complaint(language: str) -> Node:
    """The Data Protection Ombudsman's office with its present postal and e-mail address."""
    office = ombudsman()
    name = {"fi": office.name_fi, "sv": office.name_sv, "en": office.name_en}[language]
    parts = []
    for address in office.addresses:
        if address.is_current and address.kind == "postal":
            box, town = ("PB", address.town_sv) if language == "sv" else ("PL", address.town)
            box = "P.O. Box" if language == "en" else box
            parts += [f"{box} {address.po_box}", f"{address.code} {town}"]
    parts += [mail.address for mail in office.emails if mail.is_current][:1]
    return Node({"authority": Node(name), "contact": Node(", ".join(parts))})
