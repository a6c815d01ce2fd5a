"""search: which lines and which part of them. The judges are Python's own code or tables."""

import random
import re

import pytest


def text_of(lines):
    return "".join(line + "\n" for line in lines)


def flat(files, matches):
    """The output `path:line:text` for the lines of {path: [line]} for which `matches` holds, sorted."""
    return sorted(f"{path}:{number}:{line}".encode()
                  for path, lines in files.items() for number, line in enumerate(lines, 1) if matches(line))


# Pattern files

@pytest.fixture(scope="module")
def words():
    """10,000 different words of 5 to 8 letters, and lines of which about a third contain one."""
    dice = random.Random(7)
    patterns = set()
    while len(patterns) < 10_000:
        patterns.add("".join(dice.choices("abcdefghijklmnop", k=dice.randint(5, 8))))
    ordered = sorted(patterns)
    dice.shuffle(ordered)
    lines = []
    for i in range(1500):
        parts = ["".join(dice.choices("abcdefghijklmnop", k=dice.randint(1, 4))) for _ in range(6)]
        if i % 3 == 0:
            word = dice.choice(ordered)
            parts.insert(dice.randint(0, 6), dice.choice([word, word, "z" + word, word + "z", word.upper()]))
        lines.append(" ".join(parts))
    return ordered, lines


def has_word_inside(words, line):
    return any(line[i:i + length] in words for length in range(5, 9) for i in range(len(line) - length + 1))


@pytest.mark.parametrize("options, matches", [
    (["-s"], has_word_inside),
    (["-sF"], has_word_inside),
    (["-i"], lambda words, line: has_word_inside(words, line.lower())),
    (["-sw"], lambda words, line: not words.isdisjoint(line.split(" "))),
    (["-siw"], lambda words, line: not words.isdisjoint(line.lower().split(" "))),
    (["-svF"], lambda words, line: not has_word_inside(words, line)),
], ids=["regex", "plain", "caseless", "whole words", "caseless words", "inverted"])
def test_ten_thousand_words_of_a_file_find_what_python_finds(cli, files, words, options, matches):
    patterns, lines = words
    files({"words": text_of(patterns), "t/text": text_of(lines)})
    known = set(patterns)
    expected = flat({"t/text": lines}, lambda line: matches(known, line))
    assert 100 < len(expected) < 1400
    assert cli.lines("search", *options, "-f", "words", "t") == expected


def test_ten_thousand_whole_lines_are_those_of_the_list(cli, files, words):
    patterns, _ = words
    lines = [word + ("" if i % 2 else "q") for i, word in enumerate(patterns[:2000])]
    files({"words": text_of(patterns), "t/text": text_of(lines)})
    expected = flat({"t/text": lines}, set(patterns).__contains__)
    assert len(expected) >= 1000
    assert cli.lines("search", "-sx", "-f", "words", "t") == expected
    assert cli.lines("search", "-sxF", "-f", "words", "t") == expected


LINES = "alpha\nbeta\n\ngamma x.y\n"


@pytest.mark.parametrize("content, options, numbers", [
    ("alpha\ngamma\n", [], [1, 4]),
    ("alpha\ngamma", [], [1, 4]),  # the last line needs no end
    ("alpha\r\ngamma\r\n", [], [1, 4]),
    ("alpha\r\ngamma\r\n", ["-F"], [1, 4]),
    ("^b.ta$\r\n", [], [2]),  # the CR is not behind the $
    ("alpha$\n^ga", [], [1, 4]),
    ("x.y\n", ["-F"], [4]),
    ("xxy\n", ["-F"], []),
    ("alpha\n\n", [], [1, 2, 3, 4]),  # an empty line matches every line
    ("\n", [], [1, 2, 3, 4]),
    ("\r\n", [], [1, 2, 3, 4]),
    ("\n", ["-F"], [1, 2, 3, 4]),
    ("\nzzz\n", ["-x"], [3]),
    ("\n", ["-v"], []),
    ("", [], []),  # an empty file has no pattern at all
    ("", ["-v"], [1, 2, 3, 4]),
    ("", ["-F"], []),
    ("", ["-e", "beta"], [2]),
    ("alpha\n", ["-e", "beta"], [1, 2]),
    ("alpha\n" * 40, ["-F"], [1]),
    ("(?i)ALPHA\nbe\n", ["-s"], [1, 2]),  # a flag holds for its own line
    ("(a)lph\n(.)\\1\n", ["-s"], [1, 4]),  # so do the numbers of groups: gamma has mm
])
def test_a_pattern_file_has_one_pattern_a_line(cli, files, content, options, numbers):
    files({"patterns": content, "text": LINES})
    result = cli("search", "-f", "patterns", *options, "text")
    lines = LINES.splitlines()
    assert result.out.decode() == "".join(f"{n}:{lines[n - 1]}\n" for n in numbers)
    assert result.err == b"" and result.code == (0 if numbers else 1)


def test_pattern_files_add_up_and_every_spelling_is_one_option(cli, files):
    files({"one": "alpha\n", "two": "beta\n", "text": LINES})
    assert cli("search", "-f", "one", "-f", "two", "text").out == b"1:alpha\n2:beta\n"
    assert cli("search", "--file=one", "--file", "two", "text").out == b"1:alpha\n2:beta\n"
    assert cli("search", "--pattern-file", "two", "text").out == b"2:beta\n"
    # With patterns from a file, every word is a place.
    assert cli("search", "-f", "one", "text", "two").out == b"text:1:alpha\n"


def test_a_dash_reads_patterns_from_standard_input(cli, files):
    files({"text": LINES})
    assert cli("search", "-f", "-", "text", stdin=b"beta\ngamma\n").out == b"2:beta\n4:gamma x.y\n"
    assert cli("search", "-f-", "text", stdin=b"").code == 1


@pytest.mark.parametrize("options", [[], ["-F"], ["-e", "alpha"], ["-q"]])
def test_a_null_byte_in_a_pattern_file_is_an_error_that_names_the_file(cli, files, options):
    files({"odd-patterns": b"alpha\nbe\0ta\n", "text": LINES})
    result = cli("search", "-f", "odd-patterns", *options, "text")
    assert (result.code, result.out) == (2, b"") and b"odd-patterns" in result.err


def test_pattern_files_that_cannot_be_read_are_errors_that_name_them(cli, files):
    files({"folder/": "", "text": LINES})
    for name in ("missing-list", "folder"):
        result = cli("search", "-f", name, "-e", "alpha", "text")
        assert (result.code, result.out) == (2, b"") and name.encode() in result.err


def test_a_bad_pattern_in_a_file_is_named(cli, files):
    files({"patterns": "alpha\nbeta(x\ngamma\n", "text": LINES})
    result = cli("search", "-f", "patterns", "text")
    assert (result.code, result.out) == (2, b"") and b"beta(x" in result.err
    assert cli("search", "-F", "-f", "patterns", "text").code == 0


# --and, --not, --per-file

FRUIT = ["apple", "pear", "plum", "fig", "kiwi", "lime", "Apple"]
TERMS = ["apple", "p(ear|lum)", "^fig", "kiwi$", "l.me", "a..le", "[aeiou]{2}", "m", "^$", "(.)\\1", "e ", "Apple"]


def orchard(dice):
    return {f"{'d/' if i % 3 else ''}f{i}": [" ".join(dice.choices(FRUIT, k=dice.randint(0, 4)))
                                            for _ in range(dice.randint(0, 7))] for i in range(8)}


def finds(pattern):
    return re.compile(pattern).search


def has(lines, pattern):
    return any(map(finds(pattern), lines))


def random_terms(dice):
    patterns, ands, nots = ([dice.choice(TERMS) for _ in range(n)]
                            for n in (dice.choice([1, 1, 2]), dice.randint(0, 2), dice.randint(0, 2)))
    options = [word for option, terms in (("-e", patterns), ("--and", ands), ("--not", nots))
               for term in terms for word in (option, term)]
    return patterns, ands, nots, options


def test_and_and_not_of_a_line_mean_what_they_say(cli, tmp_path, files):
    dice = random.Random(11)
    hits = 0
    for case in range(40):
        folder = f"case{case}"
        tree = {f"{folder}/{path}": lines for path, lines in orchard(dice).items()}
        files({path: text_of(lines) for path, lines in tree.items()})
        patterns, ands, nots, options = random_terms(dice)
        expected = flat(tree, lambda line: any(finds(p)(line) for p in patterns)
                        and all(finds(p)(line) for p in ands) and not any(finds(p)(line) for p in nots))
        hits += len(expected)
        result = cli("search", "-s", *options, folder)
        assert sorted(result.out.splitlines()) == expected, options
        assert (result.code, result.err) == (0 if expected else 1, b""), options
        names = sorted({line.split(b":")[0] for line in expected})
        assert cli.lines("search", "-s", "-l", *options, folder) == names, options
        counts = sorted(name + b":%d" % sum(line.startswith(name + b":") for line in expected) for name in names)
        assert cli.lines("search", "-s", "-c", *options, folder) == counts, options
    assert hits > 100


def test_and_and_not_of_a_whole_file_mean_what_they_say(cli, files):
    dice = random.Random(13)
    hits = files_left = 0
    for case in range(40):
        folder = f"case{case}"
        tree = {f"{folder}/{path}": lines for path, lines in orchard(dice).items()}
        files({path: text_of(lines) for path, lines in tree.items()})
        patterns, ands, nots, options = random_terms(dice)
        good = {path: lines for path, lines in tree.items()
                if any(has(lines, p) for p in patterns) and all(has(lines, p) for p in ands)
                and not any(has(lines, p) for p in nots)}
        expected = flat(good, lambda line: any(finds(p)(line) for p in patterns + ands))
        hits += len(expected)
        files_left += sum(any(has(lines, p) for p in patterns) for lines in tree.values()) - len(good)
        result = cli("search", "-s", "--per-file", *options, folder)
        assert sorted(result.out.splitlines()) == expected, options
        assert (result.code, result.err) == (0 if expected else 1, b""), options
        assert cli.lines("search", "-s", "-l", "--per-file", *options, folder) == sorted(map(str.encode, good)), options
    assert hits > 100 and files_left > 30


def test_the_parts_of_a_whole_file_may_lie_far_apart(cli, files):
    filler = "line\n" * 120_000  # more than a block
    files({"both": "alpha\n" + filler + "omega\n", "late": filler + "omega\n" + filler + "alpha\n",
           "one": "alpha\n" + filler, "spoilt": "alpha\nomega\n" + filler + "never\n"})
    options = ["--per-file", "alpha", "--and", "omega", "--not", "never"]
    assert cli.lines("search", *options) == sorted([b"both:1:alpha", b"both:120002:omega",
                                                    b"late:120001:omega", b"late:240002:alpha"])
    assert cli.lines("search", "-l", *options) == [b"both", b"late"]
    assert cli("search", "-q", *options).code == 0
    assert cli("search", "-q", *options, "one", "spoilt").code == 1


def test_plain_words_and_case_hold_for_and_and_not_too(cli, files):
    files({"f": "a.b x\naxb x\nA.B x\na.b foo\na.b foobar\n"})
    assert cli("search", "-F", "x", "--and", "a.b", "f").out == b"1:a.b x\n3:A.B x\n"
    assert cli("search", "-sF", "x", "--and", "a.b", "f").out == b"1:a.b x\n"
    assert cli("search", "-sw", "a", "--not", "foo", "f").out == b"1:a.b x\n5:a.b foobar\n"


@pytest.mark.parametrize("option", ["--and", "--not"])
def test_a_bad_pattern_of_and_and_not_is_named(cli, files, option):
    files({"f": "x\n"})
    result = cli("search", "x", option, "oops(", "f")
    assert (result.code, result.out) == (2, b"") and b"oops(" in result.err


# -o

MATCHES = ["needle", "[a-z]+", "ab|a", "a|ab", "aa", "(?<=b)a", "a(?!b)", "\\d+", "x*", "[^ ]", "^a", "b$", "ab?", "\\bb", "é+"]
PIECES = ["aaaa abab needle", "", "baab ab", "a 12 345", "xx axx b", "needleneedle", "é aé bééa", "b"]


@pytest.mark.parametrize("pattern", MATCHES)
def test_only_matching_prints_each_match_that_python_finds_alone(cli, files, pattern):
    files({"d/f": text_of(PIECES), "g": text_of(reversed(PIECES))})
    expected = []
    for path, lines in ("d/f", PIECES), ("g", PIECES[::-1]):
        for number, line in enumerate(lines, 1):
            for match in re.finditer(pattern, line):
                column = len(line[:match.start()].encode()) + 1
                expected += [f"{path}:{number}:{column}:{match[0]}".encode()] if match[0] else []
    assert len(expected) >= 2
    assert cli.lines("search", "-so", "--column", pattern) == sorted(expected)
    assert cli("search", "-soN", pattern, "g").out.splitlines() == [
        line.split(b":", 3)[3] for line in expected if line.startswith(b"g:")]


def test_empty_matches_print_nothing_alone_and_are_found_all_the_same(cli, files):
    files({"f": "abc\n\n"})
    assert cli("search", "-o", "x*", "f") == (0, b"", b"")
    assert cli("search", "-o", "$", "f") == (0, b"", b"")
    assert cli("search", "-o", "x", "f") == (1, b"", b"")


def test_only_matching_keeps_the_context_of_lines(cli, files):
    files({"f": "one\ntwo two\nthree\nfour\nfive two\n"})
    assert cli("search", "-o", "-A1", "two", "f").out == b"2:two\n2:two\n3-three\n--\n5:two\n"


def test_only_matching_with_several_patterns_goes_from_left_to_right(cli, files):
    files({"f": "gamma beta alpha beta\n"})
    assert cli("search", "-o", "-e", "alpha", "-e", "beta", "f").out == b"1:beta\n1:alpha\n1:beta\n"


def test_inverted_lines_have_no_matches_to_print(cli, files):
    files({"f": "a\nb\n", "only": "a\n"})
    assert cli("search", "-ov", "a", "f") == (0, b"", b"")
    assert cli("search", "-ov", "a", "only") == (1, b"", b"")
    assert cli("search", "-ov", ".", "f") == (1, b"", b"")


def test_the_first_matches_of_a_number_of_lines_are_printed(cli, files):
    files({"f": "a a\nb\na a a\na\n"})
    assert cli("search", "-o", "-m2", "a", "f").out == b"1:a\n" * 2 + b"3:a\n" * 3


# -r

@pytest.mark.parametrize("pattern, text, shown", [
    ("o+", "0", "f0 bar f0d"),
    ("o+", "", "f bar fd"),
    ("o+", "<$0>", "f<oo> bar f<oo>d"),
    ("o+", "$0$0", "foooo bar fooood"),
    ("f(o)(o)", "$2-$1", "o-o bar o-od"),
    ("f(o)(o)", "${2}1", "o1 bar o1d"),
    ("(?<head>f)(?P<tail>o+)", "$tail$head", "oof bar oofd"),
    ("(?<head>f)(?P<tail>o+)", "${tail}head", "oohead bar ooheadd"),
    ("(?<head>f)(?P<tail>o+)", "$2.$1", "oo.f bar oo.fd"),
    ("o+", "$$", "f$ bar f$d"),
    ("(o+)", "$$1", "f$1 bar f$1d"),
    ("(o+)", "$$$1", "f$oo bar f$ood"),
    ("o+", "5$", "f5$ bar f5$d"),
    ("o+", "$ $-", "f$ $- bar f$ $-d"),
    ("o+", "\\n$0", "f\\noo bar f\\nood"),  # a backslash is nothing special
    ("(b)ar|(f)oo", "[$1|$2]", "[|f] [b|] [|f]d"),  # a group without a part in the match is empty
    ("o", "é", "féé bar fééd"),
    ("(?<=f)o", "u", "fuo bar fuod"),
    ("foo$|d$", "X", "foo bar fooX"),
    ("yyy|f", "zz", "zzoo bar zzood"),
], ids=str)
def test_matches_are_shown_replaced(cli, files, pattern, text, shown):
    files({"f": "zz\nfoo bar food\n"})
    assert cli("search", "-s", "-r", text, "--", pattern, "f").out.decode() == f"2:{shown}\n"
    assert (cli.folder / "f").read_bytes() == b"zz\nfoo bar food\n"


@pytest.mark.parametrize("text, name", [
    ("$2", b"2"), ("${2}", b"2"), ("$9", b"9"), ("$other", b"other"), ("a${other}b", b"other"), ("$1x", b"1x"),
    ("$names", b"names"),
])
def test_an_unknown_group_is_an_error_that_names_it(cli, files, text, name):
    files({"f": "foo\n"})
    result = cli("search", "-r", text, "(?<name>o)", "f")
    assert (result.code, result.out) == (2, b"") and name in result.err


def test_only_the_replaced_matches_alone(cli, files):
    files({"f": "foo bar\nbaz\n"})
    assert cli("search", "-o", "-r", "<$1>", "(.)a", "f").out == b"1:<b>\n2:<b>\n"
    assert cli("search", "-o", "-r", "", "ba", "f").out == b"1:\n2:\n"


def test_an_empty_match_is_replaced_at_each_of_its_places(cli, files):
    # As ripgrep has it: none directly behind another match.
    files({"f": "abc\naxb\nxx\n\nxaxx\néa\n"})
    assert cli("search", "-r", "-", "x*", "f").out.decode() == "1:-a-b-c-\n2:-a-b-\n3:-\n4:-\n5:-a-\n6:-é-a-\n"


def test_what_does_not_match_is_shown_as_it_is(cli, files):
    files({"f": "a\nx\nb\nx\n"})
    assert cli("search", "-r", "!", "-C1", "b", "f").out == b"2-x\n3:!\n4-x\n"
    assert cli("search", "-r", "!", "-v", "b", "f").out == b"1:a\n2:x\n4:x\n"
    assert cli("search", "-r", "!", "--passthru", "b", "f").out == b"1-a\n2-x\n3:!\n4-x\n"
    assert cli("search", "-r", "!", "-c", "b", "f").out == b"1\n"
    assert cli("search", "-r", "!", "-l", "b", "f").out == b"f\n"


def test_replaced_lines_keep_bytes_that_are_no_text(cli, files):
    files({"f": b"\xff a \xfe\r\n"})
    assert cli("search", "-r", "<$0>", "a", "f").out == b"1:\xff <a> \xfe\r\n"


# Counts and lists of files

COUNTED = {"a": "x x\nxx\ny\n", "b": "y\n\n", "c": "", "d/e": "y x", "d/f": "axa\n" * 3}


@pytest.fixture
def counted(files):
    files(COUNTED)


def counts(of):
    return sorted(f"{path}:{of(text.splitlines())}".encode() for path, text in COUNTED.items() if of(text.splitlines()))


def test_matches_are_counted_for_each_file_that_has_some(cli, counted):
    expected = counts(lambda lines: sum(line.count("x") for line in lines))
    assert expected == [b"a:4", b"d/e:1", b"d/f:3"]
    assert cli.lines("search", "--count-matches", "x") == expected
    assert cli.lines("search", "-c", "-o", "x") == expected
    assert cli("search", "--count-matches", "x", "a").out == b"4\n"
    assert cli("search", "--count-matches", "zzz") == (1, b"", b"")
    assert cli("search", "--count-matches", "--with-filename", "-0", "x", "a").out == b"a\x004\n"
    # A number of lines, as without the count.
    assert cli.lines("search", "--count-matches", "-m1", "x") == [b"a:2", b"d/e:1", b"d/f:1"]


@pytest.mark.parametrize("line, count", [("abc", 4), ("axb", 3), ("xx", 1), ("", 1), ("xaxx", 2), ("éa", 3)])
def test_empty_matches_are_counted_where_ripgrep_counts_them(cli, files, line, count):
    files({"f": line + "\n"})
    assert cli("search", "--count-matches", "x*", "f").out == b"%d\n" % count


def test_the_lines_counted_are_those_that_are_printed(cli, counted):
    for options in [[], ["-v"], ["-m1"], ["-v", "-m1"], ["-w"], ["-vx"]]:
        lines = [line.split(b":")[0] for line in cli.lines("search", *options, "x")]
        expected = sorted({path + b":%d" % lines.count(path) for path in lines})
        assert cli.lines("search", "-c", *options, "x") == expected, options
        assert len(expected) >= 1


def test_files_without_a_match_are_listed_with_their_own_exit_code(cli, counted):
    assert cli.lines("search", "--files-without-match", "x") == [b"b", b"c"]
    assert cli("search", "--files-without-match", "x").code == 0
    assert cli("search", "--files-without-match", "x", "a") == (1, b"", b"")
    assert cli("search", "--files-without-match", "x", "b") == (0, b"b\n", b"")
    assert cli("search", "-q", "--files-without-match", "x") == (0, b"", b"")
    assert cli("search", "-q", "--files-without-match", "x", "a") == (1, b"", b"")
    assert sorted(cli("search", "--files-without-match", "-0", "x").out.split(b"\0")) == [b"", b"b", b"c"]
    assert cli.lines("search", "--files-without-match", "-v", "x") == [b"c", b"d/e", b"d/f"]
    result = cli("search", "--files-without-match", "x", ".", "missing")
    assert result.code == 2 and sorted(result.out.splitlines()) == [b"b", b"c"] and b"missing" in result.err


def test_lists_with_and_without_a_match_are_all_that_was_searched(cli, files):
    tree = {f"d{i % 7}/f{i}": f"{'needle' if i % 3 == 0 else 'x'}\n" for i in range(200)}
    files({**tree, "d1/binary": b"\0needle", ".hidden": "x\n"})
    found = cli.lines("search", "-l", "needle")
    rest = cli.lines("search", "--files-without-match", "needle")
    assert len(found) == 67 and sorted(found + rest) == sorted(map(str.encode, tree))


def test_files_without_a_match_take_no_other_format(cli, counted):
    for options in (["--files-without-match", "--json"], ["--count-matches", "--json"], ["--files-without-match", "--csv"]):
        result = cli("search", *options, "x")
        assert result.code == 2 and result.out == b"" and result.err, options


# Combinations

SELECT = {
    "": lambda line: "foo" in line,
    "-v": lambda line: "foo" not in line,
    "-x": lambda line: line == "foo",
    "-vx": lambda line: line != "foo",
    "-w": lambda line: "foo" in re.findall(r"\w+", line),
    "-vw": lambda line: "foo" not in re.findall(r"\w+", line),
}
CHOSEN = {"a": ["foo", "foobar", "bar foo", "", "foo_1 foo"], "b": ["foo"], "c": ["bar", "baz"], "d/e": ["-foo-", "x"], "d/f": []}


@pytest.mark.parametrize("select", SELECT)
@pytest.mark.parametrize("maximum", [0, 1, 2])
def test_selection_limit_and_form_combine(cli, files, select, maximum):
    files({path: text_of(lines) for path, lines in CHOSEN.items()})
    options = ["-s", "foo"] + ([select] if select else []) + (["-m", str(maximum)] if maximum else [])
    lines = {}
    for path, content in CHOSEN.items():
        chosen = [f"{path}:{n}:{line}".encode() for n, line in enumerate(content, 1) if SELECT[select](line)]
        lines[path.encode()] = chosen[:maximum] if maximum else chosen
    having = sorted(path for path, chosen in lines.items() if chosen)
    assert cli.lines("search", *options) == sorted(sum(lines.values(), []))
    assert cli.lines("search", *options, "-c") == [path + b":%d" % len(lines[path]) for path in having]
    assert cli.lines("search", *options, "-l") == having
    assert cli.lines("search", *options, "--files-without-match") == sorted(set(lines) - set(having))
    assert cli("search", *options, "-q") == (0 if having else 1, b"", b"")
    for path in CHOSEN:
        assert cli("search", *options, "-q", path).code == (0 if lines[path.encode()] else 1)
        assert cli("search", *options, "-qc", path) == (0 if lines[path.encode()] else 1, b"", b"")


@pytest.mark.parametrize("pattern, line, column", [
    ("-2", "abc -2 d", 5), ("-2", "abc-2 d", None), ("-2", "-2", 1), ("-2", "-2x", None), ("-2", "--2", 2),
    ("foo", "foo_bar foo", 9), ("foo", "foofoo", None), ("foo", "(foo)", 2), ("foo", "éfoo", None), ("foo", "foo é", 1),
    ("foo|foo_bar", "foo_bar", 1), ("\\$5", "a $5 b", 3), ("\\$5", "a$5 b", None), ("\\+\\+", "i ++ j", 3),
    ("\\+\\+", "i++", None), ("@", "a @ b", 3), ("@", "a@b", None), ("é", "é", 1), ("é", "aé", None), ("o b", "fo o b c", 4),
])
def test_a_word_has_no_word_character_on_either_side(cli, files, pattern, line, column):
    files({"f": "first\n" + line + "\n"})
    result = cli("search", "-w", "--column", "--", pattern, "f")
    assert result.out.decode() == (f"2:{column}:{line}\n" if column else "")
    assert result.code == (0 if column else 1)


@pytest.mark.parametrize("patterns, lines", [
    (["a|ab"], ["a", "ab"]), (["ab"], ["ab"]), (["a", "abc"], ["a", "abc"]), ([""], [""]), (["a.?"], ["a", "ab"]),
    (["b"], []), ([".*"], ["a", "ab", "abc", "", " ab"]), (["(?i)AB"], ["ab"]), (["ab#"], []), (["ab(?#"], None),
    (["(?x) ab # rest"], ["ab"]), (["\\Qab"], ["ab"]),
])
def test_whole_lines_are_matched_by_the_whole_pattern(cli, files, patterns, lines):
    files({"f": text_of(["a", "ab", "abc", "", " ab"])})
    result = cli("search", "-sxN", *[word for pattern in patterns for word in ("-e", pattern)], "f")
    if lines is None:
        assert result.code == 2 and result.err
    else:
        assert result.out.decode() == text_of(lines)


@pytest.mark.parametrize("pattern, both", [
    ("bd", True), ("Bd", False), ("[B]d", False), ("[A-C]d", False), ("[^B]d", False), ("é", True), ("É", False), ("\\Wbd|bd", True),
    ("\\Sd", True), ("b\\D*d", True), ("\\pLd", True), ("\\p{Lu}?bd", True), ("(?<Name>b)d", True), ("bd\\B|bd", True),
    ("b\\Ed", True), ("\\QBd\\E", False), ("\\Qbd\\E", True),
])
def test_smart_case_looks_at_letters_that_stand_for_themselves(cli, files, pattern, both):
    files({"f": "bd\nBD\né\nÉ\n"})
    smart, sensitive, ignoring = (cli("search", option, pattern, "f").out for option in ("-S", "-s", "-i"))
    assert sensitive != ignoring, "the case would show no difference"
    assert smart == (ignoring if both else sensitive)
    assert cli("search", pattern, "f").out == smart  # the default


def test_smart_case_of_several_patterns_is_one_decision(cli, files):
    files({"f": "one\nONE\ntwo\nTwo\n", "list": "one\nTwo\n"})
    assert cli("search", "-e", "one", "-e", "two", "f").out == b"1:one\n2:ONE\n3:two\n4:Two\n"
    assert cli("search", "-e", "one", "-e", "Two", "f").out == b"1:one\n4:Two\n"
    assert cli("search", "-f", "list", "f").out == b"1:one\n4:Two\n"


# --passthru

PASSED = "\nfoo\nbar\nfoobar\n\nbaz\n"


@pytest.mark.parametrize("options, out", [
    (["foo"], "1-\n2:foo\n3-bar\n4:foobar\n5-\n6-baz\n"),
    (["-e", "foo", "-e", "bar"], "1-\n2:foo\n3:bar\n4:foobar\n5-\n6-baz\n"),
    (["-v", "foo"], "1:\n2-foo\n3:bar\n4-foobar\n5:\n6:baz\n"),
    (["-N", "foo"], PASSED),
    (["-o", "foo"], "1-\n2:foo\n3-bar\n4:foo\n5-\n6-baz\n"),
    (["-r", "wat", "foo"], "1-\n2:wat\n3-bar\n4:watbar\n5-\n6-baz\n"),
    (["-x", "foo"], "1-\n2:foo\n3-bar\n4-foobar\n5-\n6-baz\n"),
    (["-c", "foo"], "2\n"),
    (["-l", "foo"], "f\n"),
    (["-U", "foo\\nbar"], "1-\n2:foo\n3:bar\n4-foobar\n5-\n6-baz\n"),
    (["-b", "foo"], "1-0-\n2:1:foo\n3-5-bar\n4:9:foobar\n5-16-\n6-17-baz\n"),
], ids=str)
def test_all_lines_pass_and_those_that_match_are_marked(cli, files, options, out):
    files({"f": PASSED})
    for spelling in "--passthru", "--passthrough":
        assert cli("search", spelling, *options, "f") == (0, out.encode(), b"")


def test_lines_pass_also_where_nothing_matches(cli, files):
    files({"a": "x\n", "b": "y\ny"})
    result = cli("search", "--passthru", "zzz")
    assert result.code == 1 and sorted(result.out.splitlines()) == [b"a-1-x", b"b-1-y", b"b-2-y"]


def test_a_long_file_passes_whole(cli, files):
    text = text_of(f"line {i} {'needle' if i % 1000 == 0 else ''}" for i in range(60_000))
    files({"f": text})
    assert cli("search", "-N", "--passthru", "needle", "f").out == text.encode()


# -U

STORY = "one\ntwo\nthree\nfour\nfive two\nthree six\n"


@pytest.mark.parametrize("options, out", [
    (["two\\nthree"], "2:two\n3:three\n5:five two\n6:three six\n"),  # whole lines, each with its number
    (["-o", "two\\nthree"], "2:two\n3:three\n5:two\n6:three\n"),
    (["o\\nt"], "2:two\n3:three\n5:five two\n6:three six\n"),
    (["-m1", "two\\nthree"], "2:two\n3:three\n"),
    (["-v", "two\\nthree"], "1:one\n4:four\n"),
    (["-N", "^four\\n"], "four\n"),
    (["^three$"], "3:three\n"),
    (["^t"], "2:two\n3:three\n6:three six\n"),
    (["two$"], "2:two\n5:five two\n"),
    (["o.t"], ""),  # a dot is no line end
    (["one.*two"], ""),
    (["one[^q]*three\\n"], "1:one\n2:two\n3:three\n"),
    (["one\\s+two\\s"], "1:one\n2:two\n"),
    (["(?<=one\\n)two"], "2:two\n"),
    (["two(?=\\nthree\\n)"], "2:two\n"),
    (["two(?!\\nthree\\n)"], "5:five two\n"),
    (["\\A.*"], "1:one\n"),
    (["x\\n\\z"], "6:three six\n"),
    (["-A1", "one\\ntwo"], "1:one\n2:two\n3-three\n"),
    (["-C1", "three\\nfour"], "2-two\n3:three\n4:four\n5-five two\n"),
    (["-B1", "five.*\\nthree"], "4-four\n5:five two\n6:three six\n"),
    (["-A1", "-e", "one\\n(?=two)", "-e", "six"], "1:one\n2-two\n--\n6:three six\n"),
    (["-b", "two\\nthree"], "2:4:two\n3:8:three\n5:19:five two\n6:28:three six\n"),
    (["-l", "two\\nthree"], "f\n"),
    (["-c", "two\\nthree"], "2\n"),
    (["--count-matches", "two\\nthree"], "2\n"),
    (["-c", "one\\ntwo"], "1\n"),
    (["--multiline-dotall", "one.*four"], "1:one\n2:two\n3:three\n4:four\n"),
    (["--multiline-dotall", "two.three"], "2:two\n3:three\n5:five two\n6:three six\n"),
    (["--multiline-dotall", "-o", "e.t.*?e"], "1:e\n2:two\n3:thre\n5:e two\n6:thre\n"),
    (["(?s)four.*two"], "4:four\n5:five two\n"),
    (["-r", "-", "o\\nt"], "2:tw-hree\n5:five tw-hree six\n"),
    (["-r", "$2/$1", "(o)\\n(t)"], "2:twt/ohree\n5:five twt/ohree six\n"),
    (["-e", "one\\ntwo", "-e", "four"], "1:one\n2:two\n4:four\n"),
    (["-F", "two\nthree"], "2:two\n3:three\n5:five two\n6:three six\n"),
    (["two\nthree"], "2:two\n3:three\n5:five two\n6:three six\n"),
    (["-w", "two\\nthree"], "2:two\n3:three\n5:five two\n6:three six\n"),
    (["-w", "wo\\nthree"], ""),
    (["-i", "TWO\\nTHREE\\nF"], "2:two\n3:three\n4:four\n"),
], ids=str)
def test_matches_across_lines_show_all_lines_that_they_touch(cli, files, options, out):
    files({"f": STORY})
    for spelling in "-U", "--multiline":
        result = cli("search", "-s", spelling, *options, "f")
        assert result.out.decode() == out and result.code == (0 if out else 1) and result.err == b""


def test_without_multiline_a_match_lies_in_a_line(cli, files):
    files({"f": "foo\nbar\n"})
    for pattern in ("o\\nb", "o\\s+b", "foo[^q]bar", "(?s)o.b", "o\\Rb"):
        assert cli("search", pattern, "f").out == b""
        assert cli("search", "-U", pattern, "f").out == b"1:foo\n2:bar\n"


def test_the_path_stands_before_every_line_of_a_match(cli, files):
    files({"a": "x\none\ntwo\n", "d/b": "one\ntwo\n"})
    assert cli.lines("search", "-U", "one\\ntwo") == [b"a:2:one", b"a:3:two", b"d/b:1:one", b"d/b:2:two"]
    assert cli("search", "-U", "--heading", "-j1", "one\\ntwo", "a").out == b"2:one\n3:two\n"
    assert cli("search", "-U", "--heading", "--with-filename", "one\\ntwo", "a").out == b"a\n2:one\n3:two\n"
    assert cli("search", "-U", "--column", "e\\nt", "a").out.startswith(b"2:3:one\n3:")


def test_lines_that_two_matches_share_are_shown_once(cli, files):
    files({"f": "ab\nab\nab\n"})
    assert cli("search", "-U", "b\\na", "f").out == b"1:ab\n2:ab\n3:ab\n"
    assert cli("search", "-U", "-o", "b\\na", "f").out == b"1:b\n2:a\n2:b\n3:a\n"
    assert cli("search", "-U", "--count-matches", "b\\na", "f").out == b"2\n"


def test_patterns_that_need_no_second_line_find_the_same_with_multiline(cli, files):
    dice = random.Random(3)
    files({path: text_of(lines) for i in range(10) for path, lines in
           ((f"{i}/{path}", lines) for path, lines in orchard(dice).items())})
    for pattern in ("apple", "^fig", "kiwi$", "p.*m", "a(?!pp)", "\\bp", "^$", "(.)\\1"):
        plain = cli.lines("search", "-s", pattern)
        assert len(plain) > 20 and cli.lines("search", "-sU", pattern) == plain, pattern


def test_a_match_across_lines_is_found_wherever_blocks_end(cli, files):
    border = 256 * 1024
    tree = {}
    for shift in range(-8, 9, 2):
        head = b"x" * 99 + b"\n"
        fill = head * ((border + shift) // 100)
        tree[f"f{shift}"] = fill + b"y" * (border + shift - len(fill) - 1) + b"\nneedle\nthread\nend\n"
    files(tree)
    out = cli.lines("search", "-U", "needle\\nthread")
    assert len(out) == 2 * len(tree) == 18
    for name, text in tree.items():
        line = text[:text.index(b"needle")].count(b"\n") + 1
        assert f"{name}:{line}:needle".encode() in out and f"{name}:{line + 1}:thread".encode() in out
        assert cli("search", "-U", "-o", "-b", "-N", "needle\\n", name).out == b"%d:needle\n" % text.index(b"needle")


def test_a_match_may_span_many_blocks(cli, files):
    body = text_of(f"line {i}" for i in range(80_000)).encode()
    files({"f": b"before\nbegin\n" + body + b"end\nafter\n"})
    out = cli("search", "-U", "--multiline-dotall", "-N", "begin.*end$", "f").out
    assert out == b"begin\n" + body + b"end\n"
    groups = cli("search", "-U", "-c", "begin\\n(.+\\n)*end", "f")
    assert groups == (0, b"1\n", b"") or groups.code == 2 and b"f: " in groups.err  # too much is said


def test_multiline_reads_a_last_line_without_an_end(cli, files):
    files({"f": "one\ntwo"})
    assert cli("search", "-U", "one\\ntwo", "f").out == b"1:one\n2:two\n"
    assert cli("search", "-U", "two$", "f").out == b"2:two\n"
    assert cli("search", "-U", "two\\n", "f").code == 1
    assert cli("search", "-U", "-v", "two", "f").out == b"1:one\n"


# --crlf, --null-data

CRLF = b"x\r\nneedle\r\n\r\nneedle \r\nlone\rx needle\nlast needle"


@pytest.mark.parametrize("options, out", [
    (["needle$"], b"2:needle\r\n5:lone\rx needle\n6:last needle\n"),
    (["^needle$"], b"2:needle\r\n"),
    (["-x", "needle"], b"2:needle\r\n"),
    (["^$"], b"3:\r\n"),
    (["x.$"], b""),
    (["-v", "needle"], b"1:x\r\n3:\r\n"),
    (["-c", "e$"], b"3\n"),
    (["-C1", "^$"], b"2-needle\r\n3:\r\n4-needle \r\n"),
    (["-r", "X", "needle$"], b"2:X\r\n5:lone\rx X\n6:last X\n"),
    (["-U", "needle$"], b"2:needle\r\n5:lone\rx needle\n6:last needle\n"),
    (["--and", "^n", "e$"], b"2:needle\r\n"),
], ids=str)
def test_crlf_ends_a_line_where_it_is_asked_for(cli, files, options, out):
    files({"f": CRLF})
    # A last line without an end gets one, and so does a count; which of the two is not fixed.
    printed = cli("search", "--crlf", *options, "f").out
    assert re.sub(rb"(?m)(last \w+|^3)\r\n\Z", rb"\1\n", printed) == out


def test_without_crlf_the_cr_is_text(cli, files):
    files({"f": CRLF})
    assert cli("search", "needle$", "f").out == b"5:lone\rx needle\n6:last needle\n"
    assert cli("search", "^.$", "f").out == b"3:\r\n"


def test_a_match_before_crlf_is_printed_without_it(cli, files):
    files({"f": CRLF})
    out = cli("search", "--crlf", "-o", "n.*$", "f").out
    assert out.replace(b"\r\n", b"\n") == b"2:needle\n4:needle \n5:ne\rx needle\n6:needle\n" or \
        out.replace(b"\r\n", b"\n") == b"2:needle\n4:needle \n5:ne\n5:needle\n6:needle\n"
    assert cli("search", "--crlf", "-r", "[$0]", "-x", ".*e", "f").out.startswith(b"2:[needle]\r\n")


RECORDS = b"foo\0bar\nbaz\0\0last foo"


@pytest.mark.parametrize("options, out", [
    (["foo"], b"1:foo\0004:last foo\0"),
    (["^bar"], b"2:bar\nbaz\0"),
    (["baz$"], b"2:bar\nbaz\0"),
    (["^$"], b"3:\0"),
    (["-v", "foo"], b"2:bar\nbaz\0003:\0"),
    (["r\\nb"], b"2:bar\nbaz\0"),  # a newline is a character like any other
    (["-x", "foo"], b"1:foo\0"),
    (["-o", "[ao]+"], b"1:oo\0002:a\0002:a\0004:a\0004:oo\0"),
    (["-r", "X", "foo"], b"1:X\0004:last X\0"),
    (["-N", "foo"], b"foo\0last foo\0"),
    (["-m1", "foo"], b"1:foo\0"),
    (["-b", "-N", "-o", "a"], b"5:a\0009:a\00014:a\0"),
    (["-A1", "^foo"], b"1:foo\0002-bar\nbaz\0"),
    (["zzz"], b""),
], ids=str)
def test_null_data_ends_lines_with_null_bytes(cli, files, options, out):
    files({"f": RECORDS})
    result = cli("search", "--null-data", *options, "f")
    assert result == (0 if out else 1, out, b"")


def test_null_data_of_walked_files_is_text(cli, files):
    files({"a": RECORDS, "d/b": b"x\0foo\0"})
    out = cli("search", "--null-data", "foo").out
    assert sorted(out.split(b"\0")) == [b"", b"a:1:foo", b"a:4:last foo", b"d/b:2:foo"]
    assert sorted(re.findall(rb"([\w/]+):(\d)", cli("search", "--null-data", "-c", "foo").out)) == [(b"a", b"2"), (b"d/b", b"1")]
    assert cli.lines("search", "--null-data", "-l", "bar", "-j1")[0].rstrip(b"\0") == b"a"


def test_null_data_takes_the_output_of_find(cli, files):
    files({"plain": "", "new\nline": "", "d/plain two": ""})
    names = cli("find", "-0", "-t", "f").out
    out = cli("search", "--null-data", "-N", "n$|two", "-", stdin=names).out
    assert sorted(out.split(b"\0")[:-1]) == [b"d/plain two", b"plain"]


# --engine

ENGINE_PATTERNS = [
    "needle", "(?i)needle", "Needle", "n.{2}dle", "ne+dle", "needle|thread|stone", "(?:needle|thread)\\s+\\w+", "^needle",
    "needle$", "^\\s*$", "^$", "\\bneedle\\b", "\\Bdle", "[0-9]{3}-[0-9]{4}", "\\d+", "\\w{12,}", "[A-Z]{4,}", "[^a-z\\s]{3}",
    "(\\w)\\1", "(\\w+) \\1\\b", "(?<=needle )\\w+", "needle(?! in)", "(?<!x)needle", "a.*b.*c", "x*", "ä", "(?i)ä", "[äöü]+",
    "\\x{4e2d}", "\\p{Greek}+", "\\pL{8,}", "\\W{4}", "\\Sß\\S", "é|\\x{65}\\x{301}", "(?i)straße", "[[:punct:]]{2}",
    "a(?:b|c|d){2,5}?e?", "(?|(a)1|(b)2)", "(?>a+)b", "\\h\\H\\h", ".", "z\\z", "\\Aa", "(?i)k", "needle.*",
]


@pytest.fixture(scope="module")
def mixed_lines():
    """Lines of ASCII, of other characters, with bytes that are no text, and long ones, in files of each kind."""
    dice = random.Random(5)
    ascii_parts = ["needle", "NEEDLE", "Needle", "thread", "in", "x", "555-1234", "aa bb", "abcd", "b2", "--", "  ", "AAAA", "needle needle",
                   "internationalization", "\t", "a1", "aaab", "z", "!?"]
    other = ["Straße", "straSSE", "äöü", "Ä", "中文", "αβγδεζηθ", "é", "e\u0301", "\u212a", "ſ", "😀", "\u0085", "\u2028", "\u00a0"]
    broken = [b"\xff", b"\xc3", b"\xe4\xb8", b"\xf0\x9f", b"\xc0\xaf", b"\xed\xa0\x80", b"\x80", b"caf\xe9"]

    def line(parts, longest=8):
        return b" ".join(p if isinstance(p, bytes) else p.encode() for p in dice.choices(parts, k=dice.randint(0, longest)))

    tree = {}
    for i in range(20):
        tree[f"ascii/{i}"] = [line(ascii_parts) for _ in range(80)]
        tree[f"utf/{i}"] = [line(ascii_parts + other) for _ in range(80)]
        tree[f"broken/{i}"] = [line(ascii_parts + other + broken) for _ in range(80)]
    for i in range(4):
        tree[f"long/{i}"] = [line(ascii_parts + (other + broken if i % 2 else []), 12_000) for _ in range(3)]
        # What a block's end cuts.
        tree[f"border/{i}"] = [b"y" * (262_137 + i), "needle ä".encode(), b"z"]
    return {path: b"\n".join(lines) + (b"\n" if len(lines) % 2 else b"") for path, lines in tree.items()}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory, mixed_lines):
    from conftest import Cli, make_files
    folder = tmp_path_factory.mktemp("mixed")
    make_files(folder, mixed_lines)
    return Cli(folder)


@pytest.mark.parametrize("pattern", ENGINE_PATTERNS)
def test_both_engines_find_the_same(mixed, pattern):
    auto = mixed("search", "-s", "-c", "--engine", "auto", "-e", pattern)
    assert auto.out.count(b"\n") >= 1, "the pattern finds nothing here"
    assert mixed("search", "-s", "-c", "-e", pattern).code == auto.code
    assert in_order(auto) == in_order(mixed("search", "-s", "-c", "--engine", "pcre2", "-e", pattern))
    # Where a match lies, which the count does not tell; the same lines, cut short in both.
    places = [in_order(mixed("search", "-s", "-o", "-b", "-m", "40", "--engine", engine, "-e", pattern))
              for engine in ("auto", "pcre2")]
    assert places[0] == places[1]


def in_order(result):
    return sorted(result.out.splitlines()), result.code, sorted(result.err.splitlines())


@pytest.mark.parametrize("options", [["-i"], ["-w"], ["-x"], ["-v"], ["-F"], ["-l"], ["--count-matches"], ["-C1"], ["-U"], ["-m2"], ["--crlf"]])
def test_both_engines_agree_under_every_option(mixed, options):
    for pattern in ("needle", "ä|needle$", "a\\w+"):
        results = [in_order(mixed("search", *options, "--engine", engine, "-e", pattern, "ascii", "utf", "broken", "border"))
                   for engine in ("auto", "pcre2")]
        assert results[0] == results[1]
        assert results[0][0] or "-x" in options or "-F" in options


def test_an_ascii_pattern_finds_the_lines_that_python_finds(mixed, mixed_lines):
    for pattern, options in ((rb"needle", []), (rb"(?i)needle", []), (rb"needle$", []), (rb"\d{3}-\d{4}", []), (rb"ne+dle|z", [])):
        expected = sorted(f"{path}:{sum(bool(re.search(pattern, line)) for line in text.splitlines())}".encode()
                          for path, text in ((p, t) for p, t in mixed_lines.items() if p.startswith(("ascii", "border"))))
        expected = [line for line in expected if not line.endswith(b":0")]
        assert mixed.lines("search", "-s", "-c", *options, "-e", pattern.decode(), "ascii", "border") == expected


def test_an_unknown_engine_is_an_error_that_lists_those_there_are(cli, files):
    files({"f": "x\n"})
    result = cli("search", "--engine", "posix", "x", "f")
    assert result.code == 2 and result.out == b""
    assert b"'posix'" in result.err and b"auto" in result.err and b"pcre2" in result.err


def test_a_replacement_has_its_groups_also_where_the_match_begins_later_than_it_was_looked_for(cli, files):
    files({"f": "abc ab\n"})
    assert cli("search", "-r", "<$1>", r"a\K(b)", "f").out == b"1:a<b>c a<b>\n"
    assert cli("search", "-U", "-r", "<$1>", r"a\K(b)", "f").out == b"1:a<b>c a<b>\n"
    assert cli("search", "-o", "-r", "$2$1", r"\G(a)(b)", "f").out == b"1:ba\n"
