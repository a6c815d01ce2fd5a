"""Help and version come from the tables."""

import re
import subprocess

import pytest
from conftest import PROGRAM


def listed(text):
    """{long name: short letter or None} of the options in a help text."""
    return {name: short or None for short, name in re.findall(r"^  (?:-(.), )? *--([a-z0-9-]+)", text, re.M)}


@pytest.mark.parametrize("command", ["find", "search", "explain"])
def test_every_option_that_help_shows_is_understood(cli, files, command):
    files({"a": "x\n"})
    text = cli(command, "--help").out.decode()
    options = listed(text)
    assert len(options) > 20
    for name in options:
        # Without a value, or with a wrong one: in any case it is known.
        result = cli(command, f"--{name}", "1", "a")
        assert b"unknown option" not in result.err, name


def test_every_short_option_is_understood(cli, files):
    files({"a": "x\n"})
    for command in "find", "search":
        for name, short in listed(cli(command, "--help").out.decode()).items():
            if short:
                result = cli(command, f"-{short}", "1", "a")
                assert b"unknown option" not in result.err, (command, short)


def test_commands_show_their_own_options(cli):
    find = listed(cli("find", "--help").out.decode())
    search = listed(cli("search", "--help").out.decode())
    explain = listed(cli("explain", "--help").out.decode())
    assert find["type"] == "t" and find["extension"] == "e" and find["size"] == "S"
    assert search["regexp"] == "e" and search["smart-case"] == "S" and search["extension"] is None
    assert "context" in search and "context" not in find
    assert set(explain) == set(find) | set(search)
    for name in ("hidden", "no-gitignore", "exclude", "depth", "follow-symlinks", "min-size", "max-size", "mtime-after",
                 "mtime-before", "case-sensitive", "no-color", "root"):
        assert name in find and name in search, name


def test_help_is_asked_for_in_every_way(cli):
    overview = cli("--help")
    assert overview.code == 0 and overview.err == b""
    for word in (b"find", b"search", b"explain", b"Exit codes"):
        assert word in overview.out
    assert cli("-h").out == cli("help").out == overview.out
    assert cli("find", "-h").out == cli("find", "--help").out
    # Also where the rest of the line makes no sense.
    assert cli("find", "--help", "a", "b").code == 0
    assert cli("search", "-h").out == cli("search", "--help").out


def test_help_fits_the_terminal(cli):
    for width in 80, 100, 160:
        text = cli.terminal("search", "--help", width=width).out.decode()
        assert max(len(line) for line in text.splitlines()[6:]) <= width
    assert cli.terminal("find", "--help", width=1).code == 0


def test_version_names_the_program_and_its_libraries(cli):
    result = cli("--version")
    assert result.code == 0
    assert re.match(rb"findling \d+\.\d+\.\d+\n", result.out)
    for library in (b"PCRE2 10.", b"fmt ", b"CLI11 "):
        assert library in result.out
    assert cli("-V").out == result.out


def test_the_program_needs_no_switch_for_help_and_version(cli):
    for word in "--help", "--version":
        done = subprocess.run([PROGRAM, word], capture_output=True, timeout=30)
        assert done.returncode == 0 and done.stdout == cli(word).out


def test_under_its_other_name_it_is_the_command_line(cli, files, tmp_path):
    import os
    files({"a": ""})
    os.symlink(PROGRAM, tmp_path / "findling-cli")
    done = subprocess.run([tmp_path / "findling-cli", "find", "a"], capture_output=True, cwd=tmp_path, timeout=30)
    assert done.stdout == b"a\n"
