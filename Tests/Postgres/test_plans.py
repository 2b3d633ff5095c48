"""How the server finds what it is asked for, by its own plans (`auto_explain`): by indexes, and no
row for nothing.

Reads the program's path from $ACQUIS.
"""

import json
import re
import unittest

from cluster import Failure
from faults import OwnServer
from shared import need_server, new_id
from trials import enrolment, withdrawal

setUpModule = need_server

# Lists have tables from 10,000 entries on.
CANDIDACIES = 10_000
PLAN = re.compile(r"duration: [0-9.]+ ms  plan:\n((?:\t.*\n)+)")


class Plans(OwnServer):
    def setUp(self):
        super().setUp()
        self.cluster.configure(
            session_preload_libraries="auto_explain", autovacuum="off", **{
                "auto_explain.log_min_duration": 0, "auto_explain.log_analyze": "on",
                "auto_explain.log_timing": "off", "auto_explain.log_format": "json"})
        try:
            self.cluster.restart()
        except Failure:
            print("\nNOT TESTED: plans, for want of the library auto_explain")
            raise unittest.SkipTest("no auto_explain") from None
        facts = [*map(enrolment, range(CANDIDACIES)), *map(withdrawal, range(3))]
        self.done("import", self.write(*({**fact, "id": new_id(self.dice)} for fact in facts)))

    def plans(self, *asked):
        """The plans of what a command asks, and the text of each."""
        before = self.cluster.log.stat().st_size
        told = self.done(*asked)
        logged = self.cluster.log.read_bytes()[before:].decode(errors="replace")
        plans = [json.loads(found) for found in PLAN.findall(logged)]
        self.assertTrue(plans, logged[:2_000])
        # What folds the whole log reads all of it.
        return told, [plan for plan in plans if not plan["Query Text"].startswith("COPY")]

    def nodes(self, plan):
        yield plan
        for part in plan.get("Plans", ()):
            yield from self.nodes(part)

    def scans(self, plans, table):
        """Each reading of a table, with the text of its statement."""
        return [(node, plan["Query Text"]) for plan in plans for node in self.nodes(plan["Plan"])
                if node.get("Relation Name") == table]

    def by_index(self, *asked):
        _, plans = self.plans(*asked)
        tags = self.scans(plans, "tag")
        self.assertTrue(tags)
        for node, text in tags:
            for column in ["subject", "position", *(["type"] if "typed" in text else [])]:
                self.assertIn(f"({column} ", node.get("Index Cond", "").replace('"', ""), text)
            self.assertEqual(node.get("Rows Removed by Filter", 0), 0, text)
        for table in ("event", "subject", "tag"):
            for node, text in self.scans(plans, table):
                self.assertNotEqual(node["Node Type"], "Seq Scan", text)

    def test_what_concerns_a_subject_is_found_by_it(self):
        """Whether the server knows its tables or not: they have grown since they were looked at."""
        for statement in ("SELECT", f'ANALYZE "{self.name}".event, "{self.name}".tag'):
            self.cluster.sql(statement)
            for asked in (("status", "D2000"), ("certification", "3474"), ("timeline", "D2"),
                          ("prior", "P7")):
                with self.subTest(asked=asked):
                    self.by_index(*asked)

    def test_a_list_reads_what_it_shows(self):
        self.done("candidates", "--limit", "1")
        self.cluster.sql("ANALYZE")
        told, plans = self.plans("candidates", "--status", "withdrawn", "--limit", "20", "--json")
        self.assertEqual(len(told.splitlines()), 3, told)
        scans = self.scans(plans, "list_standing")
        self.assertTrue(scans)
        for node, text in scans:
            self.assertLess(node.get("Rows Removed by Filter", 0), 100, text)


if __name__ == "__main__":
    unittest.main()
