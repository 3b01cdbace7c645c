/** Protocol Buffers: the files of one package in one folder are one API; imports are what it consumes. */
import type { Consume, Problem } from "@freehold/model";
import type { Assembled, Ecosystem, Manifest, Parsed, PathIndex, UnitDraft } from "./ecosystem.ts";
import { declared, provided } from "./reading/claims.ts";
import { identifyApi } from "./reading/identify.ts";
import { loadable } from "./reading/loadable.ts";
import { baseOf, folderName, folderOf, isWithin } from "./reading/paths.ts";

interface ProtoFacts {
  readonly package?: string;
  readonly line: number;
  readonly imports: readonly { readonly path: string; readonly line: number }[];
}

const protobufjs = loadable(async () => (await import("protobufjs")).default);

export const protobuf: Ecosystem<ProtoFacts> = {
  id: "protobuf",
  title: "Protocol Buffers packages",
  version: 1,
  extensions: [],
  matches: (path) => path.endsWith(".proto"),
  load: protobufjs.load,
  parse: ({ text }) => parse(text),
  assemble,
};

function parse(text: string): Parsed<ProtoFacts> {
  try {
    const file = protobufjs.get().parse(text);
    const lines = linesOf(text);
    const facts: ProtoFacts = {
      ...(file.package !== undefined && { package: file.package }),
      line: lines.get("package") ?? 1,
      imports: [...(file.imports ?? []), ...(file.weakImports ?? [])].map((path) => ({
        path,
        line: lines.get(path) ?? 1,
      })),
    };
    return { facts, problems: [] };
  } catch (error) {
    return { facts: undefined, problems: [problemOf(error)] };
  }
}

/** The parser keeps no places of these two statements. */
function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  let number = 0;
  for (const line of text.split("\n")) {
    number++;
    const path = /^\s*import\s+(?:public\s+|weak\s+)?["']([^"']+)["']/.exec(line)?.[1];
    const key = path ?? (/^\s*package\s/.test(line) ? "package" : undefined);
    if (key !== undefined && !lines.has(key)) lines.set(key, number);
  }
  return lines;
}

function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const line = /\(.*line (\d+)\)$/.exec(message)?.[1];
  return {
    code: "protobuf/invalid",
    severity: "error",
    message: message.replace(/ \([^()]*line \d+\)$/, ""),
    hint: "The file was not read; see https://protobuf.dev for the language.",
    line: line === undefined ? 1 : Math.max(1, Number(line)),
    column: 1,
  };
}

function assemble(manifests: readonly Manifest<ProtoFacts>[], paths: PathIndex): Assembled {
  const byName = Map.groupBy(manifests, ({ path }) => baseOf(path));
  const groups = Map.groupBy(manifests, ({ path, facts }) => `${facts.package ?? ""}\n${folderOf(path)}`);
  return { units: [...groups.values()].map((files) => unitOf(files, byName, paths.repository)), problems: [] };
}

type Index = ReadonlyMap<string, readonly Manifest<ProtoFacts>[]>;

function unitOf(files: readonly Manifest<ProtoFacts>[], byName: Index, repository: string): UnitDraft {
  const path = files[0]?.path ?? "";
  const folder = folderOf(path);
  const own = identifierOf(files[0], repository);
  const evidence = files
    .slice(0, 5)
    .map((file) => ({ rule: "protobuf.package", path: file.path, line: file.facts.line }));
  return {
    kind: "api",
    name: files[0]?.facts.package ?? folderName(folder, repository),
    path: folder,
    manifest: path,
    provides: [{ ...provided(own, { rule: "protobuf.package", path }), evidence }],
    consumes: files.flatMap((file) => importsOf(file, byName, repository)).filter(({ id }) => id !== own),
  };
}

function identifierOf(file: Manifest<ProtoFacts> | undefined, repository: string): string {
  const folder = folderOf(file?.path ?? "");
  return identifyApi("protobuf", file?.facts.package ?? (folder === "" ? repository : `${repository}/${folder}`));
}

function importsOf(file: Manifest<ProtoFacts>, byName: Index, repository: string): Consume[] {
  return file.facts.imports.flatMap(({ path, line }) => {
    const found = nearest(path, file.path, byName);
    const foreign = folderOf(path).replaceAll("/", ".");
    const id = found === undefined ? foreign && identifyApi("protobuf", foreign) : identifierOf(found, repository);
    return id === "" ? [] : [declared(id, "runtime", { rule: "protobuf.import", path: file.path, line, detail: path })];
  });
}

/**
 * Imports are relative to some folder that only the build knows: of the files whose path ends so, the
 * one that shares most folders with the importer. Packages from elsewhere lie in folders of their name.
 */
function nearest(imported: string, importer: string, byName: Index): Manifest<ProtoFacts> | undefined {
  const candidates = (byName.get(baseOf(imported)) ?? []).filter(
    ({ path }) => path === imported || path.endsWith(`/${imported}`),
  );
  let best: { file: Manifest<ProtoFacts>; shared: number } | undefined;
  for (const file of candidates) {
    const shared = sharedDepth(file.path, importer);
    if (best === undefined || shared > best.shared) best = { file, shared };
  }
  return best?.file;
}

function sharedDepth(path: string, other: string): number {
  let folder = folderOf(path);
  while (folder !== "" && !isWithin(other, folder)) folder = folderOf(folder);
  return folder.length;
}
