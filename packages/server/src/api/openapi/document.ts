/** The OpenAPI 3.1 document of the routes: made from what they are checked by, so that it can't be wrong about them. */
import * as z from "zod";
import type { ApiRoute } from "../route.ts";
import { type Components, collectComponents, type JsonSchema } from "./components.ts";
import { parametersOf } from "./parameters.ts";
import { problemSchema } from "./problem-schema.ts";

export interface OpenApiDocument {
  readonly openapi: "3.1.1";
  readonly info: Readonly<Record<string, unknown>>;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

/** @internal */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly "x-right": string;
  readonly parameters: readonly JsonSchema[];
  readonly requestBody?: JsonSchema;
  readonly responses: Readonly<Record<string, JsonSchema>>;
}

export function openApiDocument(routes: readonly ApiRoute[], version: string): OpenApiDocument {
  const components = collectComponents();
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, components) };
  }
  return {
    openapi: "3.1.1",
    info: { title: "Freehold", version, summary: "The portfolio of an organisation", license: LICENSE },
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: { schemas: components.all(), securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    security: [{}, { token: [] }],
  };
}

const LICENSE = { name: "Apache-2.0", identifier: "Apache-2.0" };

function operationOf(route: ApiRoute, components: Components): Operation {
  const body = bodyOf(route, components);
  return {
    operationId: route.operation,
    summary: route.summary,
    tags: [route.tag],
    "x-right": route.right,
    parameters: parametersOf(route, components),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: responsesOf(route, components),
  };
}

function bodyOf({ body, bytes }: ApiRoute, components: Components): JsonSchema | undefined {
  if (bytes !== undefined) {
    return { required: true, content: Object.fromEntries(bytes.types.map((type) => [type, { schema: {} }])) };
  }
  if (body === undefined) return undefined;
  return { required: true, content: { "application/json": { schema: components.schemaOf(body) } } };
}

function responsesOf(route: ApiRoute, components: Components): Record<string, JsonSchema> {
  const statuses = [route.also ?? [], route.status ?? 200].flat();
  const problems = [400, 401, 403, 429, 500, 503, ...(route.problems ?? [])].sort((a, b) => a - b);
  const media = route.stream === true ? "text/event-stream" : (route.media?.split(";", 1)[0] ?? "application/json");
  const content = { [media]: { schema: components.schemaOf(route.answer) } };
  const problem = components.schemaOf(problemSchema);
  return {
    ...Object.fromEntries(statuses.map((status) => [status, { description: "Done", ...headersOf(route), content }])),
    ...(route.method === "GET" && route.stream !== true
      ? { 304: { description: "As it was: `If-None-Match` names what is there" } }
      : {}),
    ...Object.fromEntries(
      problems.map((status) => [
        status,
        { description: PROBLEM, content: { "application/problem+json": { schema: problem } } },
      ]),
    ),
  };
}

const PROBLEM = "Problem details (RFC 9457)";
const TEXT = { schema: { type: "string" } };

function headersOf({ method, answer, stream }: ApiRoute): JsonSchema {
  if (method !== "GET" || stream === true) return {};
  const paged = answer instanceof z.ZodObject && "next" in answer.shape;
  return { headers: { ETag: TEXT, ...(paged ? { Link: { description: '`rel="next"`', ...TEXT } } : {}) } };
}
