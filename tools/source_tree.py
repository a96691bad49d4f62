# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the tree checks share: the files of the project, and C++ text without its comments and strings."""
import pathlib
import re
import subprocess
import sys

LEFT_OUT = {".git", "build", "data", "node_modules", "__pycache__"}

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
DIGIT_SEPARATOR = re.compile(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F])")


def project_files(root):
    """Every file that belongs to the project: tracked, or new and not ignored."""
    git = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", "-z"], capture_output=True)
    if git.returncode == 0:
        files = (root / name for name in git.stdout.decode().split("\0") if name)
    else:
        files = (path for path in root.rglob("*") if not LEFT_OUT & set(path.relative_to(root).parts))
    return sorted({path for path in files if path.is_file()})


def text_of(path):
    """The text of a file, or None when it is not UTF-8 text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def without_literals(source):
    """C++ source with comments and literals blanked; line numbers stay."""
    blank = lambda match: "\n" * match[0].count("\n") or " "
    return TOKEN.sub(blank, DIGIT_SEPARATOR.sub("", source))


def string_literals(source):
    """(line number, content) of each string literal of C++ source; adjacent literals count one by one."""
    source = DIGIT_SEPARATOR.sub("", source)
    for match in TOKEN.finditer(source):
        if match[0].startswith('R"'):
            content = match[0].partition("(")[2].rpartition(")")[0]
        elif match[0].startswith('"'):
            content = match[0][1:-1]
        else:
            continue
        yield source.count("\n", 0, match.start()) + 1, content


def report(found):
    """Prints the problems and ends the program: exit code 1 when there are any."""
    found = list(found)
    for line in found:
        print(line)
    sys.exit(bool(found))


def root_from_arguments():
    return pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
