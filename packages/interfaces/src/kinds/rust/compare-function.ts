/** Functions and methods: callers must still be understood, and get what they got. */
import type { Finding } from "../../promise.ts";
import { boundChanges, type Bounds, broken, safe, unsure } from "./compare-generics.ts";
import { compareTypes, generalised } from "./compare-types.ts";
import type { FunctionShape } from "./structure.ts";

/** `implemented`: others implement it, so that nothing of its signature may change. */
export function functionChanges(
  name: string,
  was: FunctionShape,
  is: FunctionShape,
  implemented: boolean,
  bounds: Bounds,
): Finding[] {
  return [
    ...qualifiers(name, was, is, implemented),
    ...(implemented ? strict(signature(name, was, is, bounds)) : signature(name, was, is, bounds)),
    ...notices(name, was, is),
  ];
}

/** Implementers repeat the signature: what callers don't see breaks them. */
function strict(findings: readonly Finding[]): Finding[] {
  return findings.map((one) => (one.class === "compatible" ? { ...one, class: "breaking" } : one));
}

function qualifiers(name: string, was: FunctionShape, is: FunctionShape, implemented: boolean): Finding[] {
  const findings: Finding[] = [];
  if (!was.unsafe && is.unsafe) findings.push(broken("unsafe-added", `${name} is unsafe now`));
  if (was.unsafe && !is.unsafe)
    findings.push(
      implemented ? broken("unsafe-removed", `${name} is safe now`) : safe("unsafe-removed", `${name} is safe now`),
    );
  if (was.const && !is.const) findings.push(broken("const-removed", `${name} is const no more`));
  if (!was.const && is.const) findings.push(safe("const-added", `${name} is const now`));
  if (was.abi !== is.abi) findings.push(broken("abi", `${name} is extern ${is.abi} in place of ${was.abi}`));
  if (was.variadic !== is.variadic) findings.push(broken("variadic", `${name} takes other arguments`));
  const more = is.targetFeatures.filter((one) => !was.targetFeatures.includes(one));
  const fewer = was.targetFeatures.filter((one) => !is.targetFeatures.includes(one));
  if (more.length > 0) findings.push(broken("target-features", `${name} needs a processor with ${more.join(", ")}`));
  else if (fewer.length > 0)
    findings.push((implemented ? broken : safe)("target-features", `${name} needs ${fewer.join(", ")} no more`));
  if (was.symbol !== null && was.symbol !== is.symbol)
    findings.push(broken("symbol", `${name} is linked as ${is.symbol ?? "nothing"} in place of ${was.symbol}`));
  else if (was.symbol !== is.symbol) findings.push(safe("symbol", `${name} is linked as ${is.symbol}`));
  if (was.provided !== is.provided && was.inTrait)
    findings.push(
      was.provided
        ? implemented
          ? broken("default-removed", `${name} must be implemented`)
          : safe("default-removed", `${name} has no default any more`)
        : safe("default-added", `${name} need not be implemented`),
    );
  return findings;
}

function signature(name: string, was: FunctionShape, is: FunctionShape, bounds: Bounds): Finding[] {
  if (was.receiver !== is.receiver)
    return [broken("receiver", is.receiver ? `${name} takes self now` : `${name} takes self no more`)];
  if (was.parameters.length !== is.parameters.length)
    return [
      broken(
        "parameter-count",
        `${name} takes ${is.parameters.length} parameters in place of ${was.parameters.length}`,
      ),
    ];
  const bound = new Map<string, string>();
  const findings = was.parameters.flatMap((old, at) =>
    parameter(name, at, old, is.parameters[at] ?? "", { was, is, bound }),
  );
  findings.push(...genericCount(name, was, is, bound));
  const returned = substitute(is.returns, bound);
  findings.push(...compareTypes(was.returns, returned, "given", `what ${name} returns`));
  findings.push(...boundChanges(name, was.generics, is.generics, bounds));
  return findings;
}

interface Both {
  readonly was: FunctionShape;
  readonly is: FunctionShape;
  /** What new type parameters stand for, by the old parameters. */
  readonly bound: Map<string, string>;
}

function parameter(name: string, at: number, old: string, young: string, { was, is, bound }: Both): Finding[] {
  const what = was.receiver && at === 0 ? `self of ${name}` : `parameter ${at + (was.receiver ? 0 : 1)} of ${name}`;
  const fresh = is.generics.parameters.slice(was.generics.parameters.length);
  const from = was.generics.parameters.length;
  const general = generalised(old, young, from, fresh, bound);
  if (general === "proved") return [safe("parameter-generalised", `${what} takes more than ${old}`)];
  if (general === "open") return [unsure("parameter-generalised", `${what} takes ${young} in place of ${old}`)];
  // A `&mut` reference is given where a shared one is asked for.
  if (was.receiver && at === 0 && old.replace(/^&('\w+ )?mut /, "&$1") === young.replace(/^&('\w+) /, "&$1 "))
    if (old !== young) return [safe("receiver-relaxed", `${what} need not be mutable`)];
  return compareTypes(old, young, "taken", what);
}

function genericCount(
  name: string,
  was: FunctionShape,
  is: FunctionShape,
  bound: ReadonlyMap<string, string>,
): Finding[] {
  const [before, after] = [was.generics.parameters.length, is.generics.parameters.length];
  if (before === after) return [];
  const message = `${name} takes ${after} generic parameters in place of ${before}`;
  // Where there were none, nobody wrote any out; one that no parameter decides must be written out.
  if (before === 0) {
    const undecided = is.generics.parameters.some((_, at) => !is.parameters.some((type) => type.includes(`#${at}`)));
    return undecided && bound.size < after ? [broken("generic-count", message)] : [safe("generic-count", message)];
  }
  return [broken("generic-count", message)];
}

function substitute(type: string, bound: ReadonlyMap<string, string>): string {
  return type.replaceAll(/#\d+/g, (name) => bound.get(name) ?? name);
}

function notices(name: string, was: FunctionShape, is: FunctionShape): Finding[] {
  const findings: Finding[] = [];
  if (was.mustUse !== is.mustUse)
    findings.push(safe("must-use", `what ${name} returns ${is.mustUse ? "must be used" : "need not be used"}`));
  return findings;
}
