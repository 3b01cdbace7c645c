/** A request for every operation, made from the OpenAPI document and one example of every parameter. */
import type { InjectOptions } from "fastify";
import { openApiText } from "../../src/index.ts";
import type { OpenApiDocument, Operation } from "../../src/api/openapi/document.ts";
import { smallSnapshot } from "../small-snapshot.ts";
import { SOURCE } from "./source-examples.ts";

export const document = JSON.parse(openApiText()) as OpenApiDocument;

export interface Described {
  readonly path: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly operation: Operation;
}

/** All but those that stream, which do not end by themselves and have tests of their own. */
export const operations: readonly Described[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, { responses }]) => !JSON.stringify(responses).includes("text/event-stream"))
    .map(([method, operation]) => ({ path, method: method.toUpperCase() as Described["method"], operation })),
);

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
}

/** What is there after the small snapshot was pushed, an upload was begun and a correction was made. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  product: "prd_client",
  dependency: "prd_api",
  unit: "unit_api",
  person: "ada",
  repository: "acme",
  correction: "1",
  part: "0",
  id: "prd_api",
  from: "prd_app",
  to: "prd_api",
  q: "client",
  at: "2999-01-01",
  interface: "pkg:npm/%40acme/api",
  kind: "typescript",
  source: "src_none",
  job: "job_none",
  group: "@acme/core",
  mail: "mail_usr_ann_prd_client_1",
};

/** Of these the examples above have nothing. */
const OTHERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  listInterfaces: { product: "prd_api" },
  syncSourceRepository: { repository: "acme/app" },
};

/** One that works is a key to its organisation for whoever has it, so that only tests that want one set it. */
const NO_SECRET = "fhi_none";

const bodiesOf = ({ secret = NO_SECRET }: Readonly<Record<string, string>>): Readonly<Record<string, object>> => ({
  findInvitation: { secret },
  join: { secret, name: "Bob", email: "bob@acme.example", password: "correct horse battery" },
  changeMember: { role: "contributor" },
  changeWebhook: { url: "https://hook.example/in", events: ["product.*"], active: false },
  createInvitation: { email: "eve@acme.example", role: "contributor" },
  createToken: { name: "CI", scopes: ["read"] },
  createWebhook: { url: "https://hook.example/in" },
  correctProduct: { kind: "rename", name: "The client" },
  createGroup: { id: "@acme/new", members: ["ada"] },
  subscribe: { mode: "daily" },
  setGroupMembers: { members: ["ada", "bob@acme.example"] },
  pushSnapshot: smallSnapshot(),
  putUploadPart: smallSnapshot(),
  createSource: SOURCE,
  changeSource: { ...SOURCE, every: 12 },
});

export function parametersOf({ operation }: Described): readonly Parameter[] {
  return operation.parameters as unknown as readonly Parameter[];
}

/** With every required parameter; one without an example is a fault of this table. */
export function requestFor(described: Described, examples: Readonly<Record<string, string>>): InjectOptions {
  const valueOf = (name: string) => {
    const value = OTHERS[described.operation.operationId]?.[name] ?? examples[name];
    if (value === undefined) throw new Error(`no example of the parameter ${name}`);
    return encodeURIComponent(value);
  };
  const path = described.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(name));
  const query = parametersOf(described)
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name }) => `${name}=${valueOf(name)}`);
  const payload = bodiesOf(examples)[described.operation.operationId];
  return {
    method: described.method,
    url: query.length === 0 ? path : `${path}?${query.join("&")}`,
    ...(payload === undefined ? {} : { payload }),
  };
}
