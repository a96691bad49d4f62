# SPDX-License-Identifier: AGPL-3.0-or-later
import json
from unittest import mock

from tools.tests.trees import TreeTest

import count_tests as counter


def case(name, result="COMPLETED", failures=()):
    return {"name": name, "result": result, **({"failures": list(failures)} if failures else {})}


class CountTests(TreeTest):
    def count(self, ctest, reports):
        """`ctest`: {suite: (status, output)}; `reports`: {suite: cases of its GoogleTest report}."""
        body = "".join(
            f'<testcase name="{name}" status="{status}"><system-out>{output}</system-out></testcase>'
            for name, (status, output) in ctest.items()
        )
        self.write("reports/ctest-1.xml", f"<testsuite>{body}</testsuite>")
        for name, cases in reports.items():
            self.write(f"reports/{name}_test.json", json.dumps({"testsuites": [{"name": "S", "testsuite": cases}]}))
        self.write("CTestTestfile.cmake", "".join(f'add_test([=[{name}]=] "/x/{name}_test")\n' for name in ctest))
        with mock.patch("sys.stderr"):
            return counter.count(self.root)

    def test_cases_are_counted_inside_programs(self):
        reports = {"base": [case("a"), case("b"), case("c", "SKIPPED")], "law": [case("d"), case("e", failures=["no"])]}
        self.assertEqual(self.count({"base": ("run", ""), "law": ("fail", "")}, reports), (3, 1))

    def test_a_crash_is_a_failure(self):
        self.assertEqual(self.count({"base": ("fail", "Segmentation fault")}, {}), (0, 1))

    def test_a_crash_after_the_last_case_is_a_failure_too(self):
        self.assertEqual(self.count({"base": ("fail", "")}, {"base": [case("a")]}), (1, 1))

    def test_unittest_runs_count_what_they_ran(self):
        self.assertEqual(self.count({"tools": ("run", "Ran 12 tests in 1s\n\nOK")}, {}), (12, 0))
        self.assertEqual(self.count({"tools": ("fail", "Ran 12 tests in 1s\n\nFAILED (failures=2, errors=1)")}, {}), (9, 3))

    def test_another_program_counts_as_one(self):
        self.assertEqual(self.count({"fuzz": ("run", "Executed 40 inputs")}, {}), (1, 0))


class FindTests(TreeTest):
    def setUp(self):
        super().setUp()
        answer = 'echo "Dates."\n[ "$2" != "--gtest_filter=*a?b*" ] || echo "  a-b"\n'
        base = self.write("base_test", f"#!/bin/sh\n# gtest_list_tests\n{answer}")
        base.chmod(0o755)
        self.write("CTestTestfile.cmake", f'add_test([=[base]=] "{base}")\nadd_test([=[tools]=] "/usr/bin/python3" "-m")\n')
        self.write("tests/CTestTestfile.cmake", f'add_test([=[steps/base.x]=] "{self.root}/tests/steps_base")\n')

    def test_suites_are_found_by_name_before_they_are_built(self):
        self.assertEqual(counter.named(self.root, "Base"), (r"^(base|steps/base\.x)$", "base_test tests/steps_base"))
        self.assertEqual(counter.named(self.root, "tools"), ("^(tools)$", ""))
        self.assertEqual(counter.named(self.root, "law"), ("", ""))
        self.assertEqual(counter.named(self.root, "^(base|tools)$"), ("^(base|tools)$", "base_test"))
        self.assertEqual(counter.named(self.root, "(base"), ("", ""))

    def test_suites_are_found_by_their_cases(self):
        self.assertEqual(counter.holding(self.root, "a-b"), "^(base)$")
        self.assertEqual(counter.holding(self.root, "none"), "")
