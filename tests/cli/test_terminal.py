"""On a terminal: headings, colours, order, and nothing that could act on it."""

import re

import pytest

ESCAPES = re.compile(rb"\x1b\[[0-9;]*m")


def plain(out):
    return ESCAPES.sub(b"", out)


def test_headings_numbers_and_colours(cli, files):
    files({"a": "x\nneedle one needle\n", "b": "needle\n"})
    out = cli.terminal("search", "needle").out
    assert plain(out) == b"a\n2:needle one needle\n\nb\n1:needle\n"
    assert out.count(b"\x1b[1;31mneedle\x1b[0m") == 3
    assert cli("search", "needle", "a").out == b"2:needle one needle\n"


def test_colour_is_a_matter_of_wish_and_environment(cli, files):
    files({"a": "needle\n", "d/": ""})
    assert b"\x1b" in cli.terminal("search", "needle").out
    assert b"\x1b" in cli.terminal("find").out  # the folder
    for args in (["--no-color"], ["--color", "never"], ["--color=never"], ["--colour", "never"]):
        assert b"\x1b" not in cli.terminal("search", "needle", *args).out
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert b"\x1b" not in cli.terminal("search", "needle", env=env).out
    assert b"\x1b" in cli.terminal("search", "needle", env={"NO_COLOR": ""}).out
    assert b"\x1b" in cli.terminal("search", "needle", "--color=always", env={"NO_COLOR": "1"}).out
    assert b"\x1b" in cli("search", "needle", "--color", "always").out
    assert b"\x1b" in cli("search", "needle", env={"CLICOLOR_FORCE": "1"}).out
    assert b"\x1b" not in cli("search", "needle", env={"CLICOLOR_FORCE": "0"}).out


HOSTILE = {b"esc\x1b]0;x\a": b"esc\\x1b]0;x\\x07", b"new\nline": b"new\\nline", b"\xff": b"\\xff",
           "rtl\u202egpj".encode(): b"rtl\\u{202e}gpj", b"c1\xc2\x9b31m": b"c1\\u{9b}31m", b"cr\rx": b"cr\\rx"}


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_escaped_on_a_terminal_and_raw_in_a_pipe(cli, files, raw):
    files({raw: "needle\n"})
    escaped = HOSTILE[raw]
    assert plain(cli.terminal("find").out) == escaped + b"\n"
    assert plain(cli.terminal("search", "needle").out) == escaped + b"\n1:needle\n"
    assert plain(cli.terminal("search", "--no-heading", "needle").out) == escaped + b":1:needle\n"
    assert plain(cli.terminal("search", "-l", "needle").out) == escaped + b"\n"
    assert plain(cli.terminal("explain", raw).out).startswith(escaped + b": ")
    assert cli("find").out == raw + b"\n"
    assert cli("search", "needle").out == raw + b":1:needle\n"


def test_messages_are_escaped_too(cli, files):
    files({"a": ""})
    for args in (["find", "x", b"mis\x1b[31msing"], ["find", b"[\x1b[31m"], ["search", b"(\x1b[31m"], ["find", b"--\x1b[31m"],
                 [b"\x1b[31m"], ["explain", b"\x1b[31m"], ["find", "--min-size", b"\x1b[31m"]):
        result = cli.terminal(*args)
        assert result.code == 2
        assert b"\x1b" not in result.out, result.out


def test_why_is_escaped_too(cli, files):
    files({b".hidden\x1b[31m": ""})
    assert b"\x1b" not in cli.terminal("find", "--why", "--no-color").out


def test_hostile_text_is_escaped_on_a_terminal(cli, files):
    files({"f": b"needle \x1b]0;owned\x07 \xe2\x80\xae \xff\ttab\r\n"})
    assert plain(cli.terminal("search", "needle").out) == b"f\n1:needle \\x1b]0;owned\\x07 \\u{202e} \\xff\ttab\n" \
        or plain(cli.terminal("search", "needle", "f").out).endswith(b"1:needle \\x1b]0;owned\\x07 \\u{202e} \\xff\ttab\n")
    assert b"\x1b]0;owned\x07" in cli("search", "needle", "f").out


def test_a_quick_search_comes_out_sorted(cli, files):
    files({f"d{i % 3}/f{i:03}": "needle\n" for i in range(200)})
    names = plain(cli.terminal("find", "-t", "f").out).splitlines()
    assert names == sorted(names) and len(names) == 200
    found = plain(cli.terminal("search", "-l", "needle").out).splitlines()
    assert found == names


def test_a_long_file_keeps_its_lines_under_its_heading(cli, files):
    files({"z": "needle z\n", "a": "".join(f"needle a{i}\n" for i in range(20000)), "m": "needle m\n"})
    heading = None
    seen = {}
    for line in plain(cli.terminal("search", "-j1", "needle", "z", "a", "m").out).splitlines():
        if line in (b"a", b"m", b"z"):
            assert line not in seen, "a heading comes twice"
            heading = line
            seen[heading] = 0
        elif line:
            assert line.split(b":")[1].startswith(b"needle " + heading), line
            seen[heading] += 1
    assert seen == {b"a": 20000, b"m": 1, b"z": 1}


def test_a_long_line_is_cut_around_its_match(cli, files):
    files({"f": "x" * 100000 + "needle" + "y" * 100000 + "\n"})
    out = plain(cli.terminal("search", "needle").out)
    assert len(out) < 2000 and b"needle" in out and b"bytes" in out


def test_an_empty_result_hints_at_wildcards(cli, files):
    files({"my-report.txt": ""})
    out = cli.terminal("find", "report").out
    assert b"'*report*'" in out
    assert cli("find", "report") == (0, b"", b"")  # nobody reads there
    assert b"*" not in cli.terminal("find", "*nothing*").out


def test_null_output_is_raw_on_a_terminal_too(cli, files):
    files({b"a\x1b[31m": ""})
    assert cli.terminal("find", "-0", "--no-color").out == b"a\x1b[31m\0"
