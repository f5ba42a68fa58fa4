"""Structured register descriptions: YAML and JSON."""
