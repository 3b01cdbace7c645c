/** publiccode.yml of public administrations. https://yml.publiccode.tools/schema.core.html */
import { baseName } from "../paths.ts";
import type { ImportedFormat } from "./format.ts";
import { listAt, mappingAt, present, readData, textAt } from "./read-data.ts";

export const publiccode: ImportedFormat = {
  id: "publiccode",
  title: "publiccode.yml",
  matches: (path) => /^publiccode\.ya?ml$/.test(baseName(path)),
  parse(file) {
    const { documents, problems } = readData(file, "publiccode");
    const entities = documents.flatMap((document) => {
      const name = textAt(document, "name");
      if (name === undefined) return [];
      const [contact] = listAt(mappingAt(document, "maintenance"), "contacts");
      const descriptions = mappingAt(document, "description") ?? {};
      const description = descriptions["en"] ?? Object.values(descriptions)[0];
      const fields = present({
        description: textAt(description, "shortDescription"),
        owner: textAt(document, "legal", "mainCopyrightOwner") ?? textAt(contact, "email") ?? textAt(contact, "name"),
      });
      return [{ format: "publiccode", path: file.path, kind: "software", name, ...fields }];
    });
    return { entities, problems };
  },
};
