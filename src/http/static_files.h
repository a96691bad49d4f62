// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>

#include "http/message.h"

namespace http {

// The single-page application in a folder, as Vite builds it. Under /assets/ every name has a hash of the content in
// it, so it may be kept for ever; everything else is asked for again and answered 304 while it has not changed. A path
// that is no file is a place in the application and gets index.html when its last part has no dot, or when the client
// accepts text/html (/organisations/DH.28). Beside a file there may be the same compressed ("app.js.br", "app.js.gz");
// it is sent when the client accepts it. Names that begin with a dot are not served, and nothing outside the folder is.
// GET and HEAD; others get 405. Sent from disk bit by bit, so it costs no memory.
Response static_file(const Request& request, const std::string& folder);

// "text/css; charset=utf-8" for "/assets/index-4f2a.css".
std::string_view content_type_of(std::string_view path);

}  // namespace http
