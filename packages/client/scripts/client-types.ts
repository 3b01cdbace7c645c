/** The `paths` and `components` of an OpenAPI document as TypeScript, in the form that `openapi-fetch` reads. */
import { comment, type JsonSchema, typeText } from "./type-text.ts";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

interface Operation {
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const HEAD =
  "/** Generated from `openapi.json` by `npm run generate -w @freehold/client`. Change the API's routes, not this. */";

export function clientTypes({ paths, components }: OpenApi): string {
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `${comment(schema.description)}${JSON.stringify(name)}: ${ownType(name, schema)};`,
  );
  const routes = Object.entries(paths).map(
    ([path, methods]) => `${JSON.stringify(path)}: { ${Object.entries(methods).map(methodText).join("\n")} };`,
  );
  return [
    HEAD,
    `export interface paths { ${routes.join("\n")} }`,
    `export interface components { schemas: { ${schemas.join("\n")} } }`,
    "",
  ].join("\n");
}

/** What it holds of its own kind stays unknown: a property may not refer to its own type. */
function ownType(name: string, schema: JsonSchema): string {
  return typeText(schema).replaceAll(typeText({ $ref: `#/components/schemas/${name}` }), "unknown");
}

function methodText([method, operation]: [string, Operation]): string {
  const { summary, parameters, requestBody, responses } = operation;
  const body =
    requestBody === undefined ? "requestBody?: never;" : `requestBody: { ${contentText(requestBody.content)} };`;
  const answers = Object.entries(responses).map(
    ([status, { content }]) => `${status}: { headers: Record<string, unknown>; ${contentText(content)} };`,
  );
  const places = ["path", "query", "header"].map((place) => placeText(place, parameters));
  return `${comment(summary)}${method}: {
    parameters: { ${places.join(" ")} cookie?: never };
    ${body}
    responses: { ${answers.join("\n")} };
  };`;
}

function placeText(place: string, parameters: readonly Parameter[]): string {
  const mine = parameters.filter((parameter) => parameter.in === place);
  if (mine.length === 0) return `${place}?: never;`;
  const fields = mine.map(
    ({ name, required, description, schema }) =>
      `${comment(description)}${JSON.stringify(name)}${required ? "" : "?"}: ${typeText(schema)};`,
  );
  return `${place}${mine.some(({ required }) => required) ? "" : "?"}: { ${fields.join("\n")} };`;
}

function contentText(content: Content | undefined): string {
  if (content === undefined) return "content?: never;";
  const types = Object.entries(content).map(([type, { schema }]) => `${JSON.stringify(type)}: ${typeText(schema)};`);
  return `content: { ${types.join("\n")} };`;
}
