"""The harness itself, on pages of its own: what is wrong with a page is found, and nothing else."""

import unittest

from small_site import SmallSite
from test_keyboard import faults
from visit import Visit

class HarnessTests(unittest.TestCase):
    def setUp(self):
        self.served = SmallSite(self)

    def test_nothing_is_found_in_a_good_page_with_scripts_or_without_in_any_colours_and_width(self):
        for script, said in ((True, "avec script"), (False, "sans script")):
            visit = Visit(self, self.served, script=script).open("/good").sees(said)
            for width, dark in ((1440, False), (320, True)):
                visit.browser.resize(width)
                visit.browser.paint(dark)
                self.assertEqual(visit.check(), [])
                asked = "return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]"
                self.assertEqual(visit.driver.execute_script(asked), [width, dark])

    def test_what_is_wrong_with_a_page_is_found(self):
        for script in (True, False):
            visit = Visit(self, self.served, width=320, script=script).open("/bad")
            told = "\n".join(visit.check())
            for words in ("scrolls sideways", "html lang is 'en'", "no link that skips",
                          "without a label: unnamed", "axe label", "other.invalid",
                          "console: ", "Content Security Policy"):
                self.assertIn(words, told)

    def test_clicks_are_counted_and_what_is_folded_is_unfolded(self):
        visit = Visit(self, self.served).open("/good")
        visit.type("name", "Inventée").press(None)
        self.assertIn("name=Invent", visit.driver.current_url)
        visit.follow("/bad").sees("bad")
        # The address that was typed is one.
        self.assertEqual(visit.clicks, 4)

    def test_a_failure_says_what_was_there_instead(self):
        visit = Visit(self, self.served).open("/good")
        for act, words in (
                (lambda: visit.follow("/nowhere"), "the page has no link to /nowhere"),
                (lambda: visit.type("token", "x"), "there is no field token; there are: name"),
                (lambda: visit.done(), "nothing was recorded: "),
                (lambda: visit.sees("Absent"), "the page does not say Absent")):
            with self.assertRaises(AssertionError) as failure:
                act()
            self.assertIn(words, str(failure.exception))
            self.assertIn("/good, answered 200", str(failure.exception))

    def test_a_session_is_signed_in_to_fills_in_a_form_and_takes_a_file(self):
        for script in (True, False):
            visit = Visit(self, self.served, script=script)
            visit.sign_in("wrong", "/form").refused("jeton").good()
            visit.type("token", "right").press(None)
            self.assertEqual(visit.path, "/form")
            visit.fill(identity__sex="F", day="18/06/2026").tick("present", "M2").press("act", "record")
            visit.refused("R03").good()
            self.assertEqual((visit.browser.status(), visit.field("day")[0].get_property("value")),
                             (422, "18/06/2026"))
            visit.tick("present", "M1").tick("present", "M2").press("act", "record")
            visit.done("recorded", "F", "M1,M2")
            self.assertEqual(visit.clicks, 9)
            self.assertEqual(visit.download("/file").read_text("utf-8"), "a file\n")

    def test_what_came_over_the_network_is_weighed(self):
        visit = Visit(self, self.served).open("/good")
        self.assertGreater(visit.browser.weight(), 1000)
        self.assertLess(visit.browser.weight(), 4000)

    def test_a_page_with_controls_in_another_order_or_without_focus_is_found(self):
        visit = Visit(self, self.served, script=False).open("/good")
        self.assertEqual(faults(visit), [])
        told = "\n".join(faults(visit.open("/bad")))
        self.assertIn("the focus does not show", told)
        self.assertIn("back to", told)
