export type EngineFaultCode =
  /** The file was moved, changed or deleted after it was chosen. */
  | "unreadable"
  /** The folder holds more than a package may. */
  | "folder-too-large"
  /** The engine stopped: out of memory, or a fault of ours. */
  | "stopped";

/** Why the engine gave no answer. What is wrong with a package is never a fault, but a finding. */
export class EngineFault extends Error {
  readonly code: EngineFaultCode;

  constructor(code: EngineFaultCode, options?: ErrorOptions) {
    super(`The engine gave no answer: ${code}`, options);
    this.name = "EngineFault";
    this.code = code;
  }
}
