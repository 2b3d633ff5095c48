"""Backups of a ledger and its vault, from outside: put back, while others write; and small disks for
every copy.

Reads the program's path from $ACQUIS.
"""

import base64
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

from copies import Copies, leaves, signed
from test_command_line import ENROLMENT, REGISTRATION, WITHDRAWAL, line, root_of


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
                outcome = self.run_acquis("import", str(file), "--accept-clock")
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
