"""What the trials of a ledger share: persons to record, makers that race, calls that are struck or
held up, and what must be left afterwards.

Reads the program's path from $ACQUIS.
"""

import collections
import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

from shown import plainly
from test_command_line import ACQUIS, CommandLine

KILLED = -signal.SIGKILL

CALLS = ("openat", "mkdir", "link", "linkat", "unlink", "unlinkat", "rename", "renameat",
         "renameat2", "rmdir", "fsync", "fdatasync", "pwrite64", "write", "ftruncate")

# What a command of before, or of now, builds beside a ledger until it has its name.
DRAFT = re.compile(r"\.making|\.new|\.part|-journal$")


def needed(tool, why):
    """Skips a test for want of a tool, and says so where nobody reads what was skipped."""
    if shutil.which(tool) is None:
        print(f"\nNOT TESTED, for want of {tool}: {why}", file=sys.stderr)
        raise unittest.SkipTest(f"needs {tool}")


def as_root(why):
    if os.geteuid() != 0:
        print(f"\nNOT TESTED, for want of root: {why}", file=sys.stderr)
        raise unittest.SkipTest("needs root")


def words(ledger, *asked):
    return [ACQUIS, *asked, "--ledger", str(ledger)]


def run(ledger, *asked, before=(), **options):
    """A command's outcome; `before` is what runs it, as another clock."""
    options = {"text": True, **options}
    return plainly(subprocess.run(
        [*before, *words(ledger, *asked)], capture_output=True, timeout=120, check=False,
        env={**os.environ, "LC_ALL": "C", "LANG": "C"}, **options))


# Persons

def identity(number, family="Nomsecret"):
    return {"birthName": f"{family}{number}x", "firstNames": ["Prénomsecret"], "birthDate": "1990",
            "sex": "F", "birthPlace": {"postalCode": "75002"}}


def event(kind, day, **data):
    return {"type": kind, "occurredOn": day, "recordedBy": "clerk:1", "data": data}


def registration(number, family="Nomsecret"):
    return event(
        "CandidateRegistered", "2021-01-11", candidate=f"P{number}",
        identity=identity(number, family))


def enrolment(number):
    return event(
        "CandidateEnrolled", "2021-01-11", candidacy=f"D{number}", candidate=f"P{number}",
        certification="3474", pathway="continuingTraining", public="employee")


def person(number):
    """A person registered, whose name is sealed, and their candidacy."""
    return [registration(number), enrolment(number)]


def withdrawal(number):
    return event(
        "CandidacyWithdrawn", "2021-03-01", candidacy=f"D{number}", grounds="motifsecret")


# Files

def digest_of(folder):
    """Every file of a folder, with its bytes and its mode."""
    return {
        str(file.relative_to(folder)): (file.read_bytes(), file.stat().st_mode & 0o777)
        for file in sorted(pathlib.Path(folder).rglob("*")) if file.is_file()}


def drafts(folder):
    return sorted(name for name in os.listdir(folder) if DRAFT.search(name))


def private(path, content):
    path.write_bytes(content)
    os.chmod(path, 0o600)


@contextlib.contextmanager
def vault_of(ledger):
    database = sqlite3.connect(f"{ledger}.vault", isolation_level=None)
    try:
        yield database
    finally:
        database.close()


def keys(ledger, of=None):
    """The persons whose keys the vault holds."""
    with vault_of(ledger) as vault:
        held = [name for name, in vault.execute("SELECT person FROM person_key ORDER BY person")]
    return held if of is None else held.count(of)


# Several at once

def together(commands, **options):
    """Starts commands as close together as can be; their outcomes."""
    gate, opener = os.pipe()
    started = [
        subprocess.Popen(
            ["sh", "-c", 'read _; exec "$0" "$@"', *command], stdin=gate, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options) for command in commands]
    os.close(gate)
    os.close(opener)
    outcomes = []
    for process in started:
        told, said = process.communicate(timeout=120)
        outcomes.append(subprocess.CompletedProcess(process.args, process.returncode, told, said))
    return outcomes


def race(ledger, processes, command):
    """Makers of one ledger, at once."""
    return together([words(ledger, *command)] * processes)


def killed_after(seconds, command, **options):
    """A command, killed at this moment or ended before."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    told, said = process.communicate()
    return subprocess.CompletedProcess(command, process.returncode, told, said)


# Under strace

Call = collections.namedtuple("Call", "name number text")


def traced(command, trace, names=CALLS):
    """The outcome of a command, and its calls; `number` counts the calls of its name."""
    outcome = subprocess.run(
        ["strace", "-f", "-y", "-s", "0", "-o", str(trace), "-e", f"trace={','.join(names)}",
         *command], capture_output=True, text=True, timeout=120, check=False)
    counts, calls = collections.Counter(), []
    for text in trace.read_text().splitlines():
        match = re.match(r"\d+ +(\w+)\((.*)", text)
        if match:
            counts[match[1]] += 1
            calls.append(Call(match[1], counts[match[1]], match[2]))
    trace.unlink()
    return outcome, calls


def injected(call, what):
    """What runs a command with this done to one of its calls."""
    return ["strace", "-f", "-o", os.devnull, "-e", f"trace={call.name}", "-e",
            f"inject={call.name}:{what}:when={call.number}"]


def struck(call, command, **options):
    """A command that is killed where it makes this call."""
    return subprocess.run(
        [*injected(call, "signal=SIGKILL"), *command], capture_output=True, text=True, timeout=120,
        check=False, **options)


def held_up(call, seconds, command):
    """Starts a command that waits so long before this call."""
    return subprocess.Popen(
        [*injected(call, f"delay_enter={int(seconds * 1_000_000)}"), *command], text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def until(found, seconds=30):
    """Waits until something is so; it never is where a test fails."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found():
            return True
        time.sleep(0.01)
    return False


class Trials(CommandLine):
    """A ledger, and what is asked of it again and again."""

    maxDiff = None

    def done(self, *asked, ledger=None, **options):
        outcome = run(ledger or self.ledger, *asked, **options)
        self.assertEqual(outcome.returncode, 0, f"{asked}: {outcome.stderr}")
        return outcome.stdout

    def answer(self, *asked, **options):
        return json.loads(self.done(*asked, "--json", **options))

    def file(self, suffix, ledger=None):
        return pathlib.Path(f"{ledger or self.ledger}{suffix}")

    def write(self, *events):
        """A file of events, to be imported or recorded."""
        file = self.folder / "events.jsonl"
        file.write_text("".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in events))
        return str(file)

    def imported(self, *events, ledger=None):
        return self.done("import", self.write(*events), ledger=ledger)

    def recorded(self, *events, ledger=None, **options):
        """The outcome of recording events, by the rules."""
        return run(ledger or self.ledger, "record", "--file", self.write(*events), **options)

    def log_size(self, ledger=None):
        return self.answer("log", "--root", ledger=ledger)["size"]

    def named(self, text, ledger=None, **options):
        """The exit status of a search by name, and who was found."""
        outcome = run(
            ledger or self.ledger, "candidates", "--name", text, "--json", **options)
        return outcome.returncode, sorted(
            {json.loads(text)["candidate"] for text in outcome.stdout.splitlines()})

    def stops(self, status, *asked, ledger=None, before=(), **options):
        """A command that ends with this status, and says why once; nobody's data is told."""
        outcome = run(ledger or self.ledger, *asked, before=before, **options)
        self.assertEqual(
            outcome.returncode, status, f"{asked}: {outcome.stdout[:300]}{outcome.stderr}")
        self.assertTrue(outcome.stderr.strip(), f"{asked}: it says nothing")
        self.assertNotIn("secret", outcome.stderr.lower())
        return outcome

    def is_whole(self, ledger=None, number=9001, names=True):
        """A fact is sealed, its name found, the log as written, and nothing left beside."""
        ledger = pathlib.Path(ledger or self.ledger)
        self.imported(*person(number), ledger=ledger)
        if names:
            self.assertEqual(
                self.named(f"nomsecret{number}x", ledger=ledger), (0, [f"P{number}"]))
        self.done("audit", "verify", ledger=ledger)
        self.assertEqual(drafts(ledger.parent), [], "left beside")
