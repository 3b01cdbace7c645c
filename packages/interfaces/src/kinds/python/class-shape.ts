/** Of a class what is not a member: decorators, type parameters, metaclass, what it descends from. */
import type { Side } from "./class-members.ts";
import type { Comparison } from "./comparison.ts";
import { dataOptions } from "./constructor.ts";
import type { PyClass } from "./model.ts";
import { shortName } from "./py-type.ts";

export function compareShapes(
  both: Comparison,
  element: string,
  name: string,
  old: Side<PyClass>,
  young: Side<PyClass>,
): void {
  const shapes = new ShapeComparison(both, element, name, old, young);
  shapes.shape();
  shapes.bases();
}

class ShapeComparison {
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

  #report(rule: string, answer: "breaking" | "compatible" | "unknown", message: string): void {
    this.#both.report(this.#element, "changed", { rule, class: answer, message });
  }

  shape(): void {
    const [was, is, name] = [this.#old.entry, this.#young.entry, this.#name];
    if (!was.final && is.final) this.#report("final-added", "breaking", `${name} may no longer be derived from`);
    if (was.typeParams.length !== is.typeParams.length)
      this.#report(
        "type-parameters",
        was.typeParams.length === 0 ? "compatible" : "breaking",
        `${name} takes ${is.typeParams.length} type parameters in place of ${was.typeParams.length}`,
      );
    if (
      was.keywords["metaclass"] !== is.keywords["metaclass"] &&
      !(is.keywords["metaclass"] ?? "").endsWith("ABCMeta") &&
      !(was.keywords["metaclass"] ?? "").endsWith("ABCMeta")
    )
      this.#report(
        "metaclass-changed",
        "unknown",
        `${name} has metaclass ${is.keywords["metaclass"] ?? "type"} in place of ${was.keywords["metaclass"] ?? "type"}`,
      );
    if (was.keywords["total"] !== is.keywords["total"])
      this.#report(
        "total-changed",
        "breaking",
        `the keys of ${name} are ${is.keywords["total"] === "False" ? "optional" : "required"} now`,
      );
    if (JSON.stringify(was.others) !== JSON.stringify(is.others) && was.others.length > 0)
      this.#report("branch-changed", "unknown", `${name} is defined otherwise for other versions or platforms`);
    this.#decorators(dataOptions(was), dataOptions(is));
  }

  #decorators(was: string | undefined, is: string | undefined): void {
    const name = this.#name;
    if (was !== undefined && is === undefined)
      this.#report(
        "data-class-removed",
        "unknown",
        `${name} is no data class any more: comparing and showing it may differ`,
      );
    if (!has(was, /frozen=True/) && has(is, /frozen=True/))
      this.#report("frozen-added", "breaking", `attributes of ${name} may no longer be set`);
    if (has(was, /order=True/) && !has(is, /order=True/))
      this.#report("order-removed", "breaking", `instances of ${name} are no longer ordered`);
    if (!has(was, /\beq=False/) && has(is, /\beq=False/))
      this.#report("eq-removed", "breaking", `instances of ${name} are no longer compared by value`);
    if (unknownDecorators(this.#old.entry) !== unknownDecorators(this.#young.entry))
      this.#report("decorators-changed", "unknown", `${name} is decorated otherwise`);
  }

  bases(): void {
    const was = this.#both.old.lineage(this.#old.id, this.#old.entry);
    const is = this.#both.young.lineage(this.#young.id, this.#young.entry);
    const known = is.own.map(([id]) => id.replace("#", "."));
    // A private base was nobody's to rely on; what came from it is compared by itself.
    const lost = was.own
      .slice(1)
      .filter(([id]) => this.#both.old.publicPath(id) !== undefined)
      .filter(([id]) => !known.some((one) => this.#both.sameName(id.replace("#", "."), one) === true));
    const implied = new Set(
      lost.flatMap(([id, entry]) =>
        this.#both.old
          .lineage(id, entry)
          .own.slice(1)
          .map(([above]) => above),
      ),
    );
    for (const [id] of lost) {
      if (!implied.has(id))
        this.#report(
          "base-removed",
          "breaking",
          `${this.#name} no longer derives from ${shortName(id.replace("#", "."))}`,
        );
    }
    const before = was.own.map(([id]) => id.replace("#", "."));
    const joined = is.own
      .slice(1)
      .filter(([id]) => this.#both.young.publicPath(id) !== undefined)
      .map(([id]) => id.replace("#", "."))
      .filter((id) => !before.some((one) => this.#both.sameName(one, id) === true));
    if (lost.length === 0 && joined.length > 0)
      this.#report("base-added", "compatible", `${this.#name} derives from ${joined.map(shortName).join(", ")}, too`);
    const gone = outside(was.outside).filter((one) => !is.outside.includes(one));
    const fresh = outside(is.outside).filter((one) => !was.outside.includes(one));
    for (const one of gone) {
      const moved = fresh.some((other) => shortName(other) === shortName(one));
      // A name that a statement gives to a class: which class, nothing here follows.
      const alias =
        this.#both.old.dotted(one)?.kind === "definition" ||
        fresh.some((other) => this.#both.young.dotted(other)?.kind === "definition");
      this.#report(
        "base-removed",
        moved || alias ? "unknown" : "breaking",
        moved
          ? `${this.#name} derives from a ${shortName(one)} of another module`
          : `${this.#name} no longer derives from ${alias ? `what ${shortName(one)} stood for` : shortName(one)}`,
      );
    }
    if (gone.length === 0 && fresh.length > 0)
      this.#report("base-added", "compatible", `${this.#name} derives from ${fresh.map(shortName).join(", ")}, too`);
    const [from, to] = [this.#old.entry.bases, this.#young.entry.bases].map((bases) => outside(bases).map(shortName));
    if (from?.join() !== to?.join() && from?.toSorted().join() === to?.toSorted().join())
      this.#report("bases-reordered", "unknown", `${this.#name} looks for methods in its bases in another order`);
  }
}

function has(options: string | undefined, option: RegExp): boolean {
  return options !== undefined && option.test(options);
}

const KNOWN =
  /^(?:dataclasses\.|attrs?\.|(?:typing\.|typing_extensions\.)?runtime_checkable|functools\.total_ordering)/;

function unknownDecorators({ decorators }: PyClass): string {
  return JSON.stringify(Object.entries(decorators).filter(([name]) => !KNOWN.test(name)));
}

/** What brings no members is no base that anybody relies on. */
function outside(names: readonly string[]): string[] {
  return names.filter((one) => one !== "Generic" && one !== "abc.ABC");
}
