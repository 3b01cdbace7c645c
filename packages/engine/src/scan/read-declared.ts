/** What people wrote down in files of a tree: charters, ownership files, catalogs, READMEs; each content read once. */
import {
  type DeclaredEntity,
  firstParagraph,
  isImportedFile,
  type Paragraph,
  readImportedFile,
} from "@freehold/discover";
import { CHARTER_VERSION, parseCharter, type ParsedCharter, type Problem } from "@freehold/model";
import {
  type Cache,
  DECLARED_VERSION,
  type DeclaredFacts,
  type FileTree,
  readContents,
  readDeclaredFile,
  type TreeFile,
} from "@freehold/repository";
import { isCharter, isReadme } from "./file-names.ts";

/** Text and what it says: edits of it become patches where the repository is not at hand. */
interface ReadCharter extends ParsedCharter {
  readonly text: string;
}

export type Charters = ReadonlyMap<string, ReadCharter>;

export async function readCharters(tree: FileTree, cache: Cache): Promise<Charters> {
  const charters = await readAll(tree, cache, isCharter, `charter.text@${CHARTER_VERSION}`, (text, path) => ({
    ...parseCharter(text, path),
    text,
  }));
  return charters as Charters;
}

/** What ownership files say, by path, of those that are chosen. */
export async function readDeclared(
  tree: FileTree,
  cache: Cache,
  choose: (path: string) => boolean,
): Promise<ReadonlyMap<string, DeclaredFacts>> {
  const facts = await readAll(tree, cache, choose, `declared@${DECLARED_VERSION}`, (text, path) =>
    readDeclaredFile({ path, text }),
  );
  return facts as ReadonlyMap<string, DeclaredFacts>;
}

interface Imported {
  readonly entities: readonly DeclaredEntity[];
  readonly problems: readonly Problem[];
}

/** What files of other tools declare to be a product, a component or a service. */
export async function readImported(tree: FileTree, cache: Cache): Promise<Imported> {
  const read = await readAll(tree, cache, isImportedFile, "imported@1", (text, path) =>
    readImportedFile({ path, text }),
  );
  const facts = [...read.values()] as Imported[];
  return { entities: facts.flatMap((one) => one.entities), problems: facts.flatMap((one) => one.problems) };
}

/** Where there are READMEs: that alone groups units. */
export function readmesIn(tree: FileTree): ReadonlyMap<string, undefined> {
  return new Map(filesFor(tree, isReadme).map(({ path }) => [path, undefined]));
}

/** Every README with the first paragraph of those that have one. */
export async function readReadmes(tree: FileTree, cache: Cache): Promise<ReadonlyMap<string, Paragraph | undefined>> {
  const said = await readAll(tree, cache, isReadme, "readme.paragraph@1", firstParagraph);
  return new Map([...readmesIn(tree).keys()].map((path) => [path, said.get(path) as Paragraph | undefined]));
}

/** The mail map of a repository, for who is one person. */
export async function readMailmap(tree: FileTree, cache: Cache): Promise<string | undefined> {
  const text = await readAll(
    tree,
    cache,
    (path) => path === ".mailmap",
    "text@1",
    (own) => own,
  );
  return text.get(".mailmap") as string | undefined;
}

async function readAll(
  tree: FileTree,
  cache: Cache,
  choose: (path: string) => boolean,
  extractor: string,
  read: (text: string, path: string) => unknown,
): Promise<ReadonlyMap<string, unknown>> {
  const readings = filesFor(tree, choose).map((file) => ({
    file,
    extractor,
    // Evidence and problems name the file.
    dialect: file.path,
    read: (text: string) => read(text, file.path),
  }));
  return await readContents(tree, readings, cache);
}

function filesFor(tree: FileTree, choose: (path: string) => boolean): TreeFile[] {
  return tree.files.filter(({ mode, path }) => (mode === "file" || mode === "executable") && choose(path));
}
