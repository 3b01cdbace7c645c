/**
 * Our answers beside those of the test data for compatibility of confluentinc/schema-registry: JSON Schema
 * (what was written before must still be readable) and Protocol Buffers (judged on the wire, as there).
 */
import type { Json } from "@freehold/interfaces";
import type { GitSource } from "../git-source.ts";
import { changesBetween } from "../one-file.ts";
import { type Judged, sayings, type Tally } from "../tally.ts";
import { judgeContainment } from "./containment.ts";

interface Case {
  readonly description: string;
  readonly original_schema: Json;
  readonly update_schema: Json;
  readonly compatible: boolean;
  readonly compatible_lenient?: boolean;
  readonly original_references?: Json;
  readonly original_dependencies?: Json;
}

const JSON_FOLDER = "json-schema-provider/src/test/resources";
const PROTO = "protobuf-provider/src/test/resources/diff-schema-examples.json";

export function judgeConfluentJson(git: GitSource): Tally {
  const files = git.files.filter((file) => file.startsWith(`${JSON_FOLDER}/diff-`) && file.endsWith(".json"));
  const cases = files.flatMap((file) =>
    casesIn(git, file).map((one) =>
      judgeContainment(
        `${file.slice(JSON_FOLDER.length + 1)}: ${one.description}`,
        one.original_schema,
        one.update_schema,
        one.compatible ? "compatible" : "breaking",
        file.includes("2020-12") ? "2020-12" : "draft-07",
      ),
    ),
  );
  return { suite: "confluent json", cases };
}

/** Cases that bring further files are left out: they are about finding them. */
export function judgeConfluentProtobuf(git: GitSource): Tally {
  const cases = casesIn(git, PROTO)
    .filter((one) => one.original_references === undefined && one.original_dependencies === undefined)
    .map((one): Judged => {
      const [before, after] = [textOf(one.original_schema), textOf(one.update_schema)];
      const changes = changesBetween("protobuf", { "schema.proto": before }, { "schema.proto": after });
      const here = changes.filter(({ class: is, aspects = [] }) => is !== "compatible" && aspects.includes("wire"));
      const ours = here.some(({ class: is }) => is === "breaking")
        ? "breaking"
        : here.length > 0
          ? "unknown"
          : "compatible";
      const label = one.compatible ? "compatible" : "breaking";
      return {
        name: one.description,
        label,
        ours,
        said: [...sayings(changes), before, after],
      };
    });
  return { suite: "confluent protobuf", cases };
}

/** Some of the files have commas after last items. */
function casesIn(git: GitSource, file: string): readonly Case[] {
  return JSON.parse((git.read(file) ?? "[]").replaceAll(/,(?=\s*[}\]])/g, "")) as readonly Case[];
}

function textOf(schema: Json): string {
  return typeof schema === "string" ? schema : "";
}
