"""Exit statuses: a contract."""

CLEAN = 0
FINDINGS = 1
USAGE = 2
UNREAD = 3
