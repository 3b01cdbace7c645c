/** Reads what a tree says in documents, manifests, pipelines and task files, each content once. */
import { posix } from "node:path";
import type { Document, Pipeline } from "@freehold/model";
import { type Cache, type FileTree, readContents, type Reading, type TreeFile } from "@freehold/repository";
import { lockfileFormat } from "../lockfiles/registry.ts";
import { conventionalRole } from "../roles.ts";
import { resolveLinks, type PathsOfTree } from "./documents/links.ts";
import { documentRole } from "./documents/role.ts";
import { DOCUMENT_VERSION, type DocumentText, documentText } from "./documents/text.ts";
import type { ManifestText } from "./manifests/manifest-format.ts";
import { manifestFormat } from "./manifests/registry.ts";
import { isPipeline, pipelineText, type PipelineText } from "./pipelines/pipeline.ts";
import { isTaskFile, taskNames } from "./tasks.ts";

export interface TreeFacts {
  /** By path; guides that are fixtures, copies or generated are left out. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly manifests: ReadonlyMap<string, ManifestText>;
  readonly pipelines: readonly Pipeline[];
  readonly tasks: readonly { readonly path: string; readonly names: string[] }[];
  readonly lockfiles: readonly string[];
}

/** Of long lists of changes and of legal text only releases and identifiers are asked. */
const SILENT = { code: [], commands: [], links: [] };

/** A repository of documentation has hundreds; more come from a machine. */
const MOST_GUIDES = 2000;

export async function readFacts(tree: FileTree, cache: Cache): Promise<TreeFacts> {
  const files = [
    ...tree.files.filter(({ mode }) => mode !== "submodule" && mode !== "symlink"),
    ...(await linkedDocuments(tree)),
  ];
  const readings = [...documentsOf(files), ...files.flatMap(readingOf).filter(({ file }) => isOwn(file.path))];
  const said = await readContents(tree, readings, cache);
  const paths = pathsOf(tree);
  const documents = new Map<string, Document>();
  const manifests = new Map<string, ManifestText>();
  const pipelines: Pipeline[] = [];
  const tasks: { path: string; names: string[] }[] = [];
  for (const { file, extractor } of readings) {
    const value = said.get(file.path);
    if (value === undefined) continue;
    if (extractor.startsWith("facts.document"))
      documents.set(file.path, placed(file.path, value as DocumentText, paths));
    else if (extractor.startsWith("facts.pipeline")) pipelines.push({ path: file.path, ...(value as PipelineText) });
    else if (extractor.startsWith("facts.tasks")) tasks.push({ path: file.path, names: value as string[] });
    else manifests.set(file.path, value as ManifestText);
  }
  const lockfiles = files
    .filter(({ path }) => lockfileFormat(path) !== undefined && isOwn(path))
    .map(({ path }) => path);
  return { documents, manifests, pipelines, tasks, lockfiles };
}

const SHORT = 1024;
const MOST_LINKS = 50;

/** Documents that are links to others of the tree (a README that is the first page of the manual), by the link's name. */
async function linkedDocuments(tree: FileTree): Promise<TreeFile[]> {
  const links = tree.files.filter(({ mode, path }) => mode === "symlink" && documentRole(path) !== undefined);
  const found: TreeFile[] = [];
  for await (const { file, bytes } of tree.read(links.slice(0, MOST_LINKS), { maxBytes: SHORT })) {
    const target = bytes === undefined ? undefined : placeIn(file.path, new TextDecoder().decode(bytes));
    const linked = target === undefined ? undefined : tree.get(target);
    if (linked?.mode === "file" || linked?.mode === "executable") found.push({ ...linked, path: file.path });
  }
  return found;
}

/** Where a link leads within the tree; undefined where it leaves it. */
function placeIn(path: string, target: string): string | undefined {
  if (target.startsWith("/")) return undefined;
  const place = posix.normalize(posix.join(posix.dirname(path), target.trim()));
  return place.startsWith("..") ? undefined : place;
}

/** Fixtures, copies and generated files speak of something else; examples and tests are the product's own. */
function isOwn(path: string): boolean {
  const role = conventionalRole(path)?.role;
  return role === undefined || role === "example" || role === "template" || role === "test";
}

function documentsOf(files: readonly TreeFile[]): Reading[] {
  const found = files.flatMap((file) => {
    const role = documentRole(file.path);
    return role === undefined || !isOwn(file.path) ? [] : [{ file, role }];
  });
  const guides = found.filter(({ role }) => role === "guide").slice(0, MOST_GUIDES);
  const others = found.filter(({ role }) => role !== "guide").slice(0, MOST_GUIDES);
  const extractor = `facts.document@${DOCUMENT_VERSION}`;
  return [...others, ...guides].map(({ file }) => ({ file, extractor, read: documentText }));
}

function readingOf(file: TreeFile): Reading[] {
  const format = manifestFormat(file.path);
  if (format !== undefined) return [{ file, extractor: `facts.manifest.${format.id}@2`, read: format.read }];
  if (isPipeline(file.path)) {
    return [{ file, extractor: "facts.pipeline@4", read: (text) => pipelineText(file.path, text) }];
  }
  if (isTaskFile(file.path)) return [{ file, extractor: "facts.tasks@1", read: (text) => taskNames(file.path, text) }];
  return [];
}

function placed(path: string, text: DocumentText, tree: PathsOfTree): Document {
  const role = documentRole(path) ?? "guide";
  const { relative, releases, spdx, kin, status, commits, limits, ...rest } = text;
  const { inner, dead } = resolveLinks(path, role, relative, tree);
  return {
    path,
    role,
    ...rest,
    ...(role === "readme" ? {} : { code: rest.code.map(withoutText) }),
    ...(role === "changelog" || role === "licence" ? SILENT : {}),
    inner,
    dead: [...dead],
    ...(role === "changelog" ? { releases } : {}),
    ...(role === "readme" && kin !== undefined ? { kin } : {}),
    ...(role === "readme" && limits !== undefined ? { limits } : {}),
    ...(role === "decision" && status !== undefined ? { status } : {}),
    ...(role === "decision" && commits !== undefined ? { commits } : {}),
    ...(role === "licence" ? { spdx: [...spdx] } : {}),
  };
}

function withoutText({ language, line, state, message }: Document["code"][number]): Document["code"][number] {
  return { language, line, state, ...(message === undefined ? {} : { message }) };
}

/** Files, the folders above them, and everything in submodules, whose files are not here. */
function pathsOf(tree: FileTree): PathsOfTree {
  const paths = new Set<string>();
  const submodules: string[] = [];
  for (const { path, mode } of tree.files) {
    paths.add(path);
    if (mode === "submodule") submodules.push(`${path}/`);
    for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
      const folder = path.slice(0, slash);
      if (paths.has(folder)) break;
      paths.add(folder);
    }
  }
  return { has: (path) => paths.has(path) || submodules.some((submodule) => path.startsWith(submodule)) };
}
