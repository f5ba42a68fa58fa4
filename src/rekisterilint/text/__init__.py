"""The words of a file as a reader reads them, with the way back to the source."""

from rekisterilint.text.builder import Piece, TextBuilder
from rekisterilint.text.model import Block, BlockKind, Origin, Place, Text

__all__ = ["Block", "BlockKind", "Origin", "Piece", "Place", "Text", "TextBuilder"]
