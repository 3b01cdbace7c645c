/**
 * What is known of every kind of interface, one line each, without what reads them: a scan in which nothing
 * changed asks for versions alone. A contract test compares this list with the registry.
 */
import type { AboutKind } from "./kind.ts";
import { about as asyncapi } from "./kinds/asyncapi/about.ts";
import { about as cli } from "./kinds/cli/about.ts";
import { about as containerImage } from "./kinds/container-image/about.ts";
import { about as declared } from "./kinds/declared/about.ts";
import { about as environment } from "./kinds/environment/about.ts";
import { about as githubAction } from "./kinds/github-action/about.ts";
import { about as go } from "./kinds/go/about.ts";
import { about as graphql } from "./kinds/graphql/about.ts";
import { about as helm } from "./kinds/helm/about.ts";
import { about as java } from "./kinds/java/about.ts";
import { about as jsonSchema } from "./kinds/json-schema/about.ts";
import { about as openapi } from "./kinds/openapi/about.ts";
import { about as protobuf } from "./kinds/protobuf/about.ts";
import { about as python } from "./kinds/python/about.ts";
import { about as rust } from "./kinds/rust/about.ts";
import { about as terraform } from "./kinds/terraform/about.ts";
import { about as typescript } from "./kinds/typescript/about.ts";

export const knownKinds: readonly AboutKind[] = [
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

/** What is known of the kind with an id. */
export function aboutKind(id: string): AboutKind | undefined {
  return knownKinds.find((kind) => kind.id === id);
}
