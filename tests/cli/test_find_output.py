"""find: order, counts, tables, templates, what was left out."""

import csv
import io
import os
import subprocess
import time

import pytest
from conftest import SANITIZED


@pytest.fixture
def tree(files):
    files({"b/a10.txt": "x" * 10, "b/a9.txt": "x" * 300, "b.c": "x" * 20, "a.c": "", "z/y/x.h": "x"})


ALL = [b"a.c", b"b", b"b/a10.txt", b"b/a9.txt", b"b.c", b"z", b"z/y", b"z/y/x.h"]


def found(cli, *args):
    result = cli("find", *args)
    assert (result.code, result.err) == (0, b""), result
    return result.out.splitlines()


def test_sorted_by_path_a_folder_comes_before_what_is_in_it(cli, tree):
    assert found(cli, "--sort", "path") == ALL
    assert found(cli, "--sort", "path", "--reverse") == ALL[::-1]
    assert found(cli, "--reverse") == ALL[::-1]


def test_natural_order_counts_numbers_by_value(cli, tree):
    assert found(cli, "--natural", "*.txt") == [b"b/a9.txt", b"b/a10.txt"]
    assert found(cli, "--sort", "path", "*.txt") == [b"b/a10.txt", b"b/a9.txt"]


def test_sorted_by_size_and_equal_ones_by_path(cli, tree):
    by_size = [b"a.c", b"z/y/x.h", b"b/a10.txt", b"b.c", b"b/a9.txt"]
    assert found(cli, "-t", "f", "--sort", "size") == by_size
    assert found(cli, "-t", "f", "--sort", "size", "--reverse", "--max-results", "2") == [
        b"b/a9.txt", b"b.c"]


def test_sorted_by_name_and_by_extension(cli, tree):
    assert found(cli, "-t", "f", "--sort", "name") == [
        b"a.c", b"b/a10.txt", b"b/a9.txt", b"b.c", b"z/y/x.h"]
    assert found(cli, "-t", "f", "--sort", "extension") == [
        b"a.c", b"b.c", b"z/y/x.h", b"b/a10.txt", b"b/a9.txt"]


def test_sorted_by_time(cli, tree):
    for age, name in enumerate(["b.c", "z/y/x.h", "a.c", "b/a9.txt", "b/a10.txt"]):
        os.utime(cli.folder / name, (1.5e9 + age, 1.6e9 - age))
    newest_first = [b"b.c", b"z/y/x.h", b"a.c", b"b/a9.txt", b"b/a10.txt"]
    assert found(cli, "-t", "f", "--sort", "modified", "--reverse") == newest_first
    assert found(cli, "-t", "f", "--sort", "atime") == newest_first


def test_many_results_are_sorted_as_python_sorts_them(cli, files):
    files({f"d{i % 97}/{i * 7919 % 10007}": "" for i in range(9000)})
    expected = sorted(found(cli, "-t", "f"), key=lambda path: path.split(b"/"))
    assert len(expected) == 9000
    assert found(cli, "-t", "f", "--sort", "path", "-j", "4") == expected
    assert found(cli, "-t", "f", "--sort", "path", "--max-results", "10") == expected[:10]


def test_an_unknown_order_is_an_error(cli, tree):
    result = cli("find", "--sort", "colour")
    assert result.code == 2 and b"'colour'" in result.err and b"modified" in result.err


def test_count_is_the_number_of_results(cli, tree):
    assert cli("find", "--count").out == b"8\n"
    assert cli("find", "--count", "nothing").out == b"0\n"


def test_csv_is_read_back_by_python(cli, files):
    files({'quote"d.txt': "x" * 7, "comma,d.txt": "", "new\nline.txt": "", "=cmd.txt": ""})
    result = cli("find", "--csv", "--sort", "path")
    rows = list(csv.DictReader(io.StringIO(result.out.decode(), newline="")))
    assert [row["path"] for row in rows] == ["'=cmd.txt", "comma,d.txt", "new\nline.txt", 'quote"d.txt']
    assert [row["size"] for row in rows] == ["0", "0", "0", "7"]
    assert {row["type"] for row in rows} == {"file"}


def test_csv_of_lines(cli, files):
    files({"a.txt": 'one\n"two", 2\n'})
    rows = list(csv.DictReader(io.StringIO(cli("search", "--csv", "two").out.decode(), newline="")))
    assert rows == [{"path": "a.txt", "line": "2", "column": "2", "text": '"two", 2'}]


def test_long_shows_what_ls_shows(cli, tree):
    os.chmod(cli.folder / "b.c", 0o640)
    os.symlink("b.c", cli.folder / "link")
    os.utime(cli.folder / "b.c", (0, 1709296205))
    lines = {line.split()[-1]: line.split() for line in cli("find", "-l", env={"TZ": "UTC"}).out.splitlines()}
    mode, _owner, _group, size, date, clock, _path = lines[b"b.c"]
    assert (mode, size, date, clock) == (b"-rw-r-----", b"20", b"2024-03-01", b"12:30")
    assert lines[b"z"][0] == b"drwxr-xr-x"
    assert [line for line in cli("find", "-l", "link").out.splitlines()][0].endswith(b"link -> b.c")


def test_a_template_says_how_a_result_looks(cli, tree):
    assert found(cli, "--format", "{/.}|{//}|{.}|{/}|{size}", "a10.txt") == [b"a10|b|b/a10|a10.txt|10"]
    assert found(cli, "--format", r"{{{name}}}\t{type}", "b.c") == [b"{b.c}\tfile"]
    result = cli("find", "--format", "{nonsense}")
    assert result.code == 2 and b"nonsense" in result.err


def test_why_counts_what_was_left_out_by_rule(cli, files):
    files({".gitignore": "*.o\nbuild/\n", ".git/HEAD": "ref: refs/heads/main\n", "a.o": "", "d/b.o": "",
           "build/c.c": "", "a.c": ""})
    result = cli("find", "--why", "-t", "f")
    assert result.out == b"a.c\n"
    lines = result.err.splitlines()
    rules = os.fsencode(cli.folder / ".gitignore")
    assert b"left out: 2 ignored: *.o in " + rules + b":1" in lines
    assert b"left out: 1 ignored: build/ in " + rules + b":2" in lines
    assert not any(line.startswith(b"d/b.o") for line in lines)


def test_why_list_names_every_entry_that_was_left_out(cli, files):
    files({"a.c": "", "b.h": "", ".x": ""})
    result = cli("find", "--why-list", "-e", "c")
    assert result.out == b"a.c\n"
    assert any(line.startswith(b"b.h: ") for line in result.err.splitlines())


def test_hyperlinks_are_urls_with_every_odd_byte_encoded(cli, files):
    files({"a b\xff".encode("latin-1"): ""})
    out = cli("find", "--hyperlink", "always").out
    path = os.fsencode(cli.folder) + b"/a%20b%FF"
    assert out.startswith(b"\x1b]8;;file://") and path + b"\x1b\\a b\xff\x1b]8;;\x1b\\\n" in out
    assert b"\x1b" not in cli("find", "--hyperlink", "auto").out


def test_colours_follow_LS_COLORS(cli, files):
    files({"a.c": "", "d/": "", "p.sh": ""})
    os.chmod(cli.folder / "p.sh", 0o755)
    colors = {"LS_COLORS": "di=01;36:ex=01;33:*.c=35"}
    out = cli("find", "--color", "always", "--sort", "path", env=colors).out
    assert out == b"\x1b[35ma.c\x1b[0m\n\x1b[01;36md\x1b[0m\n\x1b[01;33mp.sh\x1b[0m\n"


def test_a_full_disk_is_an_error_also_for_sorted_results(cli, tree):
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([cli_program(), "--cli", "find", "--sort", "path"], cwd=cli.folder, stdout=full,
                              stderr=subprocess.PIPE, timeout=30)
    assert done.returncode == 2 and b"No space left" in done.stderr


def cli_program():
    return os.environ["FINDLING_BIN"]


def test_a_limit_holds_for_a_count_too(cli, tree):
    assert cli("find", "--count", "--max-results", "3").out == b"3\n"
    assert cli("find", "--count", "--sort", "size", "--max-results", "3").out == b"3\n"


@pytest.mark.parametrize("options", [
    ["--count", "--long"], ["--count", "--csv"], ["--count", "-0"], ["-0", "--json"], ["-0", "--csv"],
])
def test_wishes_that_exclude_each_other_are_an_error(cli, options):
    result = cli("find", *options)
    assert result.code == 2 and b"does not go with" in result.err and result.out == b""


def test_quiet_answers_truly_where_nobody_listens(cli, files):
    files({"a": ""})
    reader, writer = os.pipe()
    os.close(reader)
    try:
        for pattern, code in (("nothing", 1), ("a", 0)):
            done = subprocess.run([cli_program(), "--cli", "find", "-q", pattern], cwd=cli.folder,
                                  stdout=writer, timeout=30)
            assert done.returncode == code
    finally:
        os.close(writer)


def test_facts_that_cannot_be_shown_or_sorted_by_are_named(cli, files):
    if os.geteuid() != 0:
        pytest.skip("needs another user")
    files({"d/a": "x", "d/b": "xx"})
    os.chmod(cli.folder / "d", 0o744)
    for options in ["--long"], ["--csv"], ["--format", "{size} {}"], ["--sort", "size"], ["--json"]:
        result = cli("find", "-t", "f", *options, unprivileged=True)
        assert result.code == 2, (options, result)
        assert b"d/a" in result.err and b"d/b" in result.err and b"d/a" in result.out


def test_folders_that_are_entered_are_not_called_unvisited(cli, files):
    files({"d/x": "", ".h/y": ""})
    lines = cli("find", "x", "--why-list").err.splitlines()
    assert [line for line in lines if line.startswith(b"d: ")] == [b"d: other name: does not match x"]
    assert any(line.startswith(b".h: ") and b"contents not visited" in line for line in lines)


def test_csv_on_a_terminal_is_harmless(cli, files):
    files({"a\x1b[31m": "needle\x1b[31m\n"})
    for args in ["find", "--csv"], ["search", "--csv", "needle"]:
        assert b"\x1b" not in cli.terminal(*args, "--no-color").out


def test_sorting_without_memory_is_an_error_and_no_crash(cli, files):
    if SANITIZED:
        pytest.skip("a sanitizer needs more than any limit here")
    files({f"d{i % 50}/{'n' * 200}{i}": "" for i in range(20000)})
    for megabytes in 30, 45, 60, 90:
        done = subprocess.run(
            ["bash", "-c", f'ulimit -v {megabytes * 1000}; exec "$@"', "bash", cli_program(), "--cli", "find",
             "--sort", "path", "-j2"], cwd=cli.folder, capture_output=True, timeout=60)
        assert done.returncode in (0, 2), (megabytes, done.returncode, done.stderr)
        assert done.returncode == 0 or b"memory" in done.stderr or b"thread" in done.stderr
