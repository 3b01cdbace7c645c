/** Maintainers that package manifests name, as rules: ecosystems hand them over, whatever the manifest. */
import { depthOf, folderGlob } from "./folder.ts";
import { parsePerson } from "./owner.ts";
import type { DeclaredRule } from "./rule.ts";

/** What an ecosystem's unit says; a subset of its draft. */
export interface ManifestMaintainers {
  /** Folder of the unit, `` for the root. */
  readonly path: string;
  readonly manifest: string;
  readonly maintainers?: readonly { readonly text: string; readonly line?: number }[];
}

/** Rules for the folders of units; a nested unit with maintainers of its own answers for itself. */
export function manifestRules(units: readonly ManifestMaintainers[]): readonly DeclaredRule[] {
  return units.flatMap((unit) =>
    (unit.maintainers ?? []).flatMap((maintainer): DeclaredRule[] => {
      const owner = parsePerson(maintainer.text);
      if (owner === undefined) return [];
      return [
        {
          format: "manifest",
          path: unit.manifest,
          line: maintainer.line ?? 1,
          group: "manifest",
          order: depthOf(unit.path),
          glob: folderGlob(unit.path),
          pattern: unit.path === "" ? "/" : `${unit.path}/`,
          owners: [owner],
        },
      ];
    }),
  );
}
