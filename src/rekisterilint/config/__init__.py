"""Configuration: found upwards from each file, validated, merged with the command line."""

from rekisterilint.config.find import ConfigFinder
from rekisterilint.config.load import ConfigError, load_config
from rekisterilint.config.model import Config, Ignored, PerFileIgnore

__all__ = ["Config", "ConfigError", "ConfigFinder", "Ignored", "PerFileIgnore", "load_config"]
