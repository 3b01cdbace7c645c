/** The groups of one repository: declared ones first, then the rules, then families, then what is left. */
import type { Evidence } from "@freehold/model";
import { at } from "@freehold/portfolio";
import { collectDeclared, type Declared } from "../declared/declared-products.ts";
import type { RepositoryFacts } from "../input.ts";
import { type Family, findFamilies } from "./families.ts";
import { type Groups, startGroups } from "./groups.ts";
import { isReleased } from "./released.ts";
import { groupingRules } from "./registry.ts";
import { describePlaces, type RepositoryPlaces } from "./repository-places.ts";

export interface GroupedRepository {
  readonly facts: RepositoryFacts;
  readonly described: RepositoryPlaces;
  readonly declared: Declared;
  readonly groups: Groups;
  /** The declared product that a group is, by its lead. */
  readonly declaredOf: ReadonlyMap<number, number>;
  readonly families: readonly Family[];
  /** Groups used by several products here and released by none, by lead. */
  readonly shared: ReadonlyMap<number, Evidence>;
}

export function groupRepository(facts: RepositoryFacts): GroupedRepository {
  const described = describePlaces(facts);
  const declared = collectDeclared(facts);
  const groups = startGroups(described.places.length);
  const declaredOf = pinDeclared(described, declared, groups);
  applyRules(described, groups);
  const families = completeFamilies(described, groups, findFamilies(described, groups));
  return { facts, described, declared, groups, declaredOf, families, shared: findShared(described, groups) };
}

/** Until nothing more joins: what two groups use is used by one alone once they are one. */
function applyRules(described: RepositoryPlaces, groups: Groups): void {
  for (let before = Number.POSITIVE_INFINITY; groups.leads().length < before;) {
    before = groups.leads().length;
    for (const rule of groupingRules) rule.apply(described, groups);
  }
}

function pinDeclared({ places, evidence }: RepositoryPlaces, declared: Declared, groups: Groups): Map<number, number> {
  const leads = new Map<number, number>();
  for (const place of places) {
    const owner = declared.ownerOfPlace(place);
    if (owner === undefined) continue;
    const lead = leads.get(owner);
    if (lead === undefined) leads.set(owner, place.index);
    else {
      const product = declared.products[owner];
      const detail = `${place.folder || "the root"} is in the scope of ${product?.path ?? "a declaration"}`;
      groups.join(place.index, lead, { evidence: evidence("scope", detail, product?.path), confidence: 1 });
    }
  }
  for (const lead of leads.values()) groups.pin(lead);
  return new Map([...leads].map(([owner, lead]) => [lead, owner]));
}

/** Where one family holds nearly all that the repository releases, the unreleased rest of it serves the family. */
function completeFamilies(described: RepositoryPlaces, groups: Groups, families: readonly Family[]): readonly Family[] {
  const { places, evidence } = described;
  const [only] = families;
  const root = places.find((place) => place.folder === "");
  if (only === undefined || families.length > 1 || root === undefined) return families;
  const rest = groups.leads().filter((lead) => !only.leads.includes(lead) && !groups.isPinned(lead));
  const released = rest.filter((lead) => isReleased(places, groups, lead));
  if (released.length * 4 > only.leads.length) return families;
  for (const lead of rest) {
    if (released.includes(lead) || groups.leadOf(root.index) === lead) continue;
    const name = places[lead]?.lead.name ?? "";
    const detail = `${name} is released by nobody and lies in the repository of the one product`;
    groups.join(lead, root.index, {
      evidence: evidence("only-product", detail, places[lead]?.folder),
      confidence: 0.6,
    });
  }
  return families;
}

/** Unreleased groups that several others use: they belong to none of them. */
function findShared({ places, graph, evidence }: RepositoryPlaces, groups: Groups): Map<number, Evidence> {
  const shared = new Map<number, Evidence>();
  for (const lead of groups.leads()) {
    const members = groups.members(lead);
    if (groups.isPinned(lead) || places[lead]?.folder === "" || members.some((member) => places[member]?.released))
      continue;
    const users = new Set<number>();
    for (const member of members) {
      for (let i = at(graph.firstIn, member); i < at(graph.firstIn, member + 1); i++) {
        const user = groups.leadOf(at(graph.source, at(graph.incoming, i)));
        if (user !== lead) users.add(user);
      }
    }
    if (users.size < 2) continue;
    const detail = `${places[lead]?.lead.name ?? ""} is used by ${users.size} products here and released by none`;
    shared.set(lead, evidence("shared", detail, places[lead]?.lead.manifest));
  }
  return shared;
}
