/** OWNERS_ALIASES: names for several logins, usable in every OWNERS file of the repository. */
import { parseLogin } from "../owner.ts";
import type { DeclaredFormat, OwnerAlias } from "../rule.ts";
import { entries, field, items, readYaml, textOf } from "../yaml-nodes.ts";

export const kubernetesAliases: DeclaredFormat = {
  id: "kubernetes-aliases",
  title: "OWNERS_ALIASES (Kubernetes)",
  matches: (path) => path === "OWNERS_ALIASES",
  parse(file) {
    const yaml = readYaml(file.path, file.text, "owners/invalid-yaml");
    const [document] = yaml.documents;
    if (document === undefined) return { rules: [], problems: yaml.problems };
    const aliases = entries(document, field(document, document.contents, "aliases")).map((entry): OwnerAlias => ({
      alias: entry.key,
      path: file.path,
      line: yaml.lineOf(entry.keyNode),
      owners: items(document, entry.value).flatMap((item) => parseLogin(textOf(item) ?? "") ?? []),
    }));
    return { rules: [], aliases, problems: yaml.problems };
  },
};
