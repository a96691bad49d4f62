#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds and counts the tests of a build folder; used by `./dev test`.

    count_tests.py named BUILD WORD    the suites named so (WORD may be a regular expression): a pattern for `ctest -R`, then
                                       their targets for ninja
    count_tests.py holding BUILD WORD  the suites that hold a case named so: a pattern for `ctest -R`
    count_tests.py count BUILD         "PASSED FAILED"; before that, on standard error, the cases that failed

A suite is one ctest test. A GoogleTest program counts by its cases, a unittest run by what it says it ran, and any other
program as one. A program that fails without a failed case (a crash, a timeout) counts as one failure.
"""
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

ADD_TEST = re.compile(r'^add_test\(\[(=*)\[(.+?)\]\1\] "([^"]+)"', re.MULTILINE)


def suites(build):
    """{name: program}, of all suites that CMake knows, built or not."""
    files = (path.read_text(encoding="utf-8") for path in build.rglob("CTestTestfile.cmake"))
    return {name: pathlib.Path(program) for text in files for _, name, program in ADD_TEST.findall(text)}


def any_of(names):
    return f"^({'|'.join(re.escape(name) for name in names)})$" if names else ""


def named(build, word):
    try:
        pattern = re.compile(word, re.IGNORECASE)
    except re.error:
        pattern = re.compile(re.escape(word), re.IGNORECASE)
    found = {name: program for name, program in suites(build).items() if pattern.search(name)}
    targets = [str(program.relative_to(build.resolve())) for program in found.values() if build.resolve() in program.parents]
    return any_of(found), " ".join(targets)


def holding(build, word):
    wildcard = f"*{re.sub('[:-]', '?', word)}*"
    found = []
    for name, program in suites(build).items():
        if program.exists() and b"gtest_list_tests" in program.read_bytes():
            cases = subprocess.run([program, "--gtest_list_tests", f"--gtest_filter={wildcard}"], capture_output=True)
            if b"\n  " in cases.stdout:
                found.append(name)
    return any_of(found)


def full_name(suite, case):
    """GoogleTest 1.12 escapes each byte of UTF-8 as a character of its own."""
    return f"{suite['name']}.{case['name']}".encode("latin-1", "replace").decode("utf-8", "replace")


def count_cases(report):
    """(passed, failed) of one GoogleTest report; skipped cases count as neither."""
    passed, failed = 0, 0
    for suite in json.loads(report.read_text(encoding="utf-8", errors="replace"))["testsuites"]:
        for case in suite["testsuite"]:
            if case.get("failures"):
                failed += 1
                print(f"  hỏng: {full_name(suite, case)}", file=sys.stderr)
            elif case["result"] == "COMPLETED":
                passed += 1
            elif case["result"] == "SKIPPED":
                print(f"  bỏ qua: {full_name(suite, case)}", file=sys.stderr)
    return passed, failed


def count_output(ok, output):
    """(passed, failed) of a program that is not GoogleTest's, from what it printed."""
    ran = re.search(r"^Ran (\d+) tests?", output, re.MULTILINE)
    bad = sum(int(n) for n in re.findall(r"(?:failures|errors)=(\d+)", output)) if ran else 0
    if ran and (ok or bad):
        return int(ran[1]) - bad, bad
    return (1, 0) if ok else (0, 1)


def count(build):
    reports, programs = build / "reports", suites(build)
    passed, failed = 0, 0
    for junit in sorted(reports.glob("ctest-*.xml")):
        for case in xml.parse(junit).getroot().iter("testcase"):
            name, ok = case.get("name"), case.get("status") == "run"
            report = reports / f"{programs[name].name}.json"
            if report.exists():
                good, bad = count_cases(report)
            else:
                good, bad = count_output(ok, case.findtext("system-out") or "")
            if not ok and not bad:
                bad = 1
                print(f"  hỏng: {name} (dừng giữa chừng)", file=sys.stderr)
            passed, failed = passed + good, failed + bad
    return passed, failed


def main():
    command, build = sys.argv[1], pathlib.Path(sys.argv[2])
    if command == "named":
        print(*named(build, sys.argv[3]), sep="\n")
    elif command == "holding":
        print(holding(build, sys.argv[3]))
    else:
        print(*count(build))


if __name__ == "__main__":
    main()
