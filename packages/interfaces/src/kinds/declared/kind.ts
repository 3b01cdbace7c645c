/**
 * What a charter declares and no machine can read from code: interfaces between people, and processes,
 * each with the channel where it is met. docs/interfaces-declared.md states the rules.
 */
import { CHARTER_FILE, parseCharter } from "@freehold/model";
import { canonical } from "../../containment/json.ts";
import type { Extraction, InterfaceKind, Json, Place, ShapedElement, Source } from "../../kind.ts";
import { compareById, element, type Finding, fieldsOf, shown } from "../../promise.ts";
import { readYaml } from "../../yaml-document.ts";
import { about } from "./about.ts";

export const declared: InterfaceKind = {
  ...about,
  find: ({ folder, paths }: Place) =>
    paths.filter((path) => path === (folder === "" ? CHARTER_FILE : `${folder}/${CHARTER_FILE}`)),
  extract: (sources) => ({ elements: sources.flatMap(elementsOf), problems: [] }) satisfies Extraction,
  compare: (before, after) =>
    compareById(
      {
        kind: "declared",
        removed: ({ name }) => ({ rule: "removed", class: "breaking", message: `${name} is declared no more` }),
        added: ({ name }) => ({ rule: "added", class: "compatible", message: `${name} is new` }),
        changed,
      },
      before,
      after,
    ),
};

/** A charter that is not valid has its problems reported by the scan. */
function elementsOf({ path, text }: Source): ShapedElement[] {
  const { charter } = parseCharter(text, path);
  const document = readYaml("declared", path, text);
  const found = new Map<string, ShapedElement>();
  for (const [index, one] of (charter?.interfaces ?? []).entries()) {
    const { kind, name, ...rest } = one;
    const called = name ?? one.path ?? one.channel ?? kind;
    const id = `${kind} ${called}`;
    if (found.has(id)) continue;
    found.set(
      id,
      element({
        id,
        kind,
        name: called,
        signature: `${kind} ${called}${one.channel === undefined ? "" : ` at ${one.channel}`}`,
        structure: JSON.parse(JSON.stringify(rest)) as Json,
        doc: typeof rest["description"] === "string" ? rest["description"] : undefined,
        stability: stabilityOf(rest["stability"]),
        rule: "declared.interface",
        path,
        line: document.lineOf(["interfaces", index, "kind"]) ?? document.lineOf(["interfaces"]),
      }),
    );
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function stabilityOf(value: unknown): ShapedElement["stability"] {
  return value === "beta" || value === "internal" || value === "deprecated" ? value : "stable";
}

/** Who comes to the old place finds nobody; what else changed only its people can judge. */
function changed(old: ShapedElement, young: ShapedElement): Finding[] {
  const [was, is] = [fieldsOf(old), fieldsOf(young)];
  const findings: Finding[] = [];
  if (was["channel"] !== is["channel"]) {
    const added = was["channel"] === undefined;
    const to = shown(is["channel"] ?? "nowhere");
    findings.push({
      rule: "channel-changed",
      class: added ? "compatible" : "breaking",
      message: `${young.name} is met at ${to}${added ? " now" : ` in place of ${shown(was["channel"])}`}`,
    });
  }
  if (termsOf(was) !== termsOf(is))
    findings.push({
      rule: "terms-changed",
      class: "unknown",
      message: `what the charter says of ${young.name} changed`,
    });
  return findings;
}

/** Everything but where it is met and how it is described, in one order. */
function termsOf(fields: { readonly [key: string]: Json }): string {
  const { channel: _channel, description: _description, ...terms } = fields;
  return canonical(terms);
}
