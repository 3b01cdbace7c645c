/** Whether a candidate is a product: one click, and one to take it back. */
import { answered, api } from "../api/client.ts";
import { useNotify } from "../ui/index.ts";
import type { ListedProduct } from "./queries.ts";
import { useCorrect } from "./use-correct.ts";

export function VerdictButtons({ row }: { readonly row: ListedProduct }) {
  const { correct } = useCorrect();
  const notify = useNotify();
  if (row.provenance !== "inferred" || row.gone !== undefined) return null;
  const judge = async (kind: "accept" | "dismiss") => {
    try {
      await correct(
        row.id,
        row.version,
        { kind },
        kind === "accept" ? `${row.name} is a product` : `${row.name} is dismissed`,
      );
    } catch (error) {
      // Read again, so that the next click is for what is there.
      answered(await api.GET("/api/v1/products/{product}", { params: { path: { product: row.id } } }));
      notify({ text: error instanceof Error ? error.message : String(error), tone: "bad" });
    }
  };
  return (
    <>
      <button
        type="button"
        className="button button-primary"
        aria-label={`Accept ${row.name}`}
        onClick={() => void judge("accept")}
      >
        Accept
      </button>
      <button type="button" className="button" aria-label={`Dismiss ${row.name}`} onClick={() => void judge("dismiss")}>
        Dismiss
      </button>
    </>
  );
}
