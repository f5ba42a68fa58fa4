"""The rule catalogue: read from YAML, checked, compiled for a language."""

from rekisterilint.catalogue.load import CatalogueError, load_catalogue
from rekisterilint.catalogue.model import (
    LANGUAGES,
    Catalogue,
    Clause,
    Confidence,
    Element,
    Example,
    Rule,
    Severity,
    Translated,
)

__all__ = [
    "LANGUAGES",
    "Catalogue",
    "CatalogueError",
    "Clause",
    "Confidence",
    "Element",
    "Example",
    "Rule",
    "Severity",
    "Translated",
    "load_catalogue",
]
