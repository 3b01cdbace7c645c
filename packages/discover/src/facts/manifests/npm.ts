/** package.json: https://docs.npmjs.com/cli/configuring-npm/package-json */
import { readJson } from "../../ecosystems/reading/json.ts";
import { at, type Node, text, texts } from "../../ecosystems/reading/node.ts";
import { present, textsByName } from "./fields.ts";
import type { ManifestFormat } from "./manifest-format.ts";

export const npmManifest: ManifestFormat = {
  id: "npm",
  matches: (name) => name === "package.json",
  read(source) {
    const { root } = readJson(source, "npm");
    return present({
      scripts: textsByName(at(root, "scripts")),
      license: text(at(root, "license")) ?? text(at(root, "license", "type")),
      repository: address(at(root, "repository")),
      homepage: text(at(root, "homepage")),
      issues: address(at(root, "bugs")),
      documentation: undefined,
      keywords: [...texts(at(root, "keywords"))].slice(0, 30),
      engines: textsByName(at(root, "engines")),
    });
  },
};

function address(node: Node | undefined): string | undefined {
  return text(node) ?? text(at(node, "url"));
}
