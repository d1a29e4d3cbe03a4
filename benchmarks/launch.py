"""Run a command from a small process: `python -S launch.py COMMAND..` prints its wall seconds, its
processor seconds, its greatest `ru_maxrss` and its exit status.

A process counts what its parent held when it was forked as its own peak, so the parent has to hold
little. The output of the command goes nowhere.
"""

import os
import sys
import time

if __name__ == "__main__":
    nowhere = os.open(os.devnull, os.O_RDWR)
    begin = time.perf_counter()
    pid = os.posix_spawnp(
        sys.argv[1],
        sys.argv[1:],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)],
    )
    _pid, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - begin
    print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
