/** Code hosts show documents of `<owner>/.github` in every repository of that owner. */
import type { ProductContext } from "../../context/product-context.ts";

/** Whether there may be such a document that is not in what was scanned. */
export function maybeShared({ repository, portfolio }: Pick<ProductContext, "repository" | "portfolio">): boolean {
  const owner = /^https?:\/\/github\.com\/([^/]+)\//.exec(repository?.url ?? "")?.[1];
  return owner !== undefined && !portfolio.repositories.has(`github.com/${owner}/.github`);
}
