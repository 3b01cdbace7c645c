/** Elements of a snapshot as the rest of ingest takes them: parsed, validated, hashed and packed. */
import { contentHash, packText } from "../../packed.ts";
import type { RefusalList } from "../refusal.ts";

/** An element as it was cut out. */
export interface Raw {
  readonly index: number;
  readonly value: unknown;
  /** In one spelling, whatever white space it came with. */
  readonly text: string;
}

export interface Item<Words> {
  readonly index: number;
  readonly id: string;
  /** Tells two contents apart. */
  readonly hash: Uint8Array;
  /** Absent where the hash is known: there is nothing new. */
  readonly said?: Said<Words>;
}

interface Said<Words> {
  /** As much of it as rows are made from. */
  readonly words: Words;
  /** All of it, packed. */
  readonly doc: Uint8Array;
}

export interface Preparing {
  readonly refusals: RefusalList;
  /** Whether an element of this hash is there as it is now. */
  isKnown(hash: Uint8Array): boolean;
}

export interface Schema {
  safeParse(value: unknown): Checked;
}

type Checked =
  | { readonly success: true }
  | {
      readonly success: false;
      readonly error: { readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[] };
    };

/** Whether the value is what the schema says; what is wrong is noted under the pointer. */
export function isValid({ refusals }: Preparing, schema: Schema, value: unknown, pointer: string): boolean {
  const checked = schema.safeParse(value);
  if (!checked.success) refusals.addIssues(pointer, checked.error.issues);
  return checked.success;
}

export interface Shape<Value, Words> {
  readonly section: string;
  readonly schema: Schema;
  readonly words: (value: Value) => Words;
  /** What is kept of it; default: all. */
  readonly kept?: (value: Value, text: string) => string;
}

/** Undefined where it is not valid. What is kept is the original, with fields that this version does not know. */
export function prepareItem<Value, Words>(
  { section, schema, words, kept = (_, text) => text }: Shape<Value, Words>,
  { index, value, text }: Raw,
  preparing: Preparing,
): Item<Words> | undefined {
  const id = idOf(value);
  const hash = contentHash(text);
  if (preparing.isKnown(hash)) return { index, id, hash };
  if (!isValid(preparing, schema, value, `/${section}/${index}`)) return undefined;
  const valid = value as Value;
  return { index, id, hash, said: { words: words(valid), doc: packText(kept(valid, text)) } };
}

function idOf(value: unknown): string {
  const id = (value as { readonly id?: unknown } | null)?.id;
  return typeof id === "string" ? id : "";
}
