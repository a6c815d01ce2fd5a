"""Few descriptors, little memory, full disks; trees and files that are very large, deep or growing."""

import os
import shutil
import signal
import subprocess
import tempfile

import pytest
from conftest import SANITIZED, assert_complete_or_said, below, limits, mounts, places_named, through

COMMANDS = {
    "find": ["find", "-0", "-u"],
    "follow": ["find", "-0", "-u", "-L"],
    "search": ["search", "-0", "-l", "needle"],
}


# Descriptors

@pytest.fixture
def wide_and_deep(cli, files):
    files({f"w{i}/{name}": "needle\n" for i in range(60) for name in ("a", "s/b", "s/.ignore")})
    files({"/".join(f"p{i}" for i in range(depth)) + "/leaf": "needle\n" for depth in range(1, 60)})
    return below(cli.folder)


@pytest.mark.parametrize("descriptors", [8, 12, 20, 64])
@pytest.mark.parametrize("threads", ["1", "8"])
@pytest.mark.parametrize("args", COMMANDS.values(), ids=COMMANDS)
def test_few_descriptors_lose_nothing(cli, wide_and_deep, descriptors, threads, args):
    result = through(cli, limits(f"-n {descriptors}"), *args, "-j", threads)
    if args[0] == "search":
        wide_and_deep = {path for path in wide_and_deep if path.endswith((b"/a", b"/b", b"/leaf"))}
    assert result.code == 0
    assert_complete_or_said(result, wide_and_deep)


# Memory

little_memory = pytest.mark.skipif(SANITIZED, reason="a sanitized program needs more address space")


@pytest.fixture
def heavy(cli, files):
    files({f"d{i}/f{j}": "needle\n" * 1000 for i in range(40) for j in range(20)})
    files({"long": "x" * 20_000_000 + "needle\n", "lines": ("y" * 70 + "needle\n") * 100_000})


SEARCHES = {
    "find": ["find", "-u"],
    "search": ["search", "-c", "needle"],
    "every line": ["search", "-vc", "zzz"],
    "json": ["search", "--json", "-m2", "x*needle"],
}


def assert_right_or_said(result, expected):
    """Under a limit: the same as without, or exit code 2 and a message about memory."""
    assert result.code in (0, 2), result
    said = b"memory" in result.err
    assert said or result.err == expected.err
    assert result.code == (2 if said else expected.code)
    lines, full = result.out.splitlines(), expected.out.splitlines()
    if not full[0].startswith(b"{"):  # JSON tells times
        assert set(lines) <= set(full)
    assert said or len(lines) == len(full) > 800


@little_memory
@pytest.mark.parametrize("megabytes", [80, 150, 300])
@pytest.mark.parametrize("args", SEARCHES.values(), ids=SEARCHES)
def test_little_memory_is_enough_or_it_is_said(cli, heavy, megabytes, args):
    expected = through(cli, [], *args)
    assert_right_or_said(through(cli, limits(f"-v {megabytes * 1000}"), *args, "-j1"), expected)




@little_memory
def test_many_threads_in_little_memory_are_an_error_and_no_crash(cli, heavy):
    for args in SEARCHES.values():
        expected = through(cli, [], *args)
        for megabytes in (80, 150, 300):
            assert_right_or_said(through(cli, limits(f"-v {megabytes * 1000}"), *args, "-j8"), expected)


@little_memory
def test_too_little_memory_is_an_error_and_no_crash(cli, files):
    files({"long": "x" * 40_000_000 + "needle\n", "short": "needle\n"})
    begun = 0
    for megabytes in range(16, 80, 4):  # the system ends what it cannot even load
        result = through(cli, limits(f"-v {megabytes * 1000}"), "search", "-c", "needle", "-j1")
        if b"shared librar" in result.err:
            continue  # the loader had too little
        begun += 1
        assert result.code == 2, result  # at best the line is too long
        assert b"short:1" in result.out or b"memory" in result.err
    assert begun > 5


# Output


@pytest.mark.parametrize(
    "args",
    [["find", "-u"], ["search", "needle"], ["search", "--json", "needle"]],
    ids=["find", "search", "json"],
)
def test_a_disk_that_fills_up_is_an_error_and_said_once(cli, files, mountable, args):
    files({f"{'d' * 200}{i}/f": "needle\n" * 50 for i in range(400)})
    for redirection in ("full/out", "/dev/full"):
        script = ["sh", "-c", f'exec "$0" "$@" > {redirection}']
        os.makedirs(cli.folder / "full", exist_ok=True)
        result = through(cli, [*mounts("mount -t tmpfs -o size=32k none full"), *script], *args)
        assert result.code == 2 and result.err.count(b"\n") == 1
        assert b"cannot write the output: No space left on device" in result.err


@pytest.mark.parametrize(
    "args",
    [["find"], ["search", "needle"], ["search", "-c", "needle"], ["explain", "a"]],
    ids=["find", "search", "count", "explain"],
)
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_the_first_byte_that_cannot_be_written_is_an_error(cli, files, args, redirection):
    files({"a": "needle\n"})
    result = through(cli, ["sh", "-c", f'exec "$0" "$@" {redirection}'], *args)
    assert result.code == 2 and result.err != b""


def test_an_output_that_does_not_wait_loses_nothing(cli, files, start):
    files({f"d{i}/{'n' * 200}{j}": "" for i in range(20) for j in range(100)})
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    walk = start("find", "-t", "f", stdout=writing)
    os.close(writing)
    out = b""
    # Whatever is there is a sixth of it all: the program meets a full pipe again and again.
    while piece := os.read(reading, 1 << 16):
        out += piece
    os.close(reading)
    assert walk.rest()[::2] == (0, b"") and len(set(out.splitlines())) == 2000


def test_results_come_out_while_another_thread_has_long_to_work(cli, files, start):
    files({f"d{i}/{name}": "needle\n" for i in range(100) for name in "abc"})
    for _ in range(3):
        search = start("search", "-l", "-j2", "needle", ".", "-", stdin=subprocess.PIPE)
        assert search.read(300, seconds=3)


def test_matches_come_out_while_the_rest_of_a_huge_file_is_read(cli, start):
    make_sparse(cli, "big", b"needle\n" + b"x" * 20000)
    search = start("search", "-a", "needle", "big")
    assert search.read(1, seconds=3)


# Large, deep, long

@pytest.fixture
def spacious():
    """A folder in memory where there is one: making and deleting many entries on a disk takes long."""
    memory = "/dev/shm"
    where = memory if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 1 << 29 else None
    folder = tempfile.mkdtemp(dir=where)
    yield folder
    subprocess.run(["rm", "-rf", folder], check=True)  # Python's own way down is not as deep


def test_a_folder_of_a_hundred_thousand_entries_is_listed_whole_in_little_memory(cli, spacious):
    count = 100_000
    os.mkdir(os.path.join(spacious, "d"))
    for i in range(count):
        name = os.path.join(spacious, "d", f"entry-number-{i:06}")
        if i % 20000 == 0:  # a file has no more names than so many on some systems
            file = name
            with open(file, "w") as text:
                text.write("needle\n")
        else:
            os.link(file, name)
    few = limits("-n 12") if SANITIZED else limits("-n 12", "-v 80000")
    listed = through(cli, few, "find", "", "d", cwd=spacious)
    assert listed.code == 0 and listed.err == b""
    assert set(listed.out.splitlines()) == {f"d/entry-number-{i:06}".encode() for i in range(count)}
    found = through(cli, few, "search", "-l", "needle", "d", cwd=spacious)
    assert (
        found.code == 0 and found.err == b"" and set(found.out.splitlines()) == set(listed.out.splitlines())
    )


def test_twenty_thousand_empty_folders_need_no_descriptors(cli, spacious):
    for i in range(20_000):
        os.mkdir(os.path.join(spacious, f"{i:05}"))
    result = through(cli, limits("-n 10"), "find", cwd=spacious)
    assert result.code == 0 and result.err == b"" and len(set(result.out.splitlines())) == 20_000
    empty = through(cli, limits("-n 10"), "find", "-t", "e", "-j8", cwd=spacious)
    assert empty.code == 0 and sorted(empty.out.splitlines()) == sorted(result.out.splitlines())


def go_down(folder, names):
    """Makes one folder in the other; the last one's descriptor."""
    here = os.open(folder, os.O_RDONLY)
    for name in names:
        os.mkdir(name, dir_fd=here)
        inner = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    return here


def write(folder, name):
    file = os.open(name, os.O_WRONLY | os.O_CREAT, 0o644, dir_fd=folder)
    os.write(file, b"needle\n")
    os.close(file)


@pytest.mark.parametrize("options", ["-n 1024", "-n 12"])
def test_four_thousand_folders_of_long_names_are_walked_to_the_bottom(cli, spacious, options):
    depth, name = 4000, "d" * 255
    bottom = go_down(spacious, [name] * depth)
    write(bottom, "leaf")
    write(bottom, ".ignore")
    os.close(bottom)
    path = (name + "/").encode() * depth + b"leaf"
    result = through(cli, limits(options), "find", "leaf", "--stats", cwd=spacious)
    assert result.out == path + b"\n" and result.code == 0
    assert f"{depth + 2} entries seen in {depth} folders, 0 problems".encode() in result.err
    for more in ([], ["-L"], ["-j1"]):
        assert through(cli, limits(options), "search", "-l", "needle", *more, cwd=spacious) == (
            0,
            path + b"\n",
            b"",
        )
    facts = through(
        cli, limits(options), "find", "-t", "f", "--min-size", "7", "--max-size", "7", cwd=spacious
    )
    assert facts == (0, path + b"\n", b"")


@pytest.mark.parametrize("length", [4094, 4095, 4096, 4097, 8192])
def test_paths_around_the_longest_that_the_system_takes_are_found(cli, spacious, length):
    rest = length - len(spacious) - 1
    names = []
    while rest > 300:
        names.append("p" * 200)
        rest -= 201
    here = go_down(spacious, names)
    write(here, "f" * (rest // 2))
    os.mkdir("d" * (rest // 2 + 1), dir_fd=here)
    inner = os.open("d" * (rest // 2 + 1), os.O_RDONLY, dir_fd=here)
    write(inner, "l" * (rest - rest // 2 - 2))
    os.close(inner)
    os.close(here)
    theirs = subprocess.run(["find", spacious, "-mindepth", "1"], capture_output=True).stdout.splitlines()
    assert length in map(len, theirs) and theirs != []
    assert sorted(cli("find", "", spacious).out.splitlines()) == sorted(theirs)
    found = cli("search", "-l", "needle", spacious)
    assert found.code == 0 and sorted(found.out.splitlines()) == sorted(
        path for path in theirs if path[-1] in b"fl"
    )


# Files that are not what they seem, or change

def test_a_sparse_file_of_a_terabyte_is_binary_and_costs_nothing(cli, files):
    files({"small": "needle\n"})
    make_sparse(cli, "big", b"")
    assert cli.lines("search", "needle") == [b"small:1:needle"]
    assert b"left out: 1 (binary)" in cli("search", "needle", "--stats").err
    assert cli.lines("search", "-a", "needle", "--max-size", "1G") == [b"small:1:needle"]
    assert cli.lines("find", "--min-size", "1T") == [b"big"]


def make_sparse(cli, name, content):
    with open(cli.folder / name, "wb") as file:
        file.write(content)
        try:
            file.truncate(1 << 40)
        except OSError:
            pytest.skip("the file system has no files of a terabyte")


def test_enough_matches_end_the_reading_of_a_huge_file(cli):
    make_sparse(cli, "big", b"needle\n" + b"x" * 20000)
    assert cli("search", "-m1", "needle", "big").out == b"1:needle\n"
    assert cli("search", "-l", "needle", "big").out == b"big\n"
    assert cli("search", "-q", "needle", "big").code == 0


def test_an_interrupt_ends_the_reading_of_a_huge_file(cli, files, start):
    files({"small": "needle\n"})
    make_sparse(cli, "big", b"needle\n" + b"x" * 20000)
    search = start("search", "-a", "-j1", "needle", "small", "big")
    assert search.read(1)
    assert search.interrupt(5) == -signal.SIGINT


LINES = 200_000


@pytest.fixture
def waiting(cli, files, start):
    """A search of the file log, which waits after some lines as its output is more than a pipe holds."""
    files({"log": "needle line\n" * LINES, "other": "needle other\n"})
    search = start("search", "-j1", "needle", "log", "other")
    assert search.read(1) and search.out == b"log:1:needle line\n"
    return search


def lines_of_log(search):
    code, out, err = search.rest()
    assert (code, err) == (0, b"")
    lines = out.splitlines()
    assert lines[-1] == b"other:1:needle other"  # what comes after is searched as ever
    return lines[:-1]


ALL_LINES = [f"log:{i}:needle line".encode() for i in range(1, LINES + 1)]


@pytest.mark.parametrize("length", [0, 12 * 100_000 + 3])
def test_a_file_cut_short_while_it_is_read_just_ends(cli, waiting, length):
    os.truncate(cli.folder / "log", length)
    lines = lines_of_log(waiting)
    assert len(lines) < LINES and lines[:-1] == ALL_LINES[:len(lines) - 1]


def test_a_file_replaced_while_it_is_read_is_read_as_it_was(cli, files, waiting):
    files({"new": "needle new\n" * 1000})
    os.replace(cli.folder / "new", cli.folder / "log")
    assert lines_of_log(waiting) == ALL_LINES


def grow(cli):
    with open(cli.folder / "log", "a") as file:
        file.write("needle later\n" * 1_000_000)


def test_what_a_file_had_is_found_even_if_it_grows(cli, waiting):
    grow(cli)
    assert lines_of_log(waiting)[:LINES] == ALL_LINES


def test_a_growing_file_is_not_chased(cli, waiting):
    grow(cli)
    # What it had at the beginning, and the block at hand.
    assert len(lines_of_log(waiting)) * 12 < LINES * 12 + (1 << 20)
