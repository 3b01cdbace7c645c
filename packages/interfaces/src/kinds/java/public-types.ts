/** The types that others can reach, and what they have of their own or from what others can't see. */
import type { MethodDeclaration, FieldDeclaration } from "./declarations.ts";
import type { KnownType, World } from "./world.ts";

export interface PublicType {
  readonly type: KnownType;
  readonly access: "public" | "protected";
  readonly extensible: boolean;
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
    const access = accessOf(type);
    if (access === undefined || exported?.(type.file.package) === false) continue;
    const extensible = isExtensible(type);
    const owners = [type, ...hiddenSupertypes(type, world)];
    found.push({
      type,
      access,
      extensible,
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
function accessOf({ declaration, outer }: KnownType): "public" | "protected" | undefined {
  const { modifiers } = declaration;
  if (outer === undefined) return modifiers.has("public") ? "public" : undefined;
  const around = accessOf(outer);
  if (around === undefined) return undefined;
  const { of } = outer.declaration;
  if (of === "interface" || of === "annotation" || modifiers.has("public")) return around;
  return modifiers.has("protected") && isExtensible(outer) ? "protected" : undefined;
}

/** Whether anybody else may extend it: nothing forbids it, and there is a constructor to call. */
function isExtensible({ declaration }: KnownType): boolean {
  const { of, modifiers, methods } = declaration;
  if (of === "enum" || of === "record" || of === "annotation") return false;
  if (modifiers.has("final") || (modifiers.has("sealed") && !modifiers.has("non"))) return false;
  if (of === "interface") return true;
  const constructors = methods.filter((one) => one.of === "constructor");
  return (
    constructors.length === 0 ||
    constructors.some((one) => one.modifiers.has("public") || one.modifiers.has("protected"))
  );
}

/** Supertypes in the unit that nobody else can name: what they have is had by the type. */
function hiddenSupertypes(type: KnownType, world: World): KnownType[] {
  const found: KnownType[] = [];
  const open = [...world.supertypesOf(type)];
  for (let name = open.shift(); name !== undefined && found.length < 100; name = open.shift()) {
    const known = world.types.get(name);
    if (known === undefined || accessOf(known) !== undefined || found.includes(known) || known === type) continue;
    found.push(known);
    open.push(...world.supertypesOf(known));
  }
  return found;
}
