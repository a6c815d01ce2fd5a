"""Exit codes, signals, and outputs that go away or are full."""

import os
import signal
import subprocess
import time

import pytest
from conftest import command, environment


@pytest.fixture
def big(files):
    files({f"d{i}/f{j}": "needle and more\n" * 3000 for i in range(10) for j in range(10)})


def test_find_is_0_also_when_empty_and_quiet_tells(cli, files):
    files({"a": "x\n"})
    assert cli("find", "a").code == 0
    assert cli("find", "zzz").code == 0
    assert cli("find", "-q", "a") == (0, b"", b"")
    assert cli("find", "-q", "zzz") == (1, b"", b"")


def test_search_is_0_found_and_1_not(cli, files):
    files({"a": "x\n"})
    assert cli("search", "x").code == 0
    assert cli("search", "zzz") == (1, b"", b"")
    assert cli("search", "-q", "x") == (0, b"", b"")
    assert cli("search", "-q", "zzz") == (1, b"", b"")
    assert cli("search", "-v", "x").code == 1
    assert cli("search", "-l", "zzz").code == 1
    assert cli("search", "-c", "zzz").code == 1


def test_explain_is_0_for_results_and_1_for_others(cli, files):
    files({"a": "x\n", ".h": ""})
    assert cli("explain", "a").code == 0
    assert cli("explain", ".h").code == 1
    assert cli("explain", "a", ".h").code == 1
    assert cli("explain", "missing").code == 2


def test_a_problem_is_2_even_with_results(cli, files):
    files({"a": "needle\n"})
    for args in (["find", "a", ".", "missing"], ["search", "needle", ".", "missing"]):
        result = cli(*args)
        assert result.code == 2
        assert b"a" in result.out
        assert b"missing: No such file or directory" in result.err


def test_quiet_with_a_hit_stays_0(cli, files):
    files({"a": "needle\n"})
    assert cli("search", "-q", "needle", "a", "missing").code == 0
    assert cli("search", "-q", "zzz", "a", "missing").code == 2


def test_an_unreadable_folder_is_2_and_the_rest_is_there(cli, files):
    files({"a/x": "needle\n", "locked/y": "needle\n", "z/w": "needle\n"})
    os.chmod(cli.folder / "locked", 0)
    try:
        result = cli("find", unprivileged=True)
        assert sorted(result.out.splitlines()) == [b"a", b"a/x", b"locked", b"z", b"z/w"]
        assert result.code == 2 and result.err == b"findling: locked: Permission denied (open folder)\n"
        result = cli("search", "-l", "needle", unprivileged=True)
        assert sorted(result.out.splitlines()) == [b"a/x", b"z/w"]
        assert result.code == 2
        result = cli("find", "-t", "e", unprivileged=True)
        assert b"Success" not in result.err and result.code == 2
    finally:
        os.chmod(cli.folder / "locked", 0o755)


def test_an_unreadable_file_is_2_and_named_once(cli, files):
    files({"a": "needle\n", "locked": "needle\n"})
    os.chmod(cli.folder / "locked", 0)
    result = cli("search", "needle", unprivileged=True)
    assert result.code == 2 and result.out == b"a:1:needle\n"
    assert result.err == b"findling: locked: Permission denied (open file)\n"
    assert cli("find", unprivileged=True).code == 0  # its name may be known


def test_a_limit_of_the_engine_is_2_and_names_the_line(cli, files):
    files({"f": "a\n" + "a" * 28 + "b\nca\n"})
    result = cli("search", "(?=(a+)+$)a", "f")
    assert result.code == 2 and result.out == b"1:a\n3:ca\n"
    assert b"f: " in result.err and b"line 2" in result.err


@pytest.mark.parametrize("args", [["find", "-u"], ["search", "needle"], ["search", "--json", "needle"], ["search", "-c", "needle"]])
def test_a_full_disk_is_an_error(cli, big, args):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command(*args), stdout=full, stderr=subprocess.PIPE, cwd=cli.folder, env=environment(), timeout=30)
    assert done.returncode == 2
    assert b"No space left" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["find", "--help"], ["explain", "d1"]])
def test_a_full_disk_is_an_error_for_short_texts_too(cli, big, args):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command(*args), stdout=full, stderr=subprocess.PIPE, cwd=cli.folder, env=environment(), timeout=30)
    assert done.returncode == 2 and b"No space left" in done.stderr


def test_closed_streams(cli, files):
    files({"a": "needle\n"})

    def shell(line):
        return subprocess.run(["sh", "-c", line, command()[0]], cwd=cli.folder, env=environment(), capture_output=True, timeout=30)

    for args in ("find", "search needle"):
        closed = shell(f'"$0" --cli {args} >&-')
        assert closed.returncode == 2 and closed.stderr != b"", args
        assert shell(f'"$0" --cli {args} 2>&-').returncode == 0
        assert shell(f'"$0" --cli {args} <&-').returncode == 0
        assert shell(f'"$0" --cli {args} -q >&-').returncode == 0
    assert shell('"$0" --cli find missing-root-x /missing 2>&-').returncode == 2


@pytest.mark.parametrize("args", [["find", "-u"], ["search", "needle"], ["search", "--json", "needle"]])
def test_a_closed_pipe_ends_it_quietly_and_soon(cli, big, args):
    process = subprocess.Popen(command(*args), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cli.folder, env=environment())
    process.stdout.readline()
    process.stdout.close()
    begin = time.monotonic()
    assert process.stderr.read() == b""
    process.stderr.close()
    # find may have written all it had into the pipe by then; both ends are fine.
    assert process.wait(timeout=30) == 0
    assert time.monotonic() - begin < 5


def default_signals():
    # Whoever runs the tests may ignore some, and that would be inherited.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@pytest.fixture
def slow(files):
    """Lines that keep the engine busy for longer than the test waits."""
    files({f"f{i}": ("x" * 300000 + "y\n") * 20 for i in range(40)})
    return "x*x*[yq](?<!y)"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_running_search(cli, slow, number):
    process = subprocess.Popen(command("search", slow), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=cli.folder,
                               env=environment(), preexec_fn=default_signals)
    time.sleep(0.4)
    assert process.poll() is None
    begin = time.monotonic()
    process.send_signal(number)
    process.communicate(timeout=30)
    assert time.monotonic() - begin < 2
    # Seen from a shell this is 128 + number.
    assert process.returncode == -number


def test_a_signal_ends_a_search_that_waits_for_input(cli):
    process = subprocess.Popen(command("search", "x", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               cwd=cli.folder, env=environment(), preexec_fn=default_signals)
    time.sleep(0.4)
    assert process.poll() is None
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == -signal.SIGINT
    assert time.monotonic() - begin < 2
    process.communicate()


def test_a_shell_sees_130(cli, slow):
    line = 'trap : INT; "$0" --cli search "$1" 2>/dev/null; echo $?'
    shell = subprocess.Popen(["bash", "-c", line, command()[0], slow], stdout=subprocess.PIPE, cwd=cli.folder, env=environment(),
                             start_new_session=True, preexec_fn=default_signals)
    time.sleep(0.6)
    os.killpg(shell.pid, signal.SIGINT)  # as a terminal does
    out, _ = shell.communicate(timeout=60)
    assert out.split()[-1] == b"130"


def test_an_ignored_interrupt_stays_ignored(cli, files):
    files({"a": "needle\n"})
    done = subprocess.run(["sh", "-c", 'trap "" INT; "$0" --cli search needle; kill -INT $$; echo still here', command()[0]],
                          cwd=cli.folder, env=environment(), capture_output=True, timeout=30)
    assert done.stdout == b"a:1:needle\nstill here\n"


def test_few_descriptors_are_enough(cli, files):
    files({f"d{i}/e/f/g": "needle\n" for i in range(60)})
    for limit in (10, 12, 20, 64):
        line = f'ulimit -n {limit}; exec "$0" --cli search -l needle'
        done = subprocess.run(["sh", "-c", line, command()[0]], cwd=cli.folder, env=environment(), capture_output=True, timeout=30)
        assert done.returncode == 0 and done.stderr == b"", (limit, done.stderr)
        assert len(done.stdout.splitlines()) == 60


def test_a_deleted_current_folder_is_an_error_and_absolute_roots_work(cli, files, tmp_path):
    files({"gone/": "", "there/a": ""})
    line = 'cd gone && rmdir ../gone && "$0" --cli find; echo $?; "$0" --cli find a "$1"; echo $?'
    done = subprocess.run(["sh", "-c", line, command()[0], str(tmp_path / "there")], cwd=cli.folder, env=environment(), capture_output=True,
                          timeout=30)
    words = done.stdout.split()
    assert words[-2:] == [os.fsencode(tmp_path / "there/a"), b"0"], done
