#!/usr/bin/env python3
"""Check an acquis ledger, or a document of one, without trusting acquis.

LOG is what `acquis log` prints, whole; KEY what `acquis audit key` prints, had
from a channel of your own; a checkpoint what `audit checkpoint` prints, kept
since an earlier visit; the others what `audit prove --json`, `audit prove
--tlog-proof` and `audit consistency --json` print. A document is a page (HTML)
or a PDF with its proof in it, or `preuve.json` saved from the PDF; it needs no
LOG, may stand in its place, and needs no KEY, though its own proves less. One
check is said at a time, and nothing of what events say. Exit status: 0 all
checks hold, 1 one does not, 2 wrong usage, or a file or openssl (3.0 or later)
that cannot be used. Written from RFC 9162, 8785, 8410 and C2SP signed-note,
tlog-checkpoint, tlog-proof.
"""
import argparse
import hashlib
import html
import json
import re
import subprocess
import sys
import tempfile
import zlib
from base64 import b64decode, b64encode
from datetime import date, datetime, timedelta


class Rejected(Exception):
    """A check does not hold. The text says why and quotes no event."""


# --- 1. The proofs: arithmetic on hashes ------------------------------------
def sha256(data):
    return hashlib.sha256(data).digest()


def node_hash(left, right):
    return sha256(b"\x01" + left + right)


def included_root(leaf, index, size, path):
    """The root of the tree of this size that has this leaf at this index; the
    path ends with the half without it. That this comes to the log's own root
    proves the entry to be there: another would take a SHA-256 collision."""
    if bool(path) != (size > 1):
        raise Rejected("the proof has the wrong length")
    if size == 1:
        return leaf
    *rest, other = path
    half = 1 << (size - 1).bit_length() - 1    # how many leaves go left
    if index < half:
        return node_hash(included_root(leaf, index, half, rest), other)
    return node_hash(
        other, included_root(leaf, index - half, size - half, rest))


def consistent_roots(old, new, path, known):
    """The roots at two sizes, both made from the same hashes. That they come
    to the log's two roots proves that the longer log begins with the shorter.
    `known`: the old root, not repeated in a proof; None in later subtrees."""
    if old == new and known:
        path = path + [known]
    if not path or old == new and len(path) > 1:
        raise Rejected("the proof has the wrong length")
    *rest, other = path
    if old == new:
        return other, other
    half = 1 << (new - 1).bit_length() - 1
    if old <= half:    # the right half is all new
        before, after = consistent_roots(old, half, rest, known)
        return before, node_hash(after, other)
    before, after = consistent_roots(old - half, new - half, rest, None)
    return node_hash(other, before), node_hash(other, after)


# --- 2. The log: what is printed is what is hashed --------------------------
CHECKS = {    # of every line, and what each proves
    "positions": "1, 2, 3 … without a gap: no line before the last is missing",
    "bytes": "each line, less its position, is canonical: all of it is hashed",
    "clock": "recordedAt never goes back: lines stand as they were taken in",
    "days": "nothing occurs after the Paris day on which it was recorded",
    "ids": "each event has an id of its own: none is counted twice",
}
LONGEST = 65535    # bytes of an event; its line has a position and end too
POSITION = re.compile(rb'\{"position":([1-9][0-9]{0,15}),')
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\.[0-9]{6}Z")
NUMBER = "(0|[1-9][0-9]{0,15})"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_json(text):
    """JSON whose numbers are all integers, none beyond 2^53-1."""
    def integer(digits):    # int() refuses 1.0, 1e3 and NaN
        if abs(int(digits)) >= 2 ** 53:
            raise ValueError
        return int(digits)
    return json.loads(text, parse_int=integer, parse_float=integer,
                      parse_constant=integer)


def canonical(event):
    """Names sorted by code point, no white space, UTF-8. The library escapes
    what RFC 8785 does: the quotation mark, the backslash, all below U+0020."""
    return json.dumps(event, ensure_ascii=False, sort_keys=True,
                      separators=(",", ":")).encode()


def paris_day(instant):
    """The civil day in Paris: UTC + 1 h, and + 2 h between the last Sundays of
    March and October, 01:00 UTC (the rule of the EU, the same since 1996)."""
    start, end = (last - timedelta(days=last.isoweekday() % 7) for last in (
        datetime(instant.year, 3, 31, 1), datetime(instant.year, 10, 31, 1)))
    return (instant + timedelta(hours=1 + (start <= instant < end))).date()


class Log:
    """One pass over the printed log. Of each check the first fault is kept;
    of the tree, in levels[h], the hash of each full subtree of 2^h entries:
    64 bytes an entry in all, and from them the root at any earlier size."""
    def __init__(self):
        self.size, self.faults, self.ids, self.latest = 0, {}, set(), ""
        self.behind = []    # the lines recorded with the clock behind
        self.read_whole = False
        self.levels = [bytearray() for _ in range(54)]
        self.key, self.covered, self.signed = ("", b"", b""), 0, {}

    def node(self, height, index):
        return bytes(self.levels[height][32 * index:32 * index + 32])

    def root(self, size):
        if size > self.size:
            raise Rejected(f"it is about {size} entries, {self.size} are here")
        root = b""
        for height in range(size.bit_length()):    # from the right
            if size >> height & 1:
                left = self.node(height, (size >> height) - 1)
                root = node_hash(left, root) if root else left
        return root or sha256(b"")

    def fault(self, check, reason):
        self.faults.setdefault(check, f"line {self.size} {reason}")

    def read(self, stream):
        for line in iter(lambda: stream.readline(LONGEST + 40), b""):
            start = POSITION.match(line)
            if not start or len(line) == LONGEST + 40:
                return self.fault("positions", "is the last one read: the next"
                                  " is too long or does not give its position")
            self.size += 1
            if int(start[1]) != self.size:
                self.fault("positions", f"bears position {int(start[1])}")
            entry = b"{" + line[start.end():].removesuffix(b"\n")
            self.append(sha256(b"\x00" + entry))
            self.check(entry)

    def append(self, node):
        self.levels[0] += node
        count, height = self.size, 0
        while count % 2 == 0:    # a full pair makes a node one level up
            node = node_hash(self.node(height, count - 2), node)
            count, height = count // 2, height + 1
            self.levels[height] += node

    def check(self, entry):
        try:
            event = parse_json(entry.decode())
            if canonical(event) != entry or len(entry) > LONGEST:
                self.fault("bytes", "is not in canonical form")
        except (ValueError, RecursionError):
            return self.fault("bytes", "is not one whole event in JSON")
        name = event.get("id")
        if not isinstance(name, str) or name in self.ids:
            self.fault("ids", "has no id, or that of an earlier line")
        self.ids.add(str(name))
        if event.get("clock", "behind") != "behind":
            self.fault("clock", "bears a mark of its clock that is not known")
        elif "clock" in event:    # a later instant than the machine's own
            self.behind.append(self.size)
        try:    # a missing field, or a match that fails, is a TypeError
            instant = INSTANT.fullmatch(event.get("recordedAt"))[0]
            today = paris_day(datetime.fromisoformat(instant[:-1]))
            day = DAY.fullmatch(event.get("occurredOn"))[0]
            if date.fromisoformat(day) > today:
                self.fault("days", "occurs after the day of its recording")
        except (TypeError, ValueError, OverflowError):
            return self.fault("days", "has a malformed day or recordedAt")
        if instant < self.latest:    # of one form: text sorts as time
            self.fault("clock", "was recorded before the line above it")
        self.latest = instant


# --- 3. The signature: who vouches for a root -------------------------------
def decode64(text, length=None):
    """Standard base64, padded, of which each value has one spelling only."""
    try:
        value = b64decode(text, validate=True)
        if b64encode(value).decode() == text and length in (None, len(value)):
            return value
    except (ValueError, TypeError):
        pass
    raise Rejected("malformed base64, or of the wrong length")


def verifies(public, text, signature):
    """Does openssl find this Ed25519 signature good? It is given the key as a
    SubjectPublicKeyInfo: a fixed head in DER, then the 32 bytes."""
    info = bytes.fromhex("302a300506032b6570032100") + public
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("key", info), ("text", text), ("sig", signature)):
            with open(f"{folder}/{name}", "wb") as file:
                file.write(data)
        done = subprocess.run([
            "openssl", "pkeyutl", "-verify", "-rawin", "-in", "text", "-inkey",
            "key", "-keyform", "DER", "-pubin", "-sigfile", "sig"],
            cwd=folder, capture_output=True)
    if b"Signature Verif" not in done.stdout:    # it gave no verdict
        raise OSError(0, "cannot verify Ed25519", "openssl")
    return done.returncode == 0


def read_note(note, key):
    """The size and root that a checkpoint signs. Nothing in it is believed
    before a signature by `key` holds; those of unknown keys are ignored."""
    text, _, signatures = note.rpartition("\n\n")
    if (not re.fullmatch(r"(?:— [^\s+]+ \S{7,}\n){1,100}", signatures)
            or re.search(r"[\0-\t\v-\x1f]", note)):
        raise Rejected("malformed note: text, an empty line, signatures")
    text, ours = text + "\n", []
    for name, value in re.findall(r"— (\S+) (\S+)\n", signatures):
        value = decode64(value)
        if (name, value[:4]) == key[:2]:
            ours.append(value[4:])
    if not ours:
        raise Rejected("it bears no signature by this key")
    if not all(len(value) == 64 and verifies(key[2], text.encode(), value)
               for value in ours):
        raise Rejected("the signature by this key is bad")
    parts = re.fullmatch(r"(.+)\n" + NUMBER + r"\n(.+)\n(?:.+\n)*", text)
    if not parts or parts[1] != key[0]:
        raise Rejected("malformed checkpoint: the key's name, a size, a root")
    return int(parts[2]), decode64(parts[3], 32)


# --- 4. What each kind of file proves about the log -------------------------
def read_key(text):
    """name+id+base64(0x01, 32 bytes): the id is made from the rest."""
    parts = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+(\S+)\s*", text)
    if not parts or not parts[1].isprintable():
        raise Rejected("this is not a verifier key (name+id+base64)")
    material = decode64(parts[3], 33)
    name_id = sha256(parts[1].encode() + b"\n" + material)[:4]
    if material[0] != 1 or name_id.hex() != parts[2]:
        raise Rejected("this is not an Ed25519 key, or its id is another's")
    return parts[1], name_id, material[1:]


def key(text, log):
    log.key = read_key(text)
    return (f"whole, of {log.key[0]}: make sure that it is the one you were "
            "given")


def checkpoint(text, log):
    size, root = read_note(text, log.key)
    if log.signed.setdefault(size, root) != root:
        raise Rejected(f"two roots are signed at size {size}: two histories")
    if log.root(size) != root:
        since = log.covered if log.covered < size else 0
        raise Rejected(f"positions {since + 1} to {size} are not as signed")
    log.covered = max(log.covered, size)
    return f"signed: none of the first {size} entries has changed since"


def inclusion(log, index, size, path):
    if index >= size or size > log.size:
        raise Rejected(f"no index {index} in {size} entries of {log.size}")
    if included_root(log.node(0, index), index, size, path) != log.root(size):
        raise Rejected(f"it does not fit position {index + 1} of {size}")
    return f"position {index + 1} is in the log of {size} entries, as printed"


def read_proof(text, *names):
    try:
        found = parse_json(text)
        path = [decode64(item, 32) for item in found["proof"]]
        if all(type(found[n]) is int and found[n] >= 0 for n in names):
            return found, path, *(found[name] for name in names)
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise Rejected("this is not a proof in JSON")


def proof(text, log):
    found, path, index, size = read_proof(text, "index", "size")
    if decode64(found.get("leaf"), 32) != log.node(0, index):
        raise Rejected(f"its leaf is not that of position {index + 1}")
    return inclusion(log, index, size, path)


def tlog_proof(text, log):
    """Lines, then a checkpoint; `extra` is signed by no one: not believed."""
    head, _, note = text.partition("\n\n")
    parts = re.fullmatch(r"c2sp\.org/tlog-proof@v1(?:\nextra (.*))?\nindex "
                         + NUMBER + r"((?:\n.+)*)", head)
    if not parts:
        raise Rejected("malformed proof: version, index, hashes")
    decode64(parts[1] or "")
    path = [decode64(line, 32) for line in parts[3].split("\n")[1:]]
    signed, size = checkpoint(note, log), read_note(note, log.key)[0]
    return f"{inclusion(log, int(parts[2]), size, path)}; {signed}"


def consistency(text, log):
    _, path, old, new = read_proof(text, "from", "to")
    roots = log.root(old), log.root(new)
    if old == 0 and path or old and (
            old > new or consistent_roots(old, new, path, roots[0]) != roots):
        raise Rejected(f"it does not lead from {old} entries to {new}")
    return f"the log of {new} entries begins with that of {old}"


# --- 5. A document: what it rests on, from its file alone --------------------
DOCUMENT = b"%PDF-", b"<!DOCTYPE html>", b'{"about":'    # how each begins
LARGEST = 1 << 26    # bytes of a file or of a proof: more than any needs


def part_of(raw):
    """The bytes of the proof in a document: of a PDF the file that is attached
    (its stream, mostly deflated), of a page the element `preuve`."""
    parts = [raw] if raw.startswith(DOCUMENT[2]) else []
    if raw.startswith(DOCUMENT[0]):
        for found in re.finditer(
                rb"/Type\s*/EmbeddedFile\b(.*?)\bstream\r?\n", raw, re.S):
            data = raw[found.end():]
            if b"/FlateDecode" in found[1]:
                data = zlib.decompressobj().decompress(data, LARGEST)
            else:
                data = data.partition(b"endstream")[0].rstrip()
            parts += [data] if data.startswith(DOCUMENT[2]) else []
    elif not parts:
        parts = [html.unescape(text.decode()).encode() for text in re.findall(
            rb'<pre\b[^>]*\bid="preuve"[^>]*>([^<]*)</pre>', raw)]
    if len(parts) != 1:
        raise Rejected(f"there are {len(parts)} proofs in it, not one")
    return parts[0]


def entry_of(shown, size, root):
    """The position of an entry that is in the log of this size and root."""
    position, index = shown["position"], shown["index"]
    if type(position) is not int or type(index) is not int or not (
            0 <= index == position - 1 < size):
        raise Rejected("an entry's position and index do not fit")
    if "entry" in shown:
        entry = shown["entry"].encode()
        if canonical(parse_json(entry.decode())) != entry:
            raise Rejected(f"position {position} is not in canonical form")
        leaf = sha256(b"\x00" + entry)
    else:    # of what names a person the hash alone
        leaf = decode64(shown["leaf"], 32)
    path = [decode64(item, 32) for item in shown["proof"]]
    if included_root(leaf, index, size, path) != root:
        raise Rejected(f"position {position} is not as in the log of {size}")
    return position


def document(raw, log):
    try:
        part = part_of(raw)
        proof = parse_json(part.decode())
        if json.dumps(proof, sort_keys=True,
                      separators=(",", ":")).encode() != part:
            raise Rejected("its proof is not in the form in which it is made")
        if proof["form"] != 1 or proof["note"] is None:
            raise Rejected("it bears no signed checkpoint: it proves nothing")
        trusted = log.key if log.key[0] else read_key(proof["key"])
        size, root = read_note(proof["note"], trusted)
        if (proof["origin"], proof["size"], proof["root"]) != (
                trusted[0], size, b64encode(root).decode()):
            raise Rejected("the state of the log in it is not the one signed")
        found = [entry_of(shown, size, root) for shown in proof["entries"]]
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError,
            zlib.error):
        raise Rejected("its proof is malformed") from None
    if found != sorted(set(found)):
        raise Rejected("an entry is shown twice, or out of order")
    if log.read_whole:
        checkpoint(proof["note"], log)
    digest = "sha256-" + b64encode(sha256(part)).decode()
    printed = re.findall(rb'\bid="empreinte"[^>]*>([^<]*)<', raw)
    if printed not in ([], [digest.encode()]):
        raise Rejected("the hash printed in it is not that of its proof")
    shown = (f"{len(found)} entries (positions "
             + ", ".join(map(str, found)) + ")") if found else "no entry"
    return "\n      ".join((
        f"{shown} proved to be in the log of {size}, signed by {trusted[0]}",
        "key: " + ("the one given" if log.key[0] else
                   "the document's own claim; compare it with the one "
                   f"published: {proof['key']}"),
        f"on paper: its QR code must read {trusted[0]}, {size}, "
        f"{proof['root']}, {digest}",
        "not proved: that what is recorded is true, that the page says the "
        "same, what was recorded later" + (
            ", its tables" if "tables" in proof else "")))


# --- 6. The command ---------------------------------------------------------
KINDS = [key, checkpoint, proof, tlog_proof, consistency, document]


def results(options, log):
    """The name of each check, whether it holds, and what is to be said."""
    if options["log"]:
        with open(options["log"], "rb") as stream:
            log.read(stream)
        for name, proves in CHECKS.items():
            yield name, name not in log.faults, log.faults.get(name, proves)
        log.read_whole = True
    for kind in KINDS:
        for path in options[kind.__name__]:
            with open(path, "rb") as file:
                raw = file.read(LARGEST)
            try:
                yield path, True, kind(
                    raw if kind is document else raw.decode(), log)
            except (Rejected, UnicodeDecodeError) as reason:
                yield path, False, reason


def sort_out(options, parser):
    """A document in the place of LOG; what is asked of a log without one."""
    if options["log"]:
        with open(options["log"], "rb") as file:
            if file.read(15).startswith(DOCUMENT):
                options["document"].insert(0, options["log"])
                options["log"] = None
    if options["log"] and not options["key"]:
        parser.error("a log is checked with --key KEY")
    if not options["log"] and (not options["document"] or any(
            options[kind.__name__] for kind in KINDS[1:-1])):
        parser.error("LOG is missing")


def main():
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("log", metavar="LOG", nargs="?")
    parser.add_argument("--key", nargs=1, default=[])
    for kind in KINDS[1:]:
        parser.add_argument("--" + kind.__name__.replace("_", "-"),
                            metavar="FILE", action="append", default=[])
    options, log, failed = vars(parser.parse_args()), Log(), 0
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sort_out(options, parser)
        for name, holds, words in results(options, log):
            print("OK   " if holds else "FAIL ", f"{name}: {words}.")
            failed += not holds
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    if log.behind:
        print(f"{len(log.behind)} entries were recorded with the clock behind "
              f"the line above, the first at position {log.behind[0]}.")
    if options["log"]:
        print(f"{log.size} entries, the first {log.covered} under a checkpoint"
              " given here. Root:", b64encode(log.root(log.size)).decode())
    print(f"Checks that do not hold: {failed}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
