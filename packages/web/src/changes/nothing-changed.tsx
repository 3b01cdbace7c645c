import type { Comparison } from "@freehold/model";
import { EmptyState } from "../ui/index.ts";
import { unchangedWords } from "./group-rows.tsx";

export function NoComparison() {
  return (
    <div className="page">
      <div className="page-head">
        <h1>Changes</h1>
      </div>
      <EmptyState title="Nothing to compare with">
        This page compares two revisions or two snapshots. Start it with <code>freehold open --base main</code>, or with{" "}
        <code>freehold open before.json after.json</code>.
      </EmptyState>
    </div>
  );
}

export function NothingChanged({ comparison }: { readonly comparison: Comparison }) {
  const { base, head, unchanged } = comparison;
  return (
    <EmptyState title="No interface changed">
      Between {base.label} and {head.label} nothing was added to, changed in or removed from what products promise.
      {unchanged > 0 && ` ${unchangedWords(unchanged)}.`}
    </EmptyState>
  );
}

export function NothingFits({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      title="No change fits"
      action={
        <button type="button" className="button" onClick={onClear}>
          Show all
        </button>
      }
    >
      The search and the filters together leave nothing over.
    </EmptyState>
  );
}
