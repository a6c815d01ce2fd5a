"""Patterns that never end, texts that are too long, too odd or change: an answer is right, or what is missing is said."""

import json
import os
import re
import subprocess
import sys

import pytest
from conftest import SANITIZED, Result, command, environment

COMPLEX = re.compile(rb"findling: (.+?): pattern too complex at line (\d+)\b.*")


def complex_lines(err):
    """{path: [line]} of what was said to be too complex; nothing else may be said."""
    found = {}
    for line in err.splitlines():
        match = COMPLEX.fullmatch(line)
        assert match, err
        found.setdefault(match[1].decode(), []).append(int(match[2]))
    return found


# Patterns that are wrong

@pytest.mark.parametrize("pattern, offset", [
    ("a(b", 3), ("ab)", 2), ("[ab", 3), ("a**b[", None), ("a{2,1}", None), ("*a", 0), ("(?<n>a)(?<2>b)", None), ("\\", 1), ("(?z)", None),
    ("(?<=a*)b", None), ("\\p{Nonsense}", None), ("\\x{110000}", None), ("(?P<a", None), ("[z-a]", None), ("[[:nope:]]", None),
    ("(?1)", None), ("\\g{7}", None), ("(?&missing)", None), ("x{65536}", None), ("(*NONSENSE)x", None),
])
def test_a_wrong_pattern_is_an_error_with_its_place_and_nothing_is_searched(cli, files, pattern, offset):
    files({"f": "needle ab x\n"})
    for args in (["--", pattern], ["-e", "needle", "-e", pattern], ["-l", "-e", pattern], ["-U", "-e", pattern]):
        result = cli("search", *args, "f")
        assert (result.code, result.out) == (2, b"") and result.err.count(b"\n") == 1, result
        assert pattern.encode() in result.err
        if offset is not None:
            assert b"offset %d" % offset in result.err
    assert cli("search", "-F", "-e", pattern, "f").code == 1  # as plain text it is fine


# Patterns that never end

# A pattern, a line that it cannot do, and one that it finds.
CATASTROPHES = {
    "nested plus": ("(a+)+$", "a" * 30 + "!", "aa"),
    "same alternatives": ("^(a|a)*$", "a" * 30 + "!", "aa"),
    "optional": ("^(a?){60}a{60}$", "a" * 59 + "!a", "a" * 120),
    "words": ("^(\\w+\\s?)*$", "word " * 12 + "!", "two words"),
    "backreference": ("(x+x+)+\\1y$", "x" * 40 + "z", "xxxxxxy"),
    "lookahead": ("^(?=(a+)+b)a", "a" * 30 + "!b", "aab"),
    "recursion": ("^(a|a(?1))+b", "a" * 30 + "!b", "ab"),
}


@pytest.mark.parametrize("pattern, line, good", CATASTROPHES.values(), ids=CATASTROPHES)
def test_a_line_that_is_too_complex_is_named_and_the_others_are_searched(cli, files, pattern, line, good):
    files({"f": f"{good}\n{line}\n{good}\n", "d/other": f"{good}\n"})
    result = cli("search", pattern)
    assert sorted(result.out.splitlines()) == sorted(f"{place}:{good}".encode() for place in ("f:1", "f:3", "d/other:1"))
    # Whoever answers at all has to answer "no match".
    assert complex_lines(result.err) in ({"f": [2]}, {}) and result.code == (2 if result.err else 0)
    for options in (["-o"], ["-c"], ["-U"], ["--count-matches"], ["--engine", "pcre2"], ["-r", "x"], ["--vimgrep"]):
        again = cli("search", *options, pattern, "d", "f")
        assert again.code in (0, 2) and (again.code == 2) == bool(again.err), options
        assert b"other" in again.out


def test_limits_are_never_no_match(cli, files):
    # 28 times "a" and no "!" behind them would match.
    files({"f": "a" * 28 + "!\n", "g": "a" * 28 + "\n"})
    for options in ([], ["-v"], ["-l"], ["-c"], ["-q"], ["--files-without-match"], ["--json"]):
        result = cli("search", *options, "^(a|a)*$", "f")
        said = complex_lines(result.err) == {"f": [1]}
        # Either the truth, or exit code 2 and the line.
        if said:
            assert result.code == 2 and (options == ["--json"] or result.out == b""), (options, result)
        else:
            assert result.code == (0 if options in (["-v"], ["--files-without-match"]) else 1), (options, result)
    assert cli("search", "-c", "^(a|a)*$", "g").out == b"1\n"


def test_after_fifty_such_lines_the_rest_of_a_file_is_left_and_that_is_said(cli, files):
    line = "a" * 30 + "!\n"
    files({"f": "aa\n" + line * 60 + "aa\n", "g": "aa\n" + line * 3 + "aa\n"})
    result = cli("search", "^(a|a)*$")
    said = complex_lines(result.err)
    assert result.code == 2 and said["g"] == [2, 3, 4] and said["f"] == list(range(2, 52))
    assert b"rest of the file" in result.err.split(b"line 51")[1]
    assert sorted(result.out.splitlines()) == [b"f:1:aa", b"g:1:aa", b"g:5:aa"]


def test_two_stars_before_a_letter_that_is_missing_are_answered_soon(cli, files):
    files({"f": "x" * 200_000 + "\n", "g": "a\nxxq\n"})
    result = cli("search", "-c", "x*x*[yq]", timeout=5 if not SANITIZED else 60)
    assert result.out == b"g:1\n"
    assert complex_lines(result.err) in ({}, {"f": [1]}) and result.code == (2 if result.err else 0)


def test_two_stars_before_a_letter_at_the_end_find_it(cli, files):
    files({"f": "x" * 200_000 + "y\n"})
    assert cli("search", "-c", "x*x*[yq]", "f") == (0, b"1\n", b"")


def test_a_quadratic_search_is_named_and_other_files_are_complete(cli, files):
    files({"slow": "x" * 200_000 + "y\n", **{f"d{i}/f": "a\nxq\nb\nxxq\n" for i in range(30)}})
    result = cli("search", "-j1", "x*x*[yq](?<!y)", timeout=60)
    assert sorted(result.out.splitlines()) == sorted(
        f"d{i}/f:{n}:{line}".encode() for i in range(30) for n, line in ((2, "xq"), (4, "xxq")))
    assert result.code == 2 and complex_lines(result.err) == {"slow": [1]}


@pytest.mark.parametrize("pattern", ["([^A]|B)*", "^([^A]|B)*$", "^(?:[^A]|B)*$", "(.|x)+$", "^((?:ab|[a-z])*)C*$", "(?:(C)|D)*$"])
def test_patterns_that_need_a_large_stack_have_one_or_it_is_said(cli, files, pattern):
    files({"f": "short\n" + "C" * 20_000 + "\nDCD\n", "huge": "C" * 3_000_000 + "\nDCD\n"})
    short, other = (bool(re.search(pattern, line)) for line in ("short", "DCD"))
    assert cli("search", "-s", "-c", pattern, "f") == (0, b"%d\n" % (short + 1 + other), b"")
    # Longer than any stack: found, or said.
    result = cli("search", "-s", "-c", pattern, "huge")
    if result.err:
        assert result.code == 2 and complex_lines(result.err) == {"huge": [1]} and result.out == (b"1\n" if other else b"")
    else:
        assert result == (0, b"%d\n" % (1 + other), b"")


# Patterns that are too large, many patterns

def test_nested_parentheses(cli, files):
    files({"f": "b\na\n"})
    for depth in (10, 249, 250):
        assert cli("search", "-c", "(" * depth + "a" + ")" * depth, "f").out == b"1\n"
    for depth in (251, 300, 5000, 50_000):
        result = cli("search", "(" * depth + "a" + ")" * depth, "f", timeout=10)
        assert (result.code, result.out) == (2, b"") and b"nested" in result.err
    for open_alone in ("(" * 300, "[" * 10_000, "(?:" * 20_000):
        assert cli("search", open_alone, "f", timeout=10).code == 2


@pytest.mark.parametrize("pattern", ["((a{1,100}){1,100}){1,100}", "((a{0,60000}){0,60000}b)c", "(((\\pL{50}){50}){50}){50}", "(?:(?:(?:a{99}){99}){99}){9}"])
def test_patterns_that_would_become_too_large_are_refused_soon(cli, files, pattern):
    files({"f": "a\n"})
    result = cli("search", pattern, "f", timeout=10)
    assert (result.code, result.out) == (2, b"") and b"too large" in result.err


def test_a_pattern_of_64_kilobytes_is_found_or_refused(cli, files):
    word = "".join(chr(97 + i * 7 % 26) for i in range(65_536))
    files({"f": f"x\n{word}\n{word[:-1]}\n", "list": word + "\n"})
    assert cli("search", "-c", "-F", "-f", "list", "f").code in (0, 2)
    for pattern in (word, "(?:" + word + ")", "|".join(word[i:i + 7] for i in range(0, 60_000, 7))):
        result = cli("search", "-c", pattern, "f", timeout=20)
        if result.code == 2:
            assert result.out == b"" and b"too large" in result.err
            assert len(result.err) < 1000  # the message does not repeat it all
        else:
            assert result.code == 0 and int(result.out) in (1, 2) and result.err == b""


def test_a_pattern_that_is_longer_than_a_megabyte_is_an_error(cli, files):
    files({"f": "x\n", "list": "a" * 1_100_000 + "\n"})
    result = cli("search", "-f", "list", "f")
    assert (result.code, result.out) == (2, b"") and b"longer than" in result.err and len(result.err) < 1000


def test_ten_thousand_patterns_on_the_command_line(cli, files):
    files({"f": "".join(f"w{i}x line\n" for i in range(0, 12_000, 100))})
    words = [word for i in range(10_000) for word in ("-e", f"w{i}x")]
    assert cli("search", "-c", *words, "f") == (0, b"100\n", b"")
    assert cli("search", "-c", "-F", "-w", *words, "f") == (0, b"100\n", b"")
    assert cli("search", "-v", "-c", *words, "f") == (0, b"20\n", b"")


# Verbs and what else a pattern can ask of the engine

def test_a_pattern_may_lower_limits_and_never_raise_them(cli, files):
    files({"f": "a" * 30 + "!\nab\n"})
    for verb in ("(*LIMIT_MATCH=4000000000)", "(*LIMIT_DEPTH=4000000000)", "(*LIMIT_HEAP=4000000000)"):
        result = cli("search", "-c", verb + "^(a|a)*(b|c)?$", "f", timeout=20)
        assert result.out == b"1\n"
        assert complex_lines(result.err) in ({"f": [1]}, {}) and result.code == (2 if result.err else 0)
    result = cli("search", "-c", "(*LIMIT_MATCH=1)(*NO_JIT)(a|b)+!$", "f")
    assert result.code == 2 and 1 in complex_lines(result.err)["f"]


@pytest.mark.parametrize("verb", ["(*NO_JIT)", "(*UTF)", "(*UCP)", "(*NO_START_OPT)", "(*NO_AUTO_POSSESS)", "(*NO_DOTSTAR_ANCHOR)", "(?C)", "(?C1)",
                                  "(?C'text')", "(*MARK:name)", "(*UTF)(*UCP)(*NO_JIT)"])
def test_harmless_verbs_and_callouts_change_nothing(cli, files, verb):
    files({"f": "needle ä\nx\nneedle\n"})
    assert cli("search", verb + "needle", "f") == (0, "1:needle ä\n3:needle\n".encode(), b"")
    assert cli("search", verb + "\\w$", "f").out.decode() == "1:needle ä\n2:x\n3:needle\n"


@pytest.mark.parametrize("pattern, lines", [
    ("a(*ACCEPT)b", [1, 2]), ("a(*FAIL)|b", [1, 3]), ("a(*COMMIT)x|b", [3]), ("a(*PRUNE)x|b", [1, 3]), ("(*NO_START_OPT)(*COMMIT)b", [3]), ("a(*SKIP)x|b", [1, 3]),
    ("a(*THEN)x|b", [1, 3]),
])
def test_verbs_that_steer_the_search_hold_within_each_line(cli, files, pattern, lines):
    content = ["ab", "a", "b", "c"]
    files({"f": "".join(line + "\n" for line in content)})
    for engine in ("auto", "pcre2"):
        out = cli("search", "--engine", engine, pattern, "f").out.decode()
        assert out == "".join(f"{n}:{content[n - 1]}\n" for n in lines)


@pytest.mark.parametrize("pattern", ["\\C", "a\\C", "(?<=\\C)a", "(?:x|\\C{2})"])
def test_single_bytes_of_characters_cannot_be_asked_for(cli, files, pattern):
    files({"f": "aä\n", "ascii": "ab\n"})
    for name in ("f", "ascii"):
        result = cli("search", pattern, name)
        assert (result.code, result.out) == (2, b"") and b"\\C" in result.err


# Very long lines, very large files

MEASURE = """
import json, os, subprocess, sys
with open(sys.argv[1], "wb") as out, open(sys.argv[2], "wb") as err:
    child = subprocess.Popen(sys.argv[3:], stdin=subprocess.DEVNULL, stdout=out, stderr=err)
_, status, usage = os.wait4(child.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_maxrss]))
"""


def measured(cli, *args):
    """The result, and the most memory that the program had, in bytes. A small process starts it: memory counts from the
    fork on, and that of the tests would be counted with it."""
    done = subprocess.run([sys.executable, "-S", "-c", MEASURE, "out", "err", *command(*args)], cwd=cli.folder, env=environment(),
                          capture_output=True, timeout=120, check=True)
    code, memory = json.loads(done.stdout)
    results = [(cli.folder / name).read_bytes() for name in ("out", "err")]
    for name in ("out", "err"):
        os.unlink(cli.folder / name)
    return Result(code, *results), memory * (1 if sys.platform == "darwin" else 1024)


PIECE = 16 << 20
LONG = 200_000_000


@pytest.fixture
def long_line(cli):
    """One line of 200 MB with a word at its beginning, its end and across all places where pieces could end, then a short one."""
    places = [0, 1000, *(PIECE * i + shift for i in range(1, 12) for shift in (-3,)), LONG - 6]
    with open(cli.folder / "long", "wb") as file:
        chunk = b"some text of no interest - " * 40_000
        while file.tell() < LONG:
            file.write(chunk[:LONG - file.tell()])
        for place in places:
            file.seek(place)
            file.write(b"needle")
        file.seek(LONG)
        file.write(b"\nshort needle\n")
    yield places
    os.unlink(cli.folder / "long")


def test_a_line_of_200_megabytes_is_searched_in_little_memory_and_each_match_is_found_once(cli, long_line):
    result, memory = measured(cli, "search", "-o", "-b", "-j1", "needle", "long")
    assert result.out.splitlines() == [b"1:%d:needle" % place for place in long_line] + [b"2:%d:needle" % (LONG + 7)]
    assert result.code == 2 and result.err.startswith(b"findling: long: ") and b"longer than" in result.err and result.err.count(b"\n") == 1
    assert SANITIZED or memory < 256 << 20


def test_a_line_of_200_megabytes_in_other_forms(cli, long_line):
    for options, out in ((["-c"], b"2\n"), (["-l"], b"long\n"), (["--count-matches"], b"%d\n" % (len(long_line) + 1))):
        result, memory = measured(cli, "search", *options, "-j1", "needle", "long")
        assert result.out == out, options
        assert result.code == 2 or options == ["-l"] and result.code == 0, options  # -l ends at the first match
        assert SANITIZED or memory < 256 << 20, options
    result, memory = measured(cli, "search", "-M", "200", "-N", "short|needle", "long")
    assert all(len(line) < 400 for line in result.out.splitlines()) and b"short needle" in result.out.splitlines()
    assert SANITIZED or memory < 256 << 20


HOLE = 1 << 36  # 64 GiB: to be read byte by byte it would take half a minute


@pytest.fixture
def hole(cli):
    with open(cli.folder / "sparse", "wb") as file:
        file.write(b"first needle\n")
        try:
            file.truncate(HOLE)
            file.seek(HOLE)
            file.write(b"\nlast needle\n")
            file.flush()
            gap = os.lseek(file.fileno(), 0, os.SEEK_HOLE)
        except (OSError, AttributeError):
            pytest.skip("no files with holes here")
    if gap >= HOLE:
        pytest.skip("the file system does not tell of holes")
    yield
    os.unlink(cli.folder / "sparse")


def test_offsets_beyond_four_gigabytes_are_right_and_holes_cost_nothing(cli, hole):
    result = cli("search", "-a", "-o", "-b", "needle", "sparse", timeout=20)
    assert result.out.splitlines() == [b"1:6:needle", b"3:%d:needle" % (HOLE + 6)]
    # The hole is a long line of NUL bytes; whether that is said is free.
    assert result.code == (2 if result.err else 0) and result.err.count(b"\n") <= 1
    result = cli("search", "-a", "--json", "-j1", "last", "sparse", timeout=20)
    match = next(item["data"] for item in map(json.loads, result.out.splitlines()) if item["type"] == "match")
    assert match["absolute_offset"] == HOLE + 1 and match["line_number"] == 3
    assert match["submatches"] == [{"match": {"text": "last"}, "start": 0, "end": 4}]


def test_a_file_with_a_hole_is_counted_and_listed_soon(cli, hole):
    assert cli("search", "-a", "-c", "needle", "sparse", timeout=20).out == b"2\n"
    assert cli("search", "-a", "-l", "last", "sparse", timeout=20).out == b"sparse\n"
    assert cli("search", "-a", "-c", "nothing", "sparse", timeout=20).out == b""


# Files that change

LINES = 60_000
ONE = b"needle line\n"


@pytest.fixture(params=[["-o"], ["-b"], ["--vimgrep"], ["--passthru"], ["-r", "other"], ["--json"], ["-U"], ["--crlf"]], ids=" ".join)
def waiting(cli, files, start, request):
    """A search that waits after some lines as its output is more than a pipe holds; how its lines look."""
    files({"log": ONE * LINES})
    search = start("search", "-j1", "--with-filename", *request.param, "needle", "log")
    assert search.read(2)
    forms = {"-o": b"log:%d:needle", "-b": b"log:%d:", "--vimgrep": b"log:%d:1:needle line", "-r": b"log:%d:other line"}
    form = forms.get(request.param[0], b"log:%d:needle line")

    def numbers(out):
        if request.param == ["--json"]:
            items = [json.loads(line) for line in out.splitlines()]
            return [item["data"]["line_number"] for item in items if item["type"] == "match"]
        lines = out.splitlines()
        for n, line in enumerate(lines[:-1], 1):
            assert line.startswith(form % n), (n, line)
        return list(range(1, len(lines) + 1))

    return search, numbers


def test_a_file_cut_short_while_it_is_searched_just_ends(cli, waiting):
    search, numbers = waiting
    os.truncate(cli.folder / "log", 12 * 45_000 + 3)
    code, out, err = search.rest()
    assert (code, err) == (0, b"")
    found = numbers(out)
    # All of it may have been read before.
    assert found == list(range(1, len(found) + 1)) and 2 <= len(found) <= LINES


def test_what_a_file_had_is_found_even_if_it_grows_meanwhile(cli, waiting):
    search, numbers = waiting
    with open(cli.folder / "log", "ab") as file:
        file.write(b"needle later\n" * 30_000)
    code, out, err = search.rest()
    assert (code, err) == (0, b"")
    assert numbers(out.replace(b" later", b" line"))[:LINES] == list(range(1, LINES + 1))


# Line ends

def test_only_a_newline_ends_a_line(cli, files):
    for end in "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c":
        files({"f": f"one{end}two\nthree{end}four"})
        assert cli("search", "-c", "", "f").out == b"2\n"
        assert cli("search", "two", "f").out.decode() == f"1:one{end}two\n"
        for pattern in ("one$", "^two", "^four"):
            assert cli("search", pattern, "f").code == 1, (end, pattern)
        assert cli("search", "^one.two$", "f").code == 0
        assert cli("search", "-U", "^two|one$", "f").code == 1


def test_mixed_line_ends_have_the_numbers_of_their_newlines(cli, files):
    files({"f": "a\r\nb\nc\rd\r\n\r\n\ne needle\r\n"})
    assert cli("search", "needle", "f").out == b"6:e needle\r\n"
    assert cli("search", "--crlf", "needle$", "f").out == b"6:e needle\r\n"
    assert cli("search", "needle$", "f").code == 1
    assert cli("search", "--crlf", "-c", "^$", "f").out.strip() == b"2"
    assert cli("search", "-c", "^$", "f").out == b"1\n"


def test_a_file_without_a_final_newline(cli, files):
    files({"f": "one\ntwo"})
    assert cli("search", "two", "f").out == b"2:two\n"
    assert cli("search", "two$", "f").out == b"2:two\n"
    assert cli("search", "-c", "", "f").out == b"2\n"
    assert cli("search", "-v", "one", "f").out == b"2:two\n"
    assert cli("search", "--passthru", "one", "f").out == b"1:one\n2-two\n"
    assert cli("search", "-x", "two", "f").code == 0
    assert cli("search", "-o", "-b", "o$", "f").out == b"2:6:o\n"


@pytest.mark.parametrize("count", [1, 2, 3, 1000, 300_000])
def test_a_file_of_newlines_has_as_many_lines(cli, files, count):
    files({"f": "\n" * count})
    assert cli("search", "-c", "", "f").out == b"%d\n" % count
    assert cli("search", "-c", "^$", "f").out == b"%d\n" % count
    assert cli("search", "-vc", "x", "f").out == b"%d\n" % count
    assert cli("search", "-c", ".", "f").code == 1
    assert cli("search", "-v", "^", "f").code == 1
    assert cli("search", "-U", "-c", "^$", "f").out == b"%d\n" % count
    assert cli("search", "-m1", "$", "f").out == b"1:\n"


@pytest.mark.parametrize("options", [[], ["-v"], ["-x"], ["-c"], ["-l"], ["-U"], ["-a"], ["-z"], ["--crlf"], ["--null-data"], ["--passthru"], ["-o"],
                                     ["--count-matches"], ["--json"], ["-r", "x"]], ids=" ".join)
def test_an_empty_file_has_no_line_that_could_match(cli, files, options):
    files({"f": ""})
    for pattern in ("", "x*", "^$", "\\A", "\\z", "(?!x)"):
        result = cli("search", *options, "-e", pattern, "f")
        assert result.code == 1 and result.err == b""
        assert result.out == b"" or options == ["--json"] and result.out.count(b"\n") == 1
    assert cli("search", "--files-without-match", "", "f") == (0, b"f\n", b"")


# Case

LETTERS = ["ß", "ẞ", "ss", "SS", "k", "K", "\u212a", "s", "S", "ſ", "σ", "ς", "Σ", "i", "I", "İ", "ı", "å", "Å", "\u212b", "µ", "μ", "Μ",
           "ǆ", "ǅ", "Ǆ", "é", "É", "e\u0301"]


@pytest.mark.parametrize("letter, same", [
    ("ß", "ßẞ"), ("ẞ", "ßẞ"), ("k", "kK\u212a"), ("K", "kK\u212a"), ("\u212a", "kK\u212a"), ("ſ", "sSſ"), ("σ", "σςΣ"), ("ς", "σςΣ"),
    ("Σ", "σςΣ"), ("i", "iI"), ("I", "iI"), ("İ", "İ"), ("ı", "ı"), ("å", "åÅ\u212b"), ("µ", "µμΜ"), ("ǆ", "ǆǅǄ"), ("é", "éÉ"),
])
@pytest.mark.parametrize("engine", ["auto", "pcre2"])
def test_without_case_a_letter_is_the_same_as_these(cli, files, letter, same, engine):
    files({"f": "".join(f"<{c}>\n" for c in LETTERS)})
    expected = "".join(f"{n}:<{c}>\n" for n, c in enumerate(LETTERS, 1) if c in same and len(c) == 1)
    for pattern in (f"<{letter}>", f"<[{letter}]>", f"<(?:{letter}|#)>"):
        assert cli("search", "-i", "--engine", engine, pattern, "f").out.decode() == expected
        assert cli("search", "-s", "--engine", engine, f"(?i){pattern}", "f").out.decode() == expected
    assert cli("search", "-i", "-F", "--engine", engine, f"<{letter}>", "f").out.decode() == expected
    assert cli("search", "-s", "--engine", engine, f"<{letter}>", "f").out.decode() == f"{LETTERS.index(letter) + 1}:<{letter}>\n"


def test_letters_of_plain_words_meet_their_odd_twins(cli, files):
    files({"f": "mask\nMA\u017f\u212a\nmas\u212a\nma\u017fk\nmass\nma\u00df\n"})
    assert cli("search", "-i", "-c", "mask", "f").out == b"4\n"
    assert cli("search", "-i", "-c", "MASK", "f").out == b"4\n"
    assert cli("search", "-i", "-c", "-F", "mask", "f").out == b"4\n"
    assert cli("search", "-i", "-c", "-w", "mask", "f").out == b"4\n"
    assert cli("search", "-s", "-c", "mask", "f").out == b"1\n"
    assert cli("search", "-i", "-c", "strasse|mass", "f").out == b"1\n"  # a letter is one letter


# Empty matches

EMPTY = ["x*", "", "^", "$", "\\b", "(?=b)", "(?<=b)", "a??", "(?:)", "(?!x)", "\\B|^", "(?<!b)$|b*", "\\z", "\\A", "(?<=^)", "()"]


@pytest.mark.parametrize("pattern", EMPTY)
def test_an_empty_match_is_one_hit_a_line_and_ends(cli, files, pattern):
    lines = ["abc", "", "b", "äb", "  ", "bb"]
    files({"f": "".join(line + "\n" for line in lines)})
    expected = [n for n, line in enumerate(lines, 1) if re.search(pattern.replace("\\z", "\\Z"), line) or pattern == "\\B|^"]
    assert expected
    out = cli("search", "-s", "-e", pattern, "f", timeout=10).out.decode()
    assert out == "".join(f"{n}:{lines[n - 1]}\n" for n in expected)
    assert cli("search", "-s", "-c", "-e", pattern, "f").out == b"%d\n" % len(expected)
    printed = cli("search", "-s", "-o", "-e", pattern, "f", timeout=10)
    assert printed.code == 0 and all(line.split(b":", 1)[1] for line in printed.out.splitlines())
    matches = [json.loads(line)["data"] for line in cli("search", "-s", "--json", "-e", pattern, "f").out.splitlines()
               if b'"type":"match"' in line]
    assert [m["line_number"] for m in matches] == expected
    for match in matches:  # within the line, in order, each place once, no half character
        line = match["lines"]["text"].encode()
        spans = [(s["start"], s["end"]) for s in match["submatches"]]
        assert spans == sorted(set(spans)) and all(0 <= a <= b < len(line) for a, b in spans)
        assert all(line[a:b].decode() is not None for a, b in spans)
        assert all(a == len(line) or line[a] & 0xC0 != 0x80 for a, _ in spans)


def test_an_empty_match_at_the_end_of_the_file_is_in_the_last_line(cli, files):
    files({"f": "a\nb\n", "g": "a\nb", "h": "\n"})
    assert cli("search", "$", "f").out == b"1:a\n2:b\n"
    assert cli("search", "$", "g").out == b"1:a\n2:b\n"
    assert cli("search", "\\z", "f").out == b"1:a\n2:b\n"
    assert cli("search", "^$", "f").code == 1
    assert cli("search", "$", "h").out == b"1:\n"
    assert cli("search", "-U", "$", "f").out == b"1:a\n2:b\n"
    assert cli("search", "-U", "^$", "f").code == 1  # behind the last newline there is no line
    assert cli("search", "-U", "-c", "x*", "f").code == 0
    assert cli("search", "-U", "-o", "$|^", "f") == (0, b"", b"")
