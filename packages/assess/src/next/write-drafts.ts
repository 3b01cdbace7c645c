/** The drafts of one product, step by step; a later draft of the same file sees the earlier one. */
import { productContext } from "../context/product-context.ts";
import type { PortfolioContext } from "../context/portfolio-context.ts";
import type { Drafted, DraftFile } from "./draft.ts";
import { stepOf } from "./steps.ts";

export interface StepDraft extends Drafted {
  readonly step: string;
}

/** Steps without a draft, or whose draft has nothing to say, are left out. `read` answers for the product's repository. */
export function writeDrafts(
  portfolio: PortfolioContext,
  product: string,
  steps: readonly string[],
  read: (path: string) => string | undefined,
): readonly StepDraft[] {
  const index = portfolio.graph.productIndex.get(product);
  if (index === undefined) return [];
  const context = productContext(portfolio, index, undefined);
  const home = context.product.repositories[0] ?? "";
  const folder = context.product.paths.find((path) => path.startsWith(`${home}:`))?.slice(home.length + 1) ?? "";
  const written = new Map<string, DraftFile>();
  const drafts: StepDraft[] = [];
  for (const step of steps) {
    const draft = stepOf(step)?.draft?.({ ...context, folder, read: (path) => written.get(path)?.text ?? read(path) });
    if (draft === undefined || draft.files.length === 0) continue;
    const files = draft.files.map((file) => ({ ...file, text: withLineEndsOf(read(file.path), file.text) }));
    for (const file of files) written.set(file.path, file);
    drafts.push({ step, ...draft, files });
  }
  return drafts;
}

/** A file written on Windows keeps its line ends, or every line of it would count as changed. */
function withLineEndsOf(before: string | undefined, text: string): string {
  return before?.includes("\r\n") === true ? text.replaceAll(/\r?\n/g, "\r\n") : text;
}
