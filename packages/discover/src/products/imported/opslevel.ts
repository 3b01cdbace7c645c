/** opslevel.yml. https://docs.opslevel.com/docs/opslevel-yml */
import { baseName } from "../paths.ts";
import type { ImportedFormat } from "./format.ts";
import { listAt, mappingAt, present, readData, textAt } from "./read-data.ts";

export const opslevel: ImportedFormat = {
  id: "opslevel",
  title: "opslevel.yml",
  matches: (path) => /^opslevel\.ya?ml$/.test(baseName(path)),
  parse(file) {
    const { documents, problems } = readData(file, "opslevel");
    const entities = documents.flatMap((document) => {
      const services = [
        mappingAt(document, "service"),
        mappingAt(document, "component"),
        ...listAt(document, "services"),
      ];
      return services.flatMap((service) => {
        const name = textAt(service, "name");
        if (name === undefined) return [];
        const fields = present({
          description: textAt(service, "description"),
          owner: textAt(service, "owner"),
          system: textAt(service, "system") ?? textAt(service, "product"),
        });
        return [{ format: "opslevel", path: file.path, kind: "service", name, ...fields }];
      });
    });
    return { entities, problems };
  },
};
