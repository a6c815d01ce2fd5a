/// Rows by the million without a disk: what a search of very many names would deliver.
#pragma once

#include "core/base/Stop.h"
#include "gui/session/GuiSink.h"
#include "gui/session/SearchSession.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>

/// Names of 18 bytes, 200 in a folder.
class SyntheticRows : public findling::gui::RowSource {
public:
    SyntheticRows(findling::Sink& sink, size_t count)
        : m_thread([this, &sink, count] { run(sink, count); }) {}
    ~SyntheticRows() override {
        stop();
        m_thread.join();
    }
    void stop() override { m_stop.request(); }
    bool finished() const override { return m_finished; }

private:
    static constexpr size_t kBatch = 256;

    void run(findling::Sink& sink, size_t count) {
        using namespace findling;
        const auto begin = std::chrono::steady_clock::now();
        Progress totals;
        const StopToken token = m_stop.token();
        for (size_t made = 0; made < count && !token.requested();) {
            auto rows = std::make_unique<gui::PackedRows>();
            for (size_t i = 0; i < kBatch && made < count; ++i, ++made) addFile(*rows, made);
            rows->bytes.shrink_to_fit();
            rows->folders.shrink_to_fit();
            rows->files.shrink_to_fit();
            totals.results = totals.entries = made;
            Batch batch;
            batch.rows = std::move(rows);
            batch.progress = totals;
            sink.deliver(std::move(batch), token);
        }
        Summary summary;
        summary.totals = totals;
        summary.end = token.requested() ? Summary::End::Stopped : Summary::End::Finished;
        summary.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        sink.finished(summary);
        m_finished = true;
    }

    static void addFile(findling::gui::PackedRows& rows, size_t number) {
        using namespace findling;
        if (number % 200 == 0 || rows.folders.empty()) {
            const std::string folder = "/synthetic/folder" + std::to_string(number / 200) + "/";
            rows.folders.push_back({static_cast<uint32_t>(rows.bytes.size()),
                                    static_cast<uint32_t>(folder.size()), 11});
            rows.bytes += folder;
        }
        // Scattered, so that a sort has something to do.
        std::string name = std::to_string(number * 7919 % 100'000'007);
        name = "file" + std::string(10 - std::min<size_t>(10, name.size()), '0') + name + ".txt";
        gui::PackedFile file;
        file.folder = static_cast<uint32_t>(rows.folders.size() - 1);
        file.nameAt = static_cast<uint32_t>(rows.bytes.size());
        file.nameLength = static_cast<uint16_t>(name.size());
        file.size = number * 31 % 1'000'003;
        file.modified = static_cast<int64_t>(number) * 1'000'000'000;
        file.type = FileType::File;
        file.statKnown = file.ended = true;
        rows.bytes += name;
        rows.files.push_back(file);
    }

    findling::StopSource m_stop;
    std::atomic<bool> m_finished{false};
    std::thread m_thread;
};
