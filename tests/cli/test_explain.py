"""explain: why a path is a result or is not; exit code 0 if it is."""

import os


def test_the_reasons(cli, files):
    files({".git/HEAD": "ref: x\n", ".gitignore": "*.o\nbuild/\n", "a.o": "", "a.c": "int x;\n", ".env": "", "build/x/y": "",
           "big": "x" * 5000})
    rows = [
        (["a.c"], 0, [b"a.c: is a result"]),
        (["a.o"], 1, [b"ignored", b"*.o", b".gitignore:1"]),
        ([".env"], 1, [b"hidden"]),
        (["-H", ".env"], 0, [b"is a result"]),
        (["build/x/y"], 1, [b"build", b".gitignore:2"]),
        (["-I", "build/x/y"], 0, [b"is a result"]),
        (["--max-size", "1k", "big"], 1, [b"size"]),
        (["-g", "*.h", "a.c"], 1, [b"*.h"]),
        (["-e", "needle", "a.c"], 1, [b"no match"]),
        (["-e", "int", "a.c"], 0, [b"is a result"]),
        (["--type", "d", "a.c"], 1, [b"type"]),
        (["--exclude", "a*", "a.c"], 1, [b"excluded", b"a*"]),
        (["--root", "build", "a.c"], 1, [b"outside"]),
    ]
    for args, code, words in rows:
        result = cli("explain", *args)
        assert result.code == code, (args, result)
        assert result.out.count(b"\n") == 1
        for word in words:
            assert word in result.out, (args, result.out)


def test_several_paths_and_a_missing_one(cli, files):
    files({"a": "", ".b": ""})
    result = cli("explain", "a", ".b", "missing")
    assert result.out.splitlines()[0] == b"a: is a result"
    assert b"hidden" in result.out and b"missing" in result.err and result.code == 2


def test_every_path_of_a_search_is_explained_as_a_result_and_no_other(cli, files):
    files({".git/HEAD": "ref: x\n", ".gitignore": "*.o\nsub/\n!keep.o\n", "a.o": "", "keep.o": "", "a.c": "", "sub/x": "", "d/.h": "", "d/b.c": ""})
    for options in ([], ["-H"], ["-I"], ["--exclude", "a*"], ["--depth", "1"]):
        results = set(cli("find", *options).out.splitlines())
        for folder, folders, names in os.walk(cli.folder):
            for name in folders + names:
                path = os.path.relpath(os.path.join(folder, name), cli.folder)
                explained = cli("explain", *options, path).code == 0
                assert explained == (path.encode() in results), (options, path)
