/** How far below the top of the page a list begins, in whose scrolling it takes part. */
import { type RefObject, useLayoutEffect, useState } from "react";

/** The element that scrolls, for lists that have no scrolling of their own. */
export function pageScroller(): HTMLDivElement | null {
  return document.querySelector<HTMLDivElement>("#content");
}

/** Follows whatever opens or closes above the list. */
export function useListOffset(list: RefObject<HTMLDivElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const [page, around] = [pageScroller(), list.current?.parentElement];
    if (page === null || around === null || around === undefined) return undefined;
    const measure = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      setOffset(Math.round(top - page.getBoundingClientRect().top + page.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    return () => observer.disconnect();
  }, [list]);
  return offset;
}
