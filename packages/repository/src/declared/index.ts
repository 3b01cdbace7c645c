export { createDeclaredOwners, readDeclaredFile, type DeclaredAnswer, type DeclaredOwners } from "./declared-owners.ts";
export { manifestRules, type ManifestMaintainers } from "./manifest-maintainers.ts";
export { parsePerson, type DeclaredOwner } from "./owner.ts";
export { DECLARED_VERSION, declaredFormats, isCatalog, isOwnershipFile } from "./registry.ts";
export type { CatalogEntity, DeclaredFacts, DeclaredFile, DeclaredFormat, DeclaredRule, OwnerAlias } from "./rule.ts";
