/** Moves the focus from row to row, bringing the row into view first. */
import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";
import { onMoveInList } from "../app/list-move.ts";

export function useListMoves(
  scroller: RefObject<HTMLDivElement | null>,
  virtual: Virtualizer<HTMLDivElement, Element>,
): void {
  const latest = useRef(virtual);
  useEffect(() => {
    latest.current = virtual;
  });
  useEffect(
    () =>
      onMoveInList((step) => {
        const { count } = latest.current.options;
        if (count === 0) return;
        const focused = document.activeElement?.closest<HTMLElement>("[data-index]");
        const from = focused === null || focused === undefined ? -1 : Number(focused.dataset["index"]);
        const next = Math.min(count - 1, Math.max(0, from + step));
        latest.current.scrollToIndex(next);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`);
            link?.focus({ preventScroll: true });
          }),
        );
      }),
    [scroller],
  );
}
