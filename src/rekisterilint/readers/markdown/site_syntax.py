"""Signs of site generators in Markdown that no reader of the page sees: shortcodes, containers, MDX.

What is left is as long as the source, so every letter keeps its place.
"""

from __future__ import annotations

import re

from rekisterilint.readers.templates import may_hold_templates
from rekisterilint.readers.templates.engines import Masked, without_templates
from rekisterilint.readers.templates.values import blanks, nothing, value

_CONTAINER = re.compile(
    r"^[ \t]{0,8}:{2,8}[ \t]?(?:[A-Za-z][\w-]*|\{[^{}\n]*\})(?:\[(?P<label>[^\]\n]*)\])?(?:\{[^{}\n]*\})?(?P<title>[ \t][^\n]*)?$",
    re.MULTILINE,
)
_CONTAINER_END = re.compile(r"^[ \t]{0,8}:{2,8}[ \t]*$", re.MULTILINE)
_PROPERTIES = re.compile(r"\n---[ \t]*\n(?:[ \t]*[\w-]+:[^\n]*\n|[ \t]+[^\n]*\n){0,60}---[ \t]*(?=\n|\Z)")
_MODULE = re.compile(r"^(?:import|export)\b(?:[^\n]*\n(?!\s*\n))*[^\n]*$", re.MULTILINE)
# `{: .lead}` of Kramdown, below or behind what it is about.
_ATTRIBUTES = re.compile(r"\{:[^{}\n]{0,200}\}")
_COMMENT = re.compile(r"\{/\*[^*]*+(?:\*(?!/)[^*]*+)*(?:\*/\}?)?")
_EXPRESSION = re.compile(r"(?<!\\)\{(?P<inner>[^{}\n]{1,300})\}")
_STRING = re.compile(r"\s*(['\"`])(?P<words>.*)\1\s*", re.DOTALL)


def without_site_syntax(source: str, start: int, *, mdx: bool, template: bool = False) -> Masked:
    """The Markdown `source`, from `start` on, without what a site generator makes of it something else.

    `template` says that an engine fills the file in.
    """
    head, body = source[:start], source[start:]
    values = 0
    if may_hold_templates(body):
        body, values = without_templates(body, certain=template)
    body = _ATTRIBUTES.sub(lambda match: blanks(match.group(), 0, len(match.group())), body)
    if "::" in body and _CONTAINER_END.search(body):
        body = _without_containers(body)
    if mdx:
        body, found = _without_code(body)
        values += found
    return Masked(head + body, values)


def _without_containers(source: str) -> str:
    def opening(match: re.Match[str]) -> str:
        for name in ("label", "title"):
            if match[name] and match[name].strip():
                first, last = match.span(name)
                before = blanks(source, match.start(), first)
                return before + source[first:last] + blanks(source, last, match.end())
        return blanks(source, *match.span())

    parts: list[str] = []
    at = 0
    for match in _CONTAINER.finditer(source):
        properties = _PROPERTIES.match(source, match.end())
        parts += (source[at : match.start()], opening(match))
        at = match.end()
        if properties:
            parts.append(blanks(source, at, properties.end()))
            at = properties.end()
    whole = "".join((*parts, source[at:]))
    return _CONTAINER_END.sub(lambda match: blanks(whole, *match.span()), whole)


def _without_code(source: str) -> tuple[str, int]:
    values = 0

    def shown(match: re.Match[str]) -> str:
        nonlocal values
        string = _STRING.fullmatch(match["inner"])
        if string is not None:
            first = match.start("inner") + string.start("words")
            last = match.start("inner") + string.end("words")
            return nothing(text, match.start(), first) + text[first:last] + nothing(text, last, match.end())
        values += 1
        return value(len(match.group()))

    text = _MODULE.sub(lambda match: blanks(source, *match.span()), source)
    text = _COMMENT.sub(lambda match: nothing(match.group(), 0, len(match.group())), text)
    return _EXPRESSION.sub(shown, text), values
