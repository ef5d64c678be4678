#!/usr/bin/env bash
# scripts/package.sh [deb|tarball|appimage…]: makes those packages, all three when none is named, in target/packages, with the
# symbols of the program apart and SHA256SUMS.
# The same program gives the same bytes: times are SOURCE_DATE_EPOCH (the last commit's), order and owners are fixed.
#   TIPPANI_PROGRAM            the program to pack; built by the profile `dist` when nothing is said
#   TIPPANI_APPIMAGE_RUNTIME   the runtime an AppImage begins with; fetched and compared with its checksum when nothing is said
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/lib/system.sh

# https://github.com/AppImage/type2-runtime: it mounts what follows it, or unpacks it where FUSE is missing.
RUNTIME=20251108
RUNTIME_SHA256=2fca8b443c92510f1483a883f60061ad09b46b978b2631c807cd873a47ec260d # of runtime-x86_64

kinds=("$@")
[[ ${#kinds[@]} -gt 0 ]] || kinds=(deb tarball appimage)
wanted() { [[ " ${kinds[*]} " == *" $1 "* ]]; }
for kind in "${kinds[@]}"; do
    case $kind in
        deb | tarball | appimage) ;;
        *) echo "package.sh: no such package: $kind" >&2; exit 2 ;;
    esac
done

need program objcopy binutils
need program xz xz-utils
if wanted deb; then need program dpkg-deb dpkg; fi
if wanted appimage; then need program mksquashfs squashfs-tools; need program curl curl; fi
[[ -n ${TIPPANI_PROGRAM:-} ]] || need_build_tools
if wanted tarball || wanted appimage; then need_cjk_face; fi
install_missing

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)}
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
umask 022
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
machine=$(uname -m)
name=tippani-$version-linux-$machine
out=$(target_dir)/packages
rm -rf "$out" # what lies there is of one call
mkdir -p "$out"
out=$(realpath "$out")

program=${TIPPANI_PROGRAM:-$(target_dir)/dist/tippani}
[[ -n ${TIPPANI_PROGRAM:-} ]] || cargo build --profile dist --locked

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/tree

# What every package holds, below the prefix it is installed under.
fill_tree() {
    local doc=$tree/share/doc/tippani page shell
    install -D -m 755 "$program" "$tree/bin/tippani"
    objcopy --only-keep-debug --compress-debug-sections=zlib "$tree/bin/tippani" "$out/$name.debug"
    chmod 644 "$out/$name.debug"
    strip --strip-all "$tree/bin/tippani"
    (cd "$out" && objcopy --add-gnu-debuglink="$name.debug" "$tree/bin/tippani")

    install -D -m 644 packaging/tippani.desktop "$tree/share/applications/tippani.desktop"
    install -D -m 644 packaging/tippani.mime.xml "$tree/share/mime/packages/tippani.xml"
    install -D -m 644 packaging/tippani.svg "$tree/share/icons/hicolor/scalable/apps/tippani.svg"
    install -D -m 644 packaging/tippani.png "$tree/share/icons/hicolor/256x256/apps/tippani.png"
    mkdir -p "$tree/share/man/man1" "$tree"/share/{bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d}
    "$tree/bin/tippani" manual "$tree/share/man/man1"
    for page in "$tree"/share/man/man1/*.1; do gzip -9n "$page"; done
    for shell in bash/tippani zsh/_tippani fish/tippani.fish; do
        "$tree/bin/tippani" completions "${shell%/*}" >"$work/completions"
        install -m 644 "$work/completions" "$(echo "$tree/share/${shell%/*}"*/*completions*)/${shell#*/}"
    done
    mkdir -p "$tree/share/tippani" "$doc"
    cp -R samples schemas "$tree/share/tippani/"
    cp LICENSE-MIT LICENSE-APACHE THIRD-PARTY.txt CHANGELOG.md README.md "$doc/"
    find "$tree" -type d -exec chmod 755 {} + -o -type f ! -path '*/bin/*' -exec chmod 644 {} +
}

# The face of Chinese, Japanese and Korean with its licence, for packages that cannot ask for it.
add_cjk_face() { # tree
    install -D -m 644 "$CJK_FACE" "$1/share/tippani/fonts/${CJK_FACE##*/}"
    install -m 644 /usr/share/doc/fonts-noto-cjk/copyright "$1/share/tippani/fonts/copyright"
}

# Gives everything in a folder the time of the release.
settle() { find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +; }

make_tarball() {
    local folder=$work/$name
    cp -a "$tree" "$folder"
    add_cjk_face "$folder"
    settle "$folder"
    tar --create --directory "$work" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner \
        --mtime="@$SOURCE_DATE_EPOCH" "$name" | xz --threads=1 -6 >"$out/$name.tar.xz"
}

# Packages that a window opens libraries of at run time, as scripts/lib/system.sh knows them, and the C library it links.
dependencies() {
    local libc
    libc=$(objdump -T "$tree/bin/tippani" | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1)
    NEEDS=()
    need_window
    {
        printf 'libc6 (>= %s)\nlibgcc-s1\nmesa-vulkan-drivers | vulkan-icd\n' "${libc#GLIBC_}"
        printf '%s\n' "${NEEDS[@]}" | awk '$1 == "library" { print $3 }'
    } | sort -u | paste -sd , | sed 's/,/, /g'
}

make_deb() {
    local root=$work/deb architecture doc
    architecture=$(dpkg --print-architecture)
    mkdir -p "$root/DEBIAN"
    cp -a "$tree" "$root/usr"
    doc=$root/usr/share/doc/tippani
    {
        echo 'Tippani is licensed under MIT or Apache-2.0, at the choice of who uses it. THIRD-PARTY.txt in this folder has'
        printf 'the licences of the packages and fonts that go out with it.\n\n'
        cat "$doc/LICENSE-MIT"
        printf '\nThe Apache License 2.0 is in /usr/share/common-licenses/Apache-2.0 and in LICENSE-APACHE.\n'
    } >"$doc/copyright"
    gzip -9n "$doc/CHANGELOG.md" "$doc/THIRD-PARTY.txt"
    mv "$doc/CHANGELOG.md.gz" "$doc/changelog.gz"
    sed -i 's/THIRD-PARTY.txt in/THIRD-PARTY.txt.gz in/' "$doc/copyright"
    (cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
    cat >"$root/DEBIAN/control" <<CONTROL
Package: tippani
Version: $version
Architecture: $architecture
Maintainer: The Tippani authors <tippani@localhost>
Installed-Size: $(find "$root/usr" -type f -printf '%s\n' | awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
Depends: $(dependencies)
Recommends: fonts-noto-cjk
Section: science
Priority: optional
Description: annotate multilingual news: entities and claims
 A window opens a folder of articles in Hindi, Gujarati, English and other
 scripts; spans are tagged as entities or claims, exact to the grapheme
 cluster, and lie as JSON beside the articles. Annotators are compared and
 reviewed, and datasets written for spaCy, Hugging Face, Label Studio, brat and
 others. It opens no network connection.
CONTROL
    chmod 644 "$root"/DEBIAN/*
    settle "$root"
    dpkg-deb --root-owner-group -Zxz --build "$root" "$out/tippani_${version}_$architecture.deb" >/dev/null
}

# The file that an AppImage begins with, in $runtime.
find_runtime() {
    runtime=${TIPPANI_APPIMAGE_RUNTIME:-}
    [[ -z $runtime ]] || return 0
    if [[ $machine != x86_64 ]]; then
        echo "No checksum of the AppImage runtime for $machine is known: name one in TIPPANI_APPIMAGE_RUNTIME" >&2
        return 1
    fi
    runtime=$(target_dir)/appimage-runtime-$RUNTIME-$machine
    if [[ ! -f $runtime ]]; then
        if ! curl --fail --silent --show-error --location --retry 3 --output "$work/runtime" \
            "https://github.com/AppImage/type2-runtime/releases/download/$RUNTIME/runtime-$machine"; then
            echo "The AppImage runtime cannot be had here: name one in TIPPANI_APPIMAGE_RUNTIME" >&2
            return 1
        fi
        mv "$work/runtime" "$runtime"
    fi
    if ! echo "$RUNTIME_SHA256  $runtime" | sha256sum --check --quiet; then
        rm -f "$runtime"
        return 1
    fi
}

make_appimage() {
    local root=$work/Tippani.AppDir image=$out/Tippani-$version-$machine.AppImage runtime
    find_runtime || return 1
    mkdir "$root"
    cp -a "$tree" "$root/usr"
    add_cjk_face "$root/usr"
    ln -s usr/bin/tippani "$root/AppRun"
    cp packaging/tippani.{desktop,svg} "$root/"
    cp packaging/tippani.png "$root/.DirIcon"
    settle "$root"
    # The environment's SOURCE_DATE_EPOCH is the time of the file system itself.
    mksquashfs "$root" "$work/image" -quiet -no-progress -noappend -all-root -no-xattrs -comp zstd -b 131072 >/dev/null
    cat "$runtime" "$work/image" >"$image"
    chmod 755 "$image"
}

fill_tree
failed=()
for kind in "${kinds[@]}"; do
    "make_$kind" || failed+=("$kind")
done
(cd "$out" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\0' | sort -z | xargs -0 sha256sum) >"$work/sums"
mv "$work/sums" "$out/SHA256SUMS"
chmod 644 "$out/SHA256SUMS"
(cd "$out" && du --apparent-size -b -- * | awk '{ printf "%s: %.1f MB\n", $2, $1 / 1e6 }')
if [[ ${#failed[@]} -gt 0 ]]; then
    echo "Not made: ${failed[*]}" >&2
    exit 1
fi
