"""The tests of `log --follow`, of a ledger of any kind: what is there, then each entry as another process
records it.
"""

import queue
import signal
import subprocess
import threading

from trials import enrolment, person, registration, words


class Follower:
    """For a test with a `ledger`: follows it, and ends that with the test."""

    def follow(self, *asked):
        """The process, and a queue of the lines that it prints; the last of all is empty."""
        process = subprocess.Popen(
            words(self.ledger, "log", "--follow", *asked), stdout=subprocess.PIPE,
            stderr=subprocess.PIPE)
        lines = queue.Queue()

        def read():
            for line in process.stdout:
                lines.put(line.decode())
            lines.put("")

        reader = threading.Thread(target=read)

        def end():
            process.kill()
            reader.join()
            process.wait()
            process.stdout.close()
            process.stderr.close()

        reader.start()
        self.addCleanup(end)
        return process, lines

    def told(self, lines, count):
        return "".join(lines.get(timeout=60) for _ in range(count))


class Following(Follower):
    """For a test of a ledger of any kind, with `ledger`, `done` and `imported`."""

    def test_what_is_there_is_told_and_then_what_comes(self):
        self.imported(*person(1))
        before = self.done("log")
        _, lines = self.follow()
        self.assertEqual(self.told(lines, before.count("\n")), before)
        self.imported(*person(2))
        self.imported(*person(3))
        after = self.done("log").removeprefix(before)
        self.assertEqual(after.count("\n"), 4)
        self.assertEqual(self.told(lines, 4), after)
        self.assertTrue(lines.empty())

    def test_a_filter_holds_for_what_comes(self):
        self.imported(*person(1))
        _, lines = self.follow("--type", "CandidateEnrolled")
        self.assertIn('"D1"', self.told(lines, 1))
        self.imported(registration(2), registration(3))
        self.imported(enrolment(2))
        self.assertIn('"D2"', self.told(lines, 1))
        self.assertTrue(lines.empty())

    def test_it_begins_where_it_is_told(self):
        self.imported(*person(1))
        size = self.answer("log", "--root")["size"]
        _, lines = self.follow("--after", str(size))
        self.imported(registration(2))
        self.assertIn('"P2"', self.told(lines, 1))

    def test_a_signal_ends_it(self):
        self.imported(*person(1))
        process, lines = self.follow()
        self.told(lines, self.done("log").count("\n"))
        process.send_signal(signal.SIGTERM)
        self.assertEqual(self.told(lines, 1), "")
        self.assertEqual(process.wait(60), -signal.SIGTERM)
