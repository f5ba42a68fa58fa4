"""Where the packaged rule and schema files lie: in the wheel, or at the top of a checkout."""

from rekisterilint.folders import packaged_folder

__all__ = ["packaged_folder"]
