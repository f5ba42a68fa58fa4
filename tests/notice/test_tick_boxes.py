from __future__ import annotations

from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes

FORM = """\
# Tietosuojaseloste

## Käsittelyn oikeusperuste

{consent} Tutkittavan suostumus
- Miten suostumuksen voi peruuttaa:

{task} Yleistä etua koskeva tehtävä
- Tehtävä: tieteellinen tutkimus

## Siirrot EU:n ulkopuolelle

{none} Ei {some} Kyllä, mihin:
"""


def words_of(engine: Engine, source: str) -> str:
    text = read_bytes(source.encode(), "seloste.md", Limits(), engine.heading_words)
    notice = next(engine.contexts(text)).notice
    return "\n".join(notice.text.content[unit.start : unit.end] for unit in notice.units)


def test_an_option_left_unticked_and_its_empty_label_say_nothing(engine: Engine):
    words = words_of(engine, FORM.format(consent="☐", task="☒", none="☒", some="☐"))
    assert "suostumus" not in words
    assert "Miten suostumuksen" not in words
    assert "Yleistä etua koskeva tehtävä" in words
    assert "Tehtävä: tieteellinen tutkimus" in words


def test_a_line_with_a_ticked_box_stays_whole(engine: Engine):
    words = words_of(engine, FORM.format(consent="☐", task="☒", none="☐", some="☒"))
    assert "Kyllä, mihin:" in words


def test_brackets_are_boxes_too(engine: Engine):
    words = words_of(engine, FORM.format(consent="[ ]", task="[x]", none="[x]", some="[ ]"))
    assert "suostumus" not in words
    assert "Yleistä etua" in words


def test_an_empty_form_is_read_as_it_stands(engine: Engine):
    words = words_of(engine, FORM.format(consent="☐", task="☐", none="☐", some="☐"))
    assert "Tutkittavan suostumus" in words
    assert "Miten suostumuksen voi peruuttaa:" in words
