"""A replica: it answers, says how far it is, takes nothing; promoted, it goes on.

Reads the program's path from $ACQUIS.
"""

import json
import re
import subprocess
import unittest

from cluster import until
from faults import OwnServer, recording
from shared import need_server, new_id, vault_files
from trials import person, registration, run

setUpModule = need_server


class Replicas(OwnServer):
    def setUp(self):
        super().setUp()
        self.imported(*person(1), *person(2))
        self.replica = self.cluster.standby()
        self.addCleanup(self.replica.close)
        self.replica.follows(self.cluster)
        self.second = self.replica.address(ledger=self.name)
        self.files = ("--vault", str(vault_files(self.name, port=self.cluster.port)))

    def there(self, *asked):
        return run(self.second, *asked, *self.files)

    def refused(self, outcome):
        """A failure beside the remark that a replica was asked, which is made once."""
        remarks = re.findall(r"(?m)^.*: a replica: .*\n", outcome.stderr)
        self.assertLessEqual(len(remarks), 1, remarks)
        said = outcome.stderr.replace(remarks[0] if remarks else "", "", 1)
        self.fails(subprocess.CompletedProcess([], outcome.returncode, outcome.stdout, said), 3)

    def test_a_replica_answers_and_says_how_far_it_is(self):
        for asked in (("status", "D1", "--on", "2021-02-01"), ("candidates",), ("log",),
                      ("replay", "--digest"), ("people", "--names"), ("audit", "verify")):
            with self.subTest(asked=asked):
                outcome = self.there(*asked)
                self.assertEqual(outcome.returncode, 0, outcome.stderr)
                self.assertEqual(
                    outcome.stdout.replace(self.second, self.ledger), self.done(*asked))
                self.assertIn("6", outcome.stderr, "the position")
                self.assertRegex(outcome.stderr, r"(?i)replica")

    def test_a_replica_that_lags(self):
        self.replica.sql("SELECT pg_wal_replay_pause()")
        until(lambda: self.replica.sql("SELECT pg_get_wal_replay_pause_state()") == "paused",
              "the replica is paused")
        self.done(*recording(9, new_id(self.dice)))
        outcome = self.there("log", "--root", "--json")
        self.assertEqual(json.loads(outcome.stdout)["size"], 6)
        self.assertRegex(outcome.stderr, r"position 6\b")
        self.assertRegex(outcome.stderr, r"\d+ ?(ms|s\b|second|minute)", "the lag")
        self.replica.sql("SELECT pg_wal_replay_resume()")
        self.replica.follows(self.cluster)
        self.assertEqual(json.loads(self.there("log", "--root", "--json").stdout)["size"], 7)

    def test_a_replica_takes_nothing(self):
        file = self.write(registration(9))
        for asked in (recording(9, new_id(self.dice)), ("record", "--file", file), ("import", file),
                      ("annul", "4", "--reason", "x", "--yes")):
            with self.subTest(asked=asked):
                self.refused(self.there(*asked))
        other = self.replica.address(ledger=f"{self.name}_other")
        self.refused(run(other, "init"))

    def test_a_promoted_replica_goes_on(self):
        """The server dies; its replica answers the same ids as before, and takes new ones."""
        self.cluster.sql("ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.cluster.sql("SELECT pg_reload_conf()")
        waited = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"
        until(lambda: self.cluster.sql(waited) == "1", "the replica is waited for")
        ids = {f"D{number}": new_id(self.dice) for number in range(10, 20)}
        positions = {name: self.repeated(name[1:], each) for name, each in ids.items()}
        self.cluster.kill()
        # Who asks while there is no server is told so.
        self.fails(run(self.ledger, *recording(30, new_id(self.dice))), 3)
        self.replica.promote()
        for name, identifier in ids.items():
            outcome = self.there(*recording(name[1:], identifier))
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            self.assertEqual(json.loads(outcome.stdout)["first"], positions[name])
        both = self.replica.address().replace("127.0.0.1", "127.0.0.1:{},127.0.0.1".format(
            self.cluster.port)) + f"?ledger={self.name}&target_session_attrs=read-write"
        new = new_id(self.dice)
        outcome = run(both, *recording(31, new), *self.files)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        again = self.there(*recording(31, new))
        self.assertEqual(json.loads(again.stdout)["first"], json.loads(outcome.stdout)["first"])
        log = [json.loads(text) for text in self.there("log").stdout.splitlines()]
        self.assertEqual([entry["position"] for entry in log], list(range(1, 18)))
        self.assertEqual(len({entry["id"] for entry in log}), 17)
        self.assertEqual(self.there("audit", "verify").returncode, 0)


if __name__ == "__main__":
    unittest.main()
