// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/server_loop.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

namespace http {
namespace {

namespace asio = boost::asio;
using Executor = asio::io_context::executor_type;
using boost::system::error_code;

class DescriptorWatch : public Loop::Watch {
public:
    DescriptorWatch(const Executor& executor, int descriptor) : descriptor_{executor, descriptor} {}

    void wait(Direction direction, std::shared_ptr<Loop::Waiter> waiter) override {
        const auto type = direction == Direction::read ? asio::posix::descriptor_base::wait_read
                                                       : asio::posix::descriptor_base::wait_write;
        descriptor_.async_wait(type, [direction, waiter = std::move(waiter)](const error_code& error) {
            if (!error) waiter->ready(direction);
        });
    }

    void close() override {
        error_code ignored;
        descriptor_.close(ignored);
    }

private:
    asio::posix::basic_stream_descriptor<Executor> descriptor_;
};

}  // namespace

class Loop::Implementation {
public:
    void tick() {
        timer.expires_after(period);
        timer.async_wait([this](const error_code& error) {
            if (error) return;
            call();
            tick();
        });
    }

    asio::io_context io{1};
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor> timer{
        io};
    std::chrono::milliseconds period{};
    std::function<void()> call;
};

Loop::Loop() : implementation_{std::make_unique<Implementation>()} {}
Loop::~Loop() = default;

std::unique_ptr<Loop::Watch> Loop::watch(int descriptor) {
    return std::make_unique<DescriptorWatch>(implementation_->io.get_executor(), descriptor);
}

void Loop::every(std::chrono::milliseconds period, std::function<void()> call) {
    implementation_->period = period;
    implementation_->call = std::move(call);
    implementation_->tick();
}

void Loop::post(std::function<void()> call) { asio::post(implementation_->io, std::move(call)); }

void Loop::run() {
    const auto guard = asio::make_work_guard(implementation_->io);
    implementation_->io.run();
}

void Loop::stop() { implementation_->io.stop(); }

}  // namespace http
