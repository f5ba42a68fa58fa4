"""The words of a file as a reader reads them, with the way back to the source."""

from rekisterilint.text.builder import LinkedWords, Piece, TextBuilder
from rekisterilint.text.model import VALUE, Block, BlockKind, Link, Origin, Place, Text

__all__ = ["VALUE", "Block", "BlockKind", "Link", "LinkedWords", "Origin", "Piece", "Place", "Text", "TextBuilder"]
