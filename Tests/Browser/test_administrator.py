"""The first hour of an administrator in pages alone: the session of « La première heure » (LISEZMOI.md of acquis),
with no more than 60 clicks; the facts in the log are those of the same session typed as commands.
"""

import json
import unittest

from ledgers import Ledger
from visit import Visit, day
from ways import ENGLISH, FRENCH

WHO = "clerk:marie"
MOST_CLICKS = 60
MOST_SECONDS = 300

# Invented persons.
PERSONS = (
    {"identity.birthName": "Dupont", "identity.firstNames": "Marie", "identity.birthDate": "12/03/1990",
     "identity.sex": "F", "identity.birthPlace.postalCode": "69003"},
    {"identity.birthName": "Roux", "identity.firstNames": "Paul", "identity.birthDate": "09/01/1995",
     "identity.sex": "M", "identity.birthPlace.postalCode": "33000"},
)
MEMBERS = (("M1", "president", "Claire Martin"), ("M2", "humanResources", "Hervé Lopez"),
           ("M3", "operations", "Nadia Sow"))
PLACE = "1 rue de l’Exemple, Paris"
BOTH = "D-2026-001,D-2026-002"
BLOCKS = tuple(f"RNCP38052BC0{number}" for number in range(1, 5))


def typed(ledger):
    """The session by commands."""
    def record(kind, on, *fields):
        ledger.acquis("record", kind, "--on", on, *fields, "--by", WHO)

    for person in PERSONS:
        record("CandidateRegistered", "05/01/2026", *(f"{name}={text}" for name, text in person.items()))
    record("CandidateEnrolled", "12/01/2026", "candidate=P-2026-001,P-2026-002", "certification=38052",
           "pathway=apprenticeship")
    members = ",".join(f'{member}:{role}:"{name}"' for member, role, name in MEMBERS)
    record("JuryConvened", "04/05/2026", "certification=38052", "sessionOn=18/06/2026", "mode=onSite",
           f"place={PLACE}", f"members={members}")
    record("CandidateSummoned", "12/05/2026", "jury=J-2026-001", f"candidacy={BOTH}")
    sheet = ledger.folder / "J.csv"
    ledger.acquis("jury", "J-2026-001", "--sheet", "--names", "--to", str(sheet), "--lang", "fr")
    text = sheet.read_bytes().decode("utf-8-sig")
    for row, filled in (("DUPONT Marie;;;;", "DUPONT Marie;V;V;V;V"),
                        ("ROUX Paul;;;;;;", "ROUX Paul;V;NV;V;V;;Dossier mince")):
        assert row in text, text
        text = text.replace(row, filled)
    sheet.write_text(text, "utf-8-sig", newline="")
    ledger.acquis("record", "--sheet", str(sheet), "--minutes", "PV-2026-06", "--by", WHO)
    record("CertificateIssued", "22/06/2026", "candidacy=D-2026-001", "number=AF-2026-001")
    ledger.acquis("correct", "21", "--on", "23/06/2026", "--reason", "jour de la remise", "--by", WHO)


class FirstHourTests(unittest.TestCase):
    def test_in_french_at_1440_px_with_scripts_the_first_hour_records_what_its_commands_record(self):
        self.whole_hour(FRENCH)

    def test_in_english_at_320_px_without_scripts_the_first_hour_records_what_its_commands_record(self):
        self.whole_hour(ENGLISH)

    def whole_hour(self, way):
        by_command = Ledger.empty(self)
        typed(by_command)
        self.ledger = Ledger.empty(self)
        token = self.ledger.grant(WHO, "administrator", "--names")
        self.visit = Visit(self, self.ledger.serve(), **way)
        self.visit.sign_in(token)
        self.persons()
        self.jury()
        self.session()
        self.where_things_stand()
        self.mistakes()
        self.what_remains()
        self.assertLessEqual(self.visit.clicks, MOST_CLICKS)
        self.assertLessEqual(self.visit.seconds(), MOST_SECONDS)
        self.assertEqual(self.ledger.facts(), by_command.facts())
        for question in (("people",), ("jury", "J-2026-001"), ("candidate", "P-2026-002"),
                         ("timeline", "D-2026-002")):
            self.assertEqual(self.told(self.ledger, *question), self.told(by_command, *question))

    def told(self, ledger, *question):
        """An answer with names, in lines, without instants and ids of entries."""
        lines = ledger.acquis(*question, "--names", "--json").splitlines()
        return [without_instants(json.loads(line)) for line in lines]

    def recorded(self, kind, on, **fields):
        """Records one kind of fact by its form, from the page of all kinds."""
        self.visit.follow("/record").follow(f"/record/{kind}").type("occurredOn", on)
        self.visit.fill(**{name.replace(".", "__"): text for name, text in fields.items()})
        return self.visit.press("act", "record")

    # The hour

    def persons(self):
        for number, person in enumerate(PERSONS, 1):
            self.recorded("CandidateRegistered", "05/01/2026", **person).done(f"P-2026-00{number}")
        self.recorded("CandidateEnrolled", "12/01/2026", candidate="P-2026-001,P-2026-002",
                      certification="RNCP38052", pathway="apprenticeship")
        self.visit.done("D-2026-001", "D-2026-002")

    def jury(self):
        members = {}
        for row, (member, role, name) in enumerate(MEMBERS, 1):
            members |= {f"members.{row}.member": member, f"members.{row}.role": role,
                        f"members.{row}.name": name}
        self.recorded("JuryConvened", "04/05/2026", certification="RNCP38052", sessionOn="18/06/2026",
                      mode="onSite", place=PLACE, **members).done("J-2026-001")
        self.recorded("CandidateSummoned", "12/05/2026", jury="J-2026-001", candidacy=BOTH)
        self.visit.done("D-2026-001", "D-2026-002")

    def session(self):
        visit = self.visit
        visit.follow("/juries").follow("/juries/J-2026-001").follow("/juries/J-2026-001/session")
        visit.sees("Dupont", "Roux").type("day", "18/06/2026")
        for member, _, _ in MEMBERS:
            visit.tick("present", member)
        for block in BLOCKS:
            visit.choose(f"verdict.D-2026-001.{block}", "V")
            visit.choose(f"verdict.D-2026-002.{block}", "NV" if block.endswith("BC02") else "V")
        visit.type("grounds.D-2026-002", "Dossier mince").type("minutes", "PV-2026-06")
        before = len(self.ledger.entries())
        visit.press("act", "try").sees("Dupont", "BC02")
        self.assertEqual(len(self.ledger.entries()), before)
        visit.press("act", "record").done()
        self.assertEqual(len(self.ledger.entries()), 20)
        self.recorded("CertificateIssued", "22/06/2026", candidacy="D-2026-001", number="AF-2026-001")
        visit.done("AF-2026-001")

    def where_things_stand(self):
        visit = self.visit
        visit.follow("/juries").follow("/juries/J-2026-001").as_of(on="22/06/2026")
        visit.sees("Claire Martin", "Hervé Lopez", "Nadia Sow", "PV-2026-06", "Dupont", "Roux",
                   "Dossier mince")
        visit.follow("/candidacies/D-2026-002").sees("Roux", "1822", day("2031-06-18"), "BC02")
        visit.follow("/people").sees("Dupont", "Roux", "69003", "33000", day("1990-03-12"))

    def mistakes(self):
        visit = self.visit
        visit.open("/entries/12").sees("RNCP38052BC02", "D-2026-001").follow("/entries/12/annul")
        visit.type("reason", "mauvaise ligne").press("act", "record").refused()
        visit.sees("position 19", "position 21", "AF-2026-001", "R08")
        self.assertEqual(len(self.ledger.entries()), 21)
        visit.open("/entries/21").follow("/entries/21/correct")
        visit.type("occurredOn", "23/06/2026").type("reason", "jour de la remise")
        visit.press("act", "record").done("AF-2026-001")
        visit.open("/candidacies/D-2026-001?on=2026-06-24").sees("jour de la remise", "AF-2026-001")

    def what_remains(self):
        visit = self.visit
        visit.follow("/deadlines").sees(day("2026-09-18"), "86", "Dupont")
        visit.type("within", "365").click("form.filters button").sees(day("2026-12-18"), "177")
        visit.follow("/findings").sees(("aucun constat", "no finding"))
        visit.follow("/certificates").sees("AF-2026-001", "D-2026-001", day("2026-06-23")).good()


def without_instants(value):
    if isinstance(value, dict):
        return {name: without_instants(part) for name, part in value.items()
                if name not in ("id", "recordedAt", "knownAt", "annulledAt")}
    if isinstance(value, list):
        return [without_instants(part) for part in value]
    return value
