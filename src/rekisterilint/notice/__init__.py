"""From text to notice: language, title, sections with topics, sentences."""

from rekisterilint.notice.model import Notice, Section, Unit
from rekisterilint.notice.parse import parse_notices

__all__ = ["Notice", "Section", "Unit", "parse_notices"]
