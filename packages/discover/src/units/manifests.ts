/** Finds the manifests of a tree and parses each content once, whatever number of scans and paths it appears in. */
import type { Problem } from "@freehold/model";
import type { Cache, FileTree, TreeFile } from "@freehold/repository";
import type { Ecosystem, Manifest, Parsed } from "../ecosystems/ecosystem.ts";
import { conventionalRole } from "../roles.ts";

/** No manifest that people write comes near it. */
const MAX_BYTES = 4 << 20;

export interface ReadManifests {
  readonly manifests: ReadonlyMap<Ecosystem, readonly Manifest<unknown>[]>;
  readonly problems: readonly Problem[];
}

interface Wanted {
  readonly ecosystem: Ecosystem;
  readonly file: TreeFile;
  /** What the result is cached by, besides the content. */
  readonly extractor: string;
}

export async function readManifests(
  tree: FileTree,
  ecosystems: readonly Ecosystem[],
  cache: Cache,
): Promise<ReadManifests> {
  const wanted = choose(tree, ecosystems);
  const known = await fromCache(wanted, cache);
  const problems = await parseMissing(tree, wanted, known, cache);
  const manifests = new Map<Ecosystem, Manifest<unknown>[]>(ecosystems.map((ecosystem) => [ecosystem, []]));
  for (const { ecosystem, file, extractor } of wanted) {
    const parsed = known.get(extractor)?.get(file.blob);
    if (parsed === undefined) continue;
    if (parsed.facts !== undefined) manifests.get(ecosystem)?.push({ path: file.path, facts: parsed.facts });
    for (const problem of parsed.problems) problems.push(placed(problem, file.path));
  }
  return { manifests, problems };
}

/** One pass over the paths. What a link or a submodule points at is not its own content. */
function choose(tree: FileTree, ecosystems: readonly Ecosystem[]): readonly Wanted[] {
  const wanted: Wanted[] = [];
  for (const file of tree.files) {
    if (file.mode === "symlink" || file.mode === "submodule") continue;
    for (const ecosystem of ecosystems) {
      if (ecosystem.matches(file.path)) wanted.push({ ecosystem, file, extractor: extractorOf(ecosystem, file.path) });
    }
  }
  return wanted;
}

function extractorOf(ecosystem: Ecosystem, path: string): string {
  const dialect = ecosystem.dialect?.(path);
  return `${ecosystem.id}${dialect === undefined ? "" : `.${dialect}`}@${ecosystem.version}`;
}

type Known = Map<string, Map<string, Parsed<unknown>>>;

async function fromCache(wanted: readonly Wanted[], cache: Cache): Promise<Known> {
  const blobs = Map.groupBy(wanted, ({ extractor }) => extractor);
  const known: Known = new Map();
  for (const [extractor, files] of blobs) {
    const found = await cache.getMany(extractor, [...new Set(files.map(({ file }) => file.blob))]);
    known.set(extractor, new Map([...found].filter((entry): entry is [string, Parsed<unknown>] => isParsed(entry[1]))));
  }
  return known;
}

function isParsed(value: unknown): value is Parsed<unknown> {
  return typeof value === "object" && value !== null && "problems" in value && Array.isArray(value.problems);
}

/** Adds to `known`; answers the problems of files whose contents could not be had. */
async function parseMissing(tree: FileTree, wanted: readonly Wanted[], known: Known, cache: Cache): Promise<Problem[]> {
  const problems: Problem[] = [];
  const missing = Map.groupBy(
    wanted.filter(({ extractor, file }) => known.get(extractor)?.has(file.blob) !== true),
    ({ file }) => file.blob,
  );
  const files = [...missing.values()].flatMap((same) => same.slice(0, 1).map(({ file }) => file));
  const fresh = new Map<string, Map<string, unknown>>();
  for await (const { file, bytes, absence } of tree.read(files, { maxBytes: MAX_BYTES })) {
    const readers = missing.get(file.blob) ?? [];
    if (bytes === undefined) {
      problems.push(...readers.map((reader) => absentProblem(reader, absence)));
      continue;
    }
    const text = new TextDecoder().decode(bytes);
    for (const { ecosystem, extractor, file: same } of readers) {
      if (known.get(extractor)?.has(same.blob) === true) continue;
      await ecosystem.load?.();
      const parsed = parse(ecosystem, same.path, text);
      known.get(extractor)?.set(same.blob, parsed);
      fresh.set(extractor, (fresh.get(extractor) ?? new Map<string, unknown>()).set(same.blob, parsed));
    }
  }
  for (const [extractor, entries] of fresh) await cache.putMany(extractor, entries);
  return problems;
}

/** Parsers are other people's code and manifests other people's text: what one throws is that manifest's problem. */
function parse(ecosystem: Ecosystem, path: string, text: string): Parsed<unknown> {
  try {
    return ecosystem.parse({ path, text });
  } catch (error) {
    const message = `the parser gave up: ${error instanceof Error ? error.message : String(error)}`;
    const problem = { code: `${ecosystem.id}/unreadable`, severity: "error", message, line: 1, column: 1 } as const;
    return { facts: undefined, problems: [problem] };
  }
}

function absentProblem({ ecosystem, file }: Wanted, absence: "missing" | "too-large" | undefined): Problem {
  const large = absence === "too-large";
  const problem: Problem = {
    code: `${ecosystem.id}/${large ? "too-large" : "missing"}`,
    severity: "warning",
    message: large ? `larger than ${MAX_BYTES >> 20} MiB, not read` : "its contents are not in this clone",
    hint: large
      ? "A manifest of that size is usually generated data under a manifest's name."
      : "Fetch the missing objects.",
  };
  return placed(problem, file.path);
}

/** Broken manifests are the point of a fixture, so they are told quietly there. */
function placed(problem: Problem, path: string): Problem {
  const quiet = conventionalRole(path) !== undefined;
  return { ...problem, path, ...(quiet && { severity: "info" }) };
}
