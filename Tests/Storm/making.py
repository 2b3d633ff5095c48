"""Several processes make one ledger at once, again and again: one wins, with the keys that open it.

Reads the program's path from $ACQUIS.
"""

import argparse
import collections
import json
import pathlib
import random
import shutil
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Acceptance"))

from trials import drafts, killed_after, person, race, run, words  # noqa: E402


def fault(ledger, outcomes, made_before, file):
    """What is wrong after a race, or nothing."""
    statuses = sorted(outcome.returncode for outcome in outcomes)
    expected = [3] * len(outcomes) if made_before else [0] + [3] * (len(outcomes) - 1)
    if statuses != expected:
        said = sorted({outcome.stderr.strip() for outcome in outcomes})
        return f"exit statuses {statuses}: {said}"
    for asked in (("import", str(file)), ("candidates", "--name", "nomsecret1x", "--json"),
                  ("audit", "verify")):
        outcome = run(ledger, *asked)
        if outcome.returncode:
            return f"{asked[0]}: {outcome.returncode} {outcome.stderr.strip()}"
        if asked[0] == "candidates" and '"P1"' not in outcome.stdout:
            return "a name that was sealed is not found"
    left = drafts(ledger.parent)
    return f"left beside: {left}" if left else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    dice = random.Random(asked.seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-storm-"))
    file = folder / "events.jsonl"
    file.write_text("".join(json.dumps(fact) + "\n" for fact in person(1)))
    passed = failed = 0
    try:
        for processes, kills in ((2, False), (8, False), (2, True)):
            start, faults, killed = time.monotonic(), collections.Counter(), 0
            for _ in range(asked.rounds):
                ledger = pathlib.Path(tempfile.mkdtemp(dir=folder)) / "made.ledger"
                if kills:
                    killed += killed_after(
                        dice.uniform(0, 0.06), words(ledger, "init")).returncode < 0
                made = ledger.exists()
                found = fault(ledger, race(ledger, processes, ("init",)), made, file)
                if found:
                    failed += 1
                    faults[found.replace(str(ledger.parent), "…")[:300]] += 1
                else:
                    passed += 1
                shutil.rmtree(ledger.parent)
            after = f", each after a maker that was killed ({killed})" if kills else ""
            print(f"{asked.rounds} rounds of {processes} processes{after}: {sum(faults.values())} "
                  f"failed, {time.monotonic() - start:.1f} s", flush=True)
            for found, count in faults.most_common(5):
                print(f"  {count} x {found}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
