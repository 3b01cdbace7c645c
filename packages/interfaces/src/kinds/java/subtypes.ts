/** Whether one written type is a subtype of another, as far as the unit and the well-known platform say; else no. */
import { type Context, typeAs } from "./context.ts";
import type { TypeStructure } from "./structure.ts";
import { knownAbove, sameType } from "./world.ts";

/** `one` may stand where `other` is asked for. Type arguments are compared where the two are of one class. */
export function isSubtype(one: string, other: string, context: Context): boolean {
  if (one === other || (other === "Object" && !/^(?:[a-z]+)$/.test(one))) return true;
  const [a, b] = [split(one), split(other)];
  if (a === undefined || b === undefined) return false;
  if (sameType(a.head, b.head))
    return (
      b.args.length === 0 ||
      (a.args.length === b.args.length && a.args.every((arg, at) => contains(b.args[at] ?? "", arg, context)))
    );
  if (!above(a.head, context).has(b.head)) return false;
  // Which arguments a supertype gets is not followed, except that most of them pass their own on.
  return (
    b.args.length === 0 ||
    (a.args.length === 1 && b.args.length === 1 && contains(b.args[0] ?? "", a.args[0] ?? "", context))
  );
}

/** The argument `wider` takes all that `narrower` does. Section 4.5.1 of the language specification. */
function contains(wider: string, narrower: string, context: Context): boolean {
  if (wider === narrower || wider === "?") return true;
  const upper = /^\?extends (.*)$/s.exec(wider)?.[1];
  if (upper !== undefined) {
    if (narrower.startsWith("?super") || narrower === "?") return upper === "Object";
    return isSubtype(narrower.replace(/^\?extends /, ""), upper, context);
  }
  const lower = /^\?super (.*)$/s.exec(wider)?.[1];
  if (lower === undefined || narrower.startsWith("?extends") || narrower === "?") return false;
  return isSubtype(lower, narrower.replace(/^\?super /, ""), context);
}

/** Every bound that is demanded now was had before: what was allowed as an argument still is. */
export function isWidened(
  was: string,
  is: string,
  owner: Pick<TypeStructure, "typeParameters">,
  context: Context,
): boolean {
  const had = bounds(was).flatMap((bound) => [bound, ...boundsOfParameter(bound, owner, 0)]);
  return bounds(is).every(
    (bound) => bound === "Object" || had.some((one) => sameType(one, bound) || isSubtype(one, bound, context)),
  );
}

function bounds(text: string): string[] {
  return text.split("&").filter((one) => one !== "");
}

/** What a type parameter is bound by, through other parameters. */
function boundsOfParameter(name: string, owner: Pick<TypeStructure, "typeParameters">, depth: number): string[] {
  const index = /^[$#]+(\d+)$/.exec(name)?.[1];
  const text = index === undefined || depth > 8 ? undefined : owner.typeParameters[Number(index)];
  return text === undefined ? [] : bounds(text).flatMap((one) => [one, ...boundsOfParameter(one, owner, depth + 1)]);
}

function above(name: string, { young, old }: Context): ReadonlySet<string> {
  const plain = name.replace(/^~/, "");
  const found = new Set(typeAs(young.get(plain))?.supertypes ?? typeAs(old.get(plain))?.supertypes ?? []);
  for (let next = knownAbove(plain); next !== undefined && !found.has(next); next = knownAbove(next)) found.add(next);
  return found;
}

function split(type: string): { readonly head: string; readonly args: readonly string[] } | undefined {
  const [, head = "", inside] = /^([^<>[\]&]+)(?:<(.*)>)?$/s.exec(type) ?? [];
  if (head === "") return undefined;
  const args: string[] = [];
  let depth = 0;
  let text = "";
  for (const char of inside ?? "") {
    if (char === "<") depth++;
    if (char === ">") depth--;
    if (char === "," && depth === 0) {
      args.push(text);
      text = "";
    } else text += char;
  }
  return { head, args: text === "" ? args : [...args, text] };
}
