"""The keyboard alone: Tab goes to every link and control in the order of the page, and where one is shows."""

import unittest

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from every_page import EVERY_PAGE
from ledgers import Ledger
from visit import Visit

# Numbers the stops of Tab as they should be (of radio buttons, one of each group), and notes where the focus goes.
WATCH = """
const group = radio => [...document.getElementsByName(radio.name)].filter(
  other => other.type === 'radio' && other.form === radio.form);
const stops = [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')].filter(one =>
    !one.disabled && one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true}) &&
    (one.type !== 'radio' || one === (group(one).find(other => other.checked) || group(one)[0])));
window.wentTo = [];
document.addEventListener('focusin', ({target}) => {
  const style = getComputedStyle(target);
  window.wentTo.push({
    stop: stops.indexOf(target), what: target.outerHTML.slice(0, 120),
    shows: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
  });
});
return stops.map(one => one.outerHTML.slice(0, 120));
"""


class KeyboardTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.ledger = Ledger.demonstration(cls)
        cls.server = cls.ledger.serve()
        cls.token = cls.ledger.grant("clerk:marie", "administrator", "--names")

    def test_tab_reaches_every_link_and_control_in_order_and_the_focus_shows(self):
        self.goes_round({"language": "fr", "width": 1440, "script": True}, EVERY_PAGE)

    def test_on_a_narrow_screen_without_scripts_in_dark_colours_too(self):
        self.goes_round({"language": "en", "width": 320, "script": False, "dark": True}, EVERY_PAGE)

    def goes_round(self, way, addresses):
        visit = Visit(self, self.server, **way)
        wrong = faults(visit.open("/"))
        visit.sign_in(self.token)
        for address in addresses:
            wrong += faults(visit.open(address))
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_the_first_stop_skips_to_the_content(self):
        visit = Visit(self, self.server)
        visit.sign_in(self.token, "/juries?on=2026-06-30").open("/juries?on=2026-06-30")
        body = visit.driver.find_element(By.TAG_NAME, "body")
        body.send_keys(Keys.TAB)
        self.assertEqual(visit.driver.execute_script("return document.activeElement.hash"), "#main")
        visit.driver.switch_to.active_element.send_keys(Keys.ENTER)
        visit.until(lambda: visit.driver.current_url.endswith("#main"), "the content")
        visit.driver.switch_to.active_element.send_keys(Keys.TAB)
        inside = "return Boolean(document.activeElement.closest('main'))"
        self.assertTrue(visit.driver.execute_script(inside))


def faults(visit):
    """What is wrong with one round of Tab over the open page, a line each, the first few."""
    browser = visit.browser
    # The page was read without scripts; what watches the focus is one.
    browser.allow_scripts(True)
    try:
        stops = browser.driver.execute_script(WATCH)
        # A page may have stops beyond those, as parts that scroll.
        rounds = len(stops) + len(stops) // 8 + 10
        browser.driver.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB * rounds)
        went = browser.driver.execute_script("return window.wentTo")
    finally:
        browser.allow_scripts(browser.script)
    place = visit.driver.current_url.removeprefix(visit.origin)
    return [f"{place}: {line}" for line in judged(stops, went)][:5]


def judged(stops, went):
    order = []
    for at in went:
        if at["stop"] in order:
            break
        if at["stop"] >= 0:
            order.append(at["stop"])
        if not at["shows"]:
            yield f"the focus does not show on {at['what']}"
    for stop, what in enumerate(stops):
        if stop not in order:
            yield f"Tab does not reach {what}"
    # Where a page puts the focus somewhere at first, the round begins there.
    first = order.index(0) if 0 in order else 0
    turned = order[first:] + order[:first]
    for before, after in zip(turned, turned[1:]):
        if after < before:
            yield f"Tab goes from {stops[before]} back to {stops[after]}"
