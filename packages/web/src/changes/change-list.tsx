/** Changes of any number; only those in view exist. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import { useListMoves } from "../table/use-list-moves.ts";
import { ChangeItem } from "./change-row.tsx";
import { ProductHead, UnitHead } from "./group-rows.tsx";
import type { ChangeRow } from "./rows.ts";

interface ChangeListProps {
  readonly rows: readonly ChangeRow[];
  readonly known: ReadonlySet<string>;
}

const LIKELY_HEIGHTS: Readonly<Record<ChangeRow["type"], number>> = { product: 58, unit: 36, change: 88 };

export function ChangeList({ rows, known }: ChangeListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => LIKELY_HEIGHTS[rows[index]?.type ?? "change"],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    initialRect: { width: 1200, height: 900 },
  });
  useListMoves(scroller, virtual, (index) => rows[index]?.type === "change");
  return (
    <div className="finding-scroll" ref={scroller} tabIndex={0} role="region" aria-label="Changes">
      <div className="entries" role="list" style={{ height: virtual.getTotalSize() }}>
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
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.type === "product" && <ProductHead product={row.product} known={known} />}
              {row.type === "unit" && <UnitHead unit={row.unit} />}
              {row.type === "change" && (
                <ChangeItem
                  item={row.element}
                  known={known}
                  opened={opened.has(row.key)}
                  onToggle={() => setOpened(toggled(opened, row.key))}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
