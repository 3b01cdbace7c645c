/** Which entries the interface tab shows. */
import type { Facets, FacetSearch } from "../app/facets.ts";
import type { Entry } from "./entry.ts";

export type InterfaceFacet = "kind" | "stability" | "use" | "unit";

export type InterfaceSearch = FacetSearch<InterfaceFacet> & { readonly tab?: string };

export const interfaceFacets: Facets<Entry, InterfaceFacet> = {
  values: {
    kind: ({ element }) => (element === undefined ? [] : [element.kind]),
    stability: ({ element }) => (element === undefined ? [] : [element.stability]),
    use: ({ state }) => [state],
    unit: ({ unit }) => [unit.id],
  },
  text: ({ name, element, from = "" }) => [name, element?.signature, element?.doc, from].join("\n"),
};
