/** Two objects of one name: constants, variables, functions, types. */
import type { Correspondence } from "./correspond.ts";
import { typeText } from "./go-text.ts";
import { type GoType, nameOf, packageOf } from "./go-type.ts";
import type { ObjectModel } from "./model.ts";

/** Both versions must have it. */
export function compareObjects(pairs: Correspondence, key: string): void {
  const was = pairs.old.model.objects[key];
  const is = pairs.young.model.objects[key];
  if (was === undefined || is === undefined) return;
  const name = nameOf(key);
  builds(pairs, key, was, is);
  if (was.kind === "func" && is.kind === "var")
    pairs.report(key, "changed", {
      rule: "func-to-var",
      class: "compatible",
      message: `${name}: a variable in place of a function`,
    });
  else if (was.kind !== is.kind) {
    pairs.report(key, "changed", {
      rule: "kind-changed",
      class: "breaking",
      message: `${name}: ${is.kind} in place of ${was.kind}`,
    });
    return;
  }
  if (
    !typeParams(
      pairs,
      key,
      constraintsOf(pairs.old.model.types[key]?.constraints, was),
      constraintsOf(pairs.young.model.types[key]?.constraints, is),
      was.kind,
    )
  )
    return;
  if (was.kind === "const") constants(pairs, key, was, is);
  else if (was.kind === "type") types(pairs, key, was.type, is.type);
  else pairs.require(key, name, was.type, is.type);
}

function constraintsOf(declared: readonly GoType[] | undefined, object: ObjectModel): readonly GoType[] {
  return declared ?? object.constraints;
}

/** The same name on both sides: aliases are followed. */
function types(pairs: Correspondence, key: string, was: GoType, is: GoType): void {
  pairs.require(key, nameOf(key), was, is);
}

/** Whether going on makes sense. */
function typeParams(
  pairs: Correspondence,
  key: string,
  was: readonly GoType[],
  is: readonly GoType[],
  kind: string,
): boolean {
  const own = packageOf(key);
  const shown = (list: readonly GoType[]): string => `[${list.map((one) => typeText(one, own)).join(", ")}]`;
  const message = `${nameOf(key)}: type parameters ${shown(is)} in place of ${shown(was)}`;
  if (was.length !== is.length) {
    pairs.report(key, "changed", { rule: "type-parameters", class: "breaking", message });
    return false;
  }
  const answers = was.map((one, at) => {
    const other = is[at];
    return other === undefined ? false : pairs.same(one, other) === true || (isAny(other) ? "wider" : false);
  });
  if (answers.every((answer) => answer === true)) return true;
  if (answers.includes(false)) pairs.report(key, "changed", { rule: "constraint-changed", class: "breaking", message });
  // Types of that name in other modules' constraints may rely on it.
  else
    pairs.report(key, "changed", {
      rule: "constraint-widened",
      class: kind === "func" ? "compatible" : "unknown",
      message,
    });
  return kind === "func" && !answers.includes(false);
}

function isAny(type: GoType): boolean {
  return type.kind === "interface" && type.methods.length + type.embeds.length + type.unions.length === 0;
}

function constants(pairs: Correspondence, key: string, was: ObjectModel, is: ObjectModel): void {
  const before = pairs.found.length;
  const sameText = was.open === true && is.open === true && was.value === is.value;
  pairs.require(key, nameOf(key), was.type, is.type);
  if (pairs.found.length > before || was.value === is.value) return;
  const known = was.open !== true && is.open !== true;
  if (!sameText)
    pairs.report(key, "changed", {
      rule: "value-changed",
      class: known ? "breaking" : "unknown",
      message: `${nameOf(key)}: value ${is.value} in place of ${was.value}`,
    });
}

function builds(pairs: Correspondence, key: string, was: ObjectModel, is: ObjectModel): void {
  const name = nameOf(key);
  if (JSON.stringify(was.builds) !== JSON.stringify(is.builds)) {
    const [from, to] = [was.builds?.join("; ") ?? "every build", is.builds?.join("; ") ?? "every build"];
    const wider = is.builds === undefined || (was.builds?.every((build) => is.builds?.includes(build)) ?? false);
    const answer = wider ? "compatible" : was.builds === undefined ? "breaking" : "unknown";
    pairs.report(key, "changed", {
      rule: "builds-changed",
      class: answer,
      message: `${name}: in ${to}, in place of ${from}`,
    });
  }
  const differing = Object.keys(was.others ?? {}).filter(
    (build) => is.others?.[build] !== undefined && is.others[build] !== was.others?.[build],
  );
  if (differing.length > 0)
    pairs.report(key, "changed", {
      rule: "other-build-changed",
      class: "unknown",
      message: `${name} is declared otherwise in builds for ${differing.join("; ")}`,
    });
}
