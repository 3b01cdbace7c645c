/** Changes one text of a manifest, where it stands once and for all to see. */
import type { DriftEdit } from "@freehold/model";
import { isMap, isScalar, parseDocument } from "yaml";

export type ValueEdit = Extract<DriftEdit, { kind: "value" }>;

/** Undefined where it does not stand there, or in several places. */
export function editValueText(text: string, edit: ValueEdit): string | undefined {
  return edit.file.endsWith(".json") ? editJson(text, edit) : editLine(text, edit);
}

/** JSON is YAML, and its reader knows where each value stands. `repository` is a text, or has a `url`. */
function editJson(text: string, { key, from, to }: ValueEdit): string | undefined {
  const document = parseDocument(text, { uniqueKeys: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const node = [[key], [key, "url"], [key, "type"]]
    .map((path) => document.getIn(path, true))
    .find((found) => isScalar(found) && found.value === from);
  if (!isScalar(node) || !node.range) return undefined;
  return text.slice(0, node.range[0]) + JSON.stringify(to) + text.slice(node.range[1]);
}

/** TOML and the like: the one line that begins with the field and has the text in quotes. */
function editLine(text: string, { key, from, to }: ValueEdit): string | undefined {
  const lines = text.split("\n");
  const places = lines.flatMap((line, index) => (isOf(line, key, from) ? [index] : []));
  const [place, second] = places;
  if (place === undefined || second !== undefined) return undefined;
  return lines.map((line, index) => (index === place ? line.replace(from, () => to) : line)).join("\n");
}

function isOf(line: string, key: string, from: string): boolean {
  const start = /^\s*["']?([\w-]+)["']?\s*[=:]/.exec(line);
  return start?.[1]?.toLowerCase() === key.toLowerCase() && (line.includes(`"${from}"`) || line.includes(`'${from}'`));
}
