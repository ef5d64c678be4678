#!/usr/bin/env bash
# Makes fonts/ anew from the pinned packages its faces come from. Needs npm, tar, apt-get and dpkg, not the build.
# After raising a version here: run with UPDATE=1, then put the new figures into fonts/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=$work/fonts
mkdir "$out"

unpack() { # package@version: unpacks it and prints the folder
    local folder=$work/${1//[@\/]/_} tarball
    mkdir -p "$folder"
    tarball=$(cd "$work" && npm pack --silent "$1")
    tar -xzf "$work/$tarball" -C "$folder" --strip-components=1
    printf '%s\n' "$folder"
}

noto() { # name version family weight...: copies those weights, remembers the copyright line
    local name=$1 version=$2 family=$3 folder weight
    shift 3
    folder=$(unpack "@expo-google-fonts/$name@$version")
    for weight in "$@"; do
        cp "$folder/$weight/${family}_$weight.ttf" "$out/$family-${weight:3}.ttf"
    done
    # The family's own line; the licence text below it is one and the same in every package.
    head -n 1 "$folder/LICENSE_FONT" >>"$work/copyrights"
    tail -n +3 "$folder/LICENSE_FONT" >"$work/ofl"
}

noto noto-emoji 0.4.7 NotoEmoji 400Regular
noto noto-nastaliq-urdu 0.4.2 NotoNastaliqUrdu 400Regular
noto noto-sans-adlam 0.4.1 NotoSansAdlam 400Regular
noto noto-sans-arabic 0.4.3 NotoSansArabic 400Regular
noto noto-sans-armenian 0.4.2 NotoSansArmenian 400Regular
noto noto-sans-devanagari 0.4.1 NotoSansDevanagari 400Regular 600SemiBold
noto noto-sans-ethiopic 0.4.2 NotoSansEthiopic 400Regular
noto noto-sans-georgian 0.4.3 NotoSansGeorgian 400Regular
noto noto-sans-gujarati 0.4.2 NotoSansGujarati 400Regular 600SemiBold
noto noto-sans-gurmukhi 0.4.1 NotoSansGurmukhi 400Regular
noto noto-sans-hebrew 0.4.1 NotoSansHebrew 400Regular
noto noto-sans-kannada 0.4.3 NotoSansKannada 400Regular
noto noto-sans-khmer 0.4.3 NotoSansKhmer 400Regular
noto noto-sans-lao 0.4.2 NotoSansLao 400Regular
noto noto-sans-malayalam 0.4.2 NotoSansMalayalam 400Regular
noto noto-sans-meetei-mayek 0.4.2 NotoSansMeeteiMayek 400Regular
noto noto-sans-mongolian 0.4.1 NotoSansMongolian 400Regular
noto noto-sans-myanmar 0.4.2 NotoSansMyanmar 400Regular
noto noto-sans-nko 0.4.1 NotoSansNKo 400Regular
noto noto-sans-ol-chiki 0.4.2 NotoSansOlChiki 400Regular
noto noto-sans-oriya 0.4.2 NotoSansOriya 400Regular
noto noto-sans-sinhala 0.4.2 NotoSansSinhala 400Regular
noto noto-sans-symbols 0.4.1 NotoSansSymbols 400Regular
noto noto-sans-symbols-2 0.4.1 NotoSansSymbols2 400Regular
noto noto-sans-syriac 0.4.2 NotoSansSyriac 400Regular
noto noto-sans-tamil 0.4.3 NotoSansTamil 400Regular
noto noto-sans-telugu 0.4.2 NotoSansTelugu 400Regular
noto noto-sans-thai 0.4.2 NotoSansThai 400Regular
noto noto-sans-thaana 0.4.2 NotoSansThaana 400Regular
noto noto-sans-tifinagh 0.4.1 NotoSansTifinagh 400Regular
noto noto-serif-tibetan 0.4.2 NotoSerifTibetan 400Regular
noto noto-sans 0.4.2 NotoSans 400Regular 600SemiBold # last: its licence text is the one kept
# Bengali is not of these packages.
echo 'Copyright 2022 The Noto Project Authors (https://github.com/notofonts/bengali)' >>"$work/copyrights"
{ LC_ALL=C sort -u "$work/copyrights" && echo && cat "$work/ofl"; } >"$out/OFL.txt"

# Bengali of 2020: HarfRust does not yet form the conjuncts with ra (শ্রী) by the rules of the newer build.
(cd "$work" && apt-get download --quiet=2 fonts-noto-core && dpkg -x fonts-noto-core_*.deb debian)
cp "$work/debian/usr/share/fonts/truetype/noto/NotoSansBengali-Regular.ttf" "$out/"

phosphor=$(unpack @phosphor-icons/web@2.1.2)
cp "$phosphor/src/regular/Phosphor.ttf" "$out/Phosphor.ttf"
cp "$phosphor/LICENSE" "$out/PHOSPHOR-LICENSE"

if [[ ${UPDATE:-} == 1 ]]; then
    (cd "$out" && sha256sum -- *.ttf) >"$out/SHA256SUMS"
else
    cp fonts/SHA256SUMS "$out/"
    (cd "$out" && sha256sum --check --quiet SHA256SUMS)
fi
# Only now, whole and checked, does the new folder take the place of the old.
mkdir -p fonts
rm -f fonts/*.ttf
cp "$out"/* fonts/
echo "fonts/: $(find fonts -name '*.ttf' | wc -l) faces, $(cat fonts/*.ttf | wc -c) bytes"
