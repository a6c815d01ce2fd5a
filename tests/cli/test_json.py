"""--json: what programs read."""

import base64
import json
import os

import pytest


def objects(result):
    """Every line is one object; nothing else is printed."""
    assert result.out.endswith(b"\n") or not result.out
    for byte in result.out:
        assert byte >= 0x20 or byte == 0x0A
    return [json.loads(line) for line in result.out.splitlines()]


def text(data):
    return data["text"].encode() if "text" in data else base64.b64decode(data["bytes"])


@pytest.fixture
def tree(files):
    files({"a": "needle one\nx\nneedle needle\n", "d/b": b"caf\xe9 needle\n", b"\xff\n": "needle", "none": "x\n"})


def test_find_objects_are_entries(cli, tree):
    found = [o for o in objects(cli("find", "--json")) if "path" in o]
    plain = cli("find", "-0").out.split(b"\0")[:-1]
    assert sorted(text(o["path"]) for o in found) == sorted(plain)
    by_path = {text(o["path"]): o for o in found}
    assert by_path[b"a"]["type"] == "file" and by_path[b"a"]["size"] == 27
    assert by_path[b"d"]["type"] == "folder"
    assert abs(by_path[b"a"]["modified"] - os.stat(cli.folder / "a").st_mtime) < 0.001


def test_find_prints_one_object_for_each_entry_and_no_more(cli, tree):
    assert all("path" in o for o in objects(cli("find", "--json")))


def test_search_objects_follow_ripgreps_schema(cli, tree):
    found = objects(cli("search", "needle", "--json", "-C1"))
    assert found[-1]["type"] == "summary"
    open_file = None
    for item in found[:-1]:
        data = item["data"]
        path = text(data["path"])
        if item["type"] == "begin":
            assert open_file is None
            assert set(data) == {"path"}
            open_file = path
            continue
        assert path == open_file
        if item["type"] in ("match", "context"):
            assert set(data) == {"path", "lines", "line_number", "absolute_offset", "submatches"}
            for sub in data["submatches"]:
                assert set(sub) == {"match", "start", "end"}
                assert text(data["lines"])[sub["start"]:sub["end"]] == text(sub["match"])
            assert bool(data["submatches"]) == (item["type"] == "match")
            content = open(os.path.join(os.fsencode(cli.folder), path), "rb").read()
            assert content[data["absolute_offset"]:].startswith(text(data["lines"]))
            assert content[:data["absolute_offset"]].count(b"\n") == data["line_number"] - 1
        else:
            assert item["type"] == "end"
            assert set(data) == {"path", "binary_offset", "stats"}
            assert set(data["stats"]) == {"elapsed", "searches", "searches_with_match", "bytes_searched", "bytes_printed",
                                          "matched_lines", "matches"}
            assert set(data["stats"]["elapsed"]) == {"secs", "nanos", "human"}
            assert data["binary_offset"] is None
            open_file = None
    assert open_file is None


def test_search_json_equals_the_text(cli, tree):
    lines = []
    for item in objects(cli("search", "needle", "--json")):
        if item["type"] == "match":
            data = item["data"]
            line = text(data["lines"])
            lines.append(text(data["path"]) + b":%d:" % data["line_number"] + line + (b"" if line.endswith(b"\n") else b"\n"))
    printed = cli("search", "needle").out
    assert sorted(lines) == sorted(printed[i:j] for i, j in spans_of(printed, lines))


def spans_of(printed, lines):
    """Where each expected piece stands in the output, which it has to make up together."""
    at, out = 0, []
    while at < len(printed):
        piece = next((line for line in lines if printed.startswith(line, at)), None)
        assert piece is not None, printed[at:at + 60]
        out.append((at, at + len(piece)))
        at += len(piece)
    return out


def test_the_summary_is_the_sum_of_the_ends(cli, tree):
    found = objects(cli("search", "needle", "--json"))
    ends = [o["data"]["stats"] for o in found if o["type"] == "end"]
    summary = found[-1]["data"]
    assert set(summary) == {"elapsed_total", "stats"}
    for key in ("searches_with_match", "matched_lines", "matches"):
        assert summary["stats"][key] == sum(end[key] for end in ends), key
    assert summary["stats"]["searches"] == 4
    assert sum(end["matches"] for end in ends) == 5


def test_a_named_binary_file_tells_where(cli, files):
    files({"b": b"abc\0needle\n"})
    ends = [o for o in objects(cli("search", "--json", "needle", "b")) if o["type"] == "end"]
    assert [e["data"]["binary_offset"] for e in ends] == [3]


def test_no_match_is_a_summary_and_code_one(cli, tree):
    result = cli("search", "--json", "no such text")
    assert result.code == 1
    assert [o["type"] for o in objects(result)] == ["summary"]
