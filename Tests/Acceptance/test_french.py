"""French as it is shown: its spaces, its days, its numbers, and no English in it.

Reads the program's path from $ACQUIS.
"""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from shown import plain
from test_command_line import ACQUIS, CommandLine

BREAKING = re.compile(r" [:;?!»](?=[\s)]|$)|« ", re.MULTILINE)
ISO_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|from|with|held|needed|source\.|experience|operations|humanResources|"
    r"caseStudy|file|continuingTraining|apprenticeship)\b")


def quoted(text):
    """A text without what it quotes between backticks, and without field=value."""
    return re.sub(r"\(?\w+=\S+", "", "".join(text.split("`")[::2]))


class Demonstration(unittest.TestCase):
    """Everything that a reader in French sees of a history with something of everything."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.ledger = pathlib.Path(folder.name) / "demo.ledger"
        cls.raw("demo")

    @classmethod
    def raw(cls, *words, lang="fr"):
        """What a command prints, spaces as they are."""
        outcome = subprocess.run(
            [ACQUIS, *words, "--ledger", str(cls.ledger), "--lang", lang], capture_output=True,
            encoding="utf-8", timeout=300, check=False, env={**os.environ, "COLUMNS": ""})
        assert outcome.returncode in (0, 1), outcome.stderr
        return outcome.stdout + outcome.stderr

    def test_a_french_mark_never_begins_a_line(self):
        for words in (
                ("findings",), ("status", "DEMO-D-0001"),
                ("candidate", "DEMO-P-LAPSE"), ("jury", "DEMO-J-TWO-DAYS"),
                ("prior", "DEMO-P-LAPSE"), ("help", "rules"), ("help", "edition"), ("help",),
                ("compare", "--known", "600", "--known", "700"), ("replay",)):
            with self.subTest(words=words):
                text = self.raw(*words)
                self.assertIsNone(BREAKING.search(quoted(text)), BREAKING.findall(quoted(text)))
        # A title is shown as its document has it: only where lines break is looked at.
        for line in self.raw("certification", "3474").splitlines():
            self.assertNotRegex(line, r"^\s*[:;?!»]( |$)|«$")
        text = self.raw("findings")
        self.assertIn("\u00a0: ", text)
        self.assertIn("\u202f; ", text)

    def test_english_and_json_have_plain_spaces(self):
        for text in (self.raw("findings", lang="en"), self.raw("findings", "--json"),
                     self.raw("certification", "3474", lang="en")):
            self.assertEqual(text, plain(text))

    def test_a_page_has_the_spaces_too(self):
        page = self.raw("attest", "DEMO-D-0001", "--certificate", "--anyway")
        page += self.raw("minutes", "DEMO-J-TWO-DAYS")
        self.assertIn("\u00a0: ", page)
        # What was recorded is shown as it was written, and the proof is JSON.
        page = re.sub(r"<pre.*?</pre>", "", page, flags=re.DOTALL)
        texts = " ".join(re.findall(r">([^<]*)<", page)).replace("Démonstration : ", "")
        self.assertIsNone(BREAKING.search(texts), BREAKING.findall(texts))

    def test_findings_speak_of_days_in_words_and_have_no_english(self):
        for words in (("findings",), ("findings", "--each", "--limit", "200")):
            with self.subTest(words=words):
                text = quoted(self.raw(*words))
                self.assertEqual(ISO_DAY.findall(text), [])
                self.assertEqual(ENGLISH.findall(text), [])
        self.assertIn("21 juin 2023", self.raw("findings"))


class Numbers(CommandLine):
    def test_zero_and_one_take_the_singular(self):
        self.init()
        text = self.run_acquis("certification", "3474", "--lang", "fr").stdout
        self.assertIn("aucune candidature, aucun délai ouvert", text)
        text = self.run_acquis("replay", "--lang", "fr").stdout
        self.assertIn("2 entrées au ", text)
        empty = self.folder / "empty.ledger"
        made = self.run_acquis("init", "--empty", "--lang", "fr", ledger=empty)
        self.assertIn("0 entrée.", made.stdout)

    def test_a_kind_of_id_and_a_form_are_named_in_french(self):
        self.init()
        for words, expected in (
                ((f"candidacy={'D 1'}",), "un identifiant de candidature est attendu"),
                (("candidacy=D1", "candidate=P1", "certification=3474", "pathway=nowhere"),
                 "champ pathway : un mot est attendu parmi : statut d’élève"),
                (("candidacy=D1", "candidate=P1", "certification=3474", 'claims=true'),
                 "attendu : ")):
            with self.subTest(words=words):
                outcome = self.run_acquis(
                    "record", "CandidateEnrolled", "--on", "2021-01-11", *words, "--lang", "fr")
                self.assertEqual(outcome.returncode, 2, outcome.stderr)
                self.assertIn(expected, outcome.stderr)
                self.assertNotRegex(outcome.stderr, r"\b(an object|candidacy\)|pathway\))")

    def test_a_refusal_says_its_days_in_words(self):
        self.init()
        outcome = self.run_acquis(
            "record", "CandidateEnrolled", "--on", "2026-11-25", "candidacy=D1", "candidate=P1",
            "certification=RNCP38052", "pathway=apprenticeship", "--lang", "fr")
        self.assertEqual(outcome.returncode, 1, outcome.stderr)
        self.assertIn("l’enregistrement de RNCP38052 a pris fin le 20 septembre 2026", outcome.stderr)
        self.assertEqual(ISO_DAY.findall(outcome.stderr), [])


if __name__ == "__main__":
    unittest.main()
