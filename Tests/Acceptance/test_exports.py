"""Every list in a folder of files for spreadsheets, and in one workbook.

Reads the program's path from $ACQUIS.
"""

import csv
import datetime
import io
import json
import os
import pathlib
import re
import resource
import shutil
import stat
import subprocess
import tempfile
import unittest

from sheets import Workbook
from trials import Trials, as_root, digest_of, enrolment, event, person, run, struck, traced, words

ON = ("--on", "2022-06-15")

# The lists that a command shows, by the names of their files.
SHOWN = {
    "certifications": ("certifications",), "people": ("people",), "candidates": ("candidates",),
    "windows": ("windows",), "certificates": ("certificates",), "juries": ("juries",),
    "deadlines": ("deadlines",), "past-deadlines": ("deadlines", "--past"),
    "statistics": ("statistics",), "findings": ("findings",), "log": ("log",)}
# Those that are only exported.
OTHERS = {"blocks", "competencies", "capitalisation", "declarations", "jury-members", "decisions"}
# The commands with --csv that need a subject or two states of knowledge, or give a report and not a list.
NO_LIST = {"timeline", "compare", "report", "export"}

DAY = re.compile(r"\d{4}-\d\d-\d\d$")
README = "LISEZMOI.txt"


def rows(content, separator=","):
    file = io.StringIO(content.decode().removeprefix("\ufeff"), newline="")
    return list(csv.reader(file, delimiter=separator))


class Exports(Trials):
    def setUp(self):
        super().setUp()
        self.place = self.folder / "lists"

    def export(self, *asked, kind="csv", to=None):
        self.done("export", kind, "--to", str(to or self.place), *asked)
        return {file.stem: rows(file.read_bytes(), ";" if "--style" in asked else ",")
                for file in sorted(self.place.glob("*.csv"))}

    def readme(self, language):
        """The columns that the text explains: for each file, each with its parts."""
        text = (self.place / README).read_bytes().decode().removeprefix("\ufeff")
        self.assertEqual(text.count("\n"), text.count("\r\n"))
        french, english = text.split("READ ME\r\n")
        files, name = {}, None
        for line in (french if language == "fr" else english).split("\r\n"):
            if line.endswith(".csv"):
                name = line.removesuffix(".csv")
                self.assertNotIn(name, files)
                files[name] = []
            elif name and " | " in line:
                files[name].append(line.strip().split(" | "))
        return files

    def left(self):
        """What is beside the ledger's own files."""
        return sorted(name for name in os.listdir(self.folder)
                      if not name.startswith("test.ledger") and name not in ("events.jsonl", "trace"))


class Demonstration(Exports):
    """What is asked of one ledger, which nothing changes."""

    @classmethod
    def setUpClass(cls):
        cls.shared = pathlib.Path(tempfile.mkdtemp(prefix="acquis-"))
        cls.addClassCleanup(shutil.rmtree, cls.shared, ignore_errors=True)
        outcome = run(cls.shared / "demo.ledger", "demo", "--events", "200")
        if outcome.returncode:
            raise AssertionError(outcome.stderr)

    def setUp(self):
        super().setUp()
        self.ledger = self.shared / "demo.ledger"

    def test_every_list_of_the_command_line_is_in_the_export(self):
        commands = set(re.findall(
            r"^  ([a-z]+)\b", self.done("help", "--lang", "en"), re.MULTILINE))
        listing = {name for name in commands if name != "help"
                   and "--csv" in run(self.ledger, "help", name, "--lang", "en").stdout}
        self.assertEqual(listing - NO_LIST, {asked[0] for asked in SHOWN.values()})
        self.assertEqual(set(self.export(*ON)), set(SHOWN) | OTHERS)

    def test_rows_are_those_of_the_commands_in_both_styles(self):
        for style, option in (((), "--csv"), (("--style", "fr"), "--csv=fr")):
            for names in ("--names", "--no-names"):
                with self.subTest(style=style, names=names):
                    shutil.rmtree(self.place, ignore_errors=True)
                    self.export(*ON, *style, names)
                    for name, asked in SHOWN.items():
                        has_names = asked[0] not in ("statistics",)
                        alone = self.done(
                            *asked, option, *ON, *([names] if has_names else []), text=False)
                        self.assertEqual(
                            (self.place / f"{name}.csv").read_bytes(), alone, name)

    def test_the_columns_are_explained_each_once_in_both_languages(self):
        for style in ((), ("--style", "fr")):
            shutil.rmtree(self.place, ignore_errors=True)
            lists = self.export(*ON, *style)
            content = (self.place / README).read_bytes()
            self.assertEqual(content.startswith(b"\xef\xbb\xbf"), bool(style))
            for language in ("fr", "en"):
                explained = self.readme(language)
                self.assertEqual(set(explained), set(lists))
                for name, columns in explained.items():
                    with self.subTest(style=style, language=language, name=name):
                        self.assertTrue(all(len(parts) in (4, 5) and all(parts) for parts in columns))
                        if not style:
                            self.assertEqual([parts[0] for parts in columns], lists[name][0])
                        elif language == "fr":
                            self.assertEqual([parts[1] for parts in columns], lists[name][0])
                        meanings = [parts[2] for parts in columns]
                        self.assertEqual(len(set(meanings)), len(meanings))

    def test_values_have_the_form_and_the_words_that_are_explained(self):
        lists = self.export(*ON)
        forms = {"day, YYYY-MM-DD": DAY, "whole number": re.compile(r"-?\d+$"),
                 "whole percentage, without a sign": re.compile(r"\d+$"),
                 "instant, RFC 3339, in UTC": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")}
        for name, columns in self.readme("en").items():
            for place, parts in enumerate(columns):
                cells = {row[place] for row in lists[name][1:]} - {""}
                if parts[3] in forms:
                    for cell in cells:
                        self.assertRegex(cell, forms[parts[3]], (name, parts[0]))
                else:
                    self.assertFalse([cell for cell in cells if DAY.match(cell)], (name, parts[0]))
                if len(parts) == 5:
                    known = {word.split(" = ")[0] for word in parts[4].split("; ")}
                    if parts[0] == "declaration":
                        known.add("late")
                    found = {word for cell in cells for word in re.split("[ ,]", cell)}
                    self.assertLessEqual(found, known, (name, parts[0]))

    def test_french_files_have_french_words_and_days(self):
        for name, table in self.export(*ON, "--style", "fr").items():
            for cell in (cell for row in table for cell in row):
                self.assertNotRegex(cell, r"^\d{4}-\d\d-\d\d$", name)
                self.assertNotRegex(cell, r"^[a-z]+[A-Z][a-z]+", name)

    def test_the_folder_is_for_its_owner_alone_and_the_answer_counts_rows(self):
        answer = json.loads(self.done("export", "csv", "--to", str(self.place), *ON, "--json"))
        self.assertEqual((answer["folder"], answer["on"]), (str(self.place), "2022-06-15"))
        self.assertEqual(answer["known"], self.answer("log", "--root")["size"])
        self.assertEqual(stat.S_IMODE(self.place.stat().st_mode), 0o700)
        for file in self.place.iterdir():
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600, file)
        self.assertEqual(
            {entry["name"]: entry["rows"] for entry in answer["files"]},
            {file.name: len(rows(file.read_bytes())) - 1 for file in self.place.glob("*.csv")})
        self.assertEqual(self.left(), ["lists"])

    def test_the_same_question_has_the_same_files(self):
        self.export(*ON, "--known", "150")
        first = digest_of(self.place)
        shutil.rmtree(self.place)
        self.export(*ON, "--known", "150")
        self.assertEqual(digest_of(self.place), first)
        text = first[README][0].decode()
        self.assertIn("150", text)
        self.assertIn("15 juin 2022", text)

    def test_known_and_on_are_those_of_every_question(self):
        lists = self.export("--on", "2018-06-15", "--known", "100", "--no-names")
        self.assertEqual(len(self.export_of("log", "--on", "2018-06-15", "--known", "100")), len(lists["log"]))
        for name, asked in SHOWN.items():
            self.assertEqual(
                self.export_of(*asked, "--on", "2018-06-15", "--known", "100"), lists[name], name)

    def export_of(self, *asked):
        return rows(self.done(*asked, "--csv", text=False))

    def test_a_workbook_has_the_same_lists_after_their_meanings(self):
        lists = self.export(*ON, "--style", "fr")
        book = self.folder / "lists.xlsx"
        answer = json.loads(self.done(
            "export", "xlsx", "--to", str(book), *ON, "--lang", "fr", "--json"))
        self.assertEqual(stat.S_IMODE(book.stat().st_mode), 0o600)
        workbook = Workbook(book)
        sheets = list(workbook.sheets.items())
        self.assertEqual(len(sheets), len(lists) + 1)
        self.assertTrue(all(workbook.is_headed(number) for number in range(1, len(sheets) + 1)))
        self.assertEqual(
            answer["sheets"],
            [{"name": name, "rows": len(table) - 1} for name, table in sheets[1:]])
        (first, meanings), others = sheets[0], dict(sheets[1:])
        self.assertEqual(first, "LISEZMOI")
        explained = self.readme("fr")
        self.assertEqual(
            sorted(row[2] for row in meanings[1:] if row[2]),
            sorted(parts[0] for columns in explained.values() for parts in columns))
        for name, table in lists.items():
            headings = table[0]
            found = [sheet for sheet in others.values()
                     if sheet[0] == headings and len(sheet) == len(table)]
            self.assertTrue(found, name)
            shown = [[[self.as_french(cell) for cell in row + [None] * (len(headings) - len(row))]
                      for row in sheet[1:]] for sheet in found]
            self.assertIn(
                [[cell.removesuffix("\u00a0%") for cell in row] for row in table[1:]], shown, name)

    @staticmethod
    def as_french(cell):
        if isinstance(cell, datetime.date):
            return cell.strftime("%d/%m/%Y")
        return "" if cell is None else str(cell)


class Long(Exports):
    def test_a_log_of_several_pages_is_exported_once_from_end_to_end(self):
        self.done("init")
        self.imported(*map(enrolment, range(1, 4201)))
        size = self.log_size()
        self.assertGreater(size, 4200)
        lists = self.export(*ON, "--no-names")
        self.assertEqual([row[0] for row in lists["log"][1:]], [str(n) for n in range(1, size + 1)])


class Names(Exports):
    def setUp(self):
        super().setUp()
        self.done("init")
        self.imported(*person(1))

    def all(self):
        return b"".join(file.read_bytes() for file in self.place.iterdir()).decode().upper()

    def test_persons_are_named_where_the_vault_is_and_not_if_unasked(self):
        self.export()
        self.assertIn("NOMSECRET1X", self.all())
        self.assertIn("named; to be kept", (self.place / README).read_text())
        shutil.rmtree(self.place)
        self.export("--no-names")
        self.assertNotIn("NOMSECRET", self.all())
        self.assertIn("without any name", (self.place / README).read_text())

    def test_without_a_vault_there_are_ids_unless_names_are_asked_for(self):
        os.rename(f"{self.ledger}.vault", f"{self.ledger}.elsewhere")
        self.export()
        self.assertNotIn("NOMSECRET", self.all())
        shutil.rmtree(self.place)
        self.stops(3, "export", "csv", "--to", str(self.place), "--names")
        self.assertFalse(self.place.exists())

    def test_a_text_that_begins_like_a_formula_is_marked(self):
        hostile = event(
            "CandidateRegistered", "2021-01-11", candidate="P9",
            identity={"birthName": "Durand", "firstNames": ["=SUM(A1)"], "birthDate": "1990",
                      "sex": "F", "birthPlace": {"postalCode": "75002"}})
        self.imported(hostile)
        cells = [cell for row in self.export()["people"] for cell in row]
        self.assertIn("'=SUM(A1) DURAND", cells)


class Refused(Exports):
    def setUp(self):
        super().setUp()
        self.done("init")
        self.imported(*person(1))

    def test_a_folder_is_asked_for(self):
        for asked in (("csv",), ("xlsx",), ("xlsx", "--to", "lists.csv"),
                      ("csv", "--to", str(self.place), "--style", "en"),
                      ("xlsx", "--to", str(self.folder / "x.xlsx"), "--style", "fr"),
                      ("csv", "--to", str(self.place), "--known", "99")):
            self.stops(2, "export", *asked)
        self.assertEqual(self.left(), [])

    def test_an_empty_folder_is_used_and_no_other(self):
        self.place.mkdir(mode=0o755)
        self.export()
        self.assertEqual(stat.S_IMODE(self.place.stat().st_mode), 0o700)
        before = digest_of(self.place)
        self.stops(2, "export", "csv", "--to", str(self.place))
        self.stops(2, "export", "csv", "--to", f"{self.place}/")
        self.assertEqual(digest_of(self.place), before)
        file = self.folder / "file"
        file.write_text("x")
        self.stops(2, "export", "csv", "--to", str(file))
        self.assertEqual(file.read_text(), "x")
        book = self.folder / "book.xlsx"
        book.write_text("x")
        self.stops(2, "export", "xlsx", "--to", str(book))
        self.assertEqual(self.left(), ["book.xlsx", "file", "lists"])

    def test_an_empty_folder_behind_a_link_is_used(self):
        self.place.mkdir()
        link = self.folder / "link"
        link.symlink_to(self.place)
        self.done("export", "csv", "--to", f"{link}/")
        self.assertTrue((self.place / README).exists())
        self.assertTrue(link.is_symlink())

    def test_the_folder_that_one_is_in_is_left_alone(self):
        self.place.mkdir()
        self.stops(2, "export", "csv", "--to", ".", cwd=self.place)
        self.assertEqual(os.listdir(self.place), [])

    def test_a_folder_that_cannot_be_written_is_reported(self):
        self.stops(3, "export", "csv", "--to", str(self.folder / "nowhere" / "lists"))
        self.stops(3, "export", "xlsx", "--to", str(self.folder / "nowhere" / "lists.xlsx"))
        self.stops(3, "export", "csv", "--to", "/proc/lists")

    def test_where_files_may_not_grow_nothing_is_left(self):
        for kind, to in (("csv", self.place), ("xlsx", self.folder / "lists.xlsx")):
            outcome = run(
                self.ledger, "export", kind, "--to", str(to),
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))
            self.assertEqual(outcome.returncode, 3, outcome.stderr)
            self.assertEqual(outcome.stdout, "")
            self.assertEqual(self.left(), [])

    def test_on_a_full_disk_nothing_is_left(self):
        as_root("a full disk")
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40k", "tmpfs", str(disk)],
                          check=False).returncode:
            self.skipTest("cannot mount a tmpfs here")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=False)
        for kind, to in (("csv", disk / "lists"), ("xlsx", disk / "lists.xlsx")):
            (disk / "filler").write_bytes(b"0" * (24 * 1024))
            outcome = self.stops(3, "export", kind, "--to", str(to))
            self.assertIn("o space left", outcome.stderr)
            self.assertEqual(os.listdir(disk), ["filler"])

    def test_what_else_has_the_name_of_the_draft_is_neither_used_nor_removed(self):
        other = self.folder / ".lists.part"
        (other / "kept").mkdir(parents=True)
        (other / "mine").write_text("x")
        self.assertNotIn("mine", self.export())
        self.assertEqual(stat.S_IMODE(self.place.stat().st_mode), 0o700)
        self.assertEqual(sorted(path.name for path in other.iterdir()), ["kept", "mine"])
        self.assertEqual(self.left(), [".lists.part", "lists"])
        self.assertEqual({path.suffix for path in self.place.iterdir()}, {".csv", ".txt"})

    def test_one_that_was_killed_leaves_no_folder_and_the_next_clears_its_draft(self):
        if shutil.which("strace") is None:
            self.skipTest("needs strace")
        command = words(self.ledger, "export", "csv", "--to", str(self.place))
        _, calls = traced(command, self.folder / "trace")
        shutil.rmtree(self.place)
        moved = next(call for call in calls if call.name.startswith("rename"))
        linked = [call for call in calls if call.name == "linkat"][5]
        for call in (linked, moved):
            struck(call, command)
            self.assertFalse(self.place.exists())
        self.assertIn(".lists.part", os.listdir(self.folder))
        self.export()
        self.assertEqual(self.left(), ["lists"])

    def test_an_answer_that_cannot_be_printed_says_that_the_folder_is_written(self):
        with open("/dev/full", "wb") as full:
            outcome = subprocess.run(
                words(self.ledger, "export", "csv", "--to", str(self.place)), stdout=full,
                stderr=subprocess.PIPE, text=True, check=False,
                env={**os.environ, "LC_ALL": "C", "LANG": "C"})
        self.assertEqual(outcome.returncode, 3)
        self.assertIn("is written", outcome.stderr)
        self.assertTrue((self.place / README).exists())


if __name__ == "__main__":
    unittest.main()
