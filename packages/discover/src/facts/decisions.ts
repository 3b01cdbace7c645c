/** Records of decisions among the documents of a product, and those that wait for one. */
import type { Document, ProductFacts } from "@freehold/model";

const SHOWN = 5;
/** Words of templates and RFC processes for what nobody has decided; the rest is decided, one way or the other. */
const OPEN =
  /^(?:proposed|proposal|draft|wip|work in progress|in progress|in review|under review|under discussion|pending|open|rfc)\b/;
/** Lists and forms in the folder of records. */
const NO_RECORD = /(?:^|\/)(?:readme|index|template|_?template|0*-template|.*template)\.\w+$/i;

type Guides = NonNullable<ProductFacts["guides"]>;

/** `changedAt` answers for paths that the history knows. */
export function decisionsIn(
  documents: readonly Document[],
  changedAt: (path: string) => string | undefined,
): Pick<Guides, "decisions" | "records" | "open"> {
  const records = documents.filter(({ role, path }) => role === "decision" && !NO_RECORD.test(path));
  const open = records.flatMap(({ path, status }) => {
    if (status === undefined || !OPEN.test(status.text)) return [];
    const at = changedAt(path);
    return [{ path, line: status.line, status: status.text, ...(at === undefined ? {} : { changedAt: at }) }];
  });
  open.sort((a, b) => ((a.changedAt ?? "") < (b.changedAt ?? "") ? -1 : 1));
  return {
    decisions: records.length,
    ...(records.length === 0
      ? {}
      : {
          records: records
            .slice(0, SHOWN)
            .map(({ path, title }) => ({ path, line: title?.line ?? 1, text: title?.text ?? path })),
        }),
    ...(open.length === 0 ? {} : { open }),
  };
}
