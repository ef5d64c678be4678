#!/usr/bin/env bash
# packaging/macos.sh: makes the universal Tippani.app of two builds by the profile `dist`, and the disk image that holds it. Runs on macOS.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
out=target/packages
image=target/dmg
contents=$image/Tippani.app/Contents
rm -rf "$out" "$image"
mkdir -p "$out" "$contents/MacOS" "$contents/Resources"

lipo -create -output "$contents/MacOS/tippani" target/{aarch64,x86_64}-apple-darwin/dist/tippani
dsymutil "$contents/MacOS/tippani" -o "$out/tippani.dSYM"
tar -C "$out" -czf "$out/tippani-$version-macos-universal.dSYM.tar.gz" tippani.dSYM
rm -r "$out/tippani.dSYM"
strip -x "$contents/MacOS/tippani"
sed "s/@VERSION@/$version/" packaging/Info.plist >"$contents/Info.plist"
cp -R samples LICENSE-MIT LICENSE-APACHE THIRD-PARTY.txt "$contents/Resources/"

icons=target/tippani.iconset
rm -rf "$icons"
mkdir "$icons"
for size in 16 32 128 256; do
    sips -z "$size" "$size" packaging/tippani.png --out "$icons/icon_${size}x$size.png" >/dev/null
done
iconutil --convert icns --output "$contents/Resources/tippani.icns" "$icons"

# Without an account it is signed for nobody in particular: what Apple's processors ask for.
codesign --force --sign - "$image/Tippani.app"
ln -s /Applications "$image/Applications"
hdiutil create -volname Tippani -srcfolder "$image" -format UDZO -ov "$out/tippani-$version-macos-universal.dmg"
