"""What can stand in the way of publishing, and what to do about it."""

from __future__ import annotations

import errno
import re

ADVICE = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "Free some space"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "Get access to it, or choose another folder with --site"),
    **dict.fromkeys((errno.ENOTDIR, errno.EEXIST), "Choose another folder with --site"),
    **dict.fromkeys((errno.EBUSY, errno.EXDEV), "A mount point cannot be replaced: choose a folder in it with --site"),
}
# The last line of a traceback of an OSError, which may name one path or two.
REPORTED = re.compile(r"\w+: \[Errno (\d+)\] ([^:\n]+)(?:: (?:'.*' -> )?'(.*)')?\n?")


class NotPublished(Exception):
    """Raised where no new site was published; the message says why and what to do."""


def told(error: Exception) -> str:
    """What went wrong and what to do, in sentences."""
    if not isinstance(error, OSError):
        return str(error)
    place = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror}{place}. {ADVICE.get(error.errno or 0, 'Mend that')}, then run this again."


def reported(line: str) -> OSError | None:
    """The fault of the file system that the last line of a program's log reports, if ADVICE has advice on it."""
    match = REPORTED.fullmatch(line)
    return OSError(int(match[1]), match[2], match[3]) if match and int(match[1]) in ADVICE else None
