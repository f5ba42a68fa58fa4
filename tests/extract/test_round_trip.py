"""Extract after render gives the description back."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

import pytest
from generated import descriptions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from rekisterilint.catalogue import load_catalogue
from rekisterilint.engine import Engine
from rekisterilint.extract.compose import compose
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes
from rekisterilint.render import notice_model, render_template
from rekisterilint.render.docx import render_docx


@cache
def engine() -> Engine:
    return Engine(load_catalogue())


def rendered(description: dict[str, Any], format_: str) -> tuple[bytes, str]:
    model = notice_model(json.dumps(description).encode(), "a.json")
    if format_ == "docx":
        return render_docx(model), "notice.docx"
    return render_template(model, format_).encode(), f"notice.{'md' if format_ == 'markdown' else format_}"


def extracted(data: bytes, name: str) -> dict[str, Any]:
    text = read_bytes(data, name, Limits(), engine().heading_words)
    context = next(engine().contexts(text))
    return {name: node.plain() for name, node in compose(context).items()}


@pytest.mark.parametrize("format_", ["markdown", "html", "docx"])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_extract_after_render_gives_the_description_back(format_: str, data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(["fi", "sv", "en"]))
    description = data.draw(descriptions(language))
    assert extracted(*rendered(description, format_)) == in_letters(description)


def in_letters(description: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(description))


def test_yaml_as_written_is_what_was_extracted() -> None:
    from rekisterilint.extract.node import Node
    from rekisterilint.extract.writer import write_description

    values = {
        "name": Node("no: \"x\" # y"),
        "language": Node("fi"),
        "retention": Node((Node({"data": Node("- a"), "period": Node("2")}), Node("yes"))),
        "security": Node("rivi\n  toinen: 'x'"),
        "consent_withdrawal": Node(True),
    }
    source = write_description(values, None, "a.yaml", "fi")
    assert YAML(typ="safe").load(io.StringIO(source)) == {
        "name": "no: \"x\" # y", "language": "fi",
        "retention": [{"data": "- a", "period": "2"}, "yes"],
        "security": "rivi\ntoinen: 'x'", "consent_withdrawal": True,
    }  # fmt: skip
