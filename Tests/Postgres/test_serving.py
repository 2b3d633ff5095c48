"""`acquis serve` of a ledger on a server: with others at the same ledger, and when the server goes.

Reads the program's path from $ACQUIS.
"""

import unittest

from cluster import until
from faults import OwnServer, recording
from served import Served, granted, posted
from shared import need_server, new_id
from trials import enrolment, registration

setUpModule = need_server


class Serving(OwnServer):
    def setUp(self):
        super().setUp()
        self.token = granted(self.ledger, "clerk:9", "administrator")
        self.servers = [self.serve(), self.serve()]

    def serve(self):
        server = Served(self.ledger)
        self.addCleanup(server.end)
        return server

    def status(self, server, candidacy):
        return server.get(f"/api/v1/candidacies/{candidacy}", self.token).status

    def test_what_another_process_recorded_is_there_for_the_next_question(self):
        one, other = self.servers
        for number in range(10):
            self.assertEqual(self.status(one, f"D{number}"), 404)
            self.done(*recording(number, new_id(self.dice)))
            for server in self.servers:
                self.assertEqual(self.status(server, f"D{number}"), 200)
        for number in range(10, 20):
            facts = [{**posted(fact), "id": new_id(self.dice)}
                     for fact in (registration(number), enrolment(number))]
            answers = [server.ask("POST", "/api/v1/record", self.token, facts)
                       for server in (one, other, one)]
            self.assertEqual({answer.status for answer in answers}, {200}, answers[0].text)
            self.assertEqual(len({answer.json["first"] for answer in answers}), 1)
            self.assertEqual(self.status(other, f"D{number}"), 200)
        self.assertEqual(len(self.log()), 2 + 10 + 20)
        self.done("audit", "verify")

    def test_it_outlives_the_server(self):
        fact = {**posted(enrolment(1)), "id": new_id(self.dice)}
        server = self.servers[0]
        self.cluster.kill()
        for _ in range(3):
            for answer in (
                    server.get("/api/v1/candidacies/D1", self.token),
                    server.get("/log/tile/0/000.p/1", self.token),
                    server.ask("POST", "/api/v1/record", self.token, [fact])):
                self.assertEqual(answer.status, 503, answer.text)
                # Where it is and who asks it there is the operator's to know.
                for word in (self.cluster.secrets["owner"], "owner", "127.0.0.1",
                             str(self.cluster.port), "psql", "libpq"):
                    self.assertNotIn(word, answer.text)
        self.assertIn(str(self.cluster.port), server.requests()[-1]["reason"])
        self.cluster.start()
        until(lambda: self.status(server, "D1") == 404, "it answers again", 20)
        answers = [server.ask("POST", "/api/v1/record", self.token, [fact]) for _ in range(2)]
        self.assertEqual([answer.status for answer in answers], [200, 200], answers[0].text)
        self.assertEqual(answers[0].json["first"], answers[1].json["first"])
        self.once({"D1": fact["id"]})

    def test_connections_that_are_cut_are_made_again(self):
        server = self.servers[0]
        for number in range(8):
            self.cluster.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                             " WHERE usename = 'owner'")
            fact = {**posted(enrolment(number)), "id": new_id(self.dice)}
            until(lambda: server.ask("POST", "/api/v1/record", self.token, [fact]).status == 200,
                  "it records again", 20)
            self.assertEqual(self.status(server, f"D{number}"), 200)
        self.assertEqual(len(self.log()), 10)


if __name__ == "__main__":
    unittest.main()
