/** Parvis's own API for commands: what it refuses ends the command, with the reason. */
import { Refusal } from "../refusal.ts";
import { type Answer, type Connection, connect, problemsOf } from "./connection.ts";

export class ServerClient {
  readonly #connection: Connection;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** @param server the address given on the command line. @throws Refusal when nobody is signed in there */
  static async open(server: string | undefined): Promise<ServerClient> {
    return new ServerClient(await connect(server));
  }

  /** @throws Refusal with what the server says; with exit code 3 when it is not reached */
  async call<Body>(
    method: string,
    path: string,
    body?: object | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Body> {
    return this.read<Body>(await this.ask(method, path, body, headers));
  }

  /** As {@link call}, for an answer whose refusal says how to go on. */
  async ask(
    method: string,
    path: string,
    body?: object | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    return await this.#connection.call(method, path, body, headers);
  }

  /** What an answer brought. @throws Refusal with what the server says */
  read<Body>(answer: Answer): Body {
    if (answer.status >= 300) throw new Refusal(problemsOf(answer), 1);
    if (answer.status !== 204 && typeof answer.body !== "object")
      throw new Refusal(`${this.#connection.url} answers, but not as Parvis does; is this its address?`, 3);
    return answer.body as Body;
  }

  /** An answer that is read as it arrives. @throws Refusal with what the server says */
  async open(path: string): Promise<ReadableStream<Uint8Array>> {
    return await this.#connection.open(path);
  }

  /** Everything of a paged list. @param path without a query, or with one */
  async all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const sign = path.includes("?") ? "&" : "?";
      const query: string = `${sign}limit=200${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: { items: Item[]; nextCursor: string | null } = await this.call("GET", path + query);
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }
}
