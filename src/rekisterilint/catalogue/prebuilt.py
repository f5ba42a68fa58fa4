"""The packaged catalogue, compiled when a wheel is built: see hatch_build.py."""

from __future__ import annotations

from rekisterilint.catalogue.compiled import compile_catalogue
from rekisterilint.catalogue.load import load_catalogue
from rekisterilint.catalogue.model import LANGUAGES
from rekisterilint.catalogue.topics import TopicBank


def keep_all() -> None:
    """Put the packaged catalogue and what it comes to in each language into the cache folder.

    Raises CatalogueError or PatternError for faulty rule files.
    """
    catalogue = load_catalogue()
    TopicBank(catalogue)
    for language in LANGUAGES:
        compile_catalogue(catalogue, language)
