"""Web pages: the notice among navigation and scripts."""
