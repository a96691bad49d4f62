#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fails when the refusals in the code and src/base/messages.vi.txt disagree.

- Every code that the source refuses or warns with has a message. A code is a string literal in one of these places:
  `Refusal{"…"`, `refuse("…"`, `refuse(field, text, "…"`, `not_read(type, "…"`, `ImportNote{"…"`, or before a list of
  arguments: `{"…", {`.
- Every message is used: its code is a string literal somewhere in src/. Tests do not count.
"""
import re

from source_tree import DIGIT_SEPARATOR, project_files, report, root_from_arguments, string_literals, text_of

CODE = r'"([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)"'
PLACES = [
    re.compile(r"\bRefusal(?:\s+\w+)?\s*[{(]\s*" + CODE),
    re.compile(r"\brefuse(?:_with)?\(\s*(?:\*?\w+,\s*){0,2}" + CODE),
    re.compile(r"\bnot_read\(\s*\w+,\s*" + CODE),
    re.compile(r"\bImportNote\s*\{\s*" + CODE),
    re.compile(r"\{\s*" + CODE + r",\s*\{(?!\{)"),
]
# Signs between two functions of one file, never shown.
INTERNAL = {"enough"}
MESSAGE = re.compile(r"^([a-z0-9_.]+) = \S")


def read_messages(path):
    """{code: line number}"""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {match[1]: number for number, line in enumerate(lines, 1) if (match := MESSAGE.match(line))}


def problems(root):
    catalogue = root / "src/base/messages.vi.txt"
    messages = read_messages(catalogue)
    literals = set()
    for path in project_files(root):
        name = path.relative_to(root).as_posix()
        if not name.startswith("src/") or path.suffix not in {".h", ".cpp"} or path.stem.endswith("_test"):
            continue
        source = DIGIT_SEPARATOR.sub("", text_of(path) or "")
        literals |= {text for _, text in string_literals(source)}
        found = {(match.start(1), match[1]) for place in PLACES for match in place.finditer(source)}
        for start, code in sorted(found):
            if code not in messages and code not in INTERNAL:
                line = source.count("\n", 0, start) + 1
                yield f'{name}:{line}: the refusal "{code}" has no message in src/base/messages.vi.txt'
    for code, line in messages.items():
        if code not in literals:
            yield f'src/base/messages.vi.txt:{line}: no source refuses with "{code}"'


if __name__ == "__main__":
    report(problems(root_from_arguments()))
