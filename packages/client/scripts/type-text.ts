/** A JSON Schema as the text of a TypeScript type: the part of JSON Schema that the API's document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly description?: string;
}

/** Throws for a schema of a kind that it does not know, so that no type is silently `unknown`. */
export function typeText(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return `components["schemas"][${JSON.stringify(schema.$ref.split("/").at(-1))}]`;
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return [...new Set(either.map((one) => `(${typeText(one)})`))].join(" | ");
  if (schema.allOf !== undefined) return schema.allOf.map((one) => `(${typeText(one)})`).join(" & ");
  return plainText(schema);
}

function plainText(schema: JsonSchema): string {
  // Several types at once are one of them.
  if (typeof schema.type === "object") return schema.type.map((type) => typeText({ ...schema, type })).join(" | ");
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array":
      return `(${typeText(schema.items ?? {})})[]`;
    case "object":
      return objectText(schema);
    case undefined:
      return "unknown";
    default:
      throw new Error(`a schema of type ${schema.type} has no TypeScript type here`);
  }
}

function objectText({ properties, required = [], additionalProperties }: JsonSchema): string {
  const more = typeof additionalProperties === "object" ? typeText(additionalProperties) : undefined;
  // An index signature may refer to what it is part of, which `Record` may not.
  if (properties === undefined) return more === undefined ? "Record<string, unknown>" : `{ [key: string]: ${more} }`;
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${comment(schema.description)}${JSON.stringify(name)}${required.includes(name) ? "" : "?"}: ${typeText(schema)};`,
  );
  const open = isOpen(additionalProperties) ? " & Record<string, unknown>" : "";
  return `{ ${fields.join("\n")} }${open}`;
}

/** `{}` is how "and anything else" is written. */
function isOpen(additional: boolean | JsonSchema | undefined): boolean {
  return typeof additional === "object" && Object.keys(additional).length === 0;
}

export function comment(text: string | undefined): string {
  return text === undefined ? "" : `/** ${text.replaceAll("*/", "*\\/")} */\n`;
}
