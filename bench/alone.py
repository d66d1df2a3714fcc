"""Run a command out of a process so small that its own memory hides none of the command's: `alone.py FD COMMAND…`.

Linux counts what a process was before it became the command as the command's. Seconds on the clock, seconds of work
and bytes of memory are written to the file descriptor.
"""

from __future__ import annotations

import os
import sys
import time

told, *command = sys.argv[1:]
begun = time.perf_counter()
_, status, used = os.wait4(os.posix_spawnp(command[0], command, os.environ), 0)
wall = time.perf_counter() - begun
os.write(int(told), f"{wall} {used.ru_utime + used.ru_stime} {used.ru_maxrss * 1024}\n".encode())
sys.exit(os.waitstatus_to_exitcode(status))
