"""Erasing where the clock is wrong, the log takes nothing, or the person is still owed something:
no key is destroyed for an erasure that is not recorded, and the receipt tells every copy.

Reads the program's path from $ACQUIS.
"""

import datetime
import json
import os
import pwd
import re
import shutil
import sqlite3
import subprocess
import unittest

from clocks import clock, day_in_paris
from trials import (
    ACQUIS, KILLED, Trials, as_root, event, injected, keys, needed, person, run, struck, traced,
    vault_of, withdrawal, words)

PERSON = "candidate:P1"
ERASE = ("erase", "P1", "--reason", "demande", "--by", "clerk:9")
SURE = (*ERASE, "--yes")
BACKED_UP = "a copy of the vault made by a clock that ran ahead"


def today(ahead=0):
    return str(day_in_paris(ahead))


class Erasing(Trials):
    def setUp(self):
        super().setUp()
        self.init()
        self.imported(*person(1), *person(2), withdrawal(1))

    def is_named(self, *found, ledger=None):
        self.assertEqual(self.named("nomsecret", ledger=ledger), (0, sorted(found)))

    def tombstones(self, ledger=None):
        with vault_of(ledger or self.ledger) as vault:
            return vault.execute("SELECT person FROM erased_person").fetchall()

    def erasures(self, ledger=None):
        outcome = self.done("log", "--type", "CandidateIdentityErased", ledger=ledger)
        return [json.loads(text) for text in outcome.splitlines()]

    def is_untouched(self, ledger=None):
        """Nothing was destroyed, nothing recorded, and the person is named."""
        self.assertEqual(keys(ledger or self.ledger, of=PERSON), 1)
        self.assertEqual(self.tombstones(ledger), [])
        self.assertEqual(self.erasures(ledger), [])
        self.is_named("P1", "P2", ledger=ledger)

    def is_erased(self, ledger=None):
        self.assertEqual(keys(ledger or self.ledger, of=PERSON), 0)
        self.assertEqual(len(self.erasures(ledger)), 1)
        self.is_named("P2", ledger=ledger)
        self.done("audit", "verify", ledger=ledger)


class Clocks(Erasing):
    def backup(self, number, *before):
        place = str(self.folder / f"backup-{number}")
        self.done("backup", place, before=before)
        return place

    def test_the_receipt_tells_a_copy_made_by_a_clock_that_ran_ahead(self):
        needed("faketime", BACKED_UP)
        places = [self.backup(1), self.backup(2, *clock("+1d")), self.backup(3, *clock("+40d"))]
        outlook = self.answer(*ERASE, "--dry-run")
        receipt = self.answer(*SURE)
        for told in (outlook, receipt):
            found = sorted(copy["place"] for copy in told["backups"])
            self.assertEqual([os.path.dirname(place) for place in found], places)
        self.assertGreater(receipt["backupsGoneBy"], receipt["on"])
        # Told again, they are the same.
        self.assertEqual(self.answer(*SURE)["backups"], receipt["backups"])
        text = self.done(*SURE)
        for place in places:
            self.assertIn(place, text)

    def test_a_rotation_counts_a_copy_made_by_a_clock_that_ran_ahead(self):
        needed("faketime", BACKED_UP)
        self.backup(1, *clock("+1d"))
        self.assertEqual(self.answer("vault", "rotate")["backups"], 1)

    def test_an_erasure_by_a_clock_behind_the_log_destroys_nothing(self):
        needed("faketime", "an erasure by a clock that is behind")
        self.backup(1)
        for moment in ("-1d", "-60d", "@1999-01-01 10:00:00"):
            with self.subTest(clock=moment):
                for asked in (SURE, (*SURE, "--json")):
                    self.stops(3, *asked, before=clock(moment))
                    self.is_untouched()
        self.assertEqual(self.answer(*SURE)["on"], today())
        self.is_erased()
        self.assertEqual(self.erasures()[0]["occurredOn"], today())

    def test_a_day_still_to_come_destroys_nothing(self):
        outcome = run(self.ledger, *SURE, "--on", "9999-12-31")
        self.assertEqual(outcome.returncode, 1, outcome.stderr)
        self.is_untouched()

    def test_an_erasure_cut_short_takes_the_day_on_which_it_is_recorded(self):
        needed("strace", "an erasure killed between its two steps")
        needed("faketime", "an erasure finished on another day")
        for asked, day in (((), today(3)), (("--on", today(2)), today(2))):
            with self.subTest(asked=asked):
                self.tearDown()
                self.setUp()
                self.backup(1)
                if not self.cut_short("--on", "2024-02-01"):
                    # No moment is left at which the keys are gone and nothing tells of it.
                    self.done(*SURE)
                    continue
                told = self.answer(*SURE, *asked, before=clock("+3d"))
                self.assertEqual((told["on"], told["recordedNow"]), (day, True))
                self.assertGreater(told["backupsGoneBy"], day)
                self.assertEqual(len(told["backups"]), 1)
                self.is_erased()
                entry = self.erasures()[0]
                self.assertEqual((entry["id"], entry["occurredOn"]), (told["event"], day))
                self.assertEqual(entry["recordedAt"][:10], str(
                    datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=3)))
                self.assertEqual(self.answer(*SURE, before=clock("+3d"))["on"], day)

    def cut_short(self, *asked):
        """Kills an erasure once its keys are gone and before the log tells so; whether it could."""
        self.kept(self.folder / "kept")
        _, calls = traced(words(self.ledger, *SURE, *asked), self.folder / "trace")
        last = max(index for index, call in enumerate(calls)
                   if call.name == "unlink" and ".vault-journal" in call.text)
        for call in calls[last + 1:]:
            if "test.ledger" not in call.text:
                continue
            self.put_back(self.folder / "kept")
            outcome = struck(call, words(self.ledger, *SURE, *asked))
            self.assertEqual(outcome.returncode, KILLED)
            if self.tombstones() and not self.erasures():
                return True
        self.put_back(self.folder / "kept")
        return False

    def kept(self, folder):
        folder.mkdir()
        for file in self.folder.glob("test.ledger*"):
            shutil.copy(file, folder)

    def put_back(self, folder):
        for file in self.folder.glob("test.ledger*"):
            file.unlink()
        for file in folder.iterdir():
            shutil.copy(file, self.folder)


class ALogThatTakesNothing(Erasing):
    def test_a_full_disk_destroys_nothing(self):
        as_root("an erasure on a full disk")
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], check=False)
        if mounted.returncode:
            self.skipTest("cannot mount a tmpfs here")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=False)
        ledger, filler = disk / "small.ledger", disk / "filler"

        for free in (0, 4, 8, 16, 24, 32, 48, 64, 96):
            with self.subTest(free=free):
                for file in disk.iterdir():
                    file.unlink()
                self.done("init", ledger=ledger)
                self.imported(*person(1), *person(2), withdrawal(1), ledger=ledger)
                self.fill(filler, free * 1024)
                outcome = run(ledger, *SURE)
                filler.unlink()
                self.assertIn(outcome.returncode, (0, 3), outcome.stderr)
                if free == 0:
                    self.assertEqual(outcome.returncode, 3)
                    self.is_untouched(ledger)
                if self.tombstones(ledger) == []:
                    self.assertEqual(outcome.returncode, 3)
                    self.is_untouched(ledger)
                self.done(*SURE, ledger=ledger)
                self.is_erased(ledger)

    def fill(self, filler, free):
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
            file.truncate(max(0, file.tell() - free))

    def test_a_log_that_may_only_be_read_destroys_nothing(self):
        as_root("an erasure by a user who may not write to the log")
        needed("setpriv", "an erasure by a user who may not write to the log")
        daemon = pwd.getpwnam("daemon")
        program = self.folder / "acquis"
        shutil.copy(ACQUIS, program)
        os.chmod(program, 0o755)
        place = self.folder / "place"
        place.mkdir()
        ledger = place / "test.ledger"
        for file in self.folder.glob("test.ledger*"):
            shutil.copy(file, place)
        for file in (place, *place.iterdir()):
            os.chown(file, daemon.pw_uid, daemon.pw_gid)
        os.chown(ledger, 0, 0)
        os.chmod(ledger, 0o644)
        outcome = subprocess.run(
            ["setpriv", "--reuid", "daemon", "--regid", str(daemon.pw_gid), "--clear-groups",
             str(program), *SURE, "--ledger", str(ledger)], capture_output=True, text=True,
            timeout=60, check=False)
        self.assertEqual(outcome.returncode, 3, outcome.stdout + outcome.stderr)
        self.is_untouched(ledger)

    def test_a_log_that_another_process_writes_to_destroys_nothing(self):
        database = sqlite3.connect(self.ledger, isolation_level=None)
        try:
            database.execute("BEGIN IMMEDIATE")
            self.stops(3, *SURE)
            database.execute("ROLLBACK")
        finally:
            database.close()
        self.is_untouched()
        self.done(*SURE)
        self.is_erased()

    def test_a_failing_log_destroys_nothing_that_is_not_told(self):
        """Whatever call fails before the keys are gone, the person is still named."""
        needed("strace", "an erasure on a failing disk")
        folder = self.folder / "kept"
        folder.mkdir()
        for file in self.folder.glob("test.ledger*"):
            shutil.copy(file, folder)
        _, calls = traced(words(self.ledger, *SURE), self.folder / "trace")
        of_log = [call for call in calls if call.name in ("pwrite64", "fdatasync", "fsync")
                  and re.search(r"test\.ledger(-wal)?>", call.text)]
        self.assertTrue(of_log)
        for call in of_log[:6]:
            with self.subTest(call=call):
                for file in folder.iterdir():
                    shutil.copy(file, self.folder)
                for suffix in ("-wal", "-shm", ".vault-journal"):
                    self.file(suffix).unlink(missing_ok=True)
                outcome = subprocess.run(
                    [*injected(call, "error=EIO"), *words(self.ledger, *SURE)],
                    capture_output=True, text=True, timeout=60, check=False)
                self.assertIn(outcome.returncode, (0, 3), outcome.stderr)
                if not self.tombstones():
                    self.is_untouched()
                self.done(*SURE)
                self.is_erased()


class WhatIsOwed(Erasing):
    """What the law or the certifier still owes somebody is told before their name is gone."""

    MEMBERS = [{"member": "M1", "role": "president"}, {"member": "M2", "role": "humanResources"},
               {"member": "M3", "role": "operations"}]

    def jury(self, on="2023-06-17"):
        return [
            event("JuryConvened", "2023-03-01", jury="J1", certification="3474", sessionOn=on,
                  mode="onSite", members=self.MEMBERS),
            event("CandidateSummoned", "2023-05-02", jury="J1", candidacy="D3")]

    def awarded(self):
        return [
            *self.jury(), event("JuryHeld", "2023-06-17", jury="J1", present=["M1", "M2", "M3"]),
            *(event("BlockValidated", "2023-06-17", jury="J1", candidacy="D3", block=f"3474D{n}")
              for n in range(1, 5)),
            event("CertificationAwarded", "2023-06-18", candidacy="D3", jury="J1")]

    ISSUED = event("CertificateIssued", "2023-07-01", candidacy="D3", number="AF-2023-1")
    DEPOSITED = event("AwardDeclared", "2023-07-02", candidacy="D3", flow="F1")

    def answered(self, outcome):
        return event(
            "DeclarationAnswered", "2023-07-05", candidacy="D3", flow="F1", outcome=outcome)

    def asks(self, *events):
        """The erasure ends with 1 and does nothing, without --yes; with it, it is done."""
        self.imported(*person(3), *events)
        size, erase = self.log_size(), ("erase", "P3", *ERASE[2:])
        for asked in (erase, (*erase, "--json")):
            outcome = run(self.ledger, *asked, stdin=subprocess.DEVNULL)
            self.assertEqual(outcome.returncode, 1, outcome.stdout + outcome.stderr)
            said = outcome.stdout + outcome.stderr
            self.assertIn("D3", said)
            self.assertIn("--yes", said)
            self.assertNotIn("secret", said.lower())
        self.assertEqual(self.log_size(), size)
        self.assertEqual(keys(self.ledger, of="candidate:P3"), 1)
        self.is_named("P1", "P2", "P3")
        self.assertIn("D3", self.done(*erase, "--dry-run"))
        self.done(*erase, "--yes")
        self.is_named("P1", "P2")
        self.done("audit", "verify")

    def test_an_award_not_declared(self):
        self.asks(*self.awarded(), self.ISSUED)

    def test_an_award_deposited_and_not_answered(self):
        self.asks(*self.awarded(), self.ISSUED, self.DEPOSITED)

    def test_an_award_whose_declaration_was_rejected(self):
        self.asks(*self.awarded(), self.ISSUED, self.DEPOSITED, self.answered("rejected"))

    def test_a_certificate_not_issued(self):
        self.asks(*self.awarded(), self.DEPOSITED, self.answered("accepted"))

    def test_a_jury_awaited(self):
        self.asks(*self.jury())

    def test_of_who_is_owed_nothing_nothing_is_asked(self):
        self.imported(*person(3), *self.awarded(), self.ISSUED, self.DEPOSITED,
                      self.answered("accepted"))
        self.done("erase", "P3", *ERASE[2:])
        self.is_named("P1", "P2")


if __name__ == "__main__":
    unittest.main()
