"""The certification flow of the Caisse des Dépôts and its answer, against an independent model.

Reads the program's path from $ACQUIS.
"""

import datetime
import json
import random
import stat
import unittest

from flows import NOBODY, Flow, Reply, unlike, valid
from owed_awards import CERTIFICATIONS, ODD_NAMES, Scene, framework
from trials import Trials, run

ON = datetime.date(2025, 6, 30)
AFTER = "2025-07-10"


class Flows(Trials):
    def start(self, scene):
        self.init()
        self.imported(*scene.events)

    def export(self, *words, status=0, on=ON, text=False):
        """The bytes of a flow, or the outcome where another status is expected."""
        asked = () if on is None else ("--on", str(on))
        outcome = run(self.ledger, "export", "cpf", *asked, *words, text=text)
        said = outcome.stderr if text else outcome.stderr.decode()
        self.assertEqual(outcome.returncode, status, f"{words}: {said[:2000]}")
        return outcome if text or status else outcome.stdout

    def said(self, *words, status=0, on=ON):
        return self.export(*words, status=status, on=on, text=True)

    def holds(self, content, scene, expected):
        """The flow is valid and holds these awards with the values of the model."""
        valid(self, content, self.folder)
        flow = Flow(content)
        self.assertEqual(sorted(flow.passages), sorted(expected), [
            (award["candidacy"], award["answer"], str(award["day"])) for entry, award in scene.awards.items()
            if (entry in flow.passages) != (entry in expected)])
        found = {award["candidacy"]: unlike(scene.passage(award), flow.passages[entry])
                 for entry, award in expected.items()}
        self.assertEqual({name: wrong for name, wrong in found.items() if wrong}, {})
        self.assertEqual(len(set(flow.certifications)), len(flow.certifications), "a certification twice")
        return flow

    def answers(self, on=AFTER):
        """The answer of each candidacy that an award is owed of, as the list tells it."""
        return {
            told["candidacy"]: (told["declaration"] or {}).get("answer")
            for told in map(json.loads, self.done("candidates", "--json", "--on", on).splitlines())}

    def listed(self, state, on=AFTER):
        told = self.done("candidates", "--declaration", state, "--json", "--on", on)
        return sorted(json.loads(text)["candidacy"] for text in told.splitlines())

    def root(self):
        return self.done("log", "--root")


class Written(Flows):
    """What a flow holds."""

    def test_ledgers_made_by_chance(self):
        for seed in range(6):
            with self.subTest(seed=seed):
                self.ledger = self.folder / f"{seed}.ledger"
                scene = self.made(seed)
                self.start(scene)
                for entry, award in scene.awards.items():
                    if award["person"].gone == "erased":
                        self.done("erase", award["person"].id, "--reason", "essai", "--yes", "--on", str(ON))
                size = self.log_size()
                refused = self.export(status=1)
                self.assertEqual(refused.stdout, b"")
                target = self.folder / f"{seed}.xml"
                self.export("--to", str(target), status=1)
                self.assertFalse(target.exists())
                said = self.said("--skip-incomplete").stderr
                for person in scene.people.values():
                    if person.gone:
                        self.assertIn(person.id, said)
                flow = self.holds(self.export("--skip-incomplete"), scene, scene.owed(ON))
                self.assertEqual(flow.head, ("00ESSAI0", "00ESSAI0", "MCFCER000001"))
                chance = random.Random(seed)
                due = datetime.date(2024, 1, 1) + datetime.timedelta(chance.randint(0, 500))
                self.holds(self.export("--skip-incomplete", "--due-by", str(due)), scene, scene.owed(ON, due))
                code = chance.choice(list(CERTIFICATIONS))
                self.holds(self.export("--skip-incomplete", "--certification", code), scene,
                           scene.owed(ON, certification=code))
                self.assertEqual(self.log_size(), size)

    @staticmethod
    def made(seed):
        scene = Scene(seed)
        chance = scene.chance
        for _ in range(22):
            person = scene.person()
            if chance.random() < 0.1:  # Under an older id, then the right one.
                old = scene.person()
                old.identity = person.identity
                scene.register(old)
                scene.register(person)
                scene.fact("CandidateMerged", "2019-02-01", candidate=old.id, into=person.id)
                person = chance.choice((old, person))
            else:
                scene.register(person)
            _, entry = scene.certified(person)
            if chance.random() < 0.2:
                _, entry = scene.again(entry)
            answers = chance.choice((
                None, None, None, (), ("accepted",), ("rejected",), ("rejected", "accepted"),
                ("accepted", "rejected"), ("accepted", None)))
            if answers is not None:
                scene.declared(entry, *answers, flow=f"ANCIEN-{chance.randint(1, 3)}")
        # One of each certification that is owed whatever chance gave.
        for code in CERTIFICATIONS:
            scene.certified(scene.register(scene.person()), code, first=6)
        for gone in ("dead", "erased", "incomplete", "incomplete", "incomplete", "unregistered"):
            person = scene.person()
            if gone == "incomplete":
                lost = chance.choice(("birthDate", "sex", "birthPlace"))
                person.identity.pop(lost)
                if lost == "birthPlace" and chance.random() < 0.5:
                    person.identity["birthPlace"] = {"countryCode": "352"}
            if gone == "unregistered":
                person.identity = None
            else:
                scene.register(person)
            person.gone = gone
            _, entry = scene.certified(person, first=6)
            if gone == "dead":
                scene.fact("CandidateDeceased", scene.awards[entry]["day"], candidate=person.id)
        # Never awarded, and an award that was a mistake.
        scene.candidacy(scene.register(scene.person()), "RNCP38052", "2024-01-08")
        _, entry = scene.certified(scene.register(scene.person()), first=6)
        scene.annul(entry, scene.awards[entry])
        return scene

    def test_the_obligation_begins_on_its_day_and_ends_within_three_months(self):
        scene = Scene(50)
        for day in ("2021-06-30", "2021-07-01", "2023-11-30", "2024-02-29"):
            person = scene.register(scene.person())
            name, _ = scene.candidacy(person, "RS9001", "2020-01-06")
            scene.award(person, name, "RS9001", "experience", datetime.date(2020, 1, 6), [], datetime.date(2020, 2, 1))
            entry = list(scene.awards)[-1]
            scene.awards[entry]["day"] = datetime.date.fromisoformat(day)
            scene.awards[entry]["pathway"] = scene.events[-2]["data"]["pathway"]
            scene.events[-1]["occurredOn"] = day
        self.start(scene)
        self.assertEqual(len(self.holds(self.export(), scene, scene.owed(ON)).passages), 3)
        for due, on, count in (("2024-02-29", ON, 2), ("2024-02-28", ON, 1), ("2021-10-01", ON, 1),
                               ("2024-05-28", ON, 2), ("2024-05-29", ON, 3), ("2030-01-01", "2024-02-28", 2)):
            with self.subTest(due=due, on=on):
                flow = Flow(self.export("--due-by", due, on=on))
                self.assertEqual(len(flow.passages), count)

    def test_who_deposits_must_be_known_and_one(self):
        scene = Scene(51, depositor=False)
        scene.certified(scene.register(scene.person()), "RNCP38052", first=6)
        self.start(scene)
        self.assertEqual(self.export(status=1).stdout, b"")
        other = "11111111111111"
        scene.depositor(client="00VIEUX0")
        scene.depositor()
        scene.depositor(other, "00AUTRE0", "AUTRE-1", "Autre certificateur d’essai")
        scene.fact("CertificationRegistered", "2018-01-01", **framework(
            "RS9002", "RS", None, certifiers=[{"name": "Autre certificateur d’essai", "siret": other}]))
        person = scene.register(scene.person())
        name, _ = scene.candidacy(person, "RS9002", "2023-01-06")
        scene.fact("CertificationAwarded", "2023-02-06", candidacy=name)
        self.imported(*scene.events)
        self.assertEqual(self.export(status=2).stdout, b"")
        self.assertIn("--certification", self.said(status=2).stderr)
        for code, head in (("RNCP38052", ("00ESSAI0", "00ESSAI0", "MCFCER000001")),
                           ("RS9002", ("00AUTRE0", "00AUTRE0", "AUTRE-1"))):
            flow = Flow(self.export("--certification", code))
            self.assertEqual((flow.head, len(flow.passages)), (head, 1))

    def test_sixty_characters_and_no_more(self):
        scene = Scene(52)
        scene.certified(scene.register(scene.person(birthName="é" * 60, usageName="œ" * 60)), first=6)
        self.start(scene)
        self.holds(self.export(), scene, scene.owed(ON))
        scene.events.clear()
        scene.register(scene.person(birthName="é" * 61))
        self.stops(2, "import", self.write(*scene.events))

    def test_names_that_civil_status_does_not_write_are_told(self):
        scene = Scene(58)
        people = [scene.register(scene.person(**{field: value})) for name in ODD_NAMES for field, value in (
            ("birthName", name), ("usageName", name), ("firstNames", ["Anne", name]))]
        for person in people:
            scene.certified(person, "RS9001", first=6)
            person.gone = "odd"
        scene.certified(scene.register(scene.person()), "RNCP38052", first=6)
        self.start(scene)
        outcome = self.said(status=1)
        self.assertEqual(outcome.stdout, "")
        for person in people:
            self.assertIn(f"({person.id})", outcome.stderr)
        self.holds(self.export("--skip-incomplete"), scene, scene.owed(ON))

    def test_what_grows_when_it_is_composed_or_is_too_long_is_never_written_against_the_schema(self):
        """U+0958 is two scalar values in NFC; a label of a place has no limit but a text's."""
        for about, changes in {
                "name": {"birthName": "\u0958" * 60}, "first name": {"firstNames": ["\u0958" * 31]},
                "label": {"birthPlace": {"inseeCode": "99352", "label": "Lieu d’essai " * 6}}}.items():
            with self.subTest(about):
                self.ledger = self.folder / f"{about}.ledger"
                self.init()
                scene = Scene(56)
                person = scene.register(scene.person(**changes))
                scene.certified(person, first=6)
                outcome = run(self.ledger, "import", self.write(*scene.events))
                if outcome.returncode:
                    self.assertEqual(outcome.returncode, 2, outcome.stderr)
                    continue
                outcome = run(self.ledger, "export", "cpf", "--on", str(ON), text=False)
                if outcome.returncode:
                    self.assertEqual((outcome.returncode, outcome.stdout), (1, b""))
                    self.assertIn(person.id, outcome.stderr.decode())
                else:
                    valid(self, outcome.stdout, self.folder)

    def test_how_a_certification_is_named(self):
        scene = Scene(57)
        names = {"RNCP777": ("RNCP", "RNCP777"), "778": ("RNCP", "RNCP778"), "RS779": ("RS", "RS779"),
                 "780": ("RS", "RS780"), "781": ("Inventaire", "RS781"), "RS782": ("Inventaire", "RS782")}
        for code, (register, _) in names.items():
            scene.fact("CertificationRegistered", "2018-01-01", **framework(code, register, None))
            name, _ = scene.candidacy(scene.register(scene.person()), code, "2022-01-06", "individual")
            scene.fact("CertificationAwarded", "2022-02-06", candidacy=name)
        self.start(scene)
        content = self.export()
        valid(self, content, self.folder)
        self.assertEqual(sorted(Flow(content).certifications), sorted(
            ("RNCP" if register == "RNCP" else "RS", declared) for register, declared in names.values()))

    def test_who_is_dead_or_erased_is_left_out_and_told(self):
        scene = Scene(53)
        dead, erased, alive = (scene.register(scene.person()) for _ in range(3))
        for person in (dead, erased, alive):
            scene.certified(person, first=6)
        scene.fact("CandidateDeceased", "2025-06-29", candidate=dead.id)
        dead.gone = erased.gone = "gone"
        self.start(scene)
        self.done("erase", erased.id, "--reason", "essai", "--yes", "--on", "2025-06-29")
        outcome = self.said()
        self.assertIn(dead.id, outcome.stderr)
        self.assertIn(erased.id, outcome.stderr)
        self.holds(self.export(), scene, scene.owed(ON))

    def test_what_is_missing_is_told_for_each_person_and_nothing_is_written(self):
        scene = Scene(54)
        lacking = []
        for lost in ("birthDate", "sex", "birthPlace"):
            person = scene.person(birthName=f"Nomsecret{lost}")
            person.identity.pop(lost)
            lacking.append(scene.register(person).id)
            scene.certified(person, first=6)
        scene.certified(scene.register(scene.person()), first=6)
        self.start(scene)
        root = self.root()
        target = self.folder / "flux.xml"
        for words in ((), ("--record",), ("--to", str(target)), ("--record", "--to", str(target))):
            outcome = self.said(*words, status=1)
            for person in lacking:
                self.assertIn(person, outcome.stderr + outcome.stdout)
            self.assertNotIn("secret", (outcome.stdout + outcome.stderr).lower())
            self.assertNotIn("<", outcome.stdout)
        self.assertFalse(target.exists())
        self.assertEqual(self.root(), root)
        self.holds(self.export("--skip-incomplete"), scene, scene.owed(ON))

    def test_a_file_is_for_its_owner_alone_and_never_written_over(self):
        scene = Scene(55)
        scene.certified(scene.register(scene.person()), first=6)
        self.start(scene)
        target = self.folder / "flux.xml"
        self.assertNotIn(b"<", self.export("--to", str(target)))
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o600)
        self.holds(target.read_bytes(), scene, scene.owed(ON))
        kept = target.read_bytes()
        outcome = run(self.ledger, "export", "cpf", "--on", str(ON), "--to", str(target))
        self.assertNotEqual(outcome.returncode, 0)
        self.assertEqual(target.read_bytes(), kept)


class Recorded(Flows):
    """A flow that was deposited, and the same flow again."""

    def setUp(self):
        super().setUp()
        self.scene = Scene(60)
        for _ in range(6):
            self.scene.certified(self.scene.register(self.scene.person()), first=6)
        self.start(self.scene)

    def entries(self, kind):
        return [json.loads(line) for line in self.done("log", "--type", kind).splitlines()]

    def test_a_deposit_is_recorded_for_what_was_written(self):
        due = datetime.date(2025, 1, 1)
        expected = self.scene.owed(ON, due)
        preview = Flow(self.export("--due-by", str(due)))
        content = self.export("--due-by", str(due), "--record")
        flow = self.holds(content, self.scene, expected)
        self.assertEqual(flow.id, "F-2025-001")
        self.assertEqual(preview.passages, flow.passages)
        declared = self.entries("AwardDeclared")
        self.assertEqual(sorted(entry["data"]["candidacy"] for entry in declared),
                         sorted(award["candidacy"] for award in expected.values()))
        self.assertEqual({entry["data"]["flow"] for entry in declared}, {"F-2025-001"})
        self.assertEqual({entry["occurredOn"] for entry in declared}, {str(ON)})
        self.assertEqual(self.listed("deposited"), sorted(award["candidacy"] for award in expected.values()))
        instant = datetime.datetime.fromisoformat(flow.instant)
        first = datetime.datetime.fromisoformat(declared[0]["recordedAt"].replace("Z", "+00:00"))
        self.assertEqual(instant, first.replace(microsecond=0))
        self.assertIn(instant.utcoffset(), (datetime.timedelta(hours=1), datetime.timedelta(hours=2)))

    def test_a_deposit_again_is_another_flow(self):
        self.export("--record")
        second = Flow(self.export("--record"))
        self.assertEqual(second.id, "F-2025-002")
        self.assertEqual(len(second.passages), 6)
        named = Flow(self.export("--record", "--flow", "FLUX-2025-AUTRE"))
        self.assertEqual(named.id, "FLUX-2025-AUTRE")

    def test_without_by_nothing_is_recorded(self):
        root = self.root()
        outcome = run(self.ledger, "export", "cpf", "--record", "--on", str(ON), "--by", "pas un identifiant")
        self.assertEqual(outcome.returncode, 2, outcome.stdout)
        self.assertEqual(outcome.stdout, "")
        self.assertEqual(self.root(), root)

    def test_a_recorded_flow_is_the_same_to_the_byte(self):
        target = self.folder / "flux.xml"
        self.export("--record", "--skip-incomplete", "--to", str(target))
        first = target.read_bytes()
        self.assertEqual(self.export("--flow", "F-2025-001", on=None), first)
        # Later a person is corrected, another certified, one revoked, the flow answered, another deposited.
        award = list(self.scene.awards.values())[0]
        gone = list(self.scene.awards.values())[1]
        self.scene.events.clear()
        person = award["person"]
        self.scene.fact("CandidateIdentityCorrected", "2025-06-30", candidate=person.id,
                        identity={**person.identity, "birthName": "Nomsecret Autre"})
        self.scene.certified(self.scene.register(self.scene.person()), first=6)
        self.scene.fact("CertificationRevoked", "2025-06-30", candidacy=gone["candidacy"], grounds="essai")
        self.scene.depositor(client="00NEUF00")
        self.imported(*self.scene.events)
        self.done("import", "--cpf", self.reply(Reply("F-2025-001", accepted=[
            entry for entry, one in self.scene.awards.items() if one is award])), "--on", AFTER)
        self.export("--record", on=AFTER)
        self.assertEqual(self.export("--flow", "F-2025-001", on=None), first)
        said = self.said("--flow", "F-2025-001", on=None)
        self.assertIn(person.id, said.stderr)
        self.assertNotIn("secret", said.stderr.lower())

    def reply(self, answer):
        file = self.folder / "accuse.xml"
        file.write_text(answer.text(), encoding="utf-8")
        return str(file)

    def test_an_erasure_since_is_told(self):
        self.export("--record")
        person = list(self.scene.awards.values())[2]["person"]
        self.done("erase", person.id, "--reason", "essai", "--yes")
        outcome = run(self.ledger, "export", "cpf", "--flow", "F-2025-001", text=False)
        self.assertIn(person.id, outcome.stderr.decode())
        if outcome.returncode == 0:
            valid(self, outcome.stdout, self.folder)

    def test_a_flow_nobody_deposited(self):
        outcome = self.said("--flow", "F-1999-001", status=2, on=None)
        self.assertEqual(outcome.stdout, "")
        self.assertIn("F-1999-001", outcome.stderr)

    def test_an_id_that_the_schema_does_not_take_is_refused(self):
        root = self.root()
        for name in ("F" * 51, "F 1", ""):
            outcome = self.said("--record", "--flow", name, status=2)
            self.assertEqual(outcome.stdout, "")
        self.assertEqual(self.root(), root)

    def test_a_flow_that_is_recorded_is_not_recorded_again(self):
        first = self.export("--record", "--flow", "FLUX-1")
        root = self.root()
        outcome = run(self.ledger, "export", "cpf", "--on", str(ON), "--record", "--flow", "FLUX-1", text=False)
        self.assertIn(outcome.stdout, (b"", first))
        self.assertEqual(self.root(), root)

    def test_a_flow_deposited_by_hand_is_written_too(self):
        award = next(iter(self.scene.awards.values()))
        self.scene.events.clear()
        self.scene.fact("AwardDeclared", "2025-06-30", candidacy=award["candidacy"], flow="A-LA-MAIN")
        self.imported(*self.scene.events)
        content = self.export("--flow", "A-LA-MAIN", on=None)
        valid(self, content, self.folder)
        flow = Flow(content)
        self.assertEqual((flow.id, len(flow.passages)), ("A-LA-MAIN", 1))

    def test_nothing_owed_is_no_flow(self):
        self.export("--record")
        self.done("import", "--cpf", self.reply(Reply("F-2025-001", accepted=list(self.scene.awards))),
                  "--on", AFTER)
        root = self.root()
        outcome = run(self.ledger, "export", "cpf", "--record", "--on", AFTER)
        self.assertIn(outcome.returncode, (0, 1), outcome.stderr)
        self.assertNotIn("<", outcome.stdout)
        self.assertTrue((outcome.stdout + outcome.stderr).strip())
        self.assertEqual(self.root(), root)


class Answered(Flows):
    """An answer taken in: what is accepted, rejected, already there; all or none, once."""

    def setUp(self):
        super().setUp()
        self.scene = Scene(70)
        for _ in range(9):
            self.scene.certified(self.scene.register(self.scene.person()), first=6)
        self.start(self.scene)
        self.flow = Flow(self.export("--record"))
        self.entries = sorted(self.flow.passages)

    def file(self, *given, **more):
        """Both: a file beside the ledger, and an answer written down."""
        if given and isinstance(given[0], str):
            return super().file(*given, **more)
        file = self.folder / "accuse.xml"
        file.write_text(given[0].text(*given[1:], **more), encoding="utf-8")
        return str(file)

    def taken(self, *given, on=AFTER, **more):
        return json.loads(self.done("import", "--cpf", self.file(*given, **more), "--on", on, "--json"))

    def state(self, entry):
        return self.answers()[self.scene.awards[entry]["candidacy"]]

    @staticmethod
    def count(told):
        return told if isinstance(told, int) else len(told)

    def test_answers_made_by_chance(self):
        expected = {entry: "deposited" for entry in self.entries}
        chance = random.Random(7)
        for treatment in range(12):
            chosen = chance.sample(self.entries, chance.randint(0, 6))
            cuts = sorted(chance.randint(0, len(chosen)) for _ in range(2))
            reply = Reply(self.flow.id, str(50000 + treatment), chosen[:cuts[0]], {
                entry: f"{chance.choice(NOBODY)} Nomsecret & <fils>" for entry in chosen[cuts[0]:cuts[1]]},
                chosen[cuts[1]:])
            unknown = []
            for place in (reply.accepted, reply.already):
                if chance.random() < 0.5:
                    unknown.append(f"0197aaaa-0000-7000-8000-{chance.getrandbits(48):012x}")
                    place.append(unknown[-1])
            before = dict(expected)
            for entry in chosen:
                expected[entry] = "rejected" if entry in reply.rejected else "accepted"
            with self.subTest(treatment=treatment, accepted=reply.accepted, rejected=list(reply.rejected),
                              already=reply.already, before={entry: before[entry] for entry in chosen}):
                told = self.taken(reply, treatment, double=chance.random() < 0.5)
                self.assertEqual((told["flow"], str(told["treatment"])), (self.flow.id, reply.treatment))
                self.assertEqual(sorted(told["unknown"]), sorted(unknown))
                self.assertEqual({entry: self.state(entry) for entry in self.entries}, expected)
                for state in ("accepted", "rejected", "deposited"):
                    self.assertEqual(self.listed(state), sorted(
                        self.scene.awards[entry]["candidacy"] for entry in self.entries
                        if expected[entry] == state))
                root = self.root()
                # Shuffled otherwise it is the same answer; so it is on another day.
                self.taken(reply, treatment + 100, on="2025-07-20")
                self.assertEqual(self.root(), root)
        self.assertNotIn(b"nomsecret", b"".join(
            file.read_bytes().lower() for file in self.folder.glob("test.ledger*")))
        self.done("audit", "verify")

    def test_the_counts_of_an_answer(self):
        one, two, three, four, *_ = self.entries
        told = self.taken(Reply(self.flow.id, accepted=[one], rejected={two: NOBODY[0], three: NOBODY[2]},
                                already=[four]))
        self.assertEqual(self.count(told["rejected"]), 2)
        self.assertEqual(self.count(told["already"]), 1)
        self.assertIn(self.count(told["accepted"]), (1, 2))  # Whether it counts those already there.
        self.assertEqual(self.count(told["unknown"]), 0)
        self.assertEqual(self.count(told["unanswered"]), len(self.entries) - 4)

    def test_an_older_answer_again_does_not_undo_a_newer_one(self):
        entry = self.entries[0]
        older = Reply(self.flow.id, "1", rejected={entry: NOBODY[0]})
        self.taken(older)
        self.taken(Reply(self.flow.id, "2", accepted=[entry]))
        self.assertEqual(self.state(entry), "accepted")
        root = self.root()
        self.taken(older)
        self.assertEqual((self.state(entry), self.root()), ("accepted", root))

    def test_what_is_rejected_is_in_the_next_flow_and_answered_there(self):
        one, two, *rest = self.entries
        self.taken(Reply(self.flow.id, accepted=rest, rejected={one: NOBODY[0], two: NOBODY[1]}))
        again = Flow(self.export("--record", on=AFTER))
        self.assertEqual(sorted(again.passages), sorted((one, two)))
        self.assertEqual((self.state(one), self.state(two)), ("deposited", "deposited"))
        self.taken(Reply(again.id, "9", accepted=[one], already=[two]), on="2025-07-12")
        self.assertEqual(self.listed("accepted", on="2025-07-12"), sorted(
            self.scene.awards[entry]["candidacy"] for entry in self.entries))

    def test_the_reason_of_a_rejection_can_be_read_by_who_may(self):
        entry = self.entries[0]
        self.taken(Reply(self.flow.id, rejected={entry: f"{NOBODY[0]} (é œ & <x>)"}))
        subject = f"candidacy:{self.scene.awards[entry]['candidacy']}"
        told = self.done("timeline", subject, "--names", "--lang", "fr", "--on", AFTER)
        self.assertIn(NOBODY[0].split()[-1], " ".join(told.split()))

    def test_a_passage_of_another_award_is_unknown(self):
        self.scene.events.clear()
        _, never = self.scene.certified(self.scene.register(self.scene.person()), first=6)
        self.imported(*self.scene.events)
        told = self.taken(Reply(self.flow.id, accepted=[never, self.entries[0]]))
        self.assertEqual(told["unknown"], [never])
        self.assertEqual((self.state(never), self.state(self.entries[0])), ("none", "accepted"))

    def test_an_answer_to_an_award_since_made_anew_is_not_the_new_ones(self):
        entry = self.entries[0]
        name = self.scene.awards[entry]["candidacy"]
        self.scene.events.clear()
        self.scene.fact("CertificationRevoked", "2025-07-01", candidacy=name, grounds="essai")
        new = self.scene.fact("CertificationAwarded", "2025-07-02", candidacy=name)
        self.imported(*self.scene.events)
        self.taken(Reply(self.flow.id, accepted=self.entries))
        self.assertEqual(self.answers()[name], "none")
        self.assertEqual(self.state(self.entries[1]), "accepted")
        self.assertEqual(list(Flow(self.export(on=AFTER)).passages), [new])

    def test_nor_is_one_to_an_award_passed_over_as_a_mistake(self):
        entry = self.entries[0]
        award = self.scene.awards[entry]
        self.scene.events.clear()
        self.scene.fact("EventAnnulled", "2025-07-01", event=entry, subjects=award["subjects"], grounds="essai")
        new = self.scene.fact("CertificationAwarded", "2025-07-02", candidacy=award["candidacy"])
        self.imported(*self.scene.events)
        self.assertEqual(self.answers()[award["candidacy"]], "none")
        self.taken(Reply(self.flow.id, accepted=self.entries))
        self.assertEqual(self.answers()[award["candidacy"]], "none")
        self.assertEqual(list(Flow(self.export(on=AFTER)).passages), [new])

    def test_an_answer_about_who_was_erased_is_recorded_without_its_text(self):
        entry, other = self.entries[:2]
        self.done("erase", self.scene.awards[entry]["person"].id, "--reason", "essai", "--yes", "--on", str(ON))
        self.taken(Reply(self.flow.id, rejected={entry: NOBODY[0]}, accepted=[other]))
        self.assertEqual((self.state(entry), self.state(other)), ("rejected", "accepted"))

    def test_what_is_no_answer_is_refused_whole(self):
        root = self.root()
        whole = Reply(self.flow.id, accepted=self.entries).text()
        bomb = whole.replace("<rapport", '<!DOCTYPE rapport [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<rapport')
        bomb = bomb.replace("<ns2:rapport", '<!DOCTYPE x [<!ENTITY e SYSTEM "/etc/passwd">]>\n<ns2:rapport')
        wrong = {
            "another flow": whole.replace(self.flow.id, "F-1999-009"), "cut": whole[:-30],
            "empty": "", "no xml": "F-2025-001 accepté", "entities": bomb,
            "another root": "<?xml version='1.0'?><flux><idFlux>F-2025-001</idFlux></flux>",
            "no flow": whole.replace(f"<idFlux>{self.flow.id}</idFlux>", ""),
            "two flows": whole.replace("<idTraitement>", f"<idFlux>{self.flow.id}X</idFlux><idTraitement>")}
        for about, text in wrong.items():
            with self.subTest(about):
                file = self.folder / "accuse.xml"
                file.write_text(text, encoding="utf-8")
                self.stops(2, "import", "--cpf", str(file), "--on", AFTER)
                self.assertEqual(self.root(), root)
        self.stops(2, "import", "--cpf", str(self.folder / "nulle-part.xml"), "--on", AFTER)

    def test_what_is_unknown_is_told_to_people_too_and_an_answer_may_come_by_a_pipe(self):
        unknown = "0197aaaa-0000-7000-8000-000000000003"
        text = Reply(self.flow.id, accepted=[unknown, self.entries[0]]).text()
        outcome = run(self.ledger, "import", "--cpf", "-", "--on", AFTER, input=text)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn(unknown, outcome.stdout + outcome.stderr)
        self.assertEqual(self.state(self.entries[0]), "accepted")

    def test_a_trial_run_records_nothing(self):
        root = self.root()
        self.done("import", "--cpf", self.file(Reply(self.flow.id, accepted=self.entries)), "--on", AFTER,
                  "--dry-run")
        self.assertEqual(self.root(), root)

    def test_other_ways_of_writing_the_same(self):
        entry = self.entries[0]
        message = "".join(f"&#{ord(letter)};" for letter in NOBODY[0])
        text = ("\ufeff<?xml version='1.0' encoding='utf-8'?>\r\n<r:rapport xmlns:r='urn:cdc:cpf:pc5:rapport:schema'>"
                f"<PassagesOK/><PassagesKO><passage><messageErreur><![CDATA[{NOBODY[1]} & ]]>{message}"
                f"</messageErreur><idTechnique>{entry}</idTechnique></passage></PassagesKO>\r\n"
                f"<idTraitement>12</idTraitement><idFlux>\t{self.flow.id} </idFlux><nomFichier/></r:rapport>")
        file = self.folder / "autre.xml"
        file.write_text(text, encoding="utf-8", newline="")
        self.done("import", "--cpf", str(file), "--on", AFTER)
        self.assertEqual(self.state(entry), "rejected")


if __name__ == "__main__":
    unittest.main()
