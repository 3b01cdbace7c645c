/** Two versions of a body: members, calls, parents, indexes. */
import type { TypeText } from "../structure.ts";
import { compareMembers } from "./members.ts";
import type { Body } from "./members.ts";
import type { Outcome } from "./outcome.ts";
import { compareTypes, finding, joined, parametersOf } from "./side.ts";
import type { Pair } from "./side.ts";
import { compareCallables } from "./signatures.ts";
import { compareTypeParameters } from "./type-parameters.ts";

/** Interfaces, object types and classes: type parameters, parents, members, call and index signatures. */
export function compareBodies(pair: Pair, old: Body, next: Body, name: string): Outcome[] {
  const { element, sign } = pair;
  const [oldOuter, newOuter] = [parametersOf(old), parametersOf(next)];
  const outcomes = compareTypeParameters(pair, oldOuter, newOuter, { element, name, sign });
  outcomes.push(
    ...compareParents(pair, old, next, name),
    ...compareMembers(pair, old, next),
    ...compareIndexes(pair, old, next, name),
  );
  if (old.kind !== "interface" || next.kind !== "interface") return outcomes;
  for (const key of ["calls", "constructs"] as const) {
    const [olds, news] = [old[key] ?? [], next[key] ?? []];
    if (olds.length > 0 && news.length === 0)
      outcomes.push(finding("signature-removed", "breaking", element, `${name} can't be called that way any more`));
    else if (olds.length === 0 && news.length > 0) {
      outcomes.push(
        finding("signature-added", sign === 1 ? "compatible" : "breaking", element, `${name} has a new call signature`),
      );
    } else
      outcomes.push(
        ...compareCallables(pair, {
          old: olds,
          new: news,
          oldOuter,
          newOuter,
          sign,
          element,
          name,
          ...(key === "constructs" && { constructs: true }),
        }),
      );
  }
  return outcomes;
}

function compareParents(pair: Pair, old: Body, next: Body, name: string): Outcome[] {
  const [olds, news] = [parentsOf(old), parentsOf(next)];
  const common = { oldParameters: parametersOf(old), newParameters: parametersOf(next), element: pair.element };
  const was = joined(olds.map((parent) => parent.text).join(" & "), olds);
  const now = joined(news.map((parent) => parent.text).join(" & "), news);
  if (was.text === "" && now.text === "") return [];
  if (was.text === now.text)
    return compareTypes(pair, { ...common, old: was, new: now, sign: pair.sign, rule: "parents", message: "" });
  // Members of local parents are compared where they are missed; what remains is to ask about the whole.
  return compareTypes(pair, {
    ...common,
    old: selfType(old, name, pair.old.path),
    new: selfType(next, name, pair.new.path),
    sign: pair.sign,
    rule: "parents",
    message: `${name} extends ${now.text || "nothing"} in place of ${was.text || "nothing"}`,
  });
}

/** The type by its own name: `cross` tells the compiler to look at it from both versions. */
export function selfType(body: Body, name: string, path: string): TypeText {
  const parameters = parametersOf(body).map((parameter) => parameter.name);
  const own = path === "" ? name : path;
  return {
    text: `${own}${parameters.length === 0 ? "" : `<${parameters.join(", ")}>`}`,
    refs: [{ name: `cross ${own}`, sign: 1 }],
  };
}

function parentsOf(body: Body): readonly TypeText[] {
  if (body.kind === "class") return body.extends === undefined ? [] : [body.extends];
  return body.extends ?? [];
}

function compareIndexes(pair: Pair, old: Body, next: Body, name: string): Outcome[] {
  const outcomes: Outcome[] = [];
  const { element, sign } = pair;
  for (const index of old.index ?? []) {
    const other = (next.index ?? []).find((candidate) => candidate.key.text === index.key.text);
    if (other === undefined)
      outcomes.push(finding("index-removed", "breaking", element, `${name} no longer takes any ${index.key.text} key`));
    else {
      const message = `values of ${name} are ${other.type.text} in place of ${index.type.text}`;
      outcomes.push(
        ...compareTypes(pair, {
          old: index.type,
          new: other.type,
          oldParameters: parametersOf(old),
          newParameters: parametersOf(next),
          sign,
          rule: "index-type",
          element,
          message,
        }),
      );
      if (index.readonly !== true && other.readonly === true && sign !== -1)
        outcomes.push(finding("index-readonly", "breaking", element, `values of ${name} can't be assigned any more`));
    }
  }
  for (const index of next.index ?? []) {
    if ((old.index ?? []).some((candidate) => candidate.key.text === index.key.text)) continue;
    outcomes.push(
      finding(
        "index-added",
        sign === 1 ? "compatible" : "unknown",
        element,
        `${name} takes any ${index.key.text} key: ${index.type.text}`,
      ),
    );
  }
  return outcomes;
}
