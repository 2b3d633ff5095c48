"""Copies of a ledger, from outside: export, restore, backup; whole, damaged, and while others write.

Reads the program's path from $ACQUIS.
"""

import base64
import hashlib
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import threading
import time
import unittest

import test_command_line
from test_command_line import ENROLMENT, REGISTRATION, WITHDRAWAL, line, root_of

QUESTIONS = (["log"], ["log", "--root"], ["replay", "--digest"])


def leaves(copy):
    """The canonical bytes of each event of a copy."""
    return [b"{" + text.split(b",", 1)[1] for text in copy.splitlines()
            if text.startswith(b'{"position":')]


def signed(size, root, folder, name="acquis.example/test"):
    """A checkpoint signed by a new key (C2SP signed-note), and the key that verifies it."""
    secret = folder / "signer.pem"
    if not secret.exists():
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", secret], check=True)
    public = subprocess.run(
        ["openssl", "pkey", "-in", secret, "-pubout", "-outform", "DER"], check=True,
        capture_output=True).stdout[-32:]
    key = hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]
    text = f"{name}\n{size}\n{base64.b64encode(root).decode()}\n"
    (folder / "text").write_text(text)
    signature = subprocess.run(
        ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", secret, "-in", folder / "text"],
        check=True, capture_output=True).stdout
    note = f"{text}\n— {name} {base64.b64encode(key + signature).decode()}\n"
    return note, f"{name}+{key.hex()}+{base64.b64encode(bytes([1]) + public).decode()}"


class Copies(test_command_line.CommandLine):
    def setUp(self):
        super().setUp()
        self.other = self.folder / "other.ledger"
        self.file = self.folder / "copy.jsonl"

    def demo(self):
        self.assertEqual(self.run_acquis("demo", "--events", "300").returncode, 0)

    def export(self):
        outcome = self.run_acquis("export", "jsonl", text=False)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(outcome.stderr, b"")
        return outcome.stdout

    def restore(self, content, *words):
        self.file.write_bytes(content)
        return self.run_acquis("restore", str(self.file), *words, ledger=self.other)

    def same(self, one, two):
        for words in QUESTIONS:
            answers = [self.run_acquis(*words, ledger=ledger) for ledger in (one, two)]
            self.assertEqual([answer.returncode for answer in answers], [0, 0])
            self.assertEqual(answers[0].stdout, answers[1].stdout, words)

    def nothing_left(self):
        left = [file.name for file in self.folder.iterdir() if file.name.startswith("other")]
        self.assertEqual(left, [])


class Exports(Copies):
    def test_a_restored_copy_is_the_same_ledger(self):
        self.demo()
        outcome = self.restore(self.export())
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("No checkpoint vouches", outcome.stdout)
        self.same(self.ledger, self.other)
        again = self.run_acquis("export", "jsonl", text=False, ledger=self.other).stdout
        self.assertEqual(again, self.export())

    def test_the_copy_is_the_printed_log_and_its_end(self):
        self.demo()
        copy = self.export()
        printed = self.run_acquis("log", text=False).stdout
        self.assertTrue(copy.startswith(printed))
        end = json.loads(copy[len(printed):])["end"]
        self.assertEqual(base64.b64decode(end["root"]), root_of(leaves(copy)))
        self.assertEqual((end["size"], end["keys"]), (len(leaves(copy)), []))
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
        for name in ("cloudevents", "csv", "cpf"):
            self.refused(self.run_acquis("export", name), 2, name, "not written yet")
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
        self.refused(outcome, 3, "damaged", "root")
        self.assertFalse(self.file.exists())

    def test_what_cannot_be_written_is_told(self):
        self.demo()
        with open("/dev/full", "wb") as full:
            outcome = subprocess.run(
                [test_command_line.ACQUIS, "export", "jsonl", "--ledger", str(self.ledger)],
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
        (self.folder / "test.ledger.signed").write_text("".join(notes))

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
        self.assertEqual((answer["checkpoints"], answer["signed"]), (4, True))
        self.same(self.ledger, self.other)
        self.assertEqual((self.folder / "other.ledger.signed").read_text(), "".join(self.notes))

    def test_without_a_key_they_hold_but_nobody_signs(self):
        self.put(*self.notes)
        outcome = self.restore(self.export())
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("not verified", outcome.stdout)

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


class Backups(Copies):
    def setUp(self):
        super().setUp()
        self.place = self.folder / "backups"

    def backup(self, *words, **options):
        return self.run_acquis("backup", str(self.place), *words, **options)

    def parts(self):
        return sorted(file.name for file in self.place.iterdir())

    def put_back(self, told, master=True):
        """The files of a backup, copied back into a new folder."""
        folder = self.folder / f"back-{time.monotonic_ns()}"
        folder.mkdir()
        for part in ("log", "vault"):
            for file in pathlib.Path(told[part]).glob("test.ledger*"):
                shutil.copy(file, folder)
        if master:
            shutil.copy(f"{self.ledger}.master", folder)
        return folder / "test.ledger"

    def test_a_backup_put_back_is_the_same_ledger(self):
        self.demo()
        outcome = self.backup("--json")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        told = json.loads(outcome.stdout)
        self.assertIsNone(told["master"])
        ledger = self.put_back(told)
        self.same(self.ledger, ledger)
        name = ("candidates", "--name", "lapse")
        self.assertEqual(
            self.run_acquis(*name, ledger=ledger).stdout, self.run_acquis(*name).stdout)
        self.assertEqual(self.import_events(REGISTRATION, ENROLMENT, ledger=ledger).returncode, 0)

    def test_each_part_is_apart_and_says_what_it_is(self):
        self.init()
        self.import_events(REGISTRATION, ENROLMENT, WITHDRAWAL)
        outcome = self.backup(env={**os.environ, "LANG": "C"})
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        log, vault = (self.place / name for name in self.parts())
        self.assertRegex(log.name, r"^log-\d{4}-\d\d-\d\dT\d{6}Z$")
        self.assertEqual(vault.name, log.name.replace("log", "vault"))
        self.assertEqual(sorted(os.listdir(log)), ["README.txt", "test.ledger"])
        self.assertEqual(sorted(os.listdir(vault)), ["README.txt", "test.ledger.vault"])
        self.assertEqual(vault.stat().st_mode & 0o077, 0)
        self.assertEqual((vault / "test.ledger.vault").stat().st_mode & 0o077, 0)
        for folder in (log, vault):
            self.assertIn((folder / "README.txt").read_text(), outcome.stdout)
        self.assertIn("destroy it", (vault / "README.txt").read_text())
        master = (self.folder / "test.ledger.master").read_bytes().strip()
        for file in self.place.rglob("*.*"):
            if file.is_file():
                self.assertNotIn(master, file.read_bytes(), file)
                self.assertNotIn(bytes.fromhex(master.decode()), file.read_bytes(), file)
                self.assertNotIn(b"secret", file.read_bytes().lower(), file)

    def test_in_french_and_with_the_master_key_where_it_is_asked_for(self):
        self.init()
        told = json.loads(self.backup("--with-master", "--json", "--lang", "fr").stdout)
        master = pathlib.Path(told["master"])
        self.assertEqual(sorted(os.listdir(master)), ["LISEZ-MOI.txt", "test.ledger.master"])
        self.assertEqual(
            (master / "test.ledger.master").read_bytes(),
            (self.folder / "test.ledger.master").read_bytes())
        self.assertEqual((master / "test.ledger.master").stat().st_mode & 0o077, 0)
        self.assertIn("détruisez", (pathlib.Path(told["vault"]) / "LISEZ-MOI.txt").read_text())

    def test_what_the_ledger_signed_goes_with_the_log(self):
        if not shutil.which("openssl"):
            self.skipTest("needs openssl to sign a checkpoint")
        self.init()
        note, _ = signed(2, root_of(leaves(self.export())), self.folder)
        (self.folder / "test.ledger.signed").write_text(note)
        told = json.loads(self.backup("--json").stdout)
        self.assertEqual((pathlib.Path(told["log"]) / "test.ledger.signed").read_text(), note)

    def test_without_a_vault_or_a_master_key(self):
        self.init()
        (self.folder / "test.ledger.master").unlink()
        self.assertEqual(self.backup().returncode, 0)
        self.assertEqual(len(self.parts()), 2)
        shutil.rmtree(self.place)
        self.refused(self.backup("--with-master"), 3, ".master")
        self.assertFalse(self.place.exists())
        (self.folder / "test.ledger.vault").unlink()
        outcome = self.backup()
        self.assertEqual(outcome.returncode, 0)
        self.assertIn("no vault", outcome.stderr)
        self.assertEqual(len(self.parts()), 1)

    def test_never_over_another(self):
        self.init()
        self.place.mkdir()
        for second in range(60):
            stamp = time.strftime("%Y-%m-%dT%H%M%SZ", time.gmtime(time.time() + second))
            (self.place / f"vault-{stamp}").mkdir()
        before = self.parts()
        self.refused(self.backup(), 2, "vault-", "already")
        self.assertEqual(self.parts(), before)

    def test_what_a_killed_backup_left_is_cleared(self):
        self.init()
        left = self.place / ".vault-2026-01-01T000000Z.part-4194305"
        left.mkdir(parents=True)
        (left / "test.ledger.vault").write_bytes(b"keys")
        other = self.place / ".vault-of-mine"
        other.mkdir()
        self.assertEqual(self.backup().returncode, 0)
        self.assertFalse(left.exists())
        self.assertTrue(other.exists())

    def test_wrong_calls(self):
        self.init()
        self.refused(self.run_acquis("backup"), 2, "FOLDER")
        self.refused(self.run_acquis("backup", ""), 2, "FOLDER")
        self.refused(self.run_acquis("backup", str(self.place), ledger=self.other), 3, "other")
        self.refused(self.run_acquis("backup", str(self.ledger)), 3, "test.ledger")
        self.refused(self.run_acquis("backup", str(self.folder / "a" / "b")), 3)
        self.assertFalse(self.place.exists())

    def test_while_others_write(self):
        self.init()
        stop = threading.Event()
        failures = []

        def write():
            number = 0
            file = self.folder / "loop.jsonl"
            while not stop.is_set():
                number += 1
                person, candidacy = f"P{number}", f"D{number}"
                identity = {**REGISTRATION["data"]["identity"], "birthName": f"Nom{number}x"}
                file.write_text(
                    line({**REGISTRATION, "data": {"candidate": person, "identity": identity}})
                    + line({**ENROLMENT, "data": {
                        **ENROLMENT["data"], "candidacy": candidacy, "candidate": person}}))
                outcome = self.run_acquis("import", str(file))
                if outcome.returncode:
                    failures.append(outcome.stderr)

        writer = threading.Thread(target=write)
        writer.start()
        sizes = []
        try:
            for _ in range(4):
                time.sleep(1.1)
                outcome = self.backup("--json")
                self.assertEqual(outcome.returncode, 0, outcome.stderr)
                told = json.loads(outcome.stdout)
                ledger = self.put_back(told)
                root = json.loads(
                    self.run_acquis("log", "--root", "--json", ledger=ledger).stdout)
                self.assertEqual((told["size"], told["root"]), (root["size"], root["root"]))
                sizes.append(told["size"])
                printed = self.run_acquis("log", text=False, ledger=ledger).stdout
                self.assertEqual(base64.b64decode(root["root"]), root_of(leaves(printed)))
                with sqlite3.connect(f"{ledger}.vault") as vault:
                    held = {key for key, in vault.execute("SELECT id FROM person_key")}
                used = set(re.findall(rb'"key":"([^"]*)"', printed))
                self.assertLessEqual({key.decode() for key in used}, held)
                last = (told["size"] - 2) // 2
                if last:
                    found = self.run_acquis(
                        "candidates", "--name", f"Nom{last}x", "--json", ledger=ledger)
                    self.assertEqual(json.loads(found.stdout)["candidacy"], f"D{last}")
        finally:
            stop.set()
            writer.join()
        self.assertEqual(failures, [])
        self.assertEqual(sizes, sorted(set(sizes)))


@unittest.skipUnless(os.geteuid() == 0, "needs root to mount a small disk")
class FullDisks(Copies):
    def on_disks(self, sizes, attempt):
        """Runs the attempt on small disks: each time it is whole, or nothing is left."""
        disk = self.folder / "disk"
        disk.mkdir()
        statuses = set()
        for size in sizes:
            mounted = subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(disk)], check=False)
            if mounted.returncode:
                self.skipTest("cannot mount a tmpfs here")
            try:
                outcome = attempt(disk)
                statuses.add(outcome.returncode)
                if outcome.returncode:
                    self.refused(outcome, 3, "no space left")
                    self.assertEqual(os.listdir(disk), [], size)
            finally:
                subprocess.run(["umount", str(disk)], check=False)
        self.assertEqual(statuses, {0, 3})

    def sizes(self, *files):
        """Disks from too small for anything to large enough for the files."""
        whole = sum(-(-file.stat().st_size // 4096) * 4 for file in files)
        return [8, whole // 2, *range(whole - 8, whole + 33, 4), whole * 4]

    def test_a_backup(self):
        self.demo()
        files = [self.ledger, self.folder / "test.ledger.vault"]
        self.on_disks(
            self.sizes(*files), lambda disk: self.run_acquis("backup", str(disk)))

    def test_an_export(self):
        self.demo()
        self.file.write_bytes(self.export())
        self.on_disks(
            self.sizes(self.file),
            lambda disk: self.run_acquis("export", "jsonl", "--to", str(disk / "copy.jsonl")))

    def test_a_restoration(self):
        self.demo()
        self.file.write_bytes(self.export())
        self.on_disks(
            self.sizes(self.ledger),
            lambda disk: self.run_acquis(
                "restore", str(self.file), ledger=disk / "other.ledger"))


if __name__ == "__main__":
    unittest.main()
