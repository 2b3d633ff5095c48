"""Every page, in both languages, narrow and wide, with scripts and without, in light and dark colours: nothing is
wrong with it.
"""

import concurrent.futures
import itertools
import unittest

import checks
from every_page import EVERY_PAGE, NO_PAGE, WRONG_TIMES
from ledgers import Ledger
from visit import Visit

# Language, scripts, and the looks: width, dark colours, and whether their contrast is measured there, which takes
# most of the time. Each language is seen with scripts and without at both widths; each width in both colours.
WAYS = (
    ("fr", True, ((1440, False, True), (320, True, False))),
    ("fr", False, ((1440, False, False), (320, True, True))),
    ("en", True, ((1440, True, True), (320, False, False))),
    ("en", False, ((1440, True, False), (320, False, True))),
)
HEAVIEST = 60_000


class PagesTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ledger = Ledger.demonstration(cls)
        cls.server = cls.ledger.serve()
        cls.token = cls.ledger.grant("clerk:marie", "administrator", "--names", "--may-waive")

    def visit(self, **way):
        return Visit(self, self.server, **way)

    def test_nothing_is_wrong_with_any_page_in_any_language_width_and_colours_with_scripts_or_without(self):
        # One browser a core, each of one language, with scripts or without.
        with concurrent.futures.ThreadPoolExecutor(2) as cores:
            found = list(itertools.chain.from_iterable(cores.map(self.faults_of_every_page, WAYS)))
        self.assertEqual(found, [], "\n" + "\n".join(dict.fromkeys(found)))

    def faults_of_every_page(self, way):
        language, script, _ = way
        visit = self.visit(language=language, script=script)
        found = self.faults(visit.open("/juries?on=2026-06-30"), way, 401)
        visit.sign_in(self.token)
        for address in EVERY_PAGE:
            found += self.faults(visit.open(address), way, 200)
        for address in NO_PAGE:
            found += self.faults(visit.open(address), way, 404)
        found += self.faults(visit.open(WRONG_TIMES), way, None)
        visit.browser.close()
        return found

    def faults(self, visit, way, status):
        """What is wrong with the open page in each of its looks, a line each."""
        browser, told = visit.browser, []
        language, script, looks = way
        if status and browser.status() != status:
            told.append(f"answered {browser.status()}, not {status}")
        told += checks.traffic_faults(browser, visit.origin)
        for width, dark, contrast in looks:
            browser.resize(width)
            browser.paint(dark)
            told += [f"{line} [{width} px{', dark' if dark else ''}]"
                     for line in checks.appearance_faults(browser, language, contrast)]
        place = visit.driver.current_url.removeprefix(visit.origin)
        return [f"{place} ({language}{'' if script else ', no scripts'}): {line}" for line in told]

    def test_no_page_weighs_more_than_60_kB_with_its_style_and_script(self):
        visit = self.visit()
        visit.sign_in(self.token)
        heavy = []
        for address in EVERY_PAGE:
            visit.browser.command("Network.clearBrowserCache")
            weight = visit.open(address).browser.weight()
            self.assertGreater(weight, 0, address)
            if weight > HEAVIEST:
                heavy.append(f"{address}: {weight} bytes")
        self.assertEqual(heavy, [])

    def test_each_page_has_a_heading_and_a_title_of_its_own(self):
        visit = self.visit(script=False)
        visit.sign_in(self.token)
        titles = {}
        for address in EVERY_PAGE:
            if address != "/":
                titles.setdefault(visit.open(address).driver.title, []).append(address.split("?")[0])
        shared = {title: paths for title, paths in titles.items() if len(set(paths)) > 1}
        self.assertEqual(shared, {})

    def test_a_refused_form_comes_back_with_what_was_typed_and_nothing_is_wrong_with_it(self):
        for language, script, width in (("fr", True, 1440), ("en", False, 320)):
            visit = self.visit(language=language, script=script, width=width)
            visit.sign_in(self.token, "/record/CandidateEnrolled")
            before = len(self.ledger.entries())
            visit.type("occurredOn", "31/02/2026").type("candidate", "P-UNKNOWN")
            visit.press("act", "record").refused()
            self.assertEqual(visit.browser.status(), 422)
            for name, typed in (("occurredOn", "31/02/2026"), ("candidate", "P-UNKNOWN")):
                self.assertEqual(visit.field(name)[0].get_property("value"), typed)
            self.assertTrue(visit.field("occurredOn")[0].get_dom_attribute("aria-describedby"))
            visit.good()
            self.assertEqual(len(self.ledger.entries()), before)

    def test_the_language_changes_by_its_link_and_stays(self):
        visit = self.visit(script=False)
        visit.sign_in(self.token, "/juries?on=2026-06-30").good().change_language().good()
        self.assertIn("on=2026-06-30", visit.driver.current_url)
        visit.follow("/people").good().change_language().follow("/juries").good()

    def test_after_a_search_by_name_the_language_the_names_and_the_times_lead_to_pages(self):
        visit = self.visit(script=False)
        visit.sign_in(self.token)
        steps = (lambda: visit.show_names(False), visit.change_language,
                 lambda: visit.as_of(on="2026-06-30"))
        for noun, step in itertools.product(("people", "candidacies"), steps):
            visit.open(f"/{noun}").type("name", "exemple demonstration")
            visit.click(f"form[method='post'][action^='/{noun}/search'] button")
            self.assertEqual(visit.browser.status(), 200)
            step()
            self.assertEqual(visit.browser.status(), 200, visit.driver.current_url)
            if step is steps[0]:
                visit.show_names()
