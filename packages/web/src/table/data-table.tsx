/**
 * A dense table of any length: only the rows in view exist, and only those that were looked at are asked for.
 * Its place in the page is its own, so that the headings stay; `j` and `k` move the focus from row to row, whose link `enter` opens.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { Column, Sort } from "./column.ts";
import { Headings } from "./headings.tsx";
import { useListMoves } from "./use-list-moves.ts";
import { useWidth, WIDTHS } from "./use-width.ts";

interface DataTableProps<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  /** Those that are there, in order. */
  readonly rows: readonly T[];
  /** How many there are in all. */
  readonly total: number;
  /** Asks for the next ones; absent: these are all. */
  readonly onEnd?: (() => void) | undefined;
  readonly rowId: (row: T) => string;
  readonly sort: Sort;
  readonly onSort: (column: Column<T>) => void;
}

const ROW_HEIGHT = 36;
/** Rows of a narrow page have two lines and are touched by fingers. */
const TALL_ROW_HEIGHT = 58;

export function DataTable<T extends object>(props: DataTableProps<T>) {
  const { label, columns, rows, total, onEnd, rowId, sort, onSort } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const size = useWidth();
  const height = size === "narrow" ? TALL_ROW_HEIGHT : ROW_HEIGHT;
  const shown = columns.filter(({ from }) => WIDTHS.indexOf(from ?? "narrow") <= WIDTHS.indexOf(size));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialRect: { width: 1200, height: 900 },
  });
  useListMoves(scroller, virtual);
  useEnd(virtual.getVirtualItems().at(-1)?.index ?? -1, rows.length, onEnd);
  const template = { gridTemplateColumns: shown.map(({ width }) => width).join(" ") };
  return (
    <div className="table" role="table" aria-label={label} aria-rowcount={total + 1} ref={scroller}>
      <Headings columns={shown} sort={sort} onSort={onSort} template={template} />
      <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={rowId(row)}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              className="table-row"
              style={{ ...template, height, transform: `translateY(${start}px)` }}
            >
              {shown.map((column) => (
                <div key={column.id} role="cell" className="table-cell" data-number={column.number}>
                  {column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Rows before the end at which the next ones are asked for. */
const AHEAD = 40;

/** Calls when the last row in view is near the last one that is there. */
export function useEnd(last: number, count: number, onEnd: (() => void) | undefined): void {
  const near = last >= count - AHEAD;
  useEffect(() => {
    if (near) onEnd?.();
  }, [near, onEnd]);
}
