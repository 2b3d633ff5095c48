"""What a person's prior validations still count for: someone comes back after six years.

Reads the program's path from $ACQUIS.
"""

import fcntl
import json
import os
import shlex
import struct
import subprocess
import termios
import unittest

from test_command_line import ACQUIS, CommandLine

OLD, NEW = "RNCP38052", "RNCP42001"
DAY = ["--on", "2026-11-25"]
GROUNDS = "Dossier trop mince sur le traitement des doléances"


def event(kind, day, **data):
    return {"type": kind, "occurredOn": day, "recordedBy": "officer:1", "data": data}


def validated(block, day="2020-06-18", jury="J-2020-06", candidacy="D-2019-014"):
    return event("BlockValidated", day, jury=jury, candidacy=candidacy, block=block)


class Prior(CommandLine):
    """S. Lefèvre: VAE of 2019, a jury in June 2020, and a certification that was succeeded since."""

    def setUp(self):
        super().setUp()
        self.init()

    def framework(self, code=NEW, **changes):
        recorded = json.loads(self.run_acquis("log", "--to", "1").stdout)["data"]
        data = json.loads(json.dumps(recorded).replace(OLD, code))
        return data | {"expiresOn": "2031-09-20"} | changes

    def person(self, candidate="P-2019-014"):
        identity = {"birthName": "Lefèvre", "firstNames": ["Sandrine"], "sex": "F",
                    "birthDate": "1981-04-09", "birthPlace": {"inseeCode": "59350"}}
        return event("CandidateRegistered", "2019-05-06", candidate=candidate, identity=identity)

    def jury(self, jury="J-2020-06", day="2020-06-18", candidacy="D-2019-014"):
        members = [{"member": f"M-{role}", "role": role}
                   for role in ("president", "humanResources", "operations")]
        return [
            event("JuryConvened", "2020-05-01", jury=jury, certification=OLD, sessionOn=day,
                  mode="onSite", members=members),
            event("CandidateSummoned", "2020-05-02", jury=jury, candidacy=candidacy),
            event("JuryHeld", day, jury=jury, present=[one["member"] for one in members])]

    def history(self, *more, successor=None, on="2026-09-21", pairs=(1, 2)):
        correspondences = [{"from": f"{OLD}BC0{number}", "to": f"{NEW}BC0{number}"}
                           for number in pairs]
        self.done(self.import_events(
            self.person(),
            event("CandidateEnrolled", "2019-05-06", candidacy="D-2019-014",
                  candidate="P-2019-014", certification=OLD, pathway="experience"),
            event("AdmissibilityDecided", "2019-10-01", candidacy="D-2019-014", admissible=True,
                  validUntil="2024-10-01"),
            *self.jury(), validated(f"{OLD}BC01"), validated(f"{OLD}BC03"),
            event("BlockRefused", "2020-06-18", jury="J-2020-06", candidacy="D-2019-014",
                  block=f"{OLD}BC02", grounds=GROUNDS),
            event("JuryDeliberated", "2020-06-18", jury="J-2020-06", minutes="PV-2020-06-18"),
            event("PartialCertificateIssued", "2020-07-01", candidacy="D-2019-014",
                  blocks=[f"{OLD}BC01", f"{OLD}BC03"], number="AP-2020-007"),
            event("CertificationRegistered", on, **(successor or self.framework())),
            event("CertificationSuperseded", on, certification=OLD, by=NEW,
                  correspondences=correspondences),
            *more))

    def done(self, outcome):
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return outcome.stdout

    def prior(self, *words, candidate="P-2019-014", code=NEW, day=DAY):
        return json.loads(self.done(self.run_acquis(
            "prior", candidate, "--for", code, *day, *words, "--json")))

    def why(self, *words, **options):
        return [(block["counts"], block["why"]) for block in self.prior(*words, **options)["blocks"]]

    def position(self, kind, block=None):
        rows = map(json.loads, self.run_acquis("log", "--type", kind).stdout.splitlines())
        return next(row["position"] for row in rows
                    if block is None or row["data"].get("block") == block)


class ComesBack(Prior):
    def setUp(self):
        super().setUp()
        self.history()

    def test_what_counts_on_what_evidence(self):
        told = self.prior()
        self.assertEqual((told["candidate"], told["ids"], told["for"], told["on"]),
                         ("P-2019-014", ["P-2019-014"], NEW, "2026-11-25"))
        self.assertNotIn("name", told)
        self.assertEqual(self.why(), [
            (True, "correspondence"), (False, "refused"), (False, "noCorrespondence"),
            (False, "neverPresented")])
        first, refused, left, never = told["blocks"]
        source = first["source"]
        self.assertEqual(
            [source[key] for key in ("candidacy", "certification", "block", "jury", "decidedOn",
                                     "minutes", "pathway", "position", "certificates")],
            ["D-2019-014", OLD, f"{OLD}BC01", "J-2020-06", "2020-06-18", "PV-2020-06-18",
             "experience", self.position("BlockValidated"), ["AP-2020-007"]])
        self.assertEqual(
            (first["correspondence"]["position"], first["correspondence"]["on"]),
            (self.position("CertificationSuperseded"), "2026-09-21"))
        self.assertEqual((first["validUntil"], first["validityBasis"], first["contested"]),
                         (None, "policy", False))
        self.assertEqual(refused["source"]["position"], self.position("BlockRefused"))
        self.assertEqual(left["source"]["block"], f"{OLD}BC03")
        self.assertIsNone(never["source"])
        self.assertEqual([(held["block"], held["supersededOn"]) for held in told["elsewhere"]],
                         [(f"{OLD}BC03", "2026-09-21")])
        window = told["window"]
        self.assertEqual((window["candidacy"], window["state"], window["lastDay"]),
                         ("D-2019-014", "lapsed", "2025-06-18"))
        self.assertEqual(window["next"], {"opensOn": "2026-11-25", "lastDay": "2031-11-25",
                                          "years": 5, "basis": "policy"})
        admissibility = told["admissibility"]
        self.assertEqual((admissibility["validUntil"], admissibility["valid"],
                          admissibility["toAskAgain"]), ("2024-10-01", False, True))
        self.assertEqual(told["certificates"][0]["number"], "AP-2020-007")
        self.assertEqual(told["toReview"], [])
        self.assertEqual(told["commands"], [
            "acquis record CandidateEnrolled --on 2026-11-25 candidacy=D-2026-001 "
            f"candidate=P-2019-014 certification={NEW} pathway=experience",
            "acquis record PriorValidationRecognised --on 2026-11-25 candidacy=D-2026-001 "
            f"block={NEW}BC01 basis=correspondence source.candidacy=D-2019-014 "
            f"source.block={OLD}BC01"])

    def test_the_page_for_people(self):
        page = self.done(self.run_acquis(
            "prior", "P-2019-014", "--for", NEW, *DAY, "--lang", "fr", "--names"))
        flat = " ".join(page.split())
        for words in (
                "Sandrine LEFÈVRE, née le 9 avril 1981 (P-2019-014)", "1 bloc sur 4 compte",
                f"{NEW}BC01 OUI", "jury J-2020-06, procès-verbal PV-2020-06-18",
                "par correspondance déclarée le 21 septembre 2026", "sans limite de durée",
                "certificat partiel AP-2020-007", f"motif : « {GROUNDS} »",
                "aucune correspondance n’est déclarée", "jamais présenté",
                "2 blocs de D-2019-014 restent acquis, sans limite de durée ; le délai pour "
                "compléter a pris fin le 18 juin 2025",
                "un délai de 5 ans", "a pris fin le 1er octobre 2024 : à redemander",
                "rien d’annulé, de révoqué ni de contesté"):
            self.assertIn(words, flat)
        for row in page.splitlines():
            if "acquis record" not in row:
                self.assertLessEqual(len(row), 80, row)
        for lang in ("fr", "en"):
            for names in (["--no-names"], []):
                told = self.done(self.run_acquis(
                    "prior", "P-2019-014", "--for", NEW, *DAY, "--lang", lang, *names))
                self.assertNotIn("LEFÈVRE", told)
                self.assertNotIn("mince", told)
        named = self.prior("--names")
        self.assertEqual(named["name"], "Sandrine LEFÈVRE")

    def test_a_terminal_names_people_and_wraps(self):
        leader, follower = os.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
        process = subprocess.Popen(
            [ACQUIS, "prior", "P-2019-014", "--for", NEW, *DAY, "--lang", "fr", "--ledger",
             str(self.ledger)], stdin=subprocess.DEVNULL, stdout=follower, stderr=follower)
        os.close(follower)
        shown = b""
        while True:
            try:
                part = os.read(leader, 65_536)
            except OSError:  # The program has ended.
                break
            if not part:
                break
            shown += part
        self.assertEqual(process.wait(), 0)
        os.close(leader)
        rows = shown.decode().splitlines()
        self.assertIn("LEFÈVRE", rows[0])
        self.assertTrue(all(len(row) <= 60 for row in rows if "acquis record" not in row))
        self.assertNotIn("…", shown.decode())

    def test_recorded_at_once_and_asked_again(self):
        size = self.size()
        told = self.done(self.run_acquis(
            "prior", "P-2019-014", "--for", NEW, *DAY, "--record", "--by", "officer:7", "--json"))
        self.assertEqual(json.loads(told)["last"], size + 2)
        status = json.loads(self.run_acquis("status", "D-2026-001", *DAY, "--json").stdout)
        self.assertEqual(status["blocks"][0]["state"], "recognised")
        self.assertEqual(status["blocks"][0]["source"]["candidacy"], "D-2019-014")
        again = self.prior()
        first = again["blocks"][0]
        self.assertEqual((first["counts"], first["why"], first["heldIn"]),
                         (True, "correspondence", "D-2026-001"))
        self.assertEqual(first["source"]["candidacy"], "D-2019-014")
        self.assertEqual([other["candidacy"] for other in first["others"]], ["D-2026-001"])
        self.assertEqual((again["commands"], again["live"]), ([], "D-2026-001"))
        size = self.size()
        outcome = self.run_acquis("prior", "P-2019-014", "--for", NEW, *DAY, "--record")
        self.assertIn("nothing to record", self.done(outcome))
        self.assertEqual(self.size(), size)

    def test_its_commands_do_the_same(self):
        for command in self.prior("--by", "officer:7")["commands"]:
            words = shlex.split(command)
            self.assertEqual(words[0], "acquis")
            self.done(self.run_acquis(*words[1:]))
        self.assertEqual(self.prior()["blocks"][0]["heldIn"], "D-2026-001")

    def test_a_refusal_is_that_of_record_and_nothing_stays(self):
        size = self.size()
        refused = self.run_acquis("prior", "P-2019-014", "--for", NEW, *DAY, "--record",
                                  "--pathway", "student", "--json")
        self.assertEqual(refused.returncode, 1)
        self.assertEqual([one["rule"] for one in json.loads(refused.stdout)["refused"]], ["R01"])
        self.assertEqual(self.size(), size)

    def test_the_older_version_itself(self):
        told = self.prior(code=OLD)
        self.assertEqual(self.why(code=OLD), [
            (True, "permanent"), (False, "refused"), (True, "permanent"),
            (False, "neverPresented")])
        self.assertIsNone(told["blocks"][0]["correspondence"])
        refused = self.run_acquis("prior", "P-2019-014", "--for", OLD, *DAY, "--record", "--json")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("R02", [one["rule"] for one in json.loads(refused.stdout)["refused"]])

    def test_every_certification_in_a_line(self):
        told = json.loads(self.done(self.run_acquis("prior", "P-2019-014", *DAY, "--json")))
        self.assertIsNone(told["for"])
        self.assertEqual(
            [(one["certification"], one["counts"], one["of"]) for one in told["certifications"]],
            [(OLD, 2, 4), ("3474", 0, 4), (NEW, 1, 4)])
        self.assertEqual([held["block"] for held in told["elsewhere"]],
                         [f"{OLD}BC01", f"{OLD}BC03"])
        page = self.done(self.run_acquis("prior", "P-2019-014", *DAY, "--lang", "fr"))
        self.assertIn("2 blocs sur 4 comptent", " ".join(page.split()))

    def test_as_it_was_known(self):
        before = self.position("CertificationSuperseded") - 1
        self.assertEqual(self.why("--known", str(before)), [(False, "neverPresented")] * 4)
        self.assertEqual(self.why(day=["--on", "2026-09-20"]), [(False, "neverPresented")] * 4)

    def test_wrong_calls(self):
        for words in (["P-2019-041", "--for", NEW], ["P-2019-014", "--for", "RNCP1"],
                      ["P-2019-014", "--record"],
                      ["P-2019-014", "--for", NEW, "--record", "--known", "5"]):
            self.assertEqual(self.run_acquis("prior", *words).returncode, 2, words)
        self.assertIn("P-2019-014", self.run_acquis("prior", "P-2019-041").stderr)


class OtherPasts(Prior):
    def test_two_ids_of_one_person(self):
        self.history(
            self.person("P-2026-500"),
            event("CandidateMerged", "2026-11-02", candidate="P-2019-014", into="P-2026-500"))
        for candidate in ("P-2019-014", "P-2026-500"):
            told = self.prior(candidate=candidate)
            self.assertEqual((told["candidate"], told["ids"]),
                             ("P-2026-500", ["P-2019-014", "P-2026-500"]))
            self.assertTrue(told["blocks"][0]["counts"])
            self.assertIn("candidate=P-2026-500", told["commands"][0])

    def test_a_document_claimed_is_to_be_examined(self):
        claim = {"block": f"{NEW}BC04", "validatedOn": "2015-06-01", "document": "PV n° 12 d'AFPOLS"}
        self.history(event(
            "CandidateEnrolled", "2026-10-01", candidacy="D-2026-040", candidate="P-2019-014",
            certification=NEW, pathway="continuingTraining", claims=[claim]))
        told = self.prior()
        last = told["blocks"][3]
        self.assertEqual((last["counts"], last["why"]), (False, "document"))
        self.assertEqual(last["document"], {
            "candidacy": "D-2026-040", "document": claim["document"], "validatedOn": "2015-06-01"})
        self.assertEqual(len(told["commands"]), 1)
        self.assertIn("candidacy=D-2026-040", told["commands"][0])
        (command,) = told["afterExamination"]
        self.done(self.run_acquis(*shlex.split(command)[1:], "--by", "officer:1"))
        last = self.prior()["blocks"][3]
        self.assertEqual((last["counts"], last["why"], last["heldIn"], last["source"]["document"]),
                         (True, "permanent", "D-2026-040", claim["document"]))

    def test_expired_where_it_would_be_recognised(self):
        validity = {"years": 4, "basis": "policy"}
        self.history(successor=self.framework(blockValidity=validity))
        first = self.prior()["blocks"][0]
        self.assertEqual((first["counts"], first["why"], first["ended"]["on"]),
                         (False, "expired", "2024-06-19"))
        (still,) = [held for held in self.prior()["elsewhere"] if held["block"] == f"{OLD}BC01"]
        self.assertIsNone(still["validUntil"])
        refused = self.run_acquis("prior", "P-2019-014", "--for", NEW, *DAY, "--record")
        self.assertIn("nothing to record", self.done(refused))

    def test_the_last_day_of_a_validity_is_in(self):
        validity = {"years": 6, "basis": "policy"}
        self.history(successor=self.framework(blockValidity=validity), on="2026-06-01")
        for day, counts in (("2026-06-18", True), ("2026-06-19", False)):
            first = self.prior(day=["--on", day])["blocks"][0]
            self.assertEqual(first["counts"], counts)
        self.assertEqual(self.prior(day=["--on", "2026-06-18"])["blocks"][0]["validUntil"],
                         "2026-06-18")

    def test_held_for_less_long_in_its_source(self):
        self.history(event(
            "BlockValidityPolicyChanged", "2017-01-02", certification=OLD, years=7,
            effectiveOn="2017-01-02", basis="policy"))
        first = self.prior()["blocks"][0]
        self.assertEqual((first["counts"], first["validUntil"], first["recogniseBy"]),
                         (True, None, "2027-06-18"))
        page = self.done(self.run_acquis("prior", "P-2019-014", "--for", NEW, *DAY, "--lang", "fr"))
        self.assertIn("à reconnaître au plus tard le 18 juin 2027", page)

    def test_a_refusal_overturned_is_no_refusal_but_was_presented(self):
        appeal = {"jury": "J-2020-06", "candidacy": "D-2019-014", "block": f"{OLD}BC02"}
        self.history(event("DecisionAppealed", "2020-07-02", **appeal),
                     event("AppealDecided", "2020-09-01", outcome="falls", **appeal))
        block = self.prior()["blocks"][1]
        self.assertEqual((block["why"], block["source"]["state"], block["ended"]["on"]),
                         ("fallen", "refused", "2020-09-01"))

    def test_revoked(self):
        self.history(event(
            "JuryDecisionRevoked", "2022-01-05", jury="J-2020-06", candidacy="D-2019-014",
            block=f"{OLD}BC01", grounds="faux"))
        told = self.prior()
        first = told["blocks"][0]
        self.assertEqual((first["why"], first["ended"]),
                         ("revoked", {"on": "2022-01-05",
                                      "position": self.position("JuryDecisionRevoked")}))
        self.assertEqual(first["source"]["position"],
                         self.position("BlockValidated", f"{OLD}BC01"))
        self.assertTrue(any(item["rule"] is None for item in told["toReview"]))
        self.assertEqual(told["commands"], [])

    def test_an_appeal_pending_counts_and_is_told_an_appeal_won_does_not(self):
        appeal = {"jury": "J-2020-06", "candidacy": "D-2019-014", "block": f"{OLD}BC01"}
        self.history(event("DecisionAppealed", "2026-10-02", **appeal))
        first = self.prior()["blocks"][0]
        self.assertEqual((first["counts"], first["contested"]), (True, True))
        self.assertEqual([item["rule"] for item in self.prior()["toReview"]], ["R17"])
        page = self.done(self.run_acquis("prior", "P-2019-014", "--for", NEW, *DAY, "--lang", "fr"))
        self.assertIn(f"{NEW}BC01  OUI, contesté", page)
        self.done(self.import_events(event("AppealDecided", "2026-10-20", outcome="falls", **appeal)))
        self.assertEqual(self.why()[0], (False, "fallen"))

    def test_held_twice_the_earliest_counts(self):
        self.history(
            event("CandidacyWithdrawn", "2021-01-05", candidacy="D-2019-014"),
            event("CandidateEnrolled", "2021-02-01", candidacy="D-2021-002",
                  candidate="P-2019-014", certification=OLD, pathway="continuingTraining"),
            *self.jury("J-2021-06", "2021-06-17", "D-2021-002"),
            validated(f"{OLD}BC01", "2021-06-17", "J-2021-06", "D-2021-002"))
        first = self.prior()["blocks"][0]
        self.assertEqual((first["source"]["candidacy"], first["source"]["jury"]),
                         ("D-2019-014", "J-2020-06"))
        self.assertEqual([other["candidacy"] for other in first["others"]], ["D-2021-002"])

    def test_through_two_versions(self):
        third = "RNCP43001"
        self.history(
            event("CertificationRegistered", "2026-10-01", **self.framework(third)),
            event("CertificationSuperseded", "2026-10-01", certification=NEW, by=third,
                  correspondences=[{"from": f"{NEW}BC01", "to": f"{third}BC04"}]))
        last = self.prior(code=third)["blocks"][3]
        self.assertEqual((last["counts"], last["source"]["block"]), (True, f"{OLD}BC01"))
        self.assertEqual(
            [(step["block"], step["place"]) for step in last["correspondence"]["steps"]],
            [(f"{OLD}BC01", f"{NEW}BC01"), (f"{NEW}BC01", f"{third}BC04")])
        self.done(self.run_acquis(
            "prior", "P-2019-014", "--for", third, *DAY, "--record", "--by", "officer:1"))

    def test_an_open_window_is_completed(self):
        self.history(on="2023-02-01")
        day = ["--on", "2023-03-01"]
        told = self.prior(day=day)
        self.assertEqual(len(told["commands"]), 1)
        self.assertIn("completes=D-2019-014", told["commands"][0])
        self.assertIsNone(told["window"]["next"])
        self.done(self.run_acquis(
            "prior", "P-2019-014", "--for", NEW, *day, "--record", "--by", "officer:1"))
        first = self.prior(day=day)["blocks"][0]
        self.assertEqual((first["counts"], first["heldIn"]), (True, "D-2023-001"))

    def test_an_entry_annulled_is_told(self):
        self.history()
        position = self.position("BlockValidated", f"{OLD}BC01")
        self.done(self.run_acquis(
            "annul", str(position), "--reason", "x", "--by", "officer:1", "--yes"))
        told = self.prior()
        self.assertEqual(told["blocks"][0]["why"], "neverPresented")
        self.assertIn(position, [item["position"] for item in told["toReview"]])


if __name__ == "__main__":
    unittest.main()
