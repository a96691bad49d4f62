// SPDX-License-Identifier: AGPL-3.0-or-later
#include "http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <mutex>

namespace http {

struct Metrics::Series {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests = prometheus::BuildCounter()
                                                            .Name("kientoan_requests_total")
                                                            .Help("Requests by route and status")
                                                            .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds = prometheus::BuildHistogram()
                                                             .Name("kientoan_request_seconds")
                                                             .Help("Time from the complete header to the last byte")
                                                             .Register(registry);
    prometheus::Family<prometheus::Gauge>& gauges =
        prometheus::BuildGauge().Name("kientoan_state").Help("What the server holds").Register(registry);

    struct OfRoute {
        prometheus::Histogram* seconds;
        std::map<unsigned, prometheus::Counter*> requests;
    };
    std::mutex mutex;  // Families look labels up by hashing them: kept here instead, once for each route.
    std::map<std::string, OfRoute, std::less<>> routes;
};

Metrics::Metrics() : series_{std::make_unique<Series>()} {}
Metrics::~Metrics() = default;

void Metrics::count(std::string_view method, std::string_view route, unsigned status, std::chrono::microseconds took) {
    std::string name;
    name.append(method).append(" ").append(route);
    const std::lock_guard lock{series_->mutex};
    auto found = series_->routes.find(name);
    if (found == series_->routes.end()) {
        const prometheus::Histogram::BucketBoundaries limits{0.0005, 0.001, 0.002, 0.005, 0.01, 0.02,
                                                             0.05,   0.1,   0.25,  0.5,   1,    5};
        found =
            series_->routes.emplace(name, Series::OfRoute{&series_->seconds.Add({{"route", name}}, limits), {}}).first;
    }
    auto*& requests = found->second.requests[status];
    if (!requests) requests = &series_->requests.Add({{"route", name}, {"status", std::to_string(status)}});
    requests->Increment();
    found->second.seconds->Observe(std::chrono::duration<double>(took).count());
}

void Metrics::set(std::string_view gauge, double value) {
    series_->gauges.Add({{"name", std::string{gauge}}}).Set(value);
}

std::string Metrics::text() const { return prometheus::TextSerializer{}.Serialize(series_->registry.Collect()); }

}  // namespace http
