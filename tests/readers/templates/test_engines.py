from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_places import misplaced_letters, words

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.html import reader as html
from rekisterilint.readers.links import VALUE
from rekisterilint.readers.markdown import reader as markdown
from rekisterilint.readers.templates.engines import template_page, without_templates
from rekisterilint.text import Text


def page(source: str, name: str) -> Text:
    return html.read(source.encode(), name, Limits())


def notice(source: str, name: str = "seloste.md") -> Text:
    return markdown.read(source.encode(), name, Limits())


@pytest.mark.parametrize(
    ("name", "source", "shown"),
    [
        ("a.njk", "<p>Rekisterinpitäjä on {{ yhdistys.nimi }}.</p>", f"Rekisterinpitäjä on {VALUE}."),
        ("a.njk", "<p>Vi sparar dem i {{ ar }} år.</p>", f"Vi sparar dem i {VALUE} år."),
        ("a.twig", "<p>{{ 'Kysy meiltä lisää' | trans }}</p>", "Kysy meiltä lisää"),
        ("a.liquid", "<p>{% if a %}Ennen{% else %}Nyt{% endif %}</p>", "Ennen Nyt"),
        ("a.liquid", "<p>Nyt</p>{%- comment -%} ei näy {%- endcomment -%}", "Nyt"),
        ("a.hbs", "<p>{{{ yritys.nimi }}} Oy {{> alaosa }}</p>", f"{VALUE} Oy"),
        ("a.erb", "<p>Posti: <%= mail_to 'tsv@keksitty.example' %></p>", "Posti: tsv@keksitty.example"),
        ("a.erb", "<% if a %><p>The controller is <%= @org.name %>.</p><% end %>", f"The controller is {VALUE}."),
        ("a.jsp", "<%@ page language='java' %><p>Nimi: ${org.name}</p>", f"Nimi: {VALUE}"),
        ("a.jsp", "<p><fmt:message key='title'/></p>", VALUE),
        ("a.php", "<p><?php echo $nimi; ?> ry</p>", f"{VALUE} ry"),
        ("a.php", "<p><?= __('Käsittelemme tietojasi') ?></p>", "Käsittelemme tietojasi"),
        ("a.blade.php", "@extends('pohja')\n<p>{{ $nimi }} Ab {{-- ei näy --}}</p>\n@endsection", f"{VALUE} Ab"),
        ("a.cshtml", "@{ Layout = null; }\n@if (x) {\n<p>@Model.Name, info@@keksitty.example</p>\n}", f"{VALUE}, info@keksitty.example"),
        ("a.tpl", "% rebase('pohja')\n<p>Nimi {$org.name}{* ei näy *}{if $a} ry{/if}, 5 % alennus</p>", f"Nimi {VALUE} ry, 5 % alennus"),
        ("a.md.j2", "Rekisterinpitäjä on {{ nimi }}.", f"Rekisterinpitäjä on {VALUE}."),
    ],
)  # fmt: skip
def test_signs_of_an_engine_are_no_words(name: str, source: str, shown: str) -> None:
    text = notice(source, name) if ".md" in name else page(source, name)
    assert " ".join(words(text)) == shown
    assert misplaced_letters(text) == []


@pytest.mark.parametrize("name", ["seloste.md", "seloste.html"])
@pytest.mark.parametrize(
    "placeholder", ["{{ Organisaation nimi }}", "{{organisaation nimi}}", "{{TÄYDENNÄ}}", "{{ namnet på föreningen }}"]
)
def test_a_placeholder_that_somebody_forgot_stays(name: str, placeholder: str) -> None:
    source = f"Rekisterinpitäjä on {placeholder}."
    text = notice(source) if name.endswith("md") else page(f"<p>{source}</p>", name)
    assert words(text) == [source]


def test_a_file_says_in_how_many_places_words_come_from_elsewhere() -> None:
    text = page("<p>{{ a.b }} on {{ a.c }}</p>", "a.njk")
    assert ("template-values", "2") in text.notes
    assert not page("<p>Ei mitään</p>", "a.njk").notes


def test_a_shortcode_of_hugo_is_nothing_on_its_line_and_a_value_in_a_sentence() -> None:
    text = notice("# Seloste\n\n{{< toc >}}\n\nPuhelin {{< param puhelin >}} on auki.\n\n{{% huom %}}Sana{{% /huom %}}\n")
    assert words(text) == ["Seloste", f"Puhelin {VALUE} on auki.", f"{VALUE}Sana"]


def test_lines_of_directives_part_paragraphs() -> None:
    text = notice("Ensimmäinen\n{% include alku.html %}\nToinen\n{: .luokka}\n")
    assert words(text) == ["Ensimmäinen", "Toinen"]


@given(st.text(alphabet="{}%#<>=-! ?$@'\"\\abÄ.\n|(/"), st.sampled_from(["a.njk", "a.jsp", "a.blade.php", "a.cshtml", "a.tpl", "a.md"]))
def test_what_is_left_is_as_long_as_the_source(source: str, name: str) -> None:
    assert len(template_page(source, name, certain=True).text) == len(source)
    assert len(without_templates(source).text) == len(source)


@given(st.lists(st.sampled_from(["{{", "}}", "{%", "%}", "<?php ", "?>", "<%=", "%>", "<p>", "</p>", "Sana ", "'ä ö'", "\n", "x.y", "{#", "#}"])))  # fmt: skip
def test_every_letter_keeps_its_place(pieces: list[str]) -> None:
    source = "<p>Alku</p>" + "".join(pieces)
    assert misplaced_letters(page(source, "a.php")) == []


@pytest.mark.parametrize("sign", ["{{", "{%", "{#", "{*", "@* a ", "@{", "<%--", "<?php '", "${", "{% if ", "{{< ", "{!!", "{/* a ", "::a\n"])
@pytest.mark.parametrize("name", ["a.njk", "a.tpl", "a.cshtml", "a.jsp", "a.blade.php", "a.mdx"])
def test_signs_without_an_end_take_no_more_than_the_files_length(sign: str, name: str) -> None:
    source = sign * 20_000
    read = markdown.read if name.endswith("mdx") else html.read
    with contextlib.suppress(ReadError):
        read(source.encode(), name, Limits(max_seconds=8))
    start = time.process_time()
    assert len(template_page(source, name, certain=True).text) == len(source)
    assert time.process_time() - start < 5
