/** Reads what grouping starts from, as a scan does, with every file that declares owners left out. */
import { discoverUnits, type RepositoryFacts } from "@freehold/discover";
import { noCache, openRepository, openTree, readHistory } from "@freehold/repository";

export async function readRepository(folder: string, revision: string, name: string): Promise<RepositoryFacts> {
  const { repository } = await openRepository(folder);
  if (repository === undefined) throw new Error(`${folder} is no repository`);
  const { tree } = await openTree(repository, revision);
  const [{ units }, { history }] = await Promise.all([
    discoverUnits(tree, repository.info.id, noCache),
    readHistory(repository, revision),
  ]);
  const readmeFiles = tree.files.filter(
    ({ path, mode }) => mode === "file" && /(?:^|\/)readme\.(?:md|rst|txt)$/i.test(path),
  );
  const readmes = new Map<string, string>();
  for await (const { file, bytes } of tree.read(readmeFiles)) {
    if (bytes !== undefined) readmes.set(file.path, new TextDecoder().decode(bytes));
  }
  await repository.close();
  return { repository: repository.info.id, name, files: tree.files, units, history, readmes };
}
