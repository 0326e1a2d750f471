/** How the page looks: by day, by night, on a phone and on paper. Fonts are the system’s own. */
export const STYLE = `
:root{color-scheme:light dark;--back:#fbfaf8;--card:#fff;--text:#1d1b18;--soft:#5d574f;--line:#e3ded6;--green:#2f7d4f;--amber:#c07a12;--red:#b3372c;--blue:#2f6aa8;--grey:#8a847b;--violet:#7a56a8}
@media(prefers-color-scheme:dark){:root{--back:#171614;--card:#211f1c;--text:#f1ede6;--soft:#b3aca1;--line:#3a362f;--green:#5fb483;--amber:#e0a54a;--red:#ec7c70;--blue:#76aee6;--grey:#928c82;--violet:#b394de}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{max-width:820px;margin:0 auto;padding:24px 16px 48px}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 4px}
h2{font-size:1.15rem;margin:0 0 12px}
h3{font-size:1rem;margin:0}
p{margin:0 0 8px}
.soft{color:var(--soft);font-size:.9rem}
section,.verdict{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:18px;margin-top:16px}
.verdict{border-left:6px solid var(--grey);font-size:1.1rem}
.verdict.fine{border-left-color:var(--green)}.verdict.waiting{border-left-color:var(--blue)}.verdict.needs-you{border-left-color:var(--red)}
.verdict p:last-child{margin:0}
figure{margin:0 0 20px}figure:last-child{margin:0}
figcaption{font-weight:600;margin-bottom:8px}
.bar{width:100%;height:28px;border-radius:8px;display:block}
.columns{width:100%;height:auto;display:block}
.columns text{font-size:11px;fill:var(--soft)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;padding:0;margin:8px 0 0;font-size:.9rem}
.dot{width:12px;height:12px;vertical-align:-1px}
.c-green{fill:var(--green)}.c-amber{fill:var(--amber)}.c-red{fill:var(--red)}.c-blue{fill:var(--blue)}.c-grey{fill:var(--grey)}.c-violet{fill:var(--violet)}
ol.steps{margin:0;padding:0;list-style:none;counter-reset:step}
ol.steps>li{counter-increment:step;display:grid;grid-template-columns:2.2rem 1fr;padding:12px 0;border-top:1px solid var(--line)}
ol.steps>li:first-child{border-top:0;padding-top:0}
ol.steps>li::before{content:counter(step);font-weight:700;font-size:1.1rem;color:var(--soft)}
ol.steps>li.never::before{color:var(--red)}
.steps .what{font-weight:600}
.steps .never .what{color:var(--red)}
.check{border-top:1px solid var(--line);padding:12px 0}
.check:first-of-type{border-top:0}
.check ul{margin:6px 0 0;padding-left:1.2rem}
h3 .tag{white-space:nowrap}
.tag{display:inline-block;border:1px solid currentColor;border-radius:99px;padding:0 9px;font-size:.8rem;font-weight:600;margin-left:6px}
.tag.fine{color:var(--green)}.tag.look{color:var(--amber)}.tag.broken{color:var(--red)}.tag.unseen{color:var(--soft)}
.pictures{display:grid;align-items:start;grid-template-columns:repeat(auto-fill,minmax(104px,1fr));gap:10px;list-style:none;margin:10px 0 20px;padding:0}
.pictures img,.pictures .none{width:100%;aspect-ratio:1;object-fit:cover;border-radius:8px;display:block;background:var(--line)}
.pictures .none{display:grid;place-items:center;color:var(--soft);font-size:.8rem;text-align:center;padding:6px}
.pictures span{display:block;font-size:.78rem;line-height:1.3;margin-top:4px}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;overflow-wrap:normal;padding:6px 8px 6px 0;border-top:1px solid var(--line);vertical-align:top}
thead th{border-top:0;color:var(--soft);font-weight:600}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
footer{margin-top:20px}
@media(max-width:520px){table{font-size:.78rem}th,td{padding-right:5px}main{padding:16px 10px 32px}section,.verdict{padding:14px}}
@media print{:root{color-scheme:light;--back:#fff;--card:#fff;--text:#000;--soft:#444;--line:#ccc;--green:#2f7d4f;--amber:#c07a12;--red:#b3372c;--blue:#2f6aa8;--grey:#8a847b;--violet:#7a56a8}body{font-size:11pt}main{max-width:none;padding:0}section,.verdict{break-inside:auto;border-radius:0}figure,.check,ol.steps>li,.pictures li{break-inside:avoid}.bar,.columns,.dot,.tag{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
