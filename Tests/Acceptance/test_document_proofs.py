"""The proof that a document carries, as page and as PDF: what it shows, and what auditor.py says of it.

Reads the program's path from $ACQUIS.
"""

import base64
import hashlib
import html
import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from test_attest import Attesting, described, partial, whole
from test_command_line import ACQUIS
from trials import needed

AUDITOR = pathlib.Path(__file__).resolve().parents[1] / "Auditor" / "auditor.py"
PERSON = ("Lefèvre", "Sandrine", "exemple.invalid", "1981", "Lille", "Signataire")


class Proven(Attesting):
    def path(self, name):
        return os.path.join(self.folder, name)

    def attest(self, name, *words, status=0, env=None):
        """The outcome of `attest --to`; what it leaves is said to be one file for its owner, or none."""
        before = set(os.listdir(self.folder))
        outcome = subprocess.run(
            [ACQUIS, "attest", "D-2019-014", "--ledger", self.ledger, "--to", self.path(name),
             "--lang", "fr", *words], capture_output=True, encoding="utf-8", timeout=120, check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8", **(env or {})})
        self.assertEqual(outcome.returncode, status, outcome.stderr)
        made = set(os.listdir(self.folder)) - before - {
            f for f in os.listdir(self.folder) if f.endswith((".signed", ".vkeys", ".signing"))}
        self.assertEqual(made, set() if status else {name})
        if status == 0:
            self.assertEqual(stat.S_IMODE(os.stat(self.path(name)).st_mode), 0o600)
        return outcome

    def proof(self, name):
        """The proof in a page, as bytes."""
        source = pathlib.Path(self.path(name)).read_text(encoding="utf-8")
        ElementTree.fromstring(source.removeprefix("<!DOCTYPE html>\n"))
        found, = re.findall(r'<pre id="preuve" hidden="hidden">([^<]*)</pre>', source)
        return html.unescape(found).encode()

    def key(self):
        key = self.path("acquis.vkey")
        pathlib.Path(key).write_text(self.run_acquis("audit", "key").stdout, encoding="utf-8")
        return key

    def audit(self, *words, status=0):
        done = subprocess.run([sys.executable, AUDITOR, *words], capture_output=True,
                              encoding="utf-8", check=False)
        self.assertEqual((done.returncode, done.stderr), (status, ""), done.stdout)
        for word in PERSON:
            self.assertNotIn(word, done.stdout)
        return done.stdout

    def code(self, part):
        """The text of the QR code, made from the proof."""
        proof = json.loads(part)
        digest = base64.b64encode(hashlib.sha256(part).digest()).decode()
        return f"{proof['origin']}\n{proof['size']}\n{proof['root']}\nsha256-{digest}\n"

    def test_a_page_is_proved_from_its_file_alone_and_names_a_candidacy_only_in_its_proof(self):
        self.recorded(described(), *partial())
        self.attest("a.html")
        said = self.audit(self.path("a.html"), "--key", self.key())
        self.assertIn("proved to be in the log of", said)
        self.assertIn("not proved", said)
        part = self.proof("a.html")
        self.assertTrue(part.startswith(b'{"about":'))
        for word in PERSON:
            self.assertNotIn(word, part.decode())
        proof = json.loads(part)
        self.assertIn("no person", proof["about"]["en"])
        self.assertIn("D-2019-014", part.decode())
        shown = [entry.get("entry", "") for entry in proof["entries"]]
        self.assertFalse(any("CandidateRegistered" in entry for entry in shown))
        self.assertTrue(any("BlockValidated" in entry for entry in shown))
        log = self.path("log.jsonl")
        pathlib.Path(log).write_text(self.run_acquis("log").stdout, encoding="utf-8")
        self.audit(log, "--key", self.path("acquis.vkey"), "--document", self.path("a.html"))

    def test_an_entry_changed_in_the_file_shows(self):
        self.recorded(described(), *whole())
        self.attest("a.html")
        source = pathlib.Path(self.path("a.html")).read_text(encoding="utf-8")
        forged = self.path("forged.html")
        pathlib.Path(forged).write_text(
            source.replace("BlockValidated", "BlockRefused", 1), encoding="utf-8")
        self.assertIn("is not as in the log", self.audit(forged, status=1))

    def test_two_documents_of_one_state_bear_one_signature(self):
        self.recorded(described(), *whole())
        self.attest("a.html")
        self.attest("b.html")
        self.assertEqual(self.proof("a.html"), self.proof("b.html"))
        self.assertEqual(len(pathlib.Path(f"{self.ledger}.signed").read_text().split("\n\n")), 2)

    def test_without_the_key_it_says_that_nothing_is_signed(self):
        self.recorded(described(), *partial())
        os.unlink(f"{self.ledger}.signing")
        outcome = self.attest("a.html")
        self.assertIn("n’est pas signée", outcome.stderr)
        self.assertIsNone(json.loads(self.proof("a.html"))["note"])
        self.assertIn("bears no signed checkpoint", self.audit(self.path("a.html"), status=1))

    def test_a_file_of_another_kind_or_that_is_there_is_refused(self):
        self.recorded(described(), *partial())
        self.attest("a.txt", status=2)
        for name in ("there.html", "there.pdf"):
            pathlib.Path(self.path(name)).write_text("mine")
            if name.endswith("html") or shutil.which("weasyprint"):
                self.attest(name, status=2)
            self.assertEqual(pathlib.Path(self.path(name)).read_text(), "mine")
        self.attest("none/a.html", status=3)

    def test_a_pdf_has_the_proof_attached_and_the_code_printed(self):
        needed("weasyprint", "a document as PDF")
        self.recorded(described(), *partial())
        self.attest("a.html")
        self.attest("a.pdf")
        said = self.audit(self.path("a.pdf"), "--key", self.key())
        part = self.proof("a.html")
        self.assertIn(self.code(part).splitlines()[3], said)
        self.assertIn(b"preuve.json", pathlib.Path(self.path("a.pdf")).read_bytes())
        needed("pdftotext", "the text of a PDF")
        text = subprocess.run(["pdftotext", self.path("a.pdf"), "-"], capture_output=True,
                              encoding="utf-8", check=True).stdout
        self.assertIn("LEFÈVRE", text)
        self.assertNotIn('"entries"', text)
        needed("pdftoppm", "the QR code of a PDF")
        needed("zbarimg", "the QR code of a PDF")
        subprocess.run(["pdftoppm", "-r", "200", "-png", self.path("a.pdf"), self.path("a")],
                       check=True)
        pages = [self.path(name) for name in os.listdir(self.folder) if name.endswith(".png")]
        # It ends with 4 for a page without a code.
        read = subprocess.run(["zbarimg", "-q", "--raw", *pages], capture_output=True,
                              encoding="utf-8", check=False).stdout
        self.assertEqual(read, self.code(part))

    def test_without_weasyprint_or_where_it_fails_no_file_is_left(self):
        self.recorded(described(), *partial())
        outcome = self.attest("a.pdf", status=2, env={"PATH": "/nowhere"})
        self.assertIn("prepare.sh weasyprint", outcome.stderr)
        self.assertIn(".html", outcome.stderr)
        programs = self.path("programs")
        os.mkdir(programs)
        fake = pathlib.Path(programs) / "weasyprint"
        for script in ("echo Lefèvre >&2; exit 7", "kill -9 $$", "echo no"):
            fake.write_text(f"#!/bin/sh\n{script}\n")
            fake.chmod(0o755)
            outcome = self.attest("a.pdf", status=3, env={"PATH": f"{programs}:{os.environ['PATH']}"})
            self.assertIn("WeasyPrint", outcome.stderr)
            self.assertNotIn("Lefèvre", outcome.stderr)
