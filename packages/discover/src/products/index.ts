export { discoverProducts, type DiscoveredProducts } from "./discover-products.ts";
export { isImportedFile, readImportedFile } from "./imported/registry.ts";
export type { CharterAt, DeclaredEntity, FileFacts, FileImports, Paragraph, RepositoryFacts } from "./input.ts";
export { firstParagraph } from "./mission.ts";
