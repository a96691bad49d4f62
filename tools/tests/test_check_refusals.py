# SPDX-License-Identifier: AGPL-3.0-or-later
from tools.tests.trees import TreeTest

import check_refusals


class CheckRefusals(TreeTest):
    def problems(self, messages, source):
        self.write("src/base/messages.vi.txt", "# Chú thích\n" + messages)
        self.write("src/store/a.cpp", source)
        return list(check_refusals.problems(self.root))

    def test_each_place_of_a_code_is_seen(self):
        source = """
            return base::Refusal{"a.one", {}};
            base::Refusal refusal{"a.two"};
            return refuse("a.three");
            return refuse(field, text, "a.four", more);
            return not_read(type, "a.five");
            warnings.push_back({"a.six", {sheet}});
            notes.push_back(ImportNote{"a.seven", text});
        """
        names = ["one", "two", "three", "four", "five", "six", "seven"]
        found = self.problems("", source)
        self.assertEqual([line.split('"')[1] for line in found], [f"a.{name}" for name in names])
        self.assertTrue(found[0].startswith("src/store/a.cpp:2: "), found[0])
        self.assertEqual(self.problems("".join(f"a.{name} = Câu\n" for name in names), source), [])

    def test_an_unused_message_is_named(self):
        self.assertEqual(
            self.problems("a.one = Câu\n", "// a.one"),
            ['src/base/messages.vi.txt:2: no source refuses with "a.one"'],
        )

    def test_other_literals_and_tests_do_not_count(self):
        self.write("src/store/b_test.cpp", 'Refusal{"a.only_in_a_test", {}}')
        self.assertEqual(self.problems("", 'f("a.name"); g({"A name", {}}); refuse_key("id", {});'), [])
