/** Boundaries that are not kept, and what could not be read. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { findingsQuery, type Summary, summaryQuery } from "../api/queries.ts";
import { parseList, stringifyList } from "../app/search.ts";
import { formatCount } from "../format/format.ts";
import { VIOLATIONS } from "../format/words.ts";
import { CheckList, EmptyState, ErrorState, Loading, SearchField } from "../ui/index.ts";
import { useRows } from "../table/use-rows.ts";
import { filterOf, type FindingsSearch } from "./filter.ts";
import { FindingList } from "./finding-list.tsx";

const route = getRouteApi("/findings");

export function FindingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: summary } = useQuery(summaryQuery);
  const list = useInfiniteQuery(findingsQuery(filterOf(search)));
  const { rows, total, onEnd } = useRows<Page["items"][number], Page>(list);
  const { data, error, refetch } = list;
  const [first] = data?.pages ?? [];
  const change = (next: FindingsSearch) => void navigate({ search: next, replace: true });
  useEffect(() => {
    document.title = "Findings · Freehold";
  }, []);
  return (
    <div className="page page-fixed">
      <div className="page-head">
        <h1>Findings</h1>
        {data !== undefined && (
          <p className="page-count">
            {formatCount(total)}
            {first?.total === undefined && list.hasNextPage && "+"}
          </p>
        )}
      </div>
      <p className="page-note">
        Boundaries between products that code does not keep, and whatever a scan could not read.
      </p>
      {first !== undefined && summary !== undefined && (
        <Toolbar rules={first.rules} summary={summary} search={search} onChange={change} />
      )}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading label="Loading findings" />}
      {rows !== undefined && rows.length > 0 && <FindingList findings={rows} onEnd={onEnd} />}
      {rows?.length === 0 && list.hasNextPage && <More onMore={onEnd} />}
      {rows?.length === 0 && !list.hasNextPage && summary !== undefined && (
        <Nothing summary={summary} onClear={() => change({})} />
      )}
    </div>
  );
}

type Page = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof findingsQuery>["queryFn"] & object>>>>;

/** Words are looked for a part of the portfolio at a time. */
function More({ onMore }: { readonly onMore: (() => void) | undefined }) {
  useEffect(() => onMore?.(), [onMore]);
  return <Loading label="Looking further" />;
}

interface ToolbarProps {
  readonly rules: Page["rules"];
  readonly summary: Summary;
  readonly search: FindingsSearch;
  readonly onChange: (search: FindingsSearch) => void;
}

function Toolbar({ rules, summary, search, onChange }: ToolbarProps) {
  const { violations: totalViolations, problems: totalProblems } = summary;
  const choices = [
    { show: "", name: "All", count: totalViolations + totalProblems },
    { show: "violations", name: "Violations", count: totalViolations },
    { show: "problems", name: "Problems", count: totalProblems },
  ];
  return (
    <div className="toolbar">
      <SearchField label="Search findings" value={search.q ?? ""} onChange={(q) => onChange({ ...search, q })} />
      <div className="segments" role="group" aria-label="Show">
        {choices.map(({ show, name, count }) => (
          <button
            key={name}
            type="button"
            aria-pressed={(search.show ?? "") === show}
            onClick={() => onChange({ q: search.q ?? "", show })}
          >
            {name} <span>{formatCount(count)}</span>
          </button>
        ))}
      </div>
      {search.show !== "problems" && (
        <CheckList
          label="Rule"
          options={() => optionsOf(rules, "violation", ruleName)}
          labelOf={ruleName}
          chosen={parseList(search.rule)}
          onChange={(chosen) => onChange({ ...search, rule: stringifyList(chosen) ?? "" })}
        />
      )}
      {search.show !== "violations" && (
        <CheckList
          label="Severity"
          options={() => optionsOf(rules, "problem", (severity) => severity)}
          labelOf={(severity) => severity}
          chosen={parseList(search.severity)}
          onChange={(chosen) => onChange({ ...search, severity: stringifyList(chosen) ?? "" })}
        />
      )}
    </div>
  );
}

function optionsOf(rules: Page["rules"], kind: "violation" | "problem", nameOf: (value: string) => string) {
  return rules.filter((rule) => rule.kind === kind).map(({ value, count }) => ({ value, count, label: nameOf(value) }));
}

function ruleName(rule: string): string {
  return Object.entries(VIOLATIONS).find(([key]) => key === rule)?.[1].label ?? rule;
}

function Nothing({ summary, onClear }: { readonly summary: Summary; readonly onClear: () => void }) {
  if (summary.violations + summary.problems === 0) {
    return <EmptyState title="Nothing to mend">Every boundary holds, and everything could be read.</EmptyState>;
  }
  return (
    <EmptyState
      title="No finding fits"
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
