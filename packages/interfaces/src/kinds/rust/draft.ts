/** Elements on the way: what is found of one id under several conditions becomes one element. */
import type { Stability } from "@freehold/model";
import type { Json, ShapedElement } from "../../kind.ts";
import { canonical, isList, isRecord } from "../../containment/json.ts";
import { element } from "../../promise.ts";
import { combine, type Condition, conditionText } from "./cfg.ts";
import type { RustFile } from "./modules.ts";
import type { RustShape } from "./structure.ts";

export interface Draft {
  readonly id: string;
  readonly kind: string;
  readonly signature: string;
  readonly shape: RustShape;
  readonly cfg: Condition;
  readonly hidden: boolean;
  readonly deprecated: boolean;
  readonly doc: string | undefined;
  readonly file: RustFile;
  readonly line: number;
}

const SIGNATURE = 400;

/** One element an id. What is hidden beside something that is not promises nothing. `name` puts public paths into types. */
export function finish(drafts: readonly Draft[], name: (text: string) => string): ShapedElement[] {
  return [...Map.groupBy(drafts, ({ id }) => id)].flatMap(([id, all]) => {
    const seen = all.some(({ hidden }) => !hidden) ? all.filter(({ hidden }) => !hidden) : all;
    const [first] = seen;
    if (first === undefined) return [];
    const variants = seen.map(({ shape, cfg }) => mapTexts(withCondition(shape, cfg), name));
    const unique = [...new Map(variants.map((one) => [canonical(one), one])).entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, one]) => one);
    return [
      element({
        id,
        kind: first.kind,
        name: id,
        signature: first.signature.slice(0, SIGNATURE),
        structure: unique.length === 1 ? (unique[0] ?? null) : { variants: unique },
        stability: stabilityOf(seen),
        doc: first.doc,
        rule: `rust.${first.kind}`,
        path: first.file.path,
        line: first.line,
      }),
    ];
  });
}

/** A value with every text in it put through a function. */
export function mapTexts(value: Json, map: (text: string) => string): Json {
  if (typeof value === "string") return map(value);
  if (isList(value)) return value.map((one) => mapTexts(one, map));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, map)]));
}

function stabilityOf(seen: readonly Draft[]): Stability {
  if (seen.every(({ hidden }) => hidden)) return "internal";
  return seen.every(({ deprecated }) => deprecated) ? "deprecated" : "stable";
}

function withCondition(shape: RustShape, cfg: Condition): Json {
  const { cfg: own, ...rest } = shape;
  const parts = own === undefined ? [] : [own];
  const outer = combine("all", [cfg]);
  if (!(outer.of === "constant" && outer.value)) parts.unshift(conditionText(outer));
  const all = parts.length > 1 ? `all(${parts.join(",")})` : parts[0];
  return (all === undefined ? rest : { ...rest, cfg: all }) as unknown as Json;
}

/** The text of an item as one line, up to what `end` says. */
export function signatureOf(text: string): string {
  return text
    .replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/([([]) |,? (?=[)\]])/g, "$1")
    .replace(/[\s;{=]+$/, "")
    .trim();
}
