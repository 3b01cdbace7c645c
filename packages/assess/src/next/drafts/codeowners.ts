/** CODEOWNERS from charters: so that a code host asks the owner for every change. */
import type { Product } from "@freehold/model";
import type { DraftContext, Drafted } from "../draft.ts";

const PLACES = ["CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

/**
 * Lines for every product of the repository whose owner declares itself; an owner that was only inferred is
 * never written as declared. Undefined where nobody declares anything, or a file is there already.
 */
export function codeownersDraft(context: DraftContext): Drafted | undefined {
  const { portfolio, product, read } = context;
  if (PLACES.some((path) => read(path) !== undefined)) return undefined;
  const home = product.repositories[0] ?? "";
  const rules = portfolio.snapshot.products
    .filter(({ repositories, hidden }) => repositories.includes(home) && hidden !== true)
    .flatMap((one) => ruleOf(one, home, portfolio.facts.get(one.id)?.charter?.owners ?? []))
    .sort((a, b) => a.pattern.length - b.pattern.length || (a.pattern < b.pattern ? -1 : 1));
  if (rules.length === 0) return undefined;
  const width = Math.max(...rules.map(({ pattern }) => pattern.length));
  const lines = rules.map(({ pattern, owners }) => `${pattern.padEnd(width)} ${owners.join(" ")}`);
  const head = "# From the charters of the products here; the last line that matches a file decides.";
  return { files: [{ path: ".github/CODEOWNERS", text: `${[head, ...lines].join("\n")}\n` }], questions: [] };
}

/**
 * What a rule can't say, or would say of other folders too: line breaks, which would begin a rule of their own, and
 * the characters of patterns, comments and sections.
 */
const UNSAID = /[\p{Cc}*?![\]#\\^]/u;

function ruleOf({ paths }: Product, home: string, owners: readonly string[]) {
  const usable = owners.filter((owner) => /^@[\w./-]+$|^[^\s@]+@[^\s@]+$/.test(owner));
  if (usable.length === 0) return [];
  return paths
    .filter((path) => path.startsWith(`${home}:`))
    .map((path) => path.slice(home.length + 1))
    .filter((folder) => !UNSAID.test(folder))
    .map((folder) => ({ pattern: folder === "" ? "*" : `/${folder.replaceAll(" ", "\\ ")}/`, owners: usable }));
}
