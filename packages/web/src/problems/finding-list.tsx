/** Findings of any number; their heights differ, so each is measured when it comes into view. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { components } from "@freehold/client";
import { useEnd } from "../table/data-table.tsx";
import { ProblemItem, ViolationItem } from "./finding-items.tsx";
import { useListMoves } from "../table/use-list-moves.ts";

const LIKELY_HEIGHT = 92;

interface FindingListProps {
  readonly findings: readonly components["schemas"]["ListedFinding"][];
  /** Asks for the next ones; absent: these are all. */
  readonly onEnd: (() => void) | undefined;
}

export function FindingList({ findings, onEnd }: FindingListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: findings.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LIKELY_HEIGHT,
    overscan: 8,
    initialRect: { width: 1200, height: 900 },
  });
  useListMoves(scroller, virtual);
  useEnd(virtual.getVirtualItems().at(-1)?.index ?? -1, findings.length, onEnd);
  return (
    // Some findings hold nothing to focus; the list itself then scrolls by keys.
    <div className="finding-scroll" ref={scroller} tabIndex={0} role="region" aria-label="Findings">
      <ul className="findings" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const finding = findings[index];
          if (finding === undefined) return null;
          return (
            <li
              key={index}
              data-index={index}
              ref={virtual.measureElement}
              className="finding-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <ul>
                {finding.kind === "violation" ? (
                  <ViolationItem violation={finding.violation} />
                ) : (
                  <ProblemItem problem={finding.problem} />
                )}
              </ul>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
