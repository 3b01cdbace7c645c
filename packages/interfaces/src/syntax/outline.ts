/**
 * A text with its tree as plain data, so that neither is made again: without what lies between the braces of bodies,
 * which promises nothing and is most of a source.
 *
 * Line ends of what is left out stay, so that everything keeps its line.
 */
import { type NodeSet, Tree } from "@lezer/common";
import type { Json } from "../kind.ts";
import { lineOf as indexBelow } from "./lines.ts";

export interface Outline {
  readonly text: string;
  readonly tree: Tree;
}

/** A range of the text, braces included. */
export interface Body {
  readonly from: number;
  readonly to: number;
}

/** `bodies` in their order, none within another. Linear, but for looking up which bodies lie before a node. */
export function packOutline(text: string, tree: Tree, bodies: readonly Body[] = []): Json {
  const cuts = cutsOf(text, bodies);
  const bytes = new Bytes();
  const moved = (offset: number): number => offset - removedBefore(cuts, offset);
  bytes.push(tree.type.id);
  bytes.push(moved(tree.length));
  const starts = new Set(bodies.map(({ from }) => from));
  const marks: number[] = [];
  let nodes = 0;
  let last = 0;
  const write = (type: number, from: number, to: number, size: number): void => {
    const [start, end] = [moved(from), moved(to)];
    bytes.push(type);
    bytes.push(start >= last ? (start - last) * 2 : (last - start) * 2 - 1);
    bytes.push(end - start);
    bytes.push(size);
    last = end;
    nodes++;
  };
  const isBody = (from: number, to: number): boolean =>
    starts.has(from) && bodies[indexBelow(cuts.froms, from)]?.to === to;
  tree.iterate({
    enter({ type, from, to }) {
      if (isBody(from, to)) {
        write(type.id, from, to, 1);
        return false;
      }
      marks.push(nodes);
      return true;
    },
    leave({ type, from, to }) {
      const before = marks.pop() ?? 0;
      if (marks.length > 0) write(type.id, from, to, nodes - before + 1);
    },
  });
  return { text: cuts.text, tree: bytes.text() };
}

/** What `packOutline` made, with the nodes of the same parser. */
export function openOutline(packed: Json, nodeSet: NodeSet): Outline {
  const { text, tree } = packed as { readonly text: string; readonly tree: string };
  const bytes = Buffer.from(tree, "base64");
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const [topID, length] = [next(), next()];
  const buffer: number[] = [];
  let last = 0;
  while (at < bytes.length) {
    const type = next();
    const step = next();
    const start = step % 2 === 0 ? last + step / 2 : last - (step + 1) / 2;
    last = start + next();
    buffer.push(type, start, last, next() * 4);
  }
  return { text, tree: Tree.build({ buffer, nodeSet, topID, length }) };
}

interface Cuts {
  readonly text: string;
  /** Where bodies begin. */
  readonly froms: readonly number[];
  readonly bodies: readonly Body[];
  /** Characters removed up to and with each body. */
  readonly removed: readonly number[];
}

function cutsOf(text: string, bodies: readonly Body[]): Cuts {
  const parts: string[] = [];
  const removed: number[] = [];
  let kept = 0;
  let sum = 0;
  for (const { from, to } of bodies) {
    const lines = text.slice(from + 1, to - 1).replaceAll(/[^\n]+/g, "");
    parts.push(text.slice(kept, from + 1), lines);
    kept = to - 1;
    sum += to - from - 2 - lines.length;
    removed.push(sum);
  }
  parts.push(text.slice(kept));
  return { text: parts.join(""), froms: bodies.map(({ from }) => from), bodies, removed };
}

/** Offsets are never inside of a body, whose own are left out. */
function removedBefore({ froms, bodies, removed }: Cuts, offset: number): number {
  if (froms.length === 0 || offset <= (froms[0] ?? 0)) return 0;
  const index = indexBelow(froms, offset);
  const inside = offset < (bodies[index]?.to ?? 0);
  return (inside ? removed[index - 1] : removed[index]) ?? 0;
}

/** Numbers of seven bits a byte, the lowest first. */
class Bytes {
  #buffer = Buffer.allocUnsafe(1024);
  #length = 0;

  push(value: number): void {
    if (this.#length + 10 > this.#buffer.length) this.#buffer = Buffer.concat([this.#buffer], this.#buffer.length * 2);
    let rest = value;
    while (rest > 127) {
      this.#buffer[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#buffer[this.#length++] = rest;
  }

  text(): string {
    return this.#buffer.toString("base64", 0, this.#length);
  }
}
