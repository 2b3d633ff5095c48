"""A ledger's file changed by someone who knows the code, asked and written to by ordinary commands:
they end with 3 where the answer would be another one, and nothing is added to a log that was
changed.

Reads the program's path from $ACQUIS.
"""

import shutil
import sqlite3
import unittest

from tampering import canonical, tampering
from trials import Trials, enrolment, event, person, run, withdrawal

DAY = "2021-02-01"
STATUS, CANDIDATE = ("status", "D1"), ("candidate", "P1")
TIMELINE, BY_SUBJECT = ("timeline", "candidacy:D1"), ("log", "--subject", "candidacy:D1")
DIGEST, LIST = ("replay", "--digest"), ("candidates",)
OF_THEM = (STATUS, CANDIDATE, TIMELINE, DIGEST, LIST)
TRAINED = ("record", "DossierSubmitted", "candidacy=D1", "kind=validation", "--on", "2021-02-05",
           "--by", "clerk:1")
ERASED = ("erase", "P1", "--reason", "demande", "--by", "clerk:9", "--yes")


class Tampered(Trials):
    """Of seven events the first five are signed; the sixth begins somebody's training."""

    def setUp(self):
        super().setUp()
        self.init()
        self.imported(*person(1), enrolment(2))
        self.done("audit", "checkpoint")
        self.imported(
            event("TrainingStarted", DAY, candidacy="D1"),
            event("TrainingStarted", DAY, candidacy="D2"))
        self.position = 6
        self.before = {asked: run(self.ledger, *asked).stdout for asked in OF_THEM}

    def again(self):
        self.tearDown()
        self.setUp()

    def file(self, suffix=None, ledger=None):
        return tampering(self.ledger) if suffix is None else super().file(suffix, ledger)

    def writers(self):
        """What adds to the log, about the person or about another."""
        about = self.folder / "about.jsonl"
        shutil.copy(self.write(withdrawal(1)), about)
        return (TRAINED, ("import", str(about)), ("import", self.write(enrolment(9))),
                ("annul", str(self.rows()[-1][0]), "--reason", "x"), ERASED)

    def copies(self):
        return (("backup", str(self.folder / "backup")),
                ("export", "jsonl", "--to", str(self.folder / "copy.jsonl")), ("export", "jsonl"))

    def rows(self):
        with sqlite3.connect(self.ledger) as database:
            found = database.execute("SELECT * FROM event ORDER BY position").fetchall()
        database.close()
        return found

    def end_with_3(self, *commands):
        rows = self.rows()
        for asked in commands:
            with self.subTest(asked=asked):
                outcome = self.stops(3, *asked)
                if asked[0] != "log":  # which prints what stands before
                    self.assertEqual(outcome.stdout, "")
                self.assertEqual(self.rows(), rows)

    def writers_end_with_3(self):
        held = self.held()
        self.end_with_3(*self.writers())
        self.assertEqual(self.held(), held, "no key is made or destroyed")

    def held(self):
        with sqlite3.connect(super().file(".vault")) as vault:
            found = vault.execute("SELECT * FROM person_key").fetchall()
        vault.close()
        return found

    def nothing_wrong_is_told(self, *commands):
        """Each question ends with 3, or answers as before: no wrong answer with 0."""
        for asked in commands:
            with self.subTest(asked=asked):
                outcome = run(self.ledger, *asked)
                if outcome.returncode == 0 and asked in self.before:
                    self.assertEqual(outcome.stdout, self.before[asked])
                else:
                    self.assertEqual(outcome.returncode, 3, outcome.stdout + outcome.stderr)

    def verify_sees_it(self):
        self.assertEqual(run(self.ledger, "audit", "verify").returncode, 1)


class AnEvent(Tampered):
    """Of one event: what reads it says so."""

    def changed(self, column, value):
        with self.file() as file:
            file.execute(f"UPDATE event SET {column} = {value} WHERE position = 6")
        self.verify_sees_it()

    def test_its_day(self):
        self.changed("occurred_on", "occurred_on + 300")
        self.end_with_3(STATUS, TIMELINE, DIGEST, TRAINED)
        self.nothing_wrong_is_told(*OF_THEM)

    def test_its_type(self):
        self.changed("type", "(SELECT key FROM type WHERE name = 'CandidateEnrolled')")
        self.end_with_3(STATUS, TIMELINE, DIGEST, TRAINED)
        self.nothing_wrong_is_told(*OF_THEM)

    def test_its_id(self):
        self.changed("id", "x'0197000000007000800000000000000a'")
        self.end_with_3(STATUS, TIMELINE, BY_SUBJECT, DIGEST, TRAINED)

    def test_its_bytes(self):
        with self.file() as file:
            file.set(6, "bytes", canonical({**file.event(6), "recordedBy": "clerk:9"}))
        self.verify_sees_it()
        self.end_with_3(STATUS, TIMELINE, DIGEST, BY_SUBJECT, ("log",), TRAINED)
        self.again()
        with self.file() as file:
            told = file.event(6)
            file.set(6, "bytes", canonical({**told, "data": {**told["data"], "site": "premises"}}))
        self.end_with_3(STATUS, TIMELINE, DIGEST, TRAINED)

    def test_its_bytes_and_its_day_together(self):
        with self.file() as file:
            file.set(6, "occurred_on", file.value(
                "SELECT occurred_on + 1 FROM event WHERE position = 6"))
            file.set(6, "bytes", canonical({**file.event(6), "occurredOn": "2021-02-02"}))
        self.end_with_3(STATUS, TIMELINE, DIGEST, TRAINED)
        self.nothing_wrong_is_told(*OF_THEM)


class ATag(Tampered):
    def test_of_another_added(self):
        with self.file() as file:
            file.execute(
                "INSERT INTO tag SELECT (SELECT key FROM subject WHERE name = 'candidacy:D1'),"
                " type, position FROM event WHERE position = 7")
        self.verify_sees_it()
        self.end_with_3(TIMELINE, BY_SUBJECT, STATUS, TRAINED)

    def test_subjects_whose_names_are_exchanged(self):
        for kind, one, two in (("candidacy", "D1", "D2"), ("candidate", "P1", "P2")):
            with self.file() as file:
                for old, new in ((one, "X"), (two, one), ("X", two)):
                    file.execute("UPDATE subject SET name = ? WHERE name = ?",
                                 (f"{kind}:{new}", f"{kind}:{old}"))
            self.verify_sees_it()
            asked = (STATUS, TIMELINE, BY_SUBJECT, TRAINED) if kind == "candidacy" else (
                CANDIDATE, ("timeline", "candidate:P1"), ERASED)
            self.end_with_3(*asked)
            self.again()

    def test_removed_is_seen_by_verify_alone(self):
        with self.file() as file:
            file.execute(
                "DELETE FROM tag WHERE position = 6 AND subject ="
                " (SELECT key FROM subject WHERE name = 'candidacy:D1')")
        self.assertEqual(run(self.ledger, *STATUS).returncode, 0)
        self.verify_sees_it()


class TheSchema(Tampered):
    """Who writes looks at it first."""

    def test_a_trigger_dropped_or_added_or_a_view(self):
        for text in (
                "DROP TRIGGER event_is_not_changed",
                "DROP TRIGGER subject_is_added_in_order",
                "CREATE TRIGGER other BEFORE INSERT ON tag BEGIN SELECT RAISE(IGNORE); END",
                "CREATE TRIGGER other AFTER INSERT ON event BEGIN SELECT 1; END",
                "CREATE VIEW people AS SELECT * FROM subject",
                "DROP INDEX event_by_day",
                "CREATE TABLE note (text)"):
            with self.subTest(text=text):
                self.again()
                with sqlite3.connect(self.ledger) as database:
                    database.execute(text)
                database.close()
                self.verify_sees_it()
                self.writers_end_with_3()

    def test_a_trigger_that_was_changed(self):
        with sqlite3.connect(self.ledger) as database:
            database.execute("DROP TRIGGER event_is_not_changed")
            database.execute("CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event"
                             " BEGIN SELECT 1; END")
        database.close()
        self.writers_end_with_3()


class WhatWasSigned(Tampered):
    """Nothing is added to, or copied from, a log that its own notes contradict."""

    def is_stopped(self):
        self.verify_sees_it()
        self.writers_end_with_3()
        for asked in self.copies():
            with self.subTest(asked=asked):
                outcome = self.stops(3, *asked)
                self.assertEqual(outcome.stdout, "")
        self.assertFalse((self.folder / "backup").exists())
        self.assertFalse((self.folder / "copy.jsonl").exists())
        self.assertEqual([name.name for name in self.folder.iterdir() if ".part" in name.name], [])

    def test_the_tail_cut_below_it(self):
        with self.file() as file:
            file.cut(4)
        self.is_stopped()

    def test_the_tail_cut_behind_it_is_seen_by_no_one(self):
        with self.file() as file:
            file.cut(5)
        self.done("audit", "verify")
        self.imported(enrolment(9))

    def test_an_event_and_every_hash_rewritten(self):
        with self.file() as file:
            file.rewrite(5, recordedBy="clerk:9")
        self.is_stopped()

    def test_an_event_after_it_rewritten_is_seen_by_no_one(self):
        with self.file() as file:
            file.rewrite(6, recordedBy="clerk:9")
        self.done("audit", "verify")
        self.imported(enrolment(9))

    def test_a_log_that_holds_is_written_to_and_copied(self):
        for asked in (*self.writers(), *self.copies()):
            with self.subTest(asked=asked):
                self.done(*asked)
        self.done("audit", "verify")
        self.done("audit", "checkpoint")


if __name__ == "__main__":
    unittest.main()
