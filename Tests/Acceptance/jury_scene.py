"""A jury's session, for the tests of its documents: four candidates, a member recused, an appeal, an absence.

Reads the program's path from $ACQUIS.
"""

import json

from test_command_line import CommandLine

SESSION = "2026-06-18"
CODE = "RNCP38052"
CERTIFIER = {
    "certifier": {"name": "AFPOLS", "siret": "78435388000023"}, "place": "Paris",
    "address": ["1 rue de l’Exemple", "75000 Paris"],
    "signatories": [{"member": "S1", "title": "Directrice", "name": "Odile Signature"}]}
PEOPLE = {
    "1": ("Dupont", "Marie", "F"), "2": ("Nguyen", "Thi Lan", "F"),
    "3": ("Petit", "Anne-Lise", "F"), "4": ("Dupond", "Marie", "F")}
MEMBERS = [
    {"member": "M1", "role": "president", "name": "Claire Martin", "organisation": "AFPOLS"},
    {"member": "M2", "role": "humanResources", "name": "Hervé Lopez", "organisation": "Bailleur A"},
    {"member": "M3", "role": "operations", "name": "Nadia Sow", "organisation": "Bailleur B"}]


def event(kind, day, **data):
    return {"type": kind, "occurredOn": day, "recordedBy": "clerk:1", "data": data}


def person(number, birth_name, first_name, sex):
    """A person registered, and enrolled for VAE."""
    return [
        event("CandidateRegistered", "2026-01-05", candidate=f"P{number}", identity={
            "birthName": birth_name, "firstNames": [first_name], "birthDate": "1981-04-09",
            "sex": sex, "birthPlace": {"postalCode": "59000"},
            "email": f"courriel{number}@exemple.invalid"}),
        event("CandidateEnrolled", "2026-01-06", candidacy=f"D{number}", candidate=f"P{number}",
              certification=CODE, pathway="experience"),
        event("AdmissibilityDecided", "2026-02-01", candidacy=f"D{number}", admissible=True),
    ]


def decided(candidacy, day=SESSION, jury="J1", without=None, **blocks):
    """Decisions: `BC01=True` validates, a text refuses on these grounds, False without any."""
    for block, verdict in blocks.items():
        data = {"jury": jury, "candidacy": candidacy, "block": CODE + block}
        if without:
            data["without"] = without
        if verdict is True:
            yield event("BlockValidated", day, **data)
        else:
            yield event("BlockRefused", day, **data, **({"grounds": verdict} if verdict else {}))


def convened(jury="J1", day="2026-05-11", **more):
    return event(
        "JuryConvened", day, jury=jury, certification=CODE, sessionOn=SESSION, mode="onSite",
        place="1 rue de l’Exemple, Paris", members=MEMBERS, **more)


def summoned(*candidacies, jury="J1"):
    return [event("CandidateSummoned", "2026-05-18", jury=jury, candidacy=candidacy)
            for candidacy in candidacies]


def session():
    """Everything up to the minutes, deliberated on the day of the session."""
    everyone = [fact for number, names in PEOPLE.items() for fact in person(number, *names)]
    return everyone + [
        event("CertifierDescribed", "2026-01-02", **CERTIFIER), convened(),
        *summoned("D1", "D2", "D3", "D4"),
        event("JuryMemberRecused", "2026-06-01", jury="J1", member="M3", candidacy="D3"),
        event("JuryMemberAdded", "2026-06-02", jury="J1", by={
            "member": "M4", "role": "operations", "name": "Paul Roux",
            "organisation": "Bailleur C"}),
        event("JuryHeld", SESSION, jury="J1", present=["M1", "M2", "M3", "M4"]),
        event("CandidateAbsent", SESSION, jury="J1", candidacy="D4", excused=True),
        *decided("D1", BC01=True, BC02=True, BC03=True, BC04=True),
        *decided("D2", BC01=True, BC02="Entretien non conduit à son terme", BC03=True,
                 BC04="Dossier incomplet"),
        *decided("D3", BC02=True, without=["M3"]),
        event("JuryRecommended", SESSION, jury="J1", candidacy="D2",
              recommendation="Reprendre la gestion d’un appel difficile"),
        event("JuryDeliberated", SESSION, jury="J1", minutes="PV-2026-06"),
    ]


APPEAL = event("DecisionAppealed", "2026-07-01", jury="J1", candidacy="D2", block=CODE + "BC02")
OUTCOME = event("AppealDecided", "2026-09-01", jury="J1", candidacy="D2", block=CODE + "BC02",
                outcome="falls")


class JuryScene(CommandLine):
    def setUp(self):
        super().setUp()
        self.init()

    def given(self, *events):
        outcome = self.import_events(*events)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)

    def done(self, *words, **options):
        outcome = self.run_acquis(*words, **options)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return outcome.stdout

    def status(self, candidacy, day):
        return json.loads(self.done("status", candidacy, "--on", day, "--json"))
