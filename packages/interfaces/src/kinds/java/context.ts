/** What a comparison needs to know around one element: its type, and what that inherits. */
import type { ShapedElement } from "../../kind.ts";
import type { Finding } from "../../promise.ts";
import type { TypeStructure } from "./structure.ts";

export interface Context {
  readonly old: ReadonlyMap<string, ShapedElement>;
  readonly young: ReadonlyMap<string, ShapedElement>;
  /** The element of a supertype that a member would be had from. */
  inherited(id: string, side: ReadonlyMap<string, ShapedElement>): ShapedElement | undefined;
}

export function contextOf(before: readonly ShapedElement[], after: readonly ShapedElement[]): Context {
  const old = new Map(before.map((one) => [one.id, one]));
  const young = new Map(after.map((one) => [one.id, one]));
  return {
    old,
    young,
    inherited(id, side) {
      const owner = ownerOf(id);
      const member = id.slice(id.indexOf("#"));
      const above = owner === undefined ? [] : (typeAs(side.get(owner))?.supertypes ?? []);
      return above.map((name) => side.get(`${name}${member}`)).find((one) => one !== undefined);
    },
  };
}

export function typeAs(one: ShapedElement | undefined): TypeStructure | undefined {
  const structure = one?.structure as unknown as TypeStructure | undefined;
  return structure !== undefined && "supertypes" in structure ? structure : undefined;
}

/** `a.B#m()` lies in `a.B`, `a.B.C` may lie in `a.B`. */
export function ownerOf(id: string): string | undefined {
  const hash = id.indexOf("#");
  if (hash > 0) return id.slice(0, hash);
  const dot = id.lastIndexOf(".");
  return dot > 0 && !id.includes(" ") ? id.slice(0, dot) : undefined;
}

/** Both ways: it neither links nor compiles. */
export function breaks(rule: string, message: string, aspects: readonly string[] = ["binary", "source"]): Finding {
  return { rule, class: "breaking", message, aspects };
}

export function safe(rule: string, message: string): Finding {
  return { rule, class: "compatible", message };
}

export function unsure(rule: string, message: string): Finding {
  return { rule, class: "unknown", message };
}
