#include "core/base/WorkPool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace findling {
namespace {

/// Every task makes children until a depth; all threads must come home with every task done once.
uint64_t tasksDone(unsigned threads, int depth, int children) {
    WorkPool<int> pool(threads);
    std::atomic<uint64_t> done{0};
    pool.push(0, depth);
    std::vector<std::thread> crew;
    for (unsigned i = 0; i < threads; ++i) {
        crew.emplace_back([&, i] {
            while (auto task = pool.take(i, {})) {
                for (int c = 0; *task > 0 && c < children; ++c) pool.push(i, *task - 1);
                done.fetch_add(1);
                pool.finished();
            }
        });
    }
    for (std::thread& thread : crew) thread.join();
    return done.load();
}

TEST(WorkPool, EveryTaskIsDoneOnceByAnyNumberOfThreads) {
    for (const unsigned threads : {1u, 2u, 4u, 16u}) EXPECT_EQ(tasksDone(threads, 7, 4), 21845u);
}

TEST(WorkPool, AChainWithOneTaskAtATimeLosesNoWakeUp) {
    // The others sleep while one works: a wake-up that is lost would leave them there for ever.
    for (int round = 0; round < 200; ++round) ASSERT_EQ(tasksDone(4, 50, 1), 51u);
}

TEST(WorkPool, AStopWakesSleepers) {
    WorkPool<int> pool(2);
    StopSource stop;
    pool.push(0, 1);
    ASSERT_TRUE(pool.take(0, {}));  // unfinished: the other thread has to wait
    std::thread sleeper([&] { EXPECT_FALSE(pool.take(1, stop.token())); });
    stop.request();
    pool.wakeAll();
    sleeper.join();
}

TEST(WorkPool, OwnTasksComeNewestFirstAndOthersAreRobbedOfTheOldest) {
    WorkPool<int> pool(2);
    for (int i = 1; i <= 3; ++i) pool.push(0, i);
    EXPECT_EQ(pool.take(0, {}), 3);
    EXPECT_EQ(pool.take(1, {}), 1);
    EXPECT_EQ(pool.take(0, {}), 2);
    EXPECT_EQ(pool.waiting(), 0);
}

}  // namespace
}  // namespace findling
