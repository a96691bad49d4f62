// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace http {

enum class Direction { read, write };

// The thread that waits for all sockets at once. Everything is called on the thread of run(), except post() and stop().
class Loop {
public:
    struct Waiter {
        virtual ~Waiter() = default;
        virtual void ready(Direction direction) = 0;
    };

    // A descriptor that can be waited for; closes it in the end.
    class Watch {
    public:
        virtual ~Watch() = default;
        // Calls `waiter` once, when reading or writing would not block. A wait that is outstanding keeps the waiter.
        virtual void wait(Direction direction, std::shared_ptr<Waiter> waiter) = 0;
        // Waits outstanding end without a call, except one that was already on its way.
        virtual void close() = 0;
    };

    Loop();
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    std::unique_ptr<Watch> watch(int descriptor);
    void every(std::chrono::milliseconds period, std::function<void()> call);  // One at most.
    void post(std::function<void()> call);                                     // From any thread.
    void run();                                                                // Until stop().
    void stop();                                                               // From any thread.

private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace http
