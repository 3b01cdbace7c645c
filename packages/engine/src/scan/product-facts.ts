/** What finding products needs of a repository that was read. */
import type { DeclaredEntity, Paragraph, RepositoryFacts } from "@freehold/discover";
import type { Charter, Unit } from "@freehold/model";
import type { History } from "@freehold/repository";
import type { TreeReading } from "./tree-reading.ts";

export interface ProductFacts {
  readonly facts: RepositoryFacts;
  readonly charters: readonly CharterFile[];
}

export interface CharterFile {
  readonly path: string;
  readonly charter: Charter;
  readonly text: string;
  readonly lines: Readonly<Record<string, number>>;
}

interface Told {
  readonly readmes: ReadonlyMap<string, Paragraph | undefined>;
  readonly history?: History | undefined;
}

/** `units` are those of the reading, with what their sources import. */
export function productFacts(reading: TreeReading, units: readonly Unit[], { readmes, history }: Told): ProductFacts {
  const { repository, tree, imports } = reading;
  const charters = validCharters(reading);
  const facts: RepositoryFacts = {
    repository: repository.info.id,
    name: repository.info.name,
    files: tree.files.filter(({ mode }) => mode !== "submodule").map(({ path, size }) => ({ path, size })),
    units,
    charters,
    declarations: declarationsOf(reading),
    imports: imports.files,
    ...(history === undefined ? {} : { history }),
    readmes,
  };
  return { facts, charters };
}

export function validCharters({ charters }: Pick<TreeReading, "charters">): CharterFile[] {
  return [...charters].flatMap(([path, { charter, text, lines }]) =>
    charter === undefined ? [] : [{ path, charter, text, lines }],
  );
}

function declarationsOf({ declared, entities }: TreeReading): DeclaredEntity[] {
  const catalog = [...declared.values()].flatMap((facts) => facts.entities ?? []);
  return [...catalog.map((entity): DeclaredEntity => ({ format: "backstage", ...entity })), ...entities];
}
