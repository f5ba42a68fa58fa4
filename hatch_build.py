"""Puts the compiled rule catalogue into the wheel, so that the first start needn't compile it.

An editable installation goes without: its rule files change, and the user's cache folder follows them.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledCatalogue(BuildHookInterface[Any]):
    """Runs the program's own code with a cache folder of the build's."""

    PLUGIN_NAME = "custom"
    _folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add what the cache folder then holds to the files of the wheel."""
        if version == "editable":
            return
        self._folder = Path(tempfile.mkdtemp(prefix="rekisterilint-"))
        os.environ["REKISTERILINT_CACHE"] = str(self._folder)
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from rekisterilint.catalogue.prebuilt import keep_all
        except ModuleNotFoundError as error:
            # Only the first start is slower without.
            self.app.display_warning(f"no compiled catalogue in the wheel: {error}")
            return
        keep_all()
        for path in sorted(self._folder.iterdir()):
            build_data["force_include"][str(path)] = f"rekisterilint/compiled/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the build's folder."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
