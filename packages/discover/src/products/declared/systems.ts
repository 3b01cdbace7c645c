/**
 * Systems of other tools' catalogs: components that name the same system are parts of one product. The
 * system may be declared in another repository, or nowhere but by its members.
 */
import type { Evidence } from "@freehold/model";
import type { ProductDraft } from "../assemble/draft.ts";
import { idFromName } from "../identity.ts";
import type { DeclaredEntity, RepositoryFacts } from "../input.ts";

export function joinSystems(drafts: readonly ProductDraft[], repositories: readonly RepositoryFacts[]): ProductDraft[] {
  const systemOf = new Map<string, string>();
  for (const { repository, declarations = [] } of repositories) {
    for (const entity of declarations) {
      const system = entity.system === undefined ? undefined : referenceName(entity.system);
      if (system !== undefined) systemOf.set(keyOf(repository, entity.path, entity.name), system);
    }
  }
  if (systemOf.size === 0) return [...drafts];
  const wholes = new Map<string, ProductDraft>();
  for (const draft of drafts) if (isSystem(draft)) wholes.set(draft.aliases[0] ?? draft.name, draft);
  const made: ProductDraft[] = [];
  const joined = drafts.map((draft) => {
    const system = systemNamed(draft, systemOf);
    if (system === undefined || draft.partOf !== undefined || isSystem(draft)) return draft;
    const known =
      wholes.get(system) ??
      drafts.find((other) => other !== draft && other.aliases.includes(system) && other.provenance === "imported");
    if (known !== undefined) return known.id === draft.id ? draft : { ...draft, partOf: known.id };
    const whole = namedSystem(system, draft);
    wholes.set(system, whole);
    made.push(whole);
    return { ...draft, partOf: whole.id };
  });
  return [...joined, ...made];
}

function systemNamed(draft: ProductDraft, systemOf: ReadonlyMap<string, string>): string | undefined {
  if (draft.provenance !== "imported") return undefined;
  return systemOf.get(keyOf(draft.repositories[0] ?? "", draft.reasons[0]?.path ?? "", draft.aliases[0] ?? ""));
}

function isSystem(draft: ProductDraft): boolean {
  return draft.provenance === "imported" && /declares the (?:system|product) /i.test(draft.reasons[0]?.detail ?? "");
}

/** A system that only its members speak of. */
function namedSystem(system: string, member: ProductDraft): ProductDraft {
  const [reason] = member.reasons;
  const evidence: Evidence = {
    rule: "products.system",
    ...(reason?.path === undefined ? {} : { path: reason.path }),
    ...(member.repositories[0] === undefined ? {} : { repository: member.repositories[0] }),
    detail: `${member.name} says that it is part of ${system}`,
  };
  return {
    id: idFromName("system", system),
    aliases: [system],
    name: system,
    kind: "product",
    provenance: "imported",
    confidence: 0.8,
    repositories: [...member.repositories],
    units: [],
    paths: [],
    reasons: [evidence],
  };
}

/** `system:default/checkout` means `checkout`. */
function referenceName(reference: string): string {
  return reference.slice(Math.max(reference.lastIndexOf("/"), reference.lastIndexOf(":")) + 1);
}

function keyOf(repository: string, path: string, name: DeclaredEntity["name"]): string {
  return `${repository}\n${path}\n${name}`;
}
