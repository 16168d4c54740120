import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BenchReport } from "./bench/report.ts";

/**
 * `npm run bench -- NAME… [--json]`: benchmarks of the architecture's budgets, each as ratios measured in one run.
 * Exits 1 when a budget does not hold, 2 when a name is not known.
 */
const folder = join(import.meta.dirname, "bench");
const known = new Map(
  globSync("*.bench.ts", { cwd: folder }).map((file) => [basename(file, ".bench.ts"), join(folder, file)]),
);
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const asJson = process.argv.includes("--json");

const unknown = names.filter((name) => !known.has(name));
if (names.length === 0 || unknown.length > 0) {
  console.error(
    `${unknown.length > 0 ? `There is no benchmark ${unknown.join(", ")}. ` : ""}Usage: npm run bench -- NAME… [--json], with NAME of ${[...known.keys()].toSorted().join(", ")}`,
  );
  process.exit(2);
}

const benches: (BenchReport & { name: string })[] = [];
for (const name of names) {
  if (!asJson) console.log(`\n${name}`);
  const { run } = (await import(pathToFileURL(known.get(name) ?? "").href)) as {
    run: (say: (line: string) => void) => Promise<BenchReport>;
  };
  const report = await run(asJson ? () => undefined : (line) => console.log(`  ${line}`));
  benches.push({ name, ...report });
  if (asJson) continue;
  const width = Math.max(...[...report.figures, ...report.ratios].map((entry) => entry.name.length));
  for (const figure of report.figures)
    console.log(`  ${figure.name.padEnd(width)}  ${format(figure.value)} ${figure.unit}`);
  for (const ratio of report.ratios) {
    console.log(
      `  ${ratio.name.padEnd(width)}  ${format(ratio.value)} (budget ${ratio.budget}) ${ratio.holds ? "holds" : "MISSED"}`,
    );
  }
}
if (asJson) console.log(JSON.stringify({ benches }));
process.exitCode = benches.every((bench) => bench.ratios.every((ratio) => ratio.holds)) ? 0 : 1;

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(2);
}
