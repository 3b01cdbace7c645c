import type { CSSProperties } from "react";
import { Icon } from "../ui/index.ts";
import type { Column, Sort } from "./column.ts";

interface HeadingsProps<T> {
  readonly columns: readonly Column<T>[];
  readonly sort: Sort;
  readonly onSort: (column: Column<T>) => void;
  readonly template: CSSProperties;
}

export function Headings<T>({ columns, sort, onSort, template }: HeadingsProps<T>) {
  const direction = sort.descending ? "descending" : "ascending";
  return (
    <div role="rowgroup" className="table-head">
      <div role="row" className="table-row" style={template}>
        {columns.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            aria-sort={column.sortable === true ? (sort.id === column.id ? direction : "none") : undefined}
            className="table-cell"
            data-number={column.number}
          >
            {column.sortable === true ? (
              <button type="button" title={column.hint} onClick={() => onSort(column)}>
                {column.header}
                {sort.id === column.id && <Icon name={sort.descending ? "down" : "up"} />}
              </button>
            ) : (
              <span title={column.hint}>{column.header}</span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
