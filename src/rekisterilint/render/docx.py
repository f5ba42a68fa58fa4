"""A notice as a Word file with real headings and lists."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from rekisterilint.render.jinja import TemplateFaultError
from rekisterilint.render.model import NoticeModel

_TYPEFACE = "Arial"
_SIZES = {"Normal": 11, "Heading 1": 18, "Heading 2": 13}  # points
_LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}


def render_docx(model: NoticeModel, template: Path | None = None) -> bytes:
    """The bytes of a Word file; `template` is a Word file whose styles and page are taken.

    Raises TemplateFaultError for a template that is no Word file or lacks a heading style.
    """
    import docx

    try:
        document: Any = docx.Document(str(template) if template is not None else None)
    except Exception as error:
        # python-docx tells a faulty package by errors of many kinds.
        raise TemplateFaultError(str(template), 0, str(error)) from error
    if template is not None:
        _empty(document)
    else:
        _own_look(document)
    _set_properties(document, model)
    try:
        _write(document, model)
    except KeyError as error:
        raise TemplateFaultError(str(template), 0, str(error)) from error
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _write(document: Any, model: NoticeModel) -> None:
    document.add_heading(model.title, 1)
    if model.dated:
        document.add_paragraph(model.dated)
    for section in model.sections:
        document.add_heading(section.heading, 2)
        for block in section.blocks:
            style = "List Bullet" if block.kind == "item" else None
            paragraph = document.add_paragraph(style=style)
            for number, line in enumerate(block.lines):
                run = paragraph.add_run(line)
                if number + 1 < len(block.lines):
                    run.add_break()


def _empty(document: Any) -> None:
    """Take the template's own text away; its last section properties hold the page."""
    body = document.element.body
    for child in list(body):
        if not child.tag.endswith("}sectPr"):
            body.remove(child)


def _own_look(document: Any) -> None:
    from docx.shared import Cm, Pt, RGBColor

    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)
    for name, size in _SIZES.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        _set_typeface(style)


def _set_typeface(style: Any) -> None:
    """One typeface throughout: what the theme names is another one in each program."""
    from docx.oxml.ns import qn

    style.font.name = _TYPEFACE
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _set_properties(document: Any, model: NoticeModel) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    # 255 characters is what the format's own properties hold.
    document.core_properties.title = model.title[:255]
    document.core_properties.language = _LOCALES[model.language]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    language.set(qn("w:val"), _LOCALES[model.language])
