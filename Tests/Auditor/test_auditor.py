"""What auditor.py accepts and what it rejects, on small logs made here.

The trees and proofs are made by the recursive definitions of RFC 9162, not by
the auditor's own arithmetic; notes are signed by openssl with keys made in a
temporary folder. Run: python3 -m unittest test_auditor
"""
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unittest
from base64 import b64encode

AUDITOR = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                       "auditor.py")
SECRET = "Zéphyrine \U0001f511 \u2028\x7f\x01\n\"\\/"


def canonical(event):
    return json.dumps(event, ensure_ascii=False, sort_keys=True,
                      separators=(",", ":")).encode()


def make_event(number):
    return {"id": f"event-{number}", "type": "Tested", "schema": 1,
            "occurredOn": "2021-06-17", "recordedBy": "officer:17",
            "recordedAt": f"2021-06-18T09:12:{number:02}.000000Z",
            "data": {"text": SECRET, "\uffff": None, "n": [number, -7, True]}}


def make_line(position, entry):
    return b'{"position":%d,' % position + entry[1:] + b"\n"


def encode(data):
    return b64encode(data).decode()


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def half(count):
    k = 1
    while 2 * k < count:
        k *= 2
    return k


def root(leaves):
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = half(len(leaves))
    return node(root(leaves[:k]), root(leaves[k:]))


def path(index, leaves):
    if len(leaves) == 1:
        return []
    k = half(len(leaves))
    if index < k:
        return path(index, leaves[:k]) + [root(leaves[k:])]
    return path(index - k, leaves[k:]) + [root(leaves[:k])]


def subproof(old, leaves, whole=True):
    if old == len(leaves):
        return [] if whole else [root(leaves)]
    k = half(len(leaves))
    if old <= k:
        return subproof(old, leaves[:k], whole) + [root(leaves[k:])]
    return subproof(old - k, leaves[k:], False) + [root(leaves[:k])]


class Signer:
    """An Ed25519 key of its own, by openssl, in a temporary folder."""

    def __init__(self, folder, name):
        self.name = name
        self.path = os.path.join(folder, name.replace("/", "-") + ".pem")
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out",
                        self.path], check=True, capture_output=True)
        public = subprocess.run(
            ["openssl", "pkey", "-in", self.path, "-pubout", "-outform",
             "DER"], check=True, capture_output=True).stdout[-32:]
        self.set_public(public)

    def set_public(self, public):
        self.material = b"\x01" + public
        self.id = hashlib.sha256(
            self.name.encode() + b"\n" + self.material).digest()[:4]
        self.vkey = f"{self.name}+{self.id.hex()}+{encode(self.material)}"

    def sign(self, text):
        name = self.path + ".text"
        with open(name, "wb") as file:
            file.write(text.encode())
        return subprocess.run(
            ["openssl", "pkeyutl", "-sign", "-inkey", self.path, "-rawin",
             "-in", name], check=True, capture_output=True).stdout

    def line(self, text, signature=None):
        signature = self.sign(text) if signature is None else signature
        return f"— {self.name} {encode(self.id + signature)}\n"

    def note(self, text):
        return text + "\n" + self.line(text)


class AuditorTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        cls.signer = Signer(cls.folder, "ledger.example/log")
        cls.other = Signer(cls.folder, "witness.example")
        cls.entries = [canonical(make_event(n)) for n in range(1, 14)]
        cls.leaves = [hashlib.sha256(b"\x00" + e).digest()
                      for e in cls.entries]

    # What the ledger would print

    def text(self, size, signed_root=None, origin=None):
        signed_root = signed_root or root(self.leaves[:size])
        return f"{origin or self.signer.name}\n{size}\n{encode(signed_root)}\n"

    def note(self, size, *arguments):
        return self.signer.note(self.text(size, *arguments))

    def proof(self, index, size, **changes):
        return json.dumps({
            "index": index, "size": size, "leaf": encode(self.leaves[index]),
            "proof": [encode(h) for h in path(index, self.leaves[:size])],
            **changes})

    def tlog_proof(self, index, size, hashes=None, extra="", note=None):
        if hashes is None:
            hashes = path(index, self.leaves[:size])
        lines = "".join(encode(h) + "\n" for h in hashes)
        return (f"c2sp.org/tlog-proof@v1\n{extra}index {index}\n{lines}\n"
                + (self.note(size) if note is None else note))

    def consistency(self, old, new, **changes):
        hashes = subproof(old, self.leaves[:new]) if old else []
        return json.dumps({"from": old, "to": new,
                           "proof": [encode(h) for h in hashes], **changes})

    # Running the auditor

    def save(self, content):
        if isinstance(content, str):
            content = content.encode()
        handle, name = tempfile.mkstemp(dir=self.folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        return name

    def run_auditor(self, log, key, *options):
        done = subprocess.run(
            [sys.executable, AUDITOR, log, "--key", key, *options],
            capture_output=True, encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"})
        self.assertNotIn("Traceback", done.stdout + done.stderr)
        self.assertNotIn("phyrine", done.stdout + done.stderr)
        self.assertNotIn("officer:17", done.stdout + done.stderr)
        return done

    def audit(self, *, log=None, key=None, **files):
        """files: checkpoint, proof, tlog_proof, consistency: text or list."""
        if log is None:
            log = [make_line(n, e) for n, e in enumerate(self.entries, 1)]
        options = []
        for kind, contents in files.items():
            for content in contents if type(contents) is list else [contents]:
                options += ["--" + kind.replace("_", "-"), self.save(content)]
        return self.run_auditor(self.save(b"".join(log)), self.save(
            self.signer.vkey + "\n" if key is None else key), *options)

    def accepts(self, **given):
        done = self.audit(**given)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        self.assertNotIn("FAIL", done.stdout)
        return done.stdout

    def rejects(self, reason, **given):
        done = self.audit(**given)
        self.assertEqual((done.returncode, done.stderr), (1, ""), done.stdout)
        faults = [line for line in done.stdout.splitlines()
                  if line.startswith("FAIL")]
        self.assertTrue(any(reason in line for line in faults), done.stdout)
        return done.stdout

    def relog(self, entries):
        return [make_line(n, e) for n, e in enumerate(entries, 1)]

    def altered(self, number, **changes):
        """The log with one event changed and canonical again."""
        event = {**make_event(number), **changes}
        event = {k: v for k, v in event.items() if v is not ...}
        return self.relog(self.entries[:number - 1] + [canonical(event)]
                          + self.entries[number:])

    # Honest logs

    def test_an_honest_log_passes(self):
        said = self.accepts(checkpoint=[self.note(n) for n in (0, 1, 8, 13)],
                            proof=self.proof(4, 13),
                            tlog_proof=self.tlog_proof(6, 11),
                            consistency=self.consistency(5, 13))
        self.assertIn("13 entries, the first 13 under a checkpoint", said)
        self.assertIn(encode(root(self.leaves)), said)

    def test_entries_recorded_with_the_clock_behind_are_counted(self):
        self.assertNotIn("clock behind", self.accepts())
        said = self.accepts(log=self.altered(5, clock="behind"))
        self.assertIn("1 entries were recorded with the clock behind the line "
                      "above, the first at position 5.\n", said)

    def test_an_unknown_mark_of_the_clock_is_rejected(self):
        for mark in ("ahead", "", None, True, ["behind"]):
            self.rejects("clock: line 5 bears a mark", log=self.altered(
                5, clock=mark))

    def test_an_empty_log_passes(self):
        self.accepts(log=[], checkpoint=self.note(0),
                     consistency=self.consistency(0, 0))

    def test_every_size_index_and_pair_passes(self):
        sizes = range(1, 14)
        self.accepts(checkpoint=[self.note(n) for n in sizes])
        self.accepts(proof=[self.proof(i, n) for n in sizes
                            for i in range(n)])
        self.accepts(consistency=[self.consistency(m, n) for n in sizes
                                  for m in range(n + 1)])

    def test_entries_after_the_last_checkpoint_are_said_to_be_uncovered(self):
        self.assertIn("the first 8 under a checkpoint",
                      self.accepts(checkpoint=self.note(8)))

    # Altered logs

    def test_one_changed_byte_is_rejected(self):
        log = self.relog(self.entries)
        log[4] = log[4].replace(b'"schema":1', b'"schema":2')
        said = self.rejects("positions 5 to 13 are not as signed", log=log,
                            checkpoint=[self.note(4), self.note(13)])
        self.assertIn("OK    bytes", said)

    def test_any_flipped_byte_of_a_line_is_rejected(self):
        line = make_line(1, self.entries[0])
        for at in range(0, len(line), 7):
            with self.subTest(at=at):
                bad = bytearray(line)
                bad[at] ^= 1
                done = self.audit(log=[bytes(bad)], checkpoint=self.note(1))
                self.assertEqual(done.returncode, 1, done.stdout)

    def test_a_swapped_pair_is_rejected(self):
        log = self.relog(self.entries)
        log[5], log[6] = log[6], log[5]
        self.rejects("line 6 bears position 7", log=log)
        entries = self.entries[:]
        entries[5], entries[6] = entries[6], entries[5]
        self.rejects("line 7 was recorded before", log=self.relog(entries))
        self.rejects("positions 1 to 13 are not as signed",
                     log=self.relog(entries), checkpoint=self.note(13))

    def test_a_dropped_tail_is_rejected(self):
        self.rejects("it is about 13 entries, 10 are here",
                     log=self.relog(self.entries[:10]),
                     checkpoint=self.note(13))

    def test_a_dropped_line_is_rejected(self):
        log = self.relog(self.entries)
        del log[3]
        self.rejects("line 4 bears position 5", log=log)

    def test_a_line_that_is_not_canonical_is_rejected(self):
        good = self.entries[1]
        for bad in (good.replace(b":1,", b": 1,"), good + b" ",
                    good.replace(b"\\n", b"\\u000a"),
                    good.replace(b"/", b"\\/"), good + b"\r",
                    good.replace(b"null", b"nul"), good[:-9],
                    good.replace(b"-7", b"-0"), good.replace(b"-7", b"7.0"),
                    good.replace(b"-7", b"9007199254740992"),
                    good.replace(b"-7", b"NaN"), good.replace(b"-7", b"1e2"),
                    good.replace(b"-7", b'"\\ud800"'),
                    good.replace(b"-7", b"\xff"),
                    good.replace(b"-7", b"[" * 30000),
                    good.replace(b"-7", b"[" * 30000 + b"]" * 30000),
                    good.replace(b"-7", b"9" * 6000),
                    good.replace(b'"schema":1', b'"schema":1,"schema":1'),
                    b'{"id":"event-2",' + good[1:]):
            with self.subTest(bad=bad[-40:]):
                self.rejects("bytes: line 2", log=self.relog(
                    [self.entries[0], bad, self.entries[2]]))

    def test_an_event_longer_than_the_format_allows_is_rejected(self):
        event = {**make_event(1), "data": ""}
        event["data"] = "x" * (65535 - len(canonical(event)))
        self.accepts(log=self.relog([canonical(event)]))
        event["data"] += "x"
        self.rejects("bytes: line 1", log=self.relog([canonical(event)]))

    def test_a_line_without_a_position_is_rejected(self):
        for bad in (b"\n", b"[]\n", b"\xff\xfe\n", self.entries[1] + b"\n",
                    make_line(2, b'{"a":"' + b"x" * 70000 + b'"}')):
            with self.subTest(bad=bad[:20]):
                self.rejects("positions: line 1 is the last one read", log=[
                    make_line(1, self.entries[0]), bad,
                    make_line(3, self.entries[2])])

    def test_a_repeated_or_missing_id_is_rejected(self):
        for bad in ("event-2", ..., 7, None):
            self.rejects("ids: line 3", log=self.altered(3, id=bad))

    def test_a_malformed_day_or_instant_is_rejected(self):
        for bad in (..., None, 5, "2021-02-30", "20210617", "2021-W01-1"):
            self.rejects("days: line 3", log=self.altered(3, occurredOn=bad))
        for bad in (..., 5, "2021-06-18T09:12:03Z", "9999-99-99",
                    "9999-12-31T23:30:00.000000Z",
                    "2021-06-18T25:12:03.000000Z"):
            self.rejects("days: line 3", log=self.altered(3, recordedAt=bad))

    def test_a_fact_may_not_occur_after_the_paris_day_of_its_recording(self):
        for instant, day in (
                ("2021-01-10T22:59:59.999999", "2021-01-10"),
                ("2021-01-10T23:00:00.000000", "2021-01-11"),
                ("2021-07-10T21:59:59.999999", "2021-07-10"),
                ("2021-07-10T22:00:00.000000", "2021-07-11"),
                ("2021-03-27T22:30:00.000000", "2021-03-27"),
                ("2021-03-28T22:30:00.000000", "2021-03-29"),
                ("2021-10-30T22:30:00.000000", "2021-10-31"),
                ("2021-10-31T22:30:00.000000", "2021-10-31"),
                ("2024-03-31T22:30:00.000000", "2024-04-01")):
            after = day[:-2] + f"{int(day[-2:]) + 1:02}"
            with self.subTest(instant=instant):
                event = {**make_event(1), "recordedAt": instant + "Z"}
                self.accepts(log=self.relog(
                    [canonical({**event, "occurredOn": day})]))
                if after != "2021-10-32":
                    self.rejects("days: line 1 occurs after", log=self.relog(
                        [canonical({**event, "occurredOn": after})]))
        self.rejects("days: line 1 occurs after", log=self.relog([canonical(
            {**make_event(1), "recordedAt": "2021-10-31T22:30:00.000000Z",
             "occurredOn": "2021-11-01"})]))

    # Checkpoints

    def test_a_wrong_size_is_rejected(self):
        signed = root(self.leaves)
        self.rejects("not as signed", checkpoint=self.note(12, signed))
        self.rejects("14 entries, 13 are here",
                     checkpoint=self.note(14, signed))

    def test_a_wrong_root_is_rejected(self):
        self.rejects("not as signed", checkpoint=self.note(13, b"\x07" * 32))

    def test_two_signed_histories_are_rejected(self):
        self.rejects("two histories", checkpoint=[
            self.note(9), self.note(9, b"\x07" * 32)])

    def test_a_wrong_origin_is_rejected(self):
        self.rejects("malformed checkpoint", checkpoint=self.note(
            13, None, "another.example/log"))

    def test_a_wrong_key_is_rejected(self):
        self.rejects("no signature by this key", key=self.other.vkey,
                     checkpoint=self.note(13))
        namesake = Signer(tempfile.mkdtemp(dir=self.folder), self.signer.name)
        self.rejects("no signature by this key", key=namesake.vkey,
                     checkpoint=self.note(13))
        namesake.set_public(b"\xff" * 32)    # no point of the curve
        text = self.text(13)
        self.rejects("signature by this key is bad", key=namesake.vkey,
                     checkpoint=text + "\n" + namesake.line(text))

    def test_a_malformed_key_is_rejected(self):
        name, number, material = self.signer.vkey.split("+", 2)
        ecdsa = b"\x02" + self.signer.material[1:]
        digest = hashlib.sha256(name.encode() + b"\n" + ecdsa).hexdigest()
        for bad in ("", "x", f"+{number}+{material}", f"{name}+{material}",
                    f"{name}+00000000+{material}", f"a b+{number}+{material}",
                    f"{name}+{number}+{material[:-4]}",
                    f"{name}+{number}+!{material[1:]}",
                    f"{name}+{digest[:8]}+{encode(ecdsa)}",
                    f"{name}x+{number}+{material}",
                    self.signer.vkey + "\n" + self.other.vkey, b"\xff\xfe"):
            with self.subTest(bad=bad):
                said = self.rejects("", key=bad, checkpoint=self.note(13))
                self.assertEqual(said.count("FAIL"), 2)

    def test_a_bad_signature_by_the_known_key_is_rejected(self):
        text, later = self.text(13), self.text(12)
        good = self.signer.sign(text)
        for bad in (self.signer.sign(later), bytes(64), good[:-1], b"",
                    good + b"\0", bytes([good[0] ^ 1]) + good[1:]):
            line = self.signer.line(text, bad)
            self.rejects("signature by this key is bad",
                         checkpoint=text + "\n" + line)
            self.rejects("signature by this key is bad",    # even beside one
                         checkpoint=self.signer.note(text) + line)

    def test_signatures_by_unknown_keys_are_ignored(self):
        text = self.text(13)
        ours, theirs = self.signer.line(text), self.other.line(text)
        namesake = f"— {self.signer.name} {encode(bytes(68))}\n"
        same_id = f"— else.example {encode(self.signer.id + bytes(64))}\n"
        self.accepts(checkpoint=[
            text + "\n" + theirs + namesake + ours + same_id,
            text + "\n" + ours + f"— long.example {encode(bytes(2424))}\n",
            text + "\n" + ours * 2])
        self.rejects("no signature by this key",
                     checkpoint=text + "\n" + theirs + namesake + same_id)

    def test_a_malformed_note_is_rejected(self):
        text, good = self.text(13), self.note(13)
        line = self.signer.line(text)
        for bad in ("", "\n", "\n\n", text, text + "\n", good[:-1],
                    good + "\n", good.replace("— ", "- "), text + line,
                    good.replace("\n", "\r\n"), good + "x\n", "\0" + good,
                    good + "— a+b AAAAAAAA\n", good + "— a AAAA\n",
                    good + "— a !!!!!!!!\n", good + "— a AAAAAAB=\n",
                    good + self.other.line(text) * 100,
                    good.encode()[:40] + b"\xff" + good.encode()[40:]):
            with self.subTest(bad=bad):
                self.rejects("", checkpoint=bad)

    def test_a_malformed_checkpoint_is_rejected_though_signed(self):
        name, size, coded = self.text(13).split("\n")[:3]
        after = chr(ord(coded[-2]) + 1)    # the same value, misspelt
        for bad in (f"{name}\n{size}\n", f"{name}\n0{size}\n{coded}\n",
                    f"{name}\n+{size}\n{coded}\n", f"{name}\n\n{coded}\n",
                    f"{name}\n{size}\n{coded}\n\n", f"{name}\n-1\n{coded}\n",
                    f"{name}\n{size}\n{coded[:-4]}\n",
                    f"{name}\n{size}\n{coded[:-1]}\n",
                    f"{name}\n{size}\n*{coded[1:]}\n",
                    f"{name}\n{size}\n{coded[:-2]}{after}=\n",
                    f"{name}\n{'9' * 40}\n{coded}\n", f"{name} x\n",
                    self.text(13) + "a\tb\n", self.text(13) + "a\rb\n"):
            with self.subTest(bad=bad):
                self.rejects("", checkpoint=self.signer.note(bad))
        self.accepts(checkpoint=self.signer.note(self.text(13) + "more\n"))

    # Proofs

    def test_a_wrong_inclusion_proof_is_rejected(self):
        good = json.loads(self.proof(5, 13))
        hashes = good["proof"]
        for changes in (
                {"proof": hashes[:-1]}, {"proof": hashes[1:]}, {"proof": []},
                {"proof": hashes + hashes[:1]}, {"proof": hashes[::-1]},
                {"proof": hashes[:1] + hashes},
                {"proof": [encode(b"\x07" * 32)] + hashes[1:]},
                {"proof": ["*" + hashes[0][1:]] + hashes[1:]},
                {"proof": [hashes[0][:-1]] + hashes[1:]},
                {"proof": [hashes[0][:-4]] + hashes[1:]},
                {"proof": [None]}, {"proof": None}, {"proof": {}},
                {"index": 6}, {"index": 13}, {"index": -1}, {"index": "5"},
                {"index": True}, {"index": None}, {"index": 5.0},
                {"index": 10 ** 15}, {"size": 12}, {"size": 99}, {"size": 0},
                {"leaf": encode(self.leaves[6])}, {"leaf": "é"},
                {"leaf": None}, {"leaf": ""}):
            with self.subTest(changes=changes):
                self.rejects("", proof=json.dumps({**good, **changes}))

    def test_a_proof_forged_for_another_entry_is_rejected(self):
        forged = hashlib.sha256(b"\x00" + b"{}").digest()
        leaves = self.leaves[:5] + [forged] + self.leaves[6:]
        proof = self.proof(5, 13, leaf=encode(forged), proof=[
            encode(h) for h in path(5, leaves)])
        self.rejects("its leaf is not that of position 6", proof=proof)
        self.rejects("two histories", checkpoint=self.note(13),
                     tlog_proof=self.tlog_proof(
                         5, 13, path(5, leaves), note=self.note(
                             13, root(leaves))))

    def test_what_is_not_json_is_rejected(self):
        for bad in ("", "[]", "7", "null", "{", "[" * 50000, b"\xff",
                    self.proof(5, 13)[:-5]):
            self.rejects("", proof=bad)
            self.rejects("", consistency=bad)

    def test_a_tlog_proof_passes(self):
        self.accepts(tlog_proof=[
            self.tlog_proof(i, n) for n in (1, 6, 13) for i in range(n)])
        self.accepts(tlog_proof=self.tlog_proof(3, 9, extra="extra AAEC\n"))
        self.accepts(tlog_proof=self.tlog_proof(
            3, 9, note=self.note(9) + self.other.line(self.text(9))))

    def test_a_wrong_tlog_proof_is_rejected(self):
        good, hashes = self.tlog_proof(5, 13), path(5, self.leaves)
        for bad in (self.tlog_proof(5, 13, hashes[:-1]),
                    self.tlog_proof(5, 13, hashes + [bytes(32)]),
                    self.tlog_proof(5, 13, [bytes(32)] + hashes[1:]),
                    self.tlog_proof(5, 13, hashes[::-1]),
                    self.tlog_proof(6, 13, hashes),
                    self.tlog_proof(5, 13, note=self.note(12)),
                    self.tlog_proof(5, 13, note=self.note(13, bytes(32))),
                    self.tlog_proof(5, 13, note=self.other.note(
                        self.text(13))),
                    self.tlog_proof(5, 13, note=""), "", "\n\n",
                    self.tlog_proof(5, 13, extra="extra *\n"),
                    self.tlog_proof(5, 13, extra="other AA==\n"),
                    good.replace("@v1", "@v2"), good.replace("index 5", ""),
                    good.replace("index 5", "index 05"),
                    good.replace("index 5", "index -5"),
                    good.replace("index 5", "index 13"),
                    good.replace(encode(hashes[0]), encode(hashes[0])[:-1]),
                    good.replace(encode(hashes[0]), encode(hashes[0])[:-4]),
                    good.replace("\n", "\r\n"), good[:-1], good[:70], "\xff"):
            with self.subTest(bad=bad):
                self.rejects("", tlog_proof=bad)

    def test_a_wrong_consistency_proof_is_rejected(self):
        good = json.loads(self.consistency(6, 13))
        hashes = good["proof"]
        for changes in (
                {"proof": hashes[:-1]}, {"proof": hashes[1:]}, {"proof": []},
                {"proof": hashes + hashes[:1]}, {"proof": hashes[::-1]},
                {"proof": [encode(bytes(32))] + hashes[1:]},
                {"proof": ["*" + hashes[0][1:]] + hashes[1:]},
                {"proof": [1]}, {"from": 5}, {"from": 0}, {"from": 13},
                {"from": -1}, {"from": None}, {"to": 12}, {"to": 5},
                {"to": 14}, {"to": True}, {"from": 14, "to": 13}):
            with self.subTest(changes=changes):
                self.rejects("", consistency=json.dumps({**good, **changes}))

    def test_a_consistency_proof_of_another_log_is_rejected(self):
        leaves = [bytes([n]) * 32 for n in range(13)]
        self.rejects("does not lead from 6 entries to 13",
                     consistency=self.consistency(6, 13, proof=[
                         encode(h) for h in subproof(6, leaves)]))

    # Use

    def test_a_file_that_cannot_be_read_ends_with_2(self):
        log, key = self.save(b""), self.save(self.signer.vkey)
        missing = os.path.join(self.folder, "missing")
        for arguments in ((missing, key), (log, missing), (self.folder, key),
                          (log, key, "--checkpoint", missing),
                          (log, key, "--proof", self.folder)):
            done = self.run_auditor(*arguments)
            self.assertEqual(done.returncode, 2)
            self.assertIn(arguments[-1] if len(arguments) > 2 else "",
                          done.stderr)

    def test_wrong_usage_ends_with_2(self):
        log, key = self.save(b""), self.save(self.signer.vkey)
        for options in (["--what"], ["--proof"], ["--check", key], [log]):
            self.assertEqual(
                self.run_auditor(log, key, *options).returncode, 2)

    def test_without_a_usable_openssl_it_ends_with_2(self):
        log, key = self.save(b""), self.save(self.signer.vkey)
        note = self.save(self.note(0))
        for script in (None, "#!/bin/sh\nexit 0\n", "#!/bin/sh\nexit 1\n"):
            folder = tempfile.mkdtemp(dir=self.folder)
            if script:
                fake = os.path.join(folder, "openssl")
                with open(fake, "w") as file:
                    file.write(script)
                os.chmod(fake, 0o755)
            done = subprocess.run(
                [sys.executable, AUDITOR, log, "--key", key, "--checkpoint",
                 note], capture_output=True, env={"PATH": folder})
            self.assertEqual(done.returncode, 2, done)
            self.assertIn(b"openssl", done.stderr)
            self.assertNotIn(b"Traceback", done.stderr)


if __name__ == "__main__":
    unittest.main()
