/** pyproject.toml: https://packaging.python.org/en/latest/specifications/pyproject-toml/ and Poetry's own table. */
import { at, fields, type Node, text, texts } from "../../ecosystems/reading/node.ts";
import { readToml } from "../../ecosystems/reading/toml.ts";
import { present, textsByName } from "./fields.ts";
import type { ManifestFormat } from "./manifest-format.ts";

export const pyprojectManifest: ManifestFormat = {
  id: "python",
  matches: (name) => name === "pyproject.toml",
  read(source) {
    const { root } = readToml(source, "python");
    const field = (name: string): Node | undefined => at(root, "project", name) ?? at(root, "tool", "poetry", name);
    const licence = field("license");
    const python = text(field("requires-python")) ?? text(at(root, "tool", "poetry", "dependencies", "python"));
    return present({
      scripts: textsByName(at(root, "tool", "poe", "tasks")) ?? textsByName(at(root, "tool", "pdm", "scripts")),
      license: text(licence) ?? text(at(licence, "text")),
      repository: url(root, /^(?:repository|source|code|github)$/) ?? text(field("repository")),
      homepage: url(root, /^home/) ?? text(field("homepage")),
      issues: url(root, /issue|bug|tracker/),
      documentation: url(root, /^doc/) ?? text(field("documentation")),
      keywords: [...texts(field("keywords"))].slice(0, 30),
      engines: python === undefined ? undefined : { python },
    });
  },
};

function url(root: Node | undefined, name: RegExp): string | undefined {
  for (const [key, value] of fields(at(root, "project", "urls"))) if (name.test(key.toLowerCase())) return text(value);
  return undefined;
}
