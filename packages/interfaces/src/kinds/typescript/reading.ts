/** What reading declarations carries along: the text, and what is written on them. */
import type { Meta } from "./structure.ts";

/** What a reader knows beside the tree: the text, and where and how a node is documented. */
export interface Reading {
  readonly source: string;
  meta(start: number): Meta;
}
