"""Markdown: blocks by markdown-it, places in the source."""
