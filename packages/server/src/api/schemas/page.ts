/** Pages of lists. */
import * as z from "zod";

const next = z.string().optional().describe("Cursor of the next page; absent on the last");

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next });
}

export function countedPageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int().nonnegative().describe("All that match"), next });
}
