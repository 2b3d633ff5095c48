"""An auditor in the pages: ids alone, a past day and what was known then, two states of knowledge, and proofs that
Tests/Auditor/auditor.py checks without acquis.
"""

import subprocess
import sys
import unittest

from ledgers import AUDITOR, Ledger
from visit import Visit
from ways import ENGLISH, FRENCH

MISTAKE = "/candidacies/DEMO-D-MISTAKE"
LISTS = ("/candidacies", "/people", "/juries", "/windows", "/deadlines", "/certificates", "/findings",
         "/entries")


class AuditorTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ledger = Ledger.demonstration(cls)
        cls.server = cls.ledger.serve()
        cls.token = cls.ledger.grant("auditor:1", "auditor")
        # The demonstration's people are called so; ids of theirs have neither word.
        cls.names = ("Démonstration EXEMPLE", "EXEMPLE Démonstration")

    def test_in_french_at_1440_px_with_scripts_an_auditor_asks_both_times_and_checks_proofs(self):
        self.audits(FRENCH)

    def test_in_english_at_320_px_without_scripts_an_auditor_asks_both_times_and_checks_proofs(self):
        self.audits(ENGLISH)

    def audits(self, way):
        self.visit = Visit(self, self.server, **way)
        self.visit.sign_in(self.token, MISTAKE)
        self.both_times()
        self.two_states_of_knowledge()
        self.verification()
        self.proofs()
        self.no_names()

    def reads(self, *texts):
        self.visit.sees(*texts)
        self.no_name_here()
        return self.visit.good()

    def no_name_here(self):
        source = self.visit.source.casefold()
        for name in self.names:
            self.assertNotIn(name.casefold(), source, self.visit.driver.current_url)

    def both_times(self):
        """The block that was recorded by mistake on 18 June 2021, position 671, and annulled on 12 July."""
        visit = self.visit
        self.reads("DEMO-D-MISTAKE")
        visit.as_of(on="30/06/2021")
        self.reads("BC02", ("manquant", "missing"))
        self.assertFalse(self.validated())
        visit.as_of(known="2021-07-01")
        self.reads("BC02", "671")
        self.assertTrue(self.validated())
        # Links keep both times.
        visit.follow("/entries/671")
        self.assertIn("on=2021-06-30", visit.driver.current_url)
        self.assertIn("known=", visit.driver.current_url)

    def validated(self):
        """Whether the page says that block BC02 was validated by position 671."""
        rows = self.visit.driver.execute_script("""
            return [...document.querySelectorAll('main tr, main li, main dt, main dd, main p')]
              .filter(each => each.checkVisibility()).map(each => each.innerText)""")
        return any("BC02" in row and ("validé" in row or "validated" in row or "671" in row)
                   and not any(word in row for word in ("annul", "✗")) for row in rows)

    def two_states_of_knowledge(self):
        self.visit.open("/compare?from=671&to=700")
        self.reads("DEMO-D-MISTAKE", "671", "700")

    def verification(self):
        visit = self.visit
        visit.follow("/audit")
        self.reads()
        visit.click("form[action^='/audit/verify'] button")

        # Without scripts the page asks again by itself.
        outcome = "#verification .done, #verification .refusals"
        told = visit.until(lambda: visit.part(outcome), "an outcome of the verification", 60)
        self.assertTrue(visit.driver.find_elements("css selector", "#verification .done"), told)
        self.assertIn("1082", told.replace(" ", ""))
        self.reads()

    def proofs(self):
        visit = self.visit
        visit.open("/audit")
        checkpoint = visit.download("/audit/checkpoint")
        proof = visit.open("/entries/31").download("/entries/31/proof")
        files = self.ledger.folder
        (files / "log.jsonl").write_text(self.ledger.acquis("log"), "utf-8")
        (files / "key").write_text(self.ledger.acquis("audit", "key"), "utf-8")
        outcome = subprocess.run(
            [sys.executable, AUDITOR, files / "log.jsonl", "--key", files / "key",
             "--checkpoint", checkpoint, "--proof", proof],
            capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)
        self.assertIn("position 31 is in the log", outcome.stdout)

    def no_names(self):
        for address in (*LISTS, "/candidates/DEMO-P-LAPSE", "/juries/DEMO-J-LAPSE", "/entries/25"):
            self.visit.open(address)
            self.assertEqual(self.visit.browser.status(), 200, address)
            self.no_name_here()
            self.assertFalse(self.visit.driver.find_elements("css selector", "button[name='names']"))
