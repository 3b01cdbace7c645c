/** Reads what grouping starts from, as a scan does, with every file that declares owners left out. */
import {
  discoverImports,
  discoverUnits,
  firstParagraph,
  mergeConsumes,
  type RepositoryFacts,
} from "@freehold/discover";
import { type FileTree, noCache, openRepository, openTree, readHistory } from "@freehold/repository";

export async function readRepository(folder: string, revision: string, name: string): Promise<RepositoryFacts> {
  const { repository } = await openRepository(folder);
  if (repository === undefined) throw new Error(`${folder} is no repository`);
  const { tree } = await openTree(repository, revision);
  const [{ units, imports }, { history }] = await Promise.all([
    readContent(tree, repository.info.id),
    readHistory(repository, revision),
  ]);
  const readmeFiles = tree.files.filter(
    ({ path, mode }) => mode === "file" && /(?:^|\/)readme\.(?:md|rst|txt)$/i.test(path),
  );
  const readmes = new Map<string, ReturnType<typeof firstParagraph>>();
  for await (const { file, bytes } of tree.read(readmeFiles)) {
    if (bytes !== undefined) readmes.set(file.path, firstParagraph(new TextDecoder().decode(bytes)));
  }
  await repository.close();
  return { repository: repository.info.id, name, files: tree.files, units, imports, history, readmes };
}

async function readContent(tree: FileTree, repository: string) {
  const found = await discoverUnits(tree, repository, noCache);
  const { consumes, files } = await discoverImports(tree, found, noCache);
  const units = found.units.map((unit) => ({
    ...unit,
    consumes: mergeConsumes(unit.consumes, consumes.get(unit.id) ?? []),
  }));
  return { units, imports: files };
}
