/** Answers who is declared to own a path, from every ownership file of a repository. */
import type { Problem } from "@freehold/model";
import type { DeclaredOwner } from "./owner.ts";
import { indexPatterns } from "./pattern-index.ts";
import { declaredFormats } from "./registry.ts";
import type { CatalogEntity, DeclaredFacts, DeclaredFile, DeclaredRule, OwnerAlias } from "./rule.ts";

/** One owner of one path, with the place that says so. */
export interface DeclaredAnswer {
  readonly owner: DeclaredOwner;
  readonly rule: DeclaredRule;
  /** From a folder above, not from the rule that answers first. */
  readonly inherited: boolean;
}

export interface DeclaredOwners {
  /** Most specific first; owners before reviewers, inherited ones last. */
  of(path: string): readonly DeclaredAnswer[];
  readonly rules: readonly DeclaredRule[];
  readonly entities: readonly CatalogEntity[];
  readonly problems: readonly Problem[];
}

/** Reads one file with the format that fits; undefined when none does. */
export function readDeclaredFile(file: DeclaredFile): DeclaredFacts | undefined {
  const format = declaredFormats.find((one) => one.matches(file.path) && (one.recognises?.(file.text) ?? true));
  return format?.parse(file);
}

/** Puts together what the files of one repository declare, by path, with further rules (of manifests) behind them. */
export function createDeclaredOwners(
  files: ReadonlyMap<string, DeclaredFacts>,
  further: readonly DeclaredRule[] = [],
): DeclaredOwners {
  const problems: Problem[] = [];
  const shadowed = shadowedIn(files, problems);
  const facts = [...files].flatMap(([path, one]) => (shadowed.includes(path) ? [] : [one]));
  const aliases = new Map(
    facts.flatMap((fact) => fact.aliases ?? []).map((alias) => [alias.alias.toLowerCase(), alias]),
  );
  const rules = [...facts.flatMap((fact) => fact.rules).map((rule) => resolveAliases(rule, aliases)), ...further];
  const index = indexPatterns(rules);
  problems.push(...facts.flatMap((fact) => fact.problems));
  return {
    of: (path) => answer(index.matching(path)),
    rules,
    entities: facts.flatMap((fact) => fact.entities ?? []),
    problems,
  };
}

/** A host reads one CODEOWNERS file; the others are there in vain, which their authors should know. */
function shadowedIn(files: ReadonlyMap<string, DeclaredFacts>, problems: Problem[]): readonly string[] {
  const order = [".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
  const present = order.filter((path) => files.has(path));
  const [first, ...shadowed] = present;
  for (const path of shadowed) {
    problems.push({
      code: "codeowners/shadowed",
      severity: "info",
      path,
      message: `${path} has no effect: ${first ?? ""} is read instead`,
      hint: "Keep one CODEOWNERS file",
    });
  }
  return shadowed;
}

function resolveAliases(rule: DeclaredRule, aliases: ReadonlyMap<string, OwnerAlias>): DeclaredRule {
  if (rule.format !== "kubernetes-owners") return rule;
  const owners = rule.owners.flatMap((owner) => {
    const alias = owner.kind === "user" ? aliases.get(owner.text.toLowerCase()) : undefined;
    if (alias === undefined) return [owner];
    const via = { alias: alias.alias, path: alias.path, line: alias.line };
    return alias.owners.map((member) => ({ ...member, role: owner.role, via }));
  });
  return { ...rule, owners };
}

function answer(matching: readonly DeclaredRule[]): readonly DeclaredAnswer[] {
  const groups = Map.groupBy(matching, (rule) => rule.group);
  const answers = [...groups.values()].flatMap(answerOfGroup);
  return answers.toSorted(
    (a, b) => Number(a.inherited) - Number(b.inherited) || rankOf(a) - rankOf(b) || specificity(b) - specificity(a),
  );
}

function answerOfGroup(rules: readonly DeclaredRule[]): readonly DeclaredAnswer[] {
  if (rules.some((rule) => rule.exclude === true)) return [];
  const sorted = rules.toSorted((a, b) => b.order - a.order);
  const answers: DeclaredAnswer[] = [];
  let top: number | undefined;
  let level: number | undefined;
  let open = true;
  for (const rule of sorted) {
    if (level !== rule.order && !open) break;
    open = level === rule.order ? open && rule.inherits === true : rule.inherits === true;
    level = rule.order;
    // A folder whose file names reviewers alone has its owners further up.
    if (top === undefined && rule.owners.some((owner) => owner.role === "owner")) top = rule.order;
    answers.push(...rule.owners.map((owner) => ({ owner, rule, inherited: top !== undefined && rule.order < top })));
  }
  return answers;
}

function rankOf({ owner }: DeclaredAnswer): number {
  return owner.role === "owner" ? 0 : owner.role === "reviewer" ? 1 : 2;
}

/** Deeper rules say more; a rule for everything says least. */
function specificity({ rule }: DeclaredAnswer): number {
  return rule.glob.prefix === "" ? 0 : rule.glob.prefix.split("/").length;
}
