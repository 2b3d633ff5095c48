"""Another clock for a command, and the days on which the program and the log write.

The library of `faketime` is loaded without its wrapper, which refuses to run where the semaphore of a
killed process of the same number is still there.
"""

import atexit
import datetime
import functools
import pathlib
import subprocess
import sys
import zoneinfo

LEFT_IN = pathlib.Path("/dev/shm")


def day_in_paris(ahead=0):
    """The day that the program takes for today, or one so many days later."""
    now = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris"))
    return now.date() + datetime.timedelta(days=ahead)


def clock(moment):
    """What runs a command by another clock.

    - moment: "+3d", "-60d", in seconds without a letter; or "@2026-03-02 10:00:00" in the zone of $TZ,
      from which it runs on.
    """
    return ("env", f"LD_PRELOAD={library()}", f"FAKETIME={moment}")


@functools.cache
def library():
    """As the wrapper names it to the loader."""
    told = subprocess.run(
        [*"faketime -f +0".split(), sys.executable, "-c", "import os; print(os.environ['LD_PRELOAD'])"],
        capture_output=True, text=True, timeout=60, check=True)
    atexit.register(clear)
    return told.stdout.strip()


def clear():
    """Removes what the library left of processes that have ended."""
    for left in LEFT_IN.glob("*faketime_s*_*"):
        if not pathlib.Path("/proc", left.name.rpartition("_")[2]).exists():
            left.unlink(missing_ok=True)
