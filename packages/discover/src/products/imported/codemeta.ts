/** codemeta.json of research software. https://codemeta.github.io/terms/ */
import { baseName } from "../paths.ts";
import type { ImportedFormat } from "./format.ts";
import { listAt, mappingAt, present, readData, textAt } from "./read-data.ts";

export const codemeta: ImportedFormat = {
  id: "codemeta",
  title: "codemeta.json",
  matches: (path) => baseName(path) === "codemeta.json",
  parse(file) {
    const { documents, problems } = readData(file, "codemeta");
    const entities = documents.flatMap((document) => {
      const name = textAt(document, "name");
      if (name === undefined) return [];
      const maintainer = mappingAt(document, "maintainer") ?? listAt(document, "maintainer")[0];
      const fields = present({
        description: textAt(document, "description"),
        owner: textAt(maintainer, "email") ?? textAt(maintainer, "name"),
        system: textAt(document, "isPartOf", "name") ?? textAt(document, "isPartOf"),
      });
      return [{ format: "codemeta", path: file.path, kind: "software", name, ...fields }];
    });
    return { entities, problems };
  },
};
