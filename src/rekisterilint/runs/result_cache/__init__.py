"""`--cache`: results kept by what was checked, with what, and how."""

from rekisterilint.runs.result_cache.cache import Lookup, ResultCache
from rekisterilint.runs.result_cache.store import Store, open_store

__all__ = ["Lookup", "ResultCache", "Store", "open_store"]
