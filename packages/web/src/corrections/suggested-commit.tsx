/** The lines by which a charter would say what somebody proposed. */
import { CopyButton } from "../ui/index.ts";
import type { Suggestion } from "./queries.ts";
import { charterLine } from "./words.ts";

interface SuggestedCommitProps {
  readonly suggestion: Suggestion;
  /** Path of the charter in its repository. */
  readonly charter: string | undefined;
}

export function SuggestedCommit({ suggestion: { field, charter: stated, proposed }, charter }: SuggestedCommitProps) {
  const path = charter ?? "product.yaml";
  const line = charterLine(field, proposed);
  return (
    <figure className="suggested">
      <figcaption>
        <code>{path}</code>
        <CopyButton text={line} label={`Copy the line for ${path}`} />
      </figcaption>
      <pre tabIndex={0} role="region" aria-label={`Suggested commit: ${field}`}>
        <span data-mark="-">- {charterLine(field, stated)}</span>
        {"\n"}
        <span data-mark="+">+ {line}</span>
      </pre>
    </figure>
  );
}
