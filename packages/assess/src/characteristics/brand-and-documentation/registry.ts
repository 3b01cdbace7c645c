/** D5. A name, a page to land on, documentation of purpose and of use. */
import type { Characteristic } from "../../check.ts";
import { examplesParse } from "./examples-parse.ts";
import { linksAlive } from "./links-alive.ts";

export const brandAndDocumentation: Characteristic = {
  id: "brand-and-documentation",
  title: "Brand and documentation",
  checks: [linksAlive, examplesParse],
};
