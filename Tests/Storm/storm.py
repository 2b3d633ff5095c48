"""Sixteen processes at once on one ledger, killed at random moments; then what was acknowledged and
what was erased is checked.

Reads the program's path from $ACQUIS.
"""

import argparse
import pathlib
import random
import shutil
import sys
import tempfile
import time

from checks import Checks
from workers import Storm, WORKERS


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--keep", action="store_true", help="leave the folder")
    asked = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-storm-"))
    print(f"seed {asked.seed}, {asked.seconds:g} s, {len(WORKERS)} processes, {folder}", flush=True)
    try:
        start = time.monotonic()
        storm = Storm(folder, asked.seed)
        storm.rage(asked.seconds)
        checks = Checks(storm)
        checks.all()
        print(f"{time.monotonic() - start:.0f} s in all")
    finally:
        if not asked.keep:
            shutil.rmtree(folder, ignore_errors=True)
    for text in checks.figures():
        print(text)
    for text in checks.failures[:40]:
        print(f"FAILED {text}")
    print(f"{checks.passed} passed, {len(checks.failures)} failed")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
