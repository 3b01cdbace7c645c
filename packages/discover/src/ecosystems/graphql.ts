/** GraphQL schemas: the files of a folder that define types are one API; operations alone are a client's. */
import { loadable } from "./reading/loadable.ts";
import type { Assembled, Ecosystem, Manifest, Parsed, PathIndex, UnitDraft } from "./ecosystem.ts";
import { provided } from "./reading/claims.ts";
import { identifyApi } from "./reading/identify.ts";
import { folderName, folderOf } from "./reading/paths.ts";

interface GraphqlFacts {
  readonly definitions: number;
}

/** Lexed in a tenth of a second, and more than the largest public schemas have. */
const MAX_TOKENS = 500_000;

const language = loadable(async () => await import("graphql"));

export const graphql: Ecosystem<GraphqlFacts> = {
  id: "graphql",
  title: "GraphQL schemas",
  version: 1,
  extensions: [],
  matches: (path) => /\.(?:graphqls?|gql)$/.test(path),
  load: language.load,
  parse: ({ text }) => parse(text),
  assemble,
};

/** Most files of this kind in a client hold operations, which are told without parsing. */
function parse(source: string): Parsed<GraphqlFacts> {
  if (!/(?:^|\n)[ \t]*(?:extend[ \t]+)?(?:type|schema|interface|union|enum|input|scalar|directive)\b/.test(source)) {
    return { facts: undefined, problems: [] };
  }
  const { GraphQLError, Kind, parse: parseGraphql } = language.get();
  try {
    const document = parseGraphql(source, { noLocation: true, maxTokens: MAX_TOKENS });
    const definitions = document.definitions.filter(
      ({ kind }) => kind !== Kind.OPERATION_DEFINITION && kind !== Kind.FRAGMENT_DEFINITION,
    ).length;
    return { facts: definitions === 0 ? undefined : { definitions }, problems: [] };
  } catch (error) {
    const place = error instanceof GraphQLError ? error.locations?.[0] : undefined;
    const message = error instanceof Error ? error.message : String(error);
    const hint = "The file's types are not counted; see https://spec.graphql.org for the language.";
    const problem = {
      code: "graphql/invalid",
      severity: "error",
      message,
      hint,
      line: place?.line ?? 1,
      column: place?.column ?? 1,
    } as const;
    return { facts: undefined, problems: [problem] };
  }
}

function assemble(manifests: readonly Manifest<GraphqlFacts>[], paths: PathIndex): Assembled {
  const folders = Map.groupBy(manifests, ({ path }) => folderOf(path));
  return { units: [...folders].map(([folder, files]) => unitOf(folder, files, paths.repository)), problems: [] };
}

function unitOf(folder: string, files: readonly Manifest<GraphqlFacts>[], repository: string): UnitDraft {
  const [first] = files.toSorted((one, other) => other.facts.definitions - one.facts.definitions);
  const id = identifyApi("graphql", folder === "" ? repository : `${repository}/${folder}`);
  const provides = files
    .slice(0, 5)
    .map(({ path, facts }) => ({ rule: "graphql.types", path, detail: `${facts.definitions} definitions` }));
  return {
    kind: "api",
    name: folderName(folder, repository),
    path: folder,
    manifest: first?.path ?? folder,
    provides: [{ ...provided(id, { rule: "graphql.types", path: first?.path ?? folder }), evidence: provides }],
    consumes: [],
  };
}
