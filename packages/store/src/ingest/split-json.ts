/**
 * Cuts a JSON document into the elements of its top-level arrays, as its bytes come in.
 *
 * A snapshot is an object of long arrays. Only where each element begins and ends is found here, byte by
 * byte; what is in it is left to `JSON.parse`, which is native and strict. Memory is one element, never
 * the document, and what is unchanged since the last snapshot need not even be looked at.
 */

export type JsonPart =
  | ({ readonly kind: "value"; readonly name: string } & Cut)
  | ({ readonly kind: "element"; readonly name: string; readonly index: number } & Cut);

interface Cut {
  /** May be a part of the chunk that it came in. */
  readonly bytes: Uint8Array;
  /** Whether there is white space in it outside strings. */
  readonly spaced: boolean;
}

export interface JsonLimits {
  /** Most bytes of one element or value. */
  readonly bytes: number;
  /** Deepest nesting inside one. */
  readonly depth: number;
}

/** The document is no JSON object, or one of its parts is too large or too deep. `at` is the byte. */
export class JsonShapeError extends Error {
  override readonly name = "JsonShapeError";
  readonly at: number;

  constructor(message: string, at: number) {
    super(`${message}, at byte ${at}`);
    this.at = at;
  }
}

type State = "start" | "key-or-end" | "key" | "colon" | "value" | "element-or-end" | "element" | "next" | "end";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** What bytes outside strings mean; of all others nothing. */
const MEANING = new Uint8Array(256);
const QUOTING = 1;
const OPENING = 2;
const CLOSING = 3;
const SEPARATING = 4;
const SPACING = 5;
MEANING.fill(SPACING, 0, 0x21);
MEANING[QUOTE] = QUOTING;
MEANING[OPEN_OBJECT] = MEANING[OPEN_ARRAY] = OPENING;
MEANING[CLOSE_OBJECT] = MEANING[CLOSE_ARRAY] = CLOSING;
MEANING[COMMA] = SEPARATING;

/** Bytes of JSON as text. */
export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

export async function* splitJson(chunks: AsyncIterable<Uint8Array>, limits: JsonLimits): AsyncGenerator<JsonPart[]> {
  const splitter = new Splitter(limits);
  for await (const chunk of chunks) {
    const parts = splitter.push(chunk);
    if (parts.length > 0) yield parts;
  }
  splitter.finish();
}

class Splitter {
  readonly #limits: JsonLimits;
  #state: State = "start";
  #name = "";
  #index = 0;
  #read = 0;
  /** What earlier chunks had of the part that is being cut out; empty between parts. */
  #pieces: Uint8Array[] = [];
  #size = 0;
  /** Where that part begins in this chunk. */
  #from = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #spaced = false;
  /** After a comma something must follow, or it is a trailing comma. */
  #mustFollow = false;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  push(chunk: Uint8Array): JsonPart[] {
    const parts: JsonPart[] = [];
    let at = 0;
    this.#from = 0;
    while (at < chunk.length) {
      if (this.#isCutting()) at = this.#cut(chunk, at, parts);
      else this.#between(chunk[at++] ?? 0, at - 1);
    }
    if (this.#isCutting()) this.#keep(chunk, at);
    this.#read += chunk.length;
    return parts;
  }

  #isCutting(): boolean {
    return this.#state === "value" || this.#state === "element" || this.#state === "key";
  }

  finish(): void {
    if (this.#state !== "end") this.#fail("the document ends too early", 0);
  }

  /** Reads on to the end of the current part or of the chunk; returns where. Every byte comes by here. */
  #cut(chunk: Uint8Array, start: number, parts: JsonPart[]): number {
    let at = start;
    let depth = this.#depth;
    for (;;) {
      if (this.#inString) {
        at = this.#endOfString(chunk, at);
        if (this.#inString) break;
        if (this.#state === "key" && depth === 0) return this.#completeKey(chunk, at);
      }
      let meaning = 0;
      while (at < chunk.length && (meaning = MEANING[chunk[at] ?? 0] ?? 0) === 0) at++;
      if (at >= chunk.length) break;
      if (meaning === SPACING) this.#spaced = true;
      else if (meaning === QUOTING) this.#inString = true;
      else if (meaning === OPENING) {
        if (++depth > this.#limits.depth) this.#fail(`nested deeper than ${this.#limits.depth} in "${this.#name}"`, at);
      } else if (depth === 0) return this.#complete(chunk, at, parts);
      else if (meaning === CLOSING) depth--;
      at++;
    }
    this.#depth = depth;
    return at;
  }

  /** Behind the quote that ends it, or the end of the chunk. */
  #endOfString(chunk: Uint8Array, start: number): number {
    let at = start;
    if (this.#escaped && at < chunk.length) {
      this.#escaped = false;
      at++;
    }
    for (; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) {
        this.#inString = false;
        return at + 1;
      }
      if (byte === BACKSLASH && ++at === chunk.length) this.#escaped = true;
    }
    return chunk.length;
  }

  #completeKey(chunk: Uint8Array, at: number): number {
    this.#name = this.#key(this.#taken(chunk, at), at);
    this.#state = "colon";
    return at;
  }

  /** Ends the part at a comma or bracket of the level around it. */
  #complete(chunk: Uint8Array, at: number, parts: JsonPart[]): number {
    const byte = chunk[at];
    const bytes = this.#taken(chunk, at);
    const spaced = this.#spaced;
    const [name, index] = [this.#name, this.#index];
    if (this.#state === "value") {
      if (byte === CLOSE_ARRAY) this.#fail(`"]" closes what no "[" opened`, at);
      parts.push({ kind: "value", name, bytes, spaced });
      this.#state = byte === COMMA ? "key-or-end" : "end";
      this.#mustFollow = byte === COMMA;
      return at + 1;
    }
    if (byte === CLOSE_OBJECT) this.#fail(`"}" closes what no "{" opened`, at);
    parts.push({ kind: "element", name, index, bytes, spaced });
    this.#index++;
    this.#mustFollow = byte === COMMA;
    this.#state = byte === COMMA ? "element-or-end" : "next";
    return at + 1;
  }

  #between(byte: number, at: number): void {
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return;
    switch (this.#state) {
      case "start":
        if (this.#read + at < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf)) return;
        if (byte !== OPEN_OBJECT) this.#fail("a snapshot is a JSON object and begins with {", at);
        this.#state = "key-or-end";
        return;
      case "key-or-end":
        if (byte === CLOSE_OBJECT && !this.#mustFollow) this.#state = "end";
        else if (byte === QUOTE) this.#begin("key", byte, at);
        else this.#fail("a field name in quotes must follow", at);
        return;
      case "colon":
        if (byte !== COLON) this.#fail(`":" must follow the field name "${this.#name}"`, at);
        this.#state = "element-or-end";
        this.#index = -1;
        return;
      case "element-or-end":
        this.#beginValue(byte, at);
        return;
      case "next":
        if (byte !== COMMA && byte !== CLOSE_OBJECT) this.#fail(`"," or "}" must follow the list "${this.#name}"`, at);
        this.#state = byte === COMMA ? "key-or-end" : "end";
        this.#mustFollow = byte === COMMA;
        return;
      default:
        this.#fail("something follows the end of the document", at);
    }
  }

  /** The first byte of a field's value (index -1: it may open a list) or of a list's element. */
  #beginValue(byte: number, at: number): void {
    if (this.#index === -1) {
      if (byte !== OPEN_ARRAY) {
        this.#begin("value", byte, at);
        return;
      }
      this.#index = 0;
      this.#mustFollow = false;
      return;
    }
    if (byte === CLOSE_ARRAY && !this.#mustFollow) this.#state = "next";
    else if (byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) this.#fail("an element must follow", at);
    else this.#begin("element", byte, at);
  }

  #begin(state: "key" | "value" | "element", byte: number, at: number): void {
    this.#state = state;
    this.#inString = byte === QUOTE;
    this.#escaped = false;
    this.#spaced = false;
    this.#depth = byte === OPEN_OBJECT || byte === OPEN_ARRAY ? 1 : 0;
    this.#from = at;
  }

  /** Keeps what this chunk has of the part, up to there. */
  #keep(chunk: Uint8Array, until: number): void {
    this.#size += until - this.#from;
    if (this.#size > this.#limits.bytes) {
      this.#fail(`an element of "${this.#name}" is larger than ${this.#limits.bytes} bytes`, until);
    }
    this.#pieces.push(chunk.subarray(this.#from, until));
  }

  /** The whole part, which ends there. */
  #taken(chunk: Uint8Array, until: number): Uint8Array {
    this.#keep(chunk, until);
    const [only, ...others] = this.#pieces;
    const bytes = only === undefined || others.length > 0 ? Buffer.concat(this.#pieces) : only;
    this.#pieces = [];
    this.#size = 0;
    return bytes;
  }

  #key(bytes: Uint8Array, at: number): string {
    const text = textOf(bytes);
    try {
      return String(JSON.parse(text));
    } catch {
      return this.#fail(`${text} is no field name`, at);
    }
  }

  #fail(message: string, at: number): never {
    throw new JsonShapeError(message, this.#read + at);
  }
}
