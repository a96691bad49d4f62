# SPDX-License-Identifier: AGPL-3.0-or-later
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def dev(*arguments):
    return subprocess.run([ROOT / "dev", *arguments], capture_output=True, text=True, cwd="/", stdin=subprocess.DEVNULL)


class Dev(unittest.TestCase):
    def test_help_names_every_command(self):
        script = (ROOT / "dev").read_text(encoding="utf-8")
        commands = re.findall(r"^cmd_(\w+)\(\)", script, re.MULTILINE)
        shown = dev()
        self.assertEqual(shown.returncode, 0)
        self.assertEqual(dev("help").stdout, shown.stdout)
        self.assertGreater(len(commands), 7)
        for command in commands:
            self.assertRegex(shown.stdout, rf"(?m)^  {command}\b")

    def test_an_unknown_command_is_refused(self):
        answer = dev("tests")
        self.assertEqual((answer.returncode, answer.stdout), (1, ""))
        self.assertIn("tests", answer.stderr)

    def test_every_group_of_packages_has_a_reason(self):
        script = (ROOT / "dev").read_text(encoding="utf-8")
        reasons, packages = (
            set(re.findall(r"\[(\w+)\]=", script.partition(f"declare -A {name}=(")[2].partition("\n)")[0]))
            for name in ("reason", "packages")
        )
        self.assertEqual(reasons, packages)
        needed = {group for line in re.findall(r"^\s*need ([a-z ]+)$", script, re.MULTILINE) for group in line.split()}
        self.assertLessEqual(needed, packages)
        self.assertIn("compile", needed)
