/** Members that a declaration has from its parents, as far as those are declared in the library. */
import type { Linker } from "../link.ts";
import type { ClassDeclaration, Declaration, InterfaceDeclaration, Member, Signature } from "../structure.ts";
import type { Site } from "./side.ts";

type Body = ClassDeclaration | InterfaceDeclaration;

const DEPTH = 20;

/** The member of a parent; `unknown` where a parent lies outside or has type arguments that change it. */
export function inheritedMember(
  links: Linker,
  site: Site,
  body: Body,
  wanted: Pick<Member, "name" | "static">,
): Member | "unknown" | undefined {
  return search(links, site, body, DEPTH, (parent) =>
    parent.members.find(
      (member) => member.name === wanted.name && (member.static ?? false) === (wanted.static ?? false),
    ),
  );
}

/** The constructors of a class: its own or those of the nearest parent that has some. */
export function constructorsOf(links: Linker, site: Site, body: ClassDeclaration): readonly Signature[] | "unknown" {
  if (body.constructors.length > 0 || body.extends === undefined) return body.constructors;
  const found = search(links, site, body, DEPTH, (parent) =>
    parent.kind === "class" && parent.constructors.length > 0 ? parent.constructors : undefined,
  );
  return found ?? [];
}

function search<T>(
  links: Linker,
  site: Site,
  body: Body,
  depth: number,
  pick: (parent: Body) => T | undefined,
): T | "unknown" | undefined {
  let outside = false;
  const parents = body.kind === "class" ? (body.extends === undefined ? [] : [body.extends]) : (body.extends ?? []);
  for (const parent of parents) {
    const name = parent.refs?.[0]?.name ?? parent.text;
    const target = links.resolve(site.file, site.path, name);
    const bodies = target.kind === "local" ? links.declarations(target.file, target.path).flatMap(bodyOf) : [];
    if (bodies.length === 0 || target.kind !== "local" || depth === 0) {
      outside = true;
      continue;
    }
    for (const next of bodies) {
      const generic = (parent.refs?.[0]?.args?.length ?? 0) > 0;
      const found = pick(next);
      if (found !== undefined) return generic ? "unknown" : found;
      const deeper = search(links, target, next, depth - 1, pick);
      if (deeper === "unknown") outside = true;
      else if (deeper !== undefined) return deeper;
    }
  }
  return outside ? "unknown" : undefined;
}

/** The body of a class, an interface, or an alias of an object type. */
function bodyOf(declaration: Declaration): Body[] {
  if (declaration.kind === "class" || declaration.kind === "interface") return [declaration];
  return declaration.kind === "alias" && declaration.object !== undefined ? [declaration.object] : [];
}
