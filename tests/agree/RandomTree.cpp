#include "agree/RandomTree.h"

#include <set>

namespace findling::test {

namespace {

const std::vector<std::string>& nameAlphabet() {
    static const std::vector<std::string> names{
        "a",      "b",       "c",   "ab",        "abc",      "aab",          "foo",       "bar",
        "foobar", "foo.bar", "A",   "FOO",       ".x",       "a.txt",        "-",         "-n",
        "a b",    " lead",   "[a]", "a*",        "{a}",      "\xc3\xa9",     "e\xcc\x81", "#h",
        "!n",     "a\\",     "x\n", "new\nline", "\xff\xfe", "\xed\xa0\x80", "\x1b[1m",   "%s",
        "a?",     "..."};
    return names;
}

struct Filler {
    TempTree& tree;
    Random& random;
    const TreeOptions& options;
    std::vector<std::string> paths;
    int linksLeft = 5;  // with many, following them all takes exponential time

    void fill(const std::string& folder, unsigned depth) {
        std::set<std::string> used;
        for (size_t count = (depth == 0 ? 3 : 1) + random.below(4); count > 0; --count) {
            const std::string name = randomName(random);
            if (!used.insert(name).second) continue;
            const std::string path = folder.empty() ? name : folder + "/" + name;
            paths.push_back(path);
            addOne(path, depth);
        }
    }

    void addOne(const std::string& path, unsigned depth) {
        const size_t kind = random.below(100);
        if (kind < 40 && depth < options.maxDepth) {
            tree.add({path + "/"});
            if (random.percent(90)) fill(path, depth + 1);
        } else if (kind < 55 && options.links && linksLeft-- > 0) {
            const std::string near = paths[random.below(paths.size())];
            // Up, but never out of the tree: there is the rest of the machine.
            const char* up = depth == 0 ? "." : depth == 1 ? ".." : random.pick({"..", "../.."});
            tree.add(link(path, random.pick({".", up, up, "nowhere", "/dev/null",
                                             path.substr(path.rfind('/') + 1).c_str(),
                                             near.substr(near.rfind('/') + 1).c_str()})));
        } else if (kind < 60 && options.fifos) {
            tree.add(fifo(path));
        } else {
            const std::vector<size_t> sizes{0,    0,    1,    2,    511,  512, 513,
                                            1023, 1024, 1025, 4095, 4096, 4097};
            tree.add({path, std::string(options.times ? random.pick(sizes) : 0, 'x')});
            if (!options.times) return;
            const std::vector<int64_t> times{-1'000'000'001,
                                             -1,
                                             0,
                                             1'699'999'999'999'999'999,
                                             1'700'000'000'000'000'000,
                                             1'700'000'000'000'000'001,
                                             2'147'483'648'000'000'000,
                                             4'300'000'000'500'000'000};
            tree.setTime(path, random.pick(times));
            if (random.percent(20))
                tree.setMode(path, static_cast<unsigned>(random.below(0777 + 1)));
        }
    }
};

}  // namespace

std::string randomName(Random& random) {
    if (random.percent(2)) return std::string(255, "nm"[random.below(2)]);
    return random.pick(nameAlphabet());
}

std::vector<std::string> fillRandomly(TempTree& tree, Random& random, const TreeOptions& options) {
    Filler filler{tree, random, options, {}, 5};
    filler.fill("", 0);
    return filler.paths;
}

}  // namespace findling::test
