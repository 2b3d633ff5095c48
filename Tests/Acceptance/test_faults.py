"""A ledger through a killed process, a failing disk and a full one, from outside.

Each call by which the program touches its files is struck once, by strace: the process is killed
before it, or it answers EIO, or the disk is full from then on. What was acknowledged must then be
there once, and be on the disk; nothing may be half there; and doing the same again must complete it
and double nothing.

Reads the program's path from $ACQUIS.
"""

import collections
import concurrent.futures
import json
import os
import pathlib
import re
import reprlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

ACQUIS = os.environ["ACQUIS"]

# Who records where a test does not say it, and no settings of whoever runs the tests.
os.environ.setdefault("ACQUIS_BY", "clerk:test")
os.environ["XDG_CONFIG_HOME"] = "/nonexistent"

WRITES = ("pwrite64", "write", "ftruncate")
CALLS = (
    *WRITES, "fsync", "fdatasync", "openat", "unlink", "link", "linkat", "rename", "pread64")

KILL, EIO, ENOSPC = "signal=SIGKILL", "error=EIO", "error=ENOSPC"
KILLED = -9

SECTOR = 512


def run(words):
    return subprocess.run(
        words, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "LC_ALL": "C"})


def setUpModule():
    """Without strace nothing here is tested, and that must not pass for a success."""
    if shutil.which("strace") is None:
        raise RuntimeError("these tests need strace: Sources/prepare.sh strace installs it")
    outcome = run(["strace", "-f", "-o", os.devnull, "true"])
    if outcome.returncode != 0:
        raise RuntimeError(f"strace may not trace a process here: {outcome.stderr}")


def person(number):
    """The events of one person, the identity and a reason among them sealed."""
    return [
        {"type": "CandidateRegistered", "occurredOn": "2021-01-11", "recordedBy": "clerk:1",
         "data": {"candidate": f"P{number}", "identity": {
             "birthName": f"Nomsecret{number}", "firstNames": ["Prénomsecret"],
             "birthDate": "1990", "sex": "F", "birthPlace": {"postalCode": "75002"}}}},
        {"type": "CandidateEnrolled", "occurredOn": "2021-01-11", "recordedBy": "clerk:1",
         "data": {"candidacy": f"D{number}", "candidate": f"P{number}", "certification": "3474",
                  "pathway": "continuingTraining", "public": "employee"}},
        {"type": "CandidacyWithdrawn", "occurredOn": "2021-03-01", "recordedBy": "clerk:1",
         "data": {"candidacy": f"D{number}", "grounds": "motifsecret"}}]


class Call(collections.namedtuple("Call", "name number paths text")):
    """A call on a ledger's folder, or the answer's; `number` counts the calls of its name."""

    @property
    def failed(self):
        return re.search(r" = (-1|\?)", self.text) is not None

    @property
    def is_answer(self):
        return self.paths == ["answer"]

    @property
    def is_of_folder(self):
        return not os.path.basename(self.paths[-1].rstrip("/")).startswith("test.ledger")

    def strikes(self):
        """What can go wrong with it. What only reads takes no place, and a kill before it is one
        before the next write."""
        if self.name == "pread64" or self.name == "openat" and "O_CREAT" not in self.text:
            return (EIO,)
        return (KILL, EIO) if self.name in ("unlink", "rename") else (KILL, EIO, ENOSPC)

    def __str__(self):
        files = ", ".join(os.path.basename(path) for path in self.paths)
        return f"{self.name} number {self.number} ({files})"


class Place:
    """A folder with a ledger, which a fault may strike."""

    def __init__(self, copied_from=None):
        # Resolved: traces tell paths without links.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-faults-")).resolve()
        self.ledger = self.folder / "test.ledger"
        if copied_from:
            shutil.copytree(copied_from.folder, self.folder, dirs_exist_ok=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def file(self, suffix):
        return pathlib.Path(f"{self.ledger}{suffix}")

    # Commands.

    def words(self, *words):
        """A command's words; FOLDER in them is this folder."""
        told = [word.replace("FOLDER", str(self.folder)) for word in words]
        return [ACQUIS, *told, "--ledger", str(self.ledger)]

    def done(self, *words):
        """The answer to a command that must succeed."""
        outcome = run(self.words(*words))
        assert outcome.returncode == 0, f"{words[0]}: {outcome.returncode} {outcome.stderr}"
        return outcome.stdout

    def log(self):
        """The events, without what differs between ledgers: instants, and what stands on keys."""
        events = [json.loads(text) for text in self.done("log").splitlines()]
        positions = [event["position"] for event in events]
        assert positions == list(range(1, len(events) + 1)), positions
        assert len({event["id"] for event in events}) == len(events), "an event stands twice"
        for event in events:
            del event["recordedAt"], event["id"]
            for name, value in event["data"].items():
                if isinstance(value, dict) and "sealed" in value:
                    event["data"][name] = "sealed"
        return events

    def keys(self):
        vault = sqlite3.connect(self.file(".vault"))
        try:
            return vault.execute("SELECT id FROM person_key ORDER BY id").fetchall()
        finally:
            vault.close()

    def names(self):
        """The persons whose sealed names can be read."""
        found = self.done("candidates", "--name", "nomsecret", "--json").splitlines()
        return sorted(json.loads(text)["candidate"] for text in found)

    def is_sound(self):
        """The log holds before an auditor, as soon as the program has one."""
        if AUDITS:
            self.done("audit", "verify")

    # Under strace.

    def traced(self, *words):
        """The calls of a command that succeeds."""
        outcome, calls = self._strace(words)
        assert outcome.returncode == 0, f"{outcome.returncode} {outcome.stderr}"
        return calls

    def struck(self, call, fault, *words):
        """The outcome of a command of which this call meets the fault, and its calls."""
        # The filter makes strace twice as fast, and loses signals.
        until = "+" if fault == ENOSPC and call.name in WRITES else ""
        outcome, calls = self._strace(
            words, "-e", f"inject={call.name}:{fault}:when={call.number}{until}",
            *([] if fault == KILL else ["--seccomp-bpf"]))
        if fault == KILL:
            assert outcome.returncode == KILLED, f"not killed: {outcome.returncode}"
        else:
            hit = [str(told) for told in calls if "(INJECTED)" in told.text]
            assert len(hit) == 1 or hit and until, f"calls that failed: {hit}"
        return outcome, calls

    def _strace(self, words, *options):
        trace = self.folder / "trace"
        outcome = run(
            ["strace", "-f", "-y", "-s", "0", "-o", str(trace), "-e", f"trace={','.join(CALLS)}",
             *options, *self.words(*words)])
        counts = collections.Counter()
        calls = []
        for text in trace.read_text().splitlines():
            match = re.match(r"\d+ +(\w+)\((.*?)\)? += ", text)
            if not match:
                continue
            name, told = match.groups()
            counts[name] += 1
            paths = re.findall(rf'["<]({re.escape(str(self.folder))}[^">]*)[">]', told)
            if name == "write" and told.startswith("1<"):
                paths = ["answer"]
            if paths:
                calls.append(Call(name, counts[name], paths, text))
        trace.unlink()
        return outcome, calls

    def losses(self, calls, there_before):
        """What a power cut could undo: of the keys when the log is first written to, and of
        anything when the answer is given. The disk keeps what was synced, and a name or its removal
        once the folder was."""
        ledger, folder = str(self.ledger), str(self.folder)
        files = {f"{folder}/{name}" for name in there_before}
        contents, names, losses = set(), set(), []

        def of_vault():
            vault = [ledger + ".vault", ledger + ".master", ledger + ".vault-journal"]
            return [path for path in vault[:2] if path in contents | names] + [
                path for path in vault[2:] if path in names | files]

        def of_log():
            journal, wal = ledger + "-journal", ledger + "-wal"
            lost = [ledger] if ledger in names else []
            lost += [journal] if journal in names | files else []
            if ledger in contents and (wal not in files or wal in contents | names):
                lost.append(ledger)
            return lost

        is_log_untouched = True
        for call in calls:
            path = call.paths[-1]
            if call.is_answer:
                return losses + of_vault() + of_log()
            if call.failed or path.endswith("-shm"):
                continue
            if call.name in WRITES:
                is_key = path.startswith(
                    (ledger + ".vault", ledger + ".master", ledger + ".signing", ledger + ".vkeys"))
                if is_log_untouched and not is_key:
                    is_log_untouched = False
                    losses += of_vault()
                contents.add(path)
            elif call.name in ("fsync", "fdatasync"):
                contents.discard(path)
                if path.rstrip("/") == folder:
                    names.clear()
            elif call.name == "openat" and "O_CREAT" in call.text and path not in files:
                files.add(path)
                names.add(path)
            elif call.name in ("link", "linkat", "rename"):
                files.add(path)
                names.add(path)
                if call.paths[0] in contents:
                    contents.add(path)
                if call.name == "rename":
                    files.discard(call.paths[0])
                    contents.discard(call.paths[0])
                    names.add(call.paths[0])
            elif call.name == "unlink":
                files.discard(path)
                names.add(path)
        return losses


AUDITS = re.search(r"^ +audit", run([ACQUIS, "help"]).stdout, re.MULTILINE) is not None


def complaints(items, check):
    """Checks each item, some at a time; what was found, in order."""
    def complaint(item):
        try:
            check(*item)
        except AssertionError as failure:
            return f"{', '.join(map(str, item))}: {failure}"

    with concurrent.futures.ThreadPoolExecutor(2 * os.cpu_count()) as pool:
        return [text for text in pool.map(complaint, items) if text]


def equal(found, expected, what):
    assert found == expected, f"{what}: {reprlib.repr(found)}, not {reprlib.repr(expected)}"


class Struck(unittest.TestCase):
    """Three ledgers to strike, and what strikes them."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.inputs = pathlib.Path(tempfile.mkdtemp(prefix="acquis-faults-"))
        cls.addClassCleanup(shutil.rmtree, cls.inputs, ignore_errors=True)
        cls.importing = {}
        for number in (1, 2):
            file = cls.inputs / f"{number}.jsonl"
            file.write_text("".join(json.dumps(event) + "\n" for event in person(number)))
            cls.importing[number] = ("import", str(file), "--json")

        # The ledger of nobody, of person 1, and of persons 1 and 2; and what each tells.
        cls.ledgers = []
        for number in range(3):
            place = Place(copied_from=cls.ledgers[-1] if cls.ledgers else None)
            cls.addClassCleanup(place.__exit__)
            place.done(*(cls.importing[number] if number else ["init"]))
            cls.ledgers.append(place)
        cls.logs = [place.log() for place in cls.ledgers]
        assert [len(log) for log in cls.logs] == [2, 5, 8]

    def holds(self, place, number, what):
        """The ledger is that of so many persons, whole, and everything in it can be read."""
        equal(place.log(), self.logs[number], f"{what}: the log")
        equal(place.names(), ["P1", "P2"][:number], f"{what}: the names read")
        equal(len(place.keys()), number, f"{what}: the keys")
        place.is_sound()

    def killed_at(self, place, name, suffix, number):
        """Kills the import of a person at its first such call on a file of the ledger."""
        with Place(copied_from=place) as other:
            calls = other.traced(*self.importing[number])
            call = next(
                call for call in calls
                if call.name == name and call.paths[-1] == str(other.file(suffix)))
        place.struck(call, KILL, *self.importing[number])

    def everywhere(self, command, check, start=None, is_struck=lambda call: True):
        """Strikes every call of a command, each fault in a place of its own.

        Beyond the first 60 writes only every third is struck: pages written one after the other.
        """
        with Place(copied_from=start) as place:
            there_before = os.listdir(place.folder)
            calls = place.traced(*command)
            self.assertEqual(place.losses(calls, there_before), [])
            touched = {os.path.basename(path) for call in calls for path in call.paths}
            self.assertLessEqual({"answer", "test.ledger", "test.ledger.vault"}, touched)

        def strike(call, fault):
            with Place(copied_from=start) as place:
                outcome, calls = place.struck(call, fault, *command)
                assert outcome.returncode in (0, 3, KILLED), (outcome.returncode, outcome.stderr)
                assert "secret" not in outcome.stderr, outcome.stderr
                if outcome.returncode == 0:
                    losses = place.losses(calls, there_before)
                    if call.name == "openat" and call.is_of_folder:
                        # SQLite passes over a folder that cannot be opened to be synced.
                        losses = [path for path in losses if not path.endswith("-journal")]
                    equal(losses, [], "acknowledged, yet not on the disk")
                if fault != KILL and call.name != "unlink":
                    equal(list(place.folder.glob("*.new-*")), [], "left behind")
                check(place, outcome)

        faults = [
            (call, fault) for call in calls if is_struck(call)
            if call.name != "pwrite64" or call.number <= 60 or call.number % 3 == 0
            for fault in call.strikes()]
        self.assertGreater(len(faults), 0)
        self.assertEqual("\n".join(complaints(faults, strike)), "")


class Faults(Struck):
    def import_everywhere(self, start, number, **options):
        """Strikes every call of the import of a person into the ledger of those before."""
        def check(place, outcome):
            log = place.log()
            if outcome.returncode == 0:
                told = json.loads(outcome.stdout)
                equal((told["first"], told["last"]), (3 * number, 3 * number + 2), "positions")
                equal(log, self.logs[number], "acknowledged")
            else:
                assert log in self.logs[number - 1:number + 1], f"{len(log)} events"
            place.done(*self.importing[number])
            self.holds(place, number, "imported again")

        self.everywhere(self.importing[number], check, start, **options)

    def test_an_import_struck_at_any_call_is_whole_or_nothing(self):
        self.import_everywhere(self.ledgers[0], 1)

    def test_an_import_struck_while_it_mends_what_a_killed_one_left(self):
        with Place(copied_from=self.ledgers[0]) as place:
            self.killed_at(place, "pwrite64", "", 1)
            self.killed_at(place, "unlink", ".vault-journal", 2)
            self.assertGreater(place.file("-wal").stat().st_size, 0)
            self.assertGreater(place.file(".vault-journal").stat().st_size, 0)
            self.import_everywhere(place, 2)

    def test_an_init_struck_at_any_call_is_whole_or_nothing(self):
        def check(place, outcome):
            if place.ledger.exists():
                # Only a fault after it was whole leaves it; making it again then says so.
                equal(place.log(), self.logs[0], "made")
                equal(run(place.words("init")).returncode, 3, "made again")
            else:
                assert outcome.returncode != 0, "acknowledged, and no ledger"
                place.done("init")
            place.done(*self.importing[1])
            self.holds(place, 1, "made and imported")

        self.everywhere(["init"], check)

    def test_a_ledger_that_keeps_a_rollback_journal_loses_nothing(self):
        """Where a fault hinders the change to a write-ahead log, SQLite goes on without a word."""
        with Place(copied_from=self.ledgers[0]) as place:
            ledger = sqlite3.connect(place.ledger)
            self.assertEqual(
                ledger.execute("PRAGMA journal_mode = DELETE").fetchone(), ("delete",))
            ledger.close()
            self.import_everywhere(
                place, 1, is_struck=lambda call: call.paths[-1].endswith(".ledger-journal"))

    def test_a_kill_between_the_keys_and_the_events_leaves_a_key_for_the_next_time(self):
        with Place(copied_from=self.ledgers[0]) as place:
            self.killed_at(place, "pwrite64", "-wal", 1)
            keys = place.keys()
            self.assertEqual(len(keys), 1)
            self.assertEqual(place.log(), self.logs[0])
            place.done(*self.importing[1])
            self.assertEqual(place.keys(), keys)
            self.holds(place, 1, "imported again")

    def test_a_torn_journal_loses_the_torn_batch_alone(self):
        """Two killed imports leave two batches in the write-ahead log; its end is then cut, or a
        sector of its second batch lost, as by a power cut."""
        with Place(copied_from=self.ledgers[0]) as place:
            self.killed_at(place, "pwrite64", "", 1)
            end = place.file("-wal").stat().st_size
            self.killed_at(place, "pwrite64", "", 2)
            journal = place.file("-wal").read_bytes()
            self.assertGreater(len(journal), end + 8 * SECTOR)

            def tear(how, at):
                with Place(copied_from=place) as torn:
                    left = journal[:at]
                    if how == "lost":
                        left = (left + bytes(SECTOR) + journal[at + SECTOR:])[:len(journal)]
                    torn.file("-wal").write_bytes(left)
                    whole = 2 if left == journal else 1 if at >= end else 0
                    equal(torn.log(), self.logs[whole], "torn")
                    for number in range(whole + 1, 3):
                        torn.done(*self.importing[number])
                    self.holds(torn, 2, "imported again")

            cuts = [("cut", at) for at in range(0, len(journal) + SECTOR, SECTOR)]
            lost = [("lost", at) for at in range(end + -end % SECTOR, len(journal), SECTOR)]
            self.assertEqual("\n".join(complaints(cuts + lost, tear)), "")


if __name__ == "__main__":
    unittest.main()
