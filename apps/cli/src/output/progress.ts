/** A bar on standard error while many packages are read; silent when that is no terminal. */
export class Progress {
  readonly #total: number;
  readonly #shown: boolean;
  #done = 0;

  constructor(total: number) {
    this.#total = total;
    this.#shown = total > 1 && process.stderr.isTTY === true;
  }

  step(name: string): void {
    if (!this.#shown) return;
    const width = 24;
    const filled = Math.round((this.#done / this.#total) * width);
    const bar = `${"█".repeat(filled)}${"░".repeat(width - filled)}`;
    const room = Math.max(10, (process.stderr.columns ?? 80) - width - 16);
    process.stderr.write(`\r\u001b[2K${bar} ${this.#done}/${this.#total} ${name.slice(-room)}`);
    this.#done++;
  }

  end(): void {
    if (this.#shown) process.stderr.write("\r\u001b[2K");
  }
}
