"""Inputs of any depth and of any length: none overflows the stack, or is more than a wrong call.

Reads the program's path from $ACQUIS.
"""

import os
import resource
import subprocess
import unittest

from test_command_line import ACQUIS, ENROLMENT, REGISTRATION, WITHDRAWAL, CommandLine, line

# Chains of this length overflowed a stack of this size, one call for each link.
LINKS, STACK = 2_000, 512 << 10


def small_stack():
    resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))


def entry(number, type_, **data):
    return {
        "id": f"01790c5e-5c00-7000-8000-{number:012x}", "type": type_, "occurredOn": "2021-01-11",
        "recordedBy": "clerk:1", "data": data}


def enrolment(number, **data):
    return entry(number, "CandidateEnrolled", **{
        "candidacy": f"D{number}", "candidate": f"P{number}", "certification": "3474",
        "pathway": "continuingTraining", **data})


def recognition(number, candidacy, source):
    return entry(
        number, "PriorValidationRecognised", candidacy=candidacy, block="3474D1",
        basis="permanent", source={"candidacy": source, "block": "3474D1"})


class Depths(CommandLine):
    """Nothing that a person or a file says overflows the stack."""

    def setUp(self):
        super().setUp()
        self.init()

    def asked(self, *words, status=0):
        outcome = self.run_acquis(*words, preexec_fn=small_stack)
        self.assertEqual(outcome.returncode, status, outcome.stderr[:2_000])
        return outcome.stdout

    def taken(self, events):
        outcome = self.import_events(*events, preexec_fn=small_stack)
        self.assertEqual(outcome.returncode, 0, outcome.stderr[:2_000])

    def test_a_field_nested_too_deep(self):
        deep = ".".join(["nomsecret"] * 10_000) + "=1"
        words = ("CandidacyWithdrawn", "--on", "2021-03-01", "candidacy=D1")
        outcome = self.run_acquis("record", *words, deep)
        self.refused(outcome, 2, "field 2", "32 levels")
        self.refused(self.run_acquis("correct", "1", deep, "--reason", "x"), 2, "field 1")
        within = ".".join(["a"] * 32) + "=1"
        self.refused(self.run_acquis("record", *words, within), 2, "field a.a.a")
        self.refused(self.run_acquis("record", *words, "a." + within), 2, "field 2", "levels")

    def test_fields_longer_than_any_event(self):
        words = [f"f{number:06}={'x' * 100}" for number in range(10_000)]
        outcome = self.run_acquis("record", "CandidacyWithdrawn", "--on", "2021-03-01", *words)
        self.refused(outcome, 2, "fields are over")

    def test_candidacies_that_each_complete_the_one_before(self):
        self.taken([enrolment(0)] + [
            enrolment(number, completes=f"D{number - 1}") for number in range(1, LINKS)])
        self.assertIn("D1999", self.asked("status", f"D{LINKS - 1}"))

    def test_recognitions_that_each_go_back_to_the_one_before(self):
        events = [enrolment(number) for number in range(400)]
        events += [
            recognition(1_000 + number, f"D{number}", f"D{number - 1}")
            for number in range(1, 400)]
        self.taken([*events, entry(999, "CertificationAwarded", candidacy="D399")])
        self.assertIn("D399", self.asked("status", "D399"))

    def test_recognitions_that_fork_at_each_step(self):
        events = [enrolment(number) for number in range(40)]
        events += [
            recognition(1_000 + 2 * number + twice, f"D{number}", f"D{number - 1}")
            for number in range(1, 40) for twice in (0, 1)]
        self.taken([*events, entry(999, "CertificationAwarded", candidacy="D39")])
        self.assertIn("D39", self.asked("status", "D39"))

    def test_candidates_merged_one_into_the_next(self):
        identity = REGISTRATION["data"]["identity"]
        self.taken([enrolment(0)] + [
            entry(number, "CandidateRegistered", candidate=f"P{number}", identity=identity)
            for number in range(1, 600)] + [
            entry(20_000 + number, "CandidateMerged", candidate=f"P{number - 1}",
                  into=f"P{number}") for number in range(599, 0, -1)])
        self.assertIn("P599", self.asked("candidate", "P0"))
        self.asked("record", "CandidacyWithdrawn", "--on", "2021-03-01", "candidacy=D0")

    def test_annulments_of_annulments(self):
        self.taken([enrolment(0)] + [
            entry(number, "EventAnnulled", event=entry(number - 1, "")["id"], grounds="x")
            for number in range(1, LINKS + 1)])
        self.asked("replay", "--digest")
        self.assertIn("enrolled", self.asked("status", "D0"))

    def test_certifications_each_superseded_by_the_next(self):
        limit = {"years": None, "basis": "policy"}
        events = [
            entry(number, "CertificationRegistered", certification=f"C{number}", register="RNCP",
                  title="t", document="d", partialCertification=True,
                  everyCompetencyAssessed=False, certificationValidity=limit, codes={},
                  blockValidity=limit, completionWindow=limit,
                  blocks=[{"code": "B1", "title": "t", "competencies": [
                      {"code": "B1-C1", "label": "l"}]}],
                  pathways=[{"pathway": "individual", "open": True, "basis": "policy"}])
            for number in range(LINKS)]
        events += [
            entry(10_000 + number, "CertificationSuperseded", certification=f"C{number - 1}",
                  by=f"C{number}") for number in range(1, LINKS)]
        self.taken(events)
        self.asked(
            "record", "CandidateEnrolled", "--on", "2021-03-01", "candidacy=E1", "candidate=E1",
            "certification=C0", "pathway=individual")

    def test_a_jury_of_as_many_members_as_an_event_holds(self):
        members = [{"member": f"M{number}", "role": "president"} for number in range(600)]
        policy = entry(
            1, "JuryPolicyChanged", certification="3474", basis="policy",
            effectiveOn="2021-01-11", roles=["president"])
        self.taken([policy, entry(
            2, "JuryConvened", jury="J1", mode="onSite", certification="3474", sessionOn="2021-01-11",
            members=members)])
        self.assertIn("J1", self.asked("jury", "J1"))

    def test_json_nested_too_deep(self):
        for opening in ("[", '{"a":'):
            deep = ("candidacy=" + opening * 20_000, "--on", "2021-03-01")
            self.refused(self.run_acquis("record", "CandidacyWithdrawn", *deep), 2)
            text = line(WITHDRAWAL).replace('"motifsecret"', opening * 30_000)
            self.refused(self.import_bytes(text.encode()), 2, ":1", "nested")


class Lengths(CommandLine):
    """Words of any length, or of none, are a wrong call, told in a few lines."""

    LONG = ("x" * 10_000, "é" * 60_000, "a.b=" + "y" * 100_000)

    def commands(self):
        """The words that call each command, and its options, by the program's own completions."""
        def offered(*typed):
            return subprocess.run(
                [ACQUIS, "help", "completions", "--words", *typed], capture_output=True,
                text=True, check=True).stdout.split()

        for name in offered(""):
            groups = offered(name, "") if name in ("audit", "vault") else []
            for words in [[name, second] for second in groups] or [[name]]:
                yield words, [option.removeprefix("--") for option in offered(*words, "--")]

    def test_every_word_of_every_command(self):
        self.init()
        self.assertEqual(self.import_events(ENROLMENT).returncode, 0)
        before = self.size()
        commands = list(self.commands())
        self.assertGreater(len(commands), 25)
        for name, options in commands:
            for text in (*self.LONG, "", "-"):
                self.told(name, text)
                self.told(name, *[text] * 4)
            if name == ["bench"]:
                # It asks nothing of the ledger, and takes its time.
                continue
            for option in options:
                if name == ["serve"] and option == "ledger":
                    # `init` has made a ledger of that name above, and it would be served for ever.
                    continue
                for text in (self.LONG[0], "", "-") if option not in ("json", "help") else ():
                    self.told(name, f"--{option}={text}")
        self.assertEqual(self.size(), before)

    def told(self, name, *words):
        outcome = subprocess.run(
            [ACQUIS, *name, *words], capture_output=True, text=True, timeout=60, check=False,
            input="", cwd=self.folder, env={**os.environ, "ACQUIS_LEDGER": str(self.ledger)})
        shown = (*name, *(word[:40] for word in words))
        self.assertLess(outcome.stderr.count("\n"), 10, shown)
        # What is right, or wrong with the ledger, for a reason of its own.
        own = {"init": (2, 3), "restore": (2, 3)}.get(name[0], (2,))
        if not any(word[:20] in text for word in words for text in self.LONG if word):
            own += (0, 1, 3)
        elif any("=" in word and len(word) < 20_000 for word in words):
            own += (0,)
        self.assertIn(outcome.returncode, own, (shown, outcome.stderr[:500]))


if __name__ == "__main__":
    unittest.main()
