"""The command line: `main` is what the `rekisterilint` command calls."""

from __future__ import annotations

import gc
import os
import sys

# Most of what a start makes stays to the end: looking through it for garbage took a tenth of it.
_GARBAGE_AFTER = 100_000


def main() -> None:
    """Run the command line and exit with its status. Output is UTF-8 whatever the console is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.set_threshold(_GARBAGE_AFTER)
    if sys.argv[1:] == ["--version"]:
        from rekisterilint import __version__

        print(f"rekisterilint {__version__}")
        return
    import click

    from rekisterilint.cli.app import app

    try:
        sys.exit(app.main(prog_name="rekisterilint", standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is left to say, nor is it a fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    finally:
        # The program ends here: there is no use in looking through it all for garbage once more.
        gc.freeze()
