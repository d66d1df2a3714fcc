"""Run the command that builds the site, with one commit always giving the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from factbook.export.git import output
from factbook.faults import NotPublished, reported

RELEASED = "1793491200"  # 2026-11-01, the date of pages that no commit dates, such as those of an unpacked archive


def mkdocs(new: Path) -> list[str]:
    """The command that builds the site of the working directory into the folder `new`."""
    return [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]


def run(command: list[str], root: Path, lock: int) -> None:
    """Run `command` in the folder `root`, its log passed on; it inherits the descriptor `lock`.

    Raises OSError where the file system failed the command, NotPublished where anything else did.
    """
    settings = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": _committed(root)}
    with subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, **settings},
        pass_fds=(lock,),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="backslashreplace",
    ) as process:
        try:
            traceback = _passed_on(process.stderr or ())
        except BaseException:
            process.kill()
            raise
    if process.returncode and (fault := reported(traceback[-1] if traceback else "")):
        raise fault
    sys.stderr.writelines(traceback)
    if process.returncode:
        ending = _ending(process.returncode)
        raise NotPublished(f"The build ended with {ending}. Mend what its log above names, then run this again.")


def _passed_on(log: Iterable[str]) -> list[str]:
    """Pass a log on as it comes, but for a traceback at its end."""
    traceback: list[str] = []
    for line in log:
        if traceback or line.startswith("Traceback ") or reported(line):
            traceback.append(line)
        else:
            sys.stderr.write(line)
    return traceback


def _ending(code: int) -> str:
    return f"exit status {code}" if code > 0 else signal.Signals(-code).name


def _committed(root: Path) -> str:
    """When the last commit was made, in seconds since 1970, as SOURCE_DATE_EPOCH wants it."""
    if set_already := os.environ.get("SOURCE_DATE_EPOCH"):
        return set_already
    return output(root, "log", "-1", "--format=%ct").strip() or RELEASED
