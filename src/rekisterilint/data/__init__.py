"""Reference data and their lookup: postal codes, statutes, EU acts, the GDPR, authorities.

Nothing here reads the network, and nothing is loaded before it is asked for.
"""
