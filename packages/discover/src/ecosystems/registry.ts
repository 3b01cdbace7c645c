/** Every ecosystem; a test compares this list with the folder. Order decides ties over who owns a folder. */
import type { Ecosystem } from "./ecosystem.ts";

import { cargo } from "./cargo/index.ts";
import { docker } from "./docker/index.ts";
import { gitSubmodules } from "./git-submodules.ts";
import { githubActions } from "./github-actions.ts";
import { go } from "./go/index.ts";
import { gradle } from "./gradle/index.ts";
import { graphql } from "./graphql.ts";
import { helm } from "./helm/index.ts";
import { maven } from "./maven/index.ts";
import { npm } from "./npm/index.ts";
import { openapi } from "./openapi.ts";
import { protobuf } from "./protobuf.ts";
import { python } from "./python/index.ts";
import { terraform } from "./terraform/index.ts";

export const ecosystems: readonly Ecosystem[] = [
  npm,
  go,
  cargo,
  python,
  maven,
  gradle,
  terraform,
  docker,
  helm,
  githubActions,
  gitSubmodules,
  openapi,
  graphql,
  protobuf,
];

/** Whether a path is a manifest of some ecosystem, by its name alone. */
export function isManifest(path: string): boolean {
  return ecosystems.some((ecosystem) => ecosystem.matches(path));
}
