/** Boundaries that are not kept, and what could not be read. */
import type { FindingsResource } from "@freehold/model";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { problemsQuery } from "../api/queries.ts";
import { parseList, stringifyList } from "../app/search.ts";
import { formatCount } from "../format/format.ts";
import { VIOLATIONS } from "../format/words.ts";
import { CheckList, EmptyState, ErrorState, Loading, SearchField } from "../ui/index.ts";
import { countBy, filterFindings, type FindingsSearch } from "./filter.ts";
import { FindingList } from "./finding-list.tsx";

const route = getRouteApi("/findings");

export function FindingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(problemsQuery);
  const change = (next: FindingsSearch) => void navigate({ search: next, replace: true });
  useEffect(() => {
    document.title = "Findings · Freehold";
  }, []);
  const findings = data === undefined ? [] : filterFindings(data, search);
  return (
    <div className="page page-fixed">
      <div className="page-head">
        <h1>Findings</h1>
        {data !== undefined && <p className="page-count">{formatCount(findings.length)}</p>}
      </div>
      <p className="page-note">
        Boundaries between products that code does not keep, and whatever a scan could not read.
      </p>
      {data !== undefined && <Toolbar data={data} search={search} onChange={change} />}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading label="Loading findings" />}
      {findings.length > 0 && <FindingList findings={findings} />}
      {data !== undefined && findings.length === 0 && <Nothing data={data} onClear={() => change({})} />}
    </div>
  );
}

interface ToolbarProps {
  readonly data: FindingsResource;
  readonly search: FindingsSearch;
  readonly onChange: (search: FindingsSearch) => void;
}

function Toolbar({ data, search, onChange }: ToolbarProps) {
  const { totalViolations, totalProblems } = data;
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
          options={() =>
            [...countBy(data.violations, ({ rule }) => rule)].map(([value, count]) => ({
              value,
              count,
              label: ruleName(value),
            }))
          }
          labelOf={ruleName}
          chosen={parseList(search.rule)}
          onChange={(chosen) => onChange({ ...search, rule: stringifyList(chosen) ?? "" })}
        />
      )}
      {search.show !== "violations" && (
        <CheckList
          label="Severity"
          options={() =>
            [...countBy(data.problems, ({ severity }) => severity)].map(([value, count]) => ({
              value,
              count,
              label: value,
            }))
          }
          labelOf={(severity) => severity}
          chosen={parseList(search.severity)}
          onChange={(chosen) => onChange({ ...search, severity: stringifyList(chosen) ?? "" })}
        />
      )}
    </div>
  );
}

function ruleName(rule: string): string {
  return Object.entries(VIOLATIONS).find(([key]) => key === rule)?.[1].label ?? rule;
}

function Nothing({ data, onClear }: { readonly data: FindingsResource; readonly onClear: () => void }) {
  if (data.totalViolations + data.totalProblems === 0) {
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
