/** Classes, interfaces, enums, records and annotations. */
import type { Finding } from "../../promise.ts";
import { breaks, type Context, safe, typeAs, unsure } from "./context.ts";
import type { FieldStructure, MethodStructure, TypeStructure } from "./structure.ts";
import { isWidened } from "./subtypes.ts";
import { isOfLanguage, knownAbove, sameType } from "./world.ts";

export function typeChanges(id: string, was: TypeStructure, is: TypeStructure, context: Context): Finding[] {
  if (was.of !== is.of) {
    const message = `${id} is of kind ${is.of} in place of ${was.of}`;
    // A class that nobody extends, and that extends nothing, loses nothing but its kind.
    const sealed = was.of === "class" && is.of === "record" && !was.inheritable && was.superclass === "Object";
    return sealed && !was.modifiers.includes("abstract")
      ? [safe("record-made", message), ...supertypeChanges(id, was, is, context)]
      : [breaks("type-kind", message)];
  }
  return [
    ...modifierChanges(id, was, is, context),
    ...genericChanges(id, was, is, context),
    ...supertypeChanges(id, was, is, context),
    ...permitChanges(id, was, is),
    ...annotationChanges(id, was, is),
    ...contentChanges(id, was, is),
  ];
}

/** Whether others could make an instance of it. */
function hadConstructor(id: string, { old }: Context): boolean {
  return [...old.keys()].some((one) => one.startsWith(`${id}#<init>(`));
}

function modifierChanges(id: string, was: TypeStructure, is: TypeStructure, context: Context): Finding[] {
  const findings: Finding[] = [];
  const gained = (word: string) => !was.modifiers.includes(word) && is.modifiers.includes(word);
  const lost = (word: string) => was.modifiers.includes(word) && !is.modifiers.includes(word);
  if (was.access === "public" && is.access === "protected")
    findings.push(breaks("type-access", `${id} is protected now`));
  else if (was.access !== is.access) findings.push(safe("type-access", `${id} is public now`));
  // Who could make no instance below it might still extend it abstractly.
  const closed = was.of === "class" && gained("final") && hadConstructor(id, context);
  if ((was.extensible && !is.extensible) || closed) {
    const why = gained("final")
      ? "final"
      : gained("sealed")
        ? "sealed"
        : "without a constructor for others, or with a method that its package alone can implement";
    findings.push(breaks("type-final", `${id} can't be extended any more: it is ${why}`));
  } else if (!was.extensible && is.extensible) findings.push(safe("type-open", `${id} can be extended`));
  // Of what had no constructor for others nobody could make an instance.
  if (gained("abstract") && was.of === "class")
    findings.push((hadConstructor(id, context) ? breaks : safe)("type-abstract", `${id} is abstract now`));
  if (lost("abstract") && was.of === "class") findings.push(safe("type-concrete", `${id} is abstract no more`));
  if (gained("static") || lost("static"))
    findings.push(breaks("type-static", `${id} is ${gained("static") ? "static now" : "static no more"}`));
  return findings;
}

/** Type arguments are checked by compilers alone. */
function genericChanges(id: string, was: TypeStructure, is: TypeStructure, context: Context): Finding[] {
  const [before, after] = [was.typeParameters.length, is.typeParameters.length];
  if (before !== after) {
    const message = `${id} takes ${after} type parameters in place of ${before}`;
    return [
      before === 0
        ? (hasArguments(id, was, context) ? unsure : safe)("type-parameters", `${message}: its users get raw types`)
        : breaks("type-parameters", message, ["source"]),
    ];
  }
  const changed = was.typeParameters.findIndex((bound, at) => !sameType(bound, is.typeParameters[at] ?? ""));
  if (changed < 0) return [];
  const message = `a type parameter of ${id} extends ${is.typeParameters[changed]} in place of ${was.typeParameters[changed]}`;
  const wider = was.typeParameters.every((bound, at) => isWidened(bound, is.typeParameters[at] ?? "", was, context));
  // A bound says what users of members may do with what they get.
  return wider && !mentionsParameters(id, context)
    ? [safe("type-parameter-bound", message)]
    : [breaks("type-parameter-bound", message, ["source"])];
}

/** Members of a raw type lose their type arguments, and so do its supertypes. */
function hasArguments(id: string, was: TypeStructure, { old }: Context): boolean {
  if (was.superclass.includes("<") || was.interfaces.some((one) => one.includes("<"))) return true;
  return membersOf(id, old).some((text) => text.includes("<"));
}

function mentionsParameters(id: string, { young }: Context): boolean {
  return membersOf(id, young).some((text) => /\$\d/.test(text));
}

/** Types in the signatures of what is declared in a type. */
function membersOf(id: string, side: Context["old"]): string[] {
  return [...side]
    .filter(([one]) => one.startsWith(`${id}#`) && !one.startsWith(`${id}#<init>`))
    .map(([, { structure }]) => {
      const { returns, parameters, type } = structure as unknown as Partial<MethodStructure & FieldStructure>;
      return [returns, ...(parameters ?? []), type].filter((one) => one !== undefined).join(" ");
    });
}

function supertypeChanges(id: string, was: TypeStructure, is: TypeStructure, context: Context): Finding[] {
  const lost = was.supertypes.filter((one) => !is.supertypes.some((other) => sameType(`~${one}`, `~${other}`)));
  const gained = is.supertypes.filter((one) => !was.supertypes.some((other) => sameType(`~${one}`, `~${other}`)));
  const findings: Finding[] = [];
  // Types that nobody else could name are missed by nobody.
  const named = lost.filter((one) => context.old.has(one) || !inUnit(one, context));
  // What well-known types extend is known.
  const foreign = gained.filter((one) => !context.young.has(one) && knownAbove(one) === undefined);
  if (named.length > 0) {
    const message = `${id} is ${named.join(", ")} no more`;
    const maybe = foreign.length > 0 && named.every((one) => !context.old.has(one));
    findings.push(
      maybe
        ? unsure("supertype-removed", `${message}, unless ${foreign.join(", ")} is`)
        : breaks("supertype-removed", message),
    );
  }
  if (gained.length > 0) findings.push(supertypeAdded(id, is, gained, context));
  else if (lost.length === 0 && !sameType(was.superclass, is.superclass))
    findings.push(
      breaks("supertype-arguments", `${id} extends ${is.superclass} in place of ${was.superclass}`, ["source"]),
    );
  const argued = was.interfaces.filter((one) => isArguedOtherwise(one, is.interfaces));
  if (argued.length > 0)
    findings.push(
      breaks("supertype-arguments", `${id} is ${argued.join(", ")} no more, with other type arguments`, ["source"]),
    );
  return findings;
}

/** The same interface of other type arguments. */
function isArguedOtherwise(type: string, among: readonly string[]): boolean {
  const head = type.replace(/<.*$/s, "");
  return !among.some((one) => sameType(type, one)) && among.some((one) => sameType(head, one.replace(/<.*$/s, "")));
}

/** Hidden types of the unit are no elements; they are told by the package that its elements have. */
function inUnit(name: string, { old }: Context): boolean {
  const folder = name.slice(0, name.lastIndexOf(".") + 1);
  // Without a package: names of the language are known by themselves, others stay unexplained.
  if (folder === "") return !name.startsWith("~") && !isOfLanguage(name);
  return [...old.keys()].some((id) => id.startsWith(folder));
}

/** Who extends it must now implement what the new supertype demands. */
function supertypeAdded(id: string, is: TypeStructure, gained: readonly string[], { young, old }: Context): Finding {
  const message = `${id} is ${gained.join(", ")} too`;
  const abstract = is.of === "interface" || is.modifiers.includes("abstract");
  if (!is.extensible || !abstract) return safe("supertype-added", message);
  const demanded = gained.flatMap((name) =>
    [...young].filter(
      ([one, { structure }]) => one.startsWith(`${name}#`) && (structure as unknown as MethodStructure).abstract,
    ),
  );
  const missing = demanded.filter(([one]) => {
    const own = `${id}${one.slice(one.indexOf("#"))}`;
    const there = young.get(own)?.structure as unknown as MethodStructure | undefined;
    return there === undefined || (there.abstract && !old.has(own));
  });
  if (missing.length > 0)
    return breaks("supertype-added", `${message}: ${missing[0]?.[0]} must be implemented`, ["source"]);
  const foreign = gained.filter((name) => typeAs(young.get(name)) === undefined && !MARKERS.has(name));
  return foreign.length > 0
    ? unsure("supertype-added", `${message}, which may demand methods`)
    : safe("supertype-added", message);
}

const MARKERS: ReadonlySet<string> = new Set([
  "java.io.Serializable",
  "Cloneable",
  "java.util.RandomAccess",
  "Object",
  "Record",
  "Enum",
]);

function permitChanges(id: string, was: TypeStructure, is: TypeStructure): Finding[] {
  const added = is.permits.filter((one) => !was.permits.includes(one));
  if (was.permits.length > 0 && added.length === 0 && is.permits.length < was.permits.length)
    return [safe("permits-removed", `${id} may be fewer types`)];
  if (was.permits.length === 0 || added.length === 0) return [];
  return [
    breaks("permits-added", `${id} may be ${added.join(", ")} too: a switch over all of it misses that`, ["source"]),
  ];
}

/** Without a target, an annotation may stand on every declaration. Section 9.6.4.1 of the language specification. */
const EVERYWHERE = [
  "ANNOTATION_TYPE",
  "CONSTRUCTOR",
  "FIELD",
  "LOCAL_VARIABLE",
  "METHOD",
  "MODULE",
  "PACKAGE",
  "PARAMETER",
  "RECORD_COMPONENT",
  "TYPE",
  "TYPE_PARAMETER",
];

function covers(targets: readonly string[], place: string): boolean {
  const wider = place === "ANNOTATION_TYPE" ? "TYPE" : place;
  return (
    targets.includes(place) || targets.includes(wider) || (wider.startsWith("TYPE") && targets.includes("TYPE_USE"))
  );
}

const KEPT = ["SOURCE", "CLASS", "RUNTIME"];

function annotationChanges(id: string, was: TypeStructure, is: TypeStructure): Finding[] {
  if (was.of !== "annotation") return [];
  const findings: Finding[] = [];
  const { targets: before } = was;
  const { targets: after } = is;
  const lost = after === null ? [] : (before ?? EVERYWHERE).filter((one) => !covers(after, one));
  if (lost.length > 0)
    findings.push(breaks("annotation-target", `${id} may not stand on ${lost.join(", ")} any more`, ["source"]));
  else if (before?.join() !== after?.join()) findings.push(safe("annotation-target", `${id} may stand in more places`));
  if (was.repeatable && !is.repeatable)
    findings.push(breaks("annotation-repeatable", `${id} may stand but once now`, ["source"]));
  else if (!was.repeatable && is.repeatable) findings.push(safe("annotation-repeatable", `${id} may stand repeatedly`));
  if (was.retention !== is.retention) {
    const longer = KEPT.indexOf(is.retention ?? "") > KEPT.indexOf(was.retention ?? "");
    const message = `${id} is kept until ${is.retention} in place of ${was.retention}`;
    findings.push(longer ? safe("annotation-retention", message) : breaks("annotation-retention", message, ["binary"]));
  }
  return findings;
}

function contentChanges(id: string, was: TypeStructure, is: TypeStructure): Finding[] {
  const findings: Finding[] = [];
  if (was.components.join() !== is.components.join())
    findings.push(
      breaks(
        "record-components",
        `${id} has the components ${is.components.join(", ")}: patterns that take it apart must too`,
        ["source"],
      ),
    );
  const kept = was.constants.filter((one) => is.constants.includes(one));
  const now = is.constants.filter((one) => was.constants.includes(one));
  if (kept.join() !== now.join()) findings.push(unsure("enum-order", `the constants of ${id} are in another order`));
  if (was.generated.join() !== is.generated.join())
    findings.push(
      unsure("generated-members", `members of ${id} that annotations make when it is compiled may have changed`),
    );
  return findings;
}
