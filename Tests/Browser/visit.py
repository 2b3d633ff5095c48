"""What a person does in the pages: opens, clicks (counted), types, chooses, reads; each fails with what was there
instead.
"""

import os
import pathlib
import re
import time
import urllib.parse

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

import checks
from browser import Browser
from ledgers import plain

PATIENCE = 20

LINKS = """
const [path, query] = arguments;
const fits = [...document.querySelectorAll('a[href]')].filter(each => {
  const at = new URL(each.href);
  return at.origin === location.origin && decodeURIComponent(at.pathname) === path &&
    Object.entries(query).every(([name, value]) => at.searchParams.get(name) === value);
});
return fits.sort((one, other) => Boolean(other.closest('main')) - Boolean(one.closest('main')));
"""


class Visit:
    """A person at a server, in a browser of their own unless one is lent. `test` fails where they cannot go on."""

    def __init__(self, test, server, browser=None, **wishes):
        self.test = test
        self.origin = server.url
        if browser is None:
            browser = Browser(**wishes)
            test.addCleanup(browser.close)
        self.browser = browser
        self.driver = browser.driver
        # What the pages are to be in.
        self.language = browser.language
        self.clicks = 0
        self.began = time.monotonic()
        self.shots = 0

    # Going

    def open(self, address):
        """Types an address, or takes a bookmark, as one click."""
        self.clicks += 1
        self.browser.begin()
        self.driver.get(self.origin + address)
        self.shoot()
        return self

    def sign_in(self, token, address="/"):
        """Opens a page, which asks for the token first."""
        self.open(address)
        self.type("token", token)
        return self.press(None)

    def sign_out(self):
        return self.click("form[action='/sign-out'] button")

    def change_language(self):
        self.click("a.language[hreflang]")
        self.language = "fr" if self.language == "en" else "en"
        return self

    def show_names(self, shown=True):
        return self.click(f"button[name='names'][value='{'show' if shown else 'hide'}']")

    def back(self):
        self.driver.back()
        self.until(self.is_loaded, "the page before")
        return self

    # Clicking

    def click(self, selector, leads=True):
        """Clicks what this CSS selector finds and is seen; where it leads to a page, waits for it."""
        return self.click_on(
            self.driver.find_elements(By.CSS_SELECTOR, selector), selector, leads)

    def follow(self, path, leads=True, **query):
        """Clicks the link to this path (with these values in its address), in the content before the menu."""
        found = self.driver.execute_script(LINKS, path, query)
        return self.click_on(found, f"link to {path} {query or ''}", leads)

    def press(self, name, value=None, leads=True):
        """Presses a form's button by its name and value; without a name, the first of the content."""
        if name is None:
            return self.click("main form button:not([name])", leads)
        wanted = f"main button[name='{name}']" + (f"[value='{value}']" if value else "")
        return self.click(wanted, leads)

    def click_on(self, found, what, leads):
        seen = next((each for each in found if each.is_displayed()), None)
        if seen is None and found:
            seen = self.unfold(found[0])
        if seen is None:
            self.fail(f"{'nobody sees the' if found else 'the page has no'} {what}")
        if leads:
            self.driver.execute_script("document.seenBefore = true")
            self.browser.begin()
        self.clicks += 1
        try:
            seen.click()
        except WebDriverException as failure:
            self.fail(f"the {what} cannot be clicked: {failure.msg.splitlines()[0]}")
        if leads:
            self.until(self.is_new, f"a page after the click on the {what}")
            self.shoot()
        return self

    def unfold(self, element):
        """Opens the folded parts that an element is in, by a click each."""
        folded = self.driver.execute_script("""
            const found = [];
            for (let part = arguments[0].closest('details'); part; part = part.parentElement?.closest('details'))
              if (!part.open) found.unshift(part.querySelector('summary'));
            return found;""", element)
        for each in folded:
            self.clicks += 1
            each.click()
        return element if element.is_displayed() else None

    def download(self, path):
        """Clicks the link to a file; its path on this machine once it is whole."""
        before = set(self.browser.downloads.iterdir())
        self.follow(path, leads=False)

        def whole():
            new = set(self.browser.downloads.iterdir()) - before
            return next((file for file in new if not file.name.endswith(".crdownload")
                         and not file.name.startswith(".")), None)
        return self.until(whole, f"the file of {path}")

    # Filling in

    def field(self, name):
        found = self.driver.find_elements(By.NAME, name)
        fits = [each for each in found if each.get_dom_attribute("type") != "hidden"]
        if not fits:
            names = self.driver.execute_script(
                "return [...document.querySelectorAll('main [name]')].map(each => each.name)")
            self.fail(f"there is no field {name}; there are: {', '.join(dict.fromkeys(names))}")
        if not fits[0].is_displayed() and not self.unfold(fits[0]):
            self.fail(f"nobody sees the field {name}")
        return fits

    def type(self, name, text):
        """Types a text in place of what a field has."""
        field = self.field(name)[0]
        field.clear()
        field.send_keys(text)
        return self

    def choose(self, name, value):
        """Chooses in a list, or among buttons, by the value, as one click; types it where a text is wanted."""
        fields = self.field(name)
        tag, kind = fields[0].tag_name, fields[0].get_dom_attribute("type")
        if tag == "select":
            values = [each.get_attribute("value") for each in Select(fields[0]).options]
            if value not in values:
                self.fail(f"{name} has no {value}; it has: {', '.join(values)}")
            self.clicks += 1
            Select(fields[0]).select_by_value(value)
        elif kind in ("radio", "checkbox"):
            self.tick(name, value)
        else:
            self.type(name, value)
        return self

    def tick(self, name, value=None):
        """Ticks a box that is not ticked, by a click."""
        fits = [each for each in self.field(name)
                if value is None or each.get_attribute("value") == value]
        if not fits:
            self.fail(f"no box {name} has the value {value}")
        if not fits[0].is_selected():
            self.clicks += 1
            fits[0].click()
        return self

    def fill(self, **fields):
        """Fills in fields; `identity__sex` is the field identity.sex."""
        for name, value in fields.items():
            self.choose(name.replace("__", "."), value)
        return self

    def as_of(self, on=None, known=None):
        """Asks the page for a day, and for a state of knowledge."""
        for name, text in (("on", on), ("known", known)):
            if text is not None:
                self.type(name, text)
        return self.click("form#times button")

    # Reading

    @property
    def text(self):
        """What is read in the whole page, with plain spaces."""
        return plain(self.driver.execute_script("return document.body.innerText"))

    @property
    def source(self):
        return plain(self.driver.page_source)

    @property
    def path(self):
        return urllib.parse.unquote(urllib.parse.urlsplit(self.driver.current_url).path)

    def part(self, selector):
        """The text of the first element that the selector finds; None where there is none."""
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return plain(found[0].text) if found else None

    def sees(self, *texts):
        """Fails unless the page says each of these; one of several ways of saying it may be given as a tuple."""
        page = folded(self.text)
        for text in texts:
            ways = text if isinstance(text, tuple) else (text,)
            if not any(folded(way) in page for way in ways):
                self.fail(f"the page does not say {' or '.join(ways)}")
        return self

    def done(self, *texts):
        """Fails unless what was asked was recorded."""
        told = self.part(".done")
        if told is None:
            self.fail(f"nothing was recorded: {self.part('.refusals') or self.part('main')}")
        for text in texts:
            if folded(text) not in folded(told):
                self.fail(f"what was done does not say {text}: {told}")
        return self

    def refused(self, *texts):
        """Fails unless the form came back with what refuses it."""
        told = self.part(".refusals")
        if told is None:
            self.fail("nothing was refused")
        for text in texts:
            if folded(text) not in folded(told):
                self.fail(f"the refusal does not say {text}: {told}")
        return self

    # Judging

    def check(self):
        """What is wrong with this page, a line each."""
        return checks.faults(self.browser, self.origin, self.language)

    def good(self):
        """Fails where anything is wrong with this page."""
        wrong = self.check()
        if wrong:
            self.fail("\n  ".join(["something is wrong:", *wrong]))
        return self

    def seconds(self):
        return time.monotonic() - self.began

    # Waiting, failing

    def is_loaded(self):
        return self.driver.execute_script("return document.readyState === 'complete'")

    def is_new(self):
        return self.driver.execute_script(
            "return document.readyState === 'complete' && !document.seenBefore")

    def until(self, holds, what, seconds=PATIENCE):
        """What `holds` returns once it is true of the page, asked again and again."""
        end = time.monotonic() + seconds
        while True:
            try:
                found = holds()
                if found:
                    return found
            except WebDriverException:
                pass  # Between two documents.
            if time.monotonic() > end:
                self.fail(f"after {seconds} s there was not {what}")
            time.sleep(0.02)

    def shoot(self, failed=False):
        """A picture of the page in $ACQUIS_SCREENSHOTS, named by the test."""
        place = os.environ.get("ACQUIS_SCREENSHOTS")
        if not place:
            return
        self.shots += 1
        name = re.sub(r"[^\w.]+", "-", self.test.id())
        folder = pathlib.Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        mark = "-failed" if failed else ""
        self.driver.save_screenshot(str(folder / f"{name}-{self.shots:03}{mark}.png"))

    def fail(self, why):
        self.shoot(failed=True)
        page = " / ".join(self.text.split("\n"))
        self.test.fail(f"{why}\n  at {self.driver.current_url}, answered {self.browser.status()}, "
                       f"where the page says: {page[:1500]}")


def folded(text):
    return plain(text).casefold()


def day(text):
    """The ways in which a page may write a day."""
    year, month, number = text.split("-")
    french = ("janvier février mars avril mai juin juillet août septembre octobre novembre "
              "décembre").split()[int(month) - 1]
    english = ("January February March April May June July August September October November "
               "December").split()[int(month) - 1]
    first = "1er" if number == "01" else str(int(number))
    return (text, f"{number}/{month}/{year}", f"{first} {french} {year}",
            f"{int(number)} {english} {year}")
