# SPDX-License-Identifier: AGPL-3.0-or-later
from tools.tests.trees import TreeTest

import check_security


class CheckSecurity(TreeTest):
    def setUp(self):
        super().setUp()
        self.write("src/http/answer.cpp", "TEST(Answer, says_no)")
        self.rows = [f"| {number} | Câu | đạt | `src/http/answer.cpp:says_no` |" for number in check_security.expected()]

    def problems(self, rows=None, sums=None):
        rows = self.rows if rows is None else rows
        sums = sums or f"{len(rows)} yêu cầu: {len(rows)} đạt, 0 đạt một phần, 0 chưa, 0 không áp dụng."
        self.write("docs/security.md", "\n".join(["# Bảo mật", sums, *rows]) + "\n")
        return [line.split(": ", 1)[1] for line in check_security.problems(self.root)]

    def test_a_whole_table_is_fine(self):
        self.assertEqual(len(self.rows), 259)
        self.assertEqual(self.problems(), [])

    def test_what_is_named_must_be_there(self):
        self.rows[0] = self.rows[0].replace("says_no", "says_yes")
        self.rows[1] = self.rows[1].replace("answer.cpp", "question.cpp")
        self.rows[2] = self.rows[2].replace("`src/http/answer.cpp:says_no`", "`text/html` và `src/http`")
        self.assertEqual(self.problems(), ["src/http/answer.cpp has no says_yes", "there is no src/http/question.cpp"])

    def test_each_requirement_stands_there_once(self):
        found = self.problems([*self.rows[1:], self.rows[1], self.rows[1].replace("1.1.2", "1.3.1")])
        self.assertEqual(
            sorted(found),
            ["1.1.1 stands there 0 times", "1.1.2 stands there 2 times", "1.3.1 is no requirement of levels 1 and 2"],
        )

    def test_states_and_sums(self):
        self.rows[0] = self.rows[0].replace("| đạt |", "| chưa |")
        self.assertEqual(
            self.problems(sums="259 yêu cầu: 259 đạt, 0 đạt một phần, 0 chưa, 0 không áp dụng."),
            ["the sums should be 259 258 0 1 0"],
        )
        self.rows[0] = self.rows[0].replace("| chưa |", "| gần đạt |")
        self.assertEqual(self.problems()[0], "1.1.1 is “gần đạt”, none of the four states")

    def test_what_is_met_names_what_shows_it(self):
        self.rows[0] = self.rows[0].replace("`src/http/answer.cpp:says_no`", "chắc chắn")
        self.assertEqual(self.problems(), ["1.1.1 is met, but nothing shows it"])
