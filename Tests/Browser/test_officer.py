"""Someone comes back after six years: an officer searches the name, sees what is still held, and records what
counts.
"""

import unittest

from ledgers import Ledger
from visit import Visit, day
from ways import ENGLISH, FRENCH

CLERK = "clerk:1"
WHO = "officer:17"


def fact(kind, on, **data):
    return {"type": kind, "occurredOn": on, "recordedBy": CLERK, "data": data}


def identity(name, first, born, sex):
    return {"birthName": name, "firstNames": first, "birthDate": born, "sex": sex,
            "birthPlace": {"postalCode": "69003"}}


# Invented persons: one judged in 2020 with two blocks validated and one refused, one of a similar name.
HISTORY = (
    fact("CandidateRegistered", "2019-09-02", candidate="P-2019-014",
         identity=identity("Inventée-Façon", ["Sandrine", "Aude"], "1981-04-09", "F")),
    fact("CandidateRegistered", "2019-09-02", candidate="P-2019-015",
         identity=identity("Inventé", ["Sandro"], "1979-01-30", "M")),
    fact("CandidateEnrolled", "2019-09-02", candidacy="D-2019-014", candidate="P-2019-014",
         certification="RNCP38052", pathway="experience"),
    fact("AdmissibilityDecided", "2019-10-01", candidacy="D-2019-014", admissible=True,
         validUntil="2024-10-01"),
    fact("JuryConvened", "2020-05-04", jury="J-2020-06", certification="RNCP38052",
         sessionOn="2020-06-18", mode="onSite", members=[
             {"member": "M1", "role": "president"}, {"member": "M2", "role": "humanResources"},
             {"member": "M3", "role": "operations"}]),
    fact("CandidateSummoned", "2020-05-18", jury="J-2020-06", candidacy="D-2019-014"),
    fact("JuryHeld", "2020-06-18", jury="J-2020-06", present=["M1", "M2", "M3"]),
    fact("BlockValidated", "2020-06-18", jury="J-2020-06", candidacy="D-2019-014", block="RNCP38052BC01"),
    fact("BlockRefused", "2020-06-18", jury="J-2020-06", candidacy="D-2019-014", block="RNCP38052BC02",
         grounds="Dossier mince"),
    fact("BlockValidated", "2020-06-18", jury="J-2020-06", candidacy="D-2019-014", block="RNCP38052BC03"),
    fact("JuryDeliberated", "2020-06-18", jury="J-2020-06", minutes="PV-2020-06"),
)
ON = "2026-06-20"
PRIOR = "/candidates/P-2019-014/prior"


class OfficerTests(unittest.TestCase):
    def test_in_french_at_1440_px_with_scripts_who_comes_back_is_found_and_what_counts_is_recorded(self):
        self.comes_back(FRENCH)

    def test_in_english_at_320_px_without_scripts_who_comes_back_is_found_and_what_counts_is_recorded(self):
        self.comes_back(ENGLISH)

    def comes_back(self, way):
        by_command, ledger = Ledger.empty(self), Ledger.empty(self)
        for each in (by_command, ledger):
            each.bring(HISTORY)
        by_command.acquis("prior", "P-2019-014", "--for", "RNCP38052", "--on", ON, "--pathway",
                          "experience", "--record", "--by", WHO)
        token = ledger.grant(WHO, "officer")
        visit = Visit(self, ledger.serve(), **way)
        visit.sign_in(token, f"/people?on={ON}")
        self.finds_the_person(visit)
        self.reads_what_is_held(visit)
        before = ledger.facts()
        visit.choose("pathway", "experience").press("act", "try").sees("RNCP38052BC01", "RNCP38052BC03")
        self.assertEqual(ledger.facts(), before)
        visit.good()
        visit.press("act", "record").done("RNCP38052BC01", "RNCP38052BC03")
        self.assertEqual(ledger.facts(), by_command.facts())
        visit.follow("/candidates/P-2019-014").follow("/candidacies/D-2026-001")
        visit.sees(day("2031-06-20"), "BC01", "BC03").good()

    def finds_the_person(self, visit):
        """By the name in any order, without accents; a name is shown once names are asked for."""
        self.assertNotIn("inventée", visit.text.casefold())
        visit.show_names().sees("Inventée", "Inventé")
        for words in ("facon inventee sandrine", "Aude INVENTÉE", "sandrine inventee-façon"):
            visit.type("name", words).click("form[method='post'][action^='/people/search'] button")
            visit.sees("P-2019-014")
            self.assertNotIn("P-2019-015", visit.part("main"))
            self.assertNotIn("facon", visit.driver.current_url.casefold())
        visit.good()
        visit.follow("/candidates/P-2019-014").sees("Inventée-Façon", "Sandrine", day("1981-04-09"))
        visit.good()

    def reads_what_is_held(self, visit):
        visit.follow("/candidacies/D-2019-014").sees(day("2025-06-18"), "Dossier mince").good()
        visit.follow("/candidates/P-2019-014").follow(PRIOR).good()
        visit.follow(PRIOR, **{"for": "RNCP38052"})
        visit.sees("RNCP38052BC01", "J-2020-06", day("2020-06-18"), "D-2019-014", day("2025-06-18"))
        self.assertIn("on=", visit.driver.current_url)
        visit.good()


class OfficerLimitsTests(unittest.TestCase):
    def test_an_officer_is_offered_no_form_that_an_administrator_alone_may_send(self):
        ledger = Ledger.empty(self)
        ledger.bring(HISTORY)
        visit = Visit(self, ledger.serve())
        visit.sign_in(ledger.grant(WHO, "officer"), "/entries/8")
        for address in ("/", "/entries/8", "/juries/J-2020-06"):
            visit.open(address)
            hrefs = visit.driver.execute_script(
                "return [...document.querySelectorAll('a[href]')].map(each => new URL(each.href).pathname)")
            for path in hrefs:
                self.assertNotRegex(path, r"^/record|/annul$|/correct$|/session$")
        for address in ("/record/CandidateRegistered", "/entries/8/annul", "/juries/J-2020-06/session"):
            self.assertEqual(visit.open(address).browser.status(), 403, address)
            visit.good()
