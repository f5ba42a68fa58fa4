"""What another machine needs to check a file as this one would: configuration, rules, the version."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from msgspec.structs import replace

from rekisterilint.config.model import Config


@dataclass(frozen=True, slots=True)
class ConfigAbroad:
    """A configuration for other machines: with what its rule files hold, not where they lie here."""

    config: Config
    rule_files: tuple[bytes, ...]

    def unpacked(self) -> Config:
        """The configuration with the rule files written to a folder of this machine."""
        if not self.rule_files:
            return self.config
        folder = Path(tempfile.mkdtemp(prefix="rekisterilint-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        paths = [folder / f"{number:04}.yaml" for number in range(len(self.rule_files))]
        for path, data in zip(paths, self.rule_files, strict=True):
            path.write_bytes(data)
        return replace(self.config, rules=tuple(paths))


def config_abroad(config: Config) -> ConfigAbroad:
    """`config` as it can be sent to another machine. Raises OSError."""
    from rekisterilint.catalogue.load import rule_files

    data = tuple(path.read_bytes() for path in rule_files(config.rules))
    plain = replace(config, path=None, root=config.root.resolve(), cache=False, cache_dir=None, origins={})
    return ConfigAbroad(plain, data)


class VersionError(Exception):
    """The other side runs another version of this program, with other rules or data."""


@cache
def program_version() -> str:
    """The version with a hash of code, rules and reference data: the same wherever it is installed."""
    from rekisterilint import __version__
    from rekisterilint.folders import packaged_folder

    package, rules = Path(__file__).resolve().parent, packaged_folder("rules")
    found = [(path.relative_to(rules), path) for path in rules.rglob("*.yaml")]
    for kind in ("*.py", "*.json"):
        found += [(path.relative_to(package), path) for path in package.rglob(kind) if "schemas" not in path.parts]
    digest = blake2b(digest_size=8)
    for name, path in sorted(found):
        digest.update(name.as_posix().encode() + b"\0" + path.read_bytes())
    return f"{__version__}-{digest.hexdigest()}"


def check_version(version: str) -> None:
    """Raise VersionError unless this program is of `version`."""
    if version != program_version():
        raise VersionError(f"{program_version()} / {version}")
