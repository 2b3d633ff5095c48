"""What a person reads of a timeline, a jury, a candidacy, a person and the windows, on terminals of several widths.

Reads the program's path from $ACQUIS.
"""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import unittest

from jury_scene import APPEAL, CODE, MEMBERS, OUTCOME, SESSION, JuryScene, event, session
from shown import plain
from test_command_line import ACQUIS

COLOUR = re.compile("\x1b\\[[0-9]*m")
ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
RAW = re.compile(
    r"\b(?:partiallyCertified|awaitingJury|awardPending|inPreparation|continuingTraining|experience|"
    r"apprenticeship|onSite|humanResources|operations|validated|refused|missing|[A-Z][a-z]+[A-Z][a-z]+)\b")
WIDTHS = (80, 100, 140)
REASON = "mauvaise ligne du procès-verbal"
LATER = "2026-10-01"


class Screens(JuryScene):
    def setUp(self):
        super().setUp()
        self.given(*session(), APPEAL, OUTCOME)
        entry = self.position("D3", "BlockValidated")
        self.done("correct", entry, f"block={CODE}BC03", "--reason", REASON, "--by", "clerk:1",
                  *self.confirming())

    def confirming(self):
        """The word that answers the question of what hangs on an entry, where the program has it."""
        return ["--yes"] if "--yes" in self.run_acquis("help", "correct").stdout else []

    def position(self, candidacy, kind):
        lines = self.done("timeline", f"candidacy:{candidacy}", "--csv").splitlines()
        return next(line.split(",")[0] for line in lines if f",{kind}," in line)

    def screen(self, width, *words, **variables):
        """What the program writes to a terminal of this width."""
        controller, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
        environment = {**os.environ, "ACQUIS_LEDGER": str(self.ledger), "TERM": "xterm", **variables}
        program = subprocess.Popen(
            [ACQUIS, *words], stdin=subprocess.DEVNULL, stdout=terminal,
            stderr=subprocess.PIPE, env=environment)
        os.close(terminal)
        written = b""
        while True:
            try:
                part = os.read(controller, 1 << 16)
            except OSError:
                break
            if not part:
                break
            written += part
        os.close(controller)
        errors = program.communicate()[1]
        self.assertEqual(program.returncode, 0, errors)
        return written.decode().replace("\r\n", "\n")

    QUESTIONS = (
        ("timeline", "candidacy:D1"), ("timeline", "candidacy:D3"), ("timeline", "jury:J1"),
        ("timeline", "candidate:P3"), ("timeline", "certification:" + CODE), ("jury", "J1"),
        ("status", "D1"), ("status", "D2"), ("status", "D3"), ("status", "D4"),
        ("candidate", "P2"), ("candidate", "P4"), ("windows",))

    def test_no_line_is_wider_than_the_terminal_and_none_is_cut(self):
        for words in self.QUESTIONS:
            for width in WIDTHS:
                for language in ("fr", "en"):
                    told = self.screen(width, *words, "--on", LATER, "--lang", language)
                    plain = self.screen(
                        width, *words, "--on", LATER, "--lang", language, NO_COLOR="1")
                    with self.subTest(words=words, width=width, language=language):
                        self.assertNotIn("\x1b", plain)
                        self.assertEqual(
                            [line.rstrip() for line in COLOUR.sub("", told).splitlines()],
                            [line.rstrip() for line in plain.splitlines()])
                        self.assertNotIn("…", plain)
                        for line in plain.splitlines():
                            self.assertLessEqual(len(line), width, line)
                        if language == "fr":
                            self.assertIsNone(ISO_DAY.search(plain), plain)
                            self.assertIsNone(RAW.search(plain), plain)

    def test_a_pipe_and_a_terminal_without_a_language(self):
        for words in self.QUESTIONS:
            piped = self.done(*words, "--on", LATER, "--lang", "fr")
            self.assertNotIn("\x1b", piped)
            for name in ("DUPONT", "NGUYEN", "PETIT", "Nadia", REASON):
                self.assertNotIn(name, piped, words)
            told = self.screen(80, *words, "--on", LATER, LANG="C", LC_ALL="C", NO_COLOR="1")
            for line in told.splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_an_annulled_entry_says_so_on_its_row_at_any_width(self):
        for width in WIDTHS:
            for subject in ("candidacy:D3", "jury:J1", "candidate:P3"):
                told = " ".join(
                    self.screen(width, "timeline", subject, "--lang", "fr", NO_COLOR="1").split())
                for said in ("✗", "annulée le", "mauvaise ligne", "à sa place", "corrige la position"):
                    if subject != "candidate:P3":
                        self.assertIn(said, told, (width, subject))

    def test_a_waiver_is_told_with_its_rules_and_its_reason(self):
        self.done(
            "record", "BlockValidated", "--on", SESSION, "--by", "clerk:1", "--waive", "R13",
            "--reason", "accord du jury", "jury=J1", "candidacy=D3", f"block={CODE}BC01")
        for width in WIDTHS:
            told = " ".join(self.screen(
                width, "timeline", "candidacy:D3", "--lang", "fr", NO_COLOR="1").split())
            self.assertIn("dérogation : R13", told)
            self.assertIn("accord du jury", told)

    def test_a_jury_is_a_grid_with_everything_an_auditor_asks(self):
        for width in WIDTHS:
            told = " ".join(
                self.screen(width, "jury", "J1", "--on", LATER, "--lang", "fr", NO_COLOR="1").split())
            for said in (
                    "en présentiel", "1 rue de l’Exemple", "Claire Martin (M1)", "Nadia Sow (M3)",
                    "récusation pour PETIT Anne-Lise", "Paul Roux", "a siégé", "PV-2026-06",
                    "DUPONT Marie (D1)", "absence excusée", "certification partielle", "(NV)",
                    "sans Nadia Sow", "décision annulée sur recours",
                    "Dossier incomplet"):
                self.assertIn(said, told, width)
            without = self.screen(width, "jury", "J1", "--no-names", "--lang", "fr")
            for name in ("DUPONT", "Nadia", "Dossier incomplet"):
                self.assertNotIn(name, without)

    def test_what_is_said_of_a_window(self):
        told = self.screen(100, "status", "D1", "--on", LATER, "--lang", "fr", NO_COLOR="1")
        self.assertIn("Marie DUPONT (D1)", told)
        self.assertNotIn("délai", told, "certified in one session")
        self.assertNotIn("0 ", told)
        told = self.screen(100, "status", "D2", "--on", "2031-06-17", "--lang", "fr", NO_COLOR="1")
        self.assertIn("reste 1 jour,", told)
        told = self.screen(100, "status", "D2", "--on", "2031-06-19", "--lang", "fr", NO_COLOR="1")
        self.assertIn("clos depuis le 18 juin 2031", told)
        self.assertIn("2 blocs acquis, sans limite de durée", told)

    def test_a_window_is_told_with_the_next_session_in_time(self):
        self.given(event(
            "JuryConvened", "2026-09-20", jury="J2", certification=CODE, sessionOn="2026-12-12",
            mode="onSite", members=MEMBERS))
        told = self.done("windows", "--on", LATER, "--csv", "--lang", "fr").splitlines()
        self.assertTrue(told[0].endswith(",nextJury"), told[0])
        self.assertTrue(all(line.endswith(",J2") for line in told[1:] if ",open," in line), told)
        self.assertIn("J2 (12/12/2026)", self.screen(140, "windows", "--on", LATER, "--lang", "fr"))

    def test_withdrawn_and_transferred_are_told_apart(self):
        self.given(
            event("CandidacyWithdrawn", "2026-07-02", candidacy="D3"),
            event("CandidacyTransferred", "2026-07-02", candidacy="D4", to="AFPA"))
        self.assertIn(": abandon", self.done("status", "D3", "--lang", "fr"))
        self.assertIn(": transfert vers un autre organisme", self.done("status", "D4", "--lang", "fr"))

    def test_a_person_is_shown_with_the_identity_and_the_candidacies(self):
        told = plain(
            self.screen(100, "candidate", "P2", "--on", LATER, "--lang", "fr", NO_COLOR="1"))
        for said in ("Thi Lan NGUYEN (P2)", "née le 9 avril 1981", "1 candidature", "D2",
                     "blocs acquis : BC01, BC03"):
            self.assertIn(said, told)
        self.given(event("CandidateRegistered", "2026-01-05", candidate="P9", identity={
            "birthName": "Seul", "firstNames": ["Jean"], "birthDate": "1980-02-03", "sex": "M"}))
        told = self.screen(100, "candidate", "P9", "--on", LATER, "--lang", "fr", NO_COLOR="1")
        self.assertIn("Jean SEUL (P9)", told)
        self.assertIn("aucune candidature", told)


if __name__ == "__main__":
    unittest.main()
