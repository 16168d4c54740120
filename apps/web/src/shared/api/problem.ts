interface Reason {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a refused or failed request says: the server's problem details (RFC 9457), or why none arrived. */
export class Problem extends Error {
  override readonly name = "Problem";
  /** Of the server's catalogue, or `client/offline` and `client/unreadable` of ours. */
  readonly code: string;
  readonly status: number;
  /** What happened here, in the server's words. */
  readonly detail: string;
  /** To quote when asking for help; absent when no server answered. */
  readonly requestId: string | undefined;
  /** The same for screens: a code, whose message stands under `problem.because.`, and its values. */
  readonly reason: Reason | undefined;
  /** Further members: findings, issues, the other app's id. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(parts: {
    code: string;
    status?: number;
    title?: string;
    detail?: string;
    requestId?: string | undefined;
    reason?: Reason | undefined;
    extra?: Readonly<Record<string, unknown>>;
    cause?: unknown;
  }) {
    super(parts.title ?? parts.code, { cause: parts.cause });
    this.code = parts.code;
    this.status = parts.status ?? 0;
    this.detail = parts.detail ?? "";
    this.requestId = parts.requestId;
    this.reason = parts.reason;
    this.extra = parts.extra ?? {};
  }
}

/** Whether trying again may help without anybody changing anything: nobody answered, or the server was not able to. */
export function mayPass(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status >= 500);
}

export function hasCode(error: unknown, code: string): error is Problem {
  return error instanceof Problem && error.code === code;
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/** Reads a refusal. Anything that is not problem details comes from something between us and Parvis. */
export async function readProblem(response: Response): Promise<Problem> {
  const requestId = response.headers.get("request-id") ?? undefined;
  try {
    const { code, title, status, detail, reason, requestId: given, ...extra } = await response.json();
    if (typeof code === "string") {
      const parts = {
        code,
        title: text(title) ?? code,
        detail: text(detail) ?? "",
        requestId: text(given) ?? requestId,
        reason: typeof reason?.code === "string" ? (reason as Reason) : undefined,
      };
      return new Problem({ ...parts, status: typeof status === "number" ? status : response.status, extra });
    }
  } catch {
    // Falls through: a proxy's own page.
  }
  return new Problem({ code: "client/unreadable", status: response.status, requestId });
}
