/**
 * HTTP APIs described with OpenAPI or Swagger.
 *
 * Any JSON or YAML file could be a description, and reading them all would cost more than all other
 * manifests together. So a file is a candidate when its name or its folder's name has the word
 * openapi, swagger or api; its root then says whether it is one.
 */
import type { Assembled, Ecosystem, Manifest, Parsed, PathIndex, UnitDraft } from "./ecosystem.ts";
import { provided } from "./reading/claims.ts";
import { identifyApi } from "./reading/identify.ts";
import { readJson } from "./reading/json.ts";
import { at, scalarText, text } from "./reading/node.ts";
import { folderName, folderOf } from "./reading/paths.ts";
import { readYaml } from "./reading/yaml.ts";

interface OpenApiFacts {
  readonly format: string;
  readonly title?: string;
  readonly version?: string;
  readonly description?: string;
  readonly line: number;
}

export const openapi: Ecosystem<OpenApiFacts> = {
  id: "openapi",
  title: "OpenAPI descriptions",
  version: 1,
  extensions: [],
  matches: isCandidate,
  dialect: (path) => (path.endsWith(".json") ? "json" : "yaml"),
  parse,
  assemble,
};

function isCandidate(path: string): boolean {
  if (!/\.(?:ya?ml|json)$/.test(path)) return false;
  const last = path.slice(path.lastIndexOf("/", path.lastIndexOf("/") - 1) + 1).toLowerCase();
  return /(?:^|[^a-z])(?:openapi|swagger|oas[23]?|apis?)(?:[^a-z]|v\d|spec|docs?|$)/.test(last);
}

/** Descriptions are long and only their head matters, so the rest is not parsed. */
function parse({ path, text: source }: { readonly path: string; readonly text: string }): Parsed<OpenApiFacts> {
  if (!/(?:^|\n|\{)[ \t]*["']?(?:openapi|swagger)["']?[ \t]*:/.test(source)) return { facts: undefined, problems: [] };
  const isJson = path.endsWith(".json") || /^\s*\{/.test(source);
  const { root, problems } = isJson ? readJson(source, "openapi") : readYaml(headOf(source), "openapi");
  const format = scalarText(at(root, "openapi")) ?? scalarText(at(root, "swagger"));
  if (format === undefined) return { facts: undefined, problems: isJson ? [] : problems };
  const info = at(root, "info");
  const title = text(at(info, "title"));
  const version = scalarText(at(info, "version"));
  const description = text(at(info, "description"));
  const facts: OpenApiFacts = {
    format,
    ...(title !== undefined && { title }),
    ...(version !== undefined && { version }),
    ...(description !== undefined && { description: description.split("\n")[0] ?? "" }),
    line: info?.line ?? 1,
  };
  return { facts, problems };
}

/** The blocks of three keys, with the lines between them empty so that numbers of lines stay right. */
function headOf(source: string): string {
  let wanted = false;
  return source
    .split("\n")
    .map((line) => {
      if (/^[^\s#-]/.test(line)) wanted = /^["']?(?:openapi|swagger|info)["']?\s*:/.test(line);
      return wanted ? line : "";
    })
    .join("\n");
}

function assemble(manifests: readonly Manifest<OpenApiFacts>[], paths: PathIndex): Assembled {
  return { units: manifests.map((manifest) => unitOf(manifest, paths.repository)), problems: [] };
}

function unitOf({ path, facts }: Manifest<OpenApiFacts>, repository: string): UnitDraft {
  const name = facts.title ?? folderName(folderOf(path), repository);
  const id = identifyApi("openapi", facts.title === undefined ? `${repository}/${path}` : slug(facts.title));
  return {
    kind: "api",
    name,
    path: folderOf(path),
    manifest: path,
    ...(facts.version !== undefined && { version: facts.version }),
    ...(facts.description !== undefined && { description: facts.description }),
    provides: [
      provided(id, { rule: "openapi.info", path, line: facts.line, detail: `OpenAPI ${facts.format}` }, facts.version),
    ],
    consumes: [],
  };
}

function slug(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
      .replaceAll(/^-|-$/g, "") || "api"
  );
}
