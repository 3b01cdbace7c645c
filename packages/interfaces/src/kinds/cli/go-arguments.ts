/** How many arguments a command of cobra takes, by its validator. Source: "Positional and Custom Arguments" of cobra's user guide. */
import { callsOf, jsonOf, pathOf, type Value } from "../../syntax/value.ts";
import type { ArgumentDraft } from "./draft.ts";

/** Undefined: a function of the program decides. `named` are those that the usage line shows. */
export function argumentsTaken(
  validator: Value | undefined,
  named: readonly ArgumentDraft[],
  line: number,
): readonly ArgumentDraft[] | undefined {
  const range = rangeOf(validator);
  if (range === undefined) return undefined;
  const [least, most] = range;
  const nameAt = (index: number) => named[index]?.name ?? named.at(-1)?.name ?? "argument";
  const count = Math.min(Number.isFinite(most) ? most : least, 20);
  const args = Array.from({ length: count }, (_, index) => ({
    name: nameAt(index),
    required: index < least,
    variadic: false,
    line,
  }));
  return Number.isFinite(most) ? args : [...args, { name: nameAt(count), required: false, variadic: true, line }];
}

/** The least and the most; without a validator a command takes whatever comes. */
function rangeOf(validator: Value | undefined): readonly [number, number] | undefined {
  if (validator === undefined) return [0, Infinity];
  if (validator.kind !== "chain") return undefined;
  const [call] = callsOf(validator);
  const name = call?.method ?? pathOf(validator)?.split(".").at(-1);
  const [first, second] = (call?.args ?? []).map(({ value }) => Number(jsonOf(value)));
  switch (name) {
    case "NoArgs":
      return [0, 0];
    case "ArbitraryArgs":
      return [0, Infinity];
    case "ExactArgs":
      return first === undefined || Number.isNaN(first) ? undefined : [first, first];
    case "MinimumNArgs":
      return first === undefined || Number.isNaN(first) ? undefined : [first, Infinity];
    case "MaximumNArgs":
      return first === undefined || Number.isNaN(first) ? undefined : [0, first];
    case "RangeArgs":
      return first === undefined || second === undefined || Number.isNaN(first + second) ? undefined : [first, second];
    default:
      return undefined;
  }
}
