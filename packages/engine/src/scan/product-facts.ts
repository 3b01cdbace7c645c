/** What finding products needs of a repository that was read. */
import { type DeclaredEntity, isImportedFile, readImportedFile, type RepositoryFacts } from "@freehold/discover";
import { type Charter, parseCharter, type Problem, type Unit } from "@freehold/model";
import { isCharter, isReadme } from "./file-names.ts";
import type { RepositoryReading } from "./repository-reading.ts";

export interface ProductFacts {
  readonly facts: RepositoryFacts;
  readonly charters: readonly {
    readonly path: string;
    readonly charter: Charter;
    readonly lines: Readonly<Record<string, number>>;
  }[];
  readonly problems: readonly Problem[];
}

/** `units` are those of the reading, with what their sources import. */
export function productFacts(reading: RepositoryReading, units: readonly Unit[]): ProductFacts {
  const { repository, tree, texts, imports, history } = reading;
  const problems: Problem[] = [];
  const charters = [...texts]
    .filter(([path]) => isCharter(path))
    .flatMap(([path, text]) => {
      const parsed = parseCharter(text, path);
      problems.push(...parsed.problems.map((problem) => ({ ...problem, repository: repository.info.id })));
      return parsed.charter === undefined ? [] : [{ path, charter: parsed.charter, lines: parsed.lines }];
    });
  const facts: RepositoryFacts = {
    repository: repository.info.id,
    name: repository.info.name,
    files: tree.files.filter(({ mode }) => mode !== "submodule").map(({ path, size }) => ({ path, size })),
    units,
    charters,
    declarations: declarationsOf(reading, problems),
    imports: imports.files,
    ...(history === undefined ? {} : { history }),
    readmes: new Map([...texts].filter(([path]) => isReadme(path))),
  };
  return { facts, charters, problems };
}

function declarationsOf({ texts, declared, repository }: RepositoryReading, problems: Problem[]): DeclaredEntity[] {
  const catalog = declared.entities.map((entity): DeclaredEntity => ({ format: "backstage", ...entity }));
  const others = [...texts]
    .filter(([path]) => isImportedFile(path))
    .flatMap(([path, text]) => {
      const read = readImportedFile({ path, text });
      problems.push(...(read?.problems ?? []).map((problem) => ({ ...problem, repository: repository.info.id })));
      return read?.entities ?? [];
    });
  return [...catalog, ...others];
}
