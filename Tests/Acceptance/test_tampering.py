"""A ledger tampered with by someone who knows the code, and what catches it: `audit verify`, from the
file and what was signed beside it, or only `audit check`, against a checkpoint kept elsewhere.
"""

import sqlite3
import unittest

from audited import Audited, run
from tampering import canonical, leaf_hash


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


if __name__ == "__main__":
    unittest.main()
