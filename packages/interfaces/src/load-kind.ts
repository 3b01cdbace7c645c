/**
 * Loads a kind of interface when something is to be read or compared with it: all of them, with their parsers, take
 * most of a second. One line each; a contract test compares this list with the registry.
 */
import type { InterfaceKind } from "./kind.ts";

const LOADERS: Readonly<Record<string, () => Promise<InterfaceKind>>> = {
  asyncapi: async () => (await import("./kinds/asyncapi/kind.ts")).asyncapi,
  cli: async () => (await import("./kinds/cli/kind.ts")).cli,
  "container-image": async () => (await import("./kinds/container-image/kind.ts")).containerImage,
  declared: async () => (await import("./kinds/declared/kind.ts")).declared,
  environment: async () => (await import("./kinds/environment/kind.ts")).environment,
  "github-action": async () => (await import("./kinds/github-action/kind.ts")).githubAction,
  go: async () => (await import("./kinds/go/kind.ts")).go,
  graphql: async () => (await import("./kinds/graphql/kind.ts")).graphql,
  helm: async () => (await import("./kinds/helm/kind.ts")).helm,
  java: async () => (await import("./kinds/java/kind.ts")).java,
  "json-schema": async () => (await import("./kinds/json-schema/kind.ts")).jsonSchema,
  openapi: async () => (await import("./kinds/openapi/kind.ts")).openapi,
  protobuf: async () => (await import("./kinds/protobuf/kind.ts")).protobuf,
  python: async () => (await import("./kinds/python/kind.ts")).python,
  rust: async () => (await import("./kinds/rust/kind.ts")).rust,
  terraform: async () => (await import("./kinds/terraform/kind.ts")).terraform,
  typescript: async () => (await import("./kinds/typescript/kind.ts")).typescript,
};

/** Throws a `RangeError` for an id that no kind has. */
export async function loadKind(id: string): Promise<InterfaceKind> {
  const load = LOADERS[id];
  if (load === undefined) throw new RangeError(`\`${id}\` is no kind of interface`);
  return await load();
}
