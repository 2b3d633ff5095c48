"""A ledger tampered with by someone who knows the code, and what catches it: `audit verify`, from the
file and what was signed beside it, or only `audit check`, against a checkpoint kept elsewhere.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

from tampering import canonical, leaf_hash, tampering

ACQUIS = os.environ["ACQUIS"]

LATER = [
    {"type": "CandidateEnrolled", "occurredOn": "2026-06-01", "recordedBy": "clerk:1",
     "data": {"candidacy": f"LATE-{number}", "candidate": f"LATE-{number}",
              "certification": "RNCP38052", "pathway": "apprenticeship"}}
    for number in range(8)]


def run(ledger, *words, **options):
    return subprocess.run(
        [ACQUIS, *words, "--ledger", str(ledger)], capture_output=True, text=True, timeout=120,
        check=False, env={**os.environ, "LC_ALL": "C"}, **options)


def done(ledger, *words):
    outcome = run(ledger, *words)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout


def enrol(ledger, events):
    file = ledger.with_suffix(".jsonl")
    file.write_text("".join(json.dumps(event) + "\n" for event in events))
    done(ledger, "import", str(file))


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
        return tampering(self.ledger)


class Honest(Audited):
    def test_an_honest_ledger_passes_and_nothing_is_written(self):
        before = {file.name: file.read_bytes() for file in self.folder.iterdir()}
        told = self.verified()
        self.assertEqual((told["problems"], told["checkpoints"]), ([], 2))
        self.assertEqual(told["events"], self.sizes[1] + 4)
        for note in (self.first, self.second):
            self.check_passes(note)
        self.assertEqual(before, {f.name: f.read_bytes() for f in self.folder.iterdir()})

    def test_a_state_signed_twice_is_one_checkpoint(self):
        note = done(self.ledger, "audit", "checkpoint")
        self.assertEqual(done(self.ledger, "audit", "checkpoint"), note)
        self.assertEqual(
            self.signed.read_text(), "\n".join([self.first, self.second, note]))

    def test_the_log_holds_neither_key_nor_name_of_it(self):
        key = done(self.ledger, "audit", "key")
        seed = self.folder.joinpath("test.ledger.signing").read_text().strip()
        content = self.ledger.read_bytes()
        for secret in (seed.encode(), bytes.fromhex(seed), key.split("+")[0].encode()):
            self.assertNotIn(secret, content)
        for suffix in ("signing", "signed"):
            mode = self.folder.joinpath(f"test.ledger.{suffix}").stat().st_mode
            self.assertEqual(mode & 0o077, 0, suffix)

    def test_a_ledger_older_than_its_key_is_given_one(self):
        self.folder.joinpath("test.ledger.signing").unlink()
        self.signed.unlink()
        self.verify_passes()
        self.assertFalse(self.folder.joinpath("test.ledger.signing").exists())
        key = done(self.ledger, "audit", "key")
        self.assertEqual(done(self.ledger, "audit", "key"), key)

    def test_a_key_that_signed_is_not_replaced_unseen(self):
        self.folder.joinpath("test.ledger.signing").unlink()
        for words in (["key"], ["checkpoint"], ["verify"], ["prove", "1", "--tlog-proof"]):
            outcome = run(self.ledger, "audit", *words)
            self.assertEqual((outcome.returncode, outcome.stdout), (3, ""), words)
            self.assertIn(".signing", outcome.stderr)

    def test_a_key_open_to_others_or_malformed_is_refused(self):
        key = self.folder / "test.ledger.signing"
        os.chmod(key, 0o644)
        self.assertIn("chmod 600", run(self.ledger, "audit", "key").stderr)
        os.chmod(key, 0o600)
        key.write_text("0" * 63 + "\n")
        outcome = run(self.ledger, "audit", "key")
        self.assertEqual(outcome.returncode, 3)
        self.assertNotIn("000", outcome.stderr)

    def test_wrong_calls(self):
        for status, *words in (
                (2,), (2, "verfy"), (2, "prove"), (2, "prove", "0"), (2, "prove", "x"),
                (2, "prove", "99999"), (2, "prove", "3", "--size", "2"), (2, "consistency", "3"),
                (2, "prove", "3", "--size", "99999"), (2, "consistency", "5", "3"),
                (2, "consistency", "0", "3"), (2, "consistency", "1", "99999"), (2, "check"),
                (2, "prove", "1", "--tlog-proof", "--size", "5"), (2, "verify", "x"),
                (2, "prove", "1", "--tlog-proof", "--json"), (2, "key", "--against", "x"),
                (2, "check", "--against", str(self.ledger)),
                (2, "check", "--against", str(self.folder / "none"))):
            outcome = run(self.ledger, "audit", *words)
            self.assertEqual((outcome.returncode, outcome.stdout), (status, ""), words)
        for words in (["verify"], ["key"], ["checkpoint"], ["prove", "1"]):
            outcome = run(self.folder / "none.ledger", "audit", *words)
            self.assertEqual(outcome.returncode, 3, words)
        self.assertEqual(list(self.folder.glob("none*")), [])


class TheEvents(Audited):
    """Of an event, alone or with all that hangs on it."""

    def test_the_bytes_of_an_event(self):
        with self.file() as file:
            file.set(41, "bytes", canonical({**file.event(41), "recordedBy": "clerk:9"}))
        self.verify_catches("bytes", 41)
        self.check_catches("forked", self.first)

    def test_the_bytes_and_the_hash_of_their_row(self):
        for position, found in ((41, 42), (44, 44)):
            with self.subTest(position=position):
                self.setUp()
                with self.file() as file:
                    entry = canonical({**file.event(position), "recordedBy": "clerk:9"})
                    hashes = file.value("SELECT hashes FROM event WHERE position = ?", position)
                    file.set(position, "bytes", entry)
                    file.set(position, "hashes", leaf_hash(entry) + hashes[32:])
                self.verify_catches("node", found)
                self.check_catches("forked", self.first)

    def test_a_perfect_rewrite(self):
        """What was signed beside the ledger tells it; without that the file alone cannot."""
        with self.file() as file:
            file.rewrite(41, recordedBy="clerk:9")
        self.verify_catches("forked")
        self.signature_is_refused("history was changed")
        self.signed.unlink()
        self.verify_passes()
        for note in (self.first, self.second):
            self.check_catches("forked", note)

    def test_a_perfect_rewrite_after_the_first_checkpoint(self):
        with self.file() as file:
            file.rewrite(self.sizes[1], recordedBy="clerk:9")
        self.check_passes(self.first)
        said = self.check_catches("forked", self.second)
        self.assertIn(f"positions {self.sizes[0] + 1} to {self.sizes[1]} ", said)
        self.signed.unlink()
        self.verify_passes()

    def test_a_perfect_rewrite_after_every_checkpoint_is_seen_by_no_one(self):
        with self.file() as file:
            file.rewrite(self.sizes[1] + 1, recordedBy="clerk:9")
        self.verify_passes()
        self.check_passes(self.second)

    def test_the_order_of_two_events(self):
        with self.file() as file:
            file.swap(41, 43)
        self.verify_catches("node", 42)
        with self.file() as file:
            file.rehash()
        self.verify_catches("instantDecreases", 42)
        self.check_catches("forked", self.first)

    def test_an_event_inserted(self):
        """With an instant that fits, an id of its own and every hash: a checkpoint alone tells."""
        with self.file() as file:
            for position in range(file.last(), 40, -1):
                file.move(position, position + 1)
            event = {**file.event(40), "id": "01790c5e-5c00-7000-8000-000000000001"}
            file.execute(
                "INSERT INTO event SELECT 41, ?, type, schema, occurred_on, recorded_at, hashes, ?"
                " FROM event WHERE position = 40",
                (bytes.fromhex(event["id"].replace("-", "")), canonical(event)))
            file.execute(
                "INSERT INTO tag SELECT subject, type, 41 FROM tag WHERE position = 40")
            file.rehash()
        self.verify_catches("forked")
        self.signature_is_refused("history was changed")
        self.signed.unlink()
        self.verify_passes()
        self.check_catches("forked", self.first)

    def test_an_event_taken_out(self):
        with self.file() as file:
            file.execute("DELETE FROM event WHERE position = 41")
        self.verify_catches("missing", 41)
        self.check_catches("forked", self.first)

    def test_the_clock_turned_back(self):
        with self.file() as file:
            file.set(42, "recorded_at", file.value(
                "SELECT recorded_at FROM event WHERE position = 40"))
            file.rewrite(42, recordedAt=file.event(40)["recordedAt"])
        self.verify_catches("instantDecreases", 42)

    def test_an_event_that_occurs_after_the_day_of_its_recording(self):
        with self.file() as file:
            file.set(41, "occurred_on", file.value(
                "SELECT occurred_on + 1000 FROM event WHERE position = 41"))
            days = "date((SELECT occurred_on FROM event WHERE position = 41) * 86400, 'unixepoch')"
            file.rewrite(41, occurredOn=file.value(f"SELECT {days}"))
        self.verify_catches("notYet", 41)

    def test_an_id_that_stands_twice(self):
        with self.file() as file:
            text = file.value("SELECT sql FROM sqlite_schema WHERE name = 'event'")
            rows = file.execute("SELECT * FROM event").fetchall()
            file.execute("DROP TABLE event")
            file.execute(text.replace("UNIQUE ", ""))
            for row in rows:
                file.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            file.set(41, "id", file.value("SELECT id FROM event WHERE position = 20"))
            file.rewrite(41, id=file.event(20)["id"])
        self.verify_catches("idRepeated", 41)
        self.verify_catches("schema", None, among=1)

    def test_the_schema_of_an_event(self):
        with self.file() as file:
            file.set(41, "schema", 2)
        self.verify_catches("schema", 41)
        with self.file() as file:
            file.rewrite(41, schema=2)
        self.verify_catches("unreadable", 41)

    def test_an_event_of_an_unknown_type(self):
        with self.file() as file:
            file.execute("INSERT INTO type VALUES (900, 'CandidateHired')")
            file.set(41, "type", 900)
            file.execute("UPDATE tag SET type = 900 WHERE position = 41")
            file.rewrite(41, type="CandidateHired")
        self.verify_catches("unreadable", 41)
        self.assertIn("CandidateHired", run(self.ledger, "audit", "verify").stderr)

    def test_the_tail_cut(self):
        """What a checkpoint covers is missed; what came since can be cut unseen."""
        with self.file() as file:
            file.cut(self.sizes[1])
        self.verify_passes()
        self.check_passes(self.second)
        with self.file() as file:
            file.cut(self.sizes[1] - 1)
        self.verify_catches("shrunk")
        self.signature_is_refused("events are missing")
        self.check_passes(self.first)
        self.check_catches("shrunk", self.second)
        self.signed.unlink()
        self.verify_passes()
        self.check_catches("shrunk", self.second)


class BesideTheBytes(Audited):
    """Of what stands beside the bytes, and of the file. A checkpoint signs the bytes alone: `check`
    passes."""

    def tearDown(self):
        self.check_passes(self.second)

    def test_a_node(self):
        with self.file() as file:
            hashes = file.value("SELECT hashes FROM event WHERE position = 64")
            file.set(64, "hashes", hashes[:96] + bytes(32) + hashes[128:])
        self.verify_catches("node", 64)

    def test_a_node_too_many(self):
        with self.file() as file:
            hashes = file.value("SELECT hashes FROM event WHERE position = 64")
            file.set(64, "hashes", hashes + bytes(32))
        self.verify_catches("node", 64)

    def test_a_column(self):
        for column, name, change in (
                ("occurred_on", "occurredOn", "occurred_on - 1"),
                ("recorded_at", "recordedAt", "recorded_at - 1"), ("type", "type", "type % 5 + 1"),
                ("schema", "schema", "schema + 1"), ("id", "id", "randomblob(16)")):
            with self.subTest(column=column):
                self.setUp()
                with self.file() as file:
                    file.execute(f"UPDATE event SET {column} = {change} WHERE position = 41")
                self.verify_catches(name, 41)
                self.check_passes(self.first)

    def test_a_tag_removed(self):
        with self.file() as file:
            file.execute("DELETE FROM tag WHERE position = 41")
        self.verify_catches("tagMissing", 41)

    def test_a_tag_added(self):
        for position in (41, 0, 10_000):
            with self.subTest(position=position):
                self.setUp()
                with self.file() as file:
                    file.execute("INSERT INTO subject VALUES (90000, 'candidate:NOBODY')")
                    file.execute(
                        "INSERT INTO tag SELECT 90000, type, ? FROM event WHERE position = 41",
                        (position,))
                self.verify_catches("tagTooMany", position or 1)

    def test_a_tag_moved(self):
        with self.file() as file:
            file.execute("DELETE FROM tag WHERE position = 44")
            file.execute("UPDATE tag SET position = 44 WHERE position = 43")
        self.verify_catches("tagMissing", 43)

    def test_a_tag_of_another_type(self):
        with self.file() as file:
            file.execute("UPDATE tag SET type = type % 5 + 1 WHERE position = 41")
        self.verify_catches("tagTooMany", 41)

    def test_a_subject_of_another_name(self):
        with self.file() as file:
            file.execute(
                "UPDATE subject SET name = 'candidate:OTHER' WHERE key ="
                " (SELECT min(subject) FROM tag WHERE position = 41)")
        self.assertEqual(self.verified()["problems"][0]["problem"], "tagTooMany")

    def test_a_trigger_dropped_changed_or_added(self):
        for text in ("DROP TRIGGER event_is_not_changed", "DROP INDEX event_by_day",
                     "CREATE TABLE note (text)", "CREATE INDEX other ON event (schema)",
                     "CREATE TRIGGER other BEFORE INSERT ON tag BEGIN SELECT 1; END"):
            with self.subTest(text=text):
                self.setUp()
                with sqlite3.connect(self.ledger) as database:
                    database.execute(text)
                database.close()
                self.verify_catches("schema")
        self.setUp()
        with sqlite3.connect(self.ledger) as database:
            database.execute("DROP TRIGGER event_is_not_changed")
            database.execute(
                "CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event BEGIN SELECT 1; END")
        database.close()
        self.verify_catches("schema")

    def test_an_index_that_does_not_tell_what_its_table_does(self):
        """The event is moved in the index by type while the index is forgotten by the schema."""
        row = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = ?"

        def change(*statements):
            database = sqlite3.connect(self.ledger, isolation_level=None)
            database.execute("PRAGMA writable_schema = ON")
            for statement in statements:
                database.execute(*statement)
            database.close()

        with self.file() as file:
            kind = file.value("SELECT type FROM event WHERE position = 41")
            index = file.execute(row, ("event_by_type",)).fetchone()
            file.set(41, "type", kind % 5 + 1)
        change(["DELETE FROM sqlite_schema WHERE name = 'event_by_type'"])
        with self.file() as file:
            file.set(41, "type", kind)
        change(["INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", index])
        self.verify_catches("file")


class WhatWasSigned(Audited):
    def test_a_stored_checkpoint_changed(self):
        for old, new in (
                (f"\n{self.sizes[0]}\n", f"\n{self.sizes[0] - 1}\n"), ("acquis/", "acquit/"),
                ("— ", "- "), ("\n\n", "\n")):
            with self.subTest(old=old):
                self.setUp()
                text = self.signed.read_text()
                self.assertIn(old, text)
                self.signed.write_text(text.replace(old, new, 1))
                problems = [told["problem"] for told in self.verified()["problems"]]
                self.assertIn(problems[0], ("notGenuine", "foreignKey"))

    def test_the_last_signed_state_changed_stops_the_signing(self):
        self.signed.write_text(
            self.signed.read_text().replace(f"\n{self.sizes[1]}\n", f"\n{self.sizes[0]}\n"))
        self.verify_catches("notGenuine")
        self.signature_is_refused("altered")

    def test_the_files_of_two_ledgers_mixed(self):
        elsewhere = pathlib.Path(tempfile.mkdtemp(prefix="acquis-audit-"))
        self.addCleanup(shutil.rmtree, elsewhere, ignore_errors=True)
        other = elsewhere / "other.ledger"
        done(other, "demo", "--events", "150", "--seed", "2")
        enrol(other, LATER)
        self.check_catches("foreignKey", done(other, "audit", "checkpoint"))
        for suffix, reasons in (
                ("", {"forked", "shrunk"}), (".signing", {"foreignKey"}),
                (".signed", {"foreignKey"})):
            with self.subTest(suffix=suffix):
                self.setUp()
                shutil.copy(f"{other}{suffix}", f"{self.ledger}{suffix}")
                problems = {told["problem"] for told in self.verified()["problems"]}
                self.assertTrue(problems and problems <= reasons, problems)
                self.assertEqual(run(self.ledger, "audit", "checkpoint").returncode, 1)

    def test_a_fork_signed_again_with_the_stolen_key(self):
        """The thief leaves nothing that tells: who kept an older checkpoint sees it."""
        with self.file() as file:
            file.rewrite(41, recordedBy="clerk:9")
        self.signature_is_refused("history was changed")
        self.signed.unlink()
        forged = done(self.ledger, "audit", "checkpoint")
        self.verify_passes()
        self.check_passes(forged)
        for note in (self.first, self.second):
            self.check_catches("forked", note)

    def test_a_node_changed_above_what_was_signed_stops_the_signing(self):
        """The root at the signed size is the same, and the new one is not made of it."""
        level = self.sizes[1].bit_length()
        width = 1 << level
        enrol(self.ledger, [
            {**LATER[0], "data": {**LATER[0]["data"], "candidacy": f"MORE-{number}"}}
            for number in range(width - self.sizes[1])])
        with self.file() as file:
            hashes = file.value("SELECT hashes FROM event WHERE position = ?", width)
            file.set(width, "hashes", hashes[:32 * level] + bytes(32))
        self.verify_catches("node", width)
        self.signature_is_refused("history was changed")

    def test_a_checkpoint_with_another_signature_or_none(self):
        text, _, signature = self.first.partition("\n\n")
        for note, reason in (
                (self.first.replace(f"\n{self.sizes[0]}\n", "\n1\n"), "notGenuine"),
                (self.first.replace("— acquis/", "— acquit/"), "foreignKey"),
                (self.second.partition("\n\n")[0] + "\n\n" + signature, "notGenuine")):
            self.check_catches(reason, note)
        for note in (text, "", "x" * 100, self.first.strip()):
            self.assertEqual(self.check(note).returncode, 2)

    def test_the_number_of_the_format(self):
        for number in (0, 2):
            with sqlite3.connect(self.ledger) as database:
                database.execute(f"PRAGMA user_version = {number}")
            database.close()
            outcome = run(self.ledger, "audit", "verify")
            self.assertEqual((outcome.returncode, outcome.stdout), (3, ""))


if __name__ == "__main__":
    unittest.main()
