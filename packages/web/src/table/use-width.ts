/** How much room a table has, in the steps that the style sheets use too. */
import { useSyncExternalStore } from "react";

export type Width = "narrow" | "medium" | "wide";

const wide = matchMedia("(min-width: 1180px)");
const medium = matchMedia("(min-width: 720px)");

export function useWidth(): Width {
  return useSyncExternalStore(subscribe, current);
}

function current(): Width {
  if (wide.matches) return "wide";
  return medium.matches ? "medium" : "narrow";
}

function subscribe(listener: () => void): () => void {
  for (const query of [wide, medium]) query.addEventListener("change", listener);
  return () => {
    for (const query of [wide, medium]) query.removeEventListener("change", listener);
  };
}
