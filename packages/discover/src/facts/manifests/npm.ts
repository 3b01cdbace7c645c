/** package.json: https://docs.npmjs.com/cli/configuring-npm/package-json */
import { readJson } from "../../ecosystems/reading/json.ts";
import { at, items, type Node, text, texts } from "../../ecosystems/reading/node.ts";
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
      engines: enginesOf(at(root, "engines")),
    });
  },
};

function address(node: Node | undefined): string | undefined {
  return text(node) ?? text(at(node, "url"));
}

/** Cordova's plugins write a list: `[{ "name": "cordova-android", "version": ">=10" }]`. */
function enginesOf(node: Node | undefined): Record<string, string> | undefined {
  const listed = items(node).flatMap((item) => {
    const name = text(at(item, "name"));
    return name === undefined ? [] : [[name, text(at(item, "version")) ?? ""] as const];
  });
  return listed.length > 0 ? Object.fromEntries(listed) : textsByName(node);
}
