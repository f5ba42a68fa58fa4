"""Plain text: lines, headings and page furniture."""
