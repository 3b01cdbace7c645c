/**
 * catalog-info.yaml of Backstage: several documents a file, each an entity; `spec.owner` owns the folder.
 * The entities are kept as well: what others declared to be a component or a system groups units.
 * https://backstage.io/docs/features/software-catalog/descriptor-format
 */
import type { Document } from "yaml";
import { baseName, depthOf, folderGlob, folderOf } from "../folder.ts";
import { type DeclaredOwner, parseOwner } from "../owner.ts";
import type { CatalogEntity, DeclaredFormat, DeclaredRule } from "../rule.ts";
import { field, items, readYaml, textOf } from "../yaml-nodes.ts";

const OWNING = new Set(["component", "system", "api", "resource", "domain", "template"]);

export const backstageCatalog: DeclaredFormat = {
  id: "backstage-catalog",
  title: "catalog-info.yaml (Backstage)",
  matches: (path) => /^catalog-info(?:\.[\w-]+)?\.ya?ml$/.test(baseName(path)),
  parse(file) {
    const yaml = readYaml(file.path, file.text, "backstage/invalid-yaml");
    const entities = yaml.documents.flatMap(
      (document) => entityOf(document, file.path, yaml.lineOf(document.contents)) ?? [],
    );
    const rules = entities.flatMap((entity) => ruleOf(entity) ?? []);
    return { rules, entities, problems: yaml.problems };
  },
};

function entityOf(document: Document, path: string, line: number): CatalogEntity | undefined {
  const root = document.contents;
  const kind = textOf(field(document, root, "kind"));
  const metadata = field(document, root, "metadata");
  const name = textOf(field(document, metadata, "name"));
  if (kind === undefined || name === undefined) return undefined;
  const spec = field(document, root, "spec");
  const list = (key: string) => items(document, field(document, spec, key)).flatMap((item) => textOf(item) ?? []);
  const texts = {
    title: textOf(field(document, metadata, "title")),
    description: textOf(field(document, metadata, "description")),
    type: textOf(field(document, spec, "type")),
    lifecycle: textOf(field(document, spec, "lifecycle")),
    owner: textOf(field(document, spec, "owner")),
    system: textOf(field(document, spec, "system")),
    subcomponentOf: textOf(field(document, spec, "subcomponentOf")),
    domain: textOf(field(document, spec, "domain")),
  };
  const present = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
  return {
    path,
    line,
    kind,
    name,
    ...present,
    providesApis: list("providesApis"),
    consumesApis: list("consumesApis"),
    dependsOn: list("dependsOn"),
  };
}

function ruleOf(entity: CatalogEntity): DeclaredRule | undefined {
  if (entity.owner === undefined || !OWNING.has(entity.kind.toLowerCase())) return undefined;
  const owner = parseEntityRef(entity.owner);
  const folder = folderOf(entity.path);
  return {
    format: "backstage-catalog",
    path: entity.path,
    line: entity.line,
    group: "backstage-catalog",
    order: depthOf(folder),
    glob: folderGlob(folder),
    pattern: folder === "" ? "/" : `${folder}/`,
    owners: owner === undefined ? [] : [owner],
  };
}

/** `user:default/jane`, `group:default/core`, `core` (a group unless said otherwise), `user:jane@acme.com`. */
function parseEntityRef(reference: string): DeclaredOwner | undefined {
  const match = /^(?:(\w+):)?(?:[\w.-]+\/)?(\S+)$/.exec(reference.trim());
  const name = match?.[2];
  if (name === undefined) return undefined;
  if (match?.[1]?.toLowerCase() === "user") return parseOwner(name.includes("@") ? name : `@${name}`);
  return name.includes("@") ? parseOwner(name) : { kind: "team", text: name, role: "owner" };
}
