/** The assessment as a section of the report of a scan: the products that have furthest to go. */
import { assessSnapshot } from "@freehold/engine/view";
import type { Snapshot } from "@freehold/model";
import type { Terminal } from "../../terminal.ts";
import { assessmentTable } from "./table.ts";

/** A list of that many is read on the page, not in a terminal. */
const MOST_PRODUCTS = 2000;

export function assessmentSection(snapshot: Snapshot, options: { readonly terminal: Terminal; readonly all: boolean }) {
  const { products } = snapshot;
  if (products.length === 0 || products.length > MOST_PRODUCTS) return "";
  const assessment = assessSnapshot(snapshot);
  const first = assessment.products[0]?.slug;
  return first === undefined
    ? ""
    : `${assessmentTable(assessment.products, options)}  one with its evidence: freehold assess ${first}\n`;
}
