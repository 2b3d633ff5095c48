"""The certifier's month and year: as a document, as a spreadsheet, in JSON; with names and without.

Reads the program's path from $ACQUIS.
"""

import csv
import datetime
import io
import json
import os
import pathlib
import re
import shutil
import stat
import tempfile
import unittest
import xml.etree.ElementTree as xml

from sheets import Workbook
from shown import plain
from trials import Trials, enrolment, event, registration, run

ON = "2026-06-30"
OUTCOMES = ("presented", "certified", "partial", "refused", "fallen", "absent")


def day(text):
    return datetime.date.fromisoformat(text)


class Demonstration(Trials):
    """What the demonstration's years say."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.made = pathlib.Path(tempfile.mkdtemp(prefix="acquis-report-"))
        cls.addClassCleanup(shutil.rmtree, cls.made, ignore_errors=True)
        cls.shown = cls.made / "demo.ledger"
        assert run(cls.shown, "demo").returncode == 0

    def setUp(self):
        super().setUp()
        self.ledger = self.shown

    def report(self, *words):
        return self.answer("report", *words)

    def test_a_years_awards_are_those_of_the_statistics(self):
        codes = [json.loads(line)["data"]["certification"] for line in self.done(
            "log", "--type", "CertificationRegistered").splitlines()]
        self.assertGreater(len(codes), 1)
        lines = {code: {line["year"]: line for line in self.answer("statistics", code, "--on", ON)}
                 for code in codes}
        seen = 0
        for year in (2019, 2020, 2021, 2026):
            report = self.report("--year", str(year), "--on", ON)["awards"]
            told = {line["certification"]: (line["certified"], line["certifiedByExperience"])
                    for line in report["byCertification"]}
            for code in codes:
                line = lines[code].get(year, {"certified": 0, "certifiedByExperience": 0})
                self.assertEqual(
                    told.get(code, (0, 0)), (line["certified"], line["certifiedByExperience"]))
            self.assertEqual(report["certified"], sum(count for count, _ in told.values()))
            self.assertEqual(report["certified"], sum(report["byMonth"]))
            self.assertEqual(report["certified"], report["sinceJanuary"])
            seen += report["certified"]
        self.assertGreater(seen, 10)

    def test_the_months_of_a_year_are_its_parts(self):
        year = self.report("--year", "2021", "--on", ON)
        months = [self.report("--month", f"2021-{month:02}", "--on", ON) for month in range(1, 13)]
        self.assertEqual([month["awards"]["certified"] for month in months],
                         year["awards"]["byMonth"])
        for figure in OUTCOMES:
            self.assertEqual(
                sum(month["outcomes"][figure] for month in months), year["outcomes"][figure])
            for lines in ("sessions", "pathways"):
                self.assertEqual(
                    sum(line[figure] for line in year[lines]), year["outcomes"][figure])
        self.assertEqual(sum(month["firstPresentation"]["base"] for month in months),
                         year["firstPresentation"]["base"])
        self.assertEqual(sum(len(month["waivers"]) for month in months), len(year["waivers"]))
        self.assertGreater(year["outcomes"]["presented"], 0)

    def test_the_spreadsheet_has_the_figures_of_the_json(self):
        file = self.folder / "a.xlsx"
        asked = ("report", "--year", "2020", "--on", ON)
        self.assertEqual(self.done(*asked, "--xlsx", str(file)), "")
        report = self.report(*asked[1:])
        book = Workbook(file)
        figures, months, codes, juries, pathways, windows, tasks, ends, rules, waivers = (
            rows[1:] for rows in book.sheets.values())
        outcomes, first = report["outcomes"], report["firstPresentation"]
        awards, delay = report["awards"], report["admissibilityToJury"]
        self.assertEqual([row[1] if len(row) > 1 else None for row in figures], [
            awards["certified"], awards["certifiedByExperience"], awards["sinceJanuary"],
            awards["sinceJanuaryBefore"], *(outcomes[figure] for figure in OUTCOMES),
            first["count"], delay["medianDays"]])
        self.assertEqual(figures[10][1:], [first["count"], first["base"], first["percent"]])
        self.assertEqual(months, [
            ["2020", *awards["byMonth"], sum(awards["byMonth"])],
            ["2019", *awards["byMonthBefore"], sum(awards["byMonthBefore"])]])
        self.assertEqual(codes, [list(line.values()) for line in awards["byCertification"]])
        self.assertEqual(juries, [
            [day(line["day"]), line["jury"], line["certification"],
             *(line[figure] for figure in OUTCOMES)] for line in report["sessions"]])
        self.assertEqual([row[1:] for row in pathways], [
            [line[figure] for figure in OUTCOMES] for line in report["pathways"]])
        self.assertEqual([row[1:5] for row in windows], [
            [line["candidacy"], line["certification"], day(line["lastDay"]), line["daysLeft"]]
            for line in report["closingWindows"]])
        owed, vae, surveys = report["declarations"], report["experience"], report["surveys"]
        self.assertEqual([row[2] for row in tasks if row[1] != "incomplete identities"], [
            owed["due"], owed["deposited"], owed["rejected"], owed["late"],
            vae["admissibilityDecisions"], vae["sessions"], vae["notifications"],
            surveys["sixMonths"] + surveys["sixMonthsPast"],
            surveys["twoYears"] + surveys["twoYearsPast"]])
        self.assertEqual([[row[0], row[2], row[3]] for row in ends], [
            [line["subject"].split(":")[1], day(line["lastDay"]), line["daysLeft"]]
            for line in report["registrations"]])
        self.assertEqual([[row[0], *row[2:]] for row in rules],
                         [list(line.values()) for line in report["findings"]])
        self.assertEqual([(row[0], row[5]) for row in waivers], [
            (day(line["occurredOn"]), line["position"]) for line in report["waivers"]])
        for rows in (juries, pathways, ends, rules):
            self.assertTrue(rows)
        self.assertTrue(all(map(book.is_headed, range(1, 11))))
        self.assertTrue(all(len(name) <= 31 for name in book.sheets))

    def test_the_spreadsheet_is_owner_only_the_same_each_time_and_never_replaced(self):
        files = [self.folder / name for name in ("a.xlsx", "b.xlsx")]
        for file in files:
            self.done("report", "--year", "2021", "--on", ON, "--xlsx", str(file))
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.assertEqual(*(file.read_bytes() for file in files))
        self.stops(2, "report", "--xlsx", str(files[0]))
        self.stops(2, "report", "--xlsx", str(self.folder / "c.ods"))
        self.stops(3, "report", "--xlsx", str(self.folder / "no" / "c.xlsx"))
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.xlsx", "b.xlsx"])

    def test_the_document_is_whole_and_draws_what_its_table_says(self):
        file = self.folder / "a.html"
        sheet = self.folder / "a.xlsx"
        asked = ("report", "--year", "2021", "--on", ON)
        self.done(*asked, "--to", str(file), "--xlsx", str(sheet), "--lang", "fr")
        self.assertTrue(sheet.exists())
        text = plain(file.read_text())
        page = xml.fromstring(text.removeprefix("<!DOCTYPE html>\n"))
        self.assertNotRegex(text, r"<script|https?://|src=|@import")
        self.assertIn("Rapport de l’année 2021", text)
        report = self.report(*asked[1:])
        awards, outcomes = page.find("body/main").iter("svg")
        said = awards.findtext("desc")
        numbers = [tuple(map(int, found)) for found in
                   re.findall(r": (\d+) \(2021\), (\d+) \(2020\)", said)]
        self.assertEqual(numbers, list(zip(report["awards"]["byMonth"],
                                           report["awards"]["byMonthBefore"])))
        rows = [[cell.text for cell in row] for row in page.iter("tr")]
        self.assertIn(["2021", *map(str, report["awards"]["byMonth"]),
                       str(report["awards"]["certified"])], rows)
        for line in report["sessions"]:
            self.assertIn(f"{line['jury']} : certifiés {line['certified']}, partiels "
                          f"{line['partial']}", outcomes.findtext("desc"))
        self.assertTrue(all(drawing.findtext("title") for drawing in (awards, outcomes)))
        first = report["firstPresentation"]
        self.assertIn(f"{first['percent']} % ({first['count']} sur {first['base']})", text)

    def test_one_certification_is_reported_alone(self):
        whole = self.report("--year", "2021", "--on", ON)
        parts = [self.report("--year", "2021", "--on", ON, "--certification", code)
                 for code in ("RNCP38052", "3474", "RNCP99052")]
        for figure in OUTCOMES:
            self.assertEqual(sum(part["outcomes"][figure] for part in parts),
                             whole["outcomes"][figure])
        for key in ("sessions", "closingWindows", "registrations", "waivers"):
            self.assertEqual(sum(len(part[key]) for part in parts), len(whole[key]))
        self.assertLessEqual(
            sum(line["broken"] for part in parts for line in part["findings"]),
            sum(line["broken"] for line in whole["findings"]))
        self.stops(2, "report", "--certification", "RNCP1")

    def test_the_rules_broken_are_those_of_the_findings(self):
        found = self.answer("findings", "--on", ON)
        told = self.report("--on", ON)["findings"]
        for line in told:
            of = [finding["waived"] for finding in found if finding["rule"] == line["rule"]]
            self.assertEqual((line["broken"], line["waived"]), (of.count(False), of.count(True)))
        self.assertEqual({line["rule"] for line in told}, {line["rule"] for line in found})

    def test_without_a_period_it_is_the_month_of_the_day(self):
        self.assertEqual(self.report("--on", "2021-06-17")["period"], "2021-06")

    def test_a_month_without_anything_has_zeros_and_no_percentage(self):
        report = self.report("--month", "2016-01", "--on", "2016-01-31")
        self.assertEqual(set(report["outcomes"].values()), {0})
        self.assertEqual(report["firstPresentation"], {"count": 0, "base": 0, "percent": None})
        self.assertIsNone(report["admissibilityToJury"]["medianDays"])
        self.assertEqual(report["sessions"], [])
        text = self.done("report", "--month", "2016-01", "--on", "2016-01-31", "--lang", "fr")
        self.assertIn("Rapport de janvier 2016", text)
        self.assertIn("0 certification délivrée", text)
        self.assertIn("0 candidature présentée", text)
        self.assertEqual(text.count("<svg"), 2)  # The months, and the code of the proof.

    def test_the_values_of_the_tables_are_given_to_a_spreadsheet(self):
        text = self.done("report", "--year", "2021", "--on", ON, "--csv")
        parts = [list(csv.reader(io.StringIO(part))) for part in
                 text.replace("\r\n", "\n").split("\n\n")]
        self.assertEqual(len(parts), 10)
        self.assertEqual(parts[3][0], ["By jury"])
        report = self.report("--year", "2021", "--on", ON)
        self.assertEqual(parts[3][2:], [
            [line["day"], line["jury"], line["certification"],
             *(str(line[figure]) for figure in OUTCOMES)] for line in report["sessions"]])
        french = self.done("report", "--year", "2021", "--on", ON, "--csv=fr", "--lang", "fr")
        self.assertTrue(french.startswith("\ufeffChiffres\n"))
        self.assertIn("\njour;jury;certification;présentés;", french)

    def test_what_is_no_period_is_wrong_usage(self):
        for words in (("--month", "2021-13"), ("--month", "juin"), ("--month", "2021"),
                      ("--year", "21"), ("--year", "2021-06"), ("--year", "0000"),
                      ("--month", "2021-06", "--year", "2021"), ("--csv=de",),
                      ("--to", "a.txt")):
            self.assertEqual(self.stops(2, "report", *words).stdout, "")


class Names(Trials):
    """Two persons whose window closes, and a waiver, as who holds the vault sees them."""

    ASKED = ("report", "--month", "2026-05", "--on", "2026-06-01")

    def setUp(self):
        super().setUp()
        self.init()
        self.imported(
            registration(1), enrolment(1),
            *(event("JuryConvened", "2021-05-01", jury=jury, certification="3474",
                    sessionOn=day, mode="onSite")
              for jury, day in (("J1", "2021-06-17"), ("J2", "2026-05-04"))),
            event("BlockValidated", "2021-06-17", jury="J1", candidacy="D1", block="3474D1"),
            {**event("BlockRefused", "2026-05-04", jury="J2", candidacy="D1", block="3474D2"),
             "waives": ["R05"], "reason": "=motif"})

    def test_a_document_names_who_is_at_risk_and_says_why_a_rule_was_waived(self):
        told = self.done(*self.ASKED)
        self.assertIn("Nomsecret1x Prénomsecret", told)
        self.assertIn("=motif", told)
        hidden = self.done(*self.ASKED, "--no-names")
        self.assertIn("<td>P1</td>", hidden)
        for word in ("secret", "=motif"):
            self.assertNotIn(word, hidden)

    def test_the_json_names_no_one_unless_asked(self):
        told = self.answer(*self.ASKED)
        self.assertNotIn("names", told)
        self.assertEqual([line["candidate"] for line in told["closingWindows"]], ["P1"])
        self.assertEqual(told["closingWindows"][0]["daysLeft"], 16)
        self.assertEqual(told["closingWindows"][0]["missing"], ["3474D2", "3474D3", "3474D4"])
        self.assertEqual([line["rules"] for line in told["waivers"]], [["R05"]])
        named = self.answer(*self.ASKED, "--names")
        self.assertEqual(named.pop("names"), {
            "persons": {"P1": "Nomsecret1x Prénomsecret"},
            "reasons": {str(told["waivers"][0]["position"]): "=motif"},
            "incompleteIdentities": 0})
        self.assertEqual(named, told)

    def test_a_text_is_never_a_formula(self):
        file = self.folder / "a.xlsx"
        self.done(*self.ASKED, "--xlsx", str(file))
        rows = list(Workbook(file).sheets.values())
        self.assertEqual(rows[5][1][0], "Nomsecret1x Prénomsecret")
        self.assertEqual(rows[9][1][4], "=motif")

    def test_without_a_vault_it_shows_ids(self):
        for suffix in (".vault", ".master"):
            self.file(suffix).unlink()
        self.assertIn("<td>P1</td>", self.done(*self.ASKED))
        self.stops(3, *self.ASKED, "--names")

    def test_who_was_erased_is_an_id(self):
        self.done("erase", "P1", "--reason", "demande", "--by", "clerk:1", "--yes")
        told = self.done(*self.ASKED)
        self.assertIn("<td>P1</td>", told)
        self.assertNotIn("secret", told)

    def test_who_cannot_be_declared_is_counted(self):
        self.imported(
            event("CandidateRegistered", "2021-01-11", candidate="P2",
                  identity={"birthName": "Autresecret", "firstNames": ["X"]}),
            enrolment(2), event("CertificationAwarded", "2026-05-04", candidacy="D2"))
        told = self.answer(*self.ASKED, "--names")
        self.assertEqual(told["names"]["incompleteIdentities"], 1)
        self.assertEqual(told["declarations"]["due"], 0, "due on 4 August, after 31 July")


if __name__ == "__main__":
    unittest.main()
