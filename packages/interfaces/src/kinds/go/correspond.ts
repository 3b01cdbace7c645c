/**
 * Which old types the new ones stand for, and what is wrong where they don't fit: the algorithm of
 * golang.org/x/exp/apidiff over whole modules, with a third answer for what only a type checker knows.
 *
 * Comparing two types may pair two names; a pair is checked once, when it is first met.
 */
import { compatibleTypes } from "./compatible.ts";
import { type Field, type GoType, type InterfaceType, isOwn, isPublic, type Signature } from "./go-type.ts";
import { typeText } from "./go-text.ts";
import type { Finding } from "../../promise.ts";
import type { World } from "./world.ts";

/** Undefined: not known. */
export type Answer = boolean | undefined;

/** A finding, where it belongs. */
export interface Placed extends Finding {
  /** Key of the object, or of a member of it. */
  readonly at: string;
  /** The exported object under which it was met. */
  readonly via: string;
  readonly effect: "added" | "changed" | "removed";
}

const DEPTH = 100;

export class Correspondence {
  readonly old: World;
  readonly young: World;
  readonly found: Placed[] = [];
  /** Old key to new type. */
  readonly pairs = new Map<string, GoType>();
  /** The exported object that is being compared. */
  via = "";

  constructor(old: World, young: World) {
    this.old = old;
    this.young = young;
  }

  report(at: string, effect: Placed["effect"], finding: Finding): void {
    this.found.push({ ...finding, at, via: this.via, effect });
  }

  /** Reports where the types differ, as `changed`, or as unknown where they may. */
  require(at: string, what: string, old: GoType, young: GoType): void {
    const answer = this.same(old, young);
    if (answer === true) return;
    const own = at.slice(0, at.indexOf("#"));
    const [was, is] = [typeText(this.old.unalias(old), own), typeText(this.young.unalias(young), own)];
    if (answer === false)
      this.report(at, "changed", {
        rule: "type-changed",
        class: "breaking",
        message: `${what}: ${is} in place of ${was}`,
      });
    else
      this.report(at, "changed", {
        rule: "type-unknown",
        class: "unknown",
        message: `${what} may be of another type: ${is} in place of ${was}, which only a type checker knows`,
      });
  }

  same(first: GoType, second: GoType, depth = 0): Answer {
    const old = this.old.unalias(first);
    const young = this.young.unalias(second);
    if (old.kind === "unknown" || young.kind === "unknown" || depth > DEPTH)
      return old.kind === young.kind && JSON.stringify(old) === JSON.stringify(young) ? true : undefined;
    if (old.kind === "name") return this.pair(old, young, depth + 1);
    if (old.kind !== young.kind) return false;
    switch (old.kind) {
      case "basic":
        return old.name === (young as typeof old).name;
      case "pointer":
      case "slice":
        return this.same(old.of, (young as typeof old).of, depth + 1);
      case "array":
        return both(
          this.same(old.of, (young as typeof old).of, depth + 1),
          sameLength(old.length, (young as typeof old).length),
        );
      case "map":
        return both(
          this.same(old.key, (young as typeof old).key, depth + 1),
          this.same(old.of, (young as typeof old).of, depth + 1),
        );
      case "chan":
        return both(
          this.same(old.of, (young as typeof old).of, depth + 1),
          old.direction === (young as typeof old).direction,
        );
      case "func":
        return this.sameSignature(old, young as typeof old, depth + 1);
      case "struct":
        return this.#sameFields(old.fields, (young as typeof old).fields, depth + 1);
      case "interface":
        return this.#sameInterface(old, young as InterfaceType, depth + 1);
      default:
        return old.index === (young as typeof old).index;
    }
  }

  /** Goes through all parts even when one differs, so that every pair of names is met. */
  sameAll(old: readonly GoType[], young: readonly GoType[], depth = 0): Answer {
    let answer: Answer = old.length === young.length;
    for (const [at, one] of old.entries()) {
      const other = young[at];
      if (other !== undefined) answer = both(answer, this.same(one, other, depth));
    }
    return answer;
  }

  sameSignature(old: Signature, young: Signature, depth = 0): Answer {
    const params = this.sameAll(old.params, young.params, depth);
    const results = this.sameAll(old.results, young.results, depth);
    return both(both(params, results), old.variadic === young.variadic);
  }

  #sameFields(old: readonly Field[], young: readonly Field[], depth: number): Answer {
    let answer: Answer = old.length === young.length;
    for (const [at, field] of old.entries()) {
      const other = young[at];
      if (other === undefined) return false;
      const named = field.name === other.name || (field.embedded && other.embedded && /^[^\p{Lu}]/u.test(field.name));
      answer = both(answer, named && field.embedded === other.embedded && field.tag === other.tag);
      answer = both(answer, this.same(field.type, other.type, depth));
    }
    return answer;
  }

  #sameInterface(old: InterfaceType, young: InterfaceType, depth: number): Answer {
    const [was, is] = [this.old.interfaceMethods(old), this.young.interfaceMethods(young)];
    if (was.unions.length !== is.unions.length) return false;
    for (const [at, union] of was.unions.entries()) {
      const other = is.unions[at] ?? [];
      if (union.length !== other.length || union.some(({ tilde }, place) => tilde !== other[place]?.tilde))
        return false;
      const types = this.sameAll(
        union.map(({ type }) => type),
        other.map(({ type }) => type),
        depth,
      );
      if (types !== true) return types;
    }
    const open = [...was.open].every((one) => is.open.has(one)) && was.open.size === is.open.size;
    const names = [...was.methods.keys()].every((name) => is.methods.has(name)) && was.methods.size === is.methods.size;
    if (!open && was.open.size > 0 && is.open.size > 0) return undefined;
    if (!open || !names) return open && !names ? false : undefined;
    let answer: Answer = true;
    for (const [name, signature] of was.methods) {
      const other = is.methods.get(name);
      if (other !== undefined) answer = both(answer, this.sameSignature(signature, other, depth));
    }
    return answer;
  }

  /** An old defined type with a new type: the same pair as before, or a first one that is now checked. */
  pair(old: Extract<GoType, { kind: "name" }>, young: GoType, depth = 0): Answer {
    const known = this.pairs.get(old.key);
    const args = young.kind === "name" ? young.args : [];
    const origin: GoType = young.kind === "name" ? { kind: "name", key: young.key, args: [] } : young;
    if (known !== undefined)
      return both(JSON.stringify(known) === JSON.stringify(origin), this.sameAll(old.args, args, depth));
    if (!isOwn(old.key) || (young.kind === "name" && !isOwn(young.key))) {
      // A name from outside is one thing, whatever the module does.
      if (young.kind === "name") return both(old.key === young.key, this.sameAll(old.args, args, depth));
      return false;
    }
    if (young.kind !== "name" && young.kind !== "basic") return false;
    const model = this.old.type(old.key);
    const other = young.kind === "name" ? this.young.type(young.key) : undefined;
    if (model === undefined || (young.kind === "name" && other === undefined))
      return old.key === (origin as typeof old).key ? true : undefined;
    // A public name that is still there keeps its own meaning first.
    if (
      isPublic(old.key) &&
      young.kind === "name" &&
      young.key !== old.key &&
      this.young.type(old.key)?.alias === false
    )
      return false;
    if (model.constraints.length !== (other?.constraints.length ?? 0)) return false;
    this.pairs.set(old.key, origin);
    const constraints = this.sameAll(model.constraints, other?.constraints ?? [], depth);
    if (constraints !== true) {
      this.pairs.delete(old.key);
      return constraints;
    }
    compatibleTypes(this, old.key, origin);
    return this.sameAll(old.args, args, depth);
  }
}

function both(a: Answer, b: Answer): Answer {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : undefined;
}

/** Two lengths as they are written may still be one number. */
function sameLength(old: string, young: string): Answer {
  if (old === young) return true;
  return /^\d+$/.test(old) && /^\d+$/.test(young) ? false : undefined;
}
