/**
 * In which position consumers meet each type: they receive it (`out`), provide it (`in`), or both.
 *
 * Exported values are received; a parameter flips the position, a callback's parameter flips it back.
 * A type that no exported value mentions counts as both: consumers may build it as well as read it.
 * Classes are received always: consumers make instances with `new` and do not write their own.
 */
import type { Exported } from "../exported.ts";
import type { Linker, Target } from "../link.ts";
import { times, visitReferences } from "../references.ts";
import type { Declaration, Ref, Sign } from "../structure.ts";

export interface Positions {
  /** 1: received only, -1: provided only, 0: both. */
  of(target: Target): Sign;
}

const OUT = 1;
const IN = 2;
const BOTH = 3;

/** The positions of every declaration that the exports reach. */
export function positions(links: Linker, exported: readonly Exported[]): Positions {
  const bits = new Map<string, number>();
  const variances = new Map<string, readonly Sign[]>();

  function reach(ref: Ref, sign: Sign, file: string, scope: string): void {
    const target = links.resolve(file, scope, ref.name);
    if (target.kind === "local") mark(target.file, target.path, sign);
    for (const [index, list] of (ref.args ?? []).entries()) {
      const inner = times(sign, varianceOf(target, index));
      for (const item of list) reach(item, times(inner, item.sign), file, scope);
    }
  }

  function mark(file: string, path: string, sign: Sign): void {
    const key = `${file}#${path}`;
    const old = bits.get(key) ?? 0;
    const next = old | (sign === 0 ? BOTH : sign === 1 ? OUT : IN);
    if (next === old) return;
    bits.set(key, next);
    for (const declaration of links.declarations(file, path)) {
      // A class has its own rule, and `typeof value` is the value as it is exported.
      const inner: Sign =
        declaration.kind === "class" || declaration.kind === "function" || declaration.kind === "variable" ? 1 : sign;
      if (inner === 1 && old !== 0 && declaration.kind !== "interface" && declaration.kind !== "alias") continue;
      visitReferences(declaration, inner, (ref, at) => reach(ref, at, file, path));
    }
  }

  /** How a generic type uses its type parameter: known for local ones, both for those from outside. */
  function varianceOf(target: Target, index: number): Sign {
    if (target.kind === "global") return 1;
    if (target.kind !== "local") return 0;
    const key = `${target.file}#${target.path}`;
    const known = variances.get(key);
    if (known !== undefined) return known[index] ?? 1;
    variances.set(key, []);
    const found = links
      .declarations(target.file, target.path)
      .map((declaration) => ownVariances(declaration, target.file, target.path));
    const signs = found[0] ?? [];
    variances.set(key, signs);
    return signs[index] ?? 1;
  }

  function ownVariances(declaration: Declaration, file: string, path: string): readonly Sign[] {
    if (!("typeParameters" in declaration) || declaration.typeParameters === undefined) return [];
    const names = declaration.typeParameters.map((parameter) => parameter.name);
    const seen = names.map(() => 0);
    const note = (ref: Ref, sign: Sign): void => {
      const at = names.indexOf(ref.name);
      if (at >= 0) seen[at] = (seen[at] ?? 0) | (sign === 0 ? BOTH : sign === 1 ? OUT : IN);
      const target = ref.args === undefined ? undefined : links.resolve(file, path, ref.name);
      for (const [index, list] of (ref.args ?? []).entries()) {
        const inner = target === undefined ? 0 : times(sign, varianceOf(target, index));
        for (const item of list) note(item, times(inner, item.sign));
      }
    };
    visitReferences(declaration, 1, note);
    return seen.map((bit) => signOf(bit === 0 ? OUT : bit));
  }

  for (const { target, declarations } of exported) {
    if (target.kind !== "local") continue;
    if (declarations.some((item) => item.kind === "function" || item.kind === "variable" || item.kind === "class"))
      mark(target.file, target.path, 1);
  }
  for (const { target } of exported) {
    if (target.kind === "local" && !bits.has(`${target.file}#${target.path}`)) mark(target.file, target.path, 0);
  }
  return { of: (target) => (target.kind === "local" ? signOf(bits.get(`${target.file}#${target.path}`) ?? BOTH) : 0) };
}

function signOf(bits: number): Sign {
  return bits === BOTH ? 0 : bits === OUT ? 1 : -1;
}
