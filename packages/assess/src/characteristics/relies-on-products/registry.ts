/** D4. Built from products, all the way down. */
import type { Characteristic } from "../../check.ts";
import { chainIsShort } from "./chain-is-short.ts";
import { dependenciesLocked } from "./dependencies-locked.ts";
import { licencesFit } from "./licences-fit.ts";
import { oneRangeEach } from "./one-range-each.ts";
import { rangesBounded } from "./ranges-bounded.ts";
import { standsOnKeptProducts } from "./stands-on-kept-products.ts";

export const reliesOnProducts: Characteristic = {
  id: "relies-on-products",
  title: "Relies on other products",
  checks: [dependenciesLocked, rangesBounded, oneRangeEach, chainIsShort, standsOnKeptProducts, licencesFit],
};
