/**
 * Terraform modules: a folder of `.tf` files is one. https://developer.hashicorp.com/terraform/language/modules
 *
 * The public registry names a module after its repository, `terraform-<provider>-<name>`, so a repository of
 * such a name provides `pkg:terraform/<owner>/<name>/<provider>`, and its `modules/x` that with `/modules/x`.
 */
import type { Consume } from "@freehold/model";
import type { Assembled, Ecosystem, Manifest, PathIndex, UnitDraft } from "../ecosystem.ts";
import { declared, provided } from "../reading/claims.ts";
import { identifyPackage } from "../reading/identify.ts";
import { folderName, folderOf } from "../reading/paths.ts";
import { parseTerraform, type TerraformFacts } from "./facts.ts";
import { identityOf } from "./identity.ts";
import { moduleSource } from "./module-source.ts";

export const terraform: Ecosystem<TerraformFacts> = {
  id: "terraform",
  title: "Terraform modules",
  version: 1,
  extensions: [".tf", ".tofu"],
  matches: (path) => /\.(?:tf|tofu)$/.test(path) && !/(?:^|\/)\.terraform\//.test(path),
  parse: ({ text }) => parseTerraform(text),
  assemble,
};

function assemble(manifests: readonly Manifest<TerraformFacts>[], paths: PathIndex): Assembled {
  const folders = Map.groupBy(manifests, ({ path }) => folderOf(path));
  return { units: [...folders].map(([folder, files]) => unitOf(folder, files, paths.repository)), problems: [] };
}

function unitOf(folder: string, files: readonly Manifest<TerraformFacts>[], repository: string): UnitDraft {
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const main = sorted.find(({ path }) => /(?:^|\/)main\.(?:tf|tofu)$/.test(path)) ?? sorted[0];
  const manifest = main?.path ?? folder;
  const { id, published } = identityOf(repository, folder);
  const consumes = sorted.flatMap(({ path, facts }) => consumesOf(path, facts, folder, repository));
  return {
    kind: "module",
    name: folderName(folder, repository),
    path: folder,
    manifest,
    published,
    provides: [provided(id, { rule: "terraform.module", path: manifest, line: main?.facts.line })],
    consumes,
  };
}

function consumesOf(path: string, facts: TerraformFacts, folder: string, repository: string): Consume[] {
  const modules = facts.modules.flatMap(({ source, version, line }) => {
    const target = moduleSource(source, folder, repository);
    if (target === undefined) return [];
    const range = version ?? target.ref;
    return [declared(target.id, "runtime", { rule: "terraform.source", path, line, detail: source }, range)];
  });
  const providers = facts.providers.flatMap(({ source, version, line }) => {
    const id = identifyPackage("terraform", source);
    return id === undefined ? [] : [declared(id, "runtime", { rule: "terraform.provider", path, line }, version)];
  });
  return [...modules, ...providers];
}
