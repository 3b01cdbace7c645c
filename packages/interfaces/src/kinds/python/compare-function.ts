/**
 * Whether every call of the old function is one of the new: parameters by their kinds (PEP 570, PEP 3102),
 * defaults, what comes back. The rules are those of griffe's breakages, completed to calls.
 */
import type { Comparison } from "./comparison.ts";
import { compareSignatures } from "./compare-signatures.ts";
import type { PyFunction, PySignature } from "./model.ts";

export function compareFunctions(
  both: Comparison,
  element: string,
  name: string,
  old: PyFunction,
  young: PyFunction,
): void {
  const report: Report = (rule, answer, message) => both.report(element, "changed", { rule, class: answer, message });
  const others = JSON.stringify(old.decorators) !== JSON.stringify(young.decorators);
  // What a decorator makes of it may be called as before.
  if (isAwaited(old) !== isAwaited(young))
    report(
      "async-changed",
      others ? "unknown" : "breaking",
      `${name} ${isAwaited(young) ? "must be awaited" : "is no longer awaited"}`,
    );
  else if (old.generator !== young.generator && (old.returns === null || young.returns === null))
    report(
      "generator-changed",
      "breaking",
      `${name} ${young.generator ? "is a generator now" : "is no longer a generator"}`,
    );
  bindings(name, old, young, report);
  if (!old.final && young.final) report("final-added", "breaking", `${name} may no longer be overridden`);
  decorators(name, old, young, report);
  if (JSON.stringify(old.others) !== JSON.stringify(young.others) && old.others.length > 0)
    report("branch-changed", "unknown", `${name} is defined otherwise for other versions or platforms`);
  if (old.overloads.length > 0 && young.overloads.length > 0)
    overloads(both, element, name, old.overloads, young.overloads);
  else if (isDeclaredAlone(old) || isDeclaredAlone(young))
    report("overloads-changed", "unknown", `${name} has ${young.overloads.length > 0 ? "" : "no "}overloads now`);
  else compareSignatures(both, element, name, old, young);
}

/** Calling an asynchronous generator gives what is iterated over at once. */
function isAwaited({ async, generator }: PyFunction): boolean {
  return async && !generator;
}

/** Overloads of a stub, without the function behind them: no one of them is what the function takes. */
function isDeclaredAlone({ overloads: all, parameters }: PyFunction): boolean {
  const last = all.at(-1);
  return last !== undefined && JSON.stringify(last.parameters) === JSON.stringify(parameters);
}

type Report = (rule: string, answer: "breaking" | "compatible" | "unknown", message: string) => void;

const CONTEXT = /^contextlib\.(?:async)?contextmanager$/;

/** A result that is kept is the same result; a generator is no context manager. */
function decorators(name: string, old: PyFunction, young: PyFunction, report: Report): void {
  const is = young.decorators.filter(
    (one) => old.decorators.includes(one) || !/^functools\.(?:cache|lru_cache)\b/.test(one),
  );
  if (JSON.stringify(old.decorators) === JSON.stringify(is)) return;
  const message = `${name} is decorated by ${is.join(", ") || "nothing"} in place of ${old.decorators.join(", ") || "nothing"}`;
  const context = old.decorators.some((one) => CONTEXT.test(one)) !== is.some((one) => CONTEXT.test(one));
  report("decorators-changed", context ? "breaking" : "unknown", message);
}

function bindings(name: string, old: PyFunction, young: PyFunction, report: Report): void {
  if (old.binding === young.binding) return;
  const message = `${name} is bound to ${bound(young)} in place of ${bound(old)}`;
  if (young.binding === "instance") report("binding-changed", "breaking", message);
  else if (old.binding === "instance")
    report("binding-changed", "unknown", `${message}: calls through the class with an instance differ`);
  else report("binding-changed", "compatible", message);
}

function bound({ binding }: PyFunction): string {
  return binding === "instance" ? "an instance" : binding === "class" ? "the class" : "nothing";
}

/** Each old one must be among the new; several that changed are more than can be told apart. */
function overloads(
  both: Comparison,
  element: string,
  name: string,
  old: readonly PySignature[],
  young: readonly PySignature[],
): void {
  const texts = new Set(young.map((one) => JSON.stringify(one)));
  const left = old.filter((one) => !texts.has(JSON.stringify(one)));
  const before = new Set(old.map((one) => JSON.stringify(one)));
  const fresh = young.filter((one) => !before.has(JSON.stringify(one)));
  if (left.length === 0) {
    if (fresh.length > 0)
      both.report(element, "changed", {
        rule: "overload-added",
        class: "compatible",
        message: `${name} may be called in more ways`,
      });
    return;
  }
  if (fresh.length === 0)
    return both.report(element, "changed", {
      rule: "overload-removed",
      class: "breaking",
      message: `${name} has lost an overload`,
    });
  if (left.length === fresh.length) {
    for (const [at, one] of left.entries())
      compareSignatures(both, element, `${name} (overload)`, one, fresh[at] ?? one);
    return;
  }
  both.report(element, "changed", {
    rule: "overloads-changed",
    class: "unknown",
    message: `${name} has other overloads`,
  });
}
