#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finds and counts the tests of a build folder; used by `./dev test`.

    count_tests.py find BUILD WORD    prints two patterns for `ctest -R`, each perhaps empty: the suites named so, and the other
                                suites that hold a case named so
    count_tests.py count BUILD        prints "PASSED FAILED", after the names of the cases that failed (on standard error)

A suite is one ctest test. A GoogleTest program counts by its cases, a unittest run by what it says it ran, and any other
program as one. A program that fails without a failed case (a crash, a timeout) counts as one failure.
"""
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as xml


def suites(build):
    """{name: command} of the ctest tests whose programs are built."""
    listing = subprocess.run(["ctest", "--test-dir", str(build), "--show-only=json-v1"], capture_output=True, check=True)
    tests = json.loads(listing.stdout)["tests"]
    return {test["name"]: test["command"] for test in tests if "command" in test}


def any_of(names):
    return f"^({'|'.join(re.escape(name) for name in names)})$" if names else ""


def find(build, word):
    named, holding = [], []
    for name, command in suites(build).items():
        if word.lower() in name.lower():
            named.append(name)
        elif is_googletest(command[0]):
            wildcard = re.sub("[:-]", "?", word)
            cases = subprocess.run([command[0], "--gtest_list_tests", f"--gtest_filter=*{wildcard}*"], capture_output=True)
            if cases.stdout.count(b"\n  "):
                holding.append(name)
    return any_of(named), any_of(holding)


def is_googletest(program):
    return b"gtest_list_tests" in pathlib.Path(program).read_bytes()


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
    reports, commands = build / "reports", suites(build)
    passed, failed = 0, 0
    for junit in sorted(reports.glob("ctest-*.xml")):
        for case in xml.parse(junit).getroot().iter("testcase"):
            name, ok = case.get("name"), case.get("status") == "run"
            report = reports / f"{pathlib.Path(commands[name][0]).name}.json"
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
    if command == "find":
        print(*find(build, sys.argv[3]), sep="\n")
    else:
        print(*count(build))


if __name__ == "__main__":
    main()
