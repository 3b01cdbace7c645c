/** A product from its charter, or from the file of another tool, with the units in its scope. */
import type { Claim, Evidence, Product } from "@freehold/model";
import type { GroupedRepository } from "../grouping/group-repository.ts";
import { idFromName } from "../identity.ts";
import { type indexReadmes, inferMission } from "../mission.ts";
import { aliasesOf, groupId } from "./group-facts.ts";
import type { ProductDraft } from "./draft.ts";

export function declaredDraft(
  grouped: GroupedRepository,
  index: number,
  lead: number | undefined,
  readmes: ReturnType<typeof indexReadmes>,
): ProductDraft {
  const { facts, described, declared, groups } = grouped;
  const product = declared.products[index];
  const members = lead === undefined ? [] : groups.members(lead);
  const place = lead === undefined ? undefined : described.places[lead];
  const charter = product?.charter;
  const entity = product?.entity;
  const evidence: Evidence = {
    rule: charter === undefined ? `products.${entity?.format ?? "declared"}` : "products.charter",
    repository: facts.repository,
    path: product?.path ?? "",
    ...(product?.line === undefined ? {} : { line: product.line }),
    detail:
      charter === undefined
        ? `declares the ${entity?.kind ?? "entity"} ${entity?.name ?? ""}`
        : `declares ${charter.name}`,
  };
  const provenance: Product["provenance"] = charter === undefined ? "imported" : "declared";
  const claim = <T>(value: T): Claim<T> => ({ value, provenance, confidence: 1, evidence: [evidence] });
  const said = charter?.mission ?? entity?.description;
  const folder = product?.folder ?? "";
  const mission = said === undefined ? inferMission(place?.lead, readmes.get(folder), facts.repository) : claim(said);
  const name = product?.name ?? facts.name;
  return {
    id:
      charter?.id ??
      (lead !== undefined
        ? groupId(grouped, lead, name)
        : idFromName(facts.repository, `${product?.path ?? ""} ${name}`)),
    aliases: [
      ...new Set([
        ...(charter?.aliases ?? []),
        ...(entity === undefined ? [] : [entity.name]),
        ...aliasesOf(grouped, members),
      ]),
    ],
    name,
    kind:
      charter === undefined ? (entity?.system === undefined ? "product" : "component") : (charter.kind ?? "product"),
    provenance,
    confidence: charter === undefined ? 0.95 : 1,
    ...(charter === undefined || product === undefined ? {} : { charter: product.path }),
    ...(mission === undefined ? {} : { mission }),
    ...(charter?.stage === undefined ? {} : { stage: claim(charter.stage) }),
    repositories: [facts.repository],
    units: members.flatMap((member) => described.places[member]?.units.map((unit) => unit.id) ?? []),
    paths: [`${facts.repository}:${folder}`],
    reasons: [evidence, ...(lead === undefined ? [] : groups.reasons(lead).map((reason) => reason.evidence))],
  };
}
