/** Ends a command with one line on standard error instead of a stack trace. */
export class Refusal extends Error {
  /** 1 findings or refusal, 2 wrong usage, 3 server not reached (interface.md). */
  readonly exitCode: 1 | 2 | 3;

  constructor(message: string, exitCode: 1 | 2 | 3 = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
