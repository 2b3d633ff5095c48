"""Exact copies of a ledger, from outside: export and restore, whole, damaged and forged.

Reads the program's path from $ACQUIS.
"""

import base64
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import unittest

from copies import Copies, leaves, signed
from test_command_line import ACQUIS, ENROLMENT, REGISTRATION, WITHDRAWAL, line, root_of


class Exports(Copies):
    def vkey(self):
        return self.run_acquis("audit", "key").stdout.strip()

    def test_a_restored_copy_is_the_same_ledger(self):
        self.demo()
        outcome = self.restore(self.export())
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("No checkpoint vouches", outcome.stdout)
        self.same(self.ledger, self.other)
        again = self.run_acquis("export", "jsonl", text=False, ledger=self.other).stdout
        # The key stays with the ledger that signs: but for it the copies are the same.
        keyless = re.sub(rb'"keys":\[[^]]*\]', b'"keys":[]', self.export())
        self.assertEqual(again, keyless)

    def test_the_copy_is_the_printed_log_and_its_end(self):
        self.demo()
        copy = self.export()
        printed = self.run_acquis("log", text=False).stdout
        self.assertTrue(copy.startswith(printed))
        end = json.loads(copy[len(printed):])["end"]
        self.assertEqual(base64.b64decode(end["root"]), root_of(leaves(copy)))
        self.assertEqual((end["size"], end["keys"]), (len(leaves(copy)), [self.vkey()]))
        for text in copy[len(printed):].splitlines():
            self.assertFalse(text.startswith(b'{"position":'))

    def test_an_empty_ledger_and_one_of_few_events(self):
        self.assertEqual(self.run_acquis("init", "--empty").returncode, 0)
        self.assertEqual(self.restore(self.export()).returncode, 0)
        self.same(self.ledger, self.other)

    def test_nobody_and_no_key_stands_in_a_copy(self):
        self.init()
        self.assertEqual(self.import_events(REGISTRATION, ENROLMENT, WITHDRAWAL).returncode, 0)
        copy = self.export()
        self.assertNotIn(b"secret", copy.lower())
        master = (self.folder / "test.ledger.master").read_text().strip()
        self.assertNotIn(master.encode(), copy)
        with sqlite3.connect(f"{self.ledger}.vault") as vault:
            for wrapped, in vault.execute("SELECT wrapped FROM person_key"):
                self.assertNotIn(base64.b64encode(wrapped), copy)

    def test_into_a_file_whole_and_never_over_another(self):
        self.demo()
        outcome = self.run_acquis("export", "jsonl", "--to", str(self.file), "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(self.file.read_bytes(), self.export())
        told = json.loads(outcome.stdout)
        self.assertEqual(told["size"], len(leaves(self.export())))
        self.refused(
            self.run_acquis("export", "jsonl", "--to", str(self.file)), 2, "copy.jsonl", "already")
        self.assertEqual(self.file.read_bytes(), self.export())

    def test_formats_that_are_not_there(self):
        self.init()
        self.refused(self.run_acquis("export", "xml"), 2, "xml", "jsonl")
        self.refused(self.run_acquis("export"), 2, "FORMAT")
        self.refused(self.run_acquis("export", "jsonl", ledger=self.other), 3, "other.ledger")

    def test_an_export_of_a_damaged_ledger_fails(self):
        self.demo()
        with sqlite3.connect(self.ledger) as database:
            for name, in database.execute(
                    "SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                database.execute(f'DROP TRIGGER "{name}"')
            database.execute(
                "UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"recordedBy\":\"',"
                " '\"recordedBy\":\"x') AS BLOB) WHERE position = 20")
        outcome = self.run_acquis("export", "jsonl", "--to", str(self.file))
        self.refused(outcome, 3, "damaged", "position 20")
        self.assertFalse(self.file.exists())

    def test_what_cannot_be_written_is_told(self):
        self.demo()
        with open("/dev/full", "wb") as full:
            outcome = subprocess.run(
                [ACQUIS, "export", "jsonl", "--ledger", str(self.ledger)],
                stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(outcome.returncode, 3, outcome.stderr)


class Restorations(Copies):
    def setUp(self):
        super().setUp()
        self.init()
        self.import_events(REGISTRATION, ENROLMENT, WITHDRAWAL)
        self.assertEqual(
            self.run_acquis("annul", self.last_id(), "--reason", "x").returncode, 0)
        self.copy = self.export()
        self.lines = self.copy.splitlines(keepends=True)

    def last_id(self):
        return json.loads(self.run_acquis("log").stdout.splitlines()[-1])["id"]

    def bad(self, content, status, *words):
        self.refused(self.restore(content), status, "copy.jsonl", *words)
        self.nothing_left()

    def changed(self, number, old, new):
        lines = list(self.lines)
        self.assertIn(old, lines[number - 1])
        lines[number - 1] = lines[number - 1].replace(old, new, 1)
        return b"".join(lines)

    def rewritten(self, *events):
        """A copy of these lines, whose end is right."""
        copy = b"".join(events)
        root = base64.b64encode(root_of(leaves(copy))).decode()
        end = {"end": {"format": 1, "keys": [], "root": root, "size": len(events)}}
        return copy + json.dumps(end, separators=(",", ":")).encode() + b"\n"

    def test_a_rewritten_copy_is_taken(self):
        outcome = self.restore(self.rewritten(*self.lines[:-1]))
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.same(self.ledger, self.other)

    def test_a_cut_file(self):
        self.bad(self.copy[:-1], 2, ":7", "cut")
        self.bad(b"".join(self.lines[:-1]), 2, ":7", "cut")
        self.bad(b"".join(self.lines[:3]), 2, ":4", "cut")
        self.bad(b"".join(self.lines)[:-200], 2, "cut")
        self.bad(b"", 2, ":1", "cut")
        self.bad(b"\n", 2, ":1")

    def test_a_changed_byte(self):
        self.bad(self.changed(4, b'"D1"', b'"D2"'), 1, "root")
        self.bad(self.changed(4, b'"D1"', b'"D 1"'), 2, ":4", "data.candidacy")
        self.bad(self.changed(4, b'"type":', b'"type": '), 2, ":4")
        self.bad(self.changed(4, b"Z", b"X"), 2, ":4", "recordedAt")
        self.bad(self.changed(4, b'"schema":1', b'"schema":2'), 2, ":4", "schema")
        self.bad(self.changed(3, b"CandidateRegistered", b"CandidateRegistrated"), 2, ":3")
        self.bad(self.changed(3, b'"sealed":1', b'"sealed":2'), 2, ":3")

    def test_a_fact_is_not_known_before_its_day(self):
        event = self.lines[3].replace(b"2021-01-11", b"9021-01-11")
        self.bad(self.rewritten(*self.lines[:3], event), 2, ":4", "occurredOn")

    def test_swapped_lost_and_doubled_lines(self):
        lines = self.lines
        self.bad(b"".join([lines[0], lines[2], lines[1], *lines[3:]]), 2, ":2", "position 2")
        self.bad(b"".join(lines[:2] + lines[3:]), 2, ":3", "position 3")
        self.bad(b"".join(lines[:3] + lines[2:]), 2, ":4", "position 4")
        self.bad(self.copy + lines[-1], 2, ":8", "follows")
        self.bad(self.copy + b"\n", 2, ":8", "follows")

    def test_what_a_ledger_would_never_have_taken_in(self):
        lines = self.lines
        doubled = lines[3].replace(b'"position":4', b'"position":5')
        self.bad(self.rewritten(*lines[:4], doubled), 2, ":5", "position 4")
        earlier = re.sub(rb'"recordedAt":"\d{4}', b'"recordedAt":"1999', lines[3])
        self.bad(self.rewritten(*lines[:3], earlier), 2, ":4", "recordedAt")
        annulment = lines[5].replace(b'"position":6', b'"position":4')
        self.bad(self.rewritten(*lines[:3], annulment), 2, ":4", "data.event")
        others = lines[5].replace(b'"subjects":["candidacy:D1"', b'"subjects":["candidacy:D2"')
        self.assertNotEqual(others, lines[5])
        self.bad(self.rewritten(*lines[:5], others), 2, ":6", "data.subjects")

    def test_other_encodings(self):
        self.bad(b"\xef\xbb\xbf" + self.copy, 2, ":1", "byte-order mark")
        self.bad(self.copy.decode().encode("utf-16"), 2, ":1")
        self.bad(self.copy.decode().encode("latin-1", "replace"), 2, "copy.jsonl:")
        self.bad(self.copy.replace(b"\n", b"\r\n"), 2, ":1")

    def test_a_line_without_end(self):
        self.bad(b'{"position":1,' + b"x" * (5 << 20), 2, ":1", "longer")
        self.bad(b'{"position":1,"data":"' + b"x" * 70_000 + b'"}\n', 2, ":1")

    def test_what_is_no_copy(self):
        self.bad(line(ENROLMENT).encode(), 2, ":1")
        self.bad(pathlib.Path(self.ledger).read_bytes(), 2, "copy.jsonl")
        self.refused(
            self.run_acquis("restore", str(self.folder / "none.jsonl"), ledger=self.other), 2,
            "none.jsonl")
        self.refused(self.run_acquis("restore", str(self.folder), ledger=self.other), 2)
        self.nothing_left()

    def test_never_onto_a_ledger_or_beside_its_journal(self):
        root = self.run_acquis("log", "--root").stdout
        self.file.write_bytes(self.copy)
        self.refused(self.run_acquis("restore", str(self.file)), 3, "already")
        self.assertEqual(self.run_acquis("log", "--root").stdout, root)
        journal = self.folder / "other.ledger-wal"
        journal.write_bytes(b"of another file")
        self.refused(self.restore(self.copy), 3, "other.ledger-wal", "already")
        journal.unlink()
        self.nothing_left()

    def test_without_a_vault_all_is_answered_but_sealed_texts(self):
        self.assertEqual(self.restore(self.copy).returncode, 0)
        self.assertFalse((self.folder / "other.ledger.vault").exists())
        told = self.run_acquis("status", "D1", "--json", ledger=self.other)
        self.assertEqual(json.loads(told.stdout)["candidacy"], "D1")
        self.refused(self.run_acquis("candidates", "--name", "nom", ledger=self.other), 3, ".vault")
        self.refused(self.import_events({**REGISTRATION, "occurredOn": "2021-01-12"},
                                        ledger=self.other), 3, ".vault")
        for name in ("vault", "master"):
            shutil.copy(f"{self.ledger}.{name}", f"{self.other}.{name}")
        self.assertIn(
            "D1", self.run_acquis("candidates", "--name", "nomsecret", ledger=self.other).stdout)

    def test_a_vault_that_lies_there_is_used_and_never_removed(self):
        for name in ("vault", "master"):
            shutil.copy(f"{self.ledger}.{name}", f"{self.other}.{name}")
        before = (self.folder / "other.ledger.vault").read_bytes()
        self.assertEqual(self.restore(self.copy[:-1]).returncode, 2)
        self.assertEqual((self.folder / "other.ledger.vault").read_bytes(), before)
        self.assertFalse(self.other.exists())
        outcome = self.restore(self.copy, "--new-vault")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual((self.folder / "other.ledger.vault").read_bytes(), before)
        self.assertIn(
            "D1", self.run_acquis("candidates", "--name", "nomsecret", ledger=self.other).stdout)

    def test_a_new_vault_where_one_is_asked_for(self):
        self.assertEqual(self.restore(self.copy[:-1], "--new-vault").returncode, 2)
        self.nothing_left()
        self.assertEqual(self.restore(self.copy, "--new-vault").returncode, 0)
        person = {**REGISTRATION, "data": {**REGISTRATION["data"], "candidate": "P2"}}
        self.assertEqual(self.import_events(person, ledger=self.other).returncode, 0)

    def test_from_standard_input(self):
        outcome = self.run_acquis("restore", "-", ledger=self.other, input=self.copy.decode())
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.same(self.ledger, self.other)


@unittest.skipUnless(shutil.which("openssl"), "needs openssl to sign a checkpoint")
class KeptNotesThatAreNone(Copies):
    """No copy is made of a ledger whose signed checkpoints cannot be read: they may be elsewhere."""

    def setUp(self):
        super().setUp()
        self.init()
        self.signed = self.folder / "test.ledger.signed"
        self.place = self.folder / "place"

    def is_refused(self, *words):
        for command in (["export", "jsonl"], ["backup", str(self.place)]):
            outcome = self.run_acquis(*command, "--lang", "en")
            self.assertEqual(outcome.returncode, 3, (command, outcome.stderr))
            self.assertEqual(outcome.stdout, "")
            for word in words:
                self.assertIn(word, outcome.stderr)
        self.assertFalse(self.place.exists() and any(self.place.iterdir()))

    def test_a_link_to_nowhere(self):
        self.signed.symlink_to(self.folder / "not mounted")
        self.is_refused(".signed")

    def test_a_folder(self):
        self.signed.mkdir()
        self.is_refused(".signed")

    def test_a_file_of_forty_gigabytes(self):
        with open(self.signed, "wb") as file:
            file.truncate(40 << 30)
        self.is_refused(".signed")

    def test_a_note_that_is_none_is_named_by_its_number(self):
        self.signed.write_text("one\n\n\u2014 two\n")
        self.is_refused("checkpoint 1")

    def test_keys_by_a_link_to_nowhere(self):
        note = self.run_acquis("audit", "checkpoint")
        self.assertEqual(note.returncode, 0, note.stderr)
        keys = self.folder / "test.ledger.vkeys"
        keys.unlink()
        keys.symlink_to(self.folder / "not mounted")
        outcome = self.run_acquis("backup", str(self.place))
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.assertFalse(self.place.exists() and any(self.place.iterdir()))


class Targets(Copies):
    def test_a_ledger_that_is_not_there_is_said_before_the_target_is(self):
        self.file.write_text("kept")
        outcome = self.run_acquis(
            "export", "jsonl", "--to", str(self.file), "--lang", "en", ledger=self.other)
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.assertIn("there is no ledger here", outcome.stderr)
        self.assertEqual(self.file.read_text(), "kept")


class Checkpoints(Copies):
    def setUp(self):
        super().setUp()
        self.demo()
        self.events = leaves(self.export())
        self.key = ""
        self.notes = [self.note(size) for size in (0, 2, 17, len(self.events))]

    def note(self, size, events=None):
        note, self.key = signed(size, root_of((events or self.events)[:size]), self.folder)
        return note

    def put(self, *notes):
        """Notes of another key, as a ledger has them that lost its own."""
        for suffix in ("signing", "vkeys"):
            (self.folder / f"test.ledger.{suffix}").unlink(missing_ok=True)
        (self.folder / "test.ledger.signed").write_text("\n".join(notes))

    def given(self, note):
        (self.folder / "given.note").write_text(note)
        return "--against", str(self.folder / "given.note")

    def forged(self):
        """A copy whose events and end are changed together: only a checkpoint shows it."""
        copy = self.export()
        lines = copy.splitlines(keepends=True)
        lines[9] = re.sub(rb'"recordedBy":"[^"]*"', b'"recordedBy":"x:1"', lines[9])
        root = base64.b64encode(root_of(leaves(b"".join(lines)))).decode().encode()
        lines[-1] = re.sub(rb'"root":"[^"]*"', b'"root":"' + root + b'"', lines[-1])
        return b"".join(lines)

    def test_they_go_with_the_copy_and_are_kept(self):
        self.put(*self.notes)
        copy = self.export()
        told = [json.loads(text)["checkpoint"] for text in copy.decode().splitlines()
                if text.startswith('{"checkpoint"')]
        self.assertEqual(told, self.notes)
        outcome = self.restore(copy, "--key", self.key, "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        answer = json.loads(outcome.stdout)
        self.assertEqual((answer["checkpoints"], answer["keys"]), (4, "given"))
        self.same(self.ledger, self.other)
        kept = self.folder / "other.ledger.signed"
        self.assertEqual(kept.read_text(), "\n".join(self.notes))
        self.assertEqual(kept.stat().st_mode & 0o077, 0)

    def test_without_a_key_they_hold_but_nobody_signs(self):
        self.put(*self.notes)
        outcome = self.restore(self.export())
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("not verified", outcome.stdout)

    def test_a_key_of_the_copy_is_no_more_than_the_copy(self):
        self.put(*self.notes)
        copy = self.export().replace(b'"keys":[]', f'"keys":["{self.key}"]'.encode())
        outcome = self.restore(copy)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("that the copy states", outcome.stdout)
        for file in self.folder.glob("other.ledger*"):
            file.unlink()
        (self.folder / "signer.pem").unlink()
        kept = self.note(2)
        self.refused(self.restore(copy, *self.given(kept)), 1)
        self.nothing_left()

    def test_a_forged_copy_is_shown_by_any_checkpoint(self):
        self.put()
        self.assertEqual(self.restore(self.forged()).returncode, 0)
        self.other.unlink()
        for note in self.notes[2:]:
            self.refused(
                self.restore(self.forged(), *self.given(note), "--key", self.key), 1, "signed")
            self.nothing_left()
            self.put(note)
            self.refused(self.restore(self.forged()), 1, "signed")
            self.refused(self.restore(self.forged(), "--key", self.key), 1, "signed")
            self.nothing_left()
            self.put()
        # What was signed before the forgery says nothing of it.
        outcome = self.restore(self.forged(), *self.given(self.notes[1]), "--key", self.key)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)

    def test_a_shorter_copy_does_not_continue_a_longer_log(self):
        longer = self.note(len(self.events) + 1, self.events + [b"{}"])
        self.refused(
            self.restore(self.export(), *self.given(longer), "--key", self.key), 1,
            str(len(self.events) + 1))
        self.nothing_left()

    def test_a_note_that_is_not_believed(self):
        note, key = self.notes[3], self.key
        (self.folder / "signer.pem").unlink()
        self.note(1)
        self.assertNotEqual(self.key, key)
        for words in (
                (*self.given(note), "--key", self.key),
                (*self.given(note.replace("acquis.example/test\n", "acquis.example/tent\n", 1)),
                 "--key", key)):
            self.refused(self.restore(self.export(), *words), 1)
        self.refused(self.restore(self.export(), "--key", key), 1, "--key")
        self.put(note)
        self.refused(self.restore(self.export(), "--key", self.key), 1)
        self.nothing_left()

    def test_wrong_calls(self):
        self.refused(self.restore(self.export(), "--key", "nobody"), 2, "--key")
        self.refused(self.restore(self.export(), *self.given("no note\n")), 2, "given.note")
        self.refused(
            self.restore(self.export(), "--against", str(self.folder / "none")), 2, "none")
        self.nothing_left()
