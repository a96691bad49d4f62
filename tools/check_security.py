#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fails when docs/security.md promises what the tree does not hold.

- The table of ASVS 4.0.3 has one line for each requirement of levels 1 and 2, in order, with one of four states; what is
  met, wholly or in part, names the files that show it.
- Each file named in backticks is there, and each test named as `file:test` is in that file.
- The sums at its head are those of the table.
"""
import re

from source_tree import project_files, report, root_from_arguments

DOCUMENT = "docs/security.md"
# Section: numbers of its requirements of levels 1 and 2, those that the standard deleted left out.
REQUIREMENTS = {
    "1.1": "1-7", "1.2": "1-4", "1.4": "1 4 5", "1.5": "1-4", "1.6": "1-4", "1.7": "1-2", "1.8": "1-2", "1.9": "1-2",
    "1.10": "1", "1.11": "1-2", "1.12": "2", "1.14": "1-6",
    "2.1": "1-12", "2.2": "1-3", "2.3": "1-3", "2.4": "1-5", "2.5": "1-7", "2.6": "1-3", "2.7": "1-6", "2.8": "1-7",
    "2.9": "1-3", "2.10": "1-4",
    "3.1": "1", "3.2": "1-4", "3.3": "1-4", "3.4": "1-5", "3.5": "1-3", "3.7": "1",
    "4.1": "1 2 3 5", "4.2": "1-2", "4.3": "1-3",
    "5.1": "1-5", "5.2": "1-8", "5.3": "1-10", "5.4": "1-3", "5.5": "1-4",
    "6.1": "1-3", "6.2": "1-6", "6.3": "1-2", "6.4": "1-2",
    "7.1": "1-4", "7.2": "1-2", "7.3": "1 3 4", "7.4": "1-3",
    "8.1": "1-4", "8.2": "1-3", "8.3": "1-8",
    "9.1": "1-3", "9.2": "1-4",
    "10.2": "1-2", "10.3": "1-3",
    "11.1": "1-8",
    "12.1": "1-3", "12.2": "1", "12.3": "1-6", "12.4": "1-2", "12.5": "1-2", "12.6": "1",
    "13.1": "1 3 4 5", "13.2": "1 2 3 5 6", "13.3": "1-2", "13.4": "1-2",
    "14.1": "1-4", "14.2": "1-6", "14.3": "2 3", "14.4": "1-7", "14.5": "1-4",
}
MET = ("đạt", "đạt một phần")
STATES = MET + ("chưa", "không áp dụng")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$")
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]+|[A-Z][\w.-]*\.(?:md|txt|json)|dev|package-lock\.json)(?::([\w]+))?`")
SUMS = re.compile(r"^(\d+) yêu cầu: (\d+) đạt, (\d+) đạt một phần, (\d+) chưa, (\d+) không áp dụng\.$", re.MULTILINE)


def expected():
    for section, numbers in REQUIREMENTS.items():
        for part in numbers.split():
            first, _, last = part.partition("-")
            for number in range(int(first), int(last or first) + 1):
                yield f"{section}.{number}"


def is_file_name(name):
    """`text/html` and `etc/x` are no files of ours."""
    top = name.split("/")[0]
    return "/" not in name or top in {"src", "tests", "web", "tools", "docs", "deploy", "bench", ".ci", "migrations"}


def problems(root):
    path = root / DOCUMENT
    if not path.is_file():
        yield f"{DOCUMENT}:1: is not there"
        return
    text = path.read_text(encoding="utf-8")
    files = {each.relative_to(root).as_posix(): each for each in project_files(root)}
    folders = {parent.as_posix() for name in files for parent in (root / name).relative_to(root).parents}
    rows = []
    for line, content in enumerate(text.splitlines(), 1):
        named = [(name, test) for name, test in NAMED.findall(content) if is_file_name(name)]
        for name, test in named:
            if name not in files:
                if name not in folders:
                    yield f"{DOCUMENT}:{line}: there is no {name}"
            elif test and not re.search(rf"\b{test}\b", files[name].read_text(encoding="utf-8")):
                yield f"{DOCUMENT}:{line}: {name} has no {test}"
        if match := ROW.match(content):
            number, _, state, _ = match.groups()
            rows.append((number, state))
            if state not in STATES:
                yield f"{DOCUMENT}:{line}: {number} is “{state}”, none of the four states"
            if state in MET and not named:
                yield f"{DOCUMENT}:{line}: {number} is met, but nothing shows it"
    numbers = [number for number, _ in rows]
    wanted = list(expected())
    for number in wanted:
        if numbers.count(number) != 1:
            yield f"{DOCUMENT}:1: {number} stands there {numbers.count(number)} times"
    for number in set(numbers) - set(wanted):
        yield f"{DOCUMENT}:1: {number} is no requirement of levels 1 and 2"
    states = [state for _, state in rows]
    counted = (len(rows), *(states.count(state) for state in STATES))
    if not (sums := SUMS.search(text)) or tuple(map(int, sums.groups())) != counted:
        yield f"{DOCUMENT}:1: the sums should be " + " ".join(map(str, counted))


if __name__ == "__main__":
    report(problems(root_from_arguments()))
