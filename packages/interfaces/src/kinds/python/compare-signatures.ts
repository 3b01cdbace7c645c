/**
 * Whether every call that the old parameters take is taken by the new ones, and means the same:
 * by position, by name, what is collected, what must be given.
 */
import type { Comparison } from "./comparison.ts";
import type { PyParameter, PySignature, PyValue } from "./model.ts";
import { NONE, unionOf } from "./py-type.ts";

export function compareSignatures(
  both: Comparison,
  element: string,
  name: string,
  old: PySignature,
  young: PySignature,
): void {
  const calls = new Calls(both, element, name, old, young);
  calls.positions();
  calls.keywords();
  calls.variadics();
  calls.required();
  calls.additions();
  both.given(element, `what ${name} returns`, old.returns, young.returns, "return");
}

const isPositional = ({ kind }: PyParameter): boolean => kind === "positional" || kind === "positional-only";
const isKeyword = ({ kind }: PyParameter): boolean => kind === "positional" || kind === "keyword-only";

class Calls {
  readonly #both: Comparison;
  readonly #element: string;
  readonly #name: string;
  readonly #old: readonly PyParameter[];
  readonly #young: readonly PyParameter[];
  readonly #moved: string[] = [];
  /** Names that something was said of already. */
  readonly #said = new Set<string>();

  constructor(both: Comparison, element: string, name: string, old: PySignature, young: PySignature) {
    this.#both = both;
    this.#element = element;
    this.#name = name;
    this.#old = old.parameters;
    this.#young = young.parameters;
  }

  #report(rule: string, answer: "breaking" | "compatible" | "unknown", message: string, about?: string): void {
    if (about !== undefined) {
      if (this.#said.has(about)) return;
      this.#said.add(about);
    }
    this.#both.report(this.#element, "changed", { rule, class: answer, message: `${this.#name}: ${message}` });
  }

  #has(kind: "variadic" | "keywords"): boolean {
    return this.#young.some((one) => one.kind === kind);
  }

  /** Arguments given by position reach the parameter at that position. */
  positions(): void {
    const old = this.#old.filter(isPositional);
    const young = this.#young.filter(isPositional);
    for (const [at, was] of old.entries()) {
      const is = young[at];
      if (is === undefined) this.#beyond(was);
      else if (was.kind === "positional-only" || is.kind === "positional-only") this.#pair(was, is);
      else if (was.name === is.name) this.#pair(was, is);
      else this.#otherName(was, is);
    }
    if (this.#moved.length > 0)
      this.#report("parameter-moved", "breaking", `${listed(this.#moved)} at another position`);
  }

  #beyond(was: PyParameter): void {
    const named = this.#young.find((one) => one.name === was.name && isKeyword(one));
    if (named !== undefined)
      this.#report("parameter-keyword-only", "breaking", `${was.name} may be given by name only`, was.name);
    else if (!this.#has("variadic"))
      this.#report("parameter-removed", "breaking", `parameter ${was.name} is gone`, was.name);
    else if (was.kind === "positional-only" || this.#has("keywords"))
      this.#report(
        "parameter-swallowed",
        "compatible",
        `${was.name} is taken by the arguments that the function collects`,
        was.name,
      );
    else this.#report("parameter-not-named", "breaking", `${was.name} may no longer be given by name`, was.name);
  }

  #otherName(was: PyParameter, is: PyParameter): void {
    const elsewhere = this.#young.find((one) => one.name === was.name && isKeyword(one));
    const before = this.#old.find((one) => one.name === is.name);
    if (elsewhere?.kind === "keyword-only")
      this.#report("parameter-keyword-only", "breaking", `${was.name} may be given by name only`, was.name);
    else if (elsewhere !== undefined) this.#moves(was.name);
    else if (before !== undefined)
      this.#report(
        "parameter-removed",
        "breaking",
        `parameter ${was.name} is gone, and ${is.name} stands in its place`,
        was.name,
      );
    else if (this.#has("keywords"))
      this.#report(
        "parameter-renamed",
        "unknown",
        `${was.name} is called ${is.name}; by its old name it is collected`,
        was.name,
      );
    else this.#report("parameter-renamed", "breaking", `parameter ${was.name} is called ${is.name}`, was.name);
  }

  #moves(name: string): void {
    this.#moved.push(name);
    this.#said.add(name);
  }

  /** The same parameter on both sides: default, type. */
  #pair(was: PyParameter, is: PyParameter): void {
    if (
      was.kind === "positional" &&
      is.kind === "positional-only" &&
      !this.#young.some((one) => one.name === was.name && isKeyword(one))
    )
      this.#report(
        "parameter-positional-only",
        this.#has("keywords") ? "unknown" : "breaking",
        `${was.name} may no longer be given by name`,
        was.name,
      );
    const [from, to] = [was.fallback, is.fallback];
    if (from !== null && to !== null) this.#defaults(is.name, from, to);
    if (from !== null && to === null)
      this.#report("parameter-required", "breaking", `${is.name} must be given`, is.name);
    else if (from === null && to !== null)
      this.#report("parameter-optional", "compatible", `${is.name} may be left out`);
    this.#both.taken(this.#element, `${this.#name}: ${is.name}`, optional(was), optional(is), "parameter");
  }

  #defaults(name: string, from: PyValue, to: PyValue): void {
    if (from.text === to.text || from.text === "..." || to.text === "...") return;
    // Who gives no value gets another behaviour: whether that breaks is for a person to say, as with every kind.
    this.#report("parameter-default", "unknown", `${name} is ${to.text} by default in place of ${from.text}`);
  }

  /** Arguments given by name reach the parameter of that name. */
  keywords(): void {
    for (const was of this.#old.filter(isKeyword)) {
      const is = this.#young.find((one) => one.name === was.name && isKeyword(one));
      if (is !== undefined) {
        if (was.kind === "keyword-only") this.#pair(was, is);
        continue;
      }
      if (this.#has("keywords")) {
        if (was.kind === "keyword-only")
          this.#report(
            "parameter-swallowed",
            "compatible",
            `${was.name} is taken by the arguments that the function collects`,
            was.name,
          );
        continue;
      }
      const positional = this.#young.some((one) => one.name === was.name && one.kind === "positional-only");
      if (positional)
        this.#report("parameter-positional-only", "breaking", `${was.name} may no longer be given by name`, was.name);
      else this.#report("parameter-removed", "breaking", `parameter ${was.name} is gone`, was.name);
    }
  }

  variadics(): void {
    for (const kind of ["variadic", "keywords"] as const) {
      const was = this.#old.find((one) => one.kind === kind);
      const is = this.#young.find((one) => one.kind === kind);
      const stars = kind === "variadic" ? "*" : "**";
      if (was === undefined) continue;
      if (is === undefined) this.#report("parameter-removed", "breaking", `${stars}${was.name} is gone`);
      else this.#both.taken(this.#element, `${this.#name}: ${stars}${is.name}`, was.type, is.type, "parameter");
    }
    const collects = this.#old.some((one) => one.kind === "variadic");
    const [before, after] = [this.#old.filter(isPositional).length, this.#young.filter(isPositional).length];
    if (collects && after > before && this.#has("variadic"))
      this.#report(
        "parameter-inserted",
        "breaking",
        `${this.#young.filter(isPositional).at(before)?.name} takes an argument that was collected before`,
      );
  }

  /** Nothing must be given that need not be given before. */
  required(): void {
    const old = this.#old.filter(isPositional);
    for (const [at, is] of this.#young.filter(isPositional).entries()) {
      if (is.fallback !== null || this.#said.has(is.name)) continue;
      const was =
        this.#old.find((one) => one.name === is.name && (isPositional(one) || isKeyword(one))) ??
        (is.kind === "positional-only" ? old[at] : undefined);
      if (was === undefined && old[at] !== undefined && this.#said.has(old[at].name)) continue;
      if (was === undefined) this.#report("parameter-added-required", "breaking", `${is.name} must be given`, is.name);
      else if (was.kind === "keyword-only" && is.kind === "positional-only") continue;
      else if (was.fallback !== null)
        this.#report("parameter-required", "breaking", `${is.name} must be given`, is.name);
    }
    for (const is of this.#young.filter((one) => one.kind === "keyword-only" && one.fallback === null)) {
      if (this.#said.has(is.name)) continue;
      const was = this.#old.find((one) => one.name === is.name && isKeyword(one));
      if (was === undefined) this.#report("parameter-added-required", "breaking", `${is.name} must be given`, is.name);
    }
  }

  additions(): void {
    const names = new Set(this.#old.map(({ name }) => name));
    const old = this.#old.filter(isPositional);
    for (const [at, is] of this.#young.entries()) {
      if (names.has(is.name) || this.#said.has(is.name) || (isPositional(is) && old[at] !== undefined)) continue;
      if (is.kind === "variadic" || is.kind === "keywords") {
        if (!this.#old.some((one) => one.kind === is.kind))
          this.#report("parameter-added", "compatible", `${is.kind === "variadic" ? "*" : "**"}${is.name} is new`);
      } else if (is.fallback !== null)
        this.#report("parameter-added", "compatible", `optional parameter ${is.name} is new`);
    }
    for (const was of this.#old.filter(({ kind }) => kind === "positional-only" || kind === "keyword-only")) {
      const is = this.#young.find((one) => one.name === was.name && one.kind === "positional");
      if (is !== undefined && !this.#said.has(was.name))
        this.#report("parameter-kind-widened", "compatible", `${was.name} may be given by position and by name`);
    }
  }
}

function listed(names: readonly string[]): string {
  const first = names.slice(0, 3).join(", ");
  return `${names.length > 3 ? `${first} and ${names.length - 3} more` : first} ${names.length === 1 ? "is" : "are"}`;
}

/** `x: int = None` means `int | None`. */
function optional({ type, fallback }: PyParameter): PyParameter["type"] {
  if (type === null || fallback?.text !== "None") return type;
  return unionOf([type, NONE]);
}
