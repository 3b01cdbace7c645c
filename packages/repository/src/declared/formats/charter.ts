/** `product.yaml`: `owners` of the folder it is in; the deepest charter answers. */
import { CHARTER_FILE } from "@freehold/model";
import { baseName, depthOf, folderGlob, folderOf } from "../folder.ts";
import { parseGlob } from "../glob.ts";
import { type DeclaredOwner, parsePerson } from "../owner.ts";
import type { DeclaredFormat, DeclaredRule } from "../rule.ts";
import { field, items, readYaml, textOf } from "../yaml-nodes.ts";

const SYNTAX = { relativeAnywhere: false, folderWithoutSlash: true };

export const charter: DeclaredFormat = {
  id: "charter",
  title: "product.yaml",
  matches: (path) => baseName(path) === CHARTER_FILE,
  parse(file) {
    const yaml = readYaml(file.path, file.text, "charter/invalid-yaml");
    const [document] = yaml.documents;
    // What is wrong with a charter is said where charters are read.
    if (document === undefined || yaml.problems.length > 0) return { rules: [], problems: [] };
    const list = field(document, document.contents, "owners");
    const owners = items(document, list).flatMap((item): readonly DeclaredOwner[] => {
      const owner = parsePerson(textOf(item) ?? "");
      return owner === undefined ? [] : [owner];
    });
    if (owners.length === 0) return { rules: [], problems: [] };
    const folder = folderOf(file.path);
    const rule = {
      format: "charter",
      path: file.path,
      line: yaml.lineOf(list),
      group: "charter",
      order: depthOf(folder),
      owners,
    };
    const own: DeclaredRule = { ...rule, glob: folderGlob(folder), pattern: folder === "" ? "/" : `${folder}/` };
    const included = items(document, field(document, field(document, document.contents, "scope"), "include"))
      .flatMap((item) => textOf(item) ?? [])
      .filter((pattern) => !pattern.startsWith(".."))
      .map((pattern): DeclaredRule => ({ ...rule, glob: parseGlob(`/${pattern}`, SYNTAX, folder), pattern }));
    return { rules: included.length > 0 ? included : [own], problems: [] };
  },
};
