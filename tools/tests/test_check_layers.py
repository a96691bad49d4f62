# SPDX-License-Identifier: AGPL-3.0-or-later
from tools.tests.trees import TreeTest

import check_layers


class CheckLayers(TreeTest):
    def problems(self):
        self.write("src/LAYERS", "# order\nbase\nlaw: base  # only\nrules\nstore: base\n")
        src = str(self.root / "src")
        return [line.replace(src, "src") for line in check_layers.problems(self.root / "src")]

    def test_a_folder_may_include_itself_and_those_above(self):
        self.write("src/rules/a.cpp", '#include "rules/a.h"\n#include "law/b.h"\n#include <vector>\n')
        self.assertEqual(self.problems(), [])

    def test_a_later_folder_is_refused(self):
        self.write("src/law/a.h", '\n#include "rules/b.h"\n')
        self.assertEqual(self.problems(), ["src/law/a.h:2: law/ may not include rules/ (see src/LAYERS)"])

    def test_a_colon_narrows_what_is_above(self):
        self.write("src/store/a.cpp", '#  include "rules/b.h"\n#include "base/b.h"\n')
        self.assertEqual(self.problems(), ["src/store/a.cpp:1: store/ may not include rules/ (see src/LAYERS)"])

    def test_every_folder_has_a_line(self):
        self.write("src/extra/a.h", "")
        self.assertEqual(self.problems(), ["src/LAYERS:1: extra/ has no line"])

    def test_includes_are_written_from_src(self):
        self.write("src/law/a.cpp", '#include "a.h"\n')
        self.assertEqual(self.problems(), ['src/law/a.cpp:1: write the include from src/: "law/a.h"'])
