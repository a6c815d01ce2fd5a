"""search: how results are printed: places, long lines, order, JSON, links."""

import base64
import json
import os
import random
import re

import pytest
from test_json import objects, text

PLAIN = re.compile(rb"\x1b\[[0-9;]*m")
LINK = re.compile(rb"\x1b\]8;;(.*?)\x1b\\")


def plain(out):
    return PLAIN.sub(b"", out)


# Places: --vimgrep, -b, --column

TEXT = "needle one needle\nx\n  needle\n"


def test_vimgrep_prints_a_line_for_each_match(cli, files):
    files({"a": TEXT, "d/b": "äneedle\n"})
    assert cli.lines("search", "--vimgrep", "needle") == [
        b"a:1:12:needle one needle", b"a:1:1:needle one needle", b"a:3:3:  needle", "d/b:1:3:äneedle".encode()]
    assert cli("search", "--vimgrep", "x", "a").out == b"a:2:1:x\n"  # the path also for a single file
    assert cli("search", "--vimgrep", "zzz") == (1, b"", b"")


def test_vimgrep_looks_the_same_on_a_terminal(cli, files):
    files({"a": TEXT})
    assert plain(cli.terminal("search", "--vimgrep", "needle").out) == (
        b"a:1:1:needle one needle\na:1:12:needle one needle\na:3:3:  needle\n")


def test_vimgrep_names_the_first_line_of_a_match_across_lines(cli, files):
    files({"f": "ab\nab\nab\n"})
    assert cli("search", "--vimgrep", "-U", "b\\na", "f").out == b"f:1:2:ab\nf:2:2:ab\n"


def test_vimgrep_with_context_and_limit(cli, files):
    files({"f": "1\nn n\n2\nn\n"})
    assert cli("search", "--vimgrep", "-C1", "-m1", "n", "f").out == b"f-1-1\nf:2:1:n n\nf:2:3:n n\nf-3-2\n"


def test_vimgrep_of_many_random_files_equals_python(cli, files):
    dice = random.Random(17)
    tree = {f"{dice.choice('abc')}/f{i}": ["".join(dice.choices("nx é", k=dice.randint(0, 30))) for _ in range(dice.randint(0, 9))]
            for i in range(60)}
    files({path: "".join(line + "\n" for line in lines) for path, lines in tree.items()})
    expected = sorted(f"{path}:{number}:{len(line[:match.start()].encode()) + 1}:{line}".encode()
                      for path, lines in tree.items() for number, line in enumerate(lines, 1) for match in re.finditer("n+x?", line))
    assert len(expected) > 500
    assert cli.lines("search", "-s", "--vimgrep", "n+x?") == expected


def test_byte_offsets_are_those_of_the_lines(cli, files):
    content = "é\nneedle\n\nx needle needle\r\nlast"
    files({"a": content})

    def at(part):
        return content.encode().index(part.encode())

    assert cli("search", "-b", "needle", "a").out == b"2:%d:needle\n4:%d:x needle needle\r\n" % (at("needle"), at("x "))
    assert cli("search", "--byte-offset", "-N", "last", "a").out == b"%d:last\n" % at("last")
    assert cli("search", "-b", "--column", "last", ".").out == b"a:5:1:%d:last\n" % at("last")
    assert cli("search", "-b", "-A1", "^needle", "a").out == b"2:3:needle\n3-10-\n"
    assert cli("search", "-b", "-v", "needle|^$", "a").out == "1:0:é\n".encode() + b"5:%d:last\n" % at("last")


@pytest.mark.parametrize("options", [[], ["-U"], ["-i"], ["-j1"]])
def test_byte_offsets_of_matches_lead_to_them(cli, files, options):
    dice = random.Random(19)
    tree = {f"d{i % 3}/f{i}": b"".join(dice.choices([b"needle", b"\n", b"xy ", "ß".encode(), b"\xff", b"\r\n", b"need"], k=400 * (i + 1)))
            for i in range(12)}
    files({**tree, "big": b"filler line\n" * 60_000 + b"a needle\n"})
    tree["big"] = b"filler line\n" * 60_000 + b"a needle\n"
    expected = sorted(b"%s:%d:%d:needle" % (path.encode(), data[:m.start()].count(b"\n") + 1, m.start())
                      for path, data in tree.items() for m in re.finditer(b"needle", data))
    assert len(expected) > 1000
    assert cli.lines("search", "-o", "-b", *options, "needle") == expected


# Long lines

TOLD = re.compile(rb"(?:\[(\d+) bytes\] )?(.*?)(?: \[(\d+) bytes more\])?")


def cut(line):
    """What stands before, what is shown, what stands behind: the numbers of bytes left out, and the text."""
    match = TOLD.fullmatch(line)
    return int(match[1] or 0), match[2], int(match[3] or 0)


@pytest.mark.parametrize("before, after", [(5000, 5000), (0, 5000), (5000, 0), (60, 5000), (300_000, 300_000)])
@pytest.mark.parametrize("columns", [50, 200, 1000])
def test_a_long_line_is_cut_around_its_first_match_and_the_rest_is_told(cli, files, before, after, columns):
    line = b"a" * before + b"needle" + b"b" * after
    files({"f": b"short needle\n" + line + b"\nneedle\n"})
    for option in (["-M", str(columns)], [f"--max-columns={columns}"]):
        out = cli("search", *option, "needle", "f").out.splitlines()
        assert out[0] == b"1:short needle" and out[2] == b"3:needle" and len(out) == 3
        left, shown, right = cut(out[1].removeprefix(b"2:"))
        assert b"needle" in shown and line[left:left + len(shown)] == shown
        assert left + len(shown) + right == len(line)
        assert min(columns, len(line)) * 0.5 <= len(shown) <= columns + 8


def test_only_longer_lines_are_cut(cli, files):
    files({"f": "needle" + "x" * 94 + "\n"})
    assert cli("search", "-M", "100", "needle", "f").out == b"1:needle" + b"x" * 94 + b"\n"
    assert b"bytes more]\n" in cli("search", "-M", "60", "needle", "f").out


def test_no_character_is_cut_in_two(cli, files):
    for i in range(4):
        line = "x" * i + "ü€😀" * 300 + "needle" + "😀€ü" * 300
        files({"f": line + "\n"})
        for columns in range(60, 70):
            left, shown, right = cut(cli("search", "-N", "-M", str(columns), "needle", "f").out[:-1])
            assert shown.decode() in line and "needle" in shown.decode()
            assert left + len(shown) + right == len(line.encode())


def test_a_match_longer_than_the_line_may_be_is_cut_too(cli, files):
    files({"f": "b" * 50 + "a" * 5000 + "b\n"})
    left, shown, right = cut(cli("search", "-N", "-M", "80", "a+", "f").out[:-1])
    assert len(shown) <= 88 and b"a" in shown and left + len(shown) + right == 5051


def test_the_first_of_several_matches_is_the_one_shown(cli, files):
    files({"f": "x" * 900 + "first" + "y" * 900 + "second\n"})
    _, shown, _ = cut(cli("search", "-N", "-M", "100", "first|second", "f").out[:-1])
    assert b"first" in shown and b"second" not in shown


def test_lines_of_context_are_cut_as_well(cli, files):
    files({"f": "c" * 3000 + "\nneedle\n" + "d" * 3000 + "\n"})
    out = cli("search", "-N", "-C1", "-M", "100", "needle", "f").out.splitlines()
    assert out[1] == b"needle" and len(out) == 3
    for line in (out[0], out[2]):
        left, shown, right = cut(line)
        assert 50 <= len(shown) <= 108 and left == 0 and len(shown) + right == 3000


def test_lines_are_cut_on_a_terminal_unless_that_is_not_wanted(cli, files):
    line = b"x" * 40_000 + b"needle" + b"y" * 40_000
    files({"f": line + b"\n"})

    def shown(*options):
        left, part, right = cut(plain(cli.terminal("search", "-N", "--no-heading", *options, "needle", "f").out)[:-1])
        assert left + len(part) + right == len(line)
        return len(part)

    assert 500 <= shown() <= 1008
    assert shown("-M", "0") == len(line)
    assert 100 <= shown("-M", "200") <= 208
    assert cli("search", "-N", "needle", "f").out == line + b"\n"
    assert cli("search", "-N", "-M", "0", "needle", "f").out == line + b"\n"


def test_json_is_never_cut(cli, files):
    files({"f": "x" * 5000 + "needle\n"})
    match = next(o for o in objects(cli("search", "--json", "-M", "50", "needle", "f")) if o["type"] == "match")
    assert len(match["data"]["lines"]["text"]) == 5007


@pytest.mark.parametrize("value", ["x", "-1", "", "1.5", "99999999999999999999999"])
def test_a_bad_number_of_columns_is_an_error(cli, files, value):
    files({"f": "x\n"})
    result = cli("search", f"--max-columns={value}", "x", "f")
    assert (result.code, result.out) == (2, b"") and b"--max-columns" in result.err


# Context

def test_the_line_between_groups_can_be_another(cli, files):
    files({"f": "n\n1\n2\n3\nn\n", "g": "n\n"})
    assert cli("search", "-A1", "n", "f").out == b"1:n\n2-1\n--\n5:n\n"
    assert cli("search", "-A1", "--context-separator", "####", "n", "f").out == b"1:n\n2-1\n####\n5:n\n"
    assert cli("search", "-A1", "--context-separator=ü*", "n", "f").out.decode() == "1:n\n2-1\nü*\n5:n\n"
    assert cli("search", "-A1", "--context-separator", "", "n", "f").out == b"1:n\n2-1\n\n5:n\n"
    assert cli("search", "-j1", "-A1", "--context-separator", "++", "n", "f", "g").out == (
        b"f:1:n\nf-2-1\n++\nf:5:n\n++\ng:1:n\n")
    assert b"++" not in cli("search", "-A9", "--context-separator", "++", "n", "f").out
    assert b"++" not in cli("search", "--context-separator", "++", "n", "f").out


# Order

@pytest.fixture(scope="module")
def forest(tmp_path_factory):
    """300 files in nested folders with names that order by path parts and by bytes differently."""
    from conftest import Cli, make_files
    dice = random.Random(23)
    folder = tmp_path_factory.mktemp("forest")
    names = ["a", "a.b", "a-b", "a b", "a!", "B", "b", "ab", "a0", "é", "z", "Z", "10", "9", "_", "~", "+"]
    tree = {}
    while len(tree) < 300:
        path = "/".join([dice.choice(names) for _ in range(dice.randint(0, 3))] + [dice.choice(names) + ".txt"])
        tree[path] = f"head {len(tree)}\n" + "needle\n" * dice.randint(1, 3) + "x" * dice.randint(0, 40) + "\n"
    make_files(folder, tree)
    assert sorted(tree) != sorted(tree, key=lambda path: path.split("/"))
    for path in tree:
        moment = 1.5e9 + dice.randint(0, 150)  # many have the same
        os.utime(folder / path, (moment, moment))
    return Cli(folder), {path.encode(): content.encode() for path, content in tree.items()}


KEYS = {
    "path": lambda folder, path: (),
    "size": lambda folder, path: os.stat(os.path.join(os.fsencode(folder), path)).st_size,
    "modified": lambda folder, path: os.stat(os.path.join(os.fsencode(folder), path)).st_mtime_ns,
}


def ordered(forest, key, reverse):
    """The judge: Python's sort by the key, then by the parts of the path."""
    cli, tree = forest
    order = sorted(tree, key=lambda path: (KEYS[key](cli.folder, path), path.split(b"/")))
    return order[::-1] if reverse else order


@pytest.fixture(params=[(key, reverse) for key in KEYS for reverse in (False, True)], ids=str)
def sorting(request, forest):
    key, reverse = request.param
    return forest, ordered(forest, key, reverse), ["--sort", key] + ["--reverse"] * reverse


def lines_of(path, content, needle=b"needle"):
    return [b"%s:%d:%s\n" % (path, n, line) for n, line in enumerate(content.splitlines(), 1) if needle in line]


@pytest.mark.parametrize("threads", ["1", "4"])
def test_sorted_lines_come_in_the_order_of_their_files(sorting, threads):
    (cli, tree), order, options = sorting
    expected = b"".join(b"".join(lines_of(path, tree[path])) for path in order)
    assert cli("search", *options, "-j", threads, "needle") == (0, expected, b"")


def test_sorted_output_has_the_same_lines_as_unsorted(sorting):
    (cli, tree), order, options = sorting
    for more in ([], ["-v"], ["-c"], ["-l"], ["-o", "-b"], ["--vimgrep"], ["--count-matches"], ["-m1"]):
        result = cli("search", *options, *more, "needle")
        assert (result.code, result.err) == (0, b"")
        assert sorted(result.out.splitlines()) == cli.lines("search", *more, "needle"), more


def test_sorted_lists_and_counts(sorting):
    (cli, tree), order, options = sorting
    assert cli("search", *options, "-l", "needle").out.splitlines() == order
    assert cli("search", *options, "-l0", "needle").out.split(b"\0")[:-1] == order
    counts = [b"%s:%d" % (path, tree[path].count(b"needle")) for path in order]
    assert cli("search", *options, "-c", "needle").out.splitlines() == counts
    few = [path for path in order if not re.search(rb"needle\n.*needle\n.*needle", tree[path])]
    assert 50 < len(few) < 250
    assert cli("search", *options, "-U", "--files-without-match", "needle\\nneedle\\nneedle").out.splitlines() == few


def test_sorted_with_headings(sorting):
    (cli, tree), order, options = sorting
    blocks = [path + b"\n" + b"".join(line[len(path) + 1:] for line in lines_of(path, tree[path])) for path in order]
    assert cli("search", *options, "--heading", "needle").out == b"\n".join(blocks)
    if options[1] == "path":
        assert plain(cli.terminal("search", *options, "needle").out) == b"\n".join(blocks)


def test_sorted_with_context(sorting):
    (cli, tree), order, options = sorting
    groups = []
    for path in order:
        lines = tree[path].splitlines()  # a head, the needles, a tail
        groups.append(b"".join(b"%s%c%d%c%s\n" % (path, mark, n, mark, line) for n, line in enumerate(lines, 1)
                               for mark in [b":"[0] if line == b"needle" else b"-"[0]]))
    assert cli("search", *options, "-C1", "needle").out == b"--\n".join(groups)


def test_sorted_json(sorting):
    (cli, tree), order, options = sorting
    found = objects(cli("search", *options, "--json", "-C1", "needle"))
    assert found[-1]["type"] == "summary"
    assert [text(o["data"]["path"]) for o in found if o["type"] == "begin"] == order
    assert [text(o["data"]["path"]) for o in found if o["type"] == "end"] == order
    paths = [text(o["data"]["path"]) for o in found[:-1]]
    assert sum(a != b for a, b in zip(paths, paths[1:])) == 299
    assert sum(o["type"] == "context" for o in found) == 600


def test_the_first_of_the_sorted_lines_are_kept(forest):
    cli, tree = forest
    order = ordered(forest, "path", False)
    expected = b"".join(b"".join(lines_of(path, tree[path])) for path in order).splitlines()
    assert cli("search", "--sort", "path", "--max-results", "10", "needle").out.splitlines() == expected[:10]


def test_other_orders_are_those_of_find(forest):
    cli, tree = forest
    for options in (["--sort", "name"], ["--sort", "extension", "--reverse"], ["--sort", "path", "--natural"], ["--reverse"],
                    ["--natural"], ["--sort", "mtime"]):
        found = cli("find", "-t", "f", *options)
        assert found.code == 0 and len(found.out.splitlines()) == 300, options
        assert cli("search", "-l", *options, "needle").out == found.out, options


def test_an_unknown_order_is_an_error(cli, files):
    files({"f": "x\n"})
    result = cli("search", "--sort", "colour", "x", "f")
    assert (result.code, result.out) == (2, b"") and b"'colour'" in result.err and b"modified" in result.err


def test_a_sorted_search_names_its_problems(cli, files):
    files({"b": "x\n", "a": "x\n"})
    result = cli("search", "--sort", "path", "x", "b", "missing", "a")
    assert result.out == b"a:1:x\nb:1:x\n" and result.code == 2 and b"missing" in result.err


# --stats

def test_statistics_count_the_same_in_every_form(cli, files):
    files({"a": "needle needle\nx\nneedle\n", "d/b": "needle\n", "none": "x\n"})
    for options in ([], ["-o"], ["--vimgrep"], ["--sort", "path"], ["-r", "x"], ["-b"], ["-C1"], ["--passthru"], ["-U"]):
        err = cli("search", "--stats", *options, "needle").err
        assert b"3 lines in 2 files" in err and b"3 files searched, 32 bytes" in err and b"0 problems" in err, (options, err)


def test_statistics_of_binary_and_broken_places(cli, files):
    files({"a": "needle\n", "b": b"\0needle"})
    err = cli("search", "--stats", "needle", ".", "missing").err
    assert b"1 lines in 1 files" in err and b"1 problems" in err and b"left out: 1 (binary)" in err


# JSON

SAMPLE = {
    "a b": "one\ntwo needle, Needle\nthree\nfour\nneedle\n",
    "d/b": b"caf\xe9 needle\n\xff\n",
    b"odd\xff\nname": "needle",
    "none": "x\n",
}


def blocks_of(found):
    """{path: its messages from begin to end}; every line belongs to one file, and files do not mix."""
    assert found and found[-1]["type"] == "summary"
    blocks, current = {}, None
    for item in found[:-1]:
        assert set(item) == {"type", "data"}
        path = text(item["data"]["path"])
        if item["type"] == "begin":
            assert current is None and path not in blocks
            current = blocks[path] = []
        current.append(item)
        if item["type"] == "end":
            current = None
    assert current is None
    return blocks


def test_json_is_exactly_that_of_ripgrep(cli, files):
    files(SAMPLE)
    blocks = blocks_of(objects(cli("search", "-s", "--json", "-B1", "needle")))
    assert set(blocks) == {b"a b", b"d/b", b"odd\xff\nname"}
    path = {"text": "a b"}
    begin, *inner, end = blocks[b"a b"]
    assert begin == {"type": "begin", "data": {"path": path}}
    sub = {"match": {"text": "needle"}, "start": 4, "end": 10}
    assert inner == [
        {"type": "context", "data": {"path": path, "lines": {"text": "one\n"}, "line_number": 1, "absolute_offset": 0, "submatches": []}},
        {"type": "match", "data": {"path": path, "lines": {"text": "two needle, Needle\n"}, "line_number": 2, "absolute_offset": 4,
                                   "submatches": [sub]}},
        {"type": "context", "data": {"path": path, "lines": {"text": "four\n"}, "line_number": 4, "absolute_offset": 29,
                                     "submatches": []}},
        {"type": "match", "data": {"path": path, "lines": {"text": "needle\n"}, "line_number": 5, "absolute_offset": 34,
                                   "submatches": [{"match": {"text": "needle"}, "start": 0, "end": 6}]}},
    ]
    stats = end["data"]["stats"]
    assert end["data"]["path"] == path and end["data"]["binary_offset"] is None
    assert {key: stats[key] for key in stats if key not in ("elapsed", "bytes_printed")} == {
        "searches": 1, "searches_with_match": 1, "bytes_searched": 41, "matched_lines": 2, "matches": 2}


def test_json_of_bytes_that_are_no_text_is_base64(cli, files):
    files(SAMPLE)
    blocks = blocks_of(objects(cli("search", "--json", "-A1", "needle|\\xff")))
    data = blocks[b"d/b"][1]["data"]
    assert data["lines"] == {"bytes": base64.b64encode(b"caf\xe9 needle\n").decode()}
    assert data["submatches"] == [{"match": {"text": "needle"}, "start": 5, "end": 11}]
    assert blocks[b"d/b"][2]["data"]["lines"] == {"bytes": base64.b64encode(b"\xff\n").decode()}
    odd = blocks[b"odd\xff\nname"]
    assert odd[0]["data"]["path"] == {"bytes": base64.b64encode(b"odd\xff\nname").decode()}
    assert odd[1]["data"]["lines"] == {"text": "needle"}  # no line end is made up


@pytest.mark.parametrize("length", range(7))
def test_base64_of_every_length_is_read_back(cli, files, length):
    line = b"\xff" * length + b"needle"
    files({"f": line})
    match = objects(cli("search", "--json", "needle", "f"))[1]["data"]
    assert text(match["lines"]) == line and ("text" in match["lines"]) == (length == 0)
    assert match["submatches"][0]["start"] == length


def test_json_replacements_stand_beside_the_matches(cli, files):
    files({"f": b"foo bar\nx\n\xffo\n"})
    found = objects(cli("search", "--json", "-r", "<$1>", "(o+)", "f"))
    first, second = (o["data"] for o in found if o["type"] == "match")
    assert first["lines"] == {"text": "foo bar\n"}  # as it is in the file
    assert first["submatches"] == [{"match": {"text": "oo"}, "replacement": {"text": "<oo>"}, "start": 1, "end": 3}]
    assert second["submatches"] == [{"match": {"text": "o"}, "replacement": {"text": "<o>"}, "start": 1, "end": 2}]
    found = objects(cli("search", "--json", "-r", "", "o", "f"))
    assert [sub["replacement"] for sub in found[1]["data"]["submatches"]] == [{"text": ""}, {"text": ""}]
    assert all("replacement" not in line for line in cli("search", "--json", "o", "f").out.decode().splitlines())


def test_json_of_matches_across_lines_has_all_their_lines(cli, files):
    files({"f": "x\nfoo\nbar\ny\ny\nfoo\nbar baz\n"})
    found = objects(cli("search", "--json", "-U", "oo\\nba", "f"))
    matches = [o["data"] for o in found if o["type"] == "match"]
    assert [(m["lines"]["text"], m["line_number"], m["absolute_offset"]) for m in matches] == [
        ("foo\nbar\n", 2, 2), ("foo\nbar baz\n", 6, 14)]
    for match in matches:
        assert match["submatches"] == [{"match": {"text": "oo\nba"}, "start": 1, "end": 6}]
    stats = found[-1]["data"]["stats"]
    assert (stats["matched_lines"], stats["matches"]) == (4, 2)


def test_json_of_neighbouring_matches_across_lines_loses_none(cli, files):
    content = "ab\nab\nab\ncd\n"
    files({"f": content})
    matches = [o["data"] for o in objects(cli("search", "--json", "-U", "b\\na", "f")) if o["type"] == "match"]
    spans = [(m["absolute_offset"] + s["start"], m["absolute_offset"] + s["end"]) for m in matches for s in m["submatches"]]
    assert spans == [(1, 4), (4, 7)]
    assert "".join(m["lines"]["text"] for m in matches) == "ab\nab\nab\n"  # each line once


def test_json_of_inverted_lines_has_no_matches_in_them(cli, files):
    files({"f": "a\nb\n"})
    match = objects(cli("search", "--json", "-v", "a", "f"))[1]
    assert match["type"] == "match" and match["data"]["lines"] == {"text": "b\n"} and match["data"]["submatches"] == []


def test_json_with_passthru_is_the_whole_file(cli, files):
    files({"f": "a\nb\nc"})
    found = objects(cli("search", "--json", "--passthru", "b", "f"))
    assert [(o["type"], o["data"]["lines"]["text"]) for o in found[1:-2]] == [("context", "a\n"), ("match", "b\n"), ("context", "c")]


def test_json_of_crlf_lines_keeps_their_ends_out_of_matches(cli, files):
    files({"f": "needle\r\nx\r\n"})
    data = objects(cli("search", "--json", "--crlf", "n.*$", "f"))[1]["data"]
    assert data["lines"] == {"text": "needle\r\n"} and data["submatches"] == [{"match": {"text": "needle"}, "start": 0, "end": 6}]


def test_json_counts_what_it_has_printed(cli, files):
    files(SAMPLE)
    result = cli("search", "--json", "-C1", "-j1", "needle")
    printed = total = 0
    for line in result.out.splitlines(keepends=True):
        item = json.loads(line)
        if item["type"] == "end":
            assert item["data"]["stats"]["bytes_printed"] == printed
            total += printed
            printed = 0
        elif item["type"] != "summary":
            printed += len(line)
    summary = objects(result)[-1]["data"]["stats"]
    assert summary["searches"] == 4 and summary["searches_with_match"] == 3
    # The sum of the ends, as in ripgrep.
    assert summary["bytes_printed"] == total
    assert summary["bytes_searched"] == sum(len(c if isinstance(c, bytes) else c.encode()) for c in SAMPLE.values())


def test_json_of_random_files_leads_to_every_match(cli, files):
    dice = random.Random(29)
    tree = {f"f{i}": b"".join(dice.choices([b"needle", b"\n", b"xy ", "ß".encode(), b"\xff", b"\r\n", b"\t\"\\"], k=300)) for i in range(20)}
    files(tree)
    blocks = blocks_of(objects(cli("search", "-s", "--json", "needle")))
    assert set(blocks) == {name.encode() for name in tree}
    for name, data in tree.items():
        found = [(m["data"]["absolute_offset"] + s["start"], m["data"]["line_number"])
                 for m in blocks[name.encode()] if m["type"] == "match" for s in m["data"]["submatches"]]
        assert found == [(m.start(), data[:m.start()].count(b"\n") + 1) for m in re.finditer(b"needle", data)]


@pytest.mark.parametrize("options", [["-c"], ["-l"], ["--count-matches"], ["--files-without-match"], ["-0"], ["-c", "-o"]])
def test_json_goes_with_no_other_form(cli, files, options):
    files({"f": "x\n"})
    result = cli("search", "--json", *options, "x", "f")
    assert result.code == 2 and result.out == b"" and b"does not go with" in result.err


# Links

def urls(out):
    return [url for url in LINK.findall(out) if url]


def url_path(cli, name):
    return os.fsencode(cli.folder) + b"/" + name


def test_links_can_open_an_editor_at_the_match(cli, files):
    files({"a b": "x\n  needle\n", "d/c": "needle\n"})
    options = ["--hyperlink=always", "--hyperlink-format", "vscode", "--column", "--sort", "path", "needle"]
    out = cli("search", *options).out
    assert LINK.sub(b"", out) == b"a b:2:3:  needle\nd/c:1:1:needle\n"
    first, second = out.splitlines()
    assert urls(first)[0] == b"vscode://file" + url_path(cli, b"a%20b") + b":2:3"
    assert urls(second)[0] == b"vscode://file" + url_path(cli, b"d/c") + b":1:1"
    for line in (first, second):  # each link is closed on its own line
        assert LINK.findall(line)[-1] == b"" and line.count(b"\x1b]8;;\x1b\\") == len(urls(line))


@pytest.mark.parametrize("name, form", [
    ("vscode", b"vscode://file{path}:2:3"), ("vscode-insiders", b"vscode-insiders://file{path}:2:3"),
    ("vscodium", b"vscodium://file{path}:2:3"), ("cursor", b"cursor://file{path}:2:3"), ("file", b"file://{host}{path}"),
    ("default", b"file://{host}{path}"), ("kitty", b"file://{host}{path}#2"),
    ("macvim", b"mvim://open?url=file://{path}&line=2&column=3"), ("textmate", b"txmt://open?url=file://{path}&line=2&column=3"),
    ("grep+", b"grep+://{path}:2"), ("my://{path}?at={line},{column}", b"my://{path}?at=2,3"), ("x://{host}/{path}", b"x://{host}/{path}"),
])
def test_named_and_own_forms_of_links(cli, files, name, form):
    files({"f": "x\n  needle\n"})
    out = cli("search", "--hyperlink=always", "--hyperlink-format", name, "--column", "--with-filename", "needle", "f").out
    host = os.uname().nodename.encode()
    assert LINK.sub(b"", out) == b"f:2:3:  needle\n"
    assert urls(out)[0] == form.replace(b"{path}", url_path(cli, b"f")).replace(b"{host}", host)


def test_a_form_alone_makes_no_links(cli, files):
    files({"f": "needle\n"})
    assert cli("search", "--hyperlink-format", "vscode", "needle").out == b"f:1:needle\n"
    assert cli("search", "--hyperlink=auto", "--hyperlink-format", "vscode", "needle").out == b"f:1:needle\n"
    assert cli("search", "--hyperlink=always", "--hyperlink-format", "none", "needle").out == b"f:1:needle\n"
    assert b"vscode://file" in cli.terminal("search", "--hyperlink=auto", "--hyperlink-format", "vscode", "needle").out


def test_under_a_heading_each_line_has_its_own_link(cli, files):
    files({"f": "needle\nx\nneedle\n"})
    out = cli("search", "--hyperlink=always", "--hyperlink-format", "vscode", "--heading", "needle").out
    assert LINK.sub(b"", out) == b"f\n1:needle\n3:needle\n"
    heading, first, third = out.splitlines()
    place = b"vscode://file" + url_path(cli, b"f")
    assert urls(heading)[0].startswith(place)
    assert urls(first)[0].startswith(place + b":1:") and urls(third)[0].startswith(place + b":3:")


def test_lists_and_counts_have_links_too(cli, files):
    files({"f": "x\n"})
    for options in (["-l"], ["-c"], ["--count-matches"]):
        out = cli("search", "--hyperlink=always", "--hyperlink-format", "vscode", *options, "x").out
        assert urls(out)[0].startswith(b"vscode://file" + url_path(cli, b"f")), options


def test_names_cannot_break_out_of_a_link(cli, files):
    files({b"\x1b\\\x07\n]8;;x\xff": "needle\n"})
    out = cli("search", "--hyperlink=always", "--hyperlink-format", "vscode", "needle").out
    assert urls(out)[0] == b"vscode://file" + url_path(cli, b"%1B%5C%07%0A%5D8%3B%3Bx%FF") + b":1:1"


@pytest.mark.parametrize("form, word", [("x://{path}{nope}", b"nope"), ("vscod", b"vscod"), ("x://{line}", b"path"), ("x://{path", b"x://")])
def test_a_bad_form_of_links_is_an_error(cli, files, form, word):
    files({"f": "x\n"})
    result = cli("search", "--hyperlink=always", "--hyperlink-format", form, "x", "f")
    assert (result.code, result.out) == (2, b"") and word in result.err and b"--hyperlink-format" in result.err


# Terminal and pipe

@pytest.mark.parametrize("options, screen, pipe", [
    (["n"], b"a\n1:n x n\n3:n\n\nb\n1:n\n", b"a:1:n x n\na:3:n\nb:1:n\n"),
    (["-o", "n"], b"a\n1:n\n1:n\n3:n\n\nb\n1:n\n", b"a:1:n\na:1:n\na:3:n\nb:1:n\n"),
    (["-b", "n"], b"a\n1:0:n x n\n3:8:n\n\nb\n1:0:n\n", b"a:1:0:n x n\na:3:8:n\nb:1:0:n\n"),
    (["--column", "n"], b"a\n1:1:n x n\n3:1:n\n\nb\n1:1:n\n", b"a:1:1:n x n\na:3:1:n\nb:1:1:n\n"),
    (["-r", "<$0>", "n"], b"a\n1:<n> x <n>\n3:<n>\n\nb\n1:<n>\n", b"a:1:<n> x <n>\na:3:<n>\nb:1:<n>\n"),
    (["-c", "n"], b"a:2\nb:1\n", b"a:2\nb:1\n"),
    (["--count-matches", "n"], b"a:3\nb:1\n", b"a:3\nb:1\n"),
    (["-l", "n"], b"a\nb\n", b"a\nb\n"),
    (["--files-without-match", "n"], b"c\n", b"c\n"),
    (["-C1", "n"], b"a\n1:n x n\n2-y\n3:n\n\nb\n1:n\n2-z\n", b"a:1:n x n\na-2-y\na:3:n\n--\nb:1:n\nb-2-z\n"),
    (["--passthru", "n"], b"a\n1:n x n\n2-y\n3:n\n\nb\n1:n\n2-z\n\nc\n1-q\n", None),
    (["-U", "n\\ny"], b"a\n1:n x n\n2:y\n", b"a:1:n x n\na:2:y\n"),
    (["-N", "n"], b"a\nn x n\nn\n\nb\nn\n", b"a:n x n\na:n\nb:n\n"),
], ids=str)
def test_screen_and_pipe(cli, files, options, screen, pipe):
    files({"a": "n x n\ny\nn\n", "b": "n\nz\n", "c": "q\n"})
    shown = cli.terminal("search", "--sort", "path", *options)
    assert shown.code == 0 and plain(shown.out) == screen
    if pipe:
        assert cli("search", "--sort", "path", *options) == (0, pipe, b"")


def test_matches_are_coloured_in_every_form(cli, files):
    files({"f": "ab needle cd needle\nneed\nle\n"})
    red = b"\x1b[1;31m%s\x1b[0m"
    assert cli.terminal("search", "needle").out.count(red % b"needle") == 2
    assert cli.terminal("search", "-o", "needle").out.count(red % b"needle") == 2
    assert cli.terminal("search", "-r", "new", "needle").out.count(red % b"new") == 2
    vim = cli.terminal("search", "--vimgrep", "needle").out
    assert vim.count(b"needle") == 4 and 2 <= vim.count(red % b"needle") <= 4
    across = cli.terminal("search", "-U", "need\\nle").out
    assert red % b"need" in across and red % b"le" in across
    for options in ([], ["-o"], ["-r", "new"], ["--vimgrep"], ["-U"]):
        assert b"\x1b" not in cli("search", *options, "needle").out
        assert b"\x1b[1;31m" in cli("search", "--color=always", *options, "needle").out


def test_replaced_and_separating_texts_cannot_act_on_a_terminal(cli, files):
    files({"f": "n\n1\n2\nn\n"})
    assert b"\x1b]0;" not in cli.terminal("search", "-r", "\x1b]0;owned\x07", "n").out
    assert b"\x1b]0;" not in cli.terminal("search", "-A1", "--context-separator", "\x1b]0;owned\x07", "n").out
    assert b"\x1b]0;owned\x07" in cli("search", "-r", "\x1b]0;owned\x07", "n").out


# Exit codes

@pytest.mark.parametrize("options", [
    [], ["-c"], ["-l"], ["-o"], ["--count-matches"], ["-r", "y"], ["--vimgrep"], ["--json"], ["-q"], ["-U"], ["--sort", "path"],
    ["--passthru"], ["-b"], ["-M", "10"], ["--stats"], ["--csv"], ["-z"], ["--binary"],
], ids=str)
def test_exit_codes_are_0_found_1_not_2_wrong(cli, files, options):
    files({"f": "needle\n"})
    assert cli("search", *options, "needle").code == 0
    assert cli("search", *options, "zzz").code == 1
    assert cli("search", *options, "zzz", ".", "missing").code == 2
    assert cli("search", *options, "needle", ".", "missing").code == (0 if options == ["-q"] else 2)
    assert cli("search", *options, "needle(", ".").code == 2


@pytest.mark.parametrize("options", [["-f"], ["--and"], ["--not"], ["-r"], ["-M"], ["--encoding"], ["--context-separator"], ["--sort"],
                                     ["--hyperlink-format"], ["--engine"]])
def test_options_without_their_value_are_errors(cli, files, options):
    files({"f": "x\n"})
    result = cli("search", "-e", "x", *options)
    assert (result.code, result.out) == (2, b"") and b"needs a value" in result.err


@pytest.mark.parametrize("option", ["--not", "--only-matching", "--replace", "--count-matches", "--files-without-match",
                                    "--passthru", "--multiline", "--crlf", "--null-data", "--search-zip", "--encoding", "--binary",
                                    "--vimgrep", "--byte-offset", "--max-columns", "--context-separator", "--engine"])
def test_options_about_text_are_for_search_alone(cli, files, option):
    files({"f": "x\n"})
    assert cli("find", option, "x").code == 2
    assert option.encode() in cli("search", "--help").out
    assert option.encode() not in re.findall(rb"--[a-z-]+", cli("find", "--help").out)
