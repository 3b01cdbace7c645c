/** D4. Built from products, all the way down. */
import type { Characteristic } from "../../check.ts";
import { dependenciesLocked } from "./dependencies-locked.ts";

export const reliesOnProducts: Characteristic = {
  id: "relies-on-products",
  title: "Relies on other products",
  checks: [dependenciesLocked],
};
