"""find: kinds of files, lists of paths, absolute excludes, the configuration file."""

import os

import pytest


def test_a_kind_is_a_set_of_names(cli, files):
    files({"a.cpp": "", "b.hpp": "", "c.py": "", "CMakeLists.txt": "", "x.png": "", "Y.PNG": "", "d.cpp/": ""})
    assert cli.lines("find", "--kind", "cpp") == [b"a.cpp", b"b.hpp"]
    assert cli.lines("find", "--kind", "py,cmake") == [b"CMakeLists.txt", b"c.py"]
    assert cli.lines("find", "--kind", "image") == [b"Y.PNG", b"x.png"]
    assert cli.lines("find", "-t", "f", "--kind-not", "cpp", "--kind-not", "image") == [b"CMakeLists.txt", b"c.py"]


def test_a_kind_of_ones_own(cli, files):
    files({"a.foo": "", "b.bar": "", "c.cpp": "", "d.tpp2": ""})
    assert cli.lines("find", "--kind-add", "mine:*.foo,*.bar", "--kind", "mine") == [b"a.foo", b"b.bar"]
    assert cli.lines("find", "--kind-add", "cpp:*.tpp2", "--kind", "cpp") == [b"c.cpp", b"d.tpp2"]


def test_unknown_kinds_get_a_suggestion(cli):
    result = cli("find", "--kind", "pyton")
    assert result.code == 2 and b"'pyton'" in result.err and b"did you mean" in result.err
    result = cli("find", "-t", "cpp")
    assert result.code == 2 and b"--kind cpp" in result.err


def test_kind_list_shows_all(cli):
    lines = cli("find", "--kind-list").out.splitlines()
    assert any(line.startswith(b"cpp") and b"*.hpp" in line for line in lines)
    assert len(lines) > 200


def test_kinds_choose_what_is_searched(cli, files):
    files({"a.py": "needle\n", "a.c": "needle\n"})
    assert cli.lines("search", "--kind", "py", "-l", "needle") == [b"a.py"]


def test_files_from_searches_listed_paths_and_filters_judge_them(cli, files):
    files({"a.c": "", "b.h": "", ".hidden.c": "", "d/e.c": "", "other.c": ""})
    listed = b"a.c\0b.h\0./.hidden.c\0d\0"
    assert cli.lines("find", "--files-from", "-", stdin=listed) == [b"./.hidden.c", b"a.c", b"b.h", b"d/e.c"]
    assert cli.lines("find", "--files-from", "-", "*.c", stdin=listed) == [b"./.hidden.c", b"a.c", b"d/e.c"]
    (cli.folder / "list").write_bytes(b"a.c\nb.h\n")
    assert cli.lines("find", "--files-from", "list", "-e", "h") == [b"b.h"]


def test_files_from_with_a_newline_in_a_name(cli, files):
    files({"new\nline": "", "x": ""})
    assert cli("find", "--files-from", "-", "-0", stdin=b"new\nline\0x\0").out in (
        b"new\nline\0x\0", b"x\0new\nline\0")


def test_files_from_an_empty_list_finds_nothing(cli, files):
    files({"a": ""})
    result = cli("find", "--files-from", "-", stdin=b"")
    assert (result.code, result.out, result.err) == (0, b"", b"")
    assert cli("search", "--files-from", "-", "x", stdin=b"").code == 1


def test_files_from_names_what_is_missing_and_searches_the_rest(cli, files):
    files({"a": "needle\n", "b": "needle\n"})
    result = cli("search", "--files-from", "-", "-l", "needle", stdin=b"a\0gone\0b\0")
    assert sorted(result.out.splitlines()) == [b"a", b"b"]
    assert result.code == 2 and b"gone" in result.err
    result = cli("find", "--files-from", "no-such-list")
    assert result.code == 2 and b"no-such-list" in result.err


def test_listed_files_are_searched_once(cli, files):
    files({"a": "needle\n"})
    assert cli.lines("search", "--files-from", "-", "-c", "needle", stdin=b"a\0a\0./a\0") == [b"a:1"]


def test_a_long_list(cli, files):
    files({f"f{i}": "" for i in range(2000)})
    listed = b"".join(b"f%d\0" % i for i in range(2000))
    assert len(cli.lines("find", "--files-from", "-", stdin=listed)) == 2000


def test_an_absolute_exclude_is_one_place_alone(cli, files):
    files({"a/x/1": "", "b/x/2": "", "b/y/3": ""})
    excluded = str(cli.folder / "a/x")
    assert cli.lines("find", "-t", "f", "*", "a", "b", "-E", excluded) == [b"b/x/2", b"b/y/3"]
    assert cli.lines("find", "-t", "f", "-E", str(cli.folder / "b/*")) == [b"a/x/1"]
    assert cli.lines("find", "-t", "f", "-E", "/b/x") == [b"a/x/1", b"b/y/3"]


@pytest.fixture
def configured(cli, tmp_path):
    def configure(text):
        (tmp_path / "conf/findling").mkdir(parents=True, exist_ok=True)
        (tmp_path / "conf/findling/config").write_text(text)
        return {"XDG_CONFIG_HOME": str(tmp_path / "conf")}

    return configure


def test_the_configuration_holds_options_and_the_command_line_has_the_last_word(cli, files, configured):
    files({"t/a.c": "", "t/.b.c": "", "t/c.h": ""})
    env = configured("# comment\n\n--hidden\n--sort=path\n--kind-add=mine:*.c\n")
    assert cli("find", "", "t", env=env).out == b"t/.b.c\nt/a.c\nt/c.h\n"
    assert cli("find", "--kind", "mine", "", "t", env=env).out == b"t/.b.c\nt/a.c\n"
    assert cli("find", "--sort", "path", "--reverse", "", "t", env=env).out == b"t/c.h\nt/a.c\nt/.b.c\n"
    assert cli.lines("find", "--no-config", "", "t", env=env) == [b"t/a.c", b"t/c.h"]


def test_a_value_may_stand_on_a_line_of_its_own(cli, files, configured):
    files({"t/a.c": "", "t/b.h": ""})
    assert cli("find", "", "t", env=configured("--extension\nh\n")).out == b"t/b.h\n"


def test_what_only_the_other_command_takes_is_no_mistake(cli, files, configured):
    files({"t/a": "needle\n"})
    env = configured("--column\n--sort=path\n")
    assert cli("find", "", "t", env=env).out == b"t/a\n"
    assert cli("search", "needle", "t", env=env).out == b"t/a:1:1:needle\n"


@pytest.mark.parametrize("text, words", [
    ("--hiden\n", [b":1", b"did you mean --hidden"]),
    ("\n*.c\n", [b":2", b"'*.c'"]),
    ("--sort\n", [b":1", b"needs a value"]),
    ("--hidden=yes\n", [b":1", b"takes no value"]),
    ("--sort=colour\n", [b"'colour'"]),
])
def test_a_mistake_names_file_and_line(cli, configured, text, words):
    result = cli("find", env=configured(text))
    assert result.code == 2 and result.out == b""
    assert all(word in result.err for word in words), result.err


def test_a_missing_configuration_is_none(cli, files):
    files({"a": ""})
    assert cli("find", env={"XDG_CONFIG_HOME": "/nonexistent/x"}).out == b"a\n"
    assert os.path.exists(cli.folder)


def test_the_command_line_overrules_what_the_configuration_wants_of_the_output(cli, files, configured):
    files({"t/a": "needle\n", "t/b": ""})
    env = configured("--sort=path\n--count\n--null\n--batch-size=1\n")
    assert cli("find", "", "t", env=env).out == b"2\n"
    assert b'"path"' in cli("find", "--json", "", "t", env=env).out
    assert cli("find", "t", "-x", "true", env=env).code == 0
    calls = cli("find", "", "t", "-X", "sh", "-c", "echo call", env=env)
    assert (calls.code, calls.out) == (0, b"call\ncall\n"), calls


def test_a_glob_in_the_configuration_leaves_the_first_word_a_pattern(cli, files, configured):
    files({"t/a.c": "", "t/b.c": "", "t/a.h": ""})
    env = configured("--glob=*.c\n")
    assert cli.lines("find", "a.*", "t", env=env) == [b"t/a.c", b"t/a.h", b"t/b.c"]


def test_options_for_text_in_the_configuration_are_none_for_names(cli, files, configured):
    files({"t/a.c": ""})
    env = configured("--no-heading\n--context=2\n")
    assert cli("explain", "t/a.c", env=env).out == b"t/a.c: is a result\n"


def test_help_does_not_need_the_configuration(cli, configured):
    assert cli("find", "--help", env=configured("--nonsense\n")).code == 0


def test_listed_links_are_links_unless_they_are_followed(cli, files):
    files({"d/x": "", "f": "needle\n"})
    for name, target in {"to_d": "d", "to_f": "f", "gone": "nowhere"}.items():
        os.symlink(target, cli.folder / name)
    listed = b"to_d\0to_f\0gone\0f\0"
    assert cli.lines("find", "--files-from", "-", stdin=listed) == [b"f", b"gone", b"to_d", b"to_f"]
    assert cli.lines("find", "--files-from", "-", "-t", "l", stdin=listed) == [b"gone", b"to_d", b"to_f"]
    assert cli.lines("find", "-L", "--files-from", "-", stdin=b"to_d\0f\0") == [b"f", b"to_d/x"]
    assert cli.lines("search", "-l", "--files-from", "-", "needle", stdin=listed) == [b"f"]


def test_listed_files_in_an_excluded_folder_are_left_out(cli, files):
    files({"a/sub/x": "", "a/y": "", "b/sub/z": ""})
    listed = b"a/sub/x\0a/y\0b/sub/z\0"
    assert cli.lines("find", "--files-from", "-", "-E", "sub", stdin=listed) == [b"a/y"]
    assert cli.lines("find", "--files-from", "-", "-E", "/a/sub", stdin=listed) == [b"a/y", b"b/sub/z"]
    absolute = str(cli.folder / "a/sub")
    assert cli.lines("find", "--files-from", "-", "-E", absolute, "", ".", stdin=listed) == [
        b"a", b"a/y", b"b", b"b/sub", b"b/sub/z"]


def test_a_search_in_listed_files_names_them(cli, files):
    files({"a": "needle\n", "b": "needle\n"})
    assert cli.lines("search", "needle", "a", "--files-from", "-", stdin=b"b\0") == [
        b"a:1:needle", b"b:1:needle"]


def test_ones_own_names_add_to_the_kind_that_has_the_alias(cli, files):
    files({"a.cpp": "", "b.mycpp": "", "c.x": "", "d.y": ""})
    assert cli.lines("find", "--kind-add", "c++:*.mycpp", "--kind", "cpp") == [b"a.cpp", b"b.mycpp"]
    assert cli.lines("find", "--kind-add", "Web:*.{x,y}", "--kind", "web") == [b"c.x", b"d.y"]
    for bad in "mine:sub/*.c", "mine:[":
        result = cli("find", "--kind-add", bad, "--kind", "mine")
        assert result.code == 2 and result.err


def test_owner_and_group_may_be_asked_for_one_after_the_other(cli, files):
    files({"a": ""})
    uid, gid = os.getuid(), os.getgid()
    assert cli.lines("find", "--owner", f"!{uid}", "--owner", f":{gid}") == []
    assert cli.lines("find", "--owner", str(uid), "--owner", f":{gid}") == [b"a"]


def test_newer_than_several_files_is_newer_than_all(cli, files):
    files({"old": "", "middle": "", "new": ""})
    for age, name in enumerate(["old", "middle", "new"]):
        os.utime(cli.folder / name, (1.6e9 + age * 100,) * 2)
    assert cli.lines("find", "--newer", "middle", "--newer", "old") == [b"new"]
