"""The open exports: CloudEvents, a folder of .csv and one .xlsx of every list.

Reads the program's path from $ACQUIS.
"""

import csv
import datetime
import io
import json
import re
import stat
import unittest

from owed_awards import Scene
from sheets import Workbook
from trials import Trials, event, run

ON = "2025-06-30"
LISTS = ["candidates", "people", "juries", "certifications", "certificates", "windows", "deadlines"]
# The published schema of CloudEvents 1.0, its part that concerns an event with JSON data.
CONTEXT = {"id", "source", "specversion", "type", "datacontenttype", "dataschema", "subject", "time", "data"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


class Exports(Trials):
    def setUp(self):
        super().setUp()
        self.init()
        self.scene = Scene(80)
        names = ["Nomsecret=1+1", "=1+1", "+33", "-2", "@ici", "Nomsecret ; \"cité\""]
        for name in names:
            person = self.scene.person(birthName=name, firstNames=[name.removeprefix("Nomsecret")])
            self.scene.certified(self.scene.register(person), first=6)
        for _ in range(4):
            self.scene.certified(self.scene.register(self.scene.person()))
        self.scene.fact("CertificateIssued", "2025-06-20", candidacy=next(iter(self.scene.awards.values()))[
            "candidacy"], number="N° 458")
        self.imported(*self.scene.events)

    def named(self):
        """The names by which people are called, the usage name before that of birth."""
        return [identity.get("usageName", identity["birthName"]).strip()
                for identity in (person.identity for person in self.scene.people.values())]


class CloudEvents(Exports):
    def test_each_entry_is_an_event_of_the_published_form(self):
        text = self.done("export", "cloudevents")
        entries = {}
        for line in self.done("log").splitlines():
            entry = json.loads(line)
            entries[entry["id"]] = entry
        events = [json.loads(line) for line in text.splitlines()]
        self.assertEqual([told["id"] for told in events], list(entries))
        for told in events:
            entry = entries[told["id"]]
            self.assertEqual(told["specversion"], "1.0")
            for name in ("id", "source", "type"):
                self.assertTrue(isinstance(told[name], str) and told[name], name)
            for name in ("subject", "dataschema"):
                self.assertTrue(name not in told or isinstance(told[name], str) and told[name], name)
            self.assertRegex(told["source"], r"^[!#-;=?-Z_a-z~%\[\]]+$")
            self.assertIn(told.get("datacontenttype"), (None, "application/json"))
            self.assertTrue(INSTANT.fullmatch(told["time"]), told["time"])
            self.assertEqual(datetime.datetime.fromisoformat(told["time"].replace("Z", "+00:00")),
                             datetime.datetime.fromisoformat(entry["recordedAt"].replace("Z", "+00:00")))
            self.assertIn(entry["type"], told["type"])
            for name, value in told.items():
                self.assertRegex(name, r"^[a-z0-9]+$")
                if name not in CONTEXT:
                    self.assertIsInstance(value, (str, int, bool), name)
                    self.assertTrue(type(value) is not int or abs(value) < 2 ** 31, name)
            # Whether the data alone or the whole entry stands there, nothing of the data is lost.
            data = told["data"]
            self.assertEqual(data.get("data", data) if "recordedBy" in data else data, entry["data"])
        self.assertEqual(len({(told["source"], told["id"]) for told in events}), len(events))

    def test_nobody_stands_in_clear(self):
        self.assertNotIn("secret", self.done("export", "cloudevents").lower())

    def test_a_file_is_the_same(self):
        target = self.folder / "entries.jsonl"
        self.done("export", "cloudevents", "--to", str(target))
        self.assertEqual(target.read_text(encoding="utf-8"), self.done("export", "cloudevents"))
        self.assertEqual(self.done("export", "cloudevents"), self.done("export", "cloudevents"))


class Folder(Exports):
    def exported(self, *words, name="lists"):
        folder = self.folder / name
        self.done("export", "csv", "--to", str(folder), "--on", ON, *words)
        return folder

    def files(self, folder):
        return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix == ".csv"}

    @staticmethod
    def rows(content, separator=","):
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))

    def test_each_list_is_a_file(self):
        files = self.files(self.exported())
        held = {tuple(map(tuple, self.rows(content))) for content in files.values()}
        for name in LISTS:
            with self.subTest(name):
                told = run(self.ledger, name, "--csv", "--on", ON, text=False)
                self.assertEqual(told.returncode, 0, told.stderr)
                rows = self.rows(told.stdout)
                key, first = rows[0][0], {row[0] for row in rows[1:]}
                alike = [found for found in held if key in found[0] and {
                    row[found[0].index(key)] for row in found[1:]} >= first]
                self.assertTrue(alike, f"{name}: no file holds its rows")
        for name, content in files.items():
            rows = self.rows(content)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, name)
            self.assertEqual(len(set(rows[0])), len(rows[0]), name)

    def test_every_column_is_explained(self):
        for words, separator, name in (((), ",", "plain"), (("--style", "fr"), ";", "french")):
            folder = self.exported(*words, name=name)
            explained = (folder / "LISEZMOI.txt").read_bytes().decode()
            for file, content in self.files(folder).items():
                self.assertIn(file, explained)
                for column in self.rows(content, separator)[0]:
                    self.assertIn(column.replace("\u00a0", " "), explained.replace("\u00a0", " "), file)

    def test_for_a_french_spreadsheet(self):
        plain, french = self.files(self.exported()), self.files(self.exported("--style", "fr", name="french"))
        self.assertEqual(len(plain), len(french))
        for name, content in french.items():
            self.assertTrue(content.startswith(b"\xef\xbb\xbf"), name)
            self.assertIn(b";", content.split(b"\r\n")[0])
            self.assertNotIn(b"\n", content.replace(b"\r\n", b""), name)
        lengths = sorted(len(self.rows(content)) for content in plain.values())
        self.assertEqual(sorted(len(self.rows(content, ";")) for content in french.values()), lengths)

    def test_names_are_there_unless_they_are_not_wanted(self):
        named = b"".join(self.files(self.exported()).values()).decode()
        for name in self.named():
            self.assertIn(name.replace('"', '""').casefold(), named.casefold())
        unnamed = b"".join(file.read_bytes() for file in self.exported("--no-names", name="ids").iterdir())
        self.assertNotIn(b"secret", unnamed.lower())
        self.file(".vault").unlink()
        without = b"".join(file.read_bytes() for file in self.exported(name="without").iterdir())
        self.assertNotIn(b"secret", without.lower())

    def test_no_cell_is_a_formula(self):
        for words, separator, name in (((), ",", "plain"), (("--style", "fr"), ";", "french")):
            for file, content in self.files(self.exported(*words, name=name)).items():
                for row in self.rows(content, separator):
                    for cell in row:
                        self.assertNotRegex(cell, r"^(=1|@ici|\+33$)", file)

    def test_a_folder_for_its_owner_alone_whole_or_not_at_all(self):
        folder = self.exported()
        for file in folder.iterdir():
            self.assertEqual(stat.S_IMODE(file.stat().st_mode) & 0o077, 0, file.name)
        before = {file.name: file.read_bytes() for file in folder.iterdir()}
        outcome = run(self.ledger, "export", "csv", "--to", str(folder), "--on", ON)
        self.assertNotEqual(outcome.returncode, 0, "written over")
        self.assertEqual({file.name: file.read_bytes() for file in folder.iterdir()}, before)
        self.stops(2, "export", "csv")
        outcome = run(self.ledger, "export", "csv", "--to", "/proc/nulle-part")
        self.assertIn(outcome.returncode, (2, 3), outcome.stderr)


class Book(Exports):
    def test_every_list_is_a_sheet(self):
        target, folder = self.folder / "lists.xlsx", self.folder / "lists"
        self.done("export", "xlsx", "--to", str(target), "--on", ON)
        self.done("export", "csv", "--to", str(folder), "--on", ON)
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o600)
        book = Workbook(target)
        files = [file for file in folder.iterdir() if file.suffix == ".csv"]
        self.assertGreaterEqual(len(book.sheets), len(files))
        for name in book.sheets:
            self.assertLessEqual(len(name), 31)
            self.assertNotRegex(name, r"[][*?:/\\]")
        lengths = sorted(len(rows) for rows in book.sheets.values())
        for file in files:
            rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline="")))
            self.assertIn(len(rows), lengths, file.name)
        cells = {str(cell) for rows in book.sheets.values() for row in rows for cell in row if cell is not None}
        for name in self.named():
            self.assertTrue(any(name.casefold() in cell.casefold() for cell in cells), name)

    def test_without_names(self):
        target = self.folder / "ids.xlsx"
        self.done("export", "xlsx", "--to", str(target), "--no-names", "--on", ON)
        cells = [str(cell) for rows in Workbook(target).sheets.values() for row in rows for cell in row]
        self.assertNotIn("secret", "".join(cells).lower())

    def test_a_book_needs_a_file_and_writes_over_none(self):
        self.stops(2, "export", "xlsx")
        target = self.folder / "lists.xlsx"
        target.write_bytes(b"mine")
        self.assertNotEqual(run(self.ledger, "export", "xlsx", "--to", str(target), "--on", ON).returncode, 0)
        self.assertEqual(target.read_bytes(), b"mine")


class Empty(Trials):
    def test_a_ledger_without_anyone(self):
        self.init()
        self.assertEqual(len(self.done("export", "cloudevents").splitlines()), 2)
        self.done("export", "csv", "--to", str(self.folder / "lists"), "--on", ON)
        self.done("export", "xlsx", "--to", str(self.folder / "lists.xlsx"), "--on", ON)
        self.assertTrue((self.folder / "lists" / "LISEZMOI.txt").exists())
        Workbook(self.folder / "lists.xlsx")

    def test_a_ledger_of_old_facts_without_names(self):
        self.init()
        self.imported(event("CandidateEnrolled", "2021-01-11", candidacy="D1", candidate="P1",
                            certification="RNCP38052", pathway="apprenticeship"))
        self.done("export", "csv", "--to", str(self.folder / "lists"), "--on", ON)
        self.assertIn(b"D1", b"".join(file.read_bytes() for file in (self.folder / "lists").iterdir()))


if __name__ == "__main__":
    unittest.main()
