"""Who is signed in, and who is not: a session begins with a token and ends with sign-out, and then nothing of what was
seen comes back.
"""

import unittest

from every_page import EVERY_PAGE, NAME
from ledgers import Ledger
from visit import Visit


class SignInTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ledger = Ledger.demonstration(cls)
        cls.server = cls.ledger.serve()
        cls.token = cls.ledger.grant("clerk:marie", "administrator", "--names")

    def test_each_page_asks_a_stranger_for_a_token_and_says_nothing(self):
        visit = Visit(self, self.server)
        for address in EVERY_PAGE:
            visit.open(address)
            self.assertEqual(visit.browser.status(), 401, address)
            self.assertTrue(visit.field("token"))
            self.assertNotIn("DEMO-", visit.text)
        visit.good()

    def test_a_wrong_token_is_refused_and_a_right_one_leads_to_the_page_asked_for(self):
        for script in (True, False):
            visit = Visit(self, self.server, script=script)
            visit.sign_in("acquis_nothing", "/juries?on=2026-06-30").refused().good()
            self.assertFalse(visit.field("token")[0].get_property("value"))
            visit.type("token", self.token).press(None).sees("DEMO-J-MAY")
            self.assertTrue(visit.driver.current_url.endswith("/juries?on=2026-06-30"))
            self.assertNotIn(self.token, visit.source)
            self.assertEqual(visit.driver.execute_script("return document.cookie"), "")

    def test_after_sign_out_nothing_of_what_was_seen_comes_back(self):
        for script in (True, False):
            visit = Visit(self, self.server, script=script)
            visit.sign_in(self.token, "/people?on=2026-06-30").sees(NAME)
            visit.open("/candidates/DEMO-P-LAPSE").sees(NAME).sign_out()
            self.assertTrue(visit.field("token"))
            visit.good()
            for _ in range(2):
                visit.back()
                self.assertNotIn(NAME.casefold(), visit.source.casefold())
            visit.open("/people")
            self.assertEqual(visit.browser.status(), 401)

    def test_names_are_hidden_and_shown_by_their_button(self):
        visit = Visit(self, self.server, script=False)
        visit.sign_in(self.token, "/people?on=2026-06-30").sees(NAME)
        visit.show_names(False).good()
        self.assertNotIn(NAME.casefold(), visit.source.casefold())
        self.assertIn("on=2026-06-30", visit.driver.current_url)
        visit.show_names().sees(NAME)

    def test_a_session_of_a_revoked_grant_is_over(self):
        token = self.ledger.grant("officer:9", "officer", "--names")
        visit = Visit(self, self.server)
        visit.sign_in(token, "/people").sees("DEMO-P-0001")
        self.ledger.acquis("access", "revoke", "officer:9")
        self.assertEqual(visit.open("/people").browser.status(), 401)
