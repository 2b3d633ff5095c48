"""A machine whose clock is wrong, or was once, and what is known for good: from outside.

Each command is run at an instant given to it by `faketime`. Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from clocks import clock
from test_command_line import ACQUIS, ENROLMENT, REGISTRATION, CommandLine, line

AUDITOR = pathlib.Path(__file__).resolve().parents[1] / "Auditor" / "auditor.py"
NOW = "2026-03-02 10:00:00"
LATER = "2026-03-02 10:10:00"
IN_30_YEARS = "2056-03-02 10:00:00"


class Clocked(CommandLine):
    """A ledger of a registration and an enrolment, its four events recorded at 10:00 UTC."""

    @classmethod
    def setUpClass(cls):
        if not shutil.which("faketime"):
            raise AssertionError("faketime is not installed: apt-get install faketime")

    def setUp(self):
        super().setUp()
        self.done(NOW, "init")
        file = self.folder / "first.jsonl"
        file.write_text(line(REGISTRATION) + line(ENROLMENT))
        self.done(NOW, "import", str(file))

    def at(self, instant, *words, ledger=None):
        return subprocess.run(
            [*clock(f"@{instant}"), ACQUIS, *words, "--ledger", str(ledger or self.ledger)],
            capture_output=True, text=True, timeout=120, check=False,
            env={**os.environ, "TZ": "UTC", "LC_ALL": "C"})

    def done(self, instant, *words, **options):
        outcome = self.at(instant, *words, **options)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return outcome.stdout

    def record(self, instant, *words, day="2026-03-01"):
        return self.at(
            instant, "record", "TrainingCompleted", "--on", day, "--by", "clerk:1",
            "candidacy=D1", "centreHours=400", *words)

    def recorded(self, *words, **options):
        outcome = self.record(*words, **options)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)

    def entries(self):
        return [json.loads(text) for text in self.done(LATER, "log").splitlines()]

    def marks(self):
        return [entry.get("clock") for entry in self.entries()]

    def kept(self):
        """Every file of the ledger, to the byte."""
        return {file.name: file.read_bytes() for file in self.folder.glob("test.ledger*")}


class Behind(Clocked):
    def test_a_clock_3_s_behind_takes_the_last_instant(self):
        self.recorded("2026-03-02 09:59:57")
        before, last = self.entries()[-2:]
        self.assertEqual(last["recordedAt"], before["recordedAt"])
        self.assertNotIn("clock", last)

    def test_a_clock_10_s_behind_is_refused_and_the_way_out_is_said(self):
        before = self.kept()
        for language, words in (
                ("en", ("s ahead of this machine's clock", "--accept-clock")),
                ("fr", ("en avance de", "--accept-clock"))):
            outcome = self.record("2026-03-02 09:59:50", "--lang", language)
            self.refused(outcome, 3, *words)
            self.assertNotIn("set it right", outcome.stderr)
        self.assertEqual(self.kept(), before)

    def test_an_accepted_clock_behind_marks_the_entry_for_ever(self):
        self.recorded("2026-03-02 09:59:50", "--accept-clock")
        before, last = self.entries()[-2:]
        self.assertEqual(self.marks(), [None] * 4 + ["behind"])
        self.assertEqual(int(last["recordedAt"][20:26]) - int(before["recordedAt"][20:26]), 1)
        printed = self.done(LATER, "log", "--from", "5")
        self.assertTrue(printed.startswith('{"position":5,"clock":"behind","data":'), printed)
        self.told_everywhere(1)
        copy = self.folder / "copy.jsonl"
        copy.write_text(self.done(LATER, "export", "jsonl"))
        other = self.folder / "other.ledger"
        # A copy is restored whatever the machine's clock says.
        self.done("1999-01-01 10:00:00", "restore", str(copy), ledger=other)
        for words in (["log"], ["log", "--root"]):
            self.assertEqual(
                self.done(LATER, *words, ledger=other), self.done(LATER, *words), words)
        verified = json.loads(self.done(LATER, "audit", "verify", "--json", ledger=other))
        self.assertEqual((verified["clockBehind"], verified["problems"]), (1, []))

    def told_everywhere(self, count):
        """`verify`, `timeline` and an auditor's own program tell the entries that are marked."""
        self.assertEqual(
            json.loads(self.done(LATER, "audit", "verify", "--json"))["clockBehind"], count)
        self.assertIn(f"clock behind: {count}", self.done(LATER, "audit", "verify"))
        asked = ("timeline", "candidacy:D1", "--on", "2026-03-02")
        rows = [json.loads(text) for text in self.done(LATER, *asked, "--json").splitlines()]
        self.assertEqual([row["clock"] for row in rows if row["clock"]], ["behind"] * count)
        self.assertEqual(self.done(LATER, *asked).count("behind"), count)
        self.assertEqual(self.done(LATER, *asked, "--lang", "fr").count("en retard"), count)
        (self.folder / "log.jsonl").write_text(self.done(LATER, "log"))
        (self.folder / "key").write_text(self.done(LATER, "audit", "key"))
        audited = subprocess.run(
            [sys.executable, str(AUDITOR), str(self.folder / "log.jsonl"), "--key",
             str(self.folder / "key")], capture_output=True, text=True, check=False)
        self.assertEqual(audited.returncode, 0, audited.stdout)
        self.assertIn(f"{count} entries were recorded with the clock behind", audited.stdout)

    def test_a_ledger_without_a_mark_is_told_as_before(self):
        self.assertNotIn("clock", self.done(LATER, "audit", "verify"))
        self.assertNotIn("clock", self.done(LATER, "timeline", "candidacy:D1", "--csv"))
        self.assertEqual(
            json.loads(self.done(LATER, "audit", "verify", "--json"))["clockBehind"], 0)

    def test_a_fact_may_not_occur_after_the_day_of_an_accepted_clock(self):
        outcome = self.record("2026-03-01 10:00:00", "--accept-clock", day="2026-03-02")
        self.assertEqual(outcome.returncode, 1, outcome.stderr)
        self.assertIn("R15", outcome.stderr)
        file = self.folder / "next.jsonl"
        file.write_text(line({
            "type": "TrainingStarted", "occurredOn": "2026-03-02", "recordedBy": "clerk:1",
            "data": {"candidacy": "D1"}}))
        self.refused(
            self.at("2026-03-01 10:00:00", "import", str(file), "--accept-clock"), 2,
            "occurs after")
        self.done("2026-03-02 09:00:00", "import", str(file), "--accept-clock")

    def test_the_mark_is_the_ledgers_to_give(self):
        file = self.folder / "next.jsonl"
        file.write_text(line({**ENROLMENT, "clock": "behind"}))
        for words in (["import", str(file)], ["record", "--file", str(file)]):
            self.refused(self.at(LATER, *words), 2, ":1", "clock")

    def test_a_retry_is_one_whatever_the_clock_says(self):
        again = ("--id", "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061")
        self.recorded("2026-03-02 09:00:00", "--accept-clock", *again)
        for instant in (LATER, "1999-01-01 10:00:00", IN_30_YEARS):
            outcome = self.record(instant, *again)
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            self.assertIn("1 already there; position 5", outcome.stdout)


class Ahead(Clocked):
    def test_a_leap_of_30_years_is_refused(self):
        before = self.kept()
        self.refused(self.record(IN_30_YEARS), 3, "more than two years", "--accept-clock")
        self.refused(
            self.record(IN_30_YEARS, "--lang", "fr"), 3, "plus de deux ans", "--accept-clock")
        self.assertEqual(self.kept(), before)

    def test_five_months_are_no_leap(self):
        self.recorded("2026-08-01 10:00:00")

    def test_a_leap_that_was_accepted_does_not_stop_the_ledger(self):
        self.recorded(IN_30_YEARS, "--accept-clock")
        self.assertEqual(self.marks()[-1], None)
        self.assertTrue(self.entries()[-1]["recordedAt"].startswith("2056-03-02T10:00:"))
        self.refused(self.record(LATER), 3, "2056-03-02T10:00:", "--accept-clock")
        self.recorded(LATER, "--accept-clock")
        self.done(LATER, "annul", "5", "--reason", "x", "--accept-clock")
        self.done(LATER, "correct", "6", "centreHours=401", "--reason", "x", "--accept-clock")
        file = self.folder / "next.jsonl"
        file.write_text(line({
            "type": "TrainingStarted", "occurredOn": "2026-03-02", "recordedBy": "clerk:1",
            "data": {"candidacy": "D1"}}))
        self.refused(self.at(LATER, "import", str(file)), 3, "--accept-clock")
        self.done(LATER, "import", str(file), "--accept-clock")
        self.done(LATER, "erase", "P1", "--reason", "x", "--yes", "--accept-clock")
        self.assertEqual(self.marks(), [None] * 5 + ["behind"] * 6)
        verified = json.loads(self.done(LATER, "audit", "verify", "--json"))
        self.assertEqual((verified["problems"], verified["clockBehind"]), ([], 6))


class Erasing(Clocked):
    def test_with_a_clock_of_1999_nothing_is_destroyed(self):
        self.refused(
            self.at("1999-01-01 10:00:00", "erase", "P1", "--reason", "x", "--yes"), 3,
            "--accept-clock")
        named = self.done(LATER, "candidates", "--name", "secret", "--json")
        self.assertEqual(json.loads(named)["candidate"], "P1")
        self.assertEqual(len(self.entries()), 4)


class Known(Clocked):
    COMMANDS = (
        ["status", "D1"], ["candidate", "P1"], ["candidates"], ["windows"],
        ["deadlines", "--within", "90"], ["certification", "3474"], ["statistics", "3474"],
        ["findings"], ["timeline", "candidacy:D1"], ["log"], ["replay"], ["replay", "--digest"],
        ["candidates", "--name", "x"])

    def test_a_position_beyond_the_end_is_refused_by_every_command(self):
        for words in self.COMMANDS:
            with self.subTest(words):
                self.refused(
                    self.at(LATER, *words, "--known", "5"), 2, "--known", "the ledger has 4 events")
                self.done(LATER, *words, "--known", "4")
        self.refused(
            self.at(LATER, "status", "D1", "--known", "5", "--lang", "fr"), 2,
            "le registre a 4 entrées")

    def test_an_instant_that_is_not_over_is_refused(self):
        for known in ("2030-01-01T00:00:00Z", "2026-03-02T10:10:30Z", "2026-03-02T11:10:30+01:00",
                      "2026-03-02T07:40:30.5-02:30"):
            self.refused(
                self.at(LATER, "status", "D1", "--known", known), 2,
                "that instant is not over yet")

    def test_a_day_is_over_at_midnight_in_paris(self):
        asked = ("replay", "--digest", "--known", "2026-03-02")
        self.refused(self.at("2026-03-02 22:59:50", *asked), 2, "that day is not over yet")
        self.done("2026-03-02 23:00:10", *asked)
        summer = ("replay", "--digest", "--known", "2026-07-01")
        self.refused(self.at("2026-07-01 21:59:50", *summer), 2, "that day is not over yet")
        self.done("2026-07-01 22:00:10", *summer)

    def test_what_was_known_is_the_same_when_more_is_recorded(self):
        asked = [("replay", "--json", "--known", known) for known in (
            "4", "2026-03-02T10:09:00Z", "2026-03-01")]
        before = [self.done(LATER, *words) for words in asked]
        self.recorded(LATER)
        self.assertEqual([self.done("2026-03-04 10:00:00", *words) for words in asked], before)

    def test_an_instant_may_bear_an_offset_and_any_fraction(self):
        recorded = self.entries()[-1]["recordedAt"]
        micros = recorded[:-1]
        for known in (
                micros + "Z", micros + "999Z", micros + "+00:00", micros + "-00:00",
                micros.replace("T10:", "T11:") + "+01:00",
                micros.replace("T10:", "T06:") + "123-04:00",
                micros.replace("T10:0", "T15:3") + "+05:30"):
            told = json.loads(self.done(LATER, "replay", "--json", "--known", known))
            self.assertEqual(told["known"], 4, known)
        for known in ("2026-03-02T09:59:59.9Z", "2026-03-02T10:59:59+01:00",
                      "2026-03-02T10:00:00.000000001+00:01"):
            told = json.loads(self.done(LATER, "replay", "--json", "--known", known))
            self.assertEqual(told["known"], 0, known)

    def test_what_is_no_instant_is_refused(self):
        for known in ("2026-03-02T10:00:00", "2026-03-02T10:00:00.Z", "2026-03-02T10:00:00+1:00",
                      "2026-03-02T10:00:00.1234567890Z", "2026-03-02T10:00:00+24:00",
                      "2026-03-02T10:00:00+01:60", "2026-03-02T10:00:00+0100",
                      "2026-03-02T10:00:00 01:00", "2026-03-02 10:00:00Z", "2026-02-30",
                      "2026-02-30T10:00:00Z", "2026-03-02T24:00:00Z", "-1", "", "é" * 10):
            self.refused(
                self.at(LATER, "status", "D1", "--known=" + known), 2, "--known", "expected")

    def test_a_page_of_the_log_lies_within_it(self):
        for option in ("--to", "--from", "--after"):
            self.refused(
                self.at(LATER, "log", option, "5"), 2, option, "the ledger has 4 events")
        self.assertEqual(self.done(LATER, "log", "--after", "4"), "")
        self.assertEqual(len(self.done(LATER, "log", "--from", "4", "--to", "4").splitlines()), 1)
        self.assertEqual(self.done(LATER, "log", "--to", "0"), "")
