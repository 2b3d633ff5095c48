#!/usr/bin/env python3
"""Runs every test of this folder, the races of writers and the acceptance scenarios, on PostgreSQL
servers that it makes, two parts at once, the longest first.

Installs nothing. Prints each part's output and seconds as it ends, and at the end what was not
tested; ends with 1 if a part failed, ran no test or did not end. Where there is no server it says
so and ends with 0. ACQUIS names the program.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from cluster import Untested, program

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
# The seconds that a part may take.
LIMIT = 900
JOBS = 2
# Beside the repository's own scenarios, those that are kept beside the repository.
SCENARIOS = (FOLDER.parent / "Acceptance/scenarios", ROOT.parent / "shared/scenarios",
             ROOT.parent / "shared/scenarios-2026-2")
# Of the rest, what took longest when it was last looked at.
LONGEST = ("test_tampering", "test_same_answers", "test_tours", "test_struck",
           "test_faults", "test_moves")


def scenarios(every, folders):
    """The scenarios, on a server that does not wait for its disk: nobody pulls its plug."""
    return [sys.executable, FOLDER / "cluster.py", "--no-sync", "--", "sh", "-c",
            'exec "$@" --ledgers "$ACQUIS_TEST_POSTGRES?ledger={}"', "sh", sys.executable,
            FOLDER.parent / "Acceptance/scenarios.py", "--every", str(every), "--jobs", "2",
            os.environ["ACQUIS"], *folders]


def parts(asked):
    """The name and the command of each part, in the order in which they begin."""
    folders = dict.fromkeys(
        folder.resolve() for folder in (*SCENARIOS, *asked.scenarios) if folder.is_dir())
    yield "scenarios", scenarios(asked.every, folders)
    tests = sorted((file.stem for file in FOLDER.glob("test_*.py")),
                   key=lambda name: (name not in LONGEST, name))
    for name in tests:
        yield name, [sys.executable, "-m", "unittest", "discover", "-s", FOLDER, "-p", f"{name}.py"]
    race = [sys.executable, FOLDER / "race.py", "--seconds", str(asked.seconds)]
    yield "race", race
    yield "race, commands killed", [*race, "--kill"]


def run(name, command, home):
    """What a part printed, its seconds, and why it does not pass, or None."""
    began, fault = time.monotonic(), None
    place = pathlib.Path(home) / name.split(",")[0].replace(" ", "-")
    environment = {**os.environ, "XDG_DATA_HOME": str(place), "XDG_CONFIG_HOME": "/nonexistent"}
    for name in ("ACQUIS_LEDGER", "ACQUIS_VAULT", "ACQUIS_TEST_POSTGRES", "PGPASSWORD"):
        environment.pop(name, None)
    try:
        done = subprocess.run(
            list(map(str, command)), cwd=ROOT, env=environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=LIMIT, check=False)
        output = done.stdout
        fault = f"status {done.returncode}" if done.returncode else None
    except subprocess.TimeoutExpired as expired:
        output, fault = expired.output or b"", f"not ended after {LIMIT} s"
    output = output.decode(errors="replace").strip()
    if fault is None and re.search(r"^Ran 0 tests", output, re.MULTILINE):
        fault = "no test in it was run"
    return output, time.monotonic() - began, fault


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1, help="one file of scenarios in so many")
    parser.add_argument("--seconds", type=float, default=10, help="how long each race lasts")
    parser.add_argument("scenarios", nargs="*", type=pathlib.Path, metavar="FOLDER",
                        help="a further folder of scenarios")
    asked = parser.parse_args()
    try:
        program("postgres")
    except Untested as missing:
        print(f"NOT TESTED: acquis on PostgreSQL: {missing}")
        return 0
    began, failed, untested = time.monotonic(), [], []
    listed = list(parts(asked))
    with tempfile.TemporaryDirectory(prefix="acquis-parts-") as home, \
            concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        tasks = {pool.submit(run, name, command, home): name for name, command in listed}
        for task in concurrent.futures.as_completed(tasks):
            name, (output, seconds, fault) = tasks[task], task.result()
            print(f"-- {name}, {seconds:.0f} s", output, sep="\n", flush=True)
            if fault:
                failed.append(f"{name}: {fault}")
            untested += [f"{name}: {line}" for line in output.splitlines() if "NOT TESTED" in line]
    if asked.every > 1:
        untested.append(f"scenarios: NOT TESTED: all but one file in {asked.every}")
    print("", *dict.fromkeys(untested), *failed, sep="\n")
    print(f"{len(listed) - len(failed)} of {len(listed)} parts passed, "
          f"{time.monotonic() - began:.0f} s in all")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
