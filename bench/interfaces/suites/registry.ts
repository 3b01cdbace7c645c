/** The public suites that are judged in one process: by the repository that they are read from. */
import type { GitSource } from "../git-source.ts";
import type { Tally } from "../tally.ts";
import { judgeBuf } from "./buf.ts";
import { judgeConfluentJson, judgeConfluentProtobuf } from "./confluent.ts";
import { judgeGraphqlInspector } from "./graphql-inspector.ts";
import { judgeGraphqlJs } from "./graphql-js.ts";
import { judgeJsonSchemaDiff } from "./json-schema-diff.ts";
import { judgeJsonsubschema } from "./jsonsubschema.ts";
import { judgeOpenapiDiff } from "./openapi-diff.ts";
import { judgeRoseau } from "./roseau.ts";

export interface PublicSuite {
  /** The kind of interface that it is about. */
  readonly kind: string;
  /** On GitHub. */
  readonly repository: string;
  readonly judge: (git: GitSource) => Tally;
}

export const SUITES: Readonly<Record<string, PublicSuite>> = {
  buf: { kind: "protobuf", repository: "bufbuild/buf", judge: judgeBuf },
  "confluent-json": { kind: "json-schema", repository: "confluentinc/schema-registry", judge: judgeConfluentJson },
  "confluent-protobuf": { kind: "protobuf", repository: "confluentinc/schema-registry", judge: judgeConfluentProtobuf },
  "graphql-inspector": { kind: "graphql", repository: "graphql-hive/graphql-inspector", judge: judgeGraphqlInspector },
  "graphql-js": { kind: "graphql", repository: "graphql/graphql-js", judge: judgeGraphqlJs },
  "json-schema-diff": { kind: "json-schema", repository: "getsentry/json-schema-diff", judge: judgeJsonSchemaDiff },
  jsonsubschema: { kind: "json-schema", repository: "IBM/jsonsubschema", judge: judgeJsonsubschema },
  "openapi-diff": { kind: "openapi", repository: "OpenAPITools/openapi-diff", judge: judgeOpenapiDiff },
  roseau: { kind: "java", repository: "alien-tools/roseau", judge: judgeRoseau },
};
