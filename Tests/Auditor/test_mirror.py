"""What mirror.py copies and what it refuses, from a small server made here.

The server cuts its tiles from a list of entries by the definitions of C2SP tlog-tiles and RFC 9162, not by the
mirror's own arithmetic. Run: python3 -m unittest test_mirror
"""
import gzip
import hashlib
import http.server
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from test_auditor import Signer, encode, node, root

MIRROR = pathlib.Path(__file__).resolve().parent / "mirror.py"
TOKEN = "secret-token.7_~+/=="
SECRET = b"Z\xc3\xa9phyrine"


def tiny(count, start=0, word=b"e"):
    return [word + b"%d" % number for number in range(start, start + count)]


class Log:
    """Entries, signed at a size, and the files that they are served as."""

    def __init__(self, signer, entries, size=None):
        self.signer, self.entries = signer, entries
        self.size = len(entries) if size is None else size
        self.leaves = [hashlib.sha256(b"\0" + entry).digest() for entry in entries]
        self.roots = {}

    def mth(self, start, end):
        """The root of D[start:end]; of the subtrees that tiles are made of, kept."""
        if (start, end) not in self.roots:
            width = end - start
            self.roots[start, end] = root(self.leaves[start:end]) if width <= 256 else node(
                *(self.mth(*half) for half in self.halves(start, end)))
        return self.roots[start, end]

    @staticmethod
    def halves(start, end):
        half = 1
        while 2 * half < end - start:
            half *= 2
        return (start, start + half), (start + half, end)

    def checkpoint(self, size=None, signer=None):
        size = self.size if size is None else size
        signer = signer or self.signer
        return signer.note(f"{signer.name}\n{size}\n{encode(self.mth(0, size))}\n").encode()

    def file(self, name):
        """The bytes at a path below the prefix; None where the log has none."""
        if name == "checkpoint":
            return self.checkpoint()
        found = re.fullmatch(r"tile/([0-6]|entries)/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?",
                             name)
        if not found:
            return None
        width = int(found[3] or 256)
        start = 256 * int(re.sub("[x/]", "", found[2]))
        unit = 1 if found[1] == "entries" else 256 ** int(found[1])
        if (start + width) * unit > self.size:
            return None
        if found[1] == "entries":
            return b"".join(len(entry).to_bytes(2, "big") + entry
                            for entry in self.entries[start:start + width])
        return b"".join(self.mth(n * unit, n * unit + unit) for n in range(start, start + width))

    def files(self):
        """All that a copy at this size consists of."""
        names = ["checkpoint"]
        for level in ("entries", 0, 1, 2, 3):
            count = self.size if level == "entries" else self.size // 256 ** level
            for index in range(0, count, 256):
                digits = str(index // 256)
                digits = digits.zfill(-(-len(digits) // 3) * 3)
                groups = re.findall("...", digits)
                part = "" if count - index >= 256 else f".p/{count - index}"
                names.append(f"tile/{level}/" + "/".join(
                    ["x" + group for group in groups[:-1]] + groups[-1:]) + part)
        return {name: self.file(name) for name in names}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True    # head and body are sent apart

    def do_GET(self):
        server = self.server
        server.asked.append(self.path)
        if self.headers.get("Authorization") != "Bearer " + TOKEN:
            return self.send_error(401)
        if not self.path.startswith(server.prefix):
            return self.send_error(404)
        name = self.path.removeprefix(server.prefix)
        changed = server.changes.get(name)
        if callable(changed):
            return changed(self)
        data = server.log.file(name) if changed is None else changed
        if data is None:
            return self.send_error(404)
        return self.answer(data)

    def answer(self, data, **headers):
        self.send_response(200)
        for key, value in {"Content_Length": len(data), **headers}.items():
            self.send_header(key.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    """The log at http://127.0.0.1; `changes` puts other bytes, or an answer, at a path."""
    daemon_threads = True

    def __init__(self, log, prefix="/log/"):
        super().__init__(("127.0.0.1", 0), Handler)
        self.log, self.changes, self.asked, self.prefix = log, {}, [], prefix
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, *_):
        pass    # the other side hung up


class MirrorTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.keys = pathlib.Path(folder.name)
        cls.signer = Signer(cls.keys, "ledger.example/log")
        cls.other = Signer(cls.keys, "other.example/log")
        cls.vkey, cls.other_vkey = cls.keys / "vkey", cls.keys / "other.vkey"
        cls.vkey.write_text(cls.signer.vkey + "\n")
        cls.other_vkey.write_text(cls.other.vkey + "\n")
        cls.token = cls.keys / "token"
        cls.token.write_text(TOKEN + "\n")

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.copy = pathlib.Path(folder.name) / "copy"

    def serve(self, log):
        server = Server(log)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return server

    def log(self, size, entries=None):
        return Log(self.signer, entries or tiny(size), size)

    def words(self, server, *options, vkey=None):
        return [sys.executable, str(MIRROR), "--url", server.url, "--token-file", str(self.token),
                "--vkey", str(vkey or self.vkey), *options, str(self.copy)]

    def run_words(self, words, **environment):
        done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=120, check=False,
                              env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment})
        said = done.stdout + done.stderr
        self.assertNotIn("Traceback", said)
        self.assertNotIn("phyrine", said)
        self.assertNotIn(TOKEN[:12], said)
        return done

    def held(self):
        """Every file of the copy."""
        return {str(path.relative_to(self.copy)): path.read_bytes()
                for path in self.copy.rglob("*") if path.is_file()}

    def follows(self, server, *options, **given):
        """The copy is that of the log, to the byte and the file."""
        done = self.run_words(self.words(server, *options, **given))
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)
        held, files = self.held(), server.log.files()
        self.assertEqual(sorted(held), sorted(files))
        self.assertEqual({name for name in files if files[name] != held[name]}, set())
        return done.stdout

    def fails(self, status, reason, server, *options, changed=False, **given):
        """The run ends so and leaves the copy as it was."""
        before = self.held()
        done = self.run_words(self.words(server, *options, **given))
        self.assertEqual((done.returncode, done.stdout), (status, ""), done.stderr)
        self.assertIn(reason, done.stderr)
        if not changed:
            self.assertEqual(self.held(), before)
        return done.stderr

    # Following

    def test_a_log_is_copied_from_nothing(self):
        for size in (1, 255, 256, 257, 700):
            with self.subTest(size=size):
                self.copy = self.copy.with_name(f"copy-{size}")
                server = self.serve(self.log(size))
                said = self.follows(server)
                self.assertIn(f"{size} entries in {self.copy}, {size} of them fetched now", said)
                self.assertIn(encode(server.log.mth(0, size)), said)
                self.assertEqual(len(server.asked), len(set(server.asked)))

    def test_an_empty_log_is_copied_and_followed(self):
        server = self.serve(self.log(0, tiny(3)))
        self.follows(server)
        server.log.size = 3
        self.follows(server)

    def test_growth_is_followed_from_partial_to_full_tiles(self):
        server = self.serve(self.log(1, tiny(1300)))
        size = 0
        for grown in (1, 2, 255, 256, 257, 511, 512, 700, 1300):
            server.log.size = grown
            self.assertIn(f"{grown - size // 256 * 256} of them fetched", self.follows(server))
            size = grown

    def test_growth_is_followed_across_two_levels_and_only_what_is_new_is_fetched(self):
        server = self.serve(self.log(65_500, tiny(70_000)))
        self.follows(server)
        server.asked.clear()
        server.log.size = 70_000
        self.assertIn("70000 entries in", self.follows(server))
        self.assertIn("tile/2/000.p/1", self.held())
        self.assertLess(len(server.asked), 2 * (274 - 255) + 5)
        server.asked.clear()
        self.assertIn("0 of them fetched", self.follows(server))
        self.assertEqual(sorted(server.asked), [
            "/log/checkpoint", "/log/tile/0/273.p/112", "/log/tile/1/001.p/17", "/log/tile/2/000.p/1"])

    def test_entries_of_every_length_are_copied(self):
        server = self.serve(self.log(4, [b"", b"x", SECRET, b"y" * 65535]))
        self.follows(server)

    def test_other_signatures_on_the_checkpoint_and_compressed_answers_are_taken(self):
        log = self.log(300)
        server = self.serve(log)
        note = log.checkpoint() + self.other.line(log.checkpoint().decode().partition("\n\n")[0] + "\n").encode()
        server.changes["checkpoint"] = note
        for name, data in log.files().items():
            if name != "checkpoint":
                server.changes[name] = lambda handler, data=data: handler.answer(
                    gzip.compress(data), Content_Encoding="gzip",
                    Content_Length=len(gzip.compress(data)))
        done = self.run_words(self.words(server))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.held(), {**log.files(), "checkpoint": note})

    def test_the_token_comes_from_the_environment_too(self):
        server = self.serve(self.log(3))
        words = self.words(server)
        at = words.index("--token-file")
        del words[at:at + 2]
        self.assertEqual(self.run_words(words, ACQUIS_TOKEN=TOKEN).returncode, 0)
        self.assertEqual(self.run_words(words, ACQUIS_TOKEN="").returncode, 2)

    def test_a_log_below_a_path_is_copied(self):
        server = Server(self.log(3), "/certifier/log/")
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        words = self.words(server)
        words[words.index(server.url)] += "/certifier/"
        self.assertEqual(self.run_words(words).returncode, 0)

    def test_another_key_follows_a_former_one_where_both_are_given(self):
        server = self.serve(self.log(300, tiny(400)))
        self.follows(server)
        server.log = Log(self.other, tiny(400))
        self.fails(1, "not a checkpoint signed by a key given", server, vkey=self.other_vkey)
        both = self.keys / "both.vkey"
        both.write_text(f"{self.other.vkey}\n{self.signer.vkey}\n")
        self.follows(server, vkey=both)

    # What a log may not do

    def test_a_fork_is_refused(self):
        server = self.serve(self.log(700))
        self.follows(server)
        for size in (700, 701, 767, 768, 769, 1024, 1300):
            for place in (0, 511, 512, 699):
                with self.subTest(size=size, place=place):
                    entries = tiny(size)
                    entries[place] = b"other"
                    server.log = self.log(size, entries)
                    said = self.fails(1, "REFUSED: the log forked: it signed 700 entries", server)
                    self.assertIn(server.log.checkpoint().decode(), said)
        server.log = self.log(1300)
        self.follows(server)

    def test_a_fork_above_the_first_level_of_tiles_is_refused(self):
        entries = tiny(66_000)
        server = self.serve(self.log(65_600, entries))
        self.follows(server)
        server.log = self.log(66_000, entries[:3] + [b"other"] + entries[4:])
        self.fails(1, "the log forked: it signed 65600 entries", server)

    def test_two_roots_at_one_size_are_a_fork_whatever_else_is_served(self):
        server = self.serve(self.log(700))
        self.follows(server)
        server.log = self.log(700, [b"other"] + tiny(699, 1))
        server.changes["tile/0/002.p/188"] = lambda handler: handler.send_error(500)
        self.fails(1, "the log forked: it signed 700 entries", server)

    def test_a_fork_is_not_hidden_by_tiles_of_the_history_before_it(self):
        old = self.log(700)
        server = self.serve(old)
        self.follows(server)
        server.log = self.log(1300, tiny(600) + [b"other"] + tiny(699, 601))
        name = "tile/0/002"
        server.changes = {name: old.file(name + ".p/188") + server.log.file(name)[32 * 188:]}
        self.fails(1, f"{name}, as served, does not hash to its node", server)

    def test_a_log_that_shrank_is_refused(self):
        server = self.serve(self.log(700))
        self.follows(server)
        for size in (699, 512, 1, 0):
            server.log.size = size
            said = self.fails(1, "the log shrank, or this is an older checkpoint: 700 entries", server)
            self.assertIn(f"now it signs {size} entries", said)

    def test_a_fork_from_a_run_that_was_interrupted_is_refused(self):
        server = self.serve(self.log(700))
        server.changes["tile/entries/001"] = lambda handler: handler.send_error(500)
        self.fails(3, "tile/entries/001: the server answers 500", server, changed=True)
        self.assertIn("tile/entries/000", self.held())
        self.assertNotIn("checkpoint", self.held())
        server.changes.clear()
        for entries in (tiny(699) + [b"other"], [b"other"] + tiny(800, 1)):
            server.log = self.log(len(entries), entries)
            self.fails(1, "the log forked: it signed 700 entries", server)
        server.log = self.log(699)
        self.fails(1, "the log shrank", server)
        server.log = self.log(800)
        self.follows(server)

    # What a server may not serve

    def test_a_checkpoint_that_the_key_did_not_sign_is_refused(self):
        log = self.log(300)
        server = self.serve(log)
        for at_first in (True, False):
            for reason, note in (
                    ("no signature by this key", log.checkpoint(signer=self.other)),
                    ("signature by this key is bad", log.checkpoint().replace(b"\n300\n", b"\n299\n")),
                    ("malformed note", b""), ("malformed note", b"ledger.example/log\n300\n"),
                    ("the checkpoint served is not text", b"\xff" + log.checkpoint()),
                    ("the key's name", self.signer.note(
                        f"{self.other.name}\n300\n{encode(log.mth(0, 300))}\n").encode())):
                with self.subTest(reason=reason, at_first=at_first):
                    server.changes["checkpoint"] = note
                    self.fails(1, reason, server)
            server.changes.clear()
            self.fails(1, "no signature by this key", server, vkey=self.other_vkey) if at_first else None
            self.follows(server)

    def test_a_changed_tile_is_refused(self):
        log = self.log(66_000)
        server = self.serve(log)
        names = ["tile/2/000.p/1", "tile/1/001.p/1", "tile/0/257.p/208", "tile/1/000", "tile/0/003"]
        for name in names:
            for at in (0, -1):
                with self.subTest(name=name, at=at):
                    data = bytearray(log.file(name))
                    data[at] ^= 1
                    server.changes = {name: bytes(data)}
                    reason = ("come to the root signed at 66000" if ".p/" in name else
                              f"{name}, as served, does not hash to its node")
                    self.fails(1, reason, server, changed=True)
                    self.assertNotIn(name, self.held())
                    self.assertNotIn("checkpoint", self.held())
        for number, name in enumerate(names):
            self.copy = self.copy.with_name(f"copy-{number}")
            server.changes = {name: log.file(name)[:-1]}
            self.fails(1, f"{name}, as served, has", server, changed=True)
            server.changes = {name: log.file(name) + b"x"}
            self.fails(3, f"{name}: the answer is longer than it can be", server, changed=True)
        server.changes = {}
        self.follows(server)

    def test_a_changed_entry_is_refused(self):
        server = self.serve(self.log(700, [SECRET + b"%d" % number for number in range(700)]))
        for name, position in (("tile/entries/000", 1), ("tile/entries/000", 256),
                               ("tile/entries/001", 300), ("tile/entries/002.p/188", 700)):
            with self.subTest(name=name, position=position):
                old = SECRET + b"%d" % (position - 1)
                data = server.log.file(name)
                self.assertEqual(data.count(old), 1)
                server.changes = {name: data.replace(old, old[:-1] + b"x")}
                self.fails(1, f"{name}, as served, has another entry of position {position} than",
                           server, changed=True)
                self.assertNotIn(name, self.held())
                self.assertNotIn("checkpoint", self.held())
        server.changes = {}
        self.follows(server)

    def test_a_bundle_whose_lengths_are_wrong_is_refused(self):
        log = self.log(300)
        server = self.serve(log)
        for name, width in (("tile/entries/000", 256), ("tile/entries/001.p/44", 44)):
            good = log.file(name)
            for reason, data in (
                    ("lengths are wrong", good[:-1]), ("lengths are wrong", good[:3]),
                    ("lengths are wrong", good[:1]), ("lengths are wrong", b""),
                    ("lengths are wrong", good + b"\0\0"), ("lengths are wrong", good + b"x"),
                    ("lengths are wrong", b"\xff\xff" + good[2:]),
                    (f"{width} entries: its lengths are wrong", good + b"\0\1x"),
                    ("has another entry", b"\0\1" + good[2:]),
                    ("has another entry", good[2 + good[1]:])):
                with self.subTest(name=name, data=data[:9]):
                    server.changes = {name: data}
                    self.fails(1, reason, server, changed=True)
                    self.assertNotIn(name, self.held())
                    self.assertNotIn("checkpoint", self.held())

    def test_a_copy_that_was_changed_here_is_said_and_not_written_over(self):
        server = self.serve(self.log(700))
        self.follows(server)
        for name in ("tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2", "tile/entries/001",
                     "tile/entries/002.p/188"):
            with self.subTest(name=name):
                path = self.copy / name
                good = path.read_bytes()
                path.write_bytes(good[:-1] + b"\0")
                self.fails(1, f"{name} was changed here since it was copied", server)
                path.write_bytes(good)
                path.unlink()
                self.follows(server)

    # A server that gives no answer

    def test_a_redirect_is_refused_and_the_token_goes_nowhere_else(self):
        server, elsewhere = self.serve(self.log(3)), self.serve(self.log(3))
        for status in (301, 302, 303, 307, 308):
            for name in ("checkpoint", "tile/0/000.p/3"):
                def redirect(handler, status=status, name=name):
                    handler.send_response(status)
                    handler.send_header("Location", f"{elsewhere.url}/log/{name}")
                    handler.send_header("Content-Length", "0")
                    handler.end_headers()
                server.changes = {name: redirect}
                self.fails(3, f"{name}: the server sends elsewhere ({status})", server, changed=True)
        self.assertEqual(elsewhere.asked, [])

    def test_a_server_that_refuses_or_is_not_there(self):
        server = self.serve(self.log(3))
        self.token.write_text("wrong")
        self.addCleanup(self.token.write_text, TOKEN + "\n")
        self.fails(3, "checkpoint: the server does not accept the token (401)", server, changed=True)
        self.token.write_text(TOKEN)
        server.changes["tile/entries/000.p/3"] = lambda handler: handler.send_error(404)
        self.fails(3, "tile/entries/000.p/3: the server answers 404", server, changed=True)
        server.shutdown()
        server.server_close()
        self.fails(3, "checkpoint: ", server)

    def test_a_slow_or_endless_answer_ends_in_time(self):
        def drip(handler):
            handler.send_response(200)
            handler.send_header("Content-Length", "80")
            handler.end_headers()
            while True:
                handler.wfile.write(b"x")
                time.sleep(0.2)

        def drip_headers(handler):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while True:
                handler.wfile.write(b"X")
                time.sleep(0.2)

        def silent(_):
            time.sleep(20)

        def endless(handler):
            handler.send_response(200)
            handler.end_headers()
            while True:
                handler.wfile.write(bytes(1 << 16))

        def endless_chunks(handler):
            handler.send_response(200)
            handler.send_header("Transfer-Encoding", "chunked")
            handler.end_headers()
            while True:
                handler.wfile.write(b"10000\r\n" + bytes(1 << 16) + b"\r\n")

        def announced(handler):
            handler.send_response(200)
            handler.send_header("Content-Length", str(1 << 40))
            handler.end_headers()
            while True:
                handler.wfile.write(bytes(1 << 16))

        def bomb(handler):
            handler.answer(gzip.compress(bytes(1 << 22)), Content_Encoding="gzip",
                           Content_Length=len(gzip.compress(bytes(1 << 22))))

        server = self.serve(self.log(3))
        for name in ("checkpoint", "tile/0/000.p/3", "tile/entries/000.p/3"):
            for reason, answer in (
                    ("no whole answer within 2 s", drip), ("no whole answer within 2 s", drip_headers),
                    ("no whole answer within 2 s", silent), ("longer than it can be", endless),
                    ("longer than it can be", endless_chunks), ("longer than it can be", announced),
                    ("longer than it can be", bomb)):
                with self.subTest(name=name, answer=answer.__name__):
                    server.changes = {name: answer}
                    seconds = "2" if "2 s" in reason else "60"
                    began = time.monotonic()
                    said = self.fails(3, f"{name}: ", server, "--timeout", seconds, changed=True)
                    self.assertIn(reason, said)
                    self.assertLess(time.monotonic() - began, 50)

    def test_an_answer_that_is_cut_or_is_none(self):
        def cut(handler):
            handler.answer(b"x" * 40, Content_Length=90)
            handler.close_connection = True

        def noise(handler):
            handler.wfile.write(b"\x16\x03noise\r\n\r\n")
            handler.close_connection = True

        def hang_up(handler):
            handler.close_connection = True

        def false_gzip(handler):
            handler.answer(b"x" * 40, Content_Encoding="gzip")

        def cut_gzip(handler):
            handler.answer(gzip.compress(bytes(range(96)))[:-9], Content_Encoding="gzip")

        server = self.serve(self.log(3))
        for name in ("checkpoint", "tile/0/000.p/3", "tile/entries/000.p/3"):
            for answer in (cut, noise, hang_up, false_gzip, cut_gzip):
                with self.subTest(name=name, answer=answer.__name__):
                    server.changes = {name: answer}
                    self.fails(3, f"{name}: ", server, changed=True)
                    self.assertNotIn(name, self.held())

    def test_a_connection_that_the_server_closed_meanwhile_is_opened_again(self):
        server = self.serve(self.log(300))

        def then_close(handler):
            handler.answer(server.log.file(handler.path.removeprefix("/log/")))
            handler.close_connection = True    # without having said so
        server.changes = {name: then_close for name in server.log.files() if name != "checkpoint"}
        self.follows(server)

    # Interruption

    def test_a_run_that_was_interrupted_goes_on_where_it_was(self):
        server = self.serve(self.log(2000, tiny(2500)))
        for stop in ("tile/0/002", "tile/entries/000", "tile/entries/005"):
            server.changes = {stop: lambda handler: handler.send_error(503)}
            self.fails(3, f"{stop}: the server answers 503", server, changed=True)
            self.assertIn("checkpoint.next", self.held())
            self.assertNotIn("checkpoint", self.held())
        server.changes, held = {}, set(self.held())
        self.assertGreater(len(held), 12)
        server.asked.clear()
        self.follows(server)
        again = {name.removeprefix("/log/") for name in server.asked} & held
        self.assertEqual({name for name in again if ".p/" not in name}, set())
        # And from a later size.
        server.log.size = 2300
        server.changes = {"tile/entries/007": lambda handler: handler.send_error(503)}
        kept = (self.copy / "checkpoint").read_bytes()
        self.fails(3, "tile/entries/007", server, changed=True)
        self.assertEqual((self.copy / "checkpoint").read_bytes(), kept)
        server.log.size, server.changes = 2500, {}
        self.follows(server)

    def test_a_run_that_is_killed_leaves_whole_files_only(self):
        server = self.serve(self.log(5000))
        files = server.log.files()

        def slow(handler):
            time.sleep(0.02)
            handler.answer(files[handler.path.removeprefix("/log/")])
        server.changes = {name: slow for name in files}
        for asked in (4, 11, 30):
            server.asked.clear()
            running = subprocess.Popen(self.words(server), stdout=subprocess.DEVNULL)
            while len(server.asked) < asked and running.poll() is None:
                time.sleep(0.005)
            running.kill()
            running.wait()
            for name, data in self.held().items():
                if name not in (".draft", "checkpoint.next"):
                    self.assertEqual(data, files[name], name)
            self.assertNotIn("checkpoint", self.held())
        self.assertGreater(len(self.held()), 20)
        server.changes = {}
        self.follows(server)

    def test_two_runs_at_once_are_refused(self):
        server = self.serve(self.log(3))
        entered, leave = threading.Event(), threading.Event()

        def wait(handler):
            entered.set()
            leave.wait(20)
            handler.answer(server.log.checkpoint())
        server.changes = {"checkpoint": wait}
        running = subprocess.Popen(self.words(server), stdout=subprocess.DEVNULL)
        self.assertTrue(entered.wait(20))
        self.fails(2, "another run is at work there", server)
        leave.set()
        self.assertEqual(running.wait(20), 0)

    # Usage

    def test_wrong_usage_ends_with_2(self):
        server = self.serve(self.log(3))
        good = self.words(server)

        def with_option(name, value):
            words = list(good)
            words[words.index(name) + 1] = value
            return words
        no_key, no_token = self.keys / "no.vkey", self.keys / "no.token"
        no_key.write_text("not a key\n")
        no_token.write_text("two words\nand lines\n")
        for words in (
                good[:2], good[:-1], good + ["more"], good + ["--token", str(self.token)],
                good + ["--timeout", "0"], good + ["--timeout", "x"], good + ["--timeout", "nan"],
                with_option("--url", "ftp://127.0.0.1"), with_option("--url", "127.0.0.1"),
                with_option("--url", "http://example.org"), with_option("--url", "http://"),
                with_option("--url", server.url + "?x"), with_option("--url", server.url + "#x"),
                with_option("--url", "http://user:word@127.0.0.1"),
                with_option("--url", "http://127.0.0.1:99999"), with_option("--url", server.url + "/a b"),
                with_option("--vkey", "/nowhere"), with_option("--vkey", str(no_key)),
                with_option("--vkey", os.devnull), with_option("--token-file", "/nowhere"),
                with_option("--token-file", str(no_token)), with_option("--token-file", os.devnull),
                good[:-1] + [str(self.token)]):
            with self.subTest(words=words[2:]):
                done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
                self.assertEqual((done.returncode, done.stdout), (2, ""), done.stderr)
                self.assertNotIn("Traceback", done.stderr)
        self.assertEqual(server.asked, [])


if __name__ == "__main__":
    unittest.main()
