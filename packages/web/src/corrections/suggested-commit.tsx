/** What people proposed and the charter says otherwise: as a patch to commit, and line by line. */
import { useQuery } from "@tanstack/react-query";
import { PatchView } from "../assessment/patch-view.tsx";
import { DownloadButton } from "../ui/index.ts";
import { suggestedCommitQuery, type Suggestion } from "./queries.ts";
import { charterLine } from "./words.ts";

interface SuggestedCommitProps {
  readonly product: string;
  readonly slug: string;
  readonly suggestions: readonly Suggestion[];
}

export function SuggestedCommit({ product, slug, suggestions }: SuggestedCommitProps) {
  const { data, error } = useQuery(suggestedCommitQuery(product, suggestions));
  return (
    <section>
      <h2>Waiting for the charter</h2>
      <p className="muted">Git wins: the charter says otherwise, and holds until this is committed there.</p>
      {suggestions.map((suggestion) => (
        <SuggestedLine key={suggestion.key} suggestion={suggestion} />
      ))}
      {data?.path !== undefined && data.patch !== "" && (
        <Patch file={`${slug}-charter.patch`} path={data.path} patch={data.patch} />
      )}
      {error !== null && <p className="muted">There is no patch of it: {error.message}</p>}
    </section>
  );
}

/** What the charter would say instead. */
export function SuggestedLine({ suggestion: { field, charter, proposed } }: { readonly suggestion: Suggestion }) {
  return (
    <pre className="suggested" tabIndex={0} role="region" aria-label={`Suggested: ${field}`}>
      <span data-mark="-">- {charterLine(field, charter)}</span>
      {"\n"}
      <span data-mark="+">+ {charterLine(field, proposed)}</span>
    </pre>
  );
}

interface PatchProps {
  readonly file: string;
  /** Of the charter in its repository. */
  readonly path: string;
  readonly patch: string;
}

function Patch({ file, path, patch }: PatchProps) {
  return (
    <div className="suggested-patch">
      <DownloadButton text={patch} file={file}>
        Download the patch
      </DownloadButton>
      <span className="muted">
        In its repository: <code>git apply {file}</code>
      </span>
      <PatchView title="Patch" files={[path]} patch={patch} />
    </div>
  );
}
