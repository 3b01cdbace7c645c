/** A column of a table: what the server sorts it by and what it shows. */
import type { ReactNode } from "react";
import type { Width } from "./use-width.ts";

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  /** What the figure means, for its heading. */
  readonly hint?: string;
  /** Track of the grid, such as `minmax(12rem, 2fr)`. */
  readonly width: string;
  readonly number?: boolean;
  /** Left out where the page is narrower than that. */
  readonly from?: Exclude<Width, "narrow">;
  /** Rows can be asked for in its order. */
  readonly sortable?: boolean;
  readonly cell: (row: T) => ReactNode;
}

export interface Sort {
  readonly id: string;
  readonly descending: boolean;
}

/** `-reach` is reach, the largest first. */
export function parseSort<T>(text: string | undefined, columns: readonly Column<T>[], fallback: Sort): Sort {
  if (text === undefined) return fallback;
  const descending = text.startsWith("-");
  const id = descending ? text.slice(1) : text;
  return columns.some((column) => column.id === id && column.sortable === true) ? { id, descending } : fallback;
}

export function stringifySort({ id, descending }: Sort, fallback: Sort): string | undefined {
  if (id === fallback.id && descending === fallback.descending) return undefined;
  return descending ? `-${id}` : id;
}

/** Figures are asked for the largest first, names from A. */
export function nextSort<T>(current: Sort, column: Column<T>): Sort {
  if (current.id === column.id) return { id: column.id, descending: !current.descending };
  return { id: column.id, descending: column.number === true };
}
