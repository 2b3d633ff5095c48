"""What the world may do to a command: outputs that cannot be written, files that may not grow, texts and
variables that no one meant.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

from test_command_line import ACQUIS, ENROLMENT, REGISTRATION, CommandLine, line
from test_faults import setUpModule


class Answers(CommandLine):
    """A command that did its work says so where its answer cannot be written."""

    def setUp(self):
        super().setUp()
        self.init()

    def unread(self, *words, **options):
        """The status and the message, with a reader that has gone."""
        reading, writing = os.pipe()
        os.close(reading)
        try:
            return self.unwritten(writing, *words, **options)
        finally:
            os.close(writing)

    def unwritten(self, output, *words, ledger=None):
        outcome = subprocess.run(
            [ACQUIS, *words, "--lang", "en", "--ledger", str(ledger or self.ledger)],
            stdout=output, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
            timeout=60, check=False)
        return outcome.returncode, outcome.stderr

    def commands(self, number):
        """Each command that does something, and what it says it did."""
        file = self.folder / "history.jsonl"
        events = [
            {**REGISTRATION, "data": {**REGISTRATION["data"], "candidate": f"P{number}"}},
            {**ENROLMENT, "data": {
                **ENROLMENT["data"], "candidacy": f"D{number}", "candidate": f"P{number}"}}]
        file.write_text("".join(map(line, events)))
        made = self.folder / f"made{number}.ledger"
        copy = self.folder / f"copy{number}.jsonl"
        return [
            (["import", str(file)], "events recorded; positions", None),
            (["record", "CandidacyWithdrawn", "--on", "2021-03-01", f"candidacy=D{number}"],
             "1 event recorded; position", None),
            (["correct", str(3 + number * 6), "--on", "2021-01-10", "--reason", "x"],
             "events recorded", None),
            (["erase", f"P{number}", "--reason", "x"],
             "is erased and the log says so; run the same command again to print the receipt",
             None),
            (["vault", "rotate"], "new master key", None),
            (["backup", str(self.folder / f"backup{number}")], "backup is made", None),
            (["audit", "checkpoint"], "checkpoint is signed", None),
            (["export", "jsonl", "--to", str(copy)], f"{copy} is written", None),
            (["restore", str(copy)], "ledger is made", made),
            (["init"], "ledger is made", self.folder / f"init{number}.ledger"),
            (["demo", "--events", "200"], "ledger is made", self.folder / f"demo{number}.ledger"),
        ]

    def test_what_was_done_is_told(self):
        with open("/dev/full", "wb") as full:
            for number, answer in enumerate((
                    lambda *words, **options: self.unwritten(full, *words, **options),
                    self.unread)):
                for words, done, ledger in self.commands(number):
                    with self.subTest(words=words, number=number):
                        status, told = answer(*words, ledger=ledger)
                        self.assertEqual(status, 3, told)
                        self.assertIn("standard output cannot be written; ", told)
                        self.assertIn(done, told)

    def test_a_key_that_was_made_is_told_once(self):
        for suffix in (".signing", ".vkeys"):
            os.unlink(f"{self.ledger}{suffix}")
        with open("/dev/full", "wb") as full:
            status, told = self.unwritten(full, "audit", "key")
            self.assertEqual((status, "key is made" in told), (3, True), told)
            status, told = self.unwritten(full, "audit", "key")
            self.assertEqual((status, "key is made" in told), (3, False), told)

    def test_an_erasure_whose_receipt_was_lost_prints_it_again(self):
        self.assertEqual(self.import_events(REGISTRATION).returncode, 0)
        self.assertEqual(self.unread("erase", "P1", "--reason", "x")[0], 3)
        self.assertIn("P1", self.run_acquis("erase", "P1", "--reason", "x").stdout)

    def test_a_question_whose_reader_has_gone_ends_quietly(self):
        self.assertEqual(self.import_events(ENROLMENT).returncode, 0)
        for words in (
                ["log"], ["status", "D1"], ["status", "D1", "--json"], ["help"], ["candidates"],
                ["audit", "verify"], ["export", "jsonl"], ["replay", "--digest"],
                ["erase", "P1", "--reason", "x", "--dry-run"]):
            self.assertEqual(self.unread(*words), (0, ""), words)
        with open("/dev/full", "wb") as full:
            status, told = self.unwritten(full, "log")
            self.assertEqual((status, told), (3, "acquis: standard output cannot be written\n"))

    def test_a_refusal_whose_reader_has_gone_stays_one(self):
        status, told = self.unread("record", "JuryHeld", "--on", "2021-03-01", "jury=J", "--json")
        self.assertNotEqual(status, 0, told)


class Growth(CommandLine):
    """A file that may not grow is told as a full disk, and leaves nothing."""

    def limited(self, size, *words, ledger=None):
        outcome = self.run_acquis(
            *words, ledger=ledger,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
        self.refused(outcome, 3, "no space left")

    def test_nothing_is_lost_and_nothing_left(self):
        self.init()
        events = [
            {**ENROLMENT, "data": {**ENROLMENT["data"], "candidacy": f"D{number}"}}
            for number in range(400)]
        self.assertEqual(self.import_events(*events).returncode, 0)
        before = self.run_acquis("log").stdout
        there = set(os.listdir(self.folder))
        (self.folder / "more.jsonl").write_text("".join(
            line({**event, "occurredOn": "2021-01-12"}) for event in events))
        there.add("more.jsonl")
        copy = str(self.folder / "copy.jsonl")
        self.limited(60_000, "import", str(self.folder / "more.jsonl"))
        self.limited(60_000, "export", "jsonl", "--to", copy)
        self.limited(60_000, "backup", str(self.folder / "backup"))
        self.limited(60_000, "demo", ledger=self.folder / "demo.ledger")
        self.limited(1_000, "init", ledger=self.folder / "init.ledger")
        self.limited(100, "audit", "checkpoint")
        journals = {"test.ledger-wal", "test.ledger-shm"}
        self.assertEqual(set(os.listdir(self.folder)) - journals, there - journals)
        self.assertEqual(self.run_acquis("log").stdout, before)
        self.assertEqual(self.run_acquis("audit", "verify").returncode, 0)


class Drafts(CommandLine):
    def test_a_copy_that_is_killed_leaves_nothing(self):
        self.init()
        there = self.files()
        outcome = subprocess.run(
            ["strace", "-f", "-o", os.devnull, "-e", "trace=link,linkat", "-e",
             "inject=link,linkat:signal=SIGKILL", ACQUIS, "export", "jsonl", "--to",
             str(self.folder / "copy.jsonl"), "--ledger", str(self.ledger)],
            capture_output=True, timeout=60, check=False)
        self.assertEqual(outcome.returncode, -9)
        self.assertEqual(self.files(), there)

    def files(self):
        """The folder's, but for what SQLite leaves of a killed reader."""
        return {name for name in os.listdir(self.folder) if not name.endswith(("-wal", "-shm"))}


class StandardInput(CommandLine):
    """A text about a person comes by standard input, out of the list of processes."""

    def setUp(self):
        super().setUp()
        self.init()
        self.assertEqual(self.import_events(REGISTRATION, ENROLMENT).returncode, 0)

    def told(self, text, *words, status=0):
        outcome = self.run_acquis(*words, input=text)
        self.assertEqual(outcome.returncode, status, outcome.stderr)
        return outcome

    def test_a_name_is_looked_for(self):
        for text in ("Nomsecret\n", "Nomsecret", "Nomsecret\r\n"):
            self.assertIn("D1", self.told(text, "candidates", "--name", "-").stdout)
        self.assertNotIn("D1", self.told("Autrenom\n", "candidates", "--name", "-").stdout)

    def test_a_reason_is_read(self):
        self.told("motifsecret\n", "annul", "4", "--reason", "-")
        self.told("motifsecret\n", "correct", "3", "--on", "2021-01-10", "--reason=-")
        self.told("", "annul", "4", "--reason", "-", status=2)
        receipt = self.told("motifsecret\n", "erase", "P1", "--reason", "-", "--json")
        self.assertEqual(json.loads(receipt.stdout)["reason"], "motifsecret")
        self.assertIn("standard input", " ".join(self.run_acquis("help", "annul").stdout.split()))

    def test_a_waiver_s_reason_is_read(self):
        fact = ("record", "BlockValidated", "--on", "2021-03-01", "candidacy=D1", "jury=J",
                "block=3474D1", "--waive", "R03", "--reason", "-")
        self.assertIn("J", self.told("motifsecret", *fact, status=2).stderr)
        outcome = self.told("  \n", *fact, status=2)
        self.assertIn("--reason", outcome.stderr)

    def test_standard_input_is_read_once(self):
        for words in (
                ("record", "CandidacyWithdrawn", "--on", "2021-03-01", "--data", "-", "--reason",
                 "-"),
                ("record", "--file", "-", "--reason", "-"),
                ("restore", "-", "--against", "-")):
            self.refused(self.run_acquis(*words, input="{}"), 2, "standard input", "once")

    def test_a_text_that_is_not_utf_8(self):
        outcome = self.run_acquis("annul", "4", "--reason", "-", input=b"\xff", text=False)
        self.assertEqual(outcome.returncode, 2)
        self.assertIn(b"--reason: standard input is not UTF-8", outcome.stderr)


class Foreign(CommandLine):
    """Texts from outside name no other file, and forge no line."""

    def with_variables(self, words, **variables):
        return subprocess.run(
            [os.fsencode(ACQUIS), *words], capture_output=True, check=False, timeout=60,
            cwd=self.folder,
            env={**os.environb, **{name.encode(): text for name, text in variables.items()}})

    def test_a_variable_that_is_not_utf_8(self):
        for name in ("ACQUIS_LEDGER", "ACQUIS_BY"):
            outcome = self.with_variables([b"init"], **{name: b"\xffledger"})
            self.assertEqual(outcome.returncode, 2)
            self.assertIn(name.encode(), outcome.stderr)
            self.assertEqual(os.listdir(self.folder), [])
        self.assertEqual(self.with_variables([b"init"], LANG=b"fr\xff", LC_ALL=b"").returncode, 0)

    def test_no_control_character_is_echoed(self):
        self.init()
        hostile = "a\x1b[31m\nacquis: forged\r\x9b\x7f\t"
        there = self.folder / "no\nsuch\x1b"
        for words in (
                [hostile], ["status", f"--{hostile}"], ["status", "D1", f"--{hostile}=1"],
                ["import", hostile], ["import", str(there)], ["help", hostile],
                ["export", hostile], ["export", "jsonl", "--to", str(there / "x")],
                ["audit", hostile], ["audit", "check", "--against", hostile],
                ["restore", hostile], ["record", hostile, "--on", "2021-01-01"],
                ["status", hostile], ["annul", hostile, "--reason", "x"],
                ["record", "JuryHeld", "--on", hostile], ["log", "--subject", hostile],
                ["log", "--type", hostile], ["candidates", "--status", hostile],
                ["backup", str(there / "x")], ["record", "--file", hostile],
                ["record", "JuryHeld", "--on", "2021-01-01", f"{hostile}=1"],
                ["record", "JuryHeld", "--on", "2021-01-01", f"--data={hostile}"],
                ["candidates", "--after", hostile], ["bench", "--folder", hostile],
                ["restore", "-", "--key", hostile], ["erase", hostile, "--reason", "x"]):
            for option in ([], ["--json"]):
                outcome = self.run_acquis(*words, *option, input="")
                told = outcome.stdout + outcome.stderr
                self.assertIn(outcome.returncode, (2, 3), (words, told))
                self.assertFalse(set("\x1b\r\x7f\x9b\t") & set(told), (words, told))
                self.assertNotIn("\nacquis: forged", told, words)
        for ledger in (there, there / "x"):
            outcome = self.run_acquis("status", "D1", ledger=ledger)
            self.assertEqual(outcome.returncode, 3)
            self.assertEqual(outcome.stderr.count("\n"), 1)
            self.assertNotIn("\x1b", outcome.stderr)

    def test_an_entry_s_id_is_a_uuid_of_version_7_or_8(self):
        self.init()
        for id_ in (
                "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "01790c5e-5c00-4000-8000-000000000001", "01790c5e-5c00-7000-c000-000000000001",
                "01790c5e-5c00-7000-0000-000000000001", "x" * 10_000, ""):
            self.refused(self.import_events({**ENROLMENT, "id": id_}), 2, ":1", "field id")
            for words in (
                    ["record", "CandidateEnrolled", "--on", "2021-01-11"],
                    ["annul", "1", "--reason", "x"],
                    ["correct", "1", "--on", "2021-01-01", "--reason", "x"]):
                self.refused(self.run_acquis(*words, "--id", id_), 2, "--id", "version 7 or 8")
        self.assertEqual(self.size(), 2)
        for number, id_ in enumerate((
                "01790C5E-5C00-7000-8000-00000000000A", "01790c5e-5c00-8000-bfff-00000000000b")):
            data = {**ENROLMENT["data"], "candidacy": f"D{number}"}
            self.assertEqual(
                self.import_events({**ENROLMENT, "id": id_, "data": data}).returncode, 0)


class Causes(CommandLine):
    """A message names the cause."""

    def test_no_folder_to_make_a_ledger_in(self):
        there = self.folder / "none" / "x.ledger"
        self.refused(self.run_acquis("init", ledger=there), 3, "there is no folder", "none/")

    def test_who_reads_the_vault_uses_it(self):
        self.init()
        self.assertEqual(self.import_events(REGISTRATION).returncode, 0)
        reader = sqlite3.connect(f"{self.ledger}.vault", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM person_key").fetchall()
        event = {**REGISTRATION, "data": {**REGISTRATION["data"], "candidate": "P2"}}
        try:
            self.refused(self.import_events(event), 3, "using the vault")
        finally:
            reader.close()

    @unittest.skipUnless(os.geteuid() == 0, "needs root to become another user")
    def test_who_may_not(self):
        self.init()
        self.assertEqual(self.import_events(REGISTRATION, ENROLMENT).returncode, 0)
        program = pathlib.Path(tempfile.mkdtemp(prefix="acquis-bin-"))
        self.addCleanup(shutil.rmtree, program)
        os.chmod(program, 0o755)
        copy = shutil.copy(ACQUIS, program / "acquis")

        def nobody(*words):
            return subprocess.run(
                [copy, *words, "--ledger", str(self.ledger)], capture_output=True, text=True,
                check=False, user=65534, group=65534, extra_groups=[])

        self.refused(nobody("candidates", "--name", "x"), 3, "this user may not read")
        outcome = nobody("backup", str(self.folder / "backup"))
        self.refused(outcome, 3, "backup: Permission denied")

    @unittest.skipUnless(os.geteuid() == 0, "needs root to mount a small disk")
    def test_a_full_disk_is_told_once(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], check=False)
        if mounted.returncode:
            self.skipTest("cannot mount a tmpfs here")
        try:
            ledger = disk / "small.ledger"
            self.assertEqual(self.run_acquis("init", ledger=ledger).returncode, 0)
            with open(disk / "filler", "wb", buffering=0) as filler:
                try:
                    while True:
                        filler.write(bytes(4096))
                except OSError:
                    pass
            outcome = self.import_events(ENROLMENT, ledger=ledger)
            self.refused(outcome, 3, "no space left on the device; nothing was recorded")
            self.assertEqual(outcome.stderr.count("nothing was recorded"), 1)
            self.assertNotIn(
                "recorded", self.run_acquis("log", "--root", ledger=ledger).stderr)
        finally:
            subprocess.run(["umount", str(disk)], check=True)


if __name__ == "__main__":
    unittest.main()
