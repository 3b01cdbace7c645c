/** A project for resolving, from paths and the texts of configurations. */
import { languages } from "../../src/languages/registry.ts";
import type { Project, ResolvableUnit } from "../../src/languages/language.ts";

export interface ProjectFixture {
  readonly units: readonly (Partial<ResolvableUnit> & { readonly name: string; readonly path: string })[];
  readonly files: readonly string[];
  readonly configurations?: Readonly<Record<string, string>>;
}

export function fixtureProject(ecosystem: string, { units, files, configurations = {} }: ProjectFixture): Project {
  const all = units.map((unit): ResolvableUnit => ({ id: unit.name, ecosystem, entries: [], ...unit }));
  const deepest = all.toSorted((one, other) => other.path.length - one.path.length);
  const paths = [...files, ...Object.keys(configurations)].sort();
  const known = new Set(paths);
  return {
    units: all,
    paths: paths.filter((path) => languageOf(ecosystem)?.indexes?.(path) ?? false),
    has: (path) => known.has(path),
    folderHas: (folder) => paths.some((path) => path.startsWith(`${folder}/`)),
    unitOf: (path) => deepest.find((unit) => unit.path === "" || path.startsWith(`${unit.path}/`))?.id,
    configurations: Object.entries(configurations).map(([path, text]) => ({
      path,
      facts: factsOf(ecosystem, path, text),
    })),
  };
}

function languageOf(ecosystem: string) {
  return languages.find(({ ecosystems }) => ecosystems.includes(ecosystem));
}

/** As it comes from the cache. */
function factsOf(ecosystem: string, path: string, text: string): unknown {
  const language = languageOf(ecosystem);
  const facts = language?.readConfiguration?.(language.configures(path) ?? "", text);
  return facts === undefined ? undefined : JSON.parse(JSON.stringify(facts));
}
