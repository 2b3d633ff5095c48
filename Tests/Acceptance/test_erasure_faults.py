"""An erasure and a new master key through a killed process, a failing disk and a full one, from outside.

Each call by which the program touches its files is struck once, as in test_faults. An erasure must
never be told by the log before the key is gone for good, and a second one must finish it and double
nothing; a vault must open after any rotation cut short.

Reads the program's path from $ACQUIS.
"""

import json
import sqlite3
import unittest

import test_faults
from test_faults import equal

ERASE = ("erase", "P1", "--reason", "demande", "--json")
ROTATE = ("vault", "rotate", "--json")


def setUpModule():
    test_faults.setUpModule()


def wrapped(place):
    vault = sqlite3.connect(place.file(".vault"))
    try:
        return [bytes for row in vault.execute("SELECT nonce, wrapped FROM person_key")
                for bytes in row]
    finally:
        vault.close()


def tombstones(place):
    vault = sqlite3.connect(place.file(".vault"))
    try:
        return vault.execute("SELECT person, event FROM erased_person").fetchall()
    finally:
        vault.close()


def remains(place, secrets):
    return [file.name for file in place.folder.glob("test.ledger*")
            for secret in secrets if secret in file.read_bytes()]


class ErasureFaults(test_faults.Struck):
    def erasures(self, place):
        events = [json.loads(text) for text in place.done("log").splitlines()]
        return [event["id"] for event in events if event["type"] == "CandidateIdentityErased"]

    def test_an_erasure_struck_at_any_call_is_finished_by_the_next(self):
        secrets = wrapped(self.ledgers[1])
        self.assertEqual(len(secrets), 2)
        self.assertEqual(set(remains(self.ledgers[1], secrets)), {"test.ledger.vault"})

        def check(place, outcome):
            recorded, erased = self.erasures(place), tombstones(place)
            equal(place.keys() == [], len(erased) == 1, "a key gone has its tombstone")
            assert len(recorded) <= len(erased), "told before it was done"
            equal(place.log()[:5], self.logs[1], "what was there")
            if outcome.returncode == 0:
                equal([json.loads(outcome.stdout)["event"]], recorded, "acknowledged")
                equal(remains(place, secrets), [], "acknowledged, and left")
            begun = [event for _, event in erased]
            told = json.loads(place.done(*ERASE))
            equal(self.erasures(place), [told["event"]], "erased again")
            assert begun in ([], [told["event"]]), "begun under another id"
            equal((told["position"], told["texts"]), (6, 2), "the receipt")
            equal(tombstones(place), [("candidate:P1", told["event"])], "the tombstone")
            equal((place.keys(), place.names()), ([], []), "what can be read")
            equal(remains(place, secrets), [], "left behind")
            place.is_sound()

        self.everywhere(ERASE, check, self.ledgers[1])

    def test_a_rotation_struck_at_any_call_leaves_a_vault_that_opens(self):
        old = self.ledgers[2].file(".master").read_bytes()
        secrets = wrapped(self.ledgers[2])

        def check(place, outcome):
            equal(place.names(), ["P1", "P2"], "the names read")
            if outcome.returncode == 0:
                equal(place.file(".master.new").exists(), False, "a second master key")
                assert place.file(".master").read_bytes() != old, "the old master key"
                equal(remains(place, secrets), [], "wrapped as before")
            place.done(*ROTATE)
            equal(place.file(".master.new").exists(), False, "a second master key, rotated again")
            equal(remains(place, secrets + [old]), [], "left behind")
            place.done(*self.importing[2])
            self.holds(place, 2, "rotated again")

        self.everywhere(ROTATE, check, self.ledgers[2])

    def test_a_new_master_key_is_on_the_disk_before_the_vault_changes(self):
        with test_faults.Place(copied_from=self.ledgers[1]) as place:
            told = [(call.name, call.paths[-1].rstrip("/").replace(str(place.folder), ""))
                    for call in place.traced(*ROTATE)]
        new, old = "/test.ledger.master.new", "/test.ledger.master"
        changed = told.index(("pwrite64", "/test.ledger.vault"))
        written = told.index(("write", new))
        for sync in (("fsync", new), ("fsync", "")):
            self.assertIn(sync, told[written:changed])
        renamed = told.index(("rename", old))
        self.assertIn(("fsync", ""), told[renamed:])
        self.assertLess(changed, renamed)


if __name__ == "__main__":
    unittest.main()
