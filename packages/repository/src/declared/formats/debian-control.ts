/** debian/control: `Maintainer` and `Uploaders` of a source package own the folder above `debian/`. */
import { depthOf, folderGlob, folderOf } from "../folder.ts";
import { parsePerson } from "../owner.ts";
import type { DeclaredFormat, DeclaredRule } from "../rule.ts";

export const debianControl: DeclaredFormat = {
  id: "debian-control",
  title: "debian/control",
  matches: (path) => /(?:^|\/)debian\/control$/.test(path),
  parse(file) {
    const folder = folderOf(folderOf(file.path));
    const rules: DeclaredRule[] = [];
    for (const [index, text] of file.text.split(/\r?\n/, 2_000).entries()) {
      const value = /^(?:Maintainer|Uploaders):\s*(.{1,2000})$/i.exec(text)?.[1];
      const owners = (value ?? "").split(/(?<=>)\s*,/).flatMap((person) => parsePerson(person) ?? []);
      if (owners.length === 0) continue;
      rules.push({
        format: "debian-control",
        path: file.path,
        line: index + 1,
        group: "debian-control",
        order: depthOf(folder),
        glob: folderGlob(folder),
        pattern: folder === "" ? "/" : `${folder}/`,
        owners,
      });
    }
    return { rules, problems: [] };
  },
};
