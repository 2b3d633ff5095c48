"""A server whose disk is full.

Reads the program's path from $ACQUIS.
"""

import shutil
import unittest

from cluster import Cluster, until
from faults import OwnServer
from shared import need_server, new_id
from trials import enrolment, person, run

setUpModule = need_server


class FullDisks(OwnServer):
    """The tables' disk is full: nothing is half written, and it goes on after room is made."""

    MEGABYTES = 96

    def make(self, **options):
        return Cluster.small_disk(self.MEGABYTES, **options)

    def fill(self, leaving):
        """Fills the disk but for so many kilobytes."""
        filler = self.cluster.data.parent / "filler"
        free = shutil.disk_usage(filler.parent).free - leaving * 1024
        with open(filler, "ab") as file:
            for _ in range(max(0, free) // 65536):
                file.write(bytes(65536))
        return filler

    def facts(self, number, count):
        return [{**enrolment(f"{number}x{part}"), "id": new_id(self.dice)} for part in range(count)]

    def test_recording_on_a_full_disk(self):
        self.imported(*person(1))
        filler = self.fill(leaving=200)
        expected, last = {"D1": self.log()[3]["id"]}, None
        for number in range(2, 400):
            facts = self.facts(number, 100)
            outcome = run(self.ledger, "import", self.write(*facts), "--json")
            if outcome.returncode:
                last = facts
                break
            expected |= {fact["data"]["candidacy"]: fact["id"] for fact in facts}
        self.assertIsNotNone(last, "the disk was never full")
        self.fails(outcome, 3, "space")
        self.fails(run(self.ledger, "import", self.write(*last)), 3, "space")
        # It is still read, and as it was.
        self.once(expected)
        self.done("status", "D1")
        filler.unlink()
        self.done("import", self.write(*last))
        self.once(expected | {fact["data"]["candidacy"]: fact["id"] for fact in last})

    def test_init_on_a_full_disk(self):
        filler = self.fill(leaving=100)
        other = self.address(name=f"{self.name}_other")
        self.fails(run(other, "init"), 3, "space")
        filler.unlink()
        self.done("init", ledger=other)


class FullJournals(FullDisks):
    """The journal's disk is full: PostgreSQL stops by itself; what was acknowledged is there again
    after room is made."""

    def make(self, **options):
        return Cluster.small_disk(self.MEGABYTES, journal=True, **options)

    test_recording_on_a_full_disk = test_init_on_a_full_disk = None

    def test_recording_while_the_journal_cannot_be_written(self):
        filler = self.fill(leaving=0)
        expected, failed = {}, {}
        for number in range(1, 200):
            facts = self.facts(number, 50)
            outcome = run(self.ledger, "import", self.write(*facts), "--json")
            told = expected if outcome.returncode == 0 else failed
            told.update({fact["data"]["candidacy"]: fact for fact in facts})
            if outcome.returncode:
                self.fails(outcome, 3)
                break
        self.assertTrue(failed, "the disk was never full")
        filler.unlink()
        if self.cluster.process.poll() is not None:
            self.cluster.start()
        until(self.cluster.answers, "the server has recovered")
        self.done("import", self.write(*failed.values()))
        self.once({name: fact["id"] for name, fact in {**expected, **failed}.items()})


if __name__ == "__main__":
    unittest.main()
