"""Every list: its columns on narrow and wide terminals, its files for spreadsheets, its JSON, and the names
that it shows and does not.

Reads the program's path from $ACQUIS.
"""

import csv
import fcntl
import io
import json
import os
import pty
import re
import struct
import subprocess
import termios
import unittest

from clocks import clock
from sheets import Workbook
from test_command_line import ACQUIS
from trials import Trials, enrolment, event, person, registration, run

ON = ("--on", "2022-06-15")
LISTS = [
    ("people", *ON), ("juries", *ON), ("certifications", *ON), ("certificates", *ON),
    ("candidates", *ON), ("candidates", "--certification", "RNCP38052", "--blocks", *ON),
    ("windows", *ON), ("deadlines", "--within", "900", *ON), ("deadlines", "--past", *ON),
    ("statistics", *ON), ("statistics", "RNCP38052", *ON), ("findings", "--each", *ON), ("log",)]
COLOUR = re.compile(r"\x1b\[[0-9;]*[mK]")


def on_terminal(ledger, width, *words, lang="fr", **environment):
    """What a command shows on a terminal of that many columns, colours left out."""
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    process = subprocess.Popen(
        [ACQUIS, *words, "--lang", lang, "--ledger", str(ledger)], stdin=subprocess.DEVNULL,
        stdout=side, stderr=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm", **environment})
    os.close(side)
    shown = b""
    while True:
        try:
            more = os.read(main, 65536)
        except OSError:
            break
        if not more:
            break
        shown += more
    os.close(main)
    process.wait(timeout=60)
    return shown.decode().replace("\r\n", "\n")


class EveryList(Trials):

    def setUp(self):
        super().setUp()
        self.done("demo", "--events", "200")

    def test_no_line_is_wider_than_the_terminal_and_no_word_is_cut(self):
        for words in LISTS:
            for width in (80, 100, 140):
                for lang in ("fr", "en"):
                    with self.subTest(words=words, width=width, lang=lang):
                        shown = COLOUR.sub("", on_terminal(self.ledger, width, *words, lang=lang))
                        self.assertTrue(shown)
                        self.assertNotIn("…", shown)
                        wider = [line for line in shown.splitlines() if len(line) > width]
                        self.assertEqual(wider, [])

    def test_files_have_a_row_for_each_element_and_one_heading_for_each_column(self):
        for number, words in enumerate(LISTS):
            with self.subTest(words=words):
                exact = self.rows(self.done(*words, "--csv"), ",")
                french = self.rows(self.done(*words, "--csv", "fr"), ";")
                self.assertEqual(french, self.rows(self.done(*words, "--csv=fr"), ";"))
                path = self.folder / f"list-{number}.xlsx"
                self.done(*words, "--lang", "fr", "--xlsx", str(path))
                sheet = next(iter(Workbook(path).sheets.values()))
                self.assertEqual(len(set(exact[0])), len(exact[0]))
                self.assertEqual(len(set(french[0])), len(french[0]))
                self.assertEqual(sheet[0], french[0])
                self.assertEqual([len(exact), len(french)], [len(sheet)] * 2)
                self.assertEqual({len(row) for row in exact + french}, {len(exact[0])})

    def test_french_files_have_french_words_and_days(self):
        for words in LISTS:
            with self.subTest(words=words):
                rows = self.rows(self.done(*words, "--csv=fr"), ";")
                for cell in (cell for row in rows for cell in row):
                    self.assertNotRegex(cell, r"^\d{4}-\d\d-\d\d$")
                    self.assertNotRegex(cell, r"^[a-z]+[A-Z][a-z]+", cell)
                    self.assertNotIn(cell, ("validated", "certified", "open", "lapsed", "status"))

    def test_json_has_a_line_for_each_element(self):
        for words in LISTS:
            with self.subTest(words=words):
                told = self.done(*words, "--json")
                lines = json.loads(told) if words[0] in ("statistics", "findings") else [
                    json.loads(line) for line in told.splitlines()]
                self.assertEqual(
                    len(lines), len(self.rows(self.done(*words, "--csv"), ",")) - 1)

    def test_a_pipe_and_no_color_have_no_colours(self):
        for words in LISTS:
            with self.subTest(words=words):
                self.assertNotIn("\x1b", self.done(*words))
                self.assertNotIn("\x1b", on_terminal(self.ledger, 100, *words, NO_COLOR="1"))

    def rows(self, text, separator):
        file = io.StringIO(text.removeprefix("\ufeff"), newline="")
        return list(csv.reader(file, delimiter=separator))


class People(Trials):
    def setUp(self):
        super().setUp()
        self.done("init")

    def ids(self, *words):
        return [json.loads(line)["candidate"] for line in self.done("people", "--json", *words).splitlines()]

    def test_a_person_without_a_candidacy_is_found_in_any_order_and_spelling(self):
        one = event(
            "CandidateRegistered", "2021-01-11", candidate="P1",
            identity={"birthName": "D’Aubigné", "firstNames": ["Marie-Zoé"], "birthDate": "1990-03-12",
                      "sex": "F", "birthPlace": {"postalCode": "75002"}})
        self.imported(one, *person(2))
        self.assertEqual(self.ids(), ["P1", "P2"])
        for name in ("marie daubigne", "DAUBIGNE marie", "zoe aubigné", "d aubigne"):
            self.assertEqual(self.ids("--name", name), ["P1"], name)
        self.assertEqual(self.ids("--name", "aubigne", "--limit", "5"), ["P1"])
        self.assertEqual(self.ids("--name", "personne"), [])
        named = json.loads(self.done("people", "--json", "--names", "--limit", "1"))
        self.assertEqual(
            (named["name"], named["birthDate"], named["candidacies"]),
            ("Marie-Zoé D’AUBIGNÉ", "1990-03-12", 0))

    def test_names_are_shown_on_a_terminal_alone(self):
        self.imported(*person(1))
        self.assertIn("NOMSECRET1X", on_terminal(self.ledger, 100, "people"))
        self.assertNotIn("NOMSECRET1X", on_terminal(self.ledger, 100, "people", "--no-names"))
        for words in (("people",), ("candidates",), ("people", "--csv"), ("people", "--json")):
            self.assertNotIn("NOMSECRET1X", self.done(*words).upper())
            self.assertIn("NOMSECRET1X", self.done(*words, "--names").upper())

    def test_merged_deceased_and_never_registered_persons_are_marked(self):
        self.imported(
            *person(1), registration(2),
            event("CandidateMerged", "2021-02-01", candidate="P2", into="P1"),
            event("CandidateDeceased", "2021-03-01", candidate="P1"), enrolment(3))
        lines = [json.loads(line) for line in self.done("people", "--json").splitlines()]
        self.assertEqual(
            [(line["candidate"], line["ids"], line["candidacies"]) for line in lines],
            [("P1", ["P1", "P2"], 1), ("P3", ["P3"], 1)])
        self.assertEqual(
            [(line["deceasedOn"], line["registeredOn"]) for line in lines],
            [("2021-03-01", "2021-01-11"), (None, None)])
        shown = self.done("people", "--lang", "fr")
        self.assertIn("réunie avec P2, décès le 01/03/2021", shown)
        self.assertIn("identité jamais enregistrée", shown)

    def test_what_a_declaration_lacks_is_said(self):
        lacking = registration(1)
        del lacking["data"]["identity"]["birthDate"]
        self.imported(
            lacking, enrolment(1), event("CertificationAwarded", "2021-08-02", candidacy="D1"))
        rows = self.done("candidates", "--declaration", "incomplete", "--csv").splitlines()
        self.assertEqual(len(rows), 2)
        self.assertTrue(rows[1].endswith("birthDate"))
        self.assertIn(
            "date de naissance",
            self.done("candidates", "--declaration", "incomplete", "--csv=fr"))


class Others(Trials):
    def setUp(self):
        super().setUp()
        self.done("demo", "--events", "200")

    def test_near_ids_are_offered(self):
        for words, near in (
                (("juries", "--certification", "RNCP3805"), "RNCP38052"),
                (("jury", "DEMO-J-OLDD"), "DEMO-J-OLD"),
                (("candidates", "--missing", "BC9"), "BC0")):
            self.assertIn(near, self.stops(2, *words).stderr)

    def test_a_block_is_missing_by_its_short_code(self):
        def ids(block):
            return self.done("candidates", "--missing", block, "--certification", "RNCP38052", "--json")
        self.assertEqual(ids("bc02"), ids("RNCP38052BC02"))
        self.assertTrue(ids("BC02"))

    def test_juries_of_some_days(self):
        lines = [json.loads(line) for line in self.done(
            "juries", "--from", "2018-01-01", "--to", "2018-12-31", "--json").splitlines()]
        self.assertTrue(lines)
        self.assertEqual({line["sessionOn"][:4] for line in lines}, {"2018"})

    def test_a_certificate_is_found_by_its_number(self):
        first = json.loads(self.done("certificates", "--json", "--limit", "1"))
        found = json.loads(self.done("certificates", "--json", "--number", first["number"]))
        self.assertEqual(found, first)
        self.assertIn(
            first["number"], self.stops(2, "certificates", "--number", first["number"] + "X").stderr)

    def test_statistics_of_all_have_a_total_for_each_year(self):
        lines = json.loads(self.done("statistics", "--json"))
        for year in {line["year"] for line in lines}:
            ofYear = [line for line in lines if line["year"] == year]
            total, = (line for line in ofYear if line["certification"] is None)
            self.assertEqual(
                total["certified"],
                sum(line["certified"] for line in ofYear if line["certification"]))
        for code in {line["certification"] for line in lines if line["certification"]}:
            self.assertEqual(
                [{**line, "certification": code} for line in json.loads(self.done("statistics", code, "--json"))],
                [line for line in lines if line["certification"] == code])

    def test_what_was_recorded_on_a_day_and_by_whom(self):
        everything = [json.loads(line) for line in self.done("log").splitlines()]
        who = everything[-1]["recordedBy"]
        by = [json.loads(line) for line in self.done("log", "--by", who).splitlines()]
        self.assertEqual(by, [entry for entry in everything if entry["recordedBy"] == who])
        two = self.done("log", "--by", who, "--limit", "2").splitlines()
        self.assertEqual([json.loads(line) for line in two], by[:2])
        days = [self.done("log", "--recorded-on", day).splitlines()
                for day in ("2017-01-01", "2017-01-02", "2017-01-03")]
        self.assertFalse(days[0])
        self.assertIn(everything[0], [json.loads(line) for line in days[1]])
        self.assertFalse(set(days[1]) & set(days[2]))

    def test_log_is_a_list_on_a_terminal_and_json_lines_in_a_pipe(self):
        shown = COLOUR.sub("", on_terminal(self.ledger, 120, "log", "--limit", "2"))
        self.assertIn("certification enregistrée", shown)
        self.assertIn("02/01/2017 09:00", shown)
        self.assertNotIn("{", shown)
        self.assertEqual(
            on_terminal(self.ledger, 120, "log", "--limit", "2", "--json"),
            self.done("log", "--limit", "2"))

    def test_a_certification_has_its_live_figures(self):
        figures = self.answer("certification", "RNCP38052", *ON)["figures"]
        self.assertEqual(figures["certified"], sum(year["certified"] for year in figures["byYear"]))
        self.assertIn("certifications délivrées", self.done("certification", "RNCP38052", "--lang", "fr"))


class Overseas(Trials):
    def test_a_day_that_has_begun_overseas_is_explained(self):
        self.done("init")
        self.imported(*person(1))
        faked = ("env", "TZ=Pacific/Noumea", *clock("@2031-03-02 06:30:00"))
        for words in (
                ("log", "--known", "2031-03-02"),
                ("record", "TrainingStarted", "candidacy=D1", "--on", "2031-03-02", "--by", "x",
                 "--accept-clock")):
            outcome = run(self.ledger, *words, "--lang", "fr", before=faked)
            self.assertNotEqual(outcome.returncode, 0)
            self.assertRegex(
                outcome.stderr, r"il est encore le 1er mars à Paris, jusqu’à 10\sh à votre heure")
        faked = ("env", "TZ=Europe/Paris", *clock("@2031-03-02 06:30:00"))
        outcome = run(self.ledger, "log", "--known", "2031-03-03", before=faked)
        self.assertNotIn("still", outcome.stderr)


if __name__ == "__main__":
    unittest.main()
