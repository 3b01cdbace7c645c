/** component_owners.yml (OpenTelemetry): `components:` maps a path to logins; the deepest component answers. */
import type { Problem } from "@freehold/model";
import { depthOf } from "../folder.ts";
import { parseGlob } from "../glob.ts";
import { parseLogin } from "../owner.ts";
import type { DeclaredFormat, DeclaredRule } from "../rule.ts";
import { entries, field, items, readYaml, textOf } from "../yaml-nodes.ts";

const SYNTAX = { relativeAnywhere: false, folderWithoutSlash: true };

export const componentOwners: DeclaredFormat = {
  id: "component-owners",
  title: "component_owners.yml",
  matches: (path) => /^(?:\.github\/)?component[_-]owners\.ya?ml$/.test(path),
  parse(file) {
    const yaml = readYaml(file.path, file.text, "component-owners/invalid-yaml");
    const problems: Problem[] = [...yaml.problems];
    const [document] = yaml.documents;
    if (document === undefined) return { rules: [], problems };
    const rules = entries(document, field(document, document.contents, "components")).map((entry): DeclaredRule => {
      const path = entry.key.replace(/^\.?\/+|\/+$/g, "");
      return {
        format: "component-owners",
        path: file.path,
        line: yaml.lineOf(entry.keyNode),
        group: file.path,
        order: depthOf(path),
        glob: parseGlob(`/${path}`, SYNTAX),
        pattern: entry.key,
        owners: items(document, entry.value).flatMap((item) => parseLogin(textOf(item) ?? "") ?? []),
      };
    });
    return { rules, problems };
  },
};
