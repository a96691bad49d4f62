#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fails when the tree holds what our habits exclude: leftovers, files that nothing reads, knowledge in the wrong folder.

Each check is a generator of `path:line: message` lines; CHECKS lists them. Long files are only a warning.
"""
import re
import sys

from source_tree import project_files, report, root_from_arguments, string_literals, text_of, without_literals

PURE_FOLDERS = {"law", "records", "rules", "workflows", "figures", "checker"}
SQL_FOLDERS = ("src/store/", "tests/", "bench/")
CONSOLE_FOLDERS = ("src/cli/", "src/main.cpp", "tests/", "bench/")
GENERATED = ("tests/golden/", "migrations/", "web/src/generated/")
NOT_OURS = ("tests/fuzz/corpus/", "LICENSE", "package-lock.json")
SOURCE_SUFFIXES = {".h", ".cpp", ".py", ".sh", ".cmake", ".sql", ".ts", ".vue", ".css"}
SOURCE_NAMES = {"dev", ".ci/run"}
LINES_MAX = 500
BYTES_MAX = 1 << 20
LICENCE = "SPDX-License-Identifier: AGPL-3.0-or-later"

LEFTOVER = re.compile(r"\b(?:FIX" r"ME|TO" r"DO|X" r"XX)\b")
CLOCK = re.compile(r"\b(?:system_clock|steady_clock|gettimeofday|clock_gettime|localtime|std::time)\b")
CONSOLE = re.compile(r"\bstd::(?:cerr|cout|clog)\b")
SQL = re.compile(
    r"^\s*(?:select|insert\s+into|update\s+\w+\s+set|delete\s+from|create\s+(?:table|index|unique))\s", re.IGNORECASE
)
JSON_INCLUDE = re.compile(r'#\s*include\s+[<"][^>"]*json[^>"]*[>"]')
HOME_PATH = re.compile(r"(?<![\w.~}-])/(?:wo" r"rk|ho" r"me|ro" r"ot)(?=[/\s\"'`)]|$)")
INCLUDE = re.compile(r'#\s*include\s+"([^"]+)"')
SCENARIO_LIST = re.compile(r"SCENARIOS\s*\(([^;]*?)\)\s*;?\s*$", re.MULTILINE | re.DOTALL)


class File:
    """A file of the project with its name from the root; `text` is None for binary files."""

    def __init__(self, root, path):
        self.path, self.name = path, path.relative_to(root).as_posix()
        self.text = None if self.name.startswith(NOT_OURS) else text_of(path)
        self.lines = (self.text or "").splitlines()
        self.is_cpp = path.suffix in {".h", ".cpp"} and self.text is not None
        self.folder = self.name.split("/")[1] if self.name.startswith("src/") and self.name.count("/") > 1 else ""

    def where(self, pattern, lines=None):
        return (number for number, line in enumerate(self.lines if lines is None else lines, 1) if pattern.search(line))


def leftovers(files):
    for file in files:
        for line in file.where(LEFTOVER):
            yield f"{file.name}:{line}: a note to oneself was left behind"
        for line in file.where(HOME_PATH):
            yield f"{file.name}:{line}: names a folder of one machine"


def misplaced_code(files):
    for file in files:
        if not file.is_cpp:
            continue
        code = without_literals(file.text).splitlines()
        if not file.name.startswith(CONSOLE_FOLDERS):
            for line in file.where(CONSOLE, code):
                yield f"{file.name}:{line}: only cli/ speaks to the terminal"
        if file.folder in PURE_FOLDERS and not file.name.endswith("_test.cpp"):
            for line in file.where(CLOCK, code):
                yield f"{file.name}:{line}: {file.folder}/ knows no clock; the date is passed in"
            for line in file.where(JSON_INCLUDE):
                yield f"{file.name}:{line}: {file.folder}/ knows no JSON"
        if not file.name.startswith(SQL_FOLDERS):
            for line, text in string_literals(file.text):
                if SQL.match(text):
                    yield f"{file.name}:{line}: only store/ knows SQL"


def unread_headers(files):
    included = {name for file in files if file.is_cpp for name in INCLUDE.findall(file.text)}
    for file in files:
        if file.name.endswith(".h") and file.name.removeprefix("src/") not in included:
            yield f"{file.name}:1: no file includes this header"


def unread_scenarios(files):
    run = set()
    for file in files:
        if file.name.startswith("tests/steps/") and file.is_cpp:
            for call in SCENARIO_LIST.findall(file.text):
                run |= {name for _, name in string_literals(call)}
    present = {file.name.removeprefix("tests/scenarios/") for file in files if file.name.endswith(".feature")}
    for name in sorted(present - run):
        yield f"tests/scenarios/{name}:1: no SCENARIOS(…) of tests/steps/ runs this file"


def titles(files):
    for file in files:
        if not file.name.endswith(".md") or file.text is None:
            continue
        outside, lines = True, []
        for number, line in enumerate(file.lines, 1):
            outside ^= line.lstrip().startswith("```")
            if outside and line.startswith("# "):
                lines.append(number)
        if lines != [1]:
            yield f"{file.name}:{lines[-1] if lines else 1}: a document has one title, its first line"


def licences(files):
    for file in files:
        is_source = file.path.suffix in SOURCE_SUFFIXES or file.name in SOURCE_NAMES or file.path.name == "CMakeLists.txt"
        if is_source and file.text is not None and not any(LICENCE in line for line in file.lines[:3]):
            yield f"{file.name}:1: the first lines lack `{LICENCE}`"


def big_files(files):
    for file in files:
        if file.path.stat().st_size > BYTES_MAX:
            yield f"{file.name}:1: larger than 1 MiB"


CHECKS = [leftovers, misplaced_code, unread_headers, unread_scenarios, titles, licences, big_files]


def load(root):
    return [File(root, path) for path in project_files(root)]


def long_files(files):
    for file in files:
        written = file.path.suffix in SOURCE_SUFFIXES and not file.name.startswith(GENERATED)
        if written and len(file.lines) > LINES_MAX:
            yield f"{file.name}:{LINES_MAX}: warning: {len(file.lines)} lines; look for a second idea in it"


if __name__ == "__main__":
    tree = load(root_from_arguments())
    for warning in long_files(tree):
        print(warning, file=sys.stderr)
    report(line for check in CHECKS for line in check(tree))
