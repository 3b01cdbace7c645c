/** Groups of places to products: kinds, names, ids, paths, reasons and confidence. */
import type { Evidence } from "@freehold/model";
import { at } from "@freehold/portfolio";
import type { Family } from "../grouping/families.ts";
import type { GroupedRepository } from "../grouping/group-repository.ts";
import { idFromName } from "../identity.ts";
import { indexReadmes, inferMission } from "../mission.ts";
import { isWithin } from "../paths.ts";
import { findProcedure } from "../procedure.ts";
import { attachOthers } from "./attach-others.ts";
import { standingOf } from "./base-confidence.ts";
import { declaredDraft } from "./declared-draft.ts";
import type { ProductDraft } from "./draft.ts";
import { aliasesOf, groupId, pathsOf } from "./group-facts.ts";

/** Every product of a repository. Declared ones without any unit are there as well. */
export function assembleRepository(grouped: GroupedRepository): ProductDraft[] {
  const { groups, declared, declaredOf, families } = grouped;
  const readmes = indexReadmes(grouped.facts.readmes);
  const leadOfDeclared = new Map([...declaredOf].map(([lead, product]) => [product, lead]));
  const drafts = new Map<number, ProductDraft>();
  for (const lead of groups.leads()) {
    if (!declaredOf.has(lead)) drafts.set(lead, inferredDraft(grouped, lead, readmes));
  }
  const declaredDrafts = declared.products.map((_, index) =>
    declaredDraft(grouped, index, leadOfDeclared.get(index), readmes),
  );
  const whole = families.map((family) => familyDraft(grouped, family, drafts, readmes));
  const settled = settleRoot(grouped, [...whole, ...drafts.values()], declaredDrafts);
  return attachOthers(grouped, partsOfCharters(grouped, [...declaredDrafts, ...settled]));
}

const REASONS_SHOWN = 5;
const NEARLY_ALL = 0.8;

type Readmes = ReturnType<typeof indexReadmes>;

function inferredDraft(grouped: GroupedRepository, lead: number, readmes: Readmes): ProductDraft {
  const { facts, described, groups, shared } = grouped;
  const members = groups.members(lead);
  const place = described.places[lead];
  const joined = groups.reasons(lead);
  const standing = standingOf(described, members, isUsed(grouped, lead));
  const sharedBy = shared.get(lead);
  const isRoot = place?.folder === "";
  const procedure = isRoot && !(place?.released ?? false) ? findProcedure(facts) : undefined;
  const name =
    isRoot && (place?.lead.kind === "folder" || !place?.released) ? facts.name : (nameOf(grouped, lead) ?? facts.name);
  const mission = inferMission(place?.lead, readmes.get(place?.folder ?? ""), facts.repository);
  const confidence = Math.min(
    sharedBy === undefined ? standing.confidence : 0.5,
    ...joined.map((reason) => reason.confidence),
  );
  return {
    id: groupId(grouped, lead, name),
    aliases: aliasesOf(grouped, members),
    name,
    kind: procedure !== undefined ? "process" : sharedBy === undefined ? "product" : "component",
    provenance: "inferred",
    confidence: round(procedure === undefined ? confidence : 0.7),
    ...(mission === undefined ? {} : { mission }),
    repositories: [facts.repository],
    units: members.flatMap((member) => described.places[member]?.units.map((unit) => unit.id) ?? []),
    paths: pathsOf(grouped, members),
    reasons: [
      ...(procedure === undefined ? [sharedBy ?? standing.evidence] : [procedure]),
      ...summarize(joined.map((reason) => reason.evidence)),
    ],
  };
}

/** Of the unit that leads, or of the one around it whose name begins the names of nearly all: `collector` of `collector/config`. */
function nameOf({ described: { places }, groups }: GroupedRepository, lead: number): string | undefined {
  const members = groups.members(lead).flatMap((member) => places[member] ?? []);
  const own = places[lead];
  const around = members
    .filter(({ folder }) => own !== undefined && folder !== own.folder && isWithin(own.folder, folder))
    .toSorted((a, b) => a.folder.length - b.folder.length)
    .find((place) => {
      const begun = members.filter(({ lead: { name } }) => name.startsWith(`${place.lead.name}/`));
      return begun.length >= (members.length - 1) * NEARLY_ALL;
    });
  return (around ?? own)?.lead.name;
}

function isUsed({ described, groups }: GroupedRepository, lead: number): boolean {
  const { graph } = described;
  return groups.members(lead).some((member) => {
    for (let i = at(graph.firstIn, member); i < at(graph.firstIn, member + 1); i++)
      if (groups.leadOf(at(graph.source, at(graph.incoming, i))) !== lead) return true;
    return false;
  });
}

/** The product that a family is; its members become components, and the root's units its own. */
function familyDraft(
  grouped: GroupedRepository,
  family: Family,
  drafts: Map<number, ProductDraft>,
  readmes: Readmes,
): ProductDraft {
  const { facts, described, groups, families } = grouped;
  const root = described.places.find((place) => place.folder === "");
  const rootLead = root === undefined ? undefined : groups.leadOf(root.index);
  const ownsRoot = families.length === 1 && rootLead !== undefined && !groups.isPinned(rootLead);
  const rootDraft = ownsRoot ? drafts.get(rootLead) : undefined;
  const memberDrafts = family.leads.flatMap((lead) => (lead === rootLead ? [] : (drafts.get(lead) ?? [])));
  const common =
    families.length === 1
      ? facts.name
      : (commonName(memberDrafts.map((draft) => draft.name)) ?? memberDrafts[0]?.name ?? facts.name);
  const id = idFromName("family", JSON.stringify([facts.repository, common]));
  // What the root is released as is what people call it.
  const name = rootDraft?.name ?? common;
  for (const lead of family.leads) {
    const draft = drafts.get(lead);
    if (draft === undefined || lead === rootLead) continue;
    drafts.set(lead, { ...draft, kind: "component", partOf: id, reasons: [...draft.reasons, ...family.reasons] });
  }
  if (rootDraft !== undefined && rootLead !== undefined) drafts.delete(rootLead);
  const mission = rootDraft?.mission ?? inferMission(undefined, readmes.get(""), facts.repository);
  return {
    id,
    aliases: rootDraft?.aliases ?? [],
    name,
    kind: "product",
    provenance: "inferred",
    confidence: family.confidence,
    ...(mission === undefined ? {} : { mission }),
    repositories: [facts.repository],
    units: rootDraft?.units ?? [],
    paths: rootDraft?.paths ?? [],
    reasons: [...family.reasons, ...(rootDraft?.reasons.slice(1) ?? [])],
  };
}

/**
 * What holds the repository together: the root, when nothing of it is released. It belongs to the only
 * product there is; among several it is a component that serves them all.
 */
function settleRoot(
  { facts, described, groups }: GroupedRepository,
  drafts: readonly ProductDraft[],
  declared: readonly ProductDraft[],
): ProductDraft[] {
  const root = described.places.find((place) => place.folder === "");
  if (root === undefined || root.released) return [...drafts];
  const whole = `${facts.repository}:`;
  const rest = drafts.find((draft) => draft.paths.includes(whole) && draft.units.includes(root.lead.id));
  if (rest === undefined || groups.isPinned(groups.leadOf(root.index))) return [...drafts];
  // The root of a family is the product that its members are components of.
  if (drafts.some((draft) => draft.partOf === rest.id)) return [...drafts];
  const others = drafts.filter((draft) => draft !== rest && draft.partOf === undefined);
  const only = others.length === 1 && declared.length === 0 ? others[0] : undefined;
  if (others.length === 0 && declared.length === 0) return [...drafts];
  if (only === undefined)
    return drafts.map((draft) => (draft === rest ? asWorkspace(draft, others.length + declared.length) : draft));
  const reason: Evidence = {
    rule: "products.only-product",
    repository: facts.repository,
    detail: "the rest of the repository serves the only product in it",
  };
  const merged: ProductDraft = {
    ...only,
    ...(only.mission === undefined && rest.mission !== undefined ? { mission: rest.mission } : {}),
    aliases: [...new Set([...only.aliases, ...rest.aliases])],
    units: [...only.units, ...rest.units],
    paths: [...only.paths, ...rest.paths],
    reasons: [...only.reasons, reason],
  };
  return drafts.flatMap((draft) => (draft === rest ? [] : draft === only ? [merged] : [draft]));
}

function asWorkspace(draft: ProductDraft, products: number): ProductDraft {
  if (draft.kind === "process") return draft;
  const detail = `holds the ${products} products of the repository together and is released by itself to nobody`;
  const reason: Evidence = { rule: "products.workspace", repository: draft.repositories[0] ?? "", detail };
  return {
    ...draft,
    name: `${draft.name} workspace`,
    kind: "component",
    confidence: 0.5,
    reasons: [reason, ...draft.reasons.slice(1)],
  };
}

/** A charter inside the folder of another is a part of it: large products are clusters of small ones. */
function partsOfCharters({ declared }: GroupedRepository, drafts: readonly ProductDraft[]): ProductDraft[] {
  return drafts.map((draft, index) => {
    const product = declared.products[index];
    const isPart = draft.kind === "component" || product?.charter !== undefined;
    if (product === undefined || !isPart || draft.partOf !== undefined) return draft;
    const around = declared.products
      .map((other, place) => ({ other, place }))
      .filter(
        ({ other, place }) =>
          place !== index &&
          other.folder !== product.folder &&
          `${product.folder}/`.startsWith(other.folder === "" ? "" : `${other.folder}/`),
      )
      .sort((a, b) => b.other.folder.length - a.other.folder.length)[0];
    const whole = around === undefined ? undefined : drafts[around.place];
    return whole === undefined ? draft : { ...draft, partOf: whole.id };
  });
}

/** The first few reasons of each rule; thirty nested folders say no more than three. */
function summarize(reasons: readonly Evidence[]): Evidence[] {
  return [...Map.groupBy(reasons, (reason) => reason.rule).values()].flatMap((same) => {
    const shown = same.slice(0, REASONS_SHOWN);
    const last = shown.at(-1);
    if (last === undefined || same.length === shown.length) return shown;
    const more = `${last.detail ?? ""}; and ${same.length - shown.length} more`;
    return [...shown.slice(0, -1), { ...last, detail: more }];
  });
}

/** The words that all names begin with. */
function commonName(names: readonly string[]): string | undefined {
  const [first = [], ...others] = names.map((name) => name.split(/(?<=[-/])/));
  let shared = 0;
  while (shared < first.length && others.every((words) => words[shared] === first[shared])) shared++;
  const name = first
    .slice(0, shared)
    .join("")
    .replace(/[-/]+$/, "");
  return name === "" ? undefined : name;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
