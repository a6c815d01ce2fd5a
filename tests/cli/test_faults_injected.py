"""Calls to the system that fail, one after the other, under strace: what is lost is named."""

import itertools
import re
import subprocess

import pytest
from conftest import SANITIZED, assert_complete_or_said, below, make_files, places_named, through

# Its own calls would fail as well, and it ends the program then.
pytestmark = pytest.mark.skipif(SANITIZED, reason="a sanitizer cannot live with failing calls")


@pytest.fixture
def trace(tmp_path):
    try:
        done = subprocess.run(
            ["strace", "-o", tmp_path / "trace", "-e", "trace=read", "true"], capture_output=True
        )
    except OSError:
        pytest.skip("strace is not here")
    if done.returncode != 0:
        pytest.skip("strace may not trace here")
    return tmp_path / "trace"


@pytest.fixture
def tree(cli, files):
    files({f"t/d{i}/{name}": "needle\n" for i in range(4) for name in ("a", "b", "sub/c")})
    files({"t/top": "needle\n", "t/d1/.ignore": "nothing\n"})
    return below(cli.folder, "t")


FIND = ["find", "-0", "-u", "", "t", "-j1"]
SEARCH = ["search", "-0", "-l", "-j1", "needle", "t"]
FACTS = ["find", "-0", "-u", "--min-size", "1", "-t", "f", "", "t", "-j1"]


def calls(cli, trace, call, args):
    """How often the program makes the call: while it starts, and in all."""
    done = through(cli, ["strace", "-f", "-o", trace, "-e", f"trace={call}"], *args)
    assert done.code == 0, done
    lines = [line for line in trace.read_text().splitlines() if re.search(rf"\b{call}\(", line)]
    starting = [i for i, line in enumerate(lines) if ".so" in line or "ELF" in line]
    return starting[-1] + 1 if starting else 0, len(lines)


def inject_if_made(cli, trace, call, rule, args):
    """The result, and whether the program made the call that was to fail."""
    wrapper = ["strace", "-f", "-o", trace, "-e", f"trace={call}", "-e", f"inject={call}:{rule}"]
    result = through(cli, wrapper, *args)
    return result, "(INJECTED" in trace.read_text()


def inject(cli, trace, call, rule, args):
    result, injected = inject_if_made(cli, trace, call, rule, args)
    assert injected, "nothing was injected"
    return result


def each_failure(cli, trace, call, error, args, step=1):
    """One run for every call that fails alone, and some in which all from there on fail."""
    starting, total = calls(cli, trace, call, args)
    assert total - starting > 3, "there is too little to fail"
    for number in range(starting + 1, total + 1, step):
        yield inject(cli, trace, call, f"error={error}:when={number}", args)
    for number in range(starting + 1, total + 1, 5):
        yield inject(cli, trace, call, f"error={error}:when={number}+", args)


def texts(tree):
    return {path for path in tree if path.endswith((b"/a", b"/b", b"/c", b"/top"))}


# With these the place is there and cannot be read; that it has vanished is another matter.
@pytest.mark.parametrize("error", ["EACCES", "EMFILE", "ENFILE", "EIO", "ESTALE", "ETIMEDOUT", "EHOSTDOWN"])
def test_a_folder_that_cannot_be_opened_is_named_and_the_rest_is_there(cli, tree, trace, error):
    problems = 0
    for result in each_failure(cli, trace, "openat", error, FIND, step=2):
        if b"cannot search" in result.err:  # the root itself
            assert result.code == 2 and result.out == b""
            continue
        assert_complete_or_said(result, tree)
        problems += len(places_named(result.err))
    assert problems > 0


@pytest.mark.parametrize("error", ["EACCES", "EMFILE", "EIO", "ESTALE"])
def test_a_file_that_cannot_be_opened_is_named_and_the_rest_is_there(cli, tree, trace, error):
    problems = 0
    for result in each_failure(cli, trace, "openat", error, SEARCH, step=2):
        if b"cannot search" in result.err:
            assert result.code == 2 and result.out == b""
            continue
        assert_complete_or_said(result, texts(tree))
        problems += len(places_named(result.err))
    assert problems > 0


@pytest.mark.parametrize("error", ["EIO", "ESTALE", "EINVAL", "ETIMEDOUT"])
def test_a_listing_that_breaks_off_is_named_and_keeps_what_it_had(cli, tree, trace, error):
    problems = 0
    for result in each_failure(cli, trace, "getdents64", error, FIND):
        assert_complete_or_said(result, tree)
        problems += len(places_named(result.err))
    assert problems > 0


def test_a_folder_deleted_while_it_is_listed_is_no_error_and_the_rest_is_there(cli, tree, trace):
    folders = {path for path in tree if path.startswith(b"t/d") and path.count(b"/") == 1} | {b"t"}
    folders |= {path for path in tree if path.endswith(b"/sub")}
    _, total = calls(cli, trace, "getdents64", FIND)
    losses = 0
    for number in range(1, total + 1):
        result = inject(cli, trace, "getdents64", f"error=ENOENT:when={number}", FIND)
        assert result.code == 0 and result.err == b""
        lost = tree - set(result.out.split(b"\0"))
        assert not lost or any(
            all(path.startswith(folder + b"/") for path in lost) for folder in folders
        ), lost
        losses += bool(lost)
    assert 0 < losses <= len(folders)


def test_a_folder_that_vanished_before_it_was_opened_is_counted_and_no_error(cli, tree, trace):
    starting, total = calls(cli, trace, "openat", FIND)
    counted = 0
    for number in range(starting + 1, total + 1):
        result = inject(cli, trace, "openat", f"error=ENOENT:when={number}", [*FIND, "--stats"])
        if b"cannot search" in result.err:
            assert result.code == 2
            continue
        lost = tree - set(result.out.split(b"\0"))
        if lost and result.code == 0:
            assert b"left out: 1 (vanished)" in result.err
            assert len({path.split(b"/")[1] for path in lost}) == 1
            counted += 1
        elif lost:
            assert b"t: No such file or directory" in result.err  # the root, which was there just now
    assert counted > 3


def test_a_file_that_vanished_before_it_was_opened_is_counted_and_no_error(cli, tree, trace):
    starting, total = calls(cli, trace, "openat", SEARCH)
    counted = 0
    for number in range(starting + 1, total + 1):
        result = inject(cli, trace, "openat", f"error=ENOENT:when={number}", [*SEARCH, "--stats"])
        lost = texts(tree) - set(result.out.split(b"\0"))
        if lost and result.code == 0:
            assert b"left out: 1 (vanished)" in result.err
            counted += 1
    assert counted > 9


@pytest.mark.parametrize("error", ["EIO", "EISDIR", "ESTALE"])
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_complete(cli, tree, trace, error):
    starting, total = calls(cli, trace, "read", SEARCH)
    problems = 0
    for number in range(starting + 1, total + 1):
        result = inject(cli, trace, "read", f"error={error}:when={number}", SEARCH)
        assert_complete_or_said(result, texts(tree))
        problems += len(places_named(result.err))
    assert problems > 9


@pytest.mark.parametrize("error", ["EIO", "EACCES", "ESTALE"])
def test_facts_that_cannot_be_read_are_named(cli, tree, trace, error):
    problems = 0
    full = texts(tree) | {b"t/d1/.ignore"}
    for result in each_failure(cli, trace, "statx", error, FACTS):
        if b"cannot search" in result.err:
            assert result.code == 2 and result.out == b""
            continue
        assert_complete_or_said(result, full)
        problems += len(places_named(result.err))
    assert problems > 9


@pytest.mark.parametrize(
    "call, args",
    [
        ("openat", FIND),
        ("getdents64", FIND),
        ("write", FIND),
        ("openat", SEARCH),
        ("getdents64", SEARCH),
        ("read", SEARCH),
        ("write", SEARCH),
        ("statx", FACTS),
    ],
)
def test_an_interrupted_call_is_made_again_and_nobody_notices(cli, tree, trace, call, args):
    expected = sorted(through(cli, [], *args).out.split(b"\0"))
    starting, _ = calls(cli, trace, call, args)
    step = 2 if call == "write" else 3
    result = inject(cli, trace, call, f"error=EINTR:when={starting + 1}+{step}", args)
    assert result.code == 0 and result.err == b""
    assert sorted(result.out.split(b"\0")) == expected


@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EDQUOT"])
@pytest.mark.parametrize(
    "args", [FIND, SEARCH, ["search", "--json", "-j1", "needle", "t"]], ids=["find", "search", "json"]
)
def test_output_that_cannot_be_written_is_an_error_each_time(cli, tree, trace, error, args):
    # The clock closes batches, so one run may write more often than the next: no count is made first.
    for number in itertools.count(1):
        result, injected = inject_if_made(
            cli, trace, "write", f"error={error}:when={number}", args
        )
        if not injected:
            assert number > 1 and result.code == 0, result
            break
        assert result.code == 2 and result.err.count(b"\n") == 1, result
        assert b"cannot write the output" in result.err


@pytest.mark.parametrize("args", [FIND[:-1], SEARCH[:3] + SEARCH[4:]], ids=["find", "search"])
def test_without_another_thread_the_first_does_all(cli, tree, trace, args):
    files = {f"t/wide{i}/{name}": "needle\n" for i in range(50) for name in "abc"}
    make_files(cli.folder, files)
    full = below(cli.folder, "t") if args[0] == "find" else texts(below(cli.folder, "t"))
    result = inject(cli, trace, "?clone3,clone", "error=EAGAIN", [*args, "-j8"])
    assert result.err == b""
    assert_complete_or_said(result, full)
