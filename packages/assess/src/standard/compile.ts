/** From a standard as written to one that can be applied, or to what is wrong with it, with line and column. */
import type { ParsedYaml, Problem, Standard, StandardCheck } from "@freehold/model";
import { distance } from "fastest-levenshtein";
import { characteristics } from "../characteristics/registry.ts";
import type { Characteristic, Check } from "../check.ts";
import type { CompiledCharacteristic, CompiledCheck, CompiledStandard } from "./compiled.ts";
import { compileExpression, type Expression, isProblem } from "./expression.ts";
import { ownCheck } from "./own-check.ts";

export interface CompiledResult {
  /** Absent when there is an error among the problems. */
  readonly standard: CompiledStandard | undefined;
  readonly problems: readonly Problem[];
}

/** `base` is what `extends: freehold` stands for. */
export function compileStandard(parsed: ParsedYaml<Standard>, path: string, base?: Standard): CompiledResult {
  const written = parsed.value;
  if (written === undefined) return { standard: undefined, problems: parsed.problems };
  const problems = [...parsed.problems];
  const compiler = new Compiler(parsed, path, problems);
  const whole = written.extends === undefined || base === undefined ? written : extended(base, written);
  const compiled: CompiledStandard = {
    name: whole.standard,
    version: whole.version,
    characteristics: compiler.characteristics(whole),
    exemptions: whole.exemptions ?? [],
    makesNoSense: { component: whole.makesNoSense?.component ?? 0.5, process: whole.makesNoSense?.process ?? 0.7 },
    path,
  };
  const sound = problems.every(({ severity }) => severity !== "error");
  return { standard: sound ? compiled : undefined, problems };
}

/** What is written wins, field by field; what isn't written stays. */
function extended(base: Standard, written: Standard): Standard {
  const merged = { ...base.characteristics };
  for (const [id, own] of Object.entries(written.characteristics)) {
    const below = merged[id];
    const checks = { ...below?.checks };
    for (const [name, check] of Object.entries(own.checks ?? {})) {
      const known = checks[name];
      const thresholds = { ...known?.thresholds, ...check.thresholds };
      checks[name] = { ...known, ...check, ...(Object.keys(thresholds).length === 0 ? {} : { thresholds }) };
    }
    merged[id] = { ...below, ...own, checks };
  }
  return { ...base, ...written, characteristics: merged };
}

class Compiler {
  readonly #parsed: ParsedYaml<Standard>;
  readonly #path: string;
  readonly #problems: Problem[];

  constructor(parsed: ParsedYaml<Standard>, path: string, problems: Problem[]) {
    this.#parsed = parsed;
    this.#path = path;
    this.#problems = problems;
  }

  characteristics(standard: Standard): CompiledCharacteristic[] {
    return Object.entries(standard.characteristics).flatMap(([id, written]) => {
      const known = characteristics.find((one) => one.id === id);
      const title = written.title ?? known?.title;
      if (title === undefined) {
        this.#wrong(
          ["characteristics", id],
          `there is no characteristic \`${id}\``,
          this.#meant(id, ids(characteristics)),
        );
        return [];
      }
      const checks = Object.entries(written.checks ?? {}).flatMap(([name, check]) =>
        this.#check(id, known, name, check),
      );
      return [{ id, title, weight: written.weight ?? 1, checks }];
    });
  }

  #check(
    characteristic: string,
    known: Characteristic | undefined,
    name: string,
    written: StandardCheck,
  ): CompiledCheck[] {
    const where = ["characteristics", characteristic, "checks", name];
    const check = written.passes === undefined ? this.#builtIn(known, name, where) : this.#own(name, written, where);
    if (check === undefined) return [];
    const applies = written.appliesTo ?? {};
    const when =
      applies.when === undefined ? undefined : this.#expression(applies.when, [...where, "appliesTo", "when"]);
    return [
      {
        id: `${characteristic}/${name}`,
        check,
        weight: written.weight ?? 1,
        thresholds: this.#thresholds(check, written, where),
        kinds: new Set(applies.kinds ?? ["product"]),
        from: applies.from,
        until: applies.until,
        when,
      },
    ];
  }

  #builtIn(known: Characteristic | undefined, name: string, where: readonly string[]): Check | undefined {
    const found = known?.checks.find((check) => check.name === name);
    if (found !== undefined) return found;
    const names = known?.checks.map((check) => check.name) ?? [];
    const hint = this.#meant(name, names) ?? "An own check needs `passes`, a CEL expression, and a `title`.";
    this.#wrong(where, `there is no check \`${where[1] ?? ""}/${name}\``, hint);
    return undefined;
  }

  #own(name: string, written: StandardCheck, where: readonly string[]): Check | undefined {
    const passes = this.#expression(written.passes ?? "", [...where, "passes"]);
    if (written.title === undefined) {
      this.#wrong(
        where,
        `the own check \`${name}\` has no \`title\``,
        "Say in a sentence what is true of a product that passes.",
      );
    }
    return passes === undefined
      ? undefined
      : ownCheck(name, written, passes, this.#path, this.#parsed.placeOf(where).line);
  }

  #thresholds(check: Check, written: StandardCheck, where: readonly string[]): ReadonlyMap<string, number> {
    const names = Object.keys(check.thresholds ?? {});
    for (const name of Object.keys(written.thresholds ?? {})) {
      if (names.includes(name)) continue;
      const hint = names.length === 0 ? "It has no thresholds." : `It has: ${names.join(", ")}.`;
      this.#wrong([...where, "thresholds", name], `\`${check.name}\` has no threshold \`${name}\``, hint);
    }
    for (const name of names) {
      if (written.thresholds?.[name] !== undefined) continue;
      this.#wrong(
        where,
        `the threshold \`${name}\` of \`${check.name}\` is missing`,
        `Write \`thresholds: {${name}: …}\`.`,
      );
    }
    return new Map(Object.entries(written.thresholds ?? {}));
  }

  #expression(source: string, where: readonly string[]): Expression | undefined {
    const compiled = compileExpression(source);
    if (!isProblem(compiled)) return compiled;
    const near = source.slice(compiled.offset, compiled.offset + 30).trim();
    const hint = near === "" ? "See docs/standard.md for the model and examples." : `Look near \`${near}\`.`;
    this.#wrong(where, `the expression cannot be used: ${compiled.message}`, hint);
    return undefined;
  }

  #meant(name: string, names: readonly string[]): string | undefined {
    const close = names.find((one) => distance(one, name) <= 3);
    return close === undefined ? undefined : `Did you mean \`${close}\`?`;
  }

  #wrong(where: readonly string[], message: string, hint: string | undefined): void {
    this.#problems.push({
      code: "standard/invalid",
      severity: "error",
      message,
      ...(hint === undefined ? {} : { hint }),
      path: this.#path,
      ...this.#parsed.placeOf(where),
    });
  }
}

function ids(all: readonly Characteristic[]): string[] {
  return all.map(({ id }) => id);
}
