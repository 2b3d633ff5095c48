"""Chromium without a window, without network beyond this machine: its language, width, scripts, colours and
motion as a test wants them.

Reads $CHROMIUM and $CHROMEDRIVER, the paths of the browser and of its driver.
"""

import json
import os
import pathlib
import shutil
import tempfile
import urllib.parse

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

QUIET = (
    "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
    # 320 px are 320 px for the page.
    "--hide-scrollbars",
    "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
    "--disable-component-update", "--disable-domain-reliability", "--disable-sync",
    "--disable-default-apps", "--disable-extensions", "--disable-client-side-phishing-detection",
    "--metrics-recording-only", "--no-pings", "--password-store=basic",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication",
    # Whatever is not this machine has no address.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
PREFERRED = {"fr": "fr-FR,fr", "en": "en-GB,en"}
HEIGHT = 900


class Browser:
    """One Chromium with a profile of its own; `close` ends it."""

    def __init__(self, language="fr", width=1440, script=True, dark=False, calm=True):
        self.language = language
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-chromium-"))
        self.downloads = self.folder / "downloads"
        self.downloads.mkdir()
        options = webdriver.ChromeOptions()
        options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        for word in (*QUIET, f"--lang={language}", f"--user-data-dir={self.folder / 'profile'}"):
            options.add_argument(word)
        options.add_experimental_option("prefs", {
            "intl.accept_languages": PREFERRED[language],
            "download.default_directory": str(self.downloads),
            "download.prompt_for_download": False,
            "credentials_enable_service": False,
            "profile.password_manager_leak_detection": False})
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        driver = os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")
        try:
            self.driver = webdriver.Chrome(options=options, service=Service(driver))
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(30)
        self.driver.execute_cdp_cmd("Page.setDownloadBehavior", {
            "behavior": "allow", "downloadPath": str(self.downloads)})
        self.script = script
        self.allow_scripts(script)
        self.resize(width)
        self.paint(dark, calm)
        self.network = []
        self.pages = set()

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    # As a test wants it

    def allow_scripts(self, allowed):
        """Whether the scripts of pages run, from the next page on. What a test asks of the page runs anyway,
        but for timers.
        """
        self.command("Emulation.setScriptExecutionDisabled", value=not allowed)

    def resize(self, width, height=HEIGHT):
        self.width = width
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height,
                     deviceScaleFactor=1, mobile=False)

    def paint(self, dark=False, calm=True):
        """The colours and the motion that the person prefers."""
        self.dark = dark
        self.command("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if calm else "no-preference"}])

    # What was noted

    def begin(self):
        """Notes the traffic of the next page alone."""
        self.traffic()
        self.network = []

    def traffic(self):
        """The events of the network since `begin`."""
        for line in self.driver.get_log("performance"):
            event = json.loads(line["message"])["message"]
            if event["method"].startswith("Network."):
                self.network.append((event["method"], event["params"]))
                if event["params"].get("type") == "Document" and "request" in event["params"]:
                    self.pages.add(event["params"]["request"]["url"])
        return self.network

    def requests(self):
        """The address and kind (Document, Stylesheet, Script …) of each request."""
        return [(told["request"]["url"], told.get("type", "Other"))
                for name, told in self.traffic() if name == "Network.requestWillBeSent"]

    def status(self):
        """The status of the last document."""
        found = [told["response"]["status"] for name, told in self.traffic()
                 if name == "Network.responseReceived" and told.get("type") == "Document"]
        return found[-1] if found else None

    def weight(self):
        """The bytes that came over the network for documents, style sheets and scripts."""
        kinds = {told["requestId"]: told.get("type") for name, told in self.traffic()
                 if name == "Network.responseReceived"}
        return sum(told["encodedDataLength"] for name, told in self.network
                   if name == "Network.loadingFinished"
                   and kinds.get(told["requestId"]) in ("Document", "Stylesheet", "Script"))

    def errors(self):
        """What the console says is wrong since it was last asked: errors, and what the page's security policy
        forbade. That a page itself is an answer of 401 or 422 is none.
        """
        self.traffic()
        wrong = []
        for line in self.driver.get_log("browser"):
            text = line["message"]
            page = text.split(" ", 1)[0] in self.pages and "Failed to load resource" in text
            if (line["level"] == "SEVERE" or "Content Security Policy" in text) and not page:
                wrong.append(text)
        return wrong

    def strangers(self, origin):
        """The requests to another host than this origin's."""
        host = urllib.parse.urlsplit(origin).netloc
        return [url for url, _ in self.requests()
                if urllib.parse.urlsplit(url).scheme in ("http", "https", "ws", "wss")
                and urllib.parse.urlsplit(url).netloc != host]

    def close(self):
        driver, self.driver = self.driver, None
        try:
            if driver:
                driver.quit()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
