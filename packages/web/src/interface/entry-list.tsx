/** Entries of any number, in the page's own scrolling: only those in view exist. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { formatCount } from "../format/format.ts";
import { useListMoves } from "../table/use-list-moves.ts";
import { pageScroller, useListOffset } from "../table/use-list-offset.ts";
import type { UseState } from "./entry.ts";
import { EntryRow } from "./entry-row.tsx";
import type { InterfaceRow } from "./rows.ts";
import { UnitRow } from "./unit-row.tsx";
import { pluralOf } from "./words.ts";

interface EntryListProps {
  readonly rows: readonly InterfaceRow[];
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly onChoose: (unit: string, state: UseState) => void;
}

const LIKELY_HEIGHTS: Readonly<Record<InterfaceRow["type"], number>> = { unit: 96, kind: 40, entry: 62 };

export function EntryList({ rows, opened, onToggle, onChoose }: EntryListProps) {
  const list = useRef<HTMLDivElement>(null);
  const offset = useListOffset(list);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: pageScroller,
    estimateSize: (index) => LIKELY_HEIGHTS[rows[index]?.type ?? "entry"],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 10,
    scrollMargin: offset,
    initialRect: { width: 1200, height: 900 },
  });
  useListMoves(list, virtual, (index) => rows[index]?.type === "entry");
  return (
    <div className="entries" ref={list} role="list" aria-label="Elements" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <div
            key={key}
            role="listitem"
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            data-index={index}
            ref={virtual.measureElement}
            className="entry-place"
            style={{ transform: `translateY(${start - offset}px)` }}
          >
            {row.type === "unit" && (
              <UnitRow unit={row.unit} entries={row.entries} onChoose={(state) => onChoose(row.unit.id, state)} />
            )}
            {row.type === "kind" && <KindRow kind={row.kind} of={row.of} count={row.count} />}
            {row.type === "entry" && (
              <EntryRow
                entry={row.entry}
                members={row.members}
                depth={row.depth}
                opened={opened.has(row.key)}
                onToggle={() => onToggle(row.key)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

interface KindRowProps {
  readonly kind: string | undefined;
  readonly of: string | undefined;
  readonly count: number;
}

function KindRow({ kind, of, count }: KindRowProps) {
  return (
    <h2 className="kind-head">
      {kind === undefined ? "Used, though not promised" : pluralOf(kind)} <span>{formatCount(count)}</span>
      {of !== undefined && <span>{of.replaceAll("-", " ")}</span>}
    </h2>
  );
}
