/** Two versions side by side: which definitions are one and the same, and what was found. */
import type { Finding } from "../../promise.ts";
import { isWithin } from "./compare-types.ts";
import { type PyType, shortName, typeText } from "./py-type.ts";
import type { PyName } from "./model.ts";
import { isTypeVariable, type World } from "./world.ts";

export interface Placed extends Finding {
  readonly element: string;
  readonly effect: "added" | "changed" | "removed";
}

export class Comparison {
  readonly old: World;
  readonly young: World;
  readonly found: Placed[] = [];
  /** Old definition to new one, by the public paths that both have. */
  readonly #pairs = new Map<string, string>();

  constructor(old: World, young: World) {
    this.old = old;
    this.young = young;
    for (const module of old.publicModules()) {
      const others = young.exports(module);
      for (const [name, was] of old.exports(module)) {
        const is = others.get(name);
        if (was.kind !== "definition" || is?.kind !== "definition") continue;
        const own = old.publicPath(was.id) === `${module}#${name}`;
        if (own || !this.#pairs.has(was.id)) this.#pairs.set(was.id, is.id);
      }
    }
  }

  report(element: string, effect: Placed["effect"], finding: Finding): void {
    this.found.push({ ...finding, element, effect });
  }

  /** Whether an old and a new dotted name mean one thing. */
  sameName(old: string, young: string): boolean | undefined {
    const [was, is] = [this.old.dotted(old), this.young.dotted(young)];
    if (was === undefined && is === undefined) return old === young;
    if (was?.kind !== "definition" || is?.kind !== "definition") return old === young ? true : undefined;
    if (isTypeVariable(was.entry) && isTypeVariable(is.entry))
      return bounds(was.entry) === bounds(is.entry) ? true : undefined;
    const pair = this.#pairs.get(was.id);
    if (pair !== undefined) return pair === is.id;
    return was.id === is.id ? true : shortName(old) === shortName(young) ? true : undefined;
  }

  widened(old: PyType, young: PyType): boolean | undefined {
    return isWithin(old, young, { narrow: this.old, wide: this.young, same: (a, b) => this.sameName(a, b) });
  }

  narrowed(old: PyType, young: PyType): boolean | undefined {
    return isWithin(young, old, { narrow: this.young, wide: this.old, same: (a, b) => this.sameName(b, a) });
  }

  /** What is given to users: no more than was promised. */
  given(element: string, what: string, old: PyType | null, young: PyType | null, rule: string): void {
    if (
      old === null ||
      (young !== null && JSON.stringify(old) === JSON.stringify(young) && this.narrowed(old, young) === true)
    )
      return;
    const from = typeText(old);
    if (young === null) {
      if (from === "None" || from === "Any") return;
      return this.report(element, "changed", {
        rule: `${rule}-unannotated`,
        class: "unknown",
        message: `${what} is no longer said to be ${from}`,
      });
    }
    const message = `${what} is ${typeText(young)} in place of ${from}`;
    const answer = this.narrowed(old, young);
    if (answer === true && this.widened(old, young) === true) return;
    if (answer === true) this.report(element, "changed", { rule: `${rule}-narrowed`, class: "compatible", message });
    else if (from === "None" || from === "Any")
      this.report(element, "changed", { rule: `${rule}-said`, class: "compatible", message });
    else if (answer === false) this.report(element, "changed", { rule: `${rule}-type`, class: "breaking", message });
    else
      this.report(element, "changed", {
        rule: `${rule}-type`,
        class: "unknown",
        message: `${message}: only a type checker knows whether that fits`,
      });
  }

  /** What users give: no less than was taken. */
  taken(element: string, what: string, old: PyType | null, young: PyType | null, rule: string): void {
    if (old === null || young === null) return;
    const answer = this.widened(old, young);
    const message = `${what} takes ${typeText(young)} in place of ${typeText(old)}`;
    if (answer === true && this.narrowed(old, young) === true) return;
    if (answer === true) this.report(element, "changed", { rule: `${rule}-widened`, class: "compatible", message });
    else if (answer === false) this.report(element, "changed", { rule: `${rule}-type`, class: "breaking", message });
    else
      this.report(element, "changed", {
        rule: `${rule}-type`,
        class: "unknown",
        message: `${message}: only a type checker knows whether that fits`,
      });
  }
}

/** Of a type variable, without its name; a bound in quotes is one without. */
function bounds(entry: PyName): string {
  const text = entry.kind === "attribute" ? (entry.value?.text ?? "") : "";
  return text.replace(/\("[^"]*"/, "(").replaceAll('"', "");
}
