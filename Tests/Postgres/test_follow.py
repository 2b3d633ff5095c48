"""`log --follow` of a ledger on a server, which wakes it.

Reads the program's path from $ACQUIS.
"""

import unittest

from shared import Shared, need_server  # Makes the next module known.
from following import Following

setUpModule = need_server


class OfAServer(Following, Shared):
    def setUp(self):
        super().setUp()
        self.done("init")


if __name__ == "__main__":
    unittest.main()
