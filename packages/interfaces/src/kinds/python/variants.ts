/** One name that branches define more than once: the first counts, the others are told by their hash. */
import { hash } from "../../containment/lowering.ts";
import type { PyName } from "./model.ts";

export function mergeVariants(variants: readonly PyName[]): PyName {
  const [first, ...rest] = variants as readonly [PyName, ...PyName[]];
  const main = first.kind === "import" ? (rest.find((one) => one.kind === first.kind && one.own) ?? first) : first;
  if (rest.length === 0 || !("others" in main)) return main;
  const text = JSON.stringify(main);
  const others = rest.map((one) => JSON.stringify(one)).filter((one) => one !== text);
  return { ...main, others: [...new Set(others.map(hash))].sort() };
}
