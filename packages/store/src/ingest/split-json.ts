/**
 * Cuts a JSON document into the elements of its top-level arrays, as its bytes come in.
 *
 * A snapshot is an object of long arrays. Only where each element begins and ends is found here, byte by
 * byte; what is in it is left to `JSON.parse`, which is native and strict. Memory is one element, never
 * the document, and what is unchanged since the last snapshot need not even be looked at.
 */

export type JsonPart =
  | { readonly kind: "value"; readonly name: string; readonly text: string }
  | { readonly kind: "element"; readonly name: string; readonly index: number; readonly text: string };

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

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d];

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
  /** What was seen of the part that is being cut out; empty between parts. */
  #pieces: Uint8Array[] = [];
  #size = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** After a comma something must follow, or it is a trailing comma. */
  #mustFollow = false;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  push(chunk: Uint8Array): JsonPart[] {
    const parts: JsonPart[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (this.#state === "value" || this.#state === "element" || this.#state === "key")
        at = this.#cut(chunk, at, parts);
      else this.#between(chunk[at++] ?? 0, at - 1);
    }
    this.#read += chunk.length;
    return parts;
  }

  finish(): void {
    if (this.#state !== "end") this.#fail("the document ends too early", 0);
  }

  /** Reads on to the end of the current part or of the chunk; returns where. */
  #cut(chunk: Uint8Array, start: number, parts: JsonPart[]): number {
    let at = start;
    for (; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) {
          this.#inString = false;
          if (this.#state === "key" && this.#depth === 0) {
            this.#keep(chunk.subarray(start, at + 1), at);
            this.#name = this.#key(at);
            this.#state = "colon";
            return at + 1;
          }
        }
      } else if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#descend(at);
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY || byte === COMMA) {
        if (this.#depth === 0) {
          this.#keep(chunk.subarray(start, at), at);
          return this.#complete(byte, at, parts);
        }
        if (byte !== COMMA) this.#depth--;
      }
    }
    this.#keep(chunk.subarray(start, at), at);
    return at;
  }

  /** Ends the part at a comma or bracket of the level around it. */
  #complete(byte: number, at: number, parts: JsonPart[]): number {
    const text = this.#text();
    const [name, index] = [this.#name, this.#index];
    if (this.#state === "value") {
      if (byte === CLOSE_ARRAY) this.#fail(`"]" closes what no "[" opened`, at);
      parts.push({ kind: "value", name, text });
      this.#state = byte === COMMA ? "key-or-end" : "end";
      this.#mustFollow = byte === COMMA;
      return at + 1;
    }
    if (byte === CLOSE_OBJECT) this.#fail(`"}" closes what no "{" opened`, at);
    parts.push({ kind: "element", name, index, text });
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
        else if (byte === QUOTE) this.#begin("key", byte);
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
        this.#begin("value", byte);
        return;
      }
      this.#index = 0;
      this.#mustFollow = false;
      return;
    }
    if (byte === CLOSE_ARRAY && !this.#mustFollow) this.#state = "next";
    else if (byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) this.#fail("an element must follow", at);
    else this.#begin("element", byte);
  }

  #begin(state: "key" | "value" | "element", byte: number): void {
    this.#state = state;
    this.#inString = byte === QUOTE;
    this.#escaped = false;
    this.#depth = 0;
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#depth = 1;
    this.#pieces = [Uint8Array.of(byte)];
    this.#size = 1;
  }

  #descend(at: number): void {
    this.#depth++;
    if (this.#depth > this.#limits.depth) this.#fail(`nested deeper than ${this.#limits.depth} in "${this.#name}"`, at);
  }

  #keep(piece: Uint8Array, at: number): void {
    this.#size += piece.length;
    if (this.#size > this.#limits.bytes) {
      this.#fail(`an element of "${this.#name}" is larger than ${this.#limits.bytes} bytes`, at);
    }
    this.#pieces.push(piece);
  }

  #key(at: number): string {
    const text = this.#text();
    try {
      return String(JSON.parse(text));
    } catch {
      return this.#fail(`${text} is no field name`, at);
    }
  }

  #text(): string {
    const text = Buffer.concat(this.#pieces).toString();
    this.#pieces = [];
    this.#size = 0;
    return text;
  }

  #fail(message: string, at: number): never {
    throw new JsonShapeError(message, this.#read + at);
  }
}
