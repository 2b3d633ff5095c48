"""An import of very many lines: how long it takes, and the most memory of the whole process.

    ACQUIS=.build/release/acquis python3 Tests/Storm/large.py --lines 1000000

Writes made-up lines (about ten a candidacy, three candidacies to two persons), makes a ledger and imports
them, once from the file and, with `--pipe`, through a pipe. Ends with 1 if the import fails or takes more
memory than `--most` megabytes. Figures are those of this machine, so no other run looks at them.
"""

import argparse
import datetime
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

ACQUIS = os.environ.get("ACQUIS", ".build/release/acquis")
CERTIFICATIONS = {
    "3474": ["3474D1", "3474D2", "3474D3", "3474D4"],
    "RNCP38052": ["RNCP38052BC01", "RNCP38052BC02", "RNCP38052BC03"],
}
FAMILIES = ["Exemple", "Fictif", "Modèle", "Inventé", "Supposé", "Imaginé"]
FIRST = ["Ada", "Basile", "Chloé", "Denis", "Élise", "Félix", "Gaëlle", "Hugo"]


class Lines:
    """Made-up facts of an authority's twenty years, the same for the same seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.candidates = self.candidacies = self.juries = self.certificates = 0
        self.known = []
        self.start = datetime.date(2019, 10, 1)

    def line(self, kind, day, **data):
        return json.dumps(
            {"type": kind, "occurredOn": day.isoformat(), "recordedBy": "clerk:1", "data": data},
            ensure_ascii=False, separators=(",", ":"))

    def person(self):
        self.candidates += 1
        name = f"{self.random.choice(FAMILIES)}-{self.candidates:06}"
        born = datetime.date(1960, 1, 1) + datetime.timedelta(self.random.randrange(15000))
        return f"P-{self.candidates:07}", {
            "birthName": name, "firstNames": [self.random.choice(FIRST)],
            "birthDate": born.isoformat(), "sex": self.random.choice("FM"),
            "birthPlace": {"postalCode": "75002"}}

    def session(self):
        """A jury and its dozen candidates, from their registration to their certificates.

        Of three sessions the last is of the other certification; its candidates come from the two before it.
        """
        returns = self.juries % 3 == 2
        code = "3474" if returns else "RNCP38052"
        held = self.start + datetime.timedelta(200 + self.random.randrange(1900))
        self.juries += 1
        jury = f"J-{self.juries:06}"
        seats = [(f"M-{(self.juries * 3 + n) % 400:03}", role) for n, role in
                 enumerate(["president", "humanResources", "operations"])]
        yield self.line(
            "JuryConvened", held - datetime.timedelta(30), jury=jury, certification=code,
            sessionOn=held.isoformat(), mode="onSite", members=[
                {"member": member, "role": role, "name": f"Personne {member}"}
                for member, role in seats])
        yield self.line("JuryHeld", held, jury=jury, present=[member for member, _ in seats])
        if not returns:
            if self.juries % 3 == 1:
                self.known = []
            for _ in range(12):
                candidate, identity = self.person()
                self.known.append(candidate)
                day = held - datetime.timedelta(150 + self.random.randrange(30))
                yield self.line("CandidateRegistered", day, candidate=candidate, identity=identity)
        for candidate in self.known[::2] if returns else self.known[-12:]:
            yield from self.candidacy(candidate, code, CERTIFICATIONS[code], jury, held)

    def candidacy(self, candidate, code, blocks, jury, held):
        self.candidacies += 1
        candidacy = f"D-{self.candidacies:07}"
        start = held - datetime.timedelta(120)
        yield self.line(
            "CandidateEnrolled", start, candidacy=candidacy, candidate=candidate,
            certification=code, pathway="continuingTraining", public="employee")
        yield self.line(
            "PositioningTestTaken", start, candidacy=candidacy, adjusted=False,
            note="acquis antérieurs vus à l’entretien")
        yield self.line("TrainingStarted", start + datetime.timedelta(10), candidacy=candidacy,
                        site="premises")
        yield self.line("TrainingCompleted", held - datetime.timedelta(20), candidacy=candidacy,
                        centreHours=280)
        yield self.line("CandidateSummoned", held - datetime.timedelta(21), jury=jury,
                        candidacy=candidacy)
        refused = [block for block in blocks if self.random.random() < 0.08]
        for block in blocks:
            if block in refused:
                yield self.line("BlockRefused", held, jury=jury, candidacy=candidacy, block=block,
                                grounds="des critères ne sont pas atteints")
            else:
                yield self.line("BlockValidated", held, jury=jury, candidacy=candidacy, block=block)
        if not refused:
            self.certificates += 1
            yield self.line("CertificationAwarded", held, candidacy=candidacy, jury=jury)
            yield self.line(
                "CertificateIssued", held + datetime.timedelta(20), candidacy=candidacy,
                number=f"AF-{held.year}-{self.certificates:06}")


def write(path, count, seed):
    lines, written = Lines(seed), 0
    with open(path, "w", encoding="utf-8") as file:
        while written < count:
            for line in lines.session():
                file.write(line + "\n")
                written += 1
    return written, lines


def imported(folder, path, is_piped):
    """Imports into a new ledger; seconds, and the most megabytes in use."""
    ledger = str(folder / ("piped.ledger" if is_piped else "read.ledger"))
    subprocess.run([ACQUIS, "init", "--ledger", ledger], check=True, stdout=subprocess.DEVNULL)
    command = [ACQUIS, "import", "-" if is_piped else str(path), "--ledger", ledger, "--json"]
    answer = folder / "answer.json"
    began = time.monotonic()
    with open(answer, "wb") as told:
        source = None
        if is_piped:
            source = subprocess.Popen(["cat", str(path)], stdout=subprocess.PIPE)
        process = subprocess.Popen(
            command, stdout=told, stdin=source.stdout if source else subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if source:
            source.wait()
    seconds = time.monotonic() - began
    if status != 0:
        sys.exit(f"the import ended with {os.waitstatus_to_exitcode(status)}")
    told = json.loads(answer.read_text())
    return seconds, usage.ru_maxrss / 1024, usage, told


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--most", type=float, default=200, help="megabytes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pipe", action="store_true", help="through a pipe too")
    parser.add_argument("--folder", help="whose disk is used")
    asked = parser.parse_args()
    is_over = False
    with tempfile.TemporaryDirectory(prefix="acquis-large-", dir=asked.folder) as folder:
        folder = pathlib.Path(folder)
        path = folder / "large.jsonl"
        count, lines = write(path, asked.lines, asked.seed)
        print(f"{count} lines, {path.stat().st_size // 1_000_000} MB, {lines.candidates} persons, "
              f"{lines.candidacies} candidacies, {lines.juries} juries")
        for is_piped in [False, True] if asked.pipe else [False]:
            seconds, most, usage, told = imported(folder, path, is_piped)
            is_over = is_over or most > asked.most or told["last"] - told["first"] + 1 != count
            print(f"{'piped' if is_piped else 'read'}: {seconds:.1f} s "
                  f"({usage.ru_utime:.1f} + {usage.ru_stime:.1f}), {most:.0f} MB at most, "
                  f"{len(told['findings'])} findings")
    sys.exit(1 if is_over else 0)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
