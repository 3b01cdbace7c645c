/** What people decided about a product, each with who and when, to be taken back; and what waits for git to agree. */
import type { ProductDetail } from "@freehold/model";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { isKept, useSession } from "../account/session.ts";
import { EmptyState, ErrorState, Loading } from "../ui/index.ts";
import { CorrectionRow } from "./correction-row.tsx";
import { correctionsQuery, rightsQuery, suggestionsQuery } from "./queries.ts";
import { SuggestedCommit } from "./suggested-commit.tsx";

export function CorrectionsTab({ detail }: { readonly detail: ProductDetail }) {
  const kept = isKept(useSession());
  if (kept) return <Corrections product={detail.product.id} slug={detail.product.slug} />;
  return (
    <EmptyState title="Corrections need a server">
      This page shows one scan. A portfolio that freehold serve keeps can be corrected, by whoever may.
    </EmptyState>
  );
}

function Corrections({ product, slug }: { readonly product: string; readonly slug: string }) {
  const { data, error, refetch } = useQuery(correctionsQuery(product));
  const { data: suggested } = useQuery(suggestionsQuery(product));
  const { data: rights } = useQuery(rightsQuery(product));
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={4} />;
  const may = rights?.rights.includes("correct") === true;
  return (
    <>
      {suggested !== undefined && suggested.items.length > 0 && (
        <SuggestedCommit product={product} slug={slug} suggestions={suggested.items} />
      )}
      {data.items.length === 0 ? (
        <EmptyState title="Nobody corrected anything here">
          What this page says was read from the repositories. {may ? "The buttons above put right what is wrong." : ""}
        </EmptyState>
      ) : (
        <ol className="rows" aria-label="Corrections">
          {data.items.map((correction) => (
            <CorrectionRow key={correction.key} correction={correction} may={may} />
          ))}
        </ol>
      )}
      <p>
        <Link to="/history" search={{ product }} className="text-link">
          All that changed in this product
        </Link>
      </p>
    </>
  );
}
