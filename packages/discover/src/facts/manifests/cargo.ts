/** Cargo.toml: https://doc.rust-lang.org/cargo/reference/manifest.html */
import { at, type Node, text, texts } from "../../ecosystems/reading/node.ts";
import { readToml } from "../../ecosystems/reading/toml.ts";
import { present } from "./fields.ts";
import type { ManifestFormat } from "./manifest-format.ts";

export const cargoManifest: ManifestFormat = {
  id: "cargo",
  matches: (name) => name === "Cargo.toml",
  read(source) {
    const { root } = readToml(source, "cargo");
    const field = (name: string): Node | undefined =>
      at(root, "package", name) ?? at(root, "workspace", "package", name);
    const rust = text(field("rust-version"));
    return present({
      scripts: undefined,
      license: text(field("license")),
      repository: text(field("repository")),
      homepage: text(field("homepage")),
      issues: undefined,
      documentation: text(field("documentation")),
      keywords: [...texts(field("keywords"))].slice(0, 30),
      engines: rust === undefined ? undefined : { rust },
    });
  },
};
