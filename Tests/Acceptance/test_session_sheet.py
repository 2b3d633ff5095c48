"""The sheet of a jury's session: made, filled in as a spreadsheet leaves it, taken back.

Reads the program's path from $ACQUIS.
"""

import csv
import io
import json
import os
import pty
import stat
import subprocess
import unittest
import xml.etree.ElementTree as xml
import zipfile

from jury_scene import CODE, SESSION, JuryScene, convened, event, summoned
from sheets import Workbook
from test_command_line import ACQUIS

BLOCKS = ["BC01", "BC02", "BC03", "BC04"]
NAMES = ["Aubert", "Bonnet", "Clément", "Dubois", "Étienne", "Fabre"]


def candidate(number):
    """Registered, enrolled for VAE and admissible."""
    name = f"{NAMES[number % len(NAMES)]}{number:02}"
    return [
        event("CandidateRegistered", "2026-01-05", candidate=f"P{number:02}", identity={
            "birthName": name, "firstNames": ["Camille"], "birthDate": f"1980-01-{number % 28 + 1:02}",
            "sex": "F", "birthPlace": {"postalCode": "59000"}}),
        event("CandidateEnrolled", "2026-01-06", candidacy=f"D{number:02}",
              candidate=f"P{number:02}", certification=CODE, pathway="experience"),
        event("AdmissibilityDecided", "2026-02-01", candidacy=f"D{number:02}", admissible=True)]


def fill(path, texts):
    """A copy of a workbook with these texts in its first sheet's cells, as they are typed."""
    part = "xl/worksheets/sheet1.xml"
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    filled = path.with_name("filled.xlsx")
    with zipfile.ZipFile(path) as file, zipfile.ZipFile(filled, "w") as copy:
        for entry in file.namelist():
            content = file.read(entry)
            if entry == part:
                page = xml.fromstring(content)
                for row in page.iter(f"{name}row"):
                    cells = {cell.get("r"): cell for cell in row}
                    for place, text in texts.items():
                        if place[1:] == row.get("r"):
                            cell = xml.Element(f"{name}c", r=place, t="inlineStr")
                            shown = xml.SubElement(xml.SubElement(cell, f"{name}is"), f"{name}t")
                            shown.text = text
                            cells[place] = cell
                    row[:] = [cells[place] for place in sorted(cells)]
                content = xml.tostring(page)
            copy.writestr(entry, content)
    return filled


class SheetScene(JuryScene):
    count = 3

    def setUp(self):
        super().setUp()
        people = [fact for number in range(1, self.count + 1) for fact in candidate(number)]
        self.given(*people, convened(), *summoned(
            *[f"D{number:02}" for number in range(1, self.count + 1)]))
        self.made = 0

    def sheet(self, *words):
        """The rows of a new sheet, by heading."""
        self.made += 1
        self.file = self.folder / f"J1-{self.made}.csv"
        self.done("jury", "J1", "--sheet", "--to", str(self.file), "--lang", "fr", *words)
        text = self.file.read_bytes().decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))

    def saved(self, rows, encoding="cp1252", headings=None, name="filled.csv"):
        """A file as a French spreadsheet saves it."""
        headings = headings or list(rows[0])
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(headings)
        writer.writerows([[row.get(heading, "") for heading in headings] for row in rows])
        path = self.folder / name
        path.write_bytes(text.getvalue().encode(encoding, "replace"))
        return path

    def take(self, path, *words, **options):
        return self.run_acquis(
            "record", "--sheet", str(path), "--by", "clerk:1", "--lang", "fr", *words, **options)

    def taken(self, path, *words):
        outcome = self.take(path, *words)
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)
        return outcome.stdout

    def log(self):
        lines = self.done("log", "--lang", "fr").splitlines()
        return [json.loads(line) for line in lines]

    def recorded(self, kind):
        return [entry for entry in self.log() if entry["type"] == kind]

    def states(self, candidacy):
        return {block["code"].removeprefix(CODE): block["state"]
                for block in self.status(candidacy, SESSION)["blocks"]}

    def wrong(self, path, status, *words):
        """Refused with its places, nothing recorded, nobody named."""
        before = self.log()
        outcome = self.take(path)
        self.assertEqual(outcome.returncode, status, outcome.stdout + outcome.stderr)
        for word in words:
            self.assertIn(word, outcome.stderr)
        for name in NAMES:
            self.assertNotIn(name.lower(), outcome.stderr.lower())
        self.assertEqual(self.log(), before)
        return outcome.stderr


class ThirtyCandidates(SheetScene):
    count = 30

    def test_a_session_is_one_sheet_and_two_commands(self):
        rows = self.sheet()
        self.assertEqual(len(rows), 30)
        for index, row in enumerate(rows):
            if index == 4:
                row["présence"] = "absent excusé"
                continue
            for block in BLOCKS:
                row[block] = "V"
            if index % 3 == 0:
                row["BC02"], row["BC04"] = "NV", "non validé"
                row["motif"] = "BC02 : entretien à reprendre ; BC04 : étude de cas incomplète"
                row["recommandation"] = "Refaire l’étude de cas"
        path = self.saved(rows)
        tried = self.taken(path, "--dry-run")
        self.assertEqual(tried.count("certification délivrée"), 19)
        self.assertIn("D01", tried)
        self.assertIn("rien n’a été enregistré", tried)
        self.assertEqual(self.recorded("BlockValidated"), [])
        said = self.taken(path)
        self.assertIn("séance du 18 juin 2026 : présents M1, M2, M3", said)
        self.assertEqual(len(self.recorded("BlockValidated")), 19 * 4 + 10 * 2)
        self.assertEqual(len(self.recorded("BlockRefused")), 20)
        self.assertEqual(len(self.recorded("CandidateAbsent")), 1)
        self.assertEqual(len(self.recorded("JuryRecommended")), 10)
        self.assertEqual(len(self.recorded("CertificationAwarded")), 19)
        self.assertEqual(len(self.recorded("JuryHeld")), 1)
        first = rows[0]["candidature"]
        self.assertEqual(
            self.states(first),
            {"BC01": "validated", "BC02": "refused", "BC03": "validated", "BC04": "refused"})
        self.assertEqual(self.status(rows[1]["candidature"], SESSION)["status"], "certified")
        size = len(self.log())
        self.assertIn("rien n’a été ajouté", self.taken(path))
        self.assertEqual(len(self.log()), size)
        # A new sheet has all of it, and taken back as it is says nothing new.
        again = {row["candidature"]: row for row in self.sheet()}
        self.assertEqual(again[first]["BC02"], "NV")
        self.assertEqual(
            again[first]["motif"], "BC02 : entretien à reprendre ; BC04 : étude de cas incomplète")
        self.assertEqual(again[first]["recommandation"], "Refaire l’étude de cas")
        self.assertEqual(again[rows[4]["candidature"]]["BC01"], "ABS")
        self.assertIn("rien n’a été ajouté", self.taken(self.file))


class Made(SheetScene):
    def test_it_is_for_its_owner_and_a_spreadsheet_opens_it(self):
        rows = self.sheet()
        self.assertEqual(
            list(rows[0]), ["candidature", "nom", *BLOCKS, "présence", "motif", "recommandation",
                            "feuille"])
        self.assertEqual([row["candidature"] for row in rows], ["D01", "D02", "D03"])
        self.assertEqual(rows[0]["nom"], "BONNET01 Camille")
        self.assertRegex(rows[0]["feuille"], r"^jury J1, position \d+, édition 2026-2, D\d+$")
        self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), 0o600)
        content = self.file.read_bytes()
        self.assertTrue(content.startswith(b"\xef\xbb\xbf"))
        self.assertTrue(content.endswith(b"\r\n"))
        outcome = self.run_acquis("jury", "J1", "--sheet", "--to", str(self.file))
        self.assertEqual(outcome.returncode, 2)
        self.assertEqual(self.file.read_bytes(), content)

    def test_without_names(self):
        self.assertEqual({row["nom"] for row in self.sheet("--no-names")}, {""})

    def test_as_a_workbook(self):
        path = self.folder / "J1.xlsx"
        self.done("jury", "J1", "--sheet", "--xlsx", str(path), "--lang", "fr")
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
        rows = Workbook(path).sheets["J1"]
        self.assertEqual(rows[1][0], "D01")
        self.assertEqual(rows[1][1], "BONNET01 Camille")

    def test_a_workbook_that_is_filled_in_is_taken_back(self):
        path = self.folder / "J1.xlsx"
        self.done("jury", "J1", "--sheet", "--to", str(path), "--lang", "fr")
        filled = fill(path, {"C2": "V", "D2": "NV", "H2": "Oral à reprendre", "G3": "absent excusé"})
        said = self.taken(filled)
        self.assertIn("BC01 validé", said)
        self.assertEqual(self.states("D01")["BC02"], "refused")
        self.assertEqual(self.recorded("CandidateAbsent")[0]["data"]["excused"], True)
        self.assertIn("rien n’a été ajouté", self.taken(filled))

    def test_a_workbook_offers_the_words(self):
        path = self.folder / "J1.xlsx"
        self.done("jury", "J1", "--sheet", "--to", str(path), "--lang", "fr")
        with zipfile.ZipFile(path) as file:
            page = file.read("xl/worksheets/sheet1.xml").decode()
        self.assertEqual(page.count('<dataValidation type="list"'), 5)
        self.assertIn('state="frozen"', page)
        offered = [row[0] for row in Workbook(path).sheets["Choices"]]
        self.assertEqual(offered, ["V", "NV", "ABS"])

    def test_an_unknown_jury_has_near_ones(self):
        outcome = self.run_acquis("jury", "J2", "--sheet", "--lang", "fr")
        self.refused(outcome, 2, "J1")


class TakenBack(SheetScene):
    def test_a_blank_is_no_decision(self):
        rows = self.sheet()
        rows[0]["BC01"] = "v"
        said = self.taken(self.saved(rows))
        self.assertIn("BC01 validé", said)
        self.assertIn("1 bloc acquis sur 4", said)
        self.assertEqual(len(self.recorded("BlockValidated")), 1)
        rows[0]["BC01"] = ""
        self.assertIn("rien n’a été ajouté", self.taken(self.saved(rows)))
        self.assertEqual(self.states("D01")["BC01"], "validated")

    def test_who_is_recused_is_left_out(self):
        self.given(
            event("JuryMemberRecused", "2026-06-01", jury="J1", member="M3", candidacy="D01"),
            event("JuryMemberAdded", "2026-06-02", jury="J1", by={
                "member": "M4", "role": "operations", "name": "Paul Roux"}))
        rows = self.sheet()
        rows[0]["BC01"] = rows[1]["BC01"] = "V"
        self.assertIn("sans M3, récusé", self.taken(self.saved(rows)))
        without = [entry["data"].get("without") for entry in self.recorded("BlockValidated")]
        self.assertEqual(without, [["M3"], None])

    def test_a_corrected_cell_corrects(self):
        rows = self.sheet()
        rows[0].update(BC01="V", BC02="NV", motif="Oral à reprendre")
        self.taken(self.saved(rows))
        rows = self.sheet()
        rows[0].update(BC01="NV", BC02="V", motif="Dossier incomplet")
        said = self.taken(self.saved(rows))
        self.assertIn("corrige la position", said)
        self.assertEqual(
            self.states("D01"),
            {"BC01": "refused", "BC02": "validated", "BC03": "missing", "BC04": "missing"})
        annulled = self.recorded("EventAnnulled")
        self.assertEqual(len(annulled), 2)
        ids = {entry["id"] for entry in self.log()}
        self.assertTrue(all(entry["data"]["replacedBy"] in ids for entry in annulled))
        self.assertIn("rien n’a été ajouté", self.taken(self.saved(rows)))
        self.assertEqual(self.sheet()[0]["motif"], "Dossier incomplet")

    def test_an_absence_noted_by_mistake_is_corrected(self):
        rows = self.sheet()
        rows[0]["BC01"] = "abs."
        self.taken(self.saved(rows))
        rows = self.sheet()
        self.assertEqual([rows[0][block] for block in BLOCKS], ["ABS"] * 4)
        rows[0].update({block: "" for block in BLOCKS}, BC01="V")
        rows[0]["présence"] = ""
        self.wrong(self.saved(rows), 2, "filled.csv:2, colonne C", "enregistrée absente")
        rows[0]["présence"] = "présente"
        self.taken(self.saved(rows))
        self.assertEqual(self.states("D01")["BC01"], "validated")

    def test_an_award_that_a_rule_refuses_is_told_and_the_rest_recorded(self):
        self.given(event("CertificationWithdrawn", "2026-06-10", certification=CODE,
                         lastDeliveryOn="2026-06-12"))
        rows = self.sheet()
        rows[0].update({block: "V" for block in BLOCKS})
        said = self.taken(self.saved(rows))
        self.assertIn("certification non délivrée (R02", said)
        self.assertEqual(len(self.recorded("BlockValidated")), 4)
        self.assertEqual(self.recorded("CertificationAwarded"), [])

    def test_every_refusal_has_its_cell(self):
        self.given(
            event("AdmissibilityDecided", "2026-06-01", candidacy="D01", admissible=False),
            event("AdmissibilityDecided", "2026-06-01", candidacy="D03", admissible=False))
        rows = self.sheet()
        for row in rows:
            row["BC02"] = "V"
        said = self.wrong(self.saved(rows), 1, "R12", "filled.csv:2, colonne D", "filled.csv:4, colonne D")
        self.assertNotIn("filled.csv:3", said)

    def test_minutes_and_presence(self):
        rows = self.sheet()
        rows[0]["BC01"] = "V"
        path = self.saved(rows)
        outcome = self.take(path, "--present", "M1,M2")
        self.assertEqual(outcome.returncode, 1)
        self.assertIn("R03", outcome.stderr)
        self.taken(path, "--present", "M1,M2,M3", "--minutes", "PV-1")
        self.assertEqual(len(self.recorded("JuryDeliberated")), 1)

    def test_json(self):
        rows = self.sheet()
        rows[0].update({block: "V" for block in BLOCKS})
        said = json.loads(self.taken(self.saved(rows), "--json"))
        self.assertEqual(said["candidacies"][0]["awarded"], True)
        self.assertEqual(said["last"] - said["first"], 5)


class MovedSince(SheetScene):
    def setUp(self):
        super().setUp()
        self.rows = self.sheet()
        self.done("record", "JuryHeld", "--on", SESSION, "--by", "clerk:2", "jury=J1",
                  "present=M1,M2,M3")
        self.done("record", "BlockValidated", "--on", SESSION, "--by", "clerk:2", "jury=J1",
                  "candidacy=D02", f"block={CODE}BC01")

    def test_it_is_told_and_asked(self):
        self.rows[0]["BC01"] = "V"
        path = self.saved(self.rows)
        said = self.wrong(path, 1, "le registre a changé", "D02 : " + CODE + "BC01", "--yes")
        self.assertNotIn("D01", said)
        self.assertIn("le registre a changé", self.taken(path, "--dry-run"))
        self.taken(path, "--yes")
        self.assertEqual(len(self.recorded("BlockValidated")), 2)

    def test_what_the_sheet_says_too_is_no_change(self):
        self.rows[1]["BC01"] = self.rows[0]["BC01"] = "V"
        self.taken(self.saved(self.rows))
        self.assertEqual(len(self.recorded("BlockValidated")), 2)

    def test_a_cell_changed_on_both_sides_is_told_and_corrects(self):
        self.rows[1]["BC01"] = "NV"
        path = self.saved(self.rows)
        self.wrong(path, 1, "D02", "maintenant V", "--yes")
        self.taken(path, "--yes")
        self.assertEqual(len(self.recorded("BlockRefused")), 1)
        self.assertEqual(len(self.recorded("EventAnnulled")), 1)

    def test_on_a_terminal_it_is_asked(self):
        self.rows[0]["BC01"] = "V"
        path = self.saved(self.rows)
        for answer, recorded in ((b"non\n", 1), (b"oui\n", 2)):
            mine, theirs = pty.openpty()
            with subprocess.Popen(
                    [ACQUIS, "record", "--sheet", str(path), "--by", "clerk:1", "--lang", "fr",
                     "--ledger", str(self.ledger)],
                    stdin=theirs, stderr=theirs, stdout=subprocess.PIPE) as process:
                os.write(mine, answer)
                process.communicate(timeout=60)
            os.close(theirs)
            os.close(mine)
            self.assertEqual(len(self.recorded("BlockValidated")), recorded)


class WrongSheets(SheetScene):
    def test_all_at_once(self):
        rows = self.sheet()
        rows[0]["BC01"] = "VV"
        rows[1].update(BC02="V", présence="absent")
        rows[2]["motif"] = "Un motif de rien"
        said = self.wrong(
            self.saved(rows), 2, "filled.csv:2, colonne C", "approchant", "filled.csv:3, colonne D",
            "filled.csv:4, colonne H")
        self.assertNotIn("VV", said)

    def test_rows(self):
        rows = self.sheet()
        self.wrong(self.saved(rows[:2]), 2, "D03", "manque")
        self.wrong(self.saved(rows + [rows[0]]), 2, "filled.csv:5", "ligne 2")
        strange = [dict(rows[0], candidature="D0Z"), *rows[1:]]
        said = self.wrong(self.saved(strange), 2, "filled.csv:2, colonne A", "approchant")
        self.assertNotIn("D0Z", said)
        cut = self.saved(rows).read_bytes()
        path = self.folder / "cut.csv"
        path.write_bytes(cut[:cut.rindex(b"\nD03") + 9])
        self.wrong(path, 2, "cut.csv:4", "coupé")

    def test_a_column_sorted_without_the_others(self):
        rows = self.sheet()
        others = [dict(row, candidature=other["candidature"])
                  for row, other in zip(rows, [*rows[1:], rows[0]])]
        self.wrong(self.saved(others), 2, "filled.csv:2, colonne A", "celles de D01", "triée")
        # The names tell it too, where they are opened and the last column was lost to the same sorting.
        named = self.sheet("--names")
        others = [dict(row, nom=other["nom"]) for row, other in zip(named, [*named[1:], named[0]])]
        said = self.wrong(self.saved(others), 2, "filled.csv:2, colonne B", "n’est pas celui de D01")
        for row in named:
            self.assertNotIn(row["nom"], said)

    def test_columns(self):
        rows = self.sheet()
        headings = list(rows[0])
        renamed = [dict(row, **{"BC 2": row["BC02"]}) for row in rows]
        self.wrong(
            self.saved(renamed, headings=[*headings[:3], "BC 2", *headings[4:]]), 2,
            "« BC02 » manque", "colonne D")
        rows[0]["BC01"] = "V"
        mixed = ["feuille", "remarque", *reversed(headings[:-1])]
        outcome = self.take(self.saved(rows, headings=mixed))
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("colonnes non lues : B", outcome.stderr)
        self.assertEqual(len(self.recorded("BlockValidated")), 1)

    def test_another_sheet(self):
        rows = self.sheet()
        for old, new, said in (
                ("jury J1", "jury J9", "J1"), ("édition 2026-2", "édition 2026-1", "2026-1"),
                ("position ", "position 99", "position 99")):
            other = [dict(row, feuille=row["feuille"].replace(old, new)) for row in rows]
            self.wrong(self.saved(other), 2, said)
        other = [rows[0], dict(rows[1], feuille=rows[1]["feuille"].replace("J1", "J9")), rows[2]]
        self.wrong(self.saved(other), 2, "filled.csv:3, colonne J")

    def test_who_is_not_summoned_any_more(self):
        rows = self.sheet()
        self.given(event("SummonsWithdrawn", "2026-06-01", jury="J1", candidacy="D02"))
        rows[0]["BC01"] = rows[1]["BC01"] = "V"
        self.wrong(self.saved(rows), 2, "filled.csv:3, colonne A", "n’est plus convoquée")
        rows[1]["BC01"] = ""
        self.taken(self.saved(rows), "--yes")

    def test_options_that_do_not_go_with_it(self):
        path = self.saved(self.sheet())
        for words in (["--waive", "R07", "--reason", "x"], ["--file", "x"], ["--id", "x"]):
            self.assertEqual(self.take(path, *words).returncode, 2)
        self.assertEqual(self.run_acquis("jury", "J1", "--sheet", "--on", SESSION).returncode, 2)


if __name__ == "__main__":
    unittest.main()
