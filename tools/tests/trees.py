# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small source trees for the tests of the checks."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

SPDX = "// SPDX-License-Identifier: AGPL-3.0-or-later\n"


class TreeTest(unittest.TestCase):
    """Each test fills an empty folder, which is removed afterwards."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, name, text, encoding="utf-8"):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path
