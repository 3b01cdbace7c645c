/** Parameters of a route as OpenAPI lists them: those of its schemas, and the headers that it understands. */
import type * as z from "zod";
import type { ApiRoute } from "../route.ts";
import type { Components, JsonSchema } from "./components.ts";

export function parametersOf(route: ApiRoute, components: Components): JsonSchema[] {
  return [
    ...partOf("path", route.params, components),
    ...partOf("query", route.query, components),
    ...(route.method === "GET" ? [route.stream === true ? LAST_EVENT : KNOWN_TAG] : []),
    ...(route.conditional === true
      ? [header("If-Match", "Entity tag, or version in quotes, that the change is for")]
      : []),
    ...(route.method !== "GET" && route.bytes === undefined && route.secret !== true && route.right !== "none"
      ? [header("Idempotency-Key", "The same request twice is done once and answered twice")]
      : []),
  ];
}

const KNOWN_TAG = header("If-None-Match", "Entity tag that is known");
const LAST_EVENT = header("Last-Event-ID", "Id of the last event that arrived; what came after it is sent");

function partOf(place: "path" | "query", schema: z.ZodObject | undefined, components: Components): JsonSchema[] {
  return Object.entries(schema?.shape ?? {}).map(([name, type]) => {
    const { description, ...rest } = components.schemaOf(type as z.ZodType);
    return {
      name,
      in: place,
      required: !(type as z.ZodType).safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

function header(name: string, description: string): JsonSchema {
  return { name, in: "header", required: false, description, schema: { type: "string" } };
}
