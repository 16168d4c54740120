/** `--quick`: the same benchmark on less, for CI and for trying out. Its figures are no measure of the budgets. */
export const quick = process.argv.includes("--quick");
