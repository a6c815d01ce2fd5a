"""search: lines, as grep would print them."""

import os
import subprocess

import pytest

TEXTS = {
    "a.txt": "one\ntwo needle\nthree\nNeedle four\nfive\nneedle needle\n",
    "d/b.txt": "needle at the start\n\n\nlast line needle",
    "d/c.txt": "nothing here\n",
    "d/e/crlf.txt": "a\r\nneedle\r\nb\r\n",
    "d/empty.txt": "",
    "d/latin.txt": b"caf\xe9 needle\n",
    "names.txt": "foo_bar foo\nfoo\nfoobar\n-x dash\na.c\nabc\n",
}


@pytest.fixture
def texts(files):
    files(TEXTS)


def grep(folder, *args):
    """grep's lines with a path as we print it, sorted."""
    env = dict(os.environ, LC_ALL="C.UTF-8")
    out = subprocess.run(["grep", *args], cwd=folder, capture_output=True, env=env).stdout
    return sorted(line[2:] if line.startswith(b"./") else line for line in out.splitlines())


def grep_in_order(folder, *args):
    env = dict(os.environ, LC_ALL="C.UTF-8")
    return subprocess.run(["grep", *args], cwd=folder, capture_output=True, env=env).stdout


@pytest.mark.parametrize("pattern", ["needle", "^needle", "needle$", "ne+dle", "e$", "^$", "foo", "[nt]", "x|needle", "l(a|i)st", "a.c", ".*"])
def test_lines_are_those_of_grep(cli, texts, pattern):
    # -a: in this locale grep takes a line with a broken character for binary.
    theirs = grep(cli.folder, "-rnaP", pattern, ".") if not pattern == ".*" else None
    ours = sorted(cli("search", "-s", pattern).out.splitlines())
    if theirs is None:
        assert len(ours) == sum(len(t.splitlines()) for t in TEXTS.values())
        return
    assert ours == theirs


@pytest.mark.parametrize("options", [["-i"], ["-w"], ["-x"], ["-v"], ["-F"], ["-m1"], ["-c"], ["-l"], ["-wi"], ["-vx"], ["-cv"], ["-ci"], ["-m", "2"]])
@pytest.mark.parametrize("pattern", ["needle", "foo", "a.c", "needle needle"])
def test_options_mean_what_they_mean_in_grep(cli, texts, options, pattern):
    plain = any(o in ("-F",) for o in options)
    theirs = grep(cli.folder, "-rna" + ("" if plain else "P"), *options, "--", pattern, ".")
    if any("c" in o for o in options if o.startswith("-") and not o.startswith("-m")):
        theirs = [line for line in theirs if not line.endswith(b":0")]  # files without a match are not named
    case = [] if any("i" in o for o in options) else ["-s"]
    assert cli.lines("search", *case, *options, "--", pattern) == theirs


@pytest.mark.parametrize("options", [["-A1"], ["-B1"], ["-C1"], ["-C2"], ["-A2", "-B1"], ["-A", "10"], ["-B10"], ["-v", "-C1"], ["-m1", "-A2"]])
@pytest.mark.parametrize("name", ["a.txt", "d/b.txt", "d/e/crlf.txt", "long.txt"])
def test_context_is_that_of_grep(cli, texts, files, options, name):
    files({"long.txt": "".join(f"{'needle' if i % 17 == 0 or i in (40, 42) else 'line'} {i}\n" for i in range(30000))})
    theirs = grep_in_order(cli.folder, "-n", *options, "needle", name)
    ours = cli("search", "-s", *options, "needle", name).out
    assert ours == (theirs if theirs.endswith(b"\n") or not theirs else theirs + b"\n")


def test_context_across_files_is_separated(cli, files):
    files({"a": "x\n1\n2\nx\n", "b": "x\n"})
    out = cli("search", "-A1", "-j1", "x", "a", "b").out
    assert out == b"a:1:x\na-2-1\n--\na:4:x\n--\nb:1:x\n"


def test_paths_and_numbers_by_the_number_of_files(cli, texts):
    assert cli("search", "four", "a.txt").out == b"4:Needle four\n"
    assert cli("search", "four", ".").out == b"a.txt:4:Needle four\n"
    assert cli("search", "four", "a.txt", "d").out == b"a.txt:4:Needle four\n"
    assert cli("search", "four", "a.txt", "--with-filename").out == b"a.txt:4:Needle four\n"
    assert cli("search", "four", ".", "--no-filename").out == b"4:Needle four\n"
    assert cli("search", "-N", "four", "a.txt").out == b"Needle four\n"
    assert cli("search", "four", "--column").out == b"a.txt:4:8:Needle four\n"
    assert cli("search", "four", "--heading").out == b"a.txt\n4:Needle four\n"


def test_standard_input_is_a_dash(cli):
    assert cli("search", "b", "-", stdin=b"a\nb\nb").out == b"b\nb\n"
    assert cli("search", "-n", "b", "-", stdin=b"a\nb").out == b"2:b\n"
    assert cli("search", "-c", "b", "-", stdin=b"a\nb\nb").out == b"2\n"
    assert cli("search", "x", "-", stdin=b"a\n").code == 1


def test_without_a_root_standard_input_is_not_read(cli, texts):
    # A program that inherits a pipe must not wait for it.
    result = cli("search", "four", stdin=b"four\n")
    assert result.out == b"a.txt:4:Needle four\n"


@pytest.mark.parametrize("args, found", [
    (["-e", "-x"], [b"names.txt:4:-x dash"]), (["--", "-x"], [b"names.txt:4:-x dash"]), (["-e-x"], [b"names.txt:4:-x dash"]),
    (["--regexp=-x"], [b"names.txt:4:-x dash"]), (["--regexp", "-x"], [b"names.txt:4:-x dash"]),
    (["-e", "one", "-e", "-x"], [b"a.txt:1:one", b"names.txt:4:-x dash"]),
    (["-F", "a.c"], [b"names.txt:5:a.c"]), (["-xF", "a.c"], [b"names.txt:5:a.c"]),
    (["-ow", "nothing-like-it"], None), (["-w", "-e", "-x"], [b"names.txt:4:-x dash"]),
    (["[ab]bc"], [b"names.txt:6:abc"]), (["[ab]\\.c"], [b"names.txt:5:a.c"]),
])
def test_patterns_on_the_command_line(cli, texts, args, found):
    if found is None:
        assert cli("search", *args).code in (0, 1, 2)
        return
    assert cli.lines("search", *args) == found


def test_odd_patterns_reach_the_engine_as_they_are(cli, files):
    files({"f": "++\n{a}\n%%\n[x]\n@file\na,b\n"})
    for pattern, line in [("++", 1), ("{a}", 2), ("%%", 3), ("[x]", 4), ("@file", 5), ("a,b", 6)]:
        assert cli("search", "-F", pattern, "f").out == f"{line}:{pattern}\n".encode()
        assert cli("search", "-F", "-e", pattern, "f").out == f"{line}:{pattern}\n".encode()
        assert cli("search", "-F", f"--regexp={pattern}", "f").out == f"{line}:{pattern}\n".encode()


def test_an_empty_pattern_matches_every_line(cli, files):
    files({"f": "a\n\nb\n"})
    every = b"1:a\n2:\n3:b\n"
    assert cli("search", "", "f").out == every
    assert cli("search", "-e", "", "f").out == every
    assert cli("search", "--regexp=", "f").out == every
    assert cli("search", "-F", "", "f").out == every
    assert cli("search", "-v", "", "f").code == 1


def test_smart_case(cli, texts):
    assert len(cli.lines("search", "needle", "a.txt")) == 3
    assert cli.lines("search", "Needle", "a.txt") == [b"4:Needle four"]
    assert len(cli.lines("search", "-i", "NEEDLE", "a.txt")) == 3
    assert len(cli.lines("search", "-s", "needle", "a.txt")) == 2
    assert len(cli.lines("search", "-s", "-S", "needle", "a.txt")) == 3   # the last one wins
    assert cli.lines("search", "(?<=Needle )four", "a.txt") == [b"4:Needle four"]
    # In search -i speaks of the text alone: names keep their smart case.
    assert cli.lines("search", "-i", "ONE", "-g", "A.TXT") == []


def test_filters_choose_the_files(cli, texts):
    assert cli.lines("search", "-l", "needle", "-g", "a*") == [b"a.txt"]
    assert cli.lines("search", "-l", "needle", "-g", "!a*", "-g", "!latin*") == [b"d/b.txt", b"d/e/crlf.txt"]
    assert cli.lines("search", "-l", "needle", "--extension", "md") == []
    assert cli.lines("search", "-l", "needle", "--max-size", "20") == [b"d/e/crlf.txt", b"d/latin.txt"]
    assert cli.lines("search", "-l", "needle", "-d", "1") == [b"a.txt"]


def test_a_number_of_results_counts_lines(cli, texts):
    for threads in "1", "4":
        result = cli("search", "needle", "--max-results", "3", "-j", threads)
        assert result.code == 0 and len(result.out.splitlines()) == 3


def test_binary_files(cli, files):
    files({"bin": b"needle\0needle\n", "text": b"needle\n", "late": b"x" * 8192 + b"\nneedle\0\n"})
    assert cli.lines("search", "-l", "needle") == [b"late", b"text"]
    assert cli.lines("search", "-la", "needle") == [b"bin", b"late", b"text"]
    assert cli.lines("search", "-luu", "needle") == [b"bin", b"late", b"text"]
    assert b"binary" in cli("search", "needle", "--stats").err
    named = cli("search", "needle", "bin")
    assert named.code == 0 and b"binary" in named.out and b"needle\0" not in named.out
    assert cli("search", "-c", "needle", "bin").code == 0


def test_null_after_the_path(cli, files):
    files({"a": "x\n", "b\nc": "x\n"})
    assert cli("search", "-l0", "x", "-j1").out.split(b"\0")[:-1] in ([b"a", b"b\nc"], [b"b\nc", b"a"])
    assert b"a\x001:x\n" in cli("search", "-0", "x").out
    assert b"a\x001\n" in cli("search", "-0c", "x").out


def test_long_lines_come_out_whole_in_a_pipe(cli, files):
    line = b"x" * 700000 + b"needle" + b"y" * 700000
    files({"f": b"one\n" + line + b"\ntwo\n"})
    assert cli("search", "needle", "f").out == b"2:" + line + b"\n"


def test_a_huge_output_is_complete(cli, files):
    files({f"d{i}/f": "".join(f"needle {n}\n" for n in range(9000)) for i in range(8)})
    out = cli("search", "needle", "-j4").out.splitlines()
    assert len(out) == 72000
    # A file's lines stay together, in order.
    paths = [line.split(b":")[0] for line in out]
    assert sum(a != b for a, b in zip(paths, paths[1:])) == 7
    assert [int(line.split(b":")[1]) for line in out if line.startswith(b"d3/")] == list(range(1, 9001))


def test_stats(cli, texts):
    err = cli("search", "-s", "needle", "--stats").err.decode()
    assert "6 lines in 4 files" in err, err
    assert "7 files searched" in err, err


def test_lines_of_crlf_files_keep_their_ends(cli, texts):
    assert cli("search", "needle", "d/e/crlf.txt").out == b"2:needle\r\n"
