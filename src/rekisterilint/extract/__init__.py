"""From a notice to a structured register description, in the notice's own words."""

from rekisterilint.extract.extraction import Extraction, NotANoticeError, extract, extract_each
from rekisterilint.extract.filled import filled_elements

__all__ = ["Extraction", "NotANoticeError", "extract", "extract_each", "filled_elements"]
