"""Ledgers made on a server: makers that race, makers that are killed, and what they leave.

Reads the program's path from $ACQUIS.
"""

import random
import time
import unittest

from cluster import until
from faults import SEED
from shared import Shared, cluster, need_server, new_name
from trials import killed_after, person, race, run, together, words

setUpModule = need_server


class Making(Shared):
    def schemas(self):
        """Those of this ledger, whatever their state."""
        return sorted(name for name in self.cluster.sql(
            "SELECT nspname FROM pg_namespace").splitlines() if name.startswith(self.name))

    def is_whole(self):
        """It is asked and written to, a name is sealed and found, and no other schema is left."""
        self.imported(*person(1))
        self.assertIn("nomsecret1x", self.done("people", "--names").lower())
        for asked in (("audit", "verify"), ("vault", "verify"), ("audit", "checkpoint")):
            self.done(*asked)
        self.assertEqual(self.schemas(), [self.name])

    def another(self):
        self.name = new_name()
        self.ledger = self.address()

    def test_makers_that_race(self):
        for _ in range(6):
            self.another()
            outcomes = race(self.ledger, 8, ("init",))
            said = [outcome.stderr for outcome in outcomes]
            self.assertEqual(
                sorted(outcome.returncode for outcome in outcomes), [0] + [3] * 7, said)
            self.is_whole()

    def test_makers_of_many_ledgers_at_once(self):
        ledgers = [self.address(name=new_name()) for _ in range(6)]
        for outcome in together([words(ledger, "init") for ledger in ledgers]):
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual([len(self.log(ledger)) for ledger in ledgers], [2] * 6)

    def test_makers_that_are_killed(self):
        dice = random.Random(SEED)
        began = time.monotonic()
        self.done("init")
        lasted = time.monotonic() - began
        killed = 0
        for command in ("init", "demo") * 6:
            self.another()
            made = killed_after(dice.uniform(0, lasted), words(self.ledger, command))
            killed += made.returncode < 0
            until(lambda: self.makes(command), "it is made")
            self.is_whole()
        self.assertGreater(killed, 2)

    def makes(self, command):
        """Whether there is a ledger after this; the killed one may have been done, or go on."""
        outcome = run(self.ledger, command)
        self.assertIn(outcome.returncode, (0, 3), outcome.stderr)
        return outcome.returncode == 0 or run(self.ledger, "log", "--root").returncode == 0

    def test_ledgers_that_were_made_do_not_see_each_other(self):
        other = self.address(name=new_name())
        for ledger in (self.ledger, other):
            self.done("init", ledger=ledger)
        self.imported(*person(1))
        self.assertEqual(len(self.log(other)), 2)
        self.assertNotIn("nomsecret1x", self.done("people", "--names", ledger=other).lower())

    def test_a_database_of_another_encoding_is_refused_or_right(self):
        cluster().sql("CREATE DATABASE latin OWNER owner TEMPLATE template0 ENCODING 'LATIN1'"
                      " LC_COLLATE 'C' LC_CTYPE 'C'", database="postgres")
        ledger = self.cluster.address(database="latin", ledger=self.name)
        outcome = run(ledger, "init")
        if outcome.returncode:
            self.fails(outcome, 3)
        else:
            fact = person("é€1")[0]
            self.imported({**fact, "data": {**fact["data"], "candidate": "P1"}}, ledger=ledger)
            self.done("audit", "verify", ledger=ledger)


if __name__ == "__main__":
    unittest.main()
