"""find: names, filters, output."""

import os
import subprocess
import time

import pytest

TREE = {
    "a.c": "x" * 10, "b.h": "x" * 2000, "d/c.c": "x" * 5000, "d/e/f.txt": "", "d/e/G.TXT": "x" * 1024,
    ".hidden": "x", ".h/inside.c": "x", "empty/": "", "report.txt": "x",
}


@pytest.fixture
def tree(files):
    files(TREE)


def test_without_arguments_all_that_is_not_hidden(cli, tree):
    assert cli.lines("find") == sorted(
        [b"a.c", b"b.h", b"d", b"d/c.c", b"d/e", b"d/e/f.txt", b"d/e/G.TXT", b"empty", b"report.txt"])


def test_hidden_with_H_and_with_u(cli, tree):
    everything = [b".h", b".h/inside.c", b".hidden", b"a.c", b"b.h", b"d", b"d/c.c", b"d/e", b"d/e/G.TXT",
                  b"d/e/f.txt", b"empty", b"report.txt"]
    assert cli.lines("find", "-H") == everything
    assert cli.lines("find", "-u") == everything


def test_a_glob_lists_what_find_name_lists(cli, tree):
    theirs = subprocess.run(["find", ".", "-name", "*.c"], cwd=cli.folder, capture_output=True).stdout
    assert cli.lines("find", "-u", "*.c") == sorted(line[2:] for line in theirs.splitlines())


def test_a_root_stands_before_each_path(cli, tree):
    assert cli.lines("find", "*.c", "d") == [b"d/c.c"]
    assert cli.lines("find", "*.c", "d/") == [b"d/c.c"]
    assert cli.lines("find", "*.c", "./d") == [b"./d/c.c"]
    assert cli.lines("find", "*.c", str(cli.folder / "d")) == [os.fsencode(cli.folder / "d/c.c")]
    assert cli.lines("find", "*.c", "--root", "d") == [b"d/c.c"]
    assert cli.lines("find", "*", "--root", ".", "d/e", "--depth", "1") == sorted(
        [b"a.c", b"b.h", b"d", b"empty", b"report.txt", b"d/e/f.txt", b"d/e/G.TXT"])


@pytest.mark.parametrize("pattern, found", [
    ("a.c", [b"a.c"]), ("report", []), ("*report*", [b"report.txt"]), ("*.{c,h}", [b"a.c", b"b.h", b"d/c.c"]),
    ("d/*.c", [b"d/c.c"]), ("**/*.txt", [b"d/e/G.TXT", b"d/e/f.txt", b"report.txt"]), ("*.TXT", [b"d/e/G.TXT"]),
    ("[ab].?", [b"a.c", b"b.h"]), ("[!a].c", [b"d/c.c"]), ("d/", [b"d"]), ("/d", [b"d"]), ("./a.c", [b"a.c"]),
    ("", [b"a.c", b"b.h", b"d", b"d/c.c", b"d/e", b"d/e/G.TXT", b"d/e/f.txt", b"empty", b"report.txt"]),
])
def test_patterns(cli, tree, pattern, found):
    assert cli.lines("find", pattern) == found


def test_a_pattern_of_one_class_is_no_list(cli, files):
    files({"a": "", "b": "", "[ab]": ""})
    assert cli.lines("find", "[ab]") == [b"a", b"b"]
    assert cli.lines("find", "\\[ab\\]") == [b"[ab]"]
    assert cli.lines("find", "-E", "[ab]") == [b"[ab]"]


def test_patterns_with_a_dash_or_odd_words(cli, files):
    files({"-x": "", "++": "", "--": "", "%": ""})
    assert cli.lines("find", "--", "-x") == [b"./-x"]
    assert cli.lines("find", "-g", "-x") == [b"./-x"]
    assert cli.lines("find", "++") == [b"++"]
    assert cli.lines("find", "--", "--") == [b"./--"]
    assert cli.lines("find", "%") == [b"%"]


@pytest.mark.parametrize("options, found", [
    (["-e", "c"], [b"a.c", b"d/c.c"]), (["-e", "c,h"], [b"a.c", b"b.h", b"d/c.c"]), (["-e", "c", "-e", "h"], [b"a.c", b"b.h", b"d/c.c"]),
    (["-t", "d"], [b"d", b"d/e", b"empty"]), (["-t", "e"], [b"d/e/f.txt", b"empty"]), (["-t", "e", "-t", "f"], [b"d/e/f.txt"]),
    (["-d", "1"], [b"a.c", b"b.h", b"d", b"empty", b"report.txt"]), (["--min-depth", "3"], [b"d/e/G.TXT", b"d/e/f.txt"]),
    (["-E", "d"], [b"a.c", b"b.h", b"empty", b"report.txt"]), (["-g", "!*.c", "-t", "f", "-d1"], [b"b.h", b"report.txt"]),
    (["-S", "+2k"], [b"d/c.c"]), (["-S", "-10b", "-t", "f"], [b"a.c", b"d/e/f.txt", b"report.txt"]), (["-S", "1k"], [b"d/e/G.TXT"]),
    (["--min-size", "1k", "--max-size", "2000"], [b"b.h", b"d/e/G.TXT"]), (["-s", "-g", "g*"], []), (["-i", "-g", "G*"], [b"d/e/G.TXT"]),
])
def test_filters(cli, tree, options, found):
    assert cli.lines("find", *options) == found


@pytest.mark.parametrize("ours, theirs", [
    (["--min-size", "1k"], ["-type", "f", "-size", "+1023c"]),
    (["--max-size", "10"], ["-type", "f", "-size", "-11c"]),
    (["--mtime-after", "-1d"], ["-mtime", "-1"]),
    (["--changed-within", "1d"], ["-mtime", "-1"]),
    (["--mtime-before", "2020-01-01T00:00:00Z"], ["!", "-newermt", "2020-01-01T00:00:00Z"]),
    (["--mtime-after", "@1500000000"], ["-newermt", "@1499999999.999999999"]),
    (["-t", "d"], ["-type", "d"]), (["-d", "2"], ["-maxdepth", "2"]), (["-L"], []),
])
def test_filters_agree_with_find(cli, tree, ours, theirs):
    old = [("a.c", 1500000000), ("b.h", 1499999999), ("d/c.c", 0)]
    for name, when in old:
        os.utime(cli.folder / name, (when, when))
    follow = ["-L"] if "-L" in ours else []
    expected = subprocess.run(["find", *follow, ".", "-mindepth", "1", *theirs], cwd=cli.folder, capture_output=True, text=True)
    assert expected.returncode == 0, expected.stderr
    assert cli.lines("find", "-u", *ours) == sorted(line[2:].encode() for line in expected.stdout.splitlines())


def test_a_number_of_results_is_exact(cli, files):
    files({f"d{i % 7}/f{i}": "" for i in range(500)})
    for threads in "1", "4":
        assert len(cli.lines("find", "-t", "f", "--max-results", "123", "-j", threads)) == 123


def test_gitignore_hides_and_switches_bring_back(cli, files):
    files({".git/HEAD": "ref: x\n", ".gitignore": "*.o\nbuild/\n", "a.o": "", "a.c": "", "build/x": "", ".ignore": "z\n", "z": ""})
    assert cli.lines("find") == [b"a.c"]
    assert cli.lines("find", "--no-ignore-vcs") == [b"a.c", b"a.o", b"build", b"build/x"]
    assert cli.lines("find", "-I") == [b"a.c", b"a.o", b"build", b"build/x", b"z"]
    assert cli.lines("find", "--no-gitignore") == cli.lines("find", "-I")
    files({"extra": "a.c\n"})
    assert cli.lines("find", "-I", "--ignore-file", "extra", "-t", "f") == [b"a.o", b"build/x", b"extra", b"z"]


def test_a_nul_follows_each_path(cli, files):
    names = [b"new\nline", b"-dash", b" space ", b"\xff\xfe", b"\x1b[31m"]
    files({name: "" for name in names})
    out = cli("find", "-0").out
    assert out.endswith(b"\0")
    assert sorted(out.split(b"\0")[:-1]) == sorted([b"./-dash" if n == b"-dash" else n for n in names])
    # What comes out can be given to another program as it is.
    listed = subprocess.run(["xargs", "-0", "ls", "-d"], input=out, cwd=cli.folder, capture_output=True)
    assert listed.returncode == 0, listed.stderr


def test_names_come_out_raw_in_a_pipe(cli, files):
    files({b"\x1b[31mred": "", b"\xff": "", b"tab\t": ""})
    assert cli("find").out.split(b"\n").count(b"\x1b[31mred") == 1
    assert b"\xff\n" in cli("find").out


def test_follow_links_and_loops(cli, files):
    files({"d/x": ""})
    os.symlink("d", cli.folder / "l")
    os.symlink("..", cli.folder / "d/up")
    assert cli.lines("find") == [b"d", b"d/up", b"d/x", b"l"]
    looping = cli("find", "-L")
    assert looping.code == 2 and b"loop" in looping.err
    assert b"l/x" in looping.out.splitlines()


def test_files_given_as_roots_pass_all_filters(cli, tree):
    assert cli.lines("find", "*.nothing", "a.c", ".hidden") == [b".hidden", b"a.c"]


def test_times_are_judged_at_one_moment(cli, files):
    files({"now": ""})
    os.utime(cli.folder / "now", (time.time() - 3600, time.time() - 3600))
    assert cli.lines("find", "--mtime-after", "-2h", "--mtime-before", "-30m") == [b"now"]
    assert cli.lines("find", "--mtime-after", "-30m") == []


def test_stats_and_why_go_to_standard_error(cli, tree):
    result = cli("find", "*.c", "--stats", "--why-list")
    assert result.code == 0 and sorted(result.out.splitlines()) == [b"a.c", b"d/c.c"]
    err = result.err.decode()
    assert "2 results" in err and "hidden" in err
    assert any(line.startswith(".hidden") and "hidden" in line for line in err.splitlines())
    assert any(line.startswith("b.h") for line in err.splitlines())
    assert any(line.startswith(".h:") and "contents not visited" in line for line in err.splitlines())
    quiet = cli("find", "*.c", "--why", "-q")
    assert quiet.out == b""
