/** Plain, readable at 390 pixels, light or dark as the reader's device is. Previews themselves stay on white, as most people see them. */
export const style = `
:root{color-scheme:light dark;--ground:#f5f4f1;--card:#fff;--ink:#1d1f21;--soft:#5c6166;--line:#dcdad4;--accent:#0b5cad;--alert:#a1260d;--alert-ground:#fdece8}
@media(prefers-color-scheme:dark){:root{--ground:#17181a;--card:#222427;--ink:#eceae6;--soft:#a9adb2;--line:#3a3d41;--accent:#7ab8ff;--alert:#ffb4a2;--alert-ground:#3a1c16}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:44rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
h1{font-size:1.5rem;line-height:1.25;margin:.1rem 0 .6rem}
h2{font-size:1.1rem;line-height:1.3;margin:0}
.brand,.where,footer{color:var(--soft);font-size:.9rem;margin:0}
.alert{background:var(--alert-ground);color:var(--alert);border-left:4px solid;padding:.6rem .8rem;margin:1rem 0;border-radius:4px}
article{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:1.2rem 0;padding:1rem}
.head{display:flex;gap:.7rem;align-items:flex-start;margin-bottom:.6rem}
.icon{flex:none;width:1.6rem;height:1.6rem;fill:none;stroke:var(--accent);stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round}
.undo{margin:.6rem 0 0;font-size:.9rem;color:var(--soft)}
.undo.final{color:var(--alert);font-weight:600}
.inbox{display:grid;grid-template-columns:2.5rem 1fr;gap:0 .7rem;border:1px solid var(--line);border-radius:8px;padding:.7rem;margin:.6rem 0}
.inbox .face{grid-row:1/4;width:2.5rem;height:2.5rem;border-radius:50%;background:var(--accent);color:var(--card);display:grid;place-items:center;font-weight:600}
.inbox span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.inbox .subject{font-weight:600}
.inbox .line{color:var(--soft)}
.caption{font-size:.8rem;color:var(--soft);margin:.8rem 0 .2rem}
iframe{display:block;width:100%;border:1px solid var(--line);border-radius:8px;background:#fff;color-scheme:light}
figure{margin:.8rem 0 0}
img{max-width:100%;height:auto;border-radius:8px;display:block}
figcaption{font-size:.85rem;color:var(--soft);margin-top:.3rem}
details{margin-top:.8rem}
summary{cursor:pointer;color:var(--accent)}
pre{white-space:pre-wrap;font:inherit;margin:.5rem 0 0;border-left:3px solid var(--line);padding-left:.8rem}
code{font-size:.85em}
footer{padding-bottom:2rem}
`;
