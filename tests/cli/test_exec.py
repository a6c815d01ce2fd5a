"""find -x and -X: commands on results, what they are given and what becomes of what they say."""

import os
import select
import signal
import subprocess
import sys
import threading
import time

import pytest
from conftest import command, environment

PYTHON = sys.executable
# Prints the arguments it was given, each behind a NUL, and ends the list with a line.
ARGV = [PYTHON, "-c", r"import os, sys; os.write(1, b''.join(b'\0' + os.fsencode(a) for a in sys.argv[1:]) + b'\0\n')"]


def argument_lists(out):
    """What several ARGV have printed, as a list of lists."""
    assert out.endswith(b"\0\n") or out == b"", out
    return [run.split(b"\0")[1:] for run in out.split(b"\0\n")[:-1]]


def default_signals():
    # Whoever runs the tests may ignore some, and that would be inherited.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)


@pytest.fixture
def start(cli):
    """Starts the program. What a test that failed has left running ends with the test."""
    running = []

    def start(*args, prefix=(), stdout=subprocess.PIPE):
        running.append(subprocess.Popen([*prefix, *command(*args)], stdin=subprocess.DEVNULL, stdout=stdout,
                                        stderr=subprocess.PIPE, cwd=cli.folder, env=environment(), preexec_fn=default_signals))
        return running[-1]

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
            process.wait()
        for stream in process.stdout, process.stderr:
            if stream:
                stream.close()


def read_line(fifo, timeout=30):
    """A line that another process writes into a FIFO; the test fails when none comes."""
    fd = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    try:
        line, end = b"", time.monotonic() + timeout
        while not line.endswith(b"\n"):
            left = end - time.monotonic()
            assert left > 0, f"nothing came in {timeout} s"
            # Without a writer a FIFO is readable and empty: that is no news.
            if select.select([fd], [], [], left)[0]:
                piece = os.read(fd, 4096)
                line += piece
                if not piece:
                    time.sleep(0.005)
        return line
    finally:
        os.close(fd)


def alive(pid):
    try:
        os.kill(pid, 0)
        return True
    except ProcessLookupError:
        return False


# What a command is given.

@pytest.mark.parametrize("words, given", [
    ([], [b"d.e/a.tar.gz"]), (["{}"], [b"d.e/a.tar.gz"]), (["{/}"], [b"a.tar.gz"]), (["{//}"], [b"d.e"]), (["{.}"], [b"d.e/a.tar"]),
    (["{/.}"], [b"a.tar"]), (["before", "{}", "after"], [b"before", b"d.e/a.tar.gz", b"after"]), (["--out={.}.o", "{}"], [b"--out=d.e/a.tar.o", b"d.e/a.tar.gz"]),
    (["{//}/new-{/}"], [b"d.e/new-a.tar.gz"]), (["{}{}"], [b"d.e/a.tar.gzd.e/a.tar.gz"]), (["", "{}"], [b"", b"d.e/a.tar.gz"]),
    (["{", "}", "{x}", "{/", "{}"], [b"{", b"}", b"{x}", b"{/", b"d.e/a.tar.gz"]), (["$HOME", "*", "{}"], [b"$HOME", b"*", b"d.e/a.tar.gz"]),
])
@pytest.mark.parametrize("option", ["-x", "--exec"])
def test_places_for_the_path(cli, files, option, words, given):
    files({"d.e/a.tar.gz": ""})
    result = cli("find", "-t", "f", option, *ARGV, *words)
    assert (result.code, result.err) == (0, b"")
    assert argument_lists(result.out) == [given]


@pytest.mark.parametrize("name, place, given", [
    ("plain", "{.}", b"plain"), ("plain", "{//}", b"."), (".rc", "{.}", b".rc"), (".rc", "{/.}", b".rc"), (".rc.bak", "{/.}", b".rc"),
    ("d.x/plain", "{.}", b"d.x/plain"), ("d.x/plain", "{/.}", b"plain"), ("d/e/f.c", "{//}", b"d/e"), ("a.", "{.}", b"a"),
])
def test_parts_of_a_path(cli, files, name, place, given):
    files({name: ""})
    assert argument_lists(cli("find", "-H", "-t", "f", "-x", *ARGV, place).out) == [[given]]


def test_an_absolute_root_stays_in_all_parts(cli, files):
    files({"a.c": ""})
    folder = os.fsencode(cli.folder)
    given = argument_lists(cli("find", "a.c", str(cli.folder), "-x", *ARGV, "{}", "{//}", "{.}").out)
    assert given == [[folder + b"/a.c", folder, folder + b"/a"]]


ODD_NAMES = [b"new\nline", b"two  blanks ", b"'single'", b'"double"', b"$(touch pwned)", b"`touch pwned`", b"a;touch pwned", b"a|b&c>d",
             b"\\back\\slash\\", b"*", b"~", b"{}", b"%s", b"\xff\xfe", b"\x1b[31m", b"tab\t", "ä€😀".encode()]


@pytest.mark.parametrize("option", ["-x", "-X"])
def test_odd_names_arrive_as_one_argument_each(cli, files, option):
    files({b"d/" + name: "" for name in ODD_NAMES})
    result = cli("find", "-t", "f", option, *ARGV, timeout=60)
    assert (result.code, result.err) == (0, b"")
    given = argument_lists(result.out)
    if option == "-X":
        assert len(given) == 1
        given = [[argument] for argument in given[0]]
    assert sorted(given) == sorted([b"d/" + name] for name in ODD_NAMES)
    # No shell has read any of them.
    assert cli.lines("find", "pwned") == []


@pytest.mark.parametrize("name", [b"-rf", b"--help", b"-", b"+cmd", b"@file"])
def test_a_name_never_looks_like_an_option(cli, files, name):
    files({name: "", b"d/" + name: ""})
    given = argument_lists(cli("find", "-d", "1", "-t", "f", "-x", *ARGV, "{}", "{/}", "{.}", "{/.}", "--name={/}", "--file={}").out)
    stem = b"./" + name
    assert given == [[stem, stem, stem, stem, b"--name=" + name, b"--file=./" + name]]
    assert argument_lists(cli("find", "-d", "1", "-t", "f", "-X", *ARGV, "{/}").out) == [[stem]]
    assert argument_lists(cli("find", "-t", "f", "", "d", "-x", *ARGV, "{}", "{/}").out) == [[b"d/" + name, stem]]


def test_a_folder_that_looks_like_an_option(cli, files):
    files({"-d/a": ""})
    assert argument_lists(cli("find", "a", "-x", *ARGV, "{}", "{//}", "{//}/b").out) == [[b"./-d/a", b"./-d", b"./-d/b"]]


def test_what_the_command_writes_is_all_there_is(cli, files):
    files({"a": "", "b": "", "c": ""})
    result = cli("find", "-x", "true")
    assert result == (0, b"", b"")


def test_no_result_no_command(cli, files):
    files({"a": ""})
    for option in "-x", "-X":
        assert cli("find", "zzz", option, "touch", "ran") == (0, b"", b"")
    assert cli.lines("find", "ran") == []


def test_a_command_alone_may_read_the_input_and_those_side_by_side_have_none(cli, files):
    files({"a": ""})
    count = ["sh", "-c", "wc -c"]
    assert cli("find", "a", "-j1", "-x", *count, stdin=b"secret").out.strip() == b"6"
    assert cli("find", "a", "-j4", "-X", *count, stdin=b"secret").out.strip() == b"6"
    assert cli("find", "a", "-j4", "-x", *count, stdin=b"secret").out.strip() == b"0"


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="needs /proc")
@pytest.mark.parametrize("threads", ["1", "8"])
def test_a_command_inherits_three_streams_and_no_ignored_signal(cli, files, threads):
    files({f"d{i}/e/f{i}": "" for i in range(20)})
    # ls has one more, the folder that it lists.
    out = cli("find", "-t", "f", "-j", threads, "-x", "sh", "-c", "exec ls -m /proc/self/fd").out
    assert out == b"0, 1, 2, 3\n" * 20
    out = cli("find", "-t", "f", "-j", threads, "-x", "sh", "-c", "exec grep SigIgn /proc/self/status").out
    ignored = {int(line.split()[1], 16) >> (signal.SIGPIPE - 1) & 1 for line in out.splitlines()}
    assert len(out.splitlines()) == 20 and ignored == {0}


# Where a command ends, and several of them.

def test_a_semicolon_ends_a_command_and_options_go_on(cli, files):
    files({"a.c": "", "b.h": ""})
    assert argument_lists(cli("find", "-x", *ARGV, "-e", "{}", ";", "-e", "c").out) == [[b"-e", b"a.c"]]
    assert argument_lists(cli("find", "-x", *ARGV, "{}", ";", "*.h").out) == [[b"b.h"]]
    assert argument_lists(cli("find", "a.c", "-x", *ARGV, "a;b", "{}").out) == [[b"a;b", b"a.c"]]


@pytest.mark.parametrize("threads", ["1", "4"])
def test_several_commands_run_in_order_and_stop_at_a_failure(cli, files, threads):
    files({"a": "", "b": ""})
    result = cli("find", "-j", threads, "-x", "echo", "one", "{}", ";", "-x", "test", "{}", "=", "a", ";", "-x", "echo", "two", "{}")
    assert sorted(result.out.splitlines()) == [b"one a", b"one b", b"two a"]
    assert result.code == 1 and result.err == b""
    lines = result.out.splitlines()
    assert lines.index(b"one a") < lines.index(b"two a")


def test_several_commands_for_a_batch(cli, files):
    files({"a": "", "b": ""})
    result = cli("find", "-X", "echo", "one", ";", "-X", "echo", "two")
    assert [line.split()[0] for line in result.out.splitlines()] == [b"one", b"two"]
    assert all(sorted(line.split()[1:]) == [b"a", b"b"] for line in result.out.splitlines())


def test_what_only_looks_like_exec(cli, files):
    files({"-x": "", "a": ""})
    assert cli.lines("find", "-g", "-x") == [b"./-x"]
    assert cli.lines("find", "--", "-x") == [b"./-x"]
    assert cli.lines("find", "-E", "-x") == [b"a"]
    assert cli.lines("find", "-Hx", "echo") == [b"./-x", b"a"]
    assert cli.lines("find", "a", "-xecho") == [b"a"]
    assert cli.lines("find", "a", "--exec=echo", "found") == [b"found a"]
    # A value that is glued to its option.
    assert cli.lines("find", "-tx", "a") == []


# Exit codes.

def test_0_when_all_went_well(cli, files):
    files({"a": "", "b": ""})
    assert cli("find", "-x", "true").code == 0
    assert cli("find", "-X", "true").code == 0


@pytest.mark.parametrize("option", ["-x", "-X"])
@pytest.mark.parametrize("threads", ["1", "4"])
def test_1_when_a_command_fails(cli, files, option, threads):
    files({"a": "", "b": ""})
    assert cli("find", "-j", threads, option, "false") == (1, b"", b"")
    assert cli("find", "-j", threads, option, "sh", "-c", "exit 77") == (1, b"", b"")
    assert cli("find", "-j", threads, option, "sh", "-c", "kill -9 $$") == (1, b"", b"")


def test_one_failure_among_many_is_1_and_all_are_run(cli, files):
    files({f"f{i}": "" for i in range(50)})
    result = cli("find", "-x", "sh", "-c", 'echo "$1"; test "$1" != f7', "sh")
    assert result.code == 1 and len(result.out.splitlines()) == 50


@pytest.mark.parametrize("option", ["-x", "-X"])
def test_2_when_it_cannot_be_started_said_once(cli, files, option):
    files({f"f{i}": "" for i in range(50)})
    assert cli("find", option, "no-such-program-here") == (2, b"", b"findling: cannot run no-such-program-here: No such file or directory\n")
    files({"plain": "x"})
    os.chmod(cli.folder / "plain", 0o644)
    assert cli("find", option, "./plain") == (2, b"", b"findling: cannot run ./plain: Permission denied\n")
    os.chmod(cli.folder / "plain", 0o755)
    # Without #! it is no program; a shell would have read it.
    assert cli("find", option, "./plain") == (2, b"", b"findling: cannot run ./plain: Exec format error\n")


def test_a_command_that_cannot_be_started_ends_the_row(cli, files):
    files({"a": ""})
    result = cli("find", "-x", "echo", "{}", ";", "-x", "no-such-program-here", ";", "-x", "echo", "never")
    assert result.code == 2 and result.out == b"a\n"


@pytest.mark.parametrize("args, words", [
    (["-x"], b"needs a command"), (["-X"], b"needs a command"), (["-x", ";"], b"needs a command"), (["-x", "", "a"], b"needs a command"),
    (["--exec"], b"needs a command"), (["--exec-batch"], b"needs a command"), (["-x", "{}"], b"cannot be the program"), (["-x", "./{/}", "a"], b"cannot be the program"),
    (["-X", "{}"], b"cannot be the program"), (["-X", "cp", "{}", "{}"], b"only one"), (["-X", "cp", "{}", "{//}"], b"only one"),
    (["-X", "cp", "x{}"], b"x{}"), (["-X", "cp", "{}{}"], b"stand alone"), (["-x", "true", ";", "-X", "true"], b"do not go together"),
    (["-X", "true", ";", "-x", "true"], b"do not go together"), (["--batch-size", "x", "-X", "true"], b"--batch-size"), (["--batch-size", "-1", "-X", "true"], b"--batch-size"),
    (["--batch-size", "2", "-x", "true"], b"--batch-size"), (["--batch-size", "2"], b"--batch-size"), (["--batch-size"], b"--batch-size"),
])
def test_usage_errors_are_2_before_anything_runs(cli, files, args, words):
    files({"a": ""})
    result = cli("find", "a", *args)
    assert result.code == 2 and result.out == b"", result
    assert result.err.startswith(b"findling: ") and words in result.err and result.err.count(b"\n") == 1, result.err


def test_a_problem_of_the_search_is_2_and_commands_run(cli, files):
    files({"a": ""})
    result = cli("find", "a", ".", "missing", "-x", "echo")
    assert result.code == 2 and result.out == b"a\n" and b"missing: No such file or directory" in result.err


def test_a_number_of_results_is_a_number_of_commands(cli, files):
    files({f"d{i % 7}/f{i}": "" for i in range(200)})
    for threads in "1", "4":
        result = cli("find", "-t", "f", "--max-results", "23", "-j", threads, "-x", "echo")
        assert (result.code, len(result.out.splitlines())) == (0, 23)
        result = cli("find", "-t", "f", "--max-results", "23", "-j", threads, "-X", "echo")
        assert (result.code, len(result.out.split())) == (0, 23)


# Outputs.

def test_outputs_do_not_mix(cli, files):
    files({f"f{i:02}": "" for i in range(40)})
    script = "i=0; while [ $i -lt 300 ]; do echo \"$1 $i\"; echo \"$1 $i\" >&2; i=$((i+1)); done"
    result = cli("find", "-j8", "-x", "sh", "-c", script, "sh", timeout=120)
    assert result.code == 0
    for stream in result.out, result.err:
        lines = stream.splitlines()
        assert len(lines) == 40 * 300
        names = [lines[i].split()[0] for i in range(0, len(lines), 300)]
        assert sorted(names) == [b"f%02d" % i for i in range(40)]
        assert lines == [b"%s %d" % (name, i) for name in names for i in range(300)]


def test_outputs_too_large_to_keep_do_not_mix_either(cli, files):
    files({f"f{i}": "" for i in range(6)})
    script = "import sys\nfor i in range(60): sys.stdout.write((sys.argv[1] * 50000) + '\\n')"
    result = cli("find", "-j4", "-x", PYTHON, "-c", script, timeout=120)
    assert (result.code, result.err) == (0, b"")
    lines = result.out.splitlines()
    assert len(lines) == 360 and {len(line) for line in lines} == {100000}
    names = [lines[i][:2] for i in range(0, 360, 60)]
    assert sorted(names) == [b"f%d" % i for i in range(6)]
    assert [line[:2] for line in lines] == [name for name in names for _ in range(60)]


def test_bytes_of_an_output_stay_as_they_are(cli, files):
    files({"a": ""})
    for threads in "1", "4":
        assert cli("find", "-j", threads, "-x", "printf", "x\\000\\377\\n\\r{}").out == b"x\0\xff\n\ra"
        assert cli("find", "-j", threads, "-x", "sh", "-c", "printf out; printf err >&2") == (0, b"out", b"err")


def test_endless_output_into_a_closed_pipe_ends(cli, files, start):
    files({"a": "", "b": ""})
    for threads in "1", "4":
        process = start("find", "-j", threads, "-x", "yes")
        assert process.stdout.readline() != b""
        process.stdout.close()
        assert process.wait(timeout=30) == 0
        assert process.stderr.read() == b""
        process.stderr.close()


@pytest.mark.parametrize("threads", ["1", "4"])
def test_a_closed_standard_output(cli, files, threads):
    files({f"f{i}": "" for i in range(20)})
    shell = lambda line: subprocess.run(["sh", "-c", line, command()[0]], cwd=cli.folder, env=environment(), capture_output=True, timeout=60)
    done = shell(f'"$0" --cli find -j {threads} -x true >&-')
    assert (done.returncode, done.stderr) == (0, b"")
    done = shell(f'"$0" --cli find -j {threads} -x echo >&-')
    assert done.returncode in (1, 2) and done.stderr != b""
    assert shell(f'"$0" --cli find -j {threads} -x echo 2>&-').returncode == 0
    assert shell(f'"$0" --cli find -j {threads} -x echo <&-').returncode == 0


def test_a_full_disk_is_said_once(cli, files, start):
    files({f"f{i}": "" for i in range(20)})
    with open("/dev/full", "wb") as full:
        process = start("find", "-j4", "-x", "echo", stdout=full)
        err = process.communicate(timeout=60)[1]
    assert process.returncode == 2 and err == b"findling: cannot write the output: No space left on device\n"


# Many results, few commands.

def test_5000_results_in_few_commands(cli, files):
    files({f"d{i % 9}/file-{i:04}": "" for i in range(5000)})
    for option in "-X", "--exec-batch":
        given = argument_lists(cli("find", "-t", "f", option, *ARGV, timeout=60).out)
        assert len(given) <= 2
        assert sorted(sum(given, [])) == sorted(b"d%d/file-%04d" % (i % 9, i) for i in range(5000))


def test_5000_results_in_5000_commands(cli, files):
    files({f"d{i % 9}/file-{i:04}": "" for i in range(5000)})
    result = cli("find", "-t", "f", "-x", "echo", timeout=300)
    assert (result.code, result.err) == (0, b"")
    assert sorted(result.out.splitlines()) == sorted(b"d%d/file-%04d" % (i % 9, i) for i in range(5000))


@pytest.mark.parametrize("size, counts", [("1", [1] * 10), ("3", [3, 3, 3, 1]), ("10", [10]), ("11", [10]), ("0", [10])])
def test_batch_size(cli, files, size, counts):
    files({f"f{i}": "" for i in range(10)})
    for arguments in (["--batch-size", size], [f"--batch-size={size}"]):
        given = argument_lists(cli("find", *arguments, "-X", *ARGV, "first", "{}", "last").out)
        assert [len(run) - 2 for run in given] == counts
        assert all(run[0] == b"first" and run[-1] == b"last" for run in given)
        assert sorted(sum((run[1:-1] for run in given), [])) == sorted(b"f%d" % i for i in range(10))


@pytest.mark.parametrize("place, given", [("{}", b"d/a.c"), ("{/}", b"a.c"), ("{//}", b"d"), ("{.}", b"d/a"), ("{/.}", b"a")])
def test_parts_of_a_path_in_a_batch(cli, files, place, given):
    files({"d/a.c": "", "d/b.c": ""})
    result = argument_lists(cli("find", "-t", "f", "-X", *ARGV, place, "after").out)
    assert sorted(result[0]) == sorted([given, given.replace(b"a", b"b"), b"after"])


@pytest.mark.parametrize("stack", ["512", "8192"])
def test_the_limit_of_a_command_line_is_kept(cli, files, stack, start):
    """Linux gives arguments a quarter of the stack: 128 KiB and 2 MiB."""
    folder = "/".join(["x" * 200] * 15)
    files({f"{folder}/{'y' * 200}{i:04}": "" for i in range(1200)})
    line = f'ulimit -s {stack} && exec "$0" "$@"'
    process = start("find", "-t", "f", "-X", *ARGV, prefix=["sh", "-c", line])
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    given = argument_lists(out)
    total = sum(len(argument) for run in given for argument in run)
    assert total > 3_500_000 and sum(map(len, given)) == 1200 == len(set(sum(given, [])))
    # Neither more than it must be: each but the last is well filled.
    room = min(int(stack) * 256, 2 << 20)
    assert len(given) <= total // (room - (64 << 10)) + 1


def test_a_large_environment_leaves_less_room(cli, files):
    folder = "/".join(["x" * 200] * 15)
    files({f"{folder}/{i:04}": "" for i in range(600)})
    more = {f"LARGE{i}": "z" * 100_000 for i in range(15)}
    result = cli("find", "-t", "f", "-X", *ARGV, env=more, timeout=60)
    assert (result.code, result.err) == (0, b"")
    given = sum(argument_lists(result.out), [])
    assert len(given) == len(set(given)) == 600


# Signals.

SLEEPER = """
import os, signal, sys, time
if sys.argv[1] == "stubborn": signal.signal(signal.SIGTERM, signal.SIG_IGN)
with open("fifo", "w") as fifo: fifo.write(f"{os.getpid()}\\n")
time.sleep(60)
"""


@pytest.mark.parametrize("option, threads", [("-x", "1"), ("-x", "4"), ("-X", "4")])
@pytest.mark.parametrize("manner, least, most", [("polite", 0, 2), ("stubborn", 1.8, 10)])
def test_an_interrupt_ends_the_commands(cli, files, option, threads, manner, least, most, start):
    files({"a": ""})
    os.mkfifo(cli.folder / "fifo")
    process = start("find", "a", "-j", threads, option, PYTHON, "-c", SLEEPER, manner)
    child = int(read_line(cli.folder / "fifo"))
    assert alive(child) and process.poll() is None
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert least <= time.monotonic() - begin < most
    # Seen from a shell this is 130.
    assert process.returncode == -signal.SIGINT
    assert not alive(child)


def test_after_an_interrupt_no_further_command_starts(cli, files, start):
    files({f"f{i:03}": "" for i in range(200)})
    os.mkfifo(cli.folder / "fifo")
    script = "echo ran >> started; echo $$ > fifo; exec sleep 60"
    process = start("find", "f*", "-j1", "-x", "sh", "-c", script)
    child = int(read_line(cli.folder / "fifo"))
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == -signal.SIGINT
    process.communicate()
    assert not alive(child)
    assert (cli.folder / "started").read_text() == "ran\n"


def test_a_shell_sees_130(cli, files):
    files({"a": ""})
    os.mkfifo(cli.folder / "fifo")
    line = 'trap : INT; "$0" --cli find a -x "$1" -c "$2" polite 2>/dev/null; echo $?'
    shell = subprocess.Popen(["bash", "-c", line, command()[0], PYTHON, SLEEPER], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             cwd=cli.folder, env=environment(), start_new_session=True, preexec_fn=default_signals)
    child = int(read_line(cli.folder / "fifo"))
    os.killpg(shell.pid, signal.SIGINT)  # as a terminal does
    out, _ = shell.communicate(timeout=60)
    assert out.split()[-1] == b"130" and not alive(child)


def test_a_program_left_behind_by_a_command_does_not_outlive_the_interrupt_of_ours(cli, files, start):
    """It keeps the pipe of the output open: that must not hold us."""
    files({"a": ""})
    os.mkfifo(cli.folder / "fifo")
    script = "trap 'exit 0' TERM; sleep 60 & echo $! > fifo; wait"
    process = start("find", "a", "-j4", "-x", "sh", "-c", script)
    grandchild = int(read_line(cli.folder / "fifo"))
    try:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == -signal.SIGINT
    finally:
        os.kill(grandchild, signal.SIGKILL)
        process.communicate()


def test_children_are_counted_also_where_the_parent_ignores_them(cli, files, start):
    files({"a": ""})
    code = "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    for threads in "1", "4":
        process = start("find", "-j", threads, "-x", "false", prefix=[PYTHON, "-c", code])
        assert process.communicate(timeout=30) == (b"", b"")
        assert process.returncode == 1


def test_commands_run_side_by_side(cli, files):
    """Each waits for the other: run one after the other they would never end."""
    files({"a": "", "b": ""})
    for name in "to-a", "to-b":
        os.mkfifo(cli.folder / name)
    script = 'if [ "$1" = a ]; then echo x > to-b; read y < to-a; else read y < to-b; echo x > to-a; fi'
    assert cli("find", "[ab]", "-j2", "-x", "sh", "-c", script, "sh", timeout=30) == (0, b"", b"")


def test_a_slow_reader_gets_everything(cli, files, start):
    files({f"f{i}": "" for i in range(30)})
    process = start("find", "-j4", "-x", "sh", "-c", 'i=0; while [ $i -lt 500 ]; do echo "$1 $i"; i=$((i+1)); done', "sh")
    pieces = []

    def read():
        while piece := os.read(process.stdout.fileno(), 1000):
            pieces.append(piece)

    reader = threading.Thread(target=read)
    reader.start()
    reader.join(timeout=60)
    assert process.wait(timeout=30) == 0
    assert len(b"".join(pieces).splitlines()) == 15000
    process.stdout.close()
    process.stderr.close()
