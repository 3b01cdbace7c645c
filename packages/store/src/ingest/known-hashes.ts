/** What the repositories of a snapshot have, by hash: elements that are among it are as they were. */
import { hashText } from "../packed.ts";
import { portions } from "./chunks.ts";
import type { Session } from "./session.ts";

/** Of units, and of products that are not retired: those come back even when nothing else changed. */
export async function knownHashes({ revision, knownRepositories }: Session): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const some of portions(knownRepositories, 50)) {
    const units = await revision.db.selectFrom("unit").select("hash").where("repository", "in", some).execute();
    const products = await revision.db
      .selectFrom("product_repository")
      .innerJoin("product", "product.key", "product_repository.product")
      .select(["product.hash", "product.gone"])
      .where("product_repository.repository", "in", some)
      .execute();
    for (const { hash } of units) names.add(hashText(hash));
    for (const { hash, gone } of products) if (gone !== "retired") names.add(hashText(hash));
  }
  return names;
}
