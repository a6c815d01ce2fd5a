"""Names that are hard to print, to type, to read or to tell apart: each is listed, found and opened."""

import os
import re
import subprocess
import unicodedata

import pytest

HOSTILE = {
    "newline": b"new\nline", "only newlines": b"\n\n", "tab": b"tab\there", "return": b"cr\rhere",
    "escape": b"esc\x1b[31mred\x1b[0m", "title": b"osc\x1b]0;owned\x07", "bell": b"bel\x07",
    "backspace": b"abc\x08\x08\x08x", "delete": b"del\x7f", "first": b"\x01\x02",
    "C1 in UTF-8": b"c1\xc2\x9b31m", "C1 byte": b"c1\x9b31m", "dash": b"-rf", "two dashes": b"--help",
    "one dash": b"-", "leading space": b" lead", "trailing space": b"trail ", "space": b" ",
    "star": b"st*r", "question": b"wh?t", "brackets": b"[a-z]", "open bracket": b"[a",
    "braces": b"{a,b}", "backslash": b"back\\slash", "trailing backslash": b"end\\",
    "exclamation": b"!not", "percent": b"%s%n%d", "substitution": b"$(touch owned)",
    "backticks": b"`touch owned`", "variable": b"$HOME", "semicolon": b"; rm x",
    "single quote": b"it's", "double quote": b'say "so"', "colon": b"a:1:b", "hash": b"#hash",
    "tilde": b"~", "pipe": b"a|b", "ampersand": b"&", "three dots": b"...", "four dots": b"....",
    "dot and space": b". ", "markup": b"<img src=x>", "quote and newline": b"'\n\"",
    "broken UTF-8": b"\xff\xfe", "half a character": b"half\xc3", "too long form": b"\xc0\xaf",
    "surrogate": b"\xed\xa0\x80", "surrogate pair": b"\xed\xa0\xbd\xed\xb8\x80",
    "beyond Unicode": b"\xf4\x90\x80\x80", "Latin-1": b"caf\xe9", "composed": "é".encode(),
    "decomposed": unicodedata.normalize("NFD", "é").encode(), "other order": "\u202egpj.exe".encode(),
    "isolates": "a\u2066b\u2069".encode(), "no width": "a\u200bb\u200d\ufeff".encode(),
    "line separator": "a\u2028b".encode(), "emoji": "👩‍👩‍👧".encode(), "longest": b"n" * 255,
    "longest in UTF-8": ("語" * 85).encode(), "longest broken": b"\xff" * 255, "lower case": b"twin",
    "upper case": b"TWIN", "windows device": b"NUL", "windows dots": b"trailing.",
    "windows drive": b"c:",
}
assert len(set(HOSTILE.values())) == len(HOSTILE)


@pytest.fixture
def hostile(cli, files):
    for name in HOSTILE.values():
        try:
            files({name: "needle\n"})
        except OSError:
            pytest.skip(f"the file system refuses {name!r}")
    names = set(os.listdir(os.fsencode(cli.folder)))
    if names != set(HOSTILE.values()):
        pytest.skip("the file system changes names")
    return names


def dashed(names):
    """As paths are printed: nothing that another program could take for an option."""
    return sorted(b"./" + name if name.startswith(b"-") else name for name in names)


def test_every_name_is_listed_with_its_own_bytes(cli, hostile):
    for args in (["find", "-u0"], ["search", "-u0l", "needle"]):
        assert sorted(cli(*args).out.split(b"\0")[:-1]) == dashed(hostile)
    assert sorted(cli("find", "-u").out.split(b"\n")) == sorted(
        b"\n".join(dashed(hostile)).split(b"\n") + [b""]
    )
    theirs = subprocess.run(
        ["find", ".", "-mindepth", "1", "-print0"], cwd=cli.folder, capture_output=True
    ).stdout
    assert sorted(cli("find", "-0", "-u", "", "./").out.split(b"\0")) == sorted(theirs.split(b"\0"))


def test_every_name_can_be_handed_on(cli, hostile):
    out = cli("find", "-0", "-u").out
    texts = subprocess.run(["xargs", "-0", "cat"], input=out, cwd=cli.folder, capture_output=True)
    assert texts.returncode == 0 and texts.stdout == b"needle\n" * len(hostile)


BY_NAME = pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)


def quoted(name):
    """As a glob that matches this name only."""
    return re.sub(rb"([][*?{}\\!])", rb"\\\1", name)


@BY_NAME
def test_a_name_can_be_asked_for_left_out_opened_and_explained(cli, files, name):
    similar = b"x" + name[1:]
    files({name: "needle\n", similar: "needle\n", "decoy": "needle\n"})
    path = b"./" + name if name.startswith(b"-") else name
    assert cli("find", "-u0s", "-g", quoted(name)) == (0, path + b"\0", b"")
    assert cli("find", "-u0s", "-E", quoted(name), "-E", quoted(similar)) == (0, b"decoy\0", b"")
    assert cli("search", "needle", b"./" + name) == (0, b"1:needle\n", b"")
    assert cli("explain", "-H", b"./" + name).code == 0


def is_utf8(name):
    return name.decode(errors="ignore").encode() == name


def ask_for_parts(cli, files, names):
    for name in names:
        files({name: ""})
        path = b"./" + name if name.startswith(b"-") else name
        result = cli("find", "-u0", "-F", "--", name)
        assert result.code == 0 and path in result.out.split(b"\0"), result


def test_plain_text_finds_every_name(cli, files):
    ask_for_parts(cli, files, filter(is_utf8, HOSTILE.values()))


def test_plain_text_finds_names_that_are_not_utf8(cli, files):
    ask_for_parts(cli, files, [name for name in HOSTILE.values() if not is_utf8(name)])


# Controls, and what reorders or hides text.
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200d\u2028\u202e\u2066\u2069\ufeff]")
COLOUR = re.compile(rb"\x1b\[[0-9;]*m")


@BY_NAME
def test_no_name_acts_on_a_terminal(cli, files, name):
    files({name: "needle\n"})
    here = b"./" + name
    for args in (
        ["find", "-u"],
        ["search", "-u", "needle"],
        ["explain", here],
        ["find", "--why", "-E", "*"],
        ["find", "", here + b"/below"],
    ):
        out = cli.terminal(*args, "--no-color").out
        assert out != b"" and not UNSAFE.search(out.decode()), args
        if "-u" in args:  # the colours are ours, and the name between them is the same
            assert COLOUR.sub(b"", cli.terminal(*args).out) == out, args
    assert cli.terminal("find", "-u").out.count(b"\n") == 1


def test_escaped_names_differ(cli, files):
    names = [b"\x1b", b"\\x1b", b"\xff", b"\\xff", b"\n", b"\\n", b"a\xc2\x9b", b"a\\u{9b}"]
    files({name: "" for name in names})
    lines = COLOUR.sub(b"", cli.terminal("find").out).splitlines()
    assert len(lines) == len(names)
    assert all(not UNSAFE.search(line.decode()) for line in lines)


def test_twins_by_case_and_by_form_are_two_and_told_apart(cli, files):
    composed, decomposed = "é".encode(), unicodedata.normalize("NFD", "é").encode()
    files({name: "needle\n" for name in (b"readme", b"README", composed, decomposed)})
    if len(os.listdir(cli.folder)) != 4:
        pytest.skip("the file system takes them for one")
    assert len(cli.lines("search", "-l", "needle")) == 4
    assert cli.lines("find", "readme") == [b"README", b"readme"]
    assert cli.lines("find", "-s", "readme") == [b"readme"] and cli.lines("find", "README") == [b"README"]
    assert cli.lines("find", composed) == [composed] and cli.lines("find", decomposed) == [decomposed]


@pytest.mark.parametrize(
    "folder", [b"new\nline", b"\xff", b"-d", b"esc\x1b[2J", b" ", b"...", b"[x]", b"n" * 255], ids=range(8)
)
def test_a_folder_of_such_a_name_is_walked_and_is_a_root_like_any_other(cli, files, folder):
    files({folder + b"/sub/x": "needle\n", folder + b"/.ignore": "nothing\n"})
    path = b"./" + folder if folder.startswith(b"-") else folder
    assert cli("find", "-u0", "x").out == path + b"/sub/x\0"
    assert cli("search", "-u0l", "needle").out == path + b"/sub/x\0"
    assert cli("search", "-0l", "needle", b"./" + folder).out == b"./" + folder + b"/sub/x\0"
    assert sorted(cli("find", "-0", "", b"./" + folder).out.split(b"\0")) == sorted(
        [b"", b"./" + folder + b"/sub", b"./" + folder + b"/sub/x"])
