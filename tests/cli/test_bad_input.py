"""Whatever is wrong with the command line is said clearly, with exit code 2 and no output."""

import pytest


@pytest.mark.parametrize("args, words", [
    ([], ["command", "find", "search"]),
    (["fnd"], ["fnd", "did you mean find"]),
    (["serach"], ["serach", "did you mean search"]),
    (["frobnicate"], ["frobnicate"]),
    (["search"], ["pattern"]),
    (["explain"], ["path"]),
    (["find", "--hiden"], ["--hiden", "--hidden"]),
    (["find", "--max-sise", "3"], ["--max-sise", "--max-size"]),
    (["search", "--colour-me", "x"], ["--colour-me"]),
    (["find", "-Z"], ["-Z"]),
    (["find", "--context", "3"], ["--context"]),
    (["search", "x", "--hidden=maybe"], ["hidden"]),
    (["find", "--depth"], ["depth"]),
    (["find", "--depth", "x"], ["--depth", "'x'"]),
    (["find", "--depth", "-1"], ["--depth", "'-1'"]),
    (["find", "--depth", "99999999999"], ["--depth"]),
    (["find", "--max-results", "0"], ["--max-results", "'0'"]),
    (["find", "-t", "q"], ["--type", "'q'", "file"]),
    (["find", "--min-size", "10x"], ["--min-size", "'10x'", "10k"]),
    (["find", "--max-size", "-1"], ["--max-size", "'-1'"]),
    (["find", "--size", "+ten"], ["--size", "'+ten'"]),
    (["find", "--max-size", "99999999999T"], ["--max-size", "larger"]),
    (["find", "--min-size", "2k", "--max-size", "1k"], ["2048", "1024"]),
    (["find", "--mtime-after", "2025-02-30"], ["--mtime-after", "'2025-02-30'"]),
    (["find", "--changed-within", "soon"], ["'soon'", "-2h"]),
    (["find", "--mtime-before", ""], ["--mtime-before"]),
    (["find", "--color", "sometimes"], ["--color", "'sometimes'", "auto"]),
    (["find", "[a"], ["'[a'", "offset 0"]),
    (["find", "a{b,c"], ["'a{b,c'", "offset 1"]),
    (["find", "d/x[z-a]"], ["'d/x[z-a]'", "offset 4"]),
    (["find", "-E", "a\\"], ["'a\\'", "offset 1"]),
    (["find", "-g", ""], ["empty"]),
    (["find", "-e", "a/b"], ["extension"]),
    (["search", "a(b"], ["'a(b'", "offset 3", "parenthesis"]),
    (["search", "-e", "ok", "-e", "[a"], ["'[a'", "offset 2"]),
    (["search", "-w", "*a"], ["'*a'", "offset 0"]),
    (["search", "x", "-g", "[a"], ["'[a'", "offset 0"]),
    (["find", "x", "missing"], ["missing", "No such file"]),
    (["search", "x", "missing"], ["missing", "No such file"]),
    (["search", "x", ""], ["No such file"]),
    (["find", "x", "--root", "missing"], ["missing", "No such file"]),
    (["explain", "missing"], ["missing", "No such file"]),
    (["find", "x", "file/below"], ["file/below", "Not a directory"]),
])
def test_a_clear_message_and_code_2(cli, files, args, words):
    files({"file": "x\n"})
    result = cli(*args)
    message = result.err.decode()
    assert result.code == 2, result
    assert result.out == b""
    assert message.startswith("findling: ") and message.endswith("\n")
    assert len(message.splitlines()) == 1, message
    for word in words:
        assert word in message, message


def test_a_bad_pattern_is_refused_before_any_walking(cli, files):
    files({"a": "x\n"})
    assert cli("search", "(", "a", "missing").err.count(b"\n") == 1


def test_a_fifo_or_device_given_as_file_is_refused_not_read(cli, files):
    import os
    os.mkfifo(cli.folder / "p")
    for path in "p", "/dev/zero":
        result = cli("search", "x", path, timeout=20)
        assert result.code == 2 and path.encode() in result.err, result


def test_a_pattern_of_invalid_utf8_is_an_error_with_an_offset(cli, files):
    files({"a": "x\n"})
    result = cli("search", b"ab\xff", "a")
    assert result.code == 2 and b"offset 2" in result.err


def test_a_name_of_invalid_utf8_is_a_pattern_and_a_root_like_any_other(cli, files):
    files({b"d\xff/\xfe": "needle\n"})
    assert cli("find", b"\xfe").out == b"d\xff/\xfe\n"
    assert cli("find", "", b"d\xff").out == b"d\xff/\xfe\n"
    assert cli("search", "needle", b"d\xff").out == b"d\xff/\xfe:1:needle\n"


def test_a_pattern_that_takes_for_ever_to_expand_is_refused_soon(cli):
    result = cli("find", "{a,b}" * 500, timeout=10)
    assert result.code == 2 and b"4096" in result.err


def test_a_very_long_command_line(cli, files):
    files({"a": "needle\n"})
    words = [arg for i in range(1500) for arg in ("-e", f"word{i}x")]
    assert cli("search", *words, "-e", "needle").out == b"a:1:needle\n"
