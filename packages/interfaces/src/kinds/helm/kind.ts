/**
 * Helm charts: the values that may be set, with their types and defaults.
 *
 * Sources: "Charts" and "Values files" of Helm's documentation. docs/interfaces-helm.md states the rules.
 */
import type { Change, InterfaceKind, Place, ShapedElement } from "../../kind.ts";
import { compareById, fieldsOf } from "../../promise.ts";
import { compareSchemas } from "../json-schema/compare.ts";
import { about } from "./about.ts";
import { extract } from "./extract.ts";
import { rules } from "./rules.ts";

export const helm: InterfaceKind = {
  ...about,
  find,
  extract,
  compare,
};

function find({ paths }: Place): readonly string[] {
  const known = new Set(paths);
  const charts = paths.filter((path) => /(?:^|\/)Chart\.ya?ml$/.test(path));
  return charts.flatMap((chart) => {
    const folder = chart.slice(0, chart.lastIndexOf("/") + 1);
    return [chart, ...["values.yaml", "values.yml", "values.schema.json"].map((name) => folder + name)].filter((path) =>
      known.has(path),
    );
  });
}

/** Values are written by those who install: a schema may accept more, and not less. */
function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const plain = compareById(
    rules,
    before.filter((one) => !isSchema(one)),
    after.filter((one) => !isSchema(one)),
  );
  const filled = plain.map((change) => (isFilled(change, after) ? filledChange(change) : change));
  const schemas = compareSchemas(before.filter(isSchema), after.filter(isSchema), "writers").map((change): Change => {
    // A schema that is new refuses what was set freely; one that is gone refuses nothing.
    if (change.effect === "added")
      return { ...change, rule: "helm/schema-added", class: "unknown", message: "values are checked by a schema now" };
    if (change.effect === "removed")
      return {
        ...change,
        rule: "helm/schema-removed",
        class: "compatible",
        message: "values are checked by no schema any more",
      };
    return { ...change, rule: change.rule.replace("json-schema/", "helm/schema-") };
  });
  return [...filled, ...schemas];
}

/** An empty mapping that has keys now can be set as before. */
function isFilled({ rule, old }: Change, after: readonly ShapedElement[]): boolean {
  if (rule !== "helm/value-removed" || old === undefined) return false;
  const below = `${old.id.split(" @")[0]}.`;
  return fieldsOf(old)["type"] === "object" && after.some(({ id }) => id.startsWith(below));
}

function filledChange(change: Change): Change {
  return {
    ...change,
    rule: "helm/value-default",
    class: "unknown",
    message: `${change.old?.name ?? change.element} is not empty by default any more`,
  };
}

function isSchema({ kind }: ShapedElement): boolean {
  return kind === "schema";
}
