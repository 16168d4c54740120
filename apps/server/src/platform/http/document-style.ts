/** Looks of `/api/docs` and `/docs`; in the page itself, so that it needs no second request. */
export const documentStyle = `
:root { color-scheme: light dark; background: Canvas; --line: light-dark(#d1d1d1, #575757); --quiet: light-dark(#f5f5f5, #292929); --link: light-dark(#444791, #aeb2f5); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 "Segoe UI", system-ui, sans-serif; display: grid; grid-template: "header header" auto "nav main" 1fr / 190px minmax(0, 1fr); }
header { grid-area: header; padding: 20px 28px; border-bottom: 1px solid var(--line); }
nav { grid-area: nav; padding: 16px 28px; } nav ul { position: sticky; top: 16px; list-style: none; margin: 0; padding: 0; line-height: 2; }
main { grid-area: main; padding: 0 28px 80px; max-width: 1000px; overflow-wrap: anywhere; }
pre { background: var(--quiet); padding: 10px 14px; overflow-x: auto; }
h1 { margin: 0; font-size: 24px; } h2 { margin: 36px 0 8px; font-size: 20px; } h3 { margin: 0 0 4px; font-size: 15px; overflow-wrap: anywhere; }
a { color: var(--link); } :target { outline: 2px solid var(--link); outline-offset: 4px; }
.operation { border: 1px solid var(--line); border-radius: 6px; padding: 14px 16px; margin: 12px 0; }
.method { display: inline-block; min-width: 56px; font-weight: 700; }
code { font-family: ui-monospace, Consolas, monospace; font-size: 0.92em; }
table { border-collapse: collapse; width: 100%; margin: 8px 0; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: 5px 10px; border-top: 1px solid var(--line); font-weight: 400; }
thead th { background: var(--quiet); } ul { padding-left: 20px; }
body.plain { display: block; } body.plain nav { padding: 16px 28px; border-bottom: 1px solid var(--line); } body.plain h1 { margin-top: 24px; }
.wide { overflow-x: auto; } .wide table { display: table; }
@media (max-width: 700px) { body { display: block; } nav ul { position: static; columns: 2; } }
`;
