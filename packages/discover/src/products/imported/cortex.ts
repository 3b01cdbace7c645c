/** cortex.yaml: an OpenAPI document with `x-cortex-` fields. https://docs.cortex.io/docs/reference/basics/entities */
import { baseName } from "../paths.ts";
import type { ImportedFormat } from "./format.ts";
import { listAt, mappingAt, present, readData, textAt } from "./read-data.ts";

export const cortex: ImportedFormat = {
  id: "cortex",
  title: "cortex.yaml",
  matches: (path) => /^cortex\.ya?ml$/.test(baseName(path)),
  parse(file) {
    const { documents, problems } = readData(file, "cortex");
    const entities = documents.flatMap((document) => {
      const info = mappingAt(document, "info");
      const name = textAt(info, "x-cortex-tag") ?? textAt(info, "title");
      if (name === undefined) return [];
      const [owner] = listAt(info, "x-cortex-owners");
      const [parent] = listAt(info, "x-cortex-parents");
      const fields = present({
        title: textAt(info, "title"),
        description: textAt(info, "description"),
        owner: textAt(owner, "name") ?? textAt(owner, "email"),
        system: textAt(parent, "tag"),
      });
      return [{ format: "cortex", path: file.path, kind: textAt(info, "x-cortex-type") ?? "service", name, ...fields }];
    });
    return { entities, problems };
  },
};
