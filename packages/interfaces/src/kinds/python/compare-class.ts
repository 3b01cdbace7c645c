/** Classes: what they descend from, what calling them takes, what subclasses must do, every member. */
import { abstractIn, isAbstract, type Member, membersOf, type Side } from "./class-members.ts";
import { compareShapes } from "./class-shape.ts";
import { compareAttributes } from "./compare-attribute.ts";
import { compareFunctions } from "./compare-function.ts";
import { compareSignatures } from "./compare-signatures.ts";
import type { Comparison } from "./comparison.ts";
import { constructorOf } from "./constructor.ts";
import { isPublicMember } from "./elements.ts";
import type { PyClass, PyName } from "./model.ts";
import { shortName } from "./py-type.ts";

/** Two definitions that one public name stands for. */
export function compareEntries(both: Comparison, element: string, name: string, old: Side, young: Side): void {
  const [was, is] = [old.entry, young.entry];
  if (was.kind === "class" && is.kind === "class")
    new ClassComparison(both, element, name, { id: old.id, entry: was }, { id: young.id, entry: is }).run();
  else if (was.kind === "function" && is.kind === "function") compareFunctions(both, element, name, was, is);
  else if (was.kind === "attribute" && is.kind === "attribute") compareAttributes(both, element, name, was, is);
  else if (was.kind === "type" && is.kind === "type") aliases(both, element, name, was, is);
  else if (was.kind !== "import" && is.kind !== "import") kinds(both, element, name, was, is);
}

function aliases(
  both: Comparison,
  element: string,
  name: string,
  was: Extract<PyName, { kind: "type" }>,
  is: typeof was,
): void {
  if (was.typeParams.length !== is.typeParams.length)
    both.report(element, "changed", {
      rule: "type-parameters",
      class: "breaking",
      message: `${name} takes ${is.typeParams.length} type parameters in place of ${was.typeParams.length}`,
    });
  const [narrower, wider] = [both.narrowed(was.type, is.type), both.widened(was.type, is.type)];
  if (narrower === true && wider === true) return;
  // It may stand where something is given and where something is taken.
  const known = narrower === false && wider === false;
  both.report(element, "changed", {
    rule: "alias-changed",
    class: known ? "breaking" : "unknown",
    message: `${name} stands for another type: ${narrower === true ? "a narrower one" : wider === true ? "a wider one" : "neither wider nor narrower"}`,
  });
}

/** What is made by a call may be a class or a function as well. */
function kinds(both: Comparison, element: string, name: string, was: PyName, is: PyName): void {
  const made = [was, is].some(
    (one) =>
      one.kind === "type" ||
      (one.kind === "attribute" && one.property === null && one.value !== null && !one.value.literal),
  );
  both.report(element, "changed", {
    rule: "kind-changed",
    class: made ? "unknown" : "breaking",
    message: `${name} is a ${kindName(is)} in place of a ${kindName(was)}`,
  });
}

function kindName(entry: PyName): string {
  if (entry.kind === "attribute") return entry.property === null ? "value" : "property";
  return entry.kind === "type" ? "type alias" : entry.kind;
}

/** What calling the class takes is compared as a whole. */
const CONSTRUCTORS = new Set(["__init__", "__new__"]);

class ClassComparison {
  readonly #both: Comparison;
  readonly #element: string;
  readonly #name: string;
  readonly #old: Side<PyClass>;
  readonly #young: Side<PyClass>;

  constructor(both: Comparison, element: string, name: string, old: Side<PyClass>, young: Side<PyClass>) {
    this.#both = both;
    this.#element = element;
    this.#name = name;
    this.#old = old;
    this.#young = young;
  }

  run(): void {
    compareShapes(this.#both, this.#element, this.#name, this.#old, this.#young);
    this.#members();
    this.#construction();
    this.#abstract();
  }

  #report(rule: string, answer: "breaking" | "compatible" | "unknown", message: string, member = ""): void {
    this.#both.report(`${this.#element}${member}`, "changed", { rule, class: answer, message });
  }

  #members(): void {
    const was = membersOf(this.#both.old, this.#old);
    const is = membersOf(this.#both.young, this.#young);
    for (const [name, old] of was) {
      const young = is.get(name);
      if (CONSTRUCTORS.has(name)) continue;
      if (young === undefined) this.#removed(name, old, is);
      else if (!this.#saidElsewhere(old.owner, young.owner)) {
        const element = `${this.#element}.${name}`;
        compareEntries(this.#both, element, `${this.#name}.${name}`, old, young);
        this.#typedKey(name, old.entry, young.entry);
      }
    }
    for (const [name, young] of is)
      if (!CONSTRUCTORS.has(name) && !was.has(name) && young.owner === this.#young.id) this.#added(name, young.entry);
  }

  /** Inherited from a public class on both sides: it is compared there. */
  #saidElsewhere(old: string, young: string): boolean {
    if (old === this.#old.id || young === this.#young.id || this.#both.old.publicPath(old) === undefined) return false;
    return this.#both.sameName(old.replace("#", "."), young.replace("#", ".")) === true;
  }

  #removed(name: string, old: Member, young: ReadonlyMap<string, Member>): void {
    if (old.owner !== this.#old.id && this.#both.old.publicPath(old.owner) !== undefined) {
      // The base that had it is gone, or it is gone from the base: both are said there.
      return;
    }
    const outside = this.#both.young.lineage(this.#young.id, this.#young.entry).outside;
    const before = this.#both.old.lineage(this.#old.id, this.#old.entry).outside;
    const inherited = outside.find((one) => !before.includes(one) && !/^(?:Generic|Protocol|abc\.ABC)$/.test(one));
    const dynamic = [...young.keys()].some((one) => one === "__getattr__" || one === "__getattribute__");
    const unknown = inherited !== undefined || (dynamic && !name.startsWith("__"));
    const why = inherited === undefined ? "`__getattr__` may give it" : `it may come from ${shortName(inherited)}`;
    this.#both.report(`${this.#element}.${name}`, "removed", {
      rule: "member-removed",
      class: unknown ? "unknown" : "breaking",
      message: `${this.#name}.${name} is gone${unknown ? `, unless ${why}` : ""}`,
    });
  }

  #added(name: string, entry: PyName): void {
    const shown = `${this.#name}.${name}`;
    const protocol = this.#young.entry.bases.includes("Protocol") && this.#old.entry.bases.includes("Protocol");
    const key = this.#isTypedDict() && entry.kind === "attribute" && this.#isRequired(entry, this.#young.entry);
    const abstract = isAbstract(entry);
    if (abstract && isPublicMember(name)) return;
    if (!protocol && !key && this.#mayBeRequired(name, entry)) {
      const message = `${shown} is new, without a value: what makes the constructor of ${this.#name} from its fields may require it`;
      return this.#both.report(`${this.#element}.${name}`, "added", { rule: "field-added", class: "unknown", message });
    }
    const answer = protocol || key ? "breaking" : "compatible";
    const why = protocol
      ? ": who implements the protocol must have it"
      : key
        ? ": who makes such a dictionary must give it"
        : "";
    this.#both.report(`${this.#element}.${name}`, "added", {
      rule: protocol ? "protocol-member-added" : key ? "required-key-added" : "member-added",
      class: answer,
      message: `${shown} is new${why}`,
    });
  }

  /** A base of another package may make the constructor, as pydantic's does. */
  #mayBeRequired(name: string, entry: PyName): boolean {
    if (entry.kind !== "attribute" || entry.value !== null || !this.#young.entry.fields.includes(name)) return false;
    return (
      !this.#isTypedDict() && constructorOf(this.#both.young, this.#young.id, this.#young.entry).kind === "unknown"
    );
  }

  #isTypedDict(): boolean {
    return this.#both.young.lineage(this.#young.id, this.#young.entry).outside.includes("TypedDict");
  }

  #isRequired(entry: PyName, owner: PyClass): boolean {
    if (entry.kind !== "attribute" || (entry.type?.kind === "name" && entry.type.name === "NotRequired")) return false;
    return owner.keywords["total"] !== "False";
  }

  /** Keys are written and read. */
  #typedKey(name: string, old: PyName, young: PyName): void {
    if (!this.#isTypedDict() || old.kind !== "attribute" || young.kind !== "attribute") return;
    const [was, is] = [this.#isRequired(old, this.#old.entry), this.#isRequired(young, this.#young.entry)];
    if (was !== is)
      this.#report(
        "key-required",
        "breaking",
        `key ${name} of ${this.#name} is ${is ? "required" : "optional"} now`,
        `.${name}`,
      );
  }

  #construction(): void {
    const was = constructorOf(this.#both.old, this.#old.id, this.#old.entry);
    const is = constructorOf(this.#both.young, this.#young.id, this.#young.entry);
    const element = Object.hasOwn(this.#old.entry.members, "__init__") ? `${this.#element}.__init__` : this.#element;
    if (was.kind === "known" && is.kind === "known") {
      if (!this.#saidElsewhere(was.owner, is.owner))
        compareSignatures(this.#both, element, `${this.#name}()`, was.signature, is.signature);
    } else if (was.kind !== is.kind) {
      const from = was.kind === "unknown" ? was.from : is.kind === "unknown" ? is.from : "";
      this.#both.report(element, "changed", {
        rule: "constructor-unknown",
        class: "unknown",
        message: `${this.#name}() may take other arguments: those of ${shortName(from)} are not known here`,
      });
    }
  }

  #abstract(): void {
    const [was, is] = [abstractIn(this.#both.old, this.#old), abstractIn(this.#both.young, this.#young)];
    for (const [name, owner] of is) {
      if (was.has(name) || this.#saidElsewhere(owner, owner)) continue;
      this.#both.report(`${this.#element}.${name}`, "changed", {
        rule: "abstract-added",
        class: "breaking",
        message: `${this.#name}.${name} is abstract: subclasses must define it`,
      });
    }
  }
}
