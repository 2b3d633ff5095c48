"""The help, the manual page and the completions, as a person meets them in a shell.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import unittest

from shown import plain
from test_command_line import ACQUIS, CommandLine

CODE = "3474"


def told(*words, lang="fr", **options):
    outcome = subprocess.run(
        [ACQUIS, "help", *words, "--lang", lang], capture_output=True, text=True, timeout=60,
        check=False, **options)
    assert outcome.returncode == 0, outcome.stderr
    return plain(outcome.stdout)


def offered(*typed):
    """The words that the completion offers in the place of the last one."""
    return subprocess.run(
        [ACQUIS, "help", "completions", "--words", *typed], capture_output=True, text=True,
        timeout=60, check=True).stdout.split()


def types():
    """Every type."""
    return offered("record", "")


class Width(unittest.TestCase):
    def test_no_line_of_the_help_is_wider_than_80_columns(self):
        commands = offered("")
        self.assertGreater(len(commands), 30)
        topics = ("vocabulary", "rules", "edition", "record")
        for lang in ("fr", "en"):
            for words in [[], *([word] for word in (*topics, *commands, *types()))]:
                for text in told(*words, lang=lang).splitlines():
                    self.assertLessEqual(len(text), 80, (words, text))

    def test_a_narrower_and_a_wider_terminal(self):
        for columns in (70, 120):
            main, side = pty.openpty()
            subprocess.run(["stty", "cols", str(columns)], stdin=side, check=True)
            process = subprocess.Popen(
                [ACQUIS, "help", "CandidateEnrolled", "--lang", "fr"], stdout=side)
            shown = b""
            process.wait(timeout=60)
            os.close(side)
            while True:
                try:
                    part = os.read(main, 65536)
                except OSError:
                    break
                if not part:
                    break
                shown += part
            os.close(main)
            widest = max(map(len, shown.decode().splitlines()))
            self.assertLessEqual(widest, columns)
            self.assertGreater(widest, columns - 20)


class Types(unittest.TestCase):
    def test_a_type_is_explained_alone_and_after_record(self):
        for name in types():
            text = told(name)
            self.assertTrue(text.startswith(f"{name} : "), text)
            self.assertIn("\nExemple :\n", text)
            self.assertEqual(text, told("record", name))
        self.assertIn("obligatoire", told("BlockValidated"))

    def test_the_option_help_explains_the_type_typed(self):
        outcome = subprocess.run(
            [ACQUIS, "record", "BlockValidated", "--help", "--lang", "fr"], capture_output=True,
            text=True, check=True)
        self.assertEqual(plain(outcome.stdout), told("BlockValidated"))

    def test_a_mistyped_type_is_told_the_near_one(self):
        for words in (("BlockValidate",), ("record", "BlockValidate")):
            outcome = subprocess.run(
                [ACQUIS, "help", *words], capture_output=True, text=True, check=False)
            self.assertEqual(outcome.returncode, 2)
            self.assertIn("BlockValidated", outcome.stderr)

    def test_the_help_of_record_lists_each_type_once(self):
        text = told("record")
        for name in types():
            self.assertEqual(len(re.findall(rf"^  {name} ", text, re.MULTILINE)), 1, name)
        self.assertEqual(len(types()), 62)


class Examples(CommandLine):
    """The English examples, as the help prints them, typed into a shell."""

    def test_each_example_is_understood(self):
        self.init()
        shell = shutil.which("bash") or self.fail("no bash")
        setup = ["CandidateRegistered", "CandidateEnrolled"]
        for name in [*setup, *types()]:
            call = self.example(name)
            if not call.startswith("acquis record") or "<" in call or "members=" in call:
                continue
            if "except=" in call:
                continue
            last = "" if name in setup else " --dry-run"
            outcome = subprocess.run(
                [shell, "-c", call.replace("acquis", '"$ACQUIS"', 1) + last],
                capture_output=True, text=True, timeout=60, check=False,
                env={**os.environ, "ACQUIS_LEDGER": str(self.ledger), "ACQUIS_BY": "clerk:3",
                     "LANG": "en"})
            # The rules may say no, and an id be unknown; the words are right.
            if "the ledger knows no" not in outcome.stderr:
                self.assertIn(outcome.returncode, (0, 1), (call, outcome.stderr))
            setup = setup[1:] if setup and name == setup[0] else setup

    def example(self, name):
        text = told(name, lang="en")
        block = text.split("\nExample:\n", 1)[1].split("\n\n", 1)[0]
        return " ".join(part.strip().rstrip("\\").strip() for part in block.splitlines())


class Completion(CommandLine):
    """The words offered, by the hidden call and by the script in bash."""

    def setUp(self):
        super().setUp()
        self.init()
        envelope = {"occurredOn": "2021-01-11", "recordedBy": "clerk:1"}
        self.import_events(
            {**envelope, "type": "CandidateRegistered", "data": {"candidate": "P1", "identity": {
                "birthName": "Nomsecret", "firstNames": ["Prénomsecret"], "birthDate": "1990",
                "sex": "F"}}},
            {**envelope, "type": "CandidateEnrolled", "data": {
                "candidacy": "D-2021-001", "candidate": "P1", "certification": CODE,
                "pathway": "continuingTraining"}},
            {**envelope, "type": "CandidateEnrolled", "data": {
                "candidacy": "D-2021-002", "candidate": "P1", "certification": "RNCP38052",
                "pathway": "apprenticeship"}},
            {**envelope, "type": "JuryConvened", "data": {
                "jury": "J1", "certification": CODE, "sessionOn": "2021-06-17",
                "mode": "onSite", "members": [
                    {"member": "M1", "role": "president", "name": "Nomsecret Membre"}]}},
            {**envelope, "type": "CertificateIssued", "data": {
                "candidacy": "D-2021-001", "number": "$(touch hurt)"}},
            {**envelope, "type": "CertificateIssued", "data": {
                "candidacy": "D-2021-001", "number": "AF-2021-001"}})

    def words(self, *typed, ledger=None, status=0, **variables):
        outcome = subprocess.run(
            [ACQUIS, "help", "completions", "--words", *typed], capture_output=True, text=True,
            timeout=60, check=False, cwd=self.folder,
            env={**os.environ, "ACQUIS_LEDGER": str(ledger or self.ledger), "LANG": "fr",
                 **variables})
        self.assertEqual((outcome.returncode, outcome.stderr), (status, ""))
        self.assertNotIn("secret", outcome.stdout.lower())
        return outcome.stdout.splitlines()

    def test_ids_of_the_ledger(self):
        candidacies = ["D-2021-001", "D-2021-002"]
        for typed in (["status", ""], ["attest", "D-2021-00"]):
            self.assertEqual(self.words(*typed), candidacies)
        self.assertEqual(self.words("candidate", ""), ["P1"])
        self.assertEqual(self.words("jury", ""), ["J1"])
        self.assertEqual(sorted(self.words("certification", "")), [CODE, "RNCP38052"])
        self.assertEqual(self.words("timeline", ""), [
            "candidacy:", "candidate:", "jury:", "certification:"])
        self.assertEqual(
            self.words("timeline", "candidacy:"), ["candidacy:" + word for word in candidacies])

    def test_ids_after_a_field(self):
        record = ("record", "BlockValidated")
        self.assertEqual(
            self.words(*record, "candidacy="),
            ["candidacy=D-2021-001", "candidacy=D-2021-002"])
        self.assertEqual(self.words(*record, "jury="), ["jury=J1"])
        # Those of the certification of the candidacy, or of the jury.
        short = [f"block=D{number}" for number in range(1, 5)]
        self.assertEqual(self.words(*record, "candidacy=D-2021-001", "block=D"), short)
        self.assertEqual(self.words(*record, "jury=J1", "block=D"), short)
        self.assertIn(
            "block=RNCP38052BC01", self.words(*record, "candidacy=D-2021-002", "block=RN"))
        self.assertEqual(
            self.words(*record, "jury=J1", "block=D1,D2,3474D3"), [])
        self.assertEqual(
            self.words(*record, "jury=J1", "block=D1,3474D3"), [])
        self.assertIn("block=D1,D2", self.words(*record, "jury=J1", "block=D1,D"))
        self.assertEqual(self.words("record", "JuryHeld", "jury=J1", "present="), ["present=M1"])
        # The fields of the entry at that position.
        self.assertEqual(self.words("correct", "4", "cand"), ["candidacy=", "candidate="])
        self.assertIn("identity.sex=", self.words("correct", "3", ""))

    def test_what_a_shell_would_run_is_not_offered(self):
        self.assertEqual(self.words("record", "CertificateReissued", "replaces="), [
            "replaces=AF-2021-001"])

    def test_without_a_ledger_nothing_is_offered_nor_made(self):
        before = sorted(os.listdir(self.folder))
        missing = self.folder / "missing.ledger"
        (self.folder / "no.ledger").write_text("no ledger\n")
        before = sorted([*before, "no.ledger"])
        for ledger in (missing, self.folder / "no.ledger", self.folder, "postgres://x/y"):
            for typed in (["status", ""], ["record", "BlockValidated", "candidacy="]):
                self.assertEqual(self.words(*typed, ledger=ledger), [])
        self.assertEqual(sorted(os.listdir(self.folder)), before)

    def test_the_ledger_of_the_line_and_of_the_home(self):
        missing = self.folder / "missing.ledger"
        there = str(self.ledger)
        self.assertEqual(
            self.words("status", "--ledger", there, "", ledger=missing),
            ["D-2021-001", "D-2021-002"])
        self.assertEqual(
            self.words(
                "status", f"--ledger=~/{self.ledger.name}", "D-2021-002", ledger=missing,
                HOME=str(self.folder)), [])
        self.assertEqual(
            self.words(
                "status", "--ledger", f"~/{self.ledger.name}", "", ledger=missing,
                HOME=str(self.folder)), ["D-2021-001", "D-2021-002"])

    def test_at_most_200_words(self):
        self.import_events(*({
            "type": "CandidateEnrolled", "occurredOn": "2021-01-12", "recordedBy": "clerk:1",
            "data": {"candidacy": f"X{number}", "candidate": "P1", "certification": CODE,
                     "pathway": "continuingTraining"}} for number in range(300)))
        self.assertEqual(len(self.words("status", "")), 200)
        self.assertEqual(self.words("status", "X29"), [
            f"X29{digit}" for digit in range(10)])

    def test_any_words_are_answered_quietly(self):
        for typed in (
                ["", ""], ["nothing", ""], ["record", "é\x1b[31m", ""], ["record", "=", "="],
                ["record", "BlockValidated", "=", "="], ["record", "BlockValidated", "."],
                ["log", "--type", "--type", ""], ["status", "--", ""], ["x" * 10_000, ""],
                ["record", "JuryConvened", "members=M1:"], ["correct", "0", ""],
                ["correct", "9999999999999999999999", ""], ["help", "help", ""], ["--", "-"]):
            self.words(*typed)

    # MARK: In the shells

    def completed(self, typed, *words):
        """What bash offers for a line, cut where it would cut it: at blanks, `=` and `:`."""
        script = told("completions", "bash")
        parts = [part for part in re.split(r"\s+|([=:])", typed) if part]
        if typed.endswith(" "):
            parts.append("")
        return subprocess.run(
            ["bash", "-c", script + '\nCOMP_LINE=$1; COMP_POINT=${#1}; shift;'
             ' COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _acquis;'
             ' printf "%s\\n" "${COMPREPLY[@]}"', "bash", typed.replace("acquis", ACQUIS, 1),
             *[ACQUIS if part == "acquis" else part for part in parts]],
            capture_output=True, text=True, check=True, cwd=self.folder,
            env={**os.environ, "ACQUIS_LEDGER": str(self.ledger), "LANG": "fr"}
        ).stdout.split()

    def test_lines_in_bash(self):
        self.assertEqual(self.completed("acquis rec"), ["record"])
        self.assertEqual(self.completed("acquis record BlockValidat"), ["BlockValidated"])
        self.assertEqual(self.completed("acquis audit pro"), ["prove"])
        self.assertEqual(self.completed("acquis status "), ["D-2021-001", "D-2021-002"])
        record = "acquis record BlockValidated --on 2021-06-17 "
        self.assertEqual(self.completed(record + "cand"), ["candidacy="])
        # After an equals sign bash completes the value alone.
        self.assertEqual(
            self.completed(record + "candidacy="), ["D-2021-001", "D-2021-002"])
        self.assertEqual(
            self.completed(record + "candidacy=D-2021-001 block=D"), ["D1", "D2", "D3", "D4"])
        self.assertEqual(
            self.completed("acquis timeline candidacy:"), ["D-2021-001", "D-2021-002"])
        self.assertEqual(self.completed("acquis candidates --status cert"), ["certified"])
        self.assertEqual(
            self.completed("acquis record CandidateEnrolled pathway=app"),
            ["apprentissage", "apprenticeship"])

    def test_the_scripts_are_scripts(self):
        for shell, check in (("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])):
            script = self.folder / f"completions.{shell}"
            script.write_text(told("completions", shell))
            self.assertIn("acquis", script.read_text())
            found = shutil.which(shell)
            if found is None:
                print(f"{shell} is not installed: its completions are not run", file=sys.stderr)
                continue
            # A shell keeps files of its own in the folder of settings.
            subprocess.run(
                [found, *check, str(script)], check=True, timeout=60,
                env={**os.environ, "XDG_CONFIG_HOME": str(self.folder)})
        self.assertEqual(told("completions"), told("completions", "bash"))
        outcome = self.run_acquis("help", "completions", "csh")
        self.assertEqual(outcome.returncode, 2)

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_lines_in_fish(self):
        script = self.folder / "acquis.fish"
        script.write_text(told("completions", "fish"))
        bin_folder = self.folder / "bin"
        bin_folder.mkdir()
        (bin_folder / "acquis").symlink_to(pathlib.Path(ACQUIS).resolve())
        for typed, wanted in (
                ("acquis rec", ["record"]), ("acquis status ", ["D-2021-001", "D-2021-002"]),
                ("acquis record BlockValidated jury=", ["jury=J1"])):
            found = subprocess.run(
                ["fish", "-c", f"source {script}; complete -C '{typed}'"], capture_output=True,
                text=True, check=True, cwd=self.folder,
                env={**os.environ, "ACQUIS_LEDGER": str(self.ledger),
                     "XDG_CONFIG_HOME": str(self.folder),
                     "PATH": f"{bin_folder}:{os.environ['PATH']}"}).stdout.split()
            self.assertEqual(found, wanted)


class Manual(unittest.TestCase):
    def test_the_manual_page_has_every_command_and_every_type(self):
        for lang in ("fr", "en"):
            page = told("manual", lang=lang)
            for name in types():
                self.assertIn(f".B {name}\n", page)
            self.assertIn(".B acquis record ", page)
        self.assertIn("CHAMP=VALEUR", told("manual"))
        if shutil.which("man"):
            subprocess.run(
                ["man", "-l", "-"], input=told("manual"), text=True, check=True,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)

    def test_the_json_of_a_type_keeps_its_keys(self):
        table = json.loads(subprocess.run(
            [ACQUIS, "help", "BlockRefused", "--json"], capture_output=True, text=True,
            check=True).stdout)
        self.assertLessEqual({"type", "fields", "columns", "example"}, set(table))


if __name__ == "__main__":
    unittest.main()
