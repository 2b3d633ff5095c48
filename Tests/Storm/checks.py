"""What must hold after a storm."""

import collections
import json
import pathlib
import shutil
import tempfile
import time

from workers import NAME, run
from trials import drafts, enrolment


class Checks:
    """Asks the ledger when no worker runs; counts what holds."""

    def __init__(self, storm):
        self.storm, self.ledger = storm, storm.ledger
        self.passed, self.failures = 0, []
        self.searched = 0

    def check(self, is_so, what):
        if is_so:
            self.passed += 1
        else:
            self.failures.append(what)
        return is_so

    def done(self, *asked, ledger=None):
        """The output of a command that must succeed; None, and a failure, where it does not."""
        outcome = run(ledger or self.ledger, *asked)
        if outcome.returncode == 3 and "try again" in outcome.stderr:
            time.sleep(1)
            outcome = run(ledger or self.ledger, *asked)
        self.check(outcome.returncode == 0,
                   f"{' '.join(asked[:3])}: {outcome.returncode} {outcome.stderr.strip()[:300]}")
        return outcome.stdout if outcome.returncode == 0 else None

    def log(self):
        return [json.loads(text) for text in (self.done("log") or "").splitlines()]

    def all(self):
        for fault in self.storm.faults:
            self.failures.append(f"in the storm: {fault}")
        self.whole_batches(self.log(), is_over=False)
        self.try_again()
        log = self.log()
        positions = [entry["position"] for entry in log]
        self.check(positions == list(range(1, len(log) + 1)), "positions with a gap")
        self.check(len({entry["id"] for entry in log}) == len(log), "an id is there twice")
        self.events = len(log)
        self.whole_batches(log, is_over=True)
        self.erased_once(log)
        self.names(log)
        for asked in (("vault", "verify"), ("audit", "verify"), ("findings",)):
            self.done(*asked)
        for number, note in enumerate(self.storm.notes[:5] + self.storm.notes[-5:]):
            file = self.storm.folder / f"note-{number}"
            file.write_text(note)
            self.done("audit", "check", "--against", str(file))
        self.pairs()
        self.exported()
        self.nothing_left()

    def key(self, entry):
        """What identifies a fact of the storm: each is there once."""
        data = entry["data"]
        return entry["type"], data.get("candidacy") or data.get("candidate")

    def whole_batches(self, log, is_over):
        """Of each batch all is there, in order, at the position acknowledged; or nothing."""
        at = collections.defaultdict(list)
        for entry in log:
            at[self.key(entry)].append(entry)
        for batch in self.storm.batches:
            found = [at[self.key(fact)] for fact in batch.facts]
            name = batch.file.name
            if not any(found):
                self.check(batch.first is None and not is_over, f"{name}: nothing is there")
                continue
            if not self.check(all(len(entries) == 1 for entries in found),
                              f"{name}: half there, or twice: {[len(each) for each in found]}"):
                continue
            positions = [entries[0]["position"] for entries in found]
            self.check(positions == list(range(positions[0], positions[0] + len(positions))),
                       f"{name}: not together")
            self.check(batch.first in (None, positions[0]),
                       f"{name}: acknowledged at {batch.first}, is at {positions[0]}")
            for fact, entries in zip(batch.facts, found):
                if "id" in fact and fact["id"] != entries[0]["id"]:
                    self.check(False, f"{name}: another id")

    def try_again(self):
        """What was killed and never acknowledged succeeds when it is run again."""
        self.again = collections.Counter()
        for batch in self.storm.batches:
            if batch.first is None and not set(batch.people) & set(self.storm.erasures):
                self.again[batch.command] += 1
                answer = self.done(*batch.words())
                if answer:
                    batch.first = json.loads(answer)["first"]
                    self.storm.named += batch.people
        for person, position in list(self.storm.erasures.items()):
            if position is None:
                self.again["erase"] += 1
                answer = self.done(*self.storm.erase(person))
                if answer:
                    self.storm.erasures[person] = json.loads(answer)["position"]

    def erased_once(self, log):
        erased = collections.defaultdict(list)
        for entry in log:
            if entry["type"] == "CandidateIdentityErased":
                erased[entry["data"]["candidate"]].append(entry["position"])
        for person, position in self.storm.erasures.items():
            self.check(erased.pop(person, []) == [position],
                       f"the erasure of {person} is not recorded once, at {position}")
        self.check(not erased, f"erased without a wish: {list(erased)[:5]}")

    def names(self, log):
        """Every registered person is named, and no erased one."""
        expected = {entry["data"]["candidate"] for entry in log
                    if entry["type"] == "CandidateRegistered"} - set(self.storm.erasures)
        answer = self.done("candidates", "--name", NAME.lower(), "--json")
        found = {json.loads(text)["candidate"] for text in (answer or "").splitlines()}
        self.searched = len(found)
        self.check(expected <= found, f"no longer named: {sorted(expected - found)[:5]}")
        self.check(found <= expected, f"named, though erased: {sorted(found - expected)[:5]}")
        acknowledged = set(self.storm.named) - set(self.storm.erasures)
        self.check(acknowledged <= found, f"lost: {sorted(acknowledged - found)[:5]}")

    def pairs(self):
        """Each log copied has its vault and its master key, which opens it."""
        folder = self.storm.backups
        answer = run(self.ledger, "backup", str(folder), "--with-master")
        if answer.returncode == 2:
            time.sleep(1)
            answer = run(self.ledger, "backup", str(folder), "--with-master")
        self.check(answer.returncode == 0, f"backup: {answer.returncode} {answer.stderr.strip()[:300]}")
        kept = sorted(folder.iterdir())
        self.check(not [file for file in kept if file.name.startswith(".")], "drafts of backups")
        stamps = [file.name[4:] for file in kept if file.name.startswith("log-")]
        for copy in self.storm.copies:
            self.check(pathlib.Path(copy["log"]).name[4:] in stamps, "an acknowledged copy is gone")
        self.kept = len(stamps)
        for stamp in stamps:
            back = pathlib.Path(tempfile.mkdtemp(dir=self.storm.folder))
            for part in ("log", "vault", "master"):
                place = folder / f"{part}-{stamp}"
                if self.check(place.is_dir(), f"{place.name}: not there"):
                    for file in place.glob("storm.ledger*"):
                        shutil.copy(file, back)
            ledger = back / "storm.ledger"
            answer = self.done("candidates", "--name", NAME.lower(), "--json", ledger=ledger)
            events = [json.loads(text) for text in (
                self.done("log", ledger=ledger) or "").splitlines()]
            people = {entry["data"]["candidate"] for entry in events
                      if entry["type"] == "CandidateRegistered"} - set(self.storm.erasures)
            found = {json.loads(text)["candidate"] for text in (answer or "").splitlines()}
            self.check(people <= found, f"{stamp}: not named {sorted(people - found)[:5]}")
            self.done("audit", "verify", ledger=ledger)
            shutil.rmtree(back)

    def exported(self):
        """The last exact copies can be restored."""
        for file in self.storm.exports[-3:]:
            other = pathlib.Path(tempfile.mkdtemp(dir=self.storm.folder)) / "other.ledger"
            self.done("restore", str(file), ledger=other)

    def nothing_left(self):
        """After one more command of each kind that writes, no file of a killed one is left beside."""
        file = self.storm.folder / "last.jsonl"
        file.write_text(json.dumps(enrolment("last")) + "\n")
        self.done("import", str(file))
        self.done("audit", "checkpoint")
        # What a killed export left is cleared by the next one to the same file.
        folder = self.ledger.parent
        for name in [name for name in drafts(folder) if "export-" in name]:
            place = folder / (name[name.index("export-"):].split(".jsonl")[0] + ".jsonl")
            place.unlink(missing_ok=True)
            self.done("export", "jsonl", "--to", str(place))
        left = drafts(folder)
        self.check(left == [], f"left beside: {left[:8]} ({len(left)})")

    def figures(self):
        storm = self.storm
        yield f"commands {sum(storm.counts.values())}, killed {sum(storm.kills.values())}, " \
              f"busy {sum(storm.busy.values())}"
        for kind, count in sorted(storm.counts.items()):
            yield f"  {kind}: {count}, killed {storm.kills[kind]}, busy {storm.busy[kind]}"
        facts = sum(len(batch.facts) for batch in storm.batches)
        yield f"facts {facts} in {len(storm.batches)} files; events in the log {self.events}"
        yield f"erasures {len(storm.erasures)}; names checked {self.searched}; done again " \
              f"{dict(self.again)}"
        yield f"backups kept {self.kept}; checkpoints {len(storm.notes)}; exports " \
              f"{len(storm.exports)}"
