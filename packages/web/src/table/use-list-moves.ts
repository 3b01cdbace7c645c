/** Moves the focus from row to row, bringing the row into view first. */
import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";
import { onMoveInList } from "../app/list-move.ts";

export function useListMoves(
  scroller: RefObject<HTMLDivElement | null>,
  virtual: Virtualizer<HTMLDivElement, Element>,
  /** Rows that the focus stops at; headings between them are passed over. */
  stops: (index: number) => boolean = () => true,
): void {
  const latest = useRef({ virtual, stops });
  useEffect(() => {
    latest.current = { virtual, stops };
  });
  useEffect(
    () =>
      onMoveInList((step) => {
        const { virtual, stops } = latest.current;
        const { count } = virtual.options;
        const focused = document.activeElement?.closest<HTMLElement>("[data-index]");
        const from = focused === null || focused === undefined ? -1 : Number(focused.dataset["index"]);
        let next = from + step;
        while (next >= 0 && next < count && !stops(next)) next += step;
        if (next < 0 || next >= count) return;
        virtual.scrollToIndex(next);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            const link = scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] :is(a, button)`);
            link?.focus({ preventScroll: true });
          }),
        );
      }),
    [scroller],
  );
}
