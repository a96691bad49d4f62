// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace http {

// What a monitoring system reads at /metrics: requests by route and status, their time, connections, members held in
// memory. No names of persons, no ids.
class Metrics {
public:
    Metrics();
    ~Metrics();
    // `route` is the pattern, so that there are as many series as routes. Cheap; from any thread.
    void count(std::string_view method, std::string_view route, unsigned status, std::chrono::microseconds took);
    void set(std::string_view gauge, double value);
    // In the text format of Prometheus.
    std::string text() const;

private:
    struct Series;
    std::unique_ptr<Series> series_;
};

}  // namespace http
