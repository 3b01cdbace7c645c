/** Declared owners from the texts of files. */
import { createDeclaredOwners, readDeclaredFile } from "../../src/declared/declared-owners.ts";
import type { DeclaredFile, DeclaredRule } from "../../src/declared/rule.ts";

export function declaredIn(files: readonly DeclaredFile[], further: readonly DeclaredRule[] = []) {
  const read = files.map((file) => [file.path, readDeclaredFile(file)] as const);
  return createDeclaredOwners(
    new Map(read.flatMap(([path, facts]) => (facts === undefined ? [] : [[path, facts]]))),
    further,
  );
}
