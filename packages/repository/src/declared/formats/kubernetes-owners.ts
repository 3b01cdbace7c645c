/**
 * OWNERS files of Kubernetes: approvers own a folder and, unless `no_parent_owners`, so do those of the
 * folders above. https://www.kubernetes.dev/docs/guide/owners/
 */
import type { Problem } from "@freehold/model";
import type { Document } from "yaml";
import { baseName, depthOf, folderGlob, folderOf } from "../folder.ts";
import { type DeclaredOwner, parseLogin } from "../owner.ts";
import type { DeclaredFile, DeclaredFormat, DeclaredRule } from "../rule.ts";
import { entries, field, items, readYaml, textOf, type YamlText } from "../yaml-nodes.ts";

const ROLES = {
  approvers: "owner",
  reviewers: "reviewer",
  emeritus_approvers: "emeritus",
  emeritus_reviewers: "emeritus",
} as const;

export const kubernetesOwners: DeclaredFormat = {
  id: "kubernetes-owners",
  title: "OWNERS (Kubernetes)",
  matches: (path) => baseName(path) === "OWNERS",
  // Chromium has another OWNERS format: bare addresses, one a line.
  recognises: (text) => /^(?:approvers|reviewers|filters|options|labels|emeritus_approvers):/m.test(text),
  parse(file) {
    const yaml = readYaml(file.path, file.text, "owners/invalid-yaml");
    const problems: Problem[] = [...yaml.problems];
    const [document] = yaml.documents;
    if (document === undefined) return { rules: [], problems };
    const inherits =
      textualTruth(field(document, field(document, document.contents, "options"), "no_parent_owners")) !== true;
    const filters = entries(document, field(document, document.contents, "filters"));
    const rules = [ruleOf(file, yaml, document, document.contents, inherits, undefined)];
    for (const filter of filters) {
      if (isSafeFilter(filter.key)) rules.push(ruleOf(file, yaml, document, filter.value, inherits, filter.key));
      else
        problems.push({
          code: "owners/unsupported-filter",
          severity: "warning",
          path: file.path,
          line: yaml.lineOf(filter.keyNode),
          message: `The filter "${filter.key.slice(0, 80)}" was not read`,
          hint: "Write a plain expression such as \\.go$",
        });
    }
    return { rules: rules.filter((rule) => rule.owners.length > 0 || !inherits), problems };
  },
};

function ruleOf(
  file: DeclaredFile,
  yaml: YamlText,
  document: Document,
  node: unknown,
  inherits: boolean,
  filter: string | undefined,
): DeclaredRule {
  const folder = folderOf(file.path);
  let line = Infinity;
  const owners: DeclaredOwner[] = [];
  for (const [key, role] of Object.entries(ROLES)) {
    for (const item of items(document, field(document, node, key))) {
      const owner = parseLogin(textOf(item) ?? "");
      if (owner === undefined) continue;
      owners.push({ ...owner, role });
      line = Math.min(line, yaml.lineOf(item));
    }
  }
  return {
    format: "kubernetes-owners",
    path: file.path,
    line: Number.isFinite(line) ? line : 1,
    group: "kubernetes-owners",
    order: depthOf(folder),
    glob: folderGlob(folder),
    pattern: folder === "" ? "/" : `${folder}/`,
    owners,
    ...(filter === undefined ? {} : { filter }),
    ...(inherits ? { inherits } : {}),
  };
}

/** Expressions of the repository are run, so only those that can't take exponential time: no repeated groups. */
function isSafeFilter(source: string): boolean {
  if (source.length > 200 || /\)[*+{?]/.test(source) || (source.match(/[*+{]/g) ?? []).length > 3) return false;
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}

function textualTruth(node: unknown): boolean | undefined {
  return typeof node === "object" && node !== null && "value" in node ? node.value === true : undefined;
}
