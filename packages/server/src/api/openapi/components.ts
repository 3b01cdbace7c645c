/** JSON Schemas of routes, with what has a name once, under `components`. */
import * as z from "zod";

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Components {
  /** A schema as a place of the document may hold it: named ones by reference. */
  schemaOf(type: z.ZodType): JsonSchema;
  /** All named schemas met so far, by name. */
  all(): Readonly<Record<string, JsonSchema>>;
}

const HERE = "#/$defs/";
const THERE = "#/components/schemas/";

/** Throws where two different schemas have one name: a client could not tell them apart. */
export function collectComponents(): Components {
  const named = new Map<string, JsonSchema>();
  return {
    schemaOf(type) {
      // In a wrapper, as a schema that is the root is written out even where it has a name.
      const wrapped = z.toJSONSchema(z.object({ it: type }), { target: "draft-2020-12", io: "input" });
      for (const [name, schema] of Object.entries(wrapped.$defs ?? {})) keep(named, name, referring(schema));
      return referring(wrapped.properties?.["it"]);
    },
    all: () => Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function keep(named: Map<string, JsonSchema>, name: string, schema: JsonSchema): void {
  const known = named.get(name);
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
    throw new Error(`two schemas are called ${name}`);
  }
  named.set(name, schema);
}

/** The same with references to where components are in an OpenAPI document. */
function referring(schema: unknown): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === "$ref" && typeof value === "string" ? value.replace(HERE, THERE) : value,
  ) as JsonSchema;
}
