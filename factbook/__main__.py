"""Let `python -m factbook` run the command line."""

from __future__ import annotations

import os
import sys


def _main() -> int:
    try:
        from factbook.cli import main

        status = main()
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # who reads has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141  # 128 and the number of the signal, as shells have it
    except KeyboardInterrupt:  # here, since by far the most of a short command is loading the libraries
        print("\nInterrupted. Nothing half-written was left.", file=sys.stderr)
        return 130  # as above
    except OSError as fault:  # such as no room for what is printed
        from factbook.faults import told

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"python -m factbook: {told(fault)}", file=sys.stderr)
        return 1
    except ModuleNotFoundError as missing:
        if str(missing.name).startswith("factbook"):
            raise
        advice = "Run `make site` once, then `.venv/bin/python -m factbook` in its place."
        print(f"python -m factbook: the library {missing.name} is not installed here. {advice}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(_main())
