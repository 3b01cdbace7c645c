/** compass.yml. https://developer.atlassian.com/cloud/compass/config-as-code/structure-and-contents-of-a-compass-yml-file/ */
import { baseName } from "../paths.ts";
import type { ImportedFormat } from "./format.ts";
import { present, readData, textAt } from "./read-data.ts";

export const compass: ImportedFormat = {
  id: "compass",
  title: "compass.yml",
  matches: (path) => /^compass\.ya?ml$/.test(baseName(path)),
  parse(file) {
    const { documents, problems } = readData(file, "compass");
    const entities = documents.flatMap((document) => {
      const name = textAt(document, "name");
      if (name === undefined) return [];
      const fields = present({ description: textAt(document, "description"), owner: textAt(document, "ownerId") });
      return [{ format: "compass", path: file.path, kind: textAt(document, "typeId") ?? "component", name, ...fields }];
    });
    return { entities, problems };
  },
};
