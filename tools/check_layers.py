#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fails when a folder of src/ includes a folder that src/LAYERS does not allow.

A folder may include itself and every folder on an earlier line; a line `store: base schema` allows only those named.
Every folder must have its line, and includes are written from src/ ("base/date.h").
"""
import re

from source_tree import report, root_from_arguments


def read_layers(text):
    """{folder: the folders it may include}"""
    allowed, earlier = {}, set()
    for line in text.splitlines():
        name, colon, only = line.partition("#")[0].strip().partition(":")
        if name:
            allowed[name] = {name} | (set(only.split()) if colon else earlier)
            earlier = earlier | {name}
    return allowed


def problems(src):
    allowed = read_layers((src / "LAYERS").read_text(encoding="utf-8"))
    for folder in sorted(path.name for path in src.iterdir() if path.is_dir()):
        if folder not in allowed:
            yield f"{src}/LAYERS:1: {folder}/ has no line"
    for path in sorted(src.glob("*/**/*.[hc]*")):
        folder = path.relative_to(src).parts[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            include = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if not include:
                continue
            target, slash, _ = include[1].partition("/")
            if not slash:
                yield f"{path}:{number}: write the include from src/: \"{folder}/{target}\""
            elif target not in allowed.get(folder, {target}):
                yield f"{path}:{number}: {folder}/ may not include {target}/ (see {src}/LAYERS)"


if __name__ == "__main__":
    report(problems(root_from_arguments() / "src"))
