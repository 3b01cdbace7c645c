/** Elements of a snapshot as the rest of ingest takes them: parsed, validated and hashed. They cross threads as JSON. */
import { contentHash } from "../../packed.ts";
import type { RefusalList } from "../refusal.ts";
import type { BatchDocuments, DocRef } from "./documents.ts";
import type { Names } from "./names.ts";

/** An element as it was cut out. */
export interface Raw {
  readonly index: number;
  readonly value: unknown;
  /** As JSON, without white space. */
  readonly bytes: Uint8Array;
}

export interface Item<Words> {
  readonly index: number;
  readonly id: string;
  /** Tells two contents apart. */
  readonly hash: string;
  /** Absent where the hash is known: there is nothing new. */
  readonly said?: Said<Words>;
}

interface Said<Words> {
  /** As much of it as rows are made from. */
  readonly words: Words;
  /** All of it. */
  readonly doc: DocRef;
}

export interface Preparing {
  readonly refusals: RefusalList;
  readonly documents: BatchDocuments;
  readonly names: Names;
  /** Whether an element of this hash is there as it is now. */
  isKnown(hash: string): boolean;
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
  readonly words: (value: Value, preparing: Preparing) => Words;
  /** What is kept of it; default: all. */
  readonly kept?: (value: Value, bytes: Uint8Array) => Uint8Array;
  /** Whether a snapshot has many that are alike, of which few are read. */
  readonly together?: boolean;
}

/** Undefined where it is not valid. What is kept is the original, with fields that this version does not know. */
export function prepareItem<Value, Words>(
  { section, schema, words, together = false, kept = (_, bytes) => bytes }: Shape<Value, Words>,
  { index, value, bytes }: Raw,
  preparing: Preparing,
): Item<Words> | undefined {
  const id = idOf(value);
  const hash = contentHash(bytes);
  if (preparing.isKnown(hash)) return { index, id, hash };
  if (!isValid(preparing, schema, value, `/${section}/${index}`)) return undefined;
  const valid = value as Value;
  const json = kept(valid, bytes);
  const doc = together ? preparing.documents.together(json) : preparing.documents.alone(json);
  return { index, id, hash, said: { words: words(valid, preparing), doc } };
}

function idOf(value: unknown): string {
  const id = (value as { readonly id?: unknown } | null)?.id;
  return typeof id === "string" ? id : "";
}
