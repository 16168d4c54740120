import { html, raw } from "hono/html";
import { catalogue } from "../errors.ts";
import { documentStyle } from "./document-style.ts";

/** The parts of an OpenAPI 3.1 document that the page shows. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    name: string;
    in: string;
    required?: boolean;
    schema?: Schema;
    description?: string;
  }[];
  readonly requestBody?: { description?: string; content: Readonly<Record<string, { schema?: Schema }>> };
  readonly responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, { schema?: Schema }>> }>
  >;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly default?: unknown;
}

type Fragment = ReturnType<typeof html>;

const nothing = raw("");

/** A schema in a few words: `Team`, `string (uuid)`, `array of Person`. Named ones link to their table. */
function typeOf(schema: Schema | undefined): Fragment {
  if (schema === undefined) return html`anything`;
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1);
    return html`<a href="#schema-${name}">${name}</a>`;
  }
  if (schema.items !== undefined) return html`array of ${typeOf(schema.items)}`;
  if (schema.anyOf !== undefined)
    return html`${schema.anyOf.map((one, index) => html`${index > 0 ? " or " : ""}${typeOf(one)}`)}`;
  if (schema.enum !== undefined)
    return html`${schema.enum.map((value, index) => html`${index > 0 ? " | " : ""}<code>${JSON.stringify(value)}</code>`)}`;
  const type = typeof schema.type === "string" ? schema.type : (schema.type?.join(" or ") ?? "object");
  return html`${type}${schema.format === undefined ? "" : ` (${schema.format})`}`;
}

function fieldTable(schema: Schema): Fragment {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return html`<p>${typeOf(schema)}</p>`;
  const rows = fields.map(
    ([name, field]) => html`<tr>
      <th scope="row"><code>${name}</code>${schema.required?.includes(name) ? "" : " (optional)"}</th>
      <td>${typeOf(field)}</td>
      <td>${field.description ?? ""}${field.default === undefined ? "" : ` Default: ${JSON.stringify(field.default)}.`}</td>
    </tr>`,
  );
  return html`<table><thead><tr><th scope="col">member</th><th scope="col">type</th><th scope="col">meaning</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function parameterTable(parameters: NonNullable<Operation["parameters"]>): Fragment {
  if (parameters.length === 0) return nothing;
  const rows = parameters.map(
    ({ name, in: place, required, schema }) => html`<tr>
      <th scope="row"><code>${name}</code>${required ? "" : " (optional)"}</th>
      <td>${place}, ${typeOf(schema)}</td>
      <td>${schema?.description ?? ""}${schema?.default === undefined ? "" : ` Default: ${JSON.stringify(schema.default)}.`}</td>
    </tr>`,
  );
  return html`<table><thead><tr><th scope="col">parameter</th><th scope="col">where, type</th><th scope="col">meaning</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function body(operation: Operation): Fragment {
  const [first] = Object.entries(operation.requestBody?.content ?? {});
  if (first === undefined) return nothing;
  const [type, { schema }] = first;
  const inline = schema?.$ref === undefined && schema?.properties !== undefined ? fieldTable(schema) : nothing;
  return html`<p>Body: <code>${type}</code>, ${typeOf(schema)}. ${operation.requestBody?.description ?? ""}</p>${inline}`;
}

function operationSection(path: string, method: string, operation: Operation): Fragment {
  const answers = Object.entries(operation.responses).map(([status, { description, content }]) => {
    const [media] = Object.values(content ?? {});
    return html`<li><code>${status}</code> ${description}${media?.schema === undefined ? "" : html`: ${typeOf(media.schema)}`}</li>`;
  });
  return html`<section class="operation" id="${method}${path.replaceAll(/[^a-zA-Z]+/g, "-")}">
    <h3><span class="method">${method.toUpperCase()}</span> <code>/api${path}</code></h3>
    <p>${operation.summary ?? ""}. ${operation.description ?? ""}</p>
    ${parameterTable(operation.parameters ?? [])} ${body(operation)}
    <ul>${answers}</ul>
  </section>`;
}

/**
 * The readable page of the API, made from its OpenAPI document on the server: no script, works without one, and nothing in
 * the way of a screen reader (see decision 7 for why not a ready-made viewer).
 */
export function apiPage(document: ApiDocument): Fragment {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation,
      tag: operation.tags?.[0] ?? "Other",
    })),
  );
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const schemas = Object.entries(document.components?.schemas ?? {}).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  const errors = Object.entries(catalogue).map(
    ([code, { status, title }]) =>
      html`<tr id="${code.replace("/", "-")}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${title}</td></tr>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${document.info.title}</title>
        <style>${raw(documentStyle)}</style>
      </head>
      <body>
        <header>
          <h1>${document.info.title}</h1>
          <p>${document.info.description ?? ""} <a href="/api/openapi.json">OpenAPI document</a></p>
        </header>
        <nav aria-label="Contents">
          <ul>${tags.map((tag) => html`<li><a href="#tag-${tag}">${tag}</a></li>`)}<li><a href="#schemas">Schemas</a></li><li><a href="#errors">Errors</a></li></ul>
        </nav>
        <main>
          ${tags.map(
            (tag) => html`<section><h2 id="tag-${tag}">${tag}</h2>
              ${operations.filter((one) => one.tag === tag).map(({ path, method, operation }) => operationSection(path, method, operation))}</section>`,
          )}
          <section><h2 id="schemas">Schemas</h2>
            ${schemas.map(([name, schema]) => html`<section class="operation"><h3 id="schema-${name}">${name}</h3><p>${schema.description ?? ""}</p>${fieldTable(schema)}</section>`)}
          </section>
          <section><h2 id="errors">Errors</h2>
            <table><thead><tr><th scope="col">code</th><th scope="col">status</th><th scope="col">meaning</th></tr></thead><tbody>${errors}</tbody></table>
          </section>
        </main>
      </body>
    </html>`;
}
