#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fails when the names in the code and GLOSSARY.md disagree.

GLOSSARY.md holds tables `| Vietnamese | name in code | source / note | not |`.
- Every label of a record description (`.label = "…"` in src/records/) contains a Vietnamese term of the glossary. A cell
  may hold several terms, separated by "/", "," or "→".
- No word of a "not" cell is part of an identifier in src/. A cell lists words separated by commas; anything else than a
  lower-case word such as `unit` or `split_up` is a remark for people. `unit (but: unit_type, Unit)` lets through the
  identifiers named.
"""
import re
import unicodedata

from source_tree import project_files, report, root_from_arguments, text_of, without_literals

ROW = re.compile(r"^\|(.+)\|\s*$")
NOT_WORD = re.compile(r"^`?([a-z]+(?:_[a-z]+)*)`?\s*(?:\(but:\s*([^)]*)\))?$")
IDENTIFIER = re.compile(r"(?:\b(?:std|boost|rc|testing|CLI)(?:::\w+)*::)?\b[A-Za-z_]\w*")
LABEL = re.compile(r'\.label\s*=\s*"([^"]+)"')


def folded(text):
    return unicodedata.normalize("NFC", text).casefold()


def read_glossary(text):
    """(terms, {forbidden word: identifiers let through})"""
    terms, forbidden = set(), {}
    for line in text.splitlines():
        row = ROW.match(line)
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row[1])] if row else []
        if len(cells) != 4 or set(cells[0]) <= set("-: ") or folded(cells[3]) == "not":
            continue
        terms |= {folded(term.strip(" `*")) for term in re.split(r"[/,→]", cells[0]) if term.strip(" `*")}
        for entry in re.split(r",(?![^(]*\))", cells[3]):
            word = NOT_WORD.match(entry.strip())
            if word:
                let_through = {name.strip(" `") for name in (word[2] or "").split(",")}
                forbidden.setdefault(word[1], set()).update(let_through - {""})
    return terms, forbidden


def words_of(identifier):
    """member_grade, MemberGrade and MEMBER_GRADE → ["member", "grade"]"""
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", identifier).lower().strip("_").split("_")


def uses(identifier, word):
    parts, wanted = words_of(identifier), word.split("_")
    return any(parts[i : i + len(wanted)] == wanted for i in range(len(parts)))


def problems(root):
    glossary = root / "GLOSSARY.md"
    if not glossary.exists():
        yield "GLOSSARY.md:1: there is no glossary yet"
        return
    terms, forbidden = read_glossary(glossary.read_text(encoding="utf-8"))
    patterns = [re.compile(rf"(?<!\w){re.escape(term)}(?!\w)") for term in terms]
    seen = {}
    for path in project_files(root):
        name = path.relative_to(root).as_posix()
        if not name.startswith("src/") or path.suffix not in {".h", ".cpp"}:
            continue
        source = text_of(path) or ""
        if name.startswith("src/records/"):
            for match in LABEL.finditer(source):
                if not any(pattern.search(folded(match[1])) for pattern in patterns):
                    line = source.count("\n", 0, match.start()) + 1
                    yield f'{name}:{line}: no term of the label "{match[1]}" is in GLOSSARY.md'
        for line, code in enumerate(without_literals(source).splitlines(), 1):
            for match in IDENTIFIER.finditer("" if code.lstrip().startswith("#include") else code):
                if "::" in match[0]:
                    continue
                bad = seen.get(match[0])
                if bad is None:
                    bad = [w for w, but in forbidden.items() if match[0] not in but and uses(match[0], w)]
                    seen[match[0]] = bad
                for word in bad:
                    yield f'{name}:{line}: "{match[0]}" uses "{word}", which GLOSSARY.md gives another name'


if __name__ == "__main__":
    report(problems(root_from_arguments()))
