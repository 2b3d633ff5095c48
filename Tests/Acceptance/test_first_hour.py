"""A first hour of a new administrator, as typed: no command is refused for want of knowing the program.

Reads the program's path from $ACQUIS.
"""

import csv
import io
import json
import os
import subprocess
import tempfile
import pathlib
import unittest

from shown import plain

ACQUIS = pathlib.Path(os.environ["ACQUIS"]).resolve()

# What a person may know: the words of the help, in French.
PERSONS = (
    ("Dupont", "Marie", "12/03/1990", "F", "69003"),
    ("Nguyen", "Thi Lan", "02/11/1988", "F", "59000"),
    ("Sow", "Awa", "30/06/1979", "F", "75011"),
    ("Roux", "Paul", "09/01/1995", "M", "33000"),
    ("Le Goff", "Yann", "17/08/1992", "M", "29200"),
    ("Petit", "Anne-Lise", "25/12/1985", "F", "13002"),
)
JURY = "J-2026-001"


class FirstHour(unittest.TestCase):
    """One ledger, and the commands that were typed, counted."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.typed = []

    def acquis(self, *words, status=0):
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith(("ACQUIS", "XDG"))}
        environment |= {"LANG": "fr_FR.UTF-8", "HOME": str(self.folder)}
        self.typed.append(words)
        done = subprocess.run(
            [ACQUIS, *words], cwd=self.folder, env=environment, input="", capture_output=True,
            encoding="utf-8", timeout=120, check=False)
        self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        self.assertEqual(plain(done.stdout).count("refusé, rien"), 0)
        return plain(done.stdout)

    def record(self, kind, *fields, on):
        return self.acquis("record", kind, "--on", on, *fields)

    def begin(self):
        self.acquis("init")
        self.acquis("config", "by", "clerk:marie")
        self.acquis("config", "prefix", "AF")

    def state(self, candidacy, on):
        """A candidacy's state, asked for the test and not counted."""
        told = json.loads(self.acquis("status", candidacy, "--on", on, "--json"))
        self.typed.pop()
        return told

    def filled(self, name, marks):
        """The sheet as a person saves it after filling it in: the first cell of a row names the candidacy."""
        path = self.folder / name
        made = path.read_bytes()
        text = made.decode("utf-8-sig" if made.startswith(b"\xef\xbb\xbf") else "cp1252")
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))
        heading = next(row for row in rows if "BC01" in " ".join(row))
        for row in rows:
            for column, mark in marks.get(row[0] if row else "", {}).items():
                row[next(i for i, cell in enumerate(heading) if cell.endswith(column))] = mark
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
        # As a French Excel saves it.
        path.write_bytes(out.getvalue().encode("cp1252"))
        return name


class Story(FirstHour):
    def test_six_candidates_in_at_most_45_commands(self):
        self.begin()
        for name, first, born, sex, place in PERSONS:
            self.record(
                "CandidateRegistered", f"identity.birthName={name}", f"identity.firstNames={first}",
                f"identity.birthDate={born}", f"identity.sex={sex}",
                f"identity.birthPlace.postalCode={place}", on="05/01/2026")
        for persons, pathway in (
                ("1,P-2026-002", "apprentissage"), ("3", "vae"), ("4", "formation continue"),
                ("5,P-2026-006", "professionnalisation")):
            self.record(
                "CandidateEnrolled", f"candidate=P-2026-00{persons}", "certification=38052",
                f"pathway={pathway}", on="12/01/2026")
        vae = "candidacy=D-2026-003"
        self.record("DossierSubmitted", vae, "kind=recevabilité", on="13/01/2026")
        self.record("AdmissibilityDecided", vae, "admissible=oui", on="10/02/2026")
        self.record("DossierSubmitted", vae, "kind=validation", on="10/04/2026")
        self.record(
            "JuryConvened", "certification=38052", "sessionOn=18/06/2026", "mode=présentiel",
            "place=1 rue de l’Exemple, Paris",
            'members=M1:président:"Claire Martin",M2:rh:"Hervé Lopez",M3:opérationnel:"Nadia Sow"',
            on="04/05/2026")
        self.record(
            "CandidateSummoned", f"jury={JURY}",
            "candidacy=" + ",".join(f"D-2026-00{n}" for n in range(1, 7)), on="12/05/2026")
        # One of the six gives up before the session; a juror may not judge one of the others.
        self.record("CandidacyWithdrawn", "candidacy=D-2026-006", on="01/06/2026")
        self.record(
            "JuryMemberRecused", f"jury={JURY}", "member=M3", "candidacy=D-2026-004",
            on="10/06/2026")
        self.record(
            "JuryMemberAdded", f"jury={JURY}", "by=M4:opérationnel", on="11/06/2026")
        # The session, in a sheet: all of it in three commands.
        self.acquis("jury", JURY, "--sheet", "--names", "--to", "J.csv")
        marks = {
            "D-2026-001": dict.fromkeys(("BC01", "BC02", "BC03", "BC04"), "V"),
            "D-2026-002": {"BC01": "V", "BC02": "NV", "BC03": "V", "BC04": "NV"},
            "D-2026-003": dict.fromkeys(("BC01", "BC02", "BC03", "BC04"), "V"),
            "D-2026-004": {"BC01": "V", "BC02": "V", "BC03": "V", "BC04": "NV"},
            "D-2026-005": {"présence": "ABS"},
        }
        sheet = self.filled("J.csv", marks)
        self.acquis("record", "--sheet", sheet, "--dry-run")
        self.acquis("record", "--sheet", sheet, "--minutes", "PV-2026-06")
        self.record(
            "CertificateIssued", "candidacy=D-2026-001,D-2026-003", on="22/06/2026")
        self.record(
            "ResultNotified", f"jury={JURY}",
            "candidacy=D-2026-001,D-2026-002,D-2026-003,D-2026-004", on="24/06/2026")
        # Two mistakes are mended: a cell of the sheet, and a wrong day.
        self.filled("J.csv", {"D-2026-002": {"BC02": "V"}})
        self.acquis("record", "--sheet", "J.csv", "--reason", "erreur de ligne", "--yes")
        last = self.position("CertificateIssued")
        self.acquis("correct", str(last), "--on", "23/06/2026", "--reason", "jour de remise")
        # A recourse and its outcome, an extension.
        self.record(
            "DecisionAppealed", f"jury={JURY}", "candidacy=D-2026-004", "block=BC04",
            on="01/07/2026")
        self.record(
            "AppealDecided", f"jury={JURY}", "candidacy=D-2026-004", "block=BC04",
            "outcome=annulée", on="01/09/2026")
        self.record(
            "CompletionWindowExtended", "candidacy=D-2026-002", "until=18/06/2032",
            on="10/09/2026")
        for asked in (
                ("candidates",), ("jury", JURY), ("status", "D-2026-002"), ("deadlines",),
                ("findings",)):
            self.acquis(*asked, "--on", "15/09/2026")
        self.assertLessEqual(len(self.typed), 45)
        states = [self.state(f"D-2026-00{n}", "2026-09-15") for n in range(1, 7)]
        self.assertEqual(
            [state["status"] for state in states],
            ["certified", "partiallyCertified", "certified", "partiallyCertified",
             "enrolled", "withdrawn"])
        self.assertEqual(
            [sum(block["state"] == "validated" for block in state["blocks"]) for state in states],
            [4, 3, 4, 3, 0, 0])
        self.assertEqual(states[1]["window"]["lastDay"], "2032-06-18")
        self.assertEqual(
            [state["certificate"]["number"] for state in (states[0], states[2])],
            ["AF-2026-001", "AF-2026-002"])

    def position(self, kind):
        """The last entry of a type, read for the test and not counted."""
        lines = self.acquis("log", "--type", kind).splitlines()
        self.typed.pop()
        return json.loads(lines[-1])["position"]


class Session(FirstHour):
    def test_thirty_candidates_from_summons_to_certificates_in_eight_commands(self):
        self.begin()
        numbers = [f"{n:03}" for n in range(1, 31)]
        people = [
            {"type": "CandidateRegistered", "occurredOn": "2026-01-05", "data": {
                "candidate": f"P-2026-{n}", "identity": {
                    "birthName": f"Nom{n}", "firstNames": ["Prénom"], "sex": "F",
                    "birthDate": "1990-01-01", "birthPlace": {"postalCode": "69003"}}}}
            for n in numbers]
        enrolments = [
            {"type": "CandidateEnrolled", "occurredOn": "2026-01-12", "data": {
                "candidacy": f"D-2026-{n}", "candidate": f"P-2026-{n}",
                "certification": "RNCP38052", "pathway": "apprenticeship"}} for n in numbers]
        (self.folder / "people.jsonl").write_text(
            "".join(json.dumps(line) + "\n" for line in people + enrolments))
        self.acquis("record", "--file", "people.jsonl")
        self.record(
            "JuryConvened", "certification=38052", "sessionOn=18/06/2026", "mode=présentiel",
            "place=Paris", "members=M1:président,M2:rh,M3:opérationnel", on="04/05/2026")
        self.typed = []
        every = "candidacy=" + ",".join(f"D-2026-{n}" for n in numbers)
        self.record("CandidateSummoned", f"jury={JURY}", every, on="12/05/2026")
        self.acquis("jury", JURY, "--sheet", "--to", "J.csv")
        validated = dict.fromkeys(("BC01", "BC02", "BC03", "BC04"), "V")
        sheet = self.filled("J.csv", {f"D-2026-{n}": validated for n in numbers})
        told = self.acquis("record", "--sheet", sheet, "--dry-run")
        self.assertEqual(told.count("certification délivrée"), 30)
        self.acquis("record", "--sheet", sheet, "--minutes", "PV-2026-06")
        self.record("CertificateIssued", every, on="22/06/2026")
        self.record("ResultNotified", f"jury={JURY}", every, on="22/06/2026")
        self.acquis("jury", JURY)
        self.assertLessEqual(len(self.typed), 8)
        issued = self.acquis("certificates", "--json").splitlines()
        self.assertEqual(
            [json.loads(line)["number"] for line in issued], [f"AF-2026-{n}" for n in numbers])


if __name__ == "__main__":
    unittest.main()
