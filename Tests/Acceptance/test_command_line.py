"""The command line as its users meet it: right, wrong and hostile input, from outside.

Reads the program's path from $ACQUIS.
"""

import base64
import csv
import hashlib
import io
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest

from shown import plainly

ACQUIS = os.environ["ACQUIS"]

# Who records where a test does not say it, and no settings of whoever runs the tests.
os.environ.setdefault("ACQUIS_BY", "clerk:test")
os.environ["XDG_CONFIG_HOME"] = "/nonexistent"

ENROLMENT = {
    "type": "CandidateEnrolled", "occurredOn": "2021-01-11", "recordedBy": "clerk:1",
    "data": {"candidacy": "D1", "candidate": "P1", "certification": "3474",
             "pathway": "continuingTraining"}}
REGISTRATION = {
    "type": "CandidateRegistered", "occurredOn": "2021-01-11", "recordedBy": "clerk:1",
    "data": {"candidate": "P1", "identity": {
        "birthName": "Nomsecret", "firstNames": ["Prénomsecret"], "birthDate": "1990",
        "sex": "F", "birthPlace": {"postalCode": "75002"}, "email": "secret@exemple.invalid"}}}
WITHDRAWAL = {
    "type": "CandidacyWithdrawn", "occurredOn": "2021-03-01", "recordedBy": "clerk:1",
    "data": {"candidacy": "D1", "grounds": "motifsecret"}}


def line(event):
    return json.dumps(event, ensure_ascii=False) + "\n"


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-"))
        # The last cleanup to run: a disk that a test mounts in it is unmounted before.
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        os.chmod(self.folder, 0o755)
        self.ledger = self.folder / "test.ledger"

    def run_acquis(self, *words, ledger=None, text=True, **options):
        """A command's outcome, with plain spaces in its text; `text=False` gives the bytes."""
        return plainly(subprocess.run(
            [ACQUIS, *words, "--ledger", str(ledger or self.ledger)], capture_output=True,
            text=text, timeout=120, check=False, **options))

    def init(self):
        self.assertEqual(self.run_acquis("init").returncode, 0)

    def import_bytes(self, content, **options):
        file = self.folder / "history.jsonl"
        file.write_bytes(content)
        os.chmod(file, 0o644)
        return self.run_acquis("import", str(file), **options)

    def import_events(self, *events, **options):
        return self.import_bytes("".join(map(line, events)).encode(), **options)

    def size(self):
        return json.loads(self.run_acquis("log", "--root", "--json").stdout)["size"]

    def refused(self, outcome, status, *words):
        """The exit status, words of the message, no result, and nobody's data anywhere."""
        self.assertEqual(outcome.returncode, status, outcome.stderr)
        self.assertEqual(outcome.stdout, "")
        for word in words:
            self.assertIn(word, outcome.stderr)
        self.assertNotIn("secret", (outcome.stdout + outcome.stderr).lower())


class Imports(CommandLine):
    def setUp(self):
        super().setUp()
        self.init()

    def bad(self, content, *words):
        """A file that is refused with its line, and of which nothing stays."""
        self.refused(self.import_bytes(content), 2, "history.jsonl", *words)
        self.assertEqual(self.size(), 2)
        with sqlite3.connect(f"{self.ledger}.vault") as vault:
            keys = vault.execute("SELECT count(*) FROM person_key").fetchone()
        self.assertEqual(keys, (0,))

    def test_a_cut_line(self):
        whole = line(REGISTRATION) + line(ENROLMENT) + line(WITHDRAWAL)
        self.bad(whole.encode()[:-20], ":3", "is not JSON")

    def test_latin_1(self):
        self.bad(line(ENROLMENT).encode() + line(REGISTRATION).encode("latin-1"), ":2", "UTF-8")

    def test_a_byte_order_mark_before_the_file_is_no_part_of_it(self):
        mark = b"\xef\xbb\xbf"
        self.bad(line(ENROLMENT).encode() + mark + line(ENROLMENT).encode(), ":2", "byte-order mark")
        outcome = self.import_bytes(mark + line(ENROLMENT).encode())
        self.assertEqual(outcome.returncode, 0, outcome.stderr)

    def test_utf_16(self):
        for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
            self.bad(line(ENROLMENT).encode(encoding), ":1", "UTF-16")

    def test_days_that_do_not_exist(self):
        for day in ("2021-02-30", "2026-1-5", "2021-13-01", "0000-01-01", "hier"):
            self.bad(line({**ENROLMENT, "occurredOn": day}).encode(), ":1", "occurredOn")

    def test_a_future_day(self):
        self.bad(line({**ENROLMENT, "occurredOn": "9999-12-31"}).encode(), ":1", "occurredOn", "occurs after")

    def test_a_line_refused_after_a_person_was_sealed(self):
        event = {**ENROLMENT, "data": {**ENROLMENT["data"], "mentor": "M1"}}
        self.bad((line(REGISTRATION) + line(event)).encode(), ":2", "data.mentor")

    def test_an_unknown_type(self):
        self.bad(line({**ENROLMENT, "type": "CandidateHired"}).encode(), ":1", "CandidateHired")

    def test_a_field_too_many(self):
        event = {**ENROLMENT, "data": {**ENROLMENT["data"], "mentor": "M1"}}
        self.bad(line(event).encode(), ":1", "data.mentor")

    def test_a_field_twice(self):
        text = line(ENROLMENT).replace('"candidate"', '"candidate":"P2","candidate"')
        self.bad(text.encode(), ":1", "candidate", "twice")

    def test_an_id_too_long(self):
        event = {**ENROLMENT, "data": {**ENROLMENT["data"], "candidacy": "D" * 10_000}}
        self.bad(line(event).encode(), ":1", "data.candidacy")

    def test_a_text_too_long(self):
        event = {**WITHDRAWAL, "data": {"candidacy": "D1", "grounds": "secret" * 400}}
        self.bad((line(ENROLMENT) + line(event)).encode(), ":2", "data.grounds", "2000")

    def test_numbers_that_are_no_integers(self):
        for number in ("1.5", "1e3", "9007199254740992"):
            text = line({**ENROLMENT, "schema": 1}).replace('"schema": 1', f'"schema": {number}')
            self.bad(text.encode(), ":1", "schema")

    def test_an_empty_file(self):
        self.bad(b"", "holds no event")
        self.bad(b"\n\n", "holds no event")

    def test_an_erasure_is_done_not_imported(self):
        event = {"type": "CandidateIdentityErased", "occurredOn": "2021-04-01",
                 "recordedBy": "clerk:1", "data": {"candidate": "P1"}}
        self.bad((line(REGISTRATION) + line(event)).encode(), ":2", "erasure")

    def test_an_unknown_candidacy(self):
        self.bad(line(WITHDRAWAL).encode(), ":1", "D1")

    def test_no_file_and_a_folder(self):
        self.refused(self.run_acquis("import", str(self.folder / "none.jsonl")), 2, "none.jsonl")
        self.refused(self.run_acquis("import", str(self.folder)), 2)

    def test_twice_doubles_nothing(self):
        first = self.import_events(REGISTRATION, ENROLMENT, WITHDRAWAL)
        self.assertEqual(first.returncode, 0, first.stderr)
        root = self.run_acquis("log", "--root").stdout
        self.assertEqual(self.import_events(REGISTRATION, ENROLMENT, WITHDRAWAL).returncode, 0)
        self.assertEqual(self.run_acquis("log", "--root").stdout, root)

    def test_an_id_with_other_content(self):
        given = {**ENROLMENT, "id": "01790c5e-5c00-7000-8000-000000000001"}
        self.assertEqual(self.import_events(given).returncode, 0)
        other = {**given, "occurredOn": "2021-01-12"}
        self.refused(self.import_events(other), 2, ":1", "position 3")
        self.assertEqual(self.size(), 3)

    def test_nobody_stands_in_clear(self):
        self.assertEqual(
            self.import_events(REGISTRATION, ENROLMENT, WITHDRAWAL).returncode, 0)
        for file in self.folder.iterdir():
            if file.name == "history.jsonl":
                continue
            content = file.read_bytes().lower()
            self.assertNotIn(b"secret", content, file.name)
        master = (self.folder / "test.ledger.master").read_bytes().strip()
        for file in self.folder.glob("test.ledger*"):
            if file.suffix != ".master":
                self.assertNotIn(master, file.read_bytes())
                self.assertNotIn(bytes.fromhex(master.decode()), file.read_bytes())
            if file.suffix in (".master", ".vault"):
                self.assertEqual(file.stat().st_mode & 0o077, 0, file.name)

    def test_a_wrong_or_missing_master_key(self):
        master = self.folder / "test.ledger.master"
        kept = master.read_text()
        master.write_text("0" * 64 + "\n")
        self.refused(self.import_events(REGISTRATION), 3, ".master", "another vault")
        master.unlink()
        self.refused(self.import_events(REGISTRATION), 3, ".master")
        self.assertEqual(self.size(), 2)
        # What says nothing of a person needs no key.
        self.assertEqual(self.import_events(ENROLMENT).returncode, 0)
        master.write_text(kept)
        os.chmod(master, 0o600)
        self.assertEqual(self.import_events(REGISTRATION).returncode, 0)

    def test_the_file_itself_refuses_changes(self):
        self.assertEqual(self.import_events(ENROLMENT).returncode, 0)
        with sqlite3.connect(self.ledger) as database:
            columns = [row[1] for row in database.execute("PRAGMA table_info(event)")]
            names = ", ".join(columns)
            for statement in (
                    "UPDATE event SET bytes = x'00' WHERE position = 3",
                    "DELETE FROM event WHERE position = 3",
                    f"INSERT OR REPLACE INTO event ({names}) SELECT {names} FROM event"
                    " WHERE position = 3",
                    "DELETE FROM tag", "UPDATE subject SET name = 'x'", "DELETE FROM type"):
                with self.assertRaises(sqlite3.Error, msg=statement):
                    database.execute(statement)
        self.assertEqual(self.size(), 3)


class Ledgers(CommandLine):
    def test_no_ledger(self):
        self.refused(self.run_acquis("status", "D1"), 3, "init")

    def test_a_ledger_that_is_a_text_file(self):
        self.ledger.write_text("Ceci est un texte.\n" * 100)
        self.refused(self.run_acquis("status", "D1"), 3, "not a ledger")

    def test_a_ledger_that_is_empty_or_a_folder(self):
        self.ledger.write_bytes(b"")
        self.refused(self.run_acquis("status", "D1"), 3, "not a ledger")
        self.ledger.unlink()
        self.ledger.mkdir()
        self.refused(self.run_acquis("status", "D1"), 3)

    def test_init_after_an_init_that_was_killed(self):
        for left in ("vault", "master", "vault-empty"):
            self.init()
            self.ledger.unlink()
            if left == "vault-empty":
                (self.folder / "test.ledger.vault").write_bytes(b"")
            else:
                (self.folder / f"test.ledger.{left}").unlink()
            outcome = self.run_acquis("init")
            if left != "vault":
                # Keys may be in that vault, or in copies of it: nothing is made over what lies there.
                self.refused(outcome, 3, ".master" if left == "master" else ".vault")
                (self.folder / "test.ledger.vault").unlink()
                continue
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            self.assertEqual(self.import_events(REGISTRATION, ENROLMENT).returncode, 0)
            for file in self.folder.glob("test.ledger*"):
                file.unlink()

    def test_a_ledger_reached_by_a_link(self):
        self.init()
        link = self.folder / "link.ledger"
        link.symlink_to(self.ledger)
        file = self.folder / "history.jsonl"
        file.write_text(line(REGISTRATION))
        outcome = self.run_acquis("import", str(file), ledger=link)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)

    def test_init_never_overwrites(self):
        self.init()
        root = self.run_acquis("log", "--root").stdout
        self.refused(self.run_acquis("init"), 3, "already")
        self.assertEqual(self.run_acquis("log", "--root").stdout, root)

    def test_a_newer_format(self):
        self.init()
        with sqlite3.connect(self.ledger) as database:
            database.execute("PRAGMA user_version = 99")
        self.refused(self.run_acquis("status", "D1"), 3, "99", "newer")

    def test_a_second_writer_waits_and_says_so(self):
        self.init()
        other = sqlite3.connect(self.ledger, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        outcome = self.import_events(ENROLMENT)
        other.execute("ROLLBACK")
        other.close()
        self.refused(outcome, 3, "another process")
        self.assertLess(time.monotonic() - began, 30)
        self.assertEqual(self.import_events(ENROLMENT).returncode, 0)

    def test_many_writers_lose_nothing(self):
        self.init()
        outcomes = []

        def write(number):
            event = {**ENROLMENT, "data": {**ENROLMENT["data"], "candidacy": f"D{number}"}}
            file = self.folder / f"{number}.jsonl"
            file.write_text(line(event))
            outcomes.append(self.run_acquis("import", str(file)).returncode)

        threads = [threading.Thread(target=write, args=(number,)) for number in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(outcomes, [0] * 12)
        positions = [
            json.loads(text)["position"] for text in self.run_acquis("log").stdout.splitlines()]
        self.assertEqual(positions, list(range(1, 15)))

    @unittest.skipUnless(os.geteuid() == 0, "needs root to become another user")
    def test_a_folder_one_may_only_read(self):
        self.init()
        self.assertEqual(self.import_events(ENROLMENT).returncode, 0)
        os.chmod(self.folder, 0o755)
        program = pathlib.Path(tempfile.mkdtemp(prefix="acquis-bin-"))
        os.chmod(program, 0o755)
        copy = shutil.copy(ACQUIS, program / "acquis")
        nobody = {"user": 65534, "group": 65534, "extra_groups": []}
        try:
            outcome = subprocess.run(
                [copy, "status", "D1", "--json", "--ledger", str(self.ledger)],
                capture_output=True, text=True, check=False, **nobody)
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            self.assertEqual(json.loads(outcome.stdout)["candidacy"], "D1")
            outcome = subprocess.run(
                [copy, "import", str(self.folder / "history.jsonl"), "--ledger",
                 str(self.ledger)], capture_output=True, text=True, check=False, **nobody)
            self.refused(outcome, 3, "may not write")
        finally:
            shutil.rmtree(program)

    @unittest.skipUnless(os.geteuid() == 0, "needs root to mount a small disk")
    def test_no_space_left(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], check=False)
        if mounted.returncode:
            self.skipTest("cannot mount a tmpfs here")
        try:
            ledger = disk / "small.ledger"
            self.assertEqual(self.run_acquis("init", ledger=ledger).returncode, 0)
            before = self.run_acquis("log", "--root", ledger=ledger).stdout
            events = [
                {**ENROLMENT, "data": {**ENROLMENT["data"], "candidacy": f"D{number}"}}
                for number in range(5000)]
            file = self.folder / "history.jsonl"
            file.write_text("".join(map(line, events)))
            outcome = self.run_acquis("import", str(file), ledger=ledger)
            self.refused(outcome, 3, "no space left")
            self.assertEqual(self.run_acquis("log", "--root", ledger=ledger).stdout, before)
            (disk / "filler").write_bytes(b"")
            other = disk / "other.ledger"
            with open(disk / "filler", "wb", buffering=0) as filler:
                try:
                    while filler.write(b"0" * 4096):
                        pass
                except OSError:
                    pass
            outcome = self.run_acquis("init", ledger=other)
            self.assertEqual(outcome.returncode, 3, outcome.stderr)
            self.assertFalse(other.exists())
        finally:
            subprocess.run(["umount", str(disk)], check=False)


def root_of(leaves):
    """The root of RFC 9162, section 2.1.1, written from its definition."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\1" + root_of(leaves[:split]) + root_of(leaves[split:])).digest()


class Questions(CommandLine):
    def test_anyone_can_recompute_the_root_from_the_printed_log(self):
        self.assertEqual(self.run_acquis("demo").returncode, 0)
        leaves = []
        for number, text in enumerate(self.run_acquis("log").stdout.splitlines(), 1):
            event = json.loads(text)
            self.assertEqual(event.pop("position"), number)
            canonical = json.dumps(
                event, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            self.assertEqual(text, '{"position":%d,' % number + canonical[1:])
            leaves.append(canonical.encode())
        told = json.loads(self.run_acquis("log", "--root", "--json").stdout)
        self.assertEqual(told["size"], len(leaves))
        self.assertEqual(base64.b64decode(told["root"]), root_of(leaves))

    def test_an_unknown_candidacy_is_offered_near_ones(self):
        self.init()
        self.assertEqual(self.import_events(ENROLMENT).returncode, 0)
        self.refused(self.run_acquis("status", "D2"), 2, "D1")

    def test_a_day_before_the_enrolment_has_no_answer(self):
        self.init()
        self.import_events(ENROLMENT)
        outcome = self.run_acquis("status", "D1", "--on", "2021-01-10", "--json")
        self.assertEqual((outcome.returncode, outcome.stdout), (0, "null\n"))

    def test_wrong_calls(self):
        self.init()
        for words in (
                ["statu", "D1"], ["status"], ["status", "D1", "D2"], ["status", "D1", "--onn"],
                ["status", "D1", "--on", "2021-02-30"], ["status", "D1", "--known", "soon"],
                ["log", "--type", "Nothing"], ["log", "--subject", "candidacy:NOPE"],
                ["log", "--after", "9223372036854775807"], ["log", "--root", "--known", "1"], ["candidate", "NOPE"],
                ["candidates", "--certification", "NOPE"], ["status", "D1", "--lang", "xx"],
                ["windows", "--state", "none"], ["log", "--subject", "D1"], ["log", "--from", "x"],
                ["status", "x" * 10_000], ["status", ""]):
            self.assertEqual(self.run_acquis(*words).returncode, 2, words)

    def test_the_digest_is_the_same_everywhere(self):
        digests = set()
        for name, environment in (
                ("a", {"TZ": "UTC", "LANG": "C"}),
                ("b", {"TZ": "Pacific/Kiritimati", "LANG": "fr_FR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}),
                ("c", {"TZ": "No/Where"})):
            ledger = self.folder / f"{name}.ledger"
            outcome = self.run_acquis(
                "demo", ledger=ledger, env={**os.environ, **environment})
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            digests.add(self.run_acquis("replay", "--digest", ledger=ledger).stdout)
        self.assertEqual(len(digests), 1)

    def test_a_list_tells_the_same_as_lines_of_json_as_a_spreadsheet_and_on_screen(self):
        for seed, command in ((1, "candidates"), (2, "windows"), (3, "candidates"), (4, "windows")):
            self.ledger = self.folder / f"{seed}.ledger"
            self.assertEqual(self.run_acquis("demo", "--seed", str(seed)).returncode, 0)
            words = [command, "--on", f"202{seed}-06-15"]
            objects = [
                json.loads(text)
                for text in self.run_acquis(*words, "--json").stdout.splitlines()]
            rows = list(csv.DictReader(
                io.StringIO(self.run_acquis(*words, "--csv").stdout, newline="")))
            french = self.run_acquis(*words, "--csv=fr", text=False).stdout
            self.assertTrue(french.startswith(b"\xef\xbb\xbf"))
            again = list(csv.DictReader(
                io.StringIO(french.decode("utf-8-sig"), newline=""), delimiter=";"))
            screen = self.run_acquis(*words).stdout.splitlines()[1:]
            self.assertGreater(len(objects), 5)
            self.assertEqual([len(rows), len(again)], [len(objects)] * 2)
            for told, row, told_french, shown in zip(objects, rows, again, screen):
                self.assertEqual(told_french["candidature"], told["candidacy"])
                self.assertEqual(
                    told_french["dernier jour"], "/".join(reversed(row["lastDay"].split("-"))))
                self.assertNotEqual(told_french["état"], told["status"])
                self.assertEqual(row["candidacy"], told["candidacy"])
                self.assertEqual(row["status"], told["status"])
                self.assertEqual(row["lastDay"], told["window"]["lastDay"] or "")
                self.assertEqual(row["daysLeft"], str(
                    "" if told["window"]["daysLeft"] is None else told["window"]["daysLeft"]))
                if "blocks" in told:
                    held = [b for b in told["blocks"] if b["state"] in ("validated", "recognised")]
                    self.assertEqual(row["held"], str(len(held)))
                    self.assertIn(f"{row['held']}/{row['of']}", shown.split())
                self.assertEqual(
                    shown.split()[:3], [row["candidacy"], row["candidate"], row["certification"]])

    def test_other_lists_tell_the_same_in_every_form(self):
        for seed in (5, 6):
            self.ledger = self.folder / f"{seed}.ledger"
            self.assertEqual(self.run_acquis("demo", "--seed", str(seed)).returncode, 0)
            for words in (
                    ["deadlines", "--within", "400", "--on", "2025-06-15"],
                    ["timeline", "jury:DEMO-J-1"], ["timeline", "candidacy:DEMO-D-APPEAL"],
                    ["statistics", "RNCP38052"]):
                told = self.run_acquis(*words, "--json").stdout
                objects = (
                    json.loads(told) if words[0] == "statistics"
                    else [json.loads(text) for text in told.splitlines()])
                rows = list(csv.DictReader(
                    io.StringIO(self.run_acquis(*words, "--csv").stdout, newline="")))
                screen = self.run_acquis(*words).stdout.splitlines()[1:]
                self.assertGreater(len(objects), 2, words)
                self.assertEqual(len(rows), len(objects))
                for item, row, shown in zip(objects, rows, screen):
                    for name, cell in row.items():
                        if name in item and not isinstance(item[name], (dict, list, bool)):
                            value = item[name]
                            self.assertEqual(cell, "" if value is None else str(value))
                    if words[0] == "timeline":
                        self.assertEqual(row["after"], item["status"]["after"] or "")
                        self.assertEqual(row["lastDay"], item["lastDay"]["after"] or "")
                        # On a screen its rows are sentences, each after its position and day.
                        self.assertTrue(any(
                            text.replace("✗", " ").split()[:2] == [
                                row["position"], row["occurredOn"]] for text in screen), row)
                        continue
                    first = {"deadlines": ["lastDay"],
                             "statistics": ["year", "certified"]}[words[0]]
                    self.assertEqual(shown.split()[:len(first)], [row[name] for name in first])
                    if words[0] == "deadlines":
                        self.assertIn(row["subject"].split(":")[1], shown.split())

    def test_a_framework_tells_the_policy_of_the_day_and_its_basis(self):
        self.init()
        self.assertEqual(self.import_events(
            {"type": "RegistrationRenewed", "occurredOn": "2026-01-05", "recordedBy": "clerk:1",
             "data": {"certification": "RNCP38052", "expiresOn": "2029-09-20",
                      "lastDeliveryOn": "2030-03-20"}},
            {"type": "JuryPolicyChanged", "occurredOn": "2026-01-05", "recordedBy": "clerk:1",
             "data": {"certification": "RNCP38052", "pathway": "experience",
                      "roles": ["president", "operations"], "effectiveOn": "2026-02-01",
                      "basis": "policy"}}).returncode, 0)
        for day, end, roles, basis in (
                ("2026-01-04", "2026-09-20", 3, "fiche"), ("2026-01-31", "2029-09-20", 3, "fiche"),
                ("2026-02-01", "2029-09-20", 2, "policy")):
            told = json.loads(self.run_acquis(
                "certification", "RNCP38052", "--on", day, "--json").stdout)
            self.assertEqual(told["registeredUntil"], end)
            jury = {jury["pathway"]: jury for jury in told["juries"]}["experience"]
            self.assertEqual((len(jury["roles"]), jury["basis"]), (roles, basis))
            self.assertEqual(told["completionWindow"], {"years": 5, "basis": "policy"})

    def test_a_name_is_found_by_who_holds_the_master_key(self):
        self.init()
        self.assertEqual(self.import_events(REGISTRATION, ENROLMENT).returncode, 0)
        for name, found in (("prenomSECRET", 1), ("Nomsecret", 1), ("autre", 0)):
            outcome = self.run_acquis("candidates", "--name", name, "--json")
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            self.assertEqual(len(outcome.stdout.splitlines()), found)
        (self.folder / "test.ledger.master").unlink()
        self.refused(self.run_acquis("candidates", "--name", "nom"), 3, ".master")
        self.assertEqual(self.run_acquis("candidates").returncode, 0)

    def test_a_list_is_read_page_by_page(self):
        self.assertEqual(self.run_acquis("demo").returncode, 0)
        whole = self.run_acquis("candidates", "--json").stdout.splitlines()
        pages, after = [], []
        while True:
            page = self.run_acquis(
                "candidates", "--json", "--limit", "7", *after).stdout.splitlines()
            if not page:
                break
            pages += page
            after = ["--after", json.loads(page[-1])["candidacy"]]
        self.assertEqual(pages, whole)

    def test_a_status_and_its_timeline_agree(self):
        self.assertEqual(self.run_acquis("demo").returncode, 0)
        for candidacy in ("DEMO-D-APPEAL", "DEMO-D-LAPSE", "DEMO-D-AWARD-REVOKED"):
            entries = [
                json.loads(text) for text in self.run_acquis(
                    "timeline", f"candidacy:{candidacy}", "--json").stdout.splitlines()]
            for entry, following in zip(entries, entries[1:] + [None]):
                if following and following["occurredOn"] == entry["occurredOn"]:
                    continue
                told = json.loads(self.run_acquis(
                    "status", candidacy, "--on", entry["occurredOn"], "--json").stdout)
                self.assertEqual(told["status"], entry["status"]["after"])
                self.assertEqual(told["window"]["lastDay"], entry["lastDay"]["after"])

    def test_a_second_demo_changes_nothing(self):
        self.assertEqual(self.run_acquis("demo").returncode, 0)
        root = self.run_acquis("log", "--root").stdout
        again = self.run_acquis("demo")
        self.assertEqual(again.returncode, 0)
        self.assertIn("nothing was changed", again.stderr)
        self.assertEqual(self.run_acquis("log", "--root").stdout, root)


if __name__ == "__main__":
    unittest.main()
