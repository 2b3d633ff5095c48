"""Another clock for a command, and the days that the program takes for today."""

import datetime
import pathlib
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
    clear()
    return ("faketime", "-f", moment)


def clear():
    """Removes what `faketime` left of processes that were killed: it refuses to run as a process that gets the
    number of one of these.
    """
    for left in LEFT_IN.glob("*faketime_s*_*"):
        if not pathlib.Path("/proc", left.name.rpartition("_")[2]).exists():
            left.unlink(missing_ok=True)
