/** The types that others can reach, and what they have of their own or from what others can't see. */
import type { MethodDeclaration, FieldDeclaration } from "./declarations.ts";
import type { KnownType, World } from "./world.ts";

export interface PublicType {
  readonly type: KnownType;
  readonly access: "public" | "protected";
  readonly extensible: boolean;
  /** Whether others may have classes below it, be it below a permitted type that is open again. */
  readonly inheritable: boolean;
  readonly methods: readonly OwnedMember<MethodDeclaration>[];
  readonly fields: readonly OwnedMember<FieldDeclaration>[];
}

export interface OwnedMember<Member> {
  readonly member: Member;
  /** Where it is declared: the type itself, or a supertype without public access. */
  readonly owner: KnownType;
}

export function publicTypes(world: World, exported: ((name: string) => boolean) | undefined): PublicType[] {
  const found: PublicType[] = [];
  for (const type of world.types.values()) {
    const access = accessOf(type, world);
    if (access === undefined || exported?.(type.file.package) === false) continue;
    const extensible = isExtensible(type, world);
    const owners = [type, ...hiddenSupertypes(type, world)];
    found.push({
      type,
      access,
      extensible,
      inheritable: extensible || isInheritable(type, world, new Set()),
      methods: owners.flatMap((owner) => members(owner.declaration.methods, owner, type)),
      fields: owners.flatMap((owner) => members(owner.declaration.fields, owner, type)),
    });
  }
  return found;
}

function members<Member extends MethodDeclaration | FieldDeclaration>(
  all: readonly Member[],
  owner: KnownType,
  type: KnownType,
): OwnedMember<Member>[] {
  return all.filter((one) => owner === type || one.of !== "constructor").map((member) => ({ member, owner }));
}

/** Nested types are reached through what is around them. */
function accessOf({ declaration, outer }: KnownType, world: World): "public" | "protected" | undefined {
  const { modifiers } = declaration;
  if (outer === undefined) return modifiers.has("public") ? "public" : undefined;
  const around = accessOf(outer, world);
  if (around === undefined) return undefined;
  const { of } = outer.declaration;
  if (of === "interface" || of === "annotation" || modifiers.has("public")) return around;
  return modifiers.has("protected") && isExtensible(outer, world) ? "protected" : undefined;
}

/** Whether anybody else may extend it: nothing forbids it, and there is a constructor to call. */
function isExtensible(type: KnownType, world: World): boolean {
  const { of, modifiers, methods } = type.declaration;
  if (of === "enum" || of === "record" || of === "annotation") return false;
  if (modifiers.has("final") || (modifiers.has("sealed") && !modifiers.has("non"))) return false;
  if (of === "interface") return true;
  const constructors = methods.filter((one) => one.of === "constructor");
  const open =
    constructors.length === 0 ||
    constructors.some((one) => one.modifiers.has("public") || one.modifiers.has("protected"));
  return open && !demandsHidden(type, world);
}

/** Whether a method must be implemented that only its package can: no concrete class of others is possible. */
function demandsHidden(type: KnownType, world: World): boolean {
  const { declaration } = type;
  if (!declaration.modifiers.has("abstract")) return false;
  const own = declaration.methods.filter((one) => one.of === "method");
  if (own.some(({ modifiers }) => modifiers.has("abstract") && !isSeen(modifiers))) return true;
  return world.supertypesOf(type).some((name) => {
    const above = world.types.get(name);
    if (above === undefined || above === type || above.declaration.of !== "class" || !demandsHidden(above, world))
      return false;
    const hidden = above.declaration.methods.filter(({ modifiers }) => modifiers.has("abstract") && !isSeen(modifiers));
    // What it implements itself is demanded of nobody; what is further up is not looked at.
    return hidden.some((one) => !own.some(({ name: here }) => here === one.name));
  });
}

function isSeen(modifiers: ReadonlySet<string>): boolean {
  return modifiers.has("public") || modifiers.has("protected") || modifiers.has("private");
}

/** A sealed type that permits one which is open again, or permits one that does. */
function isInheritable(type: KnownType, world: World, seen: Set<KnownType>): boolean {
  if (seen.has(type) || !type.declaration.modifiers.has("sealed")) return false;
  seen.add(type);
  return [...world.types.values()].some(
    (other) =>
      other !== type &&
      world.supertypesOf(other).includes(type.name) &&
      ((accessOf(other, world) !== undefined && isExtensible(other, world)) || isInheritable(other, world, seen)),
  );
}

/** Supertypes in the unit that nobody else can name: what they have is had by the type. */
function hiddenSupertypes(type: KnownType, world: World): KnownType[] {
  const found: KnownType[] = [];
  const open = [...world.supertypesOf(type)];
  for (let name = open.shift(); name !== undefined && found.length < 100; name = open.shift()) {
    const known = world.types.get(name);
    if (known === undefined || accessOf(known, world) !== undefined || found.includes(known) || known === type)
      continue;
    found.push(known);
    open.push(...world.supertypesOf(known));
  }
  return found;
}
