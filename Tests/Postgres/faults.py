"""What the trials of a server share: facts recorded under ids, tried again, and counted afterwards.

Reads the program's path from $ACQUIS.
"""

import collections
import json
import random
import subprocess
import time

from cluster import Cluster
from shared import Shared, cluster, need
from trials import run, words

LIMIT = 120
SEED = 20


def recording(number, identifier):
    """The words that record a candidacy of its own, under this id."""
    return ("record", "CandidateEnrolled", "--on", "2021-01-11", "--by", "clerk:1",
            f"candidacy=D{number}", f"candidate=P{number}", "certification=3474",
            "pathway=continuingTraining", "public=employee", "--id", identifier, "--json")


def start(ledger, *asked):
    return subprocess.Popen(
        words(ledger, *asked), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


class Faults(Shared):
    def setUp(self):
        super().setUp()
        self.dice = random.Random(SEED)
        self.done("init")

    def once(self, expected, ledger=None):
        """Each of these facts (candidacy: id) is there once, nothing else is, and no gap."""
        log = self.log(ledger)
        self.assertEqual([entry["position"] for entry in log], list(range(1, len(log) + 1)))
        enrolled = collections.Counter(
            (entry["data"]["candidacy"], entry["id"]) for entry in log
            if entry["type"] == "CandidateEnrolled")
        self.assertEqual(enrolled, collections.Counter(expected.items()))
        self.done("audit", "verify", ledger=ledger)
        return log

    def repeated(self, number, identifier, ledger=None):
        """The position that a fact has, asked again under the same id."""
        outcome = run(ledger or self.ledger, *recording(number, identifier))
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)
        return json.loads(outcome.stdout)["first"]

    def persist(self, number, identifier, ledger=None, seconds=60):
        """Tries again until it is recorded; every failure before is a sentence and 3."""
        end = time.monotonic() + seconds
        failures = 0
        while True:
            outcome = run(ledger or self.ledger, *recording(number, identifier))
            if outcome.returncode == 0:
                return json.loads(outcome.stdout)["first"], failures
            # What ends a connection while libpq is making it, libpq prints itself.
            outcome.stderr = "".join(
                line for line in outcome.stderr.splitlines(keepends=True)
                if not line.startswith("FATAL:  terminating connection"))
            self.fails(outcome, 3)
            failures += 1
            self.assertLess(time.monotonic(), end, outcome.stderr)


class OwnServer(Faults):
    """On a server of the test's own, which it may kill; passwords are those of the shared one."""

    def make(self, **options):
        return Cluster(**options)

    def server(self):
        own = need(lambda: self.make(secrets=cluster().secrets))
        self.addCleanup(own.close)
        return own
