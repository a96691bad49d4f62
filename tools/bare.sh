# shellcheck shell=bash disable=SC2154  # `root` is set by ./dev.
# SPDX-License-Identifier: AGPL-3.0-or-later
# `./dev test bare`. Read by ./dev, whose functions it uses.

# `run --once` in a Debian 12 that has nothing but its base system: a debootstrap root with a clone of HEAD, the machine's
# package sources and network settings, and nothing else of this machine.
test_bare() {
    [[ $EUID == 0 ]] || fail "./dev test bare cần quyền root (debootstrap, chroot)."
    need bare
    local log=$root/build/bare.log status=0 enter=(chroot) started took mirror
    bare=$(mktemp -d /var/tmp/kientoan-bare.XXXXXX)  # finish_tests removes it.
    ! unshare --mount --pid --fork true 2>/dev/null ||
        enter=(unshare --mount --pid --fork --kill-child "--mount-proc=$bare/proc" chroot)

    mkdir -p build
    git diff --quiet HEAD || say "Lưu ý: chỉ thử phần đã commit."
    # shellcheck disable=SC2016  # apt-get expands these names, not the shell.
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
        awk '$2 == "bookworm" && !found++ {print $1}')
    say "Dựng Debian 12 trống trong $bare (từ ${mirror:=http://deb.debian.org/debian})…"
    http_proxy=${http_proxy:-$(apt-config shell p Acquire::http::Proxy | sed "s/^p='\(.*\)'/\1/")} \
        logged debootstrap debootstrap --variant=minbase bookworm "$bare" "$mirror"
    # shellcheck disable=SC2016
    apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        grep -E ' bookworm(-updates|-security)? ' >"$bare/etc/apt/sources.list"
    apt-config dump | grep -iE '^Acquire::(https?|ftp|Retries|ForceIPv4)' >"$bare/etc/apt/apt.conf.d/99host" || true
    cp -a /etc/apt/auth.conf /etc/apt/auth.conf.d "$bare/etc/apt/" 2>/dev/null || true
    cp -a /usr/local/share/ca-certificates "$bare/usr/local/share/" 2>/dev/null || true
    cp -L /etc/resolv.conf /etc/hosts "$bare/etc/"
    git clone --quiet --no-hardlinks "$root" "$bare/srv/kientoan"

    for round in 1 2; do
        say "Lần $round: ./dev run --once"
        started=$SECONDS
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp ${http_proxy:+http_proxy="$http_proxy"} \
            "${enter[@]}" "$bare" /srv/kientoan/dev run --once --data /tmp/data </dev/null 2>&1 |
            tee "$log" >&2 || status=$?
        took=$((SECONDS - started))
        say "Lần $round: mã thoát $status sau $took giây"
        if ((status == 0 && (round == 1 || took <= 15))) && grep -qF 5.907 "$log"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            break
        fi
    done
}
