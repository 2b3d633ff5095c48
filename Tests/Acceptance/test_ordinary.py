"""Ordinary commands beside other users, a full disk, and another file's journal; and names that
share a file. What is asked is answered, and what would lose facts is refused.

Reads the program's path from $ACQUIS.
"""

import os
import pathlib
import pwd
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

from trials import (
    ACQUIS, as_root, enrolment, needed, person, private, run, together, Trials, withdrawal, words)

QUESTIONS = (
    ("status", "D1"), ("candidate", "P1"), ("candidates",), ("windows",), ("findings",), ("log",),
    ("log", "--root"), ("timeline", "candidacy:D1"), ("deadlines", "--within", "30"),
    ("replay", "--digest"), ("statistics", "3474"), ("certification", "3474"),
    ("audit", "verify"), ("export", "jsonl"), ("candidates", "--name", "nomsecret"))
TRAINING = ("record", "TrainingStarted", "candidacy=D1", "--on", "2021-02-01", "--by", "clerk:1")


class Ordinary(Trials):
    def setUp(self):
        super().setUp()
        self.init()
        self.imported(*person(1), *person(2), withdrawal(2))


class OtherUsers(Ordinary):
    """A ledger of the user `daemon`, which `nobody` reads."""

    def setUp(self):
        as_root("a ledger of one user that another reads")
        needed("setpriv", "a ledger of one user that another reads")
        super().setUp()
        self.bin = pathlib.Path(tempfile.mkdtemp(prefix="acquis-bin-"))
        self.addCleanup(shutil.rmtree, self.bin, ignore_errors=True)
        os.chmod(self.bin, 0o755)
        self.program = shutil.copy(ACQUIS, self.bin / "acquis")
        os.chmod(self.program, 0o755)

    def place(self, mode, suffixes=("", ".vault", ".master", ".signing", ".vkeys")):
        """The ledger in a folder of the owner's that others may write to."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        owner = pwd.getpwnam("daemon")
        for suffix in suffixes:
            if self.file(suffix).exists():
                shutil.copy(self.file(suffix), folder)
        for file in (folder, *folder.iterdir()):
            os.chown(file, owner.pw_uid, owner.pw_gid)
        os.chmod(folder, mode)
        return folder / "test.ledger"

    def by(self, user, ledger, *asked, **variables):
        entry = pwd.getpwnam(user)
        return subprocess.run(
            ["setpriv", "--reuid", str(entry.pw_uid), "--regid", str(entry.pw_gid),
             "--clear-groups", self.program, *asked, "--ledger", str(ledger)], capture_output=True,
            text=True, timeout=60, check=False, env={**os.environ, "LC_ALL": "C", **variables})

    def test_settings_in_a_folder_that_hides_them_are_none(self):
        ledger = self.place(0o755)
        hidden = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        os.chmod(hidden, 0o700)
        outcome = self.by("nobody", ledger, "status", "D1", XDG_CONFIG_HOME=str(hidden))
        self.assertEqual(outcome.returncode, 0, outcome.stderr)

    def test_who_may_only_read_leaves_nothing_and_the_owner_writes_on(self):
        for mode in (0o777, 0o1777):
            for asked in (("log", "--root"), ("status", "D1"), ("audit", "verify"),
                          ("replay", "--digest")):
                with self.subTest(mode=oct(mode), asked=asked):
                    ledger = self.place(mode)
                    there = sorted(os.listdir(ledger.parent))
                    outcome = self.by("nobody", ledger, *asked)
                    self.assertEqual(outcome.returncode, 0, outcome.stderr)
                    self.assertEqual(sorted(os.listdir(ledger.parent)), there)
                    outcome = self.by("daemon", ledger, *TRAINING)
                    self.assertEqual(outcome.returncode, 0, outcome.stderr)
                    self.assertEqual(self.by("nobody", ledger, *asked).returncode, 0)

    def test_the_owners_last_facts_are_read_by_others(self):
        """Facts that stand in the journal alone are in the answer, or it is refused."""
        ledger = self.place(0o777)
        database = sqlite3.connect(ledger)
        try:
            database.execute("BEGIN")
            before = database.execute("SELECT max(position) FROM event").fetchone()[0]
            self.assertEqual(self.by("daemon", ledger, *TRAINING).returncode, 0)
            self.assertGreater(os.path.getsize(f"{ledger}-wal"), 0)
            outcome = self.by("nobody", ledger, "log")
            if outcome.returncode == 0:
                self.assertEqual(len(outcome.stdout.splitlines()), before + 1)
            else:
                self.assertEqual(outcome.returncode, 3)
        finally:
            database.close()

    def test_a_journal_of_another_user_is_named_with_its_owner(self):
        ledger = self.place(0o1777)
        nobody = pwd.getpwnam("nobody")
        for suffix in ("-wal", "-shm"):
            file = self.file(suffix, ledger)
            file.write_bytes(b"" if suffix == "-wal" else bytes(32768))
            os.chmod(file, 0o644)
            os.chown(file, nobody.pw_uid, nobody.pw_gid)
        outcome = self.by("daemon", ledger, *TRAINING)
        if outcome.returncode == 0:
            return  # An empty journal holds nothing: that the owner goes on is better still.
        self.assertEqual(outcome.returncode, 3)
        self.assertIn("test.ledger-wal", outcome.stderr)
        self.assertIn("nobody", outcome.stderr)


class TwoNames(Ordinary):
    def test_nobody_writes_to_a_file_that_has_two_names(self):
        other = self.folder / "other.ledger"
        os.link(self.ledger, other)
        for suffix in (".vault", ".master", ".signing"):
            private(self.file(suffix, other), self.file(suffix).read_bytes())
        before, size = self.ledger.read_bytes(), self.log_size()
        for ledger in (self.ledger, other):
            self.done("status", "D1", ledger=ledger)
            for asked in (
                    TRAINING, ("import", self.write(enrolment(3))),
                    ("annul", "4", "--reason", "x"),
                    ("erase", "P1", "--reason", "x", "--yes")):
                self.stops(3, *asked, ledger=ledger)
        self.assertEqual((self.ledger.read_bytes(), self.log_size()), (before, size))
        other.unlink()
        self.done(*TRAINING)

    def test_a_link_by_name_is_no_second_file(self):
        other = self.folder / "other.ledger"
        os.symlink(self.ledger, other)
        self.done(*TRAINING, ledger=other)
        self.done("audit", "verify")


class FullDisk(Ordinary):
    def test_every_question_is_answered_and_what_is_refused_is_said_once(self):
        as_root("a ledger on a full disk")
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)],
                          check=False).returncode:
            self.skipTest("cannot mount a tmpfs here")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=False)
        expected = {asked: run(self.ledger, *asked) for asked in QUESTIONS}
        for file in self.folder.glob("test.ledger*"):
            shutil.copy(file, disk)
        ledger = disk / "test.ledger"
        with open(disk / "filler", "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(512))
            except OSError:
                pass
        there = sorted(os.listdir(disk))
        for asked, before in expected.items():
            with self.subTest(asked=asked):
                outcome = run(ledger, *asked)
                self.assertEqual(outcome.returncode, 0, outcome.stderr)
                self.assertEqual(outcome.stdout, before.stdout)
                self.assertNotIn("nothing was recorded", outcome.stderr)
        for asked in (TRAINING, ("import", self.write(enrolment(3)))):
            with self.subTest(asked=asked):
                outcome = run(ledger, *asked)
                self.assertEqual(outcome.returncode, 3, outcome.stderr)
                self.assertEqual(outcome.stderr.count("nothing was recorded"), 1, outcome.stderr)
                self.assertLessEqual(outcome.stderr.count("no space"), 1)
        journals = ("-shm", "-wal")
        self.assertEqual(
            sorted(name for name in os.listdir(disk) if not name.endswith(journals)),
            [name for name in there if not name.endswith(journals)])
        (disk / "filler").unlink()
        self.done(*TRAINING, ledger=ledger)
        self.done("audit", "verify", ledger=ledger)


class AnotherFilesJournal(Ordinary):
    COMMANDS = (
        ("status", "D1"), ("log",), ("candidates",), ("replay", "--digest"), ("audit", "verify"),
        ("audit", "checkpoint"), ("export", "jsonl"), TRAINING, ("annul", "4", "--reason", "x"),
        ("erase", "P1", "--reason", "x", "--yes"))

    def live(self, ledger, number):
        """A connection that keeps a ledger's journal from being folded in when more is recorded."""
        database = sqlite3.connect(ledger)
        database.execute("BEGIN")
        database.execute("SELECT count(*) FROM event").fetchone()
        self.imported(*(fact for n in range(number, number + 20) for fact in person(n)),
                      ledger=ledger)
        return database

    def is_refused_and_left(self, folder):
        """Every command ends with 3, or `verify` with 1, and changes neither file."""
        backup = ("backup", str(self.folder / "backup"))
        file = self.write(enrolment(3))
        for asked in (*self.COMMANDS, ("import", file), backup):
            with self.subTest(asked=asked):
                copy = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
                for source in folder.iterdir():
                    shutil.copy(source, copy)
                ledger = copy / "test.ledger"
                outcome = run(ledger, *asked)
                self.assertIn(
                    outcome.returncode, {1, 3} if asked[0] == "audit" else {3},
                    outcome.stdout[:200] + outcome.stderr)
                self.assertTrue(outcome.stderr.strip())
                for suffix in ("", "-wal"):
                    self.assertTrue(self.file(suffix, ledger).exists(), suffix)
                    self.assertEqual(
                        self.file(suffix, ledger).read_bytes(),
                        self.file(suffix, folder / "test.ledger").read_bytes(), suffix)

    def beside(self, ledger, journal):
        """A ledger's files in a folder of their own, beside this journal."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        for suffix in ("", ".vault", ".master", ".signing", ".signed", ".vkeys"):
            if self.file(suffix, ledger).exists():
                shutil.copy(self.file(suffix, ledger), folder)
        (folder / "test.ledger-wal").write_bytes(journal)
        return folder

    def journal_of_another(self):
        other = self.folder / "other.ledger"
        self.done("init", ledger=other)
        database = self.live(other, 50)
        try:
            journal = self.file("-wal", other).read_bytes()
        finally:
            database.close()
        self.assertGreater(len(journal), 4096)
        return journal

    def young(self, name, number):
        """A ledger of a few events, of the same shape as any other so made, which signed nothing."""
        ledger = pathlib.Path(tempfile.mkdtemp(dir=self.folder)) / name
        self.done("init", ledger=ledger)
        for fact in person(number):
            self.imported(fact, ledger=ledger)
        return ledger

    def test_the_journal_of_another_young_ledger(self):
        """Its events would follow upon the ledger's own, by every hash of the tree."""
        for own, others in ((0, 1), (1, 1), (1, 2), (2, 2)):
            with self.subTest(own=own, others=others):
                ledger, other = self.young("test.ledger", 1), self.young("test.ledger", 1)
                for number in range(own):
                    self.imported(enrolment(20 + number), ledger=ledger)
                database = sqlite3.connect(other)
                try:
                    database.execute("BEGIN")
                    database.execute("SELECT count(*) FROM event").fetchone()
                    for number in range(others):
                        self.imported(enrolment(40 + number), ledger=other)
                    self.file("-wal", ledger).write_bytes(self.file("-wal", other).read_bytes())
                finally:
                    database.close()
                before = [self.file(suffix, ledger).read_bytes() for suffix in ("", "-wal")]
                for asked in (("status", "D1"), TRAINING, ("audit", "verify")):
                    self.assertEqual(run(ledger, *asked).returncode, 3, asked)
                self.assertEqual(
                    [self.file(suffix, ledger).read_bytes() for suffix in ("", "-wal")], before)

    def test_the_journal_of_another_ledger(self):
        self.done("audit", "checkpoint")
        self.is_refused_and_left(self.beside(self.ledger, self.journal_of_another()))

    def test_the_journal_of_another_ledger_before_many_processes_at_once(self):
        self.done("audit", "checkpoint")
        journal = self.journal_of_another()
        for command in (("log",), TRAINING):
            ledger = self.beside(self.ledger, journal) / "test.ledger"
            before = [self.file(suffix, ledger).read_bytes() for suffix in ("", "-wal")]
            for outcome in together([words(ledger, *command)] * 8):
                self.assertEqual((outcome.returncode, outcome.stdout), (3, ""), outcome.stderr)
            self.assertEqual(
                [self.file(suffix, ledger).read_bytes() for suffix in ("", "-wal")], before)

    def test_a_backup_copied_over_a_killed_ledger(self):
        copy = self.folder / "old.ledger"
        self.done("audit", "checkpoint")
        shutil.copy(self.ledger, copy)
        self.imported(*(fact for n in range(20, 60) for fact in person(n)))
        self.done("audit", "checkpoint")
        database = self.live(self.ledger, 70)
        try:
            folder = self.beside(self.ledger, self.file("-wal").read_bytes())
        finally:
            database.close()
        shutil.copy(copy, folder / "test.ledger")
        self.is_refused_and_left(folder)

    def test_a_killed_ledger_of_its_own_journal_is_answered(self):
        """The journal that does belong there is no fault."""
        self.done("audit", "checkpoint")
        database = self.live(self.ledger, 70)
        try:
            size = self.log_size()
            folder = self.beside(self.ledger, self.file("-wal").read_bytes())
        finally:
            database.close()
        self.assertGreater((folder / "test.ledger-wal").stat().st_size, 0)
        ledger = folder / "test.ledger"
        self.assertEqual(self.log_size(ledger), size)
        self.done("audit", "verify", ledger=ledger)
        self.done(*TRAINING, ledger=ledger)
        self.assertEqual(self.log_size(ledger), size + 1)


if __name__ == "__main__":
    unittest.main()
