"""Places that cannot be read, lead back, are no files, lie elsewhere, or change while they are walked."""

import os
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time

import pytest
from conftest import ROOT, assert_complete_or_said, below, make_files, mounts, places_named, through

NAME = "n" * 200  # to fill a pipe with
linux = pytest.mark.skipif(sys.platform != "linux", reason="/proc is of Linux")


def find(folder, *args):
    """GNU find's paths, sorted, without the leading ./"""
    out = subprocess.run(
        ["find", *args, "-print0"], cwd=folder, capture_output=True, env=dict(os.environ, LC_ALL="C")
    ).stdout
    return sorted(path.removeprefix(b"./") for path in out.split(b"\0")[:-1])


def links(folder, names):
    for name, target in names.items():
        os.symlink(target, folder / name)


# Rights

@pytest.fixture
def guarded(cli, files):
    """r may be listed but not entered, x the other way round, no neither; file is not to be read."""
    files({f"{top}/{name}": "needle\n" for top in ("ok", "r", "x", "no") for name in ("a", "b", "d/c")})
    files({"file": "needle\n"})
    rights = {"r": 0o744, "x": 0o711, "no": 0o700, "file": 0o600}
    if not ROOT:
        rights = {"r": 0o444, "x": 0o111, "no": 0o000, "file": 0o000}
    full = below(cli.folder)
    for name, mode in rights.items():
        os.chmod(cli.folder / name, mode)
    yield full
    for name in rights:
        os.chmod(cli.folder / name, 0o755)


def test_names_that_may_be_listed_are_results_and_the_other_places_are_named(cli, guarded):
    result = cli("find", "-0", "-u", unprivileged=True)
    assert_complete_or_said(result, guarded)
    assert places_named(result.err) == {b"r/d", b"x", b"no"}
    assert {b"r/a", b"r/d", b"x", b"no", b"file"} <= set(result.out.split(b"\0"))


def test_contents_that_may_not_be_read_are_named_each(cli, guarded):
    result = cli("search", "-0", "-l", "needle", unprivileged=True)
    assert_complete_or_said(result, {path for path in guarded if path.endswith((b"a", b"b", b"c", b"file"))})
    assert places_named(result.err) == {b"r/a", b"r/b", b"r/d", b"x", b"no", b"file"}
    assert result.out.split(b"\0")[:-1] != []


def test_facts_that_may_not_be_read_are_named_each(cli, guarded):
    result = cli("find", "-0", "-u", "-t", "f", "--min-size", "1", unprivileged=True)
    assert_complete_or_said(result, {path for path in guarded if path.endswith((b"a", b"b", b"c", b"file"))})
    assert places_named(result.err) == {b"r/a", b"r/b", b"r/d", b"x", b"no"}


def test_what_lies_behind_a_folder_that_may_not_be_listed_can_be_named(cli, guarded):
    assert cli("search", "needle", "x/a", unprivileged=True) == (0, b"1:needle\n", b"")
    assert cli("find", "", "x/d", unprivileged=True) == (0, b"x/d/c\n", b"")


# Links

def test_a_loop_of_links_ends_and_is_named(cli, files):
    files({"d/x": "needle\n", "d/e/y": "needle\n"})
    links(
        cli.folder,
        {"d/up": "..", "d/e/me": ".", "again": "d", "self": "self", "ping": "pong", "pong": "ping"},
    )
    result = cli("find", "-0", "-L", "-u")
    looping = {b"d/up", b"d/e/me", b"again/up", b"again/e/me"}
    assert looping <= places_named(result.err) and result.code == 2
    theirs = find(cli.folder, "-L", ".", "-mindepth", "1")
    # find leaves links that only lead to one another out; here they are links.
    assert set(result.out.split(b"\0")[:-1]) == set(theirs) | looping | {b"self", b"ping", b"pong"}
    assert cli.lines("find", "-u") == find(cli.folder, ".", "-mindepth", "1")


@pytest.mark.parametrize("threads", ["1", "8"])
def test_a_search_that_follows_links_reads_each_folder_once_on_a_way(cli, files, threads):
    files({"a/b/c/x": "needle\n"})
    links(cli.folder, {"a/b/c/up1": "..", "a/b/c/up2": "../..", "a/b/c/top": "../../..", "l": "a/b"})
    result = cli("search", "-0", "-l", "-L", "-j", threads, "needle", "a")
    assert result.out == b"a/b/c/x\0" and result.code == 2
    # top leads above the root, from where two ways lead into the walk again.
    assert places_named(result.err) == {b"a/b/c/up1", b"a/b/c/up2", b"a/b/c/top/a", b"a/b/c/top/l"}


def chain(cli, length, target):
    previous = target
    for i in range(1, length + 1):
        os.symlink(previous, cli.folder / f"link{i:02}")
        previous = f"link{i:02}"


def test_forty_links_lead_somewhere(cli, files):
    files({"folder/x": "needle\n"})
    chain(cli, 40, "folder")
    assert b"link40/x" in cli.lines("find", "-L", "x")
    assert b"link40/x" in cli.lines("search", "-L", "-l", "needle")
    assert cli.lines("find", "-L", "x") == find(cli.folder, "-L", ".", "-name", "x")



@pytest.mark.parametrize("args", [["find", "-L"], ["search", "-L", "needle"]], ids=["find", "search"])
def test_too_many_links_are_a_problem_where_they_are_to_be_followed(cli, files, args):
    files({"folder/x": "needle\n"})
    chain(cli, 41, "folder")
    result = cli(*args)
    assert places_named(result.err) == {b"link41"} and result.code == 2


def test_too_many_links_are_links_where_they_are_not_followed(cli, files):
    files({"folder/x": "needle\n"})
    chain(cli, 41, "folder")
    assert len(cli.lines("find", "-t", "l")) == 41
    for args in (["find", "", "link41"], ["search", "needle", "link41"]):
        result = cli(*args)
        assert result.code == 2 and b"link41: Too many" in result.err.replace(b"'", b"")


@pytest.mark.parametrize(
    "args", [["find", "-L", "", "ok"], ["search", "-L", "needle", "ok"]], ids=["find", "search"]
)
def test_a_link_into_a_locked_folder_is_a_problem_where_it_is_to_be_followed(cli, guarded, args):
    links(cli.folder, {"ok/out": "../no/a"})
    result = cli(*args, unprivileged=True)
    assert places_named(result.err) == {b"ok/out"} and result.code == 2


def test_a_dangling_link_is_listed_as_the_link_it_is(cli, files):
    files({"x": "needle\n"})
    links(cli.folder, {"gone": "nowhere", "fine": "x"})
    assert cli.lines("find") == cli.lines("find", "-L") == [b"fine", b"gone", b"x"]
    assert cli.lines("find", "-L", "-t", "l") == [b"gone"]
    assert cli.lines("search", "-L", "-l", "needle") == [b"fine", b"x"]
    assert b"left out: 1 (type)" in cli("search", "-L", "-l", "needle", "--stats").err
    assert cli.lines("find", "", "gone") == [b"gone"]
    result = cli("search", "needle", "gone")
    assert result.code == 2 and b"No such file" in result.err


def test_a_link_out_of_the_root_is_followed_only_when_asked(cli, files):
    files({"root/x": "needle\n", "outside/y": "needle\n", "outside/d/z": "needle\n"})
    links(cli.folder, {"root/folder": "../outside", "root/file": "../outside/y"})
    assert cli.lines("find", "", "root") == [b"root/file", b"root/folder", b"root/x"]
    assert cli.lines("search", "-l", "needle", "root") == [b"root/x"]
    assert cli.lines("find", "-L", "", "root") == find(cli.folder, "-L", "root", "-mindepth", "1")
    assert cli.lines("search", "-L", "-l", "needle", "root") == [
        b"root/file", b"root/folder/d/z", b"root/folder/y", b"root/x"]


def test_names_of_one_file_are_results_each(cli, files):
    files({"a": "needle\n", "d/": ""})
    os.link(cli.folder / "a", cli.folder / "b")
    os.link(cli.folder / "a", cli.folder / "d/c")
    assert cli.lines("find", "-t", "f") == cli.lines("search", "-l", "needle") == [b"a", b"b", b"d/c"]


# What is no file

@pytest.fixture
def special(cli, files):
    files({"a": "needle\n", "d/b": "needle\n"})
    os.mkfifo(cli.folder / "d/fifo")
    here = os.getcwd()
    os.chdir(cli.folder)  # the name of a socket may not be long
    socket.socket(socket.AF_UNIX).bind("socket")
    os.chdir(here)
    links(cli.folder, {"zero": "/dev/zero", "pipe": "d/fifo"})
    names = {b"p": b"d/fifo", b"s": b"socket"}
    if ROOT:
        os.mknod(cli.folder / "char", 0o20666, os.makedev(1, 5))  # the numbers of /dev/zero
        os.mknod(cli.folder / "block", 0o60666, os.makedev(7, 200))
        names |= {b"c": b"char", b"b": b"block"}
    return names


@pytest.mark.parametrize("follow", [[], ["-L"]], ids=["as they are", "followed"])
def test_fifos_sockets_and_devices_are_listed_and_never_read(cli, special, follow):
    assert cli.lines("find", "-u", *follow) == find(cli.folder, *follow, ".", "-mindepth", "1")
    assert cli.lines("search", "-uu", "-l", *follow, "needle") == [b"a", b"d/b"]
    stats = cli("search", "-uu", "-l", *follow, "needle", "--stats").err
    assert f"left out: {len(special) + 2} (type)".encode() in stats
    for letter, name in special.items():
        assert name in cli.lines("find", "-u", "-t", letter.decode(), *follow)


def test_what_has_no_end_is_refused_when_it_is_named(cli, special):
    for name in [*special.values(), b"zero", b"pipe"]:
        result = cli("search", "-a", "x", name, "a")
        assert result.code == 2 and name + b": not a regular file" in result.err
        assert cli("find", "", name) == (0, name + b"\n", b"")


@linux
def test_files_that_claim_to_be_empty_are_read_to_their_end(cli):
    assert cli.lines("search", "-l", "processor", "/proc/cpuinfo") == [b"/proc/cpuinfo"]
    expected = len([line for line in open("/proc/self/maps") if "r" in line])
    assert expected and int(cli("search", "-c", "r", "/proc/self/maps").out) > 5
    assert cli.lines("search", "-l", "MemTotal", "/proc", "-d1", "-g", "meminfo") == [b"/proc/meminfo"]


@linux
def test_virtual_file_systems_are_left_out_below_the_slash_only_and_counted(cli):
    result = cli("find", "-u", "-d", "2", "meminfo", "/", "--stats")
    assert b"/proc/meminfo" not in result.out and b"(virtual file system)" in result.err
    assert cli.lines("find", "-d", "1", "meminfo", "/proc") == [b"/proc/meminfo"]


@linux
def test_a_virtual_file_whose_reading_fails_is_named(cli, files):
    files({"a": "needle\n"})
    result = cli("search", "needle", "/proc/self/mem", "a")  # address 0 is nobody's
    assert result.code == 2 and result.out == b"a:1:needle\n"
    assert places_named(result.err) == {b"/proc/self/mem"}


@linux
def test_a_folder_that_opens_but_cannot_be_listed_is_named(cli):
    process = subprocess.Popen(["true"])
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # a zombie until it is waited for
    try:
        net = f"/proc/{process.pid}/net"
        try:
            os.listdir(net)
            pytest.skip("the system lists the network of a zombie")
        except OSError:
            pass
        result = cli("find", "-0", "-d", "1", "", net, f"/proc/{process.pid}")
        assert places_named(result.err) == {net.encode()} and result.code == 2
        entries = {
            os.path.join(f"/proc/{process.pid}", name).encode() for name in os.listdir(f"/proc/{process.pid}")
        }
        assert set(result.out.split(b"\0")[:-1]) == entries
    finally:
        process.wait()


# Other file systems

OTHER = 'mkdir m && mount -t tmpfs none m && mkdir m/d && echo needle > m/d/f'


def test_the_boundary_of_a_file_system_is_kept_when_asked_and_counted(cli, files, mountable):
    files({"a/b": "needle\n"})
    wrapper = mounts(OTHER)
    assert sorted(through(cli, wrapper, "find").out.split()) == [b"a", b"a/b", b"m", b"m/d", b"m/d/f"]
    os.rmdir(cli.folder / "m")
    result = through(cli, wrapper, "find", "--same-file-system", "--stats")
    assert sorted(result.out.split()) == [b"a", b"a/b", b"m"] and result.code == 0
    assert b"left out: 1 (other file system)" in result.err
    os.rmdir(cli.folder / "m")
    assert through(cli, wrapper, "search", "-l", "--same-file-system", "needle").out == b"a/b\n"
    os.rmdir(cli.folder / "m")
    # Each root is measured by its own.
    assert through(cli, wrapper, "find", "-t", "f", "--same-file-system", "", "m", "a").out.count(b"\n") == 2


def test_a_folder_mounted_below_itself_is_walked_once_and_no_loop(cli, files, mountable):
    files({"a/b/": "", "a/f": "needle\n"})
    wrapper = mounts("mount --bind a a/b")
    assert sorted(through(cli, wrapper, "find").out.split()) == [
        b"a", b"a/b", b"a/b/b", b"a/b/f", b"a/f"]
    result = through(cli, wrapper, "find", "-0", "-L")
    assert_complete_or_said(result, {b"a", b"a/b", b"a/f", b"a/b/b", b"a/b/f"})
    assert sorted(through(cli, wrapper, "search", "-l", "needle").out.split()) == [b"a/b/f", b"a/f"]


def test_an_overlay_is_walked_whole_and_nothing_twice(cli, mountable):
    script = (
        "mount -t tmpfs none . && cd . && mkdir -p low/a/b up/a/c up/n work over "
        "&& touch low/a/f low/a/b/g up/a/h "
        "&& mount -t overlay none -o lowerdir=low,upperdir=up,workdir=work over && rm over/a/f"
    )
    if through(cli, [*mounts(f"cd {cli.folder} && {script}"), "true"]).code != 0:
        pytest.skip("there is no overlay file system here")
    expected = sorted(b"over/" + name for name in (b"a", b"a/b", b"a/b/g", b"a/c", b"a/h", b"n"))
    for options in ([], ["-L"], ["--same-file-system"]):
        result = through(
            cli, mounts(f"cd {cli.folder} && {script} && cd {cli.folder}"), "find", "", "over", *options
        )
        assert sorted(result.out.split()) == expected and result.err == b""


def test_a_file_system_taken_away_during_the_walk_ends_it_and_the_rest_is_there(cli, files, mountable, start):
    files({f"stays/{i}{NAME}": "" for i in range(2000)})
    script = f'mkdir m && mount -t tmpfs none m && for i in $(seq 500); do mkdir -p "m/$i/{NAME}"; done'
    walk = start("find", "-0", "-j1", "", "m", "stays", wrapper=mounts(script))
    assert select.select([walk.process.stdout], [], [], 20)[0]  # from here on it waits: the pipe is too small
    enter = ["nsenter", "-t", str(walk.process.pid), "-m", f"--wd={cli.folder}"]
    if not shutil.which("nsenter") or subprocess.run([*enter, "umount", "-l", "m"]).returncode != 0:
        pytest.skip("the namespace cannot be entered")
    result = walk.rest()
    below_m = {path for path in result.out.split(b"\0") if path.startswith(b"m/")}
    assert_complete_or_said(result, below(cli.folder, "stays") | below_m)
    assert b"m/1" in below_m


def answer_mount(fuse):
    """The first half of a file system in user space: it says that it is there, and then no more."""
    deadline = time.monotonic() + 20
    while True:
        try:
            _, operation, number = struct.unpack_from("IIQ", os.read(fuse, 1 << 17))
            break
        except (PermissionError, BlockingIOError):  # not mounted yet
            assert time.monotonic() < deadline
            time.sleep(0.01)
    assert operation == 26
    body = struct.pack("IIIIHHII", 7, 31, 0, 0, 1, 1, 4096, 1).ljust(64, b"\0")
    os.write(fuse, struct.pack("IiQ", 16 + len(body), 0, number) + body)


def test_a_file_system_that_hangs_can_be_left_by_an_interrupt(cli, files, mountable, start):
    try:
        fuse = os.open("/dev/fuse", os.O_RDWR | os.O_NONBLOCK)
    except OSError:
        pytest.skip("/dev/fuse is not here")
    files({"m/": ""})
    # The program must not hold the other end itself: nobody could end it then.
    script = "mount -i -t fuse -o fd=0,rootmode=40000,user_id=0,group_id=0 none m && exec </dev/null"
    try:
        walk = start("find", "", "m", wrapper=mounts(script), stdin=fuse)
        answer_mount(fuse)
        # A question that nobody will take up: the program waits for the answer.
        assert select.select([fuse], [], [], 20)[0]
        assert walk.interrupt(3) == -signal.SIGINT
    finally:
        os.close(fuse)  # whoever waits is told that nobody answers


# Changes during the walk. The program waits, as its output is more than a pipe holds: what it has
# not come to by then is changed.

def test_folders_deleted_during_the_walk_are_counted_and_no_error(cli, files, start):
    files({f"d{i}/{NAME}{j}": "" for i in range(30) for j in range(200)})
    walk = start("find", "-j1", "--stats")
    assert walk.read(1)
    for i in range(30):
        shutil.rmtree(cli.folder / f"d{i}")
    code, out, err = walk.rest()
    paths = out.splitlines()
    assert code == 0 and b" 0 problems" in err
    assert {f"d{i}".encode() for i in range(30)} <= set(paths)
    seen = len({path.split(b"/")[0] for path in paths if b"/" in path})
    assert f"left out: {30 - seen} (vanished)".encode() in err and seen < 30


def test_folders_replaced_by_links_during_the_walk_are_not_followed(cli, files, start):
    files({f"t/d{i}/{NAME}{j}": "" for i in range(30) for j in range(200)})
    files({"outside/secret": ""})
    walk = start("find", "-j1", "", "t", "--stats")
    assert walk.read(1)
    for i in range(30):
        shutil.rmtree(cli.folder / f"t/d{i}")
        os.symlink("../outside", cli.folder / f"t/d{i}")
    code, out, err = walk.rest()
    assert code == 0 and b"secret" not in out and b"(vanished)" in err
    assert {f"t/d{i}".encode() for i in range(30)} <= set(out.splitlines())


def long_search(files, start, *options):
    """A search of eight files that waits in the first, and the names of the others."""
    text = f"needle {'x' * 90}\n" * 10000
    files({f"f{i}": text for i in range(8)})
    search = start("search", "-j1", "needle", *options)
    assert search.read(1)
    at_hand = search.out.split(b":")[0].decode()
    return search, [f"f{i}" for i in range(8) if f"f{i}" != at_hand]


def test_files_deleted_during_the_search_are_counted_and_no_error(cli, files, start):
    search, others = long_search(files, start, "--stats")
    for name in os.listdir(cli.folder):
        os.unlink(cli.folder / name)
    code, out, err = search.rest()
    # The one at hand is open and read to its end.
    assert code == 0 and out.count(b"\n") == 10000
    assert f"left out: {len(others)} (vanished)".encode() in err and b" 0 problems" in err


def test_files_replaced_by_fifos_and_links_during_the_search_block_and_mislead_nobody(cli, files, start):
    files({"../outside/secret": "needle secret\n"})
    search, others = long_search(files, start)
    for i, name in enumerate(others):
        os.unlink(cli.folder / name)
        if i % 2:
            os.mkfifo(cli.folder / name)
        else:
            os.symlink("../outside/secret", cli.folder / name)
    code, out, err = search.rest()
    assert out.count(b"\n") == 10000 and b"secret" not in out
    assert code == (2 if err else 0)


# Roots


@pytest.mark.parametrize("command_line", [["find", ""], ["search", "needle"]], ids=["find", "search"])
@pytest.mark.parametrize(
    "root, words",
    [
        ("missing", b"No such file"),
        ("", b"No such file"),
        ("file/x", b"Not a directory"),
        ("n" * 256, b"too long"),
        ("d/" * 2100, b"too long"),
    ],
    ids=["missing", "empty", "below a file", "long name", "long path"],
)
def test_a_root_that_is_not_there_is_named_and_the_others_are_searched(cli, files, command_line, root, words):
    files({"file": "needle\n", "d/x": "needle\n"})
    result = cli(*command_line, root, "d")
    assert result.code == 2 and words in result.err
    assert result.out.startswith(b"d/x")
    assert cli(*command_line, root).code == 2


def test_a_dash_is_standard_input_for_search_and_a_name_for_find(cli, files):
    assert cli("search", "needle", "-", stdin=b"a needle\n") == (0, b"a needle\n", b"")
    assert cli("find", "", "-").code == 2
    files({"-": "needle\n"})
    assert cli("find", "", "./-").out == b"./-\n"
    assert cli("search", "-l", "needle", "./-").out == b"./-\n"


def test_a_root_given_twice_is_searched_once(cli, files):
    files({"d/x": "needle\n"})
    assert cli.lines("find", "", "d", "d") == cli.lines("find", "", "d", "d/") == [b"d/x"]
    assert cli.lines("search", "needle", "d", "d") == [b"d/x:1:needle"]
    assert cli.lines("search", "needle", "d/x", "d/x") == [b"d/x:1:needle"]


@pytest.mark.parametrize(
    "args",
    [["find", "-0", "", ".", "d"], ["search", "-0", "-l", "needle", "d", "d/e", "d/x"]],
    ids=["find", "search"],
)
def test_a_root_inside_another_is_searched_once(cli, files, args):
    files({"d/x": "needle\n", "d/e/y": "needle\n"})
    paths = cli(*args).out.split(b"\0")[:-1]
    assert {b"d/x", b"d/e/y"} <= set(paths) and len(paths) == len(set(paths))


def test_a_current_folder_that_may_not_be_read_leaves_absolute_roots_alone(cli, files):
    files({"there/x": "needle\n", "locked/y": ""})
    locked = cli.folder / "locked"
    os.chmod(locked, 0o700)
    wrapper = ["sh", "-c", 'cd locked && exec setpriv --reuid 65534 --regid 65534 --clear-groups "$0" "$@"']
    if not ROOT or not shutil.which("setpriv"):
        pytest.skip("needs another user who is put into the folder")
    assert through(cli, wrapper, "find", "", cli.folder / "there").out == os.fsencode(
        cli.folder / "there/x\n"
    )
    assert through(cli, wrapper, "search", "-l", "needle", cli.folder / "there").code == 0
    for args in (["find"], ["search", "needle"]):
        result = through(cli, wrapper, *args)
        assert result.code == 2 and b"Permission denied" in result.err


def test_a_deleted_current_folder_leaves_absolute_roots_alone(cli, files):
    files({"there/x": "needle\n", "gone/": ""})
    wrapper = ["sh", "-c", 'cd gone && rmdir ../gone && exec "$0" "$@"']
    assert through(cli, wrapper, "search", "-l", "needle", cli.folder / "there").out == os.fsencode(
        cli.folder / "there/x\n"
    )
    make_files(cli.folder, {"gone/": ""})
    result = through(cli, wrapper, "find", "", "relative", cli.folder / "there")
    assert (
        result.out == os.fsencode(cli.folder / "there/x\n") and result.code == 2 and b"relative" in result.err
    )


# Settings and times

def test_a_read_only_system_is_searched_like_any_other(cli, files, mountable):
    files({"a/b": "needle\n", "home/": ""})
    wrapper = mounts(
        f"mount --bind . . && mount -o remount,bind,ro . && cd {cli.folder} && ! touch x 2>/dev/null"
    )
    for args in (["find"], ["search", "-l", "needle"]):
        result = through(
            cli, ["env", f"HOME={cli.folder}/home", f"XDG_CONFIG_HOME={cli.folder}/home", *wrapper], *args
        )
        assert result.code == 0 and result.err == b"" and b"a/b" in result.out.split()


NANOSECOND = 10**9
TIMES = {
    "y1902": -2145916800 * NANOSECOND,
    "y1960": -315619200 * NANOSECOND,
    "before": -1,
    "zero": 0,
    "nines": 1600000000 * NANOSECOND + 999999999,
    "y2038": 2147483648 * NANOSECOND,
    "y2106": 4294967296 * NANOSECOND,
    "y2200": 7258118400 * NANOSECOND,
    "y2400": 13569465600 * NANOSECOND,
}


@pytest.fixture
def dated(cli, files):
    """Files by name and time, as far as the file system keeps such times."""
    files({name: "" for name in TIMES})
    for name, when in TIMES.items():
        os.utime(cli.folder / name, ns=(when, when))
    return {name: when for name, when in TIMES.items() if os.stat(cli.folder / name).st_mtime_ns == when}


def between(cli, when):
    # A moment that is no file's own, as find asks for later and we for not earlier.
    later = cli.lines("find", "-t", "f", "--mtime-after", when)
    earlier = cli.lines("find", "-t", "f", "--mtime-before", when)
    read = cli.lines("find", "-t", "f", "--atime-after", when)
    assert later == read == find(cli.folder, ".", "-type", "f", "-newermt", when)
    assert earlier == find(cli.folder, ".", "-type", "f", "!", "-newermt", when)
    return later


@pytest.mark.parametrize("when", ["1930-01-01T00:00:00Z", "1969-12-31T23:59:59Z",
                                  "1970-01-01T00:00:01Z", "2020-09-13T12:26:41Z", "2040-01-01T00:00:00Z",
                                  "2106-02-07T06:28:15Z", "2150-01-01T00:00:00Z"])
def test_old_and_far_times_are_those_of_find(cli, dated, when):
    os.unlink(cli.folder / "y2400")
    between(cli, when)


def test_times_beyond_2262_are_late_not_early(cli, dated):
    if "y2400" not in dated:
        pytest.skip("the file system keeps no such times")
    assert "y2400" in dated
    assert b"y2400" in between(cli, "2150-01-01T00:00:00Z")


@pytest.mark.parametrize("when", ["2262-01-01T00:00:00Z", "1500-01-01T00:00:00Z"])
def test_any_date_of_four_digits_may_be_asked_for(cli, dated, when):
    between(cli, when)
