"""Every command of every README.md and LISEZMOI.md prints what the document shows, and every file,
word of the code and Swift line that a document names is there. `documents.py` says how a
document is read.

A document's commands run in order in one fresh folder, with `acquis` on the PATH and the
repository's folders beside: what it reads it has made itself. After a change of words, this
rewrites what is shown:

    ACQUIS_WRITE_DOCUMENTS=1 ACQUIS=.build/release/acquis python3 -m unittest discover \
        -s Tests/Acceptance -p test_documents.py

Reads the program's path from $ACQUIS.
"""

import concurrent.futures
import datetime
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from documents import MONTHS, ROOT, Values, blocks, commands, documents, files
from shown import plain

ACQUIS = pathlib.Path(os.environ["ACQUIS"]).resolve()
WRITES = bool(os.environ.get("ACQUIS_WRITE_DOCUMENTS"))

# The two commands that do all the set-up. `.ci/run` takes them from README.md and runs them.
SET_UP = (
    "Sources/prepare.sh && swift run -c release acquis demo", "Sources/prepare.sh && swift test")

# A path that begins with a folder of the repository.
FOLDER = re.compile(r"(Events|Projections|Sources|Tests|\.ci)/")

# Programs that a command starts by itself, without naming them.
STARTED = {"auditor.py": ("openssl",)}


def name(path):
    return str(path.relative_to(ROOT))


class Session:
    """Bash in a folder of its own: what one command exports or defines, the next one finds."""

    def __init__(self, folder):
        self.folder, self.state = folder / "work", folder / "state"
        self.folder.mkdir()
        self.state.touch()
        programs = folder / "bin"
        programs.mkdir()
        (programs / "acquis").symlink_to(ACQUIS)
        (programs / "python3").symlink_to(sys.executable)
        for part in ("Events", "Projections", "Sources", "Tests"):
            (self.folder / part).symlink_to(ROOT / part)
        kept = {
            key: value for key, value in os.environ.items()
            if not key.startswith(("ACQUIS", "LC_", "LANG", "XDG_"))}
        self.environment = {
            **kept, "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(self.folder),
            "LANG": "C.UTF-8", "ACQUIS": str(ACQUIS)}

    def run(self, text):
        """A command's status, and the lines that it printed, with plain spaces."""
        script = f". {self.state}\n{text}\nstatus=$?\nexport -p > {self.state}\nexit $status\n"
        outcome = subprocess.run(
            ["bash", "-c", script], cwd=self.folder, env=self.environment, timeout=300, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return outcome.returncode, plain(outcome.stdout).splitlines()


class Commands(unittest.TestCase):
    """What a document shows is what the program prints."""

    maxDiff = None

    def test_every_command_prints_what_is_shown(self):
        listed = {}
        for path in documents():
            asked = [
                command for block in blocks(path.read_text()) if block.language == "console"
                for command in commands(block)]
            missing = self.missing(asked)
            if missing:
                print(f"\nNOT TESTED, for want of {missing}: {name(path)}", file=sys.stderr)
            else:
                listed[path] = asked
        # Each document in a folder of its own, several at once; what was printed is compared after.
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            outcomes = pool.map(self.outcomes, listed.values())
            for (path, asked), outcome in zip(listed.items(), outcomes):
                self.check(path, asked, outcome)

    def outcomes(self, asked):
        """The status and the lines of each command, in a fresh folder."""
        folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-document-"))
        try:
            session = Session(folder)
            return [session.run(command.text) for command in asked]
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def missing(self, listed):
        """The first program that these commands need and that is not there."""
        for command in listed:
            for word, tools in STARTED.items():
                for tool in tools if word in command.text else ():
                    if shutil.which(tool) is None:
                        return tool
        return None

    def check(self, path, listed, outcomes):
        values, rewritten = Values(), {}
        for command, (status, printed) in zip(listed, outcomes):
            with self.subTest(document=name(path), line=command.line, command=command.text):
                shown = command.shown
                differs = len(shown) != len(printed) or not all(
                    values.alike(*pair, command.figures) for pair in zip(shown, printed))
                if differs and WRITES:
                    rewritten[command.line] = [values.as_shown(line) for line in printed]
                    for pair in zip(rewritten[command.line], printed):
                        values.alike(*pair, command.figures)
                elif differs:
                    self.assertEqual("\n".join(shown), "\n".join(printed))
                    self.fail("a value that is shown twice was printed differently")
                if not command.figures:
                    self.assertEqual(status, command.status, "\n".join(printed))
        if rewritten:
            self.rewrite(path, listed, rewritten)

    def rewrite(self, path, listed, rewritten):
        lines = path.read_text().splitlines()
        for command in sorted(listed, key=lambda command: -command.line):
            if command.line in rewritten:
                first = command.line + command.text.count("\n")
                lines[first:first + len(command.shown)] = rewritten[command.line]
        path.write_text("\n".join(lines) + "\n")
        print(f"\nrewritten: {name(path)}, {len(rewritten)} outputs", file=sys.stderr)

    def test_no_block_escapes(self):
        for path in documents():
            with self.subTest(document=name(path)):
                text = path.read_text()
                self.assertNotRegex(text, r"(?m)^[ >]+```", "a block must begin its line")
                for block in blocks(text):
                    self.assertIn(block.language, ("console", "sh", "swift", "sql", ""), block.line)
                    if block.language == "sh":
                        asked = [line for line in block.lines if line and line[0] != "#"]
                        self.assertLessEqual(set(asked), set(SET_UP), f"line {block.line}")
        asked = (ROOT / "README.md").read_text().splitlines()
        for command in SET_UP:
            self.assertEqual(asked.count(command), 1, command)


class Days(unittest.TestCase):
    """Which day may be printed in the place of the one that a document shows."""

    def forms(self, day):
        """A day in every form in which one is printed."""
        return (
            f"le {day.strftime('%d/%m/%Y')} par la", f"le {day.day} {MONTHS[day.month - 1]} {day.year}",
            f"on {day.isoformat()}", f"at {day.isoformat()}T10:00:00.5Z", f"log-{day.isoformat()}T100000Z")

    def alike(self, shown, printed):
        return [Values().alike(*pair) for pair in zip(self.forms(shown), self.forms(printed))]

    def test_a_day_of_the_run_stands_for_the_day_of_the_writing(self):
        today = datetime.date.today()
        self.assertEqual(self.alike(datetime.date(2026, 11, 26), today), [True] * 5)

    def test_another_day_does_not(self):
        today = datetime.date.today()
        for printed in (today - datetime.timedelta(30), today + datetime.timedelta(90)):
            self.assertEqual(self.alike(datetime.date(2026, 11, 26), printed), [False] * 5)

    def test_a_day_of_a_story_is_printed_as_it_is_shown(self):
        today, story = datetime.date.today(), datetime.date(2026, 6, 24)
        self.assertEqual(self.alike(story, today), [False] * 5)
        self.assertEqual(self.alike(story, story), [True] * 5)


class Names(unittest.TestCase):
    """Every file, word of the code and line of Swift that a document names is there."""

    @classmethod
    def setUpClass(cls):
        cls.paths = files()
        cls.texts = [path for path in cls.paths if path.suffix == ".md"]
        cls.swift = {path: path.read_text() for path in cls.paths if path.suffix == ".swift"}
        code = [path for path in cls.paths if path.suffix in (".swift", ".py", ".sh", ".h")]
        cls.words = {
            word for path in [*code, ROOT / ".ci/run"]
            for word in re.findall(r"\w+", path.read_text())}
        for path in code:
            cls.words |= set(re.findall(r"\w+", name(path)))

    def test_the_first_document_is_short_and_narrow(self):
        lines = (ROOT / "README.md").read_text().splitlines()
        self.assertLessEqual(len(lines), 150)
        self.assertEqual([line for line in lines if len(line) > 110], [])

    def test_every_link_leads_somewhere(self):
        for path in self.texts:
            for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text()):
                if re.match(r"[a-z]+:", target):
                    continue
                file, _, heading = target.partition("#")
                with self.subTest(document=name(path), target=target):
                    there = (path.parent / file).resolve() if file else path
                    self.assertTrue(there.exists())
                    if heading:
                        self.assertIn(heading, headings(there.read_text()))

    def test_every_path_in_code_is_a_file_or_a_folder(self):
        for path in self.texts:
            text = path.read_text()
            words = {
                word for word in code_words(text)
                if re.search(r"[a-z]\.(swift|py|md|sh|docc)$", word) or FOLDER.match(word)}
            for block in blocks(text):
                if not block.language:
                    words |= set(re.findall(r"[\w/+]+\.swift\b", "\n".join(block.lines)))
            bases = (ROOT, ROOT / "Sources", path.parent)
            for word in sorted(words):
                with self.subTest(document=name(path), word=word):
                    self.assertTrue(
                        any((base / word).exists() for base in bases)
                        or "/" not in word and any(file.name == word for file in self.paths),
                        "there is no such file or folder")

    def test_every_name_in_the_map_of_the_code_is_in_the_code(self):
        text = (ROOT / "Sources/README.md").read_text()
        named = {
            word for word in code_words(text)
            if re.fullmatch(r"\.?[A-Za-z]\w*([.(]\w*:?\)?)*", word) and "/" not in word}
        for block in blocks(text):
            if not block.language:
                named |= set(re.findall(r"\b[A-Z]\w*[a-z]\w*(?:\.\w+)*", "\n".join(block.lines)))
        named.discard("Foundation")  # named as what is not used
        for word in sorted(named):
            for part in re.findall(r"\w+", word):
                with self.subTest(word=word):
                    self.assertTrue(part in self.words, f"{part} is nowhere in the code")

    def test_every_swift_block_is_part_of_a_compiled_file(self):
        for path in self.texts:
            for block in blocks(path.read_text()):
                if block.language != "swift":
                    continue
                with self.subTest(document=name(path), line=block.line):
                    sample = "\n".join(block.lines).strip("\n") + "\n"
                    self.assertTrue(
                        any(sample in text for text in self.swift.values()),
                        "no Swift file of the repository holds these lines")

    def test_every_symbol_of_a_catalogue_is_declared(self):
        for path in self.texts:
            if path.parent.suffix != ".docc":
                continue
            for symbol in re.findall(r"``([^`\n]+)``", path.read_text()):
                for part in re.sub(r"\(.*\)", "", symbol).split("/"):
                    with self.subTest(document=name(path), symbol=symbol):
                        self.assertTrue(part in self.words, f"{part} is nowhere in the code")


def code_words(text):
    """What stands between single backquotes, outside blocks."""
    outside = re.sub(r"(?ms)^```.*?^```", "", text)
    return set(re.findall(r"(?<!`)`([^`\n]+)`(?!`)", outside))


def headings(text):
    outside = re.sub(r"(?ms)^```.*?^```", "", text)
    return {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"(?m)^#+ (.*)$", outside)}


if __name__ == "__main__":
    unittest.main()
