#!/usr/bin/env python3
"""How long files and functions below src/ may be. Prints what is too long and exits 1.

A file has at most 400 lines, a function 60. A header over 150 lines is named but passes.
A file that opens with the comment "// size: table" holds a table and is free.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILE_LIMIT, FUNCTION_LIMIT, HEADER_HINT = 400, 60, 150
TABLE = re.compile(r"//\s*size:\s*table\b")

# Comments, string and character literals: they may hold braces that mean nothing. The look-behind
# keeps the digit separator of 1'000 from opening a character literal.
NOISE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^()\\\s]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'",
    re.DOTALL,
)
PREPROCESSOR = re.compile(r"^[ \t]*#(?:[^\n\\]|\\.)*", re.MULTILINE | re.DOTALL)
PREFIX = re.compile(r"\s*(?:template\s*<[^{};]*>\s*(?=\w)|export\s+|inline\s+|typedef\s+)*")
ATTRIBUTE = re.compile(r"\[\[.*?\]\]|__attribute__\s*\(\(.*?\)\)\)|alignas\s*\([^)]*\)", re.DOTALL)
ACCESS = re.compile(r"\b(?:public|private|protected|signals|slots)\s*$")
SCOPE = re.compile(r'(?:namespace|class|struct|union|enum)\b[^()=]*$|extern\s+""\s*$')


def blank(match):
    """Spaces in place of a match; newlines stay, so that line numbers do too."""
    text = re.sub(r"[^\n]", " ", match[0])
    return '""' + text[2:] if match[0][0] in "\"R" else text


def skip_block(text, at):
    """The index after the brace that closes the one at `at`."""
    depth = 0
    while at < len(text):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
        if depth == 0:
            break
    return at


def functions(source):
    """(first line, name, length) of every function body at namespace or class level."""
    text = PREPROCESSOR.sub(blank, NOISE.sub(blank, source))
    start = at = 0
    while at < len(text):
        char = text[at]
        if char in ";}" or (char == ":" and ACCESS.search(text[start:at])):
            start = at = at + 1
        elif char == "{":
            head = ATTRIBUTE.sub(blank, text[start:at])
            if SCOPE.match(PREFIX.sub("", head, count=1)):
                start = at = at + 1
                continue
            at = skip_block(text, at)
            # `Foo() : m_a{1}, m_b{2} {` has not reached its body yet.
            if re.match(r"\s*[,{(]", text[at:]) and "(" in head:
                continue
            if name := re.search(r"([\w~:]+|operator\s*\S+)\s*\(", head):
                first = text.count("\n", 0, start + len(head) - len(head.lstrip())) + 1
                yield first, name[1], text.count("\n", 0, at) + 2 - first
            start = at
        else:
            at += 1


def check(path):
    """(too long?, message) for a file."""
    source = path.read_text("utf-8", "replace")
    where, lines = path.relative_to(ROOT), source.count("\n")
    if TABLE.match(source):
        return
    if lines > FILE_LIMIT:
        yield True, f"{where}: {lines} lines, limit {FILE_LIMIT}"
    elif path.suffix == ".h" and lines > HEADER_HINT:
        yield False, f"{where}: {lines} lines is much for a header (hint: {HEADER_HINT})"
    for first, name, length in functions(source):
        if length > FUNCTION_LIMIT:
            yield True, f"{where}:{first}: {name}() has {length} lines, limit {FUNCTION_LIMIT}"


def main():
    files = sorted(p for p in (ROOT / "src").rglob("*") if p.suffix in {".cpp", ".h"})
    found = [item for path in files for item in check(path)]
    for _, message in found:
        print(message)
    failed = sum(bad for bad, _ in found)
    print(f"sizes: {len(files)} files, {failed} too long")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
