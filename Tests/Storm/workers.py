"""The workers of a storm, and what was acknowledged to them."""

import collections
import json
import pathlib
import random
import subprocess
import sys
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Acceptance"))

from trials import enrolment, event, identity, run, words  # noqa: E402

NAME = "Orage"

# Busy commands are tried again at the end; none of them was acknowledged.
BUSY = ("try again", "busy", "locked")


class Batch:
    """Facts recorded together, under ids of their own, and the position acknowledged."""

    def __init__(self, command, file, facts):
        self.command, self.file, self.facts = command, file, facts
        self.ids = [fact.get("id") for fact in facts]
        self.first = None

    @property
    def people(self):
        return [fact["data"]["candidate"] for fact in self.facts
                if fact["type"] == "CandidateRegistered"]

    def words(self):
        return (self.command, *(["--file"] if self.command == "record" else []), str(self.file),
                "--json")


class Storm:
    """A ledger, its workers, and what was acknowledged to them."""

    def __init__(self, folder, seed):
        self.folder = folder
        self.ledger = folder / "storm.ledger"
        self.backups = folder / "backups"
        self.seed = seed
        self.lock = threading.Lock()
        self.counts, self.kills, self.busy = (collections.Counter() for _ in range(3))
        self.batches, self.erasures = [], {}
        self.named, self.notes, self.copies, self.exports = [], [], [], []
        self.faults = []
        outcome = run(self.ledger, "init")
        assert outcome.returncode == 0, outcome.stderr

    def rage(self, seconds):
        self.end = time.monotonic() + seconds
        threads = [threading.Thread(target=self._work, args=(number, work))
                   for number, work in enumerate(WORKERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _work(self, number, work):
        dice = random.Random(self.seed * 1000 + number)
        turn = 0
        try:
            while time.monotonic() < self.end:
                turn += 1
                work(self, dice, f"{number}-{turn}")
        except Exception as failure:  # A worker that ended must not pass for an idle one.
            self.faults.append(f"worker {number}: {failure!r}")

    def run(self, dice, *asked, allowed=(0,)):
        """Runs a command, killed at a random moment about every other time; None where it was."""
        command = words(self.ledger, *asked)
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            answer, notes = process.communicate(
                timeout=dice.expovariate(1 / 0.15) if dice.random() < 0.6 else 120)
        except subprocess.TimeoutExpired:
            process.kill()
            answer, notes = process.communicate()
        kind = " ".join(asked[:2]) if asked[0] in ("audit", "vault") else asked[0]
        status = process.returncode
        with self.lock:
            self.counts[kind] += 1
            if status == -9:
                self.kills[kind] += 1
                return None
            if status == 3 and 3 not in allowed and any(word in notes for word in BUSY):
                self.busy[kind] += 1
                return None
            if "damaged" in notes:
                self.faults.append(f"{kind} calls it damaged: {notes.strip()[:300]}")
            elif status not in allowed:
                self.faults.append(f"{kind} ended with {status}: {notes.strip()[:300]}")
                return None
        return subprocess.CompletedProcess(command, status, answer, notes)

    def acknowledged(self, batch, outcome):
        """Keeps the position acknowledged to a batch."""
        answer = json.loads(outcome.stdout)
        with self.lock:
            if answer["last"] - answer["first"] + 1 != len(batch.facts):
                self.faults.append(f"{batch.file.name}: {answer} of {len(batch.facts)} facts")
            if batch.first not in (None, answer["first"]):
                self.faults.append(f"{batch.file.name}: first {batch.first}, then {answer['first']}")
            batch.first = answer["first"]
            self.named += batch.people

    def erase(self, person):
        return ("erase", person, "--reason", "demande", "--by", "clerk:9", "--yes", "--json")


def facts_of(key, with_ids, dice):
    """A person with a sealed name, a candidacy, and sometimes a sealed text."""
    number = key
    registered = event("CandidateRegistered", "2021-01-11", candidate=f"P{number}",
                       identity=identity(number, NAME))
    facts = [registered, enrolment(number)]
    if dice.random() < 0.4:
        facts.append(event("CandidacyWithdrawn", "2021-03-01", candidacy=f"D{number}",
                           grounds=f"motif {number}"))
    if with_ids:
        for fact in facts:
            text = str(uuid.UUID(int=dice.getrandbits(128), version=4))
            fact["id"] = f"{text[:14]}7{text[15:]}"
    return facts


def record(storm, dice, key, command="record", count=1):
    with_ids = command == "record" or dice.random() < 0.5
    facts = [fact for number in range(count)
             for fact in facts_of(f"{key}-{number}", with_ids, dice)]
    file = storm.folder / f"{command}-{key}.jsonl"
    file.write_text("".join(json.dumps(fact) + "\n" for fact in facts))
    batch = Batch(command, file, facts)
    with storm.lock:
        storm.batches.append(batch)
    # A killed batch is sometimes run again at once: a retry adds nothing twice.
    for _ in range(dice.choice((1, 1, 2, 3))):
        outcome = storm.run(dice, *batch.words())
        if outcome:
            storm.acknowledged(batch, outcome)
            # Without ids, a file about somebody erased meanwhile is rightly refused.
            if None in batch.ids or dice.random() < 0.8:
                return


def import_(storm, dice, key):
    record(storm, dice, key, "import", dice.choice((3, 8, 20, 60)))


def erase(storm, dice, _):
    with storm.lock:
        free = [person for person in storm.named if person not in storm.erasures]
        if not free:
            person = None
        else:
            person = dice.choice(free)
            storm.erasures[person] = None
    if person is None:
        return time.sleep(0.05)
    outcome = storm.run(dice, *storm.erase(person))
    if outcome:
        with storm.lock:
            storm.erasures[person] = json.loads(outcome.stdout)["position"]


def rotate(storm, dice, _):
    storm.run(dice, "vault", "rotate", "--json")


def backup(storm, dice, _):
    # One copy is kept for each second: another one fails.
    outcome = storm.run(dice, "backup", str(storm.backups), "--with-master", "--json",
                        allowed=(0, 2))
    if outcome and outcome.returncode == 0:
        storm.copies.append(json.loads(outcome.stdout))


def checkpoint(storm, dice, _):
    outcome = storm.run(dice, "audit", "checkpoint")
    if outcome:
        storm.notes.append(outcome.stdout)


def make(storm, dice, _):
    storm.run(dice, "init", allowed=(3,))


def status(storm, dice, _):
    with storm.lock:
        people = storm.named[-50:]
    if not people:
        return time.sleep(0.05)
    person = dice.choice(people)
    outcome = storm.run(dice, "status", "D" + person[1:], "--json")
    if outcome and json.loads(outcome.stdout)["candidate"] != person:
        storm.faults.append(f"status of {person}: {outcome.stdout[:200]}")


def search(storm, dice, _):
    """Every person recorded before and not being erased is found."""
    with storm.lock:
        known = set(storm.named)
    outcome = storm.run(dice, "candidates", "--name", NAME.lower(), "--json")
    if outcome:
        found = {json.loads(text)["candidate"] for text in outcome.stdout.splitlines()}
        with storm.lock:
            missed = known - found - set(storm.erasures)
            if missed:
                storm.faults.append(f"not found by name: {sorted(missed)[:5]} of {len(known)}")


def verify(storm, dice, _):
    storm.run(dice, "audit", "verify")


def export(storm, dice, key):
    file = storm.folder / f"export-{key}.jsonl"
    if storm.run(dice, "export", "jsonl", "--to", str(file)):
        storm.exports.append(file)


WORKERS = (record, record, record, record, import_, import_, erase, erase, rotate, backup,
           checkpoint, make, status, search, verify, export)
