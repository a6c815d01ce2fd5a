"""``python -m findling find|search ...``: the command line, in this process."""

from __future__ import annotations

import os
import signal
import sys

from . import _core


def main() -> int:
    """Runs the command line of this process; returns its exit code."""
    # Python would only take note of Ctrl-C, and look at it when the command is over.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.stdout.flush()
    return _core.command_line([b"findling-cli", *map(os.fsencode, sys.argv[1:])])


if __name__ == "__main__":
    sys.exit(main())
