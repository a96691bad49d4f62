# SPDX-License-Identifier: AGPL-3.0-or-later
from tools.tests.trees import SPDX, TreeTest

import check_tree


class CheckTree(TreeTest):
    def found(self, check):
        return [line.partition(": ")[0] for line in check(check_tree.load(self.root))]

    def test_leftovers(self):
        self.write("src/a.cpp", SPDX + "int x;  // TO" + "DO later\n")
        self.write("docs/b.md", "# B\nmktemp " + 6 * "X" + "\n")
        self.write("tests/fuzz/corpus/csv/c", "X" + "XX\n")
        self.assertEqual(self.found(check_tree.leftovers), ["src/a.cpp:2"])

    def test_folders_of_one_machine(self):
        self.write("docs/a.md", "# A\nsee /wo" + "rk/x\nsee https://example.vn/ho" + "me/x\nand `/ro" + "ot`\n")
        self.assertEqual(self.found(check_tree.leftovers), ["docs/a.md:2", "docs/a.md:4"])

    def test_the_console_belongs_to_cli(self):
        self.write("src/store/a.cpp", '// std::cout\nauto s = "std::cout";\nstd::cerr << 1;\n')
        self.write("src/cli/a.cpp", "std::cout << 1;\n")
        self.write("tests/a.cpp", "std::cout << 1;\n")
        self.assertEqual(self.found(check_tree.misplaced_code), ["src/store/a.cpp:3"])

    def test_pure_folders_know_no_clock_and_no_json(self):
        self.write("src/rules/a.cpp", "#include <boost/json.hpp>\nstd::chrono::system_clock::now();\n")
        self.write("src/rules/a_test.cpp", "std::chrono::steady_clock::now();\n")
        self.write("src/store/a.cpp", "std::chrono::system_clock::now();\n")
        self.assertEqual(sorted(self.found(check_tree.misplaced_code)), ["src/rules/a.cpp:1", "src/rules/a.cpp:2"])

    def test_sql_belongs_to_store(self):
        lines = ['f("select id from x");', 'f("Insert  into x");', 'f("selected");', 'f(R"(\ndelete from x)");']
        self.write("src/actions/a.cpp", "\n".join(lines))
        self.write("src/store/a.cpp", 'f("select id from x");\n')
        self.assertEqual(self.found(check_tree.misplaced_code), [f"src/actions/a.cpp:{line}" for line in (1, 2, 4)])

    def test_headers_are_included(self):
        self.write("src/base/a.h", "")
        self.write("src/base/b.h", "")
        self.write("tests/support/c.h", "")
        self.write("src/base/a.cpp", '#include "base/a.h"\n')
        self.write("tests/c.cpp", '#include "tests/support/c.h"\n')
        self.assertEqual(self.found(check_tree.unread_headers), ["src/base/b.h:1"])

    def test_scenarios_are_run(self):
        self.write("tests/scenarios/rules/a.feature", "")
        self.write("tests/scenarios/rules/b.feature", "")
        self.write("tests/scenarios/c.feature", "")
        call = 'SCENARIOS(World, sentences, "rules/a.feature",\n          "c.feature")\n// "rules/b.feature"\n'
        self.write("tests/steps/a_steps.cpp", call)
        self.assertEqual(self.found(check_tree.unread_scenarios), ["tests/scenarios/rules/b.feature:1"])

    def test_one_title_per_document(self):
        self.write("good.md", "# Title\n```\n# not a title\n```\n## Part\n")
        self.write("none.md", "text\n")
        self.write("two.md", "# One\n# Two\n")
        self.assertEqual(self.found(check_tree.titles), ["none.md:1", "two.md:2"])

    def test_licence_line(self):
        self.write("src/a.h", SPDX)
        self.write("src/b.h", "#pragma once\n")
        self.write("tools/c.py", "#!/usr/bin/env python3\n# SPDX-License-Identifier: AGPL-3.0-or-later\n")
        self.write("dev", "#!/bin/bash\n")
        self.write("notes.txt", "")
        self.assertEqual(self.found(check_tree.licences), ["dev:1", "src/b.h:1"])

    def test_big_files(self):
        self.write("a.bin", b"\xff" * (1 << 20))
        self.write("b.bin", b"\xff" * ((1 << 20) + 1))
        self.assertEqual(self.found(check_tree.big_files), ["b.bin:1"])

    def test_long_files_are_only_a_warning(self):
        self.write("src/a.cpp", "\n" * 501)
        self.write("src/b.cpp", "\n" * 500)
        self.write("tests/golden/schema.sql", "\n" * 501)
        self.assertEqual(self.found(check_tree.long_files), ["src/a.cpp:500"])
        self.assertNotIn(check_tree.long_files, check_tree.CHECKS)

    def test_ignored_folders_are_not_read(self):
        self.write("build/a.h", "")
        self.write("node_modules/b.h", "")
        self.assertEqual([file.name for file in check_tree.load(self.root)], [])
