/** The OpenAPI file of an API-based message extension (contracts A.3). Files in YAML are not looked into. */
import { isObject, type JsonObject, type JsonValue, listAt, objectAt, textAt } from "../../json/json-value.ts";
import { readJson } from "../../json/read-json.ts";
import { decodeText } from "../../json/source-text.ts";
import { plainName } from "../../package/entry-names.ts";
import { parts } from "../parts.ts";
import type { Hit, Rule } from "../rule.ts";
import type { Subject } from "../subject.ts";
import { isApiBased } from "./extension-kind.ts";

interface Operation {
  id: string;
  method: string;
  value: JsonObject;
}

interface Fault {
  graph: string;
  en: string;
  fr: string;
  /** In the manifest; where absent, the API file as a whole is meant. */
  pointer?: string;
}

const methods = ["get", "post", "put", "patch", "delete", "options", "head", "trace"];

function operationsOf(api: JsonObject): Operation[] {
  return Object.values(objectAt(api, "paths") ?? {}).flatMap((path) =>
    isObject(path)
      ? methods.flatMap((method) => {
          const value = objectAt(path, method);
          return value === undefined ? [] : [{ id: textAt(value, "operationId") ?? "", method, value }];
        })
      : [],
  );
}

function* serverFaults(api: JsonObject, resource: string | undefined): Iterable<Fault> {
  const servers = listAt(api, "servers").map((server) => textAt(server, "url") ?? "");
  if (servers.length === 0)
    yield {
      graph: "ServerUrlsMissingOnApiSpecificationFile",
      en: "it names no server",
      fr: "elle ne nomme aucun serveur",
    };
  for (const url of servers) {
    if (/^http:\/\//i.test(url))
      yield {
        graph: "ApiSpecificationFileServerUrlsContainHttp",
        en: `its server ${url} is not HTTPS`,
        fr: `son serveur ${url} n'est pas en HTTPS`,
      };
    else if (!/^https:\/\/[^\s/]+/i.test(url))
      yield {
        graph: "ApiSpecificationFileServerUrlsContainInvalidUrl",
        en: `its server “${url}” is no address`,
        fr: `son serveur « ${url} » n'est pas une adresse`,
      };
    else if (resource !== undefined && !resource.toLowerCase().includes(new URL(url).host.toLowerCase()))
      yield {
        graph: "MsftEntraAuthTypeComposeExtensionResourceURLNotMatchServerURLOnApiSpec",
        en: `its server ${url} is not the one in webApplicationInfo.resource`,
        fr: `son serveur ${url} n'est pas celui de webApplicationInfo.resource`,
      };
  }
}

function* operationFaults({ id, method, value }: Operation): Iterable<Fault> {
  if (method !== "get" && method !== "post")
    yield {
      graph: "ApiSpecificationFileContainUnsupportedHttpMethod",
      en: `${id} uses ${method.toUpperCase()}; GET and POST are supported`,
      fr: `${id} utilise ${method.toUpperCase()} ; GET et POST sont pris en charge`,
    };
  for (const parameter of listAt(value, "parameters")) {
    const place = textAt(parameter, "in") ?? "";
    const required = isObject(parameter) && parameter.required === true;
    if (required && !["path", "query"].includes(place))
      yield {
        graph: "ApiSpecificationFileRequiredParameterContainUnsupportedLocation",
        en: `${id} requires a parameter in ${place}`,
        fr: `${id} exige un paramètre dans ${place}`,
      };
    const type = textAt(parameter, "schema", "type");
    if (type === "array" || type === "object")
      yield {
        graph: "ApiSpecificationFileParameterContainUnsupportedSchemaType",
        en: `${id} has a parameter of type ${type}`,
        fr: `${id} a un paramètre de type ${type}`,
      };
  }
  const body = objectAt(value, "requestBody", "content");
  const schema = objectAt(body, "application/json", "schema");
  if (body !== undefined && !Object.hasOwn(body, "application/json"))
    yield {
      graph: "ApiSpecificationFileRequestBodyContainUnsupportedMediaType",
      en: `${id} takes a body that is not application/json`,
      fr: `${id} prend un corps qui n'est pas application/json`,
    };
  if (schema !== undefined && schema.type !== undefined && schema.type !== "object")
    yield {
      graph: "ApiSpecificationFileRequestBodyContainUnsupportedSchemaType",
      en: `${id} takes a body that is no object`,
      fr: `${id} prend un corps qui n'est pas un objet`,
    };
  if (schema !== undefined && ["anyOf", "oneOf", "allOf", "not"].some((word) => schema[word] !== undefined))
    yield {
      graph: "ApiSpecificationFileRequestBodySchemaContainKeywords",
      en: `the body of ${id} uses anyOf, oneOf, allOf or not`,
      fr: `le corps de ${id} utilise anyOf, oneOf, allOf ou not`,
    };
  const answer = objectAt(value, "responses", "200", "content");
  if (answer !== undefined && !Object.hasOwn(answer, "application/json"))
    yield {
      graph: "ApiSpecificationFileResponseContainUnsupportedMediaType",
      en: `${id} answers with something other than application/json`,
      fr: `${id} répond autre chose que application/json`,
    };
}

/** Parameters must stand on both sides: what the API requires in the command, what the command has in the API. */
function* commandFaults(command: JsonObject, pointer: string, operations: Operation[]): Iterable<Fault> {
  const id = textAt(command, "id") ?? "";
  const operation = operations.find((each) => each.id === id);
  if (operation === undefined) {
    const code = "ApiBasedComposeExtensionManifestCommandIdsNotIncludedInOperationIdsOnApiSpecficationFile";
    yield {
      graph: code,
      pointer: `${pointer}/id`,
      en: `it has no operation “${id}”`,
      fr: `elle n'a pas d'opération « ${id} »`,
    };
    return;
  }
  const body = objectAt(operation.value, "requestBody", "content", "application/json", "schema");
  const declared = listAt(operation.value, "parameters").filter(isObject);
  const known = new Set([
    ...declared.map((each) => textAt(each, "name")),
    ...Object.keys(objectAt(body, "properties") ?? {}),
  ]);
  const required = [
    ...declared.filter((each) => each.required === true).map((each) => textAt(each, "name")),
    ...listAt(body, "required").map(String),
  ];
  const given = listAt(command, "parameters").map((each: JsonValue) => textAt(each, "name"));
  for (const [index, name] of given.entries()) {
    if (name !== undefined && !known.has(name))
      yield {
        graph: "ParameterOnManifestNotDefinedOnApiSpecFile",
        pointer: `${pointer}/parameters/${index}/name`,
        en: `${id} has no parameter “${name}”`,
        fr: `${id} n'a pas de paramètre « ${name} »`,
      };
  }
  for (const name of required) {
    if (name !== undefined && !given.includes(name))
      yield {
        graph: "ApiSpecificationFileRequiredParameterOrPropertyNotDefinedOnManifest",
        pointer: `${pointer}/parameters`,
        en: `${id} requires “${name}”, which the command lacks`,
        fr: `${id} exige « ${name} », absent de la commande`,
      };
  }
}

export const apiDescription: Rule = {
  id: "extension/api-description",
  severity: "error",
  title: {
    en: "The API description is one that Teams can call",
    fr: "La description de l'API est utilisable par Teams",
  },
  message: {
    en: "The API description “{path}” does not do: {fault}.",
    fr: "La description d'API « {path} » ne convient pas : {fault}.",
  },
  why: {
    en: "Teams calls the API itself, and supports a part of what OpenAPI can say.",
    fr: "Teams appelle lui-même l'API, et n'accepte qu'une partie de ce qu'OpenAPI sait dire.",
  },
  fix: {
    en: "Change the API description, or the command that names it.",
    fr: "Modifiez la description de l'API, ou la commande qui la nomme.",
  },
  source: "contracts A.3",
  passes: {
    words: {
      en: "GET and POST operations over HTTPS with JSON, one for each command.",
      fr: "Des opérations GET et POST en HTTPS et JSON, une par commande.",
    },
  },
  fails: {
    words: {
      en: "A server on http://, a DELETE operation, a command without operation.",
      fr: "Un serveur en http://, une opération DELETE, une commande sans opération.",
    },
  },
  *check(subject: Subject): Iterable<Hit> {
    for (const [index, { value, pointer }] of parts(subject.manifest, "composeExtensions").entries()) {
      const path = plainName(textAt(value, "apiSpecificationFile") ?? "");
      const bytes = subject.files?.get(path);
      if (!isApiBased(value) || bytes === undefined) continue;
      const api = readJson(decodeText(bytes).text).value;
      if (!isObject(api)) continue;
      const operations = operationsOf(api);
      const commands = parts(subject.manifest, "composeExtensions", index, "commands");
      const used = operations.filter((each) => commands.some((command) => textAt(command.value, "id") === each.id));
      const isEntra = textAt(value, "authorization", "authType") === "microsoftEntra";
      const resource = isEntra ? textAt(subject.manifest, "webApplicationInfo", "resource") : undefined;
      const faults = [
        ...serverFaults(api, resource),
        ...used.flatMap((each) => [...operationFaults(each)]),
        ...commands.flatMap((each) => [...commandFaults(each.value, each.pointer, operations)]),
      ];
      for (const { graph, en, fr, pointer: at } of faults)
        yield { pointer: at ?? `${pointer}/apiSpecificationFile`, graph, values: { path, fault: { en, fr } } };
    }
  },
};
