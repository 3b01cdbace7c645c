import type { Comment } from "oxc-parser";
import type { Meta } from "./structure.ts";

/** The first line of a documentation comment and the names of its tags. */

/** `value` is the comment without its delimiters: `* First line …`. */
function docOf(value: string): { readonly doc?: string; readonly tags?: readonly string[] } {
  const lines = value.split("\n").map((line) => line.replace(/^[\s*]+/, "").trimEnd());
  const doc = lines.find((line) => line !== "" && !line.startsWith("@"));
  const tags = lines.flatMap((line) => /^@([A-Za-z]+)/.exec(line)?.[1] ?? /\{@([A-Za-z]+)\}/.exec(line)?.[1] ?? []);
  const before = lines.findIndex((line) => line.startsWith("@"));
  const described = doc !== undefined && (before < 0 || lines.indexOf(doc) < before);
  return { ...(described && { doc }), ...(tags.length > 0 && { tags: tags.map((tag) => tag.toLowerCase()) }) };
}

/** What is known of a place: its line, and the documentation comment right in front of it. */
export function metaReader(
  text: string,
  comments: readonly Comment[],
  locate: (offset: number) => number,
): (start: number) => Meta {
  const blocks = comments.filter((comment) => comment.type === "Block" && comment.value.startsWith("*"));
  return (start) => {
    const comment = lastBefore(blocks, start);
    const line = locate(start);
    if (comment === undefined || text.slice(comment.end, start).trim() !== "") return { line };
    return { line, ...docOf(comment.value) };
  };
}

function lastBefore(comments: readonly Comment[], offset: number): Comment | undefined {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return comments[low - 1];
}
