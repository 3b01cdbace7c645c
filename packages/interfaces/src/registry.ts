/** Every kind of interface, one line each. A contract test compares this list with the folder `kinds`. */
import type { InterfaceKind } from "./kind.ts";
import { asyncapi } from "./kinds/asyncapi/kind.ts";
import { cli } from "./kinds/cli/kind.ts";
import { containerImage } from "./kinds/container-image/kind.ts";
import { declared } from "./kinds/declared/kind.ts";
import { environment } from "./kinds/environment/kind.ts";
import { githubAction } from "./kinds/github-action/kind.ts";
import { go } from "./kinds/go/kind.ts";
import { graphql } from "./kinds/graphql/kind.ts";
import { helm } from "./kinds/helm/kind.ts";
import { java } from "./kinds/java/kind.ts";
import { jsonSchema } from "./kinds/json-schema/kind.ts";
import { openapi } from "./kinds/openapi/kind.ts";
import { protobuf } from "./kinds/protobuf/kind.ts";
import { python } from "./kinds/python/kind.ts";
import { rust } from "./kinds/rust/kind.ts";
import { terraform } from "./kinds/terraform/kind.ts";
import { typescript } from "./kinds/typescript/kind.ts";

export const interfaceKinds: readonly InterfaceKind[] = [
  asyncapi,
  cli,
  containerImage,
  declared,
  environment,
  githubAction,
  go,
  graphql,
  helm,
  java,
  jsonSchema,
  openapi,
  protobuf,
  python,
  rust,
  terraform,
  typescript,
];

/** The kind with an id. */
export function interfaceKind(id: string): InterfaceKind | undefined {
  return interfaceKinds.find((kind) => kind.id === id);
}
