#!/usr/bin/env python3
"""Runs every acceptance file, as many at once as there are processors, the longest first.

Prints the output of each as it ends, and at the end what was not tested for want of something; ends with
status 1 if a file failed, ran no test or did not end. ACQUIS names the program.
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time

FOLDER = pathlib.Path(__file__).resolve().parent
# What took longest when it was last looked at: begun first, so that nobody waits for it alone.
LONGEST = ("test_documents.py", "test_sheet_import.py", "test_streamed_import.py", "test_making.py")
# The seconds that a file may take.
LIMIT = 3600


def run(file, limit=LIMIT):
    """What a file printed, the seconds it took, and why it does not pass, or None."""
    began = time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "unittest", "discover", "-s", FOLDER, "-p", file.name],
            cwd=FOLDER.parents[1], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=limit,
            check=False)
        output, fault = done.stdout, f"status {done.returncode}" if done.returncode else None
    except subprocess.TimeoutExpired as expired:
        output, fault = expired.output or b"", f"not ended after {limit} s"
    output = output.decode(errors="replace")
    counts = re.findall(r"^Ran (\d+) tests? in ", output, re.MULTILINE)
    if fault is None and (not counts or counts[-1] == "0"):
        fault = "no test in it was run"
    return output, time.monotonic() - began, fault


def main():
    files = sorted(
        FOLDER.glob("test_*.py"), key=lambda file: (file.name not in LONGEST, file.name))
    missing = set(LONGEST) - {file.name for file in files}
    if missing:
        sys.exit(f"LONGEST names files that are not there: {', '.join(sorted(missing))}")
    failed, untested = [], []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        tasks = {pool.submit(run, file): file.name for file in files}
        for task in concurrent.futures.as_completed(tasks):
            name, (output, seconds, fault) = tasks[task], task.result()
            print(f"-- {name}, {seconds:.0f} s", output.strip(), sep="\n", flush=True)
            if fault:
                failed.append(f"{name}: {fault}")
            untested += [f"{name}: {line}" for line in output.splitlines() if "NOT TESTED" in line]
    print("", *dict.fromkeys(untested), *failed, sep="\n")
    print(f"{len(files) - len(failed)} of {len(files)} files passed")
    return 0 if files and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
