/** "Whole-Package Compatibility": what implemented an interface of the module still must. */
import type { Correspondence } from "./correspond.ts";
import { type GoType, nameOf } from "./go-type.ts";
import type { InterfaceMethods, World } from "./world.ts";

/** At most this many pairs of a type and an interface are looked at. */
const MAX_PAIRS = 2_000_000;

export function implementing(pairs: Correspondence): void {
  const exposed = [...pairs.pairs];
  const interfaces = exposed.flatMap(([key, young]) => {
    const was = methodsOf(pairs.old, { kind: "name", key, args: [] });
    const is = methodsOf(pairs.young, young);
    return was === undefined || is === undefined || was.methods.size === 0 || sameNames(was, is)
      ? []
      : [{ key, was, is }];
  });
  const shrunk = exposed.filter(([key, young]) => lostHidden(pairs, key, young));
  const all = exposed.flatMap(([key, young]) => {
    const was = methodsOf(pairs.old, { kind: "name", key, args: [] });
    const is = methodsOf(pairs.young, young);
    return was === undefined || is === undefined || was.methods.size === 0 ? [] : [{ key, was, is }];
  });
  if (interfaces.length * exposed.length + all.length * shrunk.length > MAX_PAIRS) return;
  for (const one of interfaces) for (const [key, young] of exposed) check(pairs, one, key, young);
  for (const one of all) for (const [key, young] of shrunk) check(pairs, one, key, young);
}

interface Watched {
  readonly key: string;
  readonly was: InterfaceMethods;
  readonly is: InterfaceMethods;
}

function check(pairs: Correspondence, { key, was, is }: Watched, type: string, young: GoType): void {
  if (type === key || was.open.size > 0 || is.open.size > 0 || was.unions.length + is.unions.length > 0) return;
  if (!implementsAll(pairs.old, { kind: "name", key: type, args: [] }, was) || implementsAll(pairs.young, young, is))
    return;
  pairs.report(type, "changed", {
    rule: "implements",
    class: "breaking",
    message: `${nameOf(type)}: no longer implements ${nameOf(key)}`,
  });
}

function methodsOf(world: World, type: GoType): InterfaceMethods | undefined {
  const below = world.underlying(type);
  return below?.kind === "interface" ? world.interfaceMethods(below) : undefined;
}

function sameNames(was: InterfaceMethods, is: InterfaceMethods): boolean {
  return was.methods.size === is.methods.size && [...was.methods.keys()].every((name) => is.methods.has(name));
}

/** An exported method that is gone is said already. */
function lostHidden(pairs: Correspondence, key: string, young: GoType): boolean {
  const is = pairs.young.methods(young);
  return [...pairs.old.methods({ kind: "name", key, args: [] })].some(
    ([name, { signature }]) =>
      JSON.stringify(is.get(name)?.signature) !== JSON.stringify(signature) && /^[^\p{Lu}]/u.test(name),
  );
}

function implementsAll(world: World, type: GoType, { methods }: InterfaceMethods): boolean {
  const own = world.methods(type);
  for (const [name, signature] of methods) {
    const method = own.get(name);
    if (method === undefined || method.pointer || JSON.stringify(method.signature) !== JSON.stringify(signature))
      return false;
  }
  return true;
}
