/** The nine characteristics of a product, D1 to D9 of the doctrine, in its order. */
import type { Characteristic } from "../check.ts";
import { brandAndDocumentation } from "./brand-and-documentation/registry.ts";
import { buildOrUseBest } from "./build-or-use-best/registry.ts";
import { clearInterfaces } from "./clear-interfaces/registry.ts";
import { community } from "./community/registry.ts";
import { manageableGrowth } from "./manageable-growth/registry.ts";
import { reliesOnProducts } from "./relies-on-products/registry.ts";
import { usefulStandalone } from "./useful-standalone/registry.ts";
import { valueOverComplexity } from "./value-over-complexity/registry.ts";
import { wellDefined } from "./well-defined/registry.ts";

export const characteristics: readonly Characteristic[] = [
  wellDefined,
  clearInterfaces,
  usefulStandalone,
  reliesOnProducts,
  brandAndDocumentation,
  community,
  buildOrUseBest,
  manageableGrowth,
  valueOverComplexity,
];
