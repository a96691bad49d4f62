# SPDX-License-Identifier: AGPL-3.0-or-later
import unittest

from tools.tests.trees import TreeTest

import check_glossary

GLOSSARY = """# Thuật ngữ

| Vietnamese | name in code | source / note | not |
|---|---|---|---|
| kết nạp → công nhận | `admit`, `recognise` | | accept, `sign_off` |
| chi bộ / chi uỷ | `cell` | a note, with a comma | branch (but: branch_prediction), “team” for both |
"""


class CheckGlossary(TreeTest):
    def problems(self):
        return list(check_glossary.problems(self.root))

    def test_says_that_the_glossary_is_missing(self):
        self.assertEqual(self.problems(), ["GLOSSARY.md:1: there is no glossary yet"])

    def test_a_label_needs_one_whole_term(self):
        self.write("GLOSSARY.md", GLOSSARY)
        self.write("src/records/a.cpp", '{.label = "Ngày kết nạp"},\n{.label = "Tên chi bộ", .x = 1},\n{.label = "Chi bộn"},\n')
        self.assertEqual(self.problems(), ['src/records/a.cpp:3: no term of the label "Chi bộn" is in GLOSSARY.md'])

    def test_labels_compare_in_one_normal_form(self):
        import unicodedata

        self.write("GLOSSARY.md", GLOSSARY)
        self.write("src/records/a.cpp", unicodedata.normalize("NFD", '{.label = "CHI BỘ"}'))
        self.assertEqual(self.problems(), [])

    def test_a_refused_word_is_found_in_any_kind_of_name(self):
        self.write("GLOSSARY.md", GLOSSARY)
        self.write("src/rules/a.h", "struct BranchOffice;\nint accept_member;\nbool may_sign_off();\nint acceptable;\n")
        self.assertEqual(
            [line.partition(": ")[0] for line in self.problems()],
            ["src/rules/a.h:1", "src/rules/a.h:2", "src/rules/a.h:3"],
        )

    def test_comments_strings_libraries_and_named_exceptions_are_let_through(self):
        self.write("GLOSSARY.md", GLOSSARY)
        self.write(
            "src/rules/a.cpp",
            '#include "base/branch.h"\n// a branch\nauto x = "branch"; /* accept\n */ boost::asio::accept(x);\n'
            "int branch_prediction;\n",
        )
        self.assertEqual(self.problems(), [])

    def test_only_src_is_read(self):
        self.write("GLOSSARY.md", GLOSSARY)
        self.write("tests/a.cpp", "int branch;\n")
        self.assertEqual(self.problems(), [])


if __name__ == "__main__":
    unittest.main()
