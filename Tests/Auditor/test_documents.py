"""What auditor.py says of a document: a page, a PDF and the proof alone, made here from the format.

The proofs are those of test_auditor's small logs. Run: python3 -m unittest test_documents
"""
import html
import json
import subprocess
import sys
import unittest
import zlib
from hashlib import sha256

import test_auditor
from test_auditor import AUDITOR, encode, make_line, path, root


class DocumentTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        test_auditor.AuditorTest.setUpClass.__func__(cls)

    text = test_auditor.AuditorTest.text
    note = test_auditor.AuditorTest.note
    save = test_auditor.AuditorTest.save

    def entry(self, position, size=13, **changes):
        return {"entry": self.entries[position - 1].decode(), "index": position - 1,
                "position": position, "proof": [
                    encode(h) for h in path(position - 1, self.leaves[:size])], **changes}

    def identity(self, position, size=13):
        shown = self.entry(position, size, leaf=encode(self.leaves[position - 1]))
        del shown["entry"]
        return shown

    def proof(self, size=13, entries=None, **changes):
        if entries is None:
            entries = [self.identity(2, size), self.entry(5, size), self.entry(6, size)]
        return {"about": {"en": "No person.", "fr": "Aucune personne\xa0: é."}, "entries": entries,
                "form": 1, "key": self.signer.vkey, "note": self.note(size),
                "origin": self.signer.name, "root": encode(root(self.leaves[:size])),
                "size": size, **changes}

    def part(self, *given, **changes):
        return self.written(self.proof(*given, **changes))

    def written(self, proof):
        return json.dumps(proof, sort_keys=True, separators=(",", ":")).encode()

    def page(self, part, printed=None):
        printed = printed or "sha256-" + encode(sha256(part).digest())
        return (f'<!DOCTYPE html>\n<html><body><p id="empreinte">{printed}</p><pre id="preuve" '
                f'hidden="hidden">{html.escape(part.decode())}</pre></body></html>\n').encode()

    def pdf(self, part, deflated=True):
        data = zlib.compress(part) if deflated else part + b"\n"
        return (b"%PDF-1.7\n%\xe2\xe3\n7 0 obj\n<<\n/Type /EmbeddedFile\n"
                + (b"/Filter /FlateDecode\n" if deflated else b"")
                + b"/Length %d\n>>\nstream\n" % len(data) + data + b"\nendstream\nendobj\n%%EOF\n")

    def run_auditor(self, *words):
        done = subprocess.run([sys.executable, AUDITOR, *words], capture_output=True,
                              encoding="utf-8", check=False)
        self.assertNotIn("Traceback", done.stderr)
        self.assertNotIn("phyrine", done.stdout + done.stderr)
        return done

    def accepts(self, document, *words):
        done = self.run_auditor(self.save(document), *words)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        return done.stdout

    def rejects(self, reason, document, *words):
        done = self.run_auditor("--document", self.save(document), *words)
        self.assertEqual((done.returncode, done.stderr), (1, ""), done.stdout)
        self.assertIn(reason, done.stdout)
        return done.stdout

    def key(self):
        return "--key", self.save(self.signer.vkey)

    def test_a_page_a_pdf_and_the_proof_alone_pass(self):
        part = self.part()
        for made in (part, self.page(part), self.pdf(part), self.pdf(part, deflated=False)):
            said = self.accepts(made, *self.key())
            self.assertIn("3 entries (positions 2, 5, 6) proved to be in the log of 13", said)
            self.assertIn("key: the one given", said)
            self.assertIn("not proved: that what is recorded is true, that the page says", said)
            self.assertIn("sha256-" + encode(sha256(part).digest()), said)

    def test_its_own_key_is_said_to_be_its_own_claim(self):
        said = self.accepts(self.page(self.part()))
        self.assertIn("key: the document's own claim", said)
        self.assertIn(self.signer.vkey, said)

    def test_every_size_and_entry_passes(self):
        for size in (1, 2, 7, 13):
            entries = [self.entry(n, size) for n in range(1, size + 1)]
            self.accepts(self.part(size, entries), *self.key())

    def test_tables_are_said_not_to_be_proved(self):
        said = self.accepts(self.page(self.part(entries=[], tables="sha256-x")))
        self.assertIn("no entry proved", said)
        self.assertIn(", its tables", said)

    def test_another_key_is_rejected(self):
        other = "--key", self.save(self.other.vkey)
        self.rejects("no signature by this key", self.part(), *other)
        self.rejects("not an Ed25519 key", self.part(key="x" + self.signer.vkey))
        self.rejects("no signature by this key", self.part(key=self.other.vkey))

    def test_what_was_changed_is_rejected(self):
        good = self.entry(5)
        for reason, changes in (
                ("position 5 is not as in the log", {"entry": good["entry"].replace("17", "18", 1)}),
                ("canonical", {"entry": good["entry"] + " "}), ("malformed", {"entry": "é{"}),
                ("malformed", {"entry": "\ud800"}), ("malformed", {"entry": None}),
                ("do not fit", {"position": 6}), ("do not fit", {"index": 5}),
                ("position 6 is not as in", {"position": 6, "index": 5}),
                ("do not fit", {"position": 14, "index": 13}), ("do not fit", {"position": True}),
                ("do not fit", {"position": 0, "index": -1}),
                ("wrong length", {"proof": []}), ("malformed", {"proof": None}),
                ("base64", {"proof": [None]}),
                ("is not as in", {"proof": good["proof"][::-1]})):
            with self.subTest(changes=changes):
                self.rejects(reason, self.part(entries=[{**good, **changes}]), *self.key())
        wrong = {**self.identity(2), "leaf": encode(self.leaves[2])}
        self.rejects("position 2 is not as in", self.part(entries=[wrong]))
        without = {k: v for k, v in self.identity(2).items() if k != "leaf"}
        self.rejects("malformed", self.part(entries=[without]))
        for reason, changes in (
                ("not the one signed", {"root": encode(bytes(32))}),
                ("not the one signed", {"size": 12}), ("not the one signed", {"origin": "x"}),
                ("signature by this key is bad", {"note": self.note(13).replace("13", "12", 1)}),
                ("malformed note", {"note": ""}), ("malformed", {"note": 7}),
                ("proves nothing", {"note": None}), ("proves nothing", {"form": 2}),
                ("malformed", {"entries": None}), ("malformed", {"entries": [7]}),
                ("out of order", {"entries": [good, good]}),
                ("out of order", {"entries": [self.entry(6), good]})):
            with self.subTest(changes=changes):
                self.rejects(reason, self.written({**self.proof(), **changes}), *self.key())

    def test_a_note_of_another_tree_does_not_carry_its_entries(self):
        forged = self.note(13, bytes(32))
        self.rejects("is not as in the log", self.part(note=forged, root=encode(bytes(32))))

    def test_an_entry_taken_away_shows_by_the_hash_that_is_printed(self):
        whole = "sha256-" + encode(sha256(self.part()).digest())
        less = self.part(entries=[self.entry(5), self.entry(6)])
        self.rejects("hash printed in it is not that of its proof", self.page(less, whole))
        self.assertNotIn(whole, self.accepts(self.pdf(less)))

    def test_a_document_without_one_proof_is_rejected(self):
        part = self.part()
        for reason, document in (
                ("there are 0 proofs", b"<!DOCTYPE html>\n<p>x</p>"), ("there are 0 proofs", b""),
                ("there are 2 proofs", self.page(part) + self.page(part)),
                ("there are 0 proofs", b"%PDF-1.7\n"),
                ("", self.pdf(part)[:-len(part) // 2]), ("malformed", part[:-9]),
                ("malformed", b'{"about":' + b"[" * 50000), ("in the form", part + b"\n"),
                ("malformed", b'{"about":7}'),
                ("malformed", self.pdf(part).replace(b"stream\nx", b"stream\ny"))):
            with self.subTest(document=document[:60]):
                self.rejects(reason, document)

    def test_a_log_beside_it_must_agree(self):
        log = self.save(b"".join(make_line(n, e) for n, e in enumerate(self.entries, 1)))
        made = self.save(self.page(self.part(8)))
        done = self.run_auditor(log, *self.key(), "--document", made)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("13 entries, the first 8 under a checkpoint", done.stdout)
        for entries in (self.entries[:7], self.entries[1:]):
            log = self.save(b"".join(make_line(n, e) for n, e in enumerate(entries, 1)))
            self.assertEqual(self.run_auditor(
                log, *self.key(), "--document", made).returncode, 1)

    def test_wrong_usage_ends_with_2(self):
        log, made, note = self.save(b""), self.save(self.part()), self.save(self.note(13))
        for words in ([], [log], [made, "--checkpoint", note], ["--document", "/nowhere"],
                      ["/nowhere"], [*self.key()], [made, "--key", "/nowhere"]):
            self.assertEqual(self.run_auditor(*words).returncode, 2, words)


if __name__ == "__main__":
    unittest.main()
