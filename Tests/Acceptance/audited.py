"""A demonstration with a history of its own, signed twice, for the tests that tamper with it.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from shown import plainly
from tampering import tampering

ACQUIS = os.environ["ACQUIS"]

LATER = [
    {"type": "CandidateEnrolled", "occurredOn": "2026-06-01", "recordedBy": "clerk:1",
     "data": {"candidacy": f"LATE-{number}", "candidate": f"LATE-{number}",
              "certification": "RNCP38052", "pathway": "apprenticeship"}}
    for number in range(8)]


def run(ledger, *words, **options):
    return plainly(subprocess.run(
        [ACQUIS, *words, "--ledger", str(ledger)], capture_output=True, text=True, timeout=120,
        check=False, env={**os.environ, "LC_ALL": "C"}, **options))


def done(ledger, *words):
    outcome = run(ledger, *words)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout


def enrol(ledger, events):
    file = ledger.with_suffix(".jsonl")
    file.write_text("".join(json.dumps(event) + "\n" for event in events))
    # The demonstration ends in 2026, be that long ago.
    done(ledger, "import", str(file), "--accept-clock")


class Audited(unittest.TestCase):
    """A demonstration, signed at two sizes, with eight events since the second. Both checkpoints are
    stored beside it; both were kept elsewhere too."""

    @classmethod
    def setUpClass(cls):
        cls.original = pathlib.Path(tempfile.mkdtemp(prefix="acquis-audit-"))
        cls.addClassCleanup(shutil.rmtree, cls.original, ignore_errors=True)
        ledger = cls.original / "test.ledger"
        done(ledger, "demo", "--events", "150")
        cls.first = done(ledger, "audit", "checkpoint")
        enrol(ledger, LATER[:4])
        cls.second = done(ledger, "audit", "checkpoint")
        enrol(ledger, LATER[4:])
        cls.sizes = [int(note.splitlines()[1]) for note in (cls.first, cls.second)]

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-audit-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        shutil.copytree(self.original, self.folder, dirs_exist_ok=True)
        self.ledger = self.folder / "test.ledger"
        self.signed = self.folder / "test.ledger.signed"

    # What is told

    def verified(self):
        outcome = run(self.ledger, "audit", "verify", "--json")
        told = json.loads(outcome.stdout)
        self.assertEqual(outcome.returncode, 1 if told["problems"] else 0, outcome.stderr)
        self.assertEqual(bool(outcome.stderr), bool(told["problems"]))
        return told

    def verify_passes(self):
        self.assertEqual(self.verified()["problems"], [])

    def verify_catches(self, problem, position=None, among=0):
        problems = [(told["position"], told["problem"]) for told in self.verified()["problems"]]
        self.assertIn((position, problem), problems)
        # Of the events, the first defect is told and no other.
        self.assertEqual(len([at for at, _ in problems if at]), 1 if position else among, problems)

    def check(self, note):
        return run(self.ledger, "audit", "check", "--against", "-", "--json", input=note)

    def check_passes(self, note):
        outcome = self.check(note)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertTrue(json.loads(outcome.stdout)["continues"])

    def check_catches(self, reason, note):
        outcome = self.check(note)
        self.assertEqual(outcome.returncode, 1, outcome.stderr)
        self.assertEqual(json.loads(outcome.stdout)["reason"], reason)
        return outcome.stderr

    def signature_is_refused(self, *words):
        kept = self.signed.read_bytes()
        outcome = run(self.ledger, "audit", "checkpoint")
        self.assertEqual((outcome.returncode, outcome.stdout), (1, ""))
        for word in ("nothing was signed", *words):
            self.assertIn(word, outcome.stderr)
        self.assertEqual(self.signed.read_bytes(), kept)

    def file(self):
        """The tables of the ledger, to be changed."""
        return tampering(self.ledger)
