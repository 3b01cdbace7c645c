/** How much room a table has, in the steps that the style sheets use too. */
import { useSyncExternalStore } from "react";

export const WIDTHS = ["narrow", "medium", "wide", "widest"] as const;

export type Width = (typeof WIDTHS)[number];

const widest = matchMedia("(min-width: 1500px)");
const wide = matchMedia("(min-width: 1180px)");
const medium = matchMedia("(min-width: 720px)");

export function useWidth(): Width {
  return useSyncExternalStore(subscribe, current);
}

function current(): Width {
  if (widest.matches) return "widest";
  if (wide.matches) return "wide";
  return medium.matches ? "medium" : "narrow";
}

function subscribe(listener: () => void): () => void {
  for (const query of [widest, wide, medium]) query.addEventListener("change", listener);
  return () => {
    for (const query of [widest, wide, medium]) query.removeEventListener("change", listener);
  };
}
