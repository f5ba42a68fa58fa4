"""`python -m rekisterilint`."""

from rekisterilint.cli import main

main()
