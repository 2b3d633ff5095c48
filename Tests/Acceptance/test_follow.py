"""`log --follow` of a ledger in a file.

Reads the program's path from $ACQUIS.
"""

import unittest

from following import Following
from trials import Trials


class OfAFile(Following, Trials):
    def setUp(self):
        super().setUp()
        self.done("init")

    def test_a_limit_or_an_end_does_not_go_with_it(self):
        for other in (("--limit", "3"), ("--to", "1"), ("--known", "1"), ("--csv",), ("--root",)):
            self.assertIn(other[0], self.stops(2, "log", "--follow", *other).stderr)


if __name__ == "__main__":
    unittest.main()
