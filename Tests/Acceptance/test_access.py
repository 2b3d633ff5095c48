"""Everything held about a person, for a request for access: `candidate P --all`.

Reads the program's path from $ACQUIS.
"""

import json
import os
import unittest
import xml.etree.ElementTree as xml

from shown import plain
from trials import Trials, enrolment, event

IDENTITY = {"birthName": "Nomsecret", "firstNames": ["Zoé"], "birthDate": "1990-03-12", "sex": "F"}


class Access(Trials):
    def setUp(self):
        super().setUp()
        self.init()
        self.imported(
            event("CandidateRegistered", "2021-01-11", candidate="P1", identity=IDENTITY),
            enrolment(1),
            event("PositioningTestTaken", "2021-01-12", candidacy="D1", adjusted=True,
                  note="une <note> & secrète"))
        self.done("record", "CandidacyWithdrawn", "--on", "2021-02-01", "--by", "clerk:1",
                  "candidacy=D1", "grounds=un motif secret", "--reason", "une raison secrète")

    def test_every_entry_and_every_text_in_json(self):
        held = json.loads(self.done("candidate", "P1", "--all", "--json"))
        self.assertEqual([entry["type"] for entry in held["entries"]], [
            "CandidateRegistered", "CandidateEnrolled", "PositioningTestTaken",
            "CandidacyWithdrawn"])
        self.assertEqual(held["entries"][0]["data"]["identity"]["birthName"], "Nomsecret")
        self.assertEqual(held["entries"][2]["data"]["note"], "une <note> & secrète")
        self.assertEqual(held["entries"][3]["reason"], "une raison secrète")

    def test_an_entry_annulled_is_held_too_and_said_to_count_no_more(self):
        self.done("annul", "5", "--reason", "saisi à tort", "--by", "clerk:1")
        held = json.loads(self.done("candidate", "P1", "--all", "--json"))
        self.assertEqual(
            [entry["annulled"] for entry in held["entries"]], [False, False, True, False, False])
        self.assertEqual(held["entries"][4]["data"]["grounds"], "saisi à tort")

    def test_the_document_is_the_owners_alone_and_well_formed(self):
        file = self.file(".acces.html")
        self.done("candidate", "P1", "--all", "--to", str(file), "--lang", "fr")
        self.assertEqual(os.stat(file).st_mode & 0o777, 0o600)
        text = plain(file.read_text())
        for said in ("Nomsecret", "Zoé", "une &lt;note&gt; &amp; secrète", "un motif secret",
                     "article 15", "CNIL"):
            self.assertIn(said, text)
        xml.fromstring(text.removeprefix("<!DOCTYPE html>\n"))
        self.stops(2, "candidate", "P1", "--all", "--to", str(file))

    def test_after_the_erasure_no_text_is_left(self):
        self.done("erase", "P1", "--reason", "demande", "--by", "clerk:1", "--yes")
        told = self.done("candidate", "P1", "--all", "--lang", "fr")
        self.assertIn("texte effacé", told)
        for secret in ("Nomsecret", "Zoé", "secret"):
            self.assertNotIn(secret, told)

    def test_what_cannot_be_answered(self):
        self.stops(2, "candidate", "P9", "--all")
        self.stops(2, "candidate", "P1", "--to", str(self.file(".a.html")))
        self.file(".master").unlink()
        self.stops(3, "candidate", "P1", "--all")


if __name__ == "__main__":
    unittest.main()
