//! Colours and style sheet of a page.

/// Band and strong tone of each hue, on light ground and on dark.
pub(super) const TONES: [[&str; 4]; 12] = [
    ["d1e5ff", "1863b7", "1f3856", "85baff"],
    ["ffddc2", "975304", "4c3019", "f2ad73"],
    ["c6f0d3", "007541", "1e3f2b", "7ed09b"],
    ["ffd9d0", "b43411", "55271c", "fe987f"],
    ["e9d8ff", "7d48af", "3d2b50", "bf94ef"],
    ["c7ebfd", "006d92", "203c4a", "86ccee"],
    ["f1e2be", "7d6000", "413519", "d0b470"],
    ["c3eae7", "096e6a", "1b3b39", "6ebbb5"],
    ["ffd8df", "ae345c", "532732", "ff96af"],
    ["dde5c4", "5c681b", "32371e", "a3af71"],
    ["efd8cb", "71462e", "3d2c23", "bb927b"],
    ["e1e3e7", "5f636a", "353739", "b4b8be"],
];

/// How a page looks, on screen and on paper.
pub(super) const STYLE: &str = "\
body{font-synthesis:none;margin:0 auto;max-width:46rem;padding:2rem 1.5rem 4rem 5.5rem;font:1.125rem/2.35 var(--fonts);color:#1d1f24;background:#fffefc}
h1{font-size:1.5rem;line-height:1.4;margin:0 0 .5rem}
h2{font-size:1rem;line-height:1.4;font-weight:400;color:#5b606b;border-bottom:1px solid #dedcd6;padding-bottom:.3rem;margin:2rem 0 1rem}
.source{font-size:.8rem;line-height:1.6;color:#5b606b;margin:0 0 .5rem;overflow-wrap:anywhere}
.source span:not(:last-child),.source a:not(:last-child){margin-right:.9rem}
.source a{color:inherit}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem;list-style:none;margin:0;padding:0;font-size:.8rem;line-height:1.6}
.legend i{display:inline-block;width:.75em;height:.75em;margin-right:.4em;box-sizing:border-box;border-radius:2px;background:var(--b);border:1.5px solid var(--s)}
.legend i.claim{background:none;border-width:0 0 2px 2px;border-radius:0}
.text{position:relative}
.text p{margin:0;white-space:pre-wrap;overflow-wrap:break-word;line-height:inherit}
:lang(ur) .text p{line-height:2.9}
mark{color:inherit;position:relative;border-radius:3px;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.tags{position:absolute;left:0;bottom:100%;margin-bottom:-.35em;font-size:.5em;line-height:1.1;max-width:max(100%,4.5em);overflow:hidden;text-overflow:ellipsis;white-space:nowrap;text-transform:uppercase;letter-spacing:.03em;user-select:none;-webkit-user-select:none}
[dir=rtl] .tags,.tags:dir(rtl){left:auto;right:0}
.bracket{position:absolute;left:calc(-.9rem - var(--lane)*.5rem);width:.4rem;border:2px solid var(--s);border-right:0}
@supports not (top:anchor(--a top)){.bracket{display:none}}
table{width:100%;border-collapse:collapse;font-size:.85rem;line-height:1.7;margin-top:2rem}
caption{text-align:start;color:#5b606b;padding-bottom:.3rem}
th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;border-top:1px solid #dedcd6}
td:first-child{white-space:nowrap}
.item{display:inline-block;margin-right:.75rem}
.name{color:#5b606b}
@media (max-width:40rem){body{padding-left:4rem}}
@media (prefers-color-scheme:dark) and (not print){body{color:#e6e7ea;background:#191b20}h2,.name,.source,caption{color:#a3a8b3}h2,th,td{border-color:#3a3d45}}
@media print{@page{margin:18mm}body{max-width:none;padding:0 0 0 4rem;font-size:11pt;background:none}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}section{break-before:auto}tr,h2{break-inside:avoid}h2{break-after:avoid}p{orphans:3;widows:3}}
";
