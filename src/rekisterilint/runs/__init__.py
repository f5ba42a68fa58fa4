"""A run over many files: here, in several processes, on other machines, from the cache."""
