"""PDF: glyphs by PDFium, then lines, layout and blocks."""
