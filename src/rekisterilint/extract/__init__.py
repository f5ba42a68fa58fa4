"""From a notice to a structured register description, in the notice's own words."""

from rekisterilint.extract.extraction import Extraction, NotANoticeError, extract
from rekisterilint.extract.filled import filled_elements

__all__ = ["Extraction", "NotANoticeError", "extract", "filled_elements"]
