#!/usr/bin/env python3
"""Runs every acceptance file, as many at once as there are processors, the longest first.

Prints the output of each as it ends; ends with status 1 if one failed. ACQUIS names the program.
"""

import concurrent.futures
import os
import pathlib
import subprocess
import sys
import time

FOLDER = pathlib.Path(__file__).resolve().parent
# What took longest when it was last looked at: begun first, so that nobody waits for it alone.
LONGEST = ("test_documents.py", "test_sheet_import.py", "test_streamed_import.py", "test_making.py")


def run(file):
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "unittest", "discover", "-s", FOLDER, "-p", file.name],
        cwd=FOLDER.parents[1], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        errors="replace")
    return file.name, done.returncode, done.stdout, time.monotonic() - began


files = sorted(FOLDER.glob("test_*.py"), key=lambda file: (file.name not in LONGEST, file.name))
failed = []
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for task in concurrent.futures.as_completed([pool.submit(run, file) for file in files]):
        name, status, output, seconds = task.result()
        print(f"-- {name}, {seconds:.0f} s", output.strip(), sep="\n", flush=True)
        if status:
            failed.append(name)
print(f"{len(files) - len(failed)} of {len(files)} files passed", *failed)
sys.exit(bool(failed))
