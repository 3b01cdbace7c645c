/** `freehold.config.yaml`: nested or dotted, whichever reads better. */
import type { Problem } from "@freehold/model";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Pair, type YAMLMap } from "yaml";
import type { Layer, Place } from "./layer.ts";
import { nearest } from "./nearest.ts";
import { SETTING_KEYS } from "./settings.ts";

/** A file with settings is short; what is longer is another file. */
const MOST_BYTES = 256 * 1024;

export function readFileLayer(text: string, path: string): Layer {
  if (text.length > MOST_BYTES) {
    const message = `is longer than ${MOST_BYTES} characters: this is no file with settings`;
    return { values: new Map(), problems: [{ code: "config/too-large", severity: "error", message, path }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problems: Problem[] = document.errors.map(({ message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
    const first = message.split("\n", 1)[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? message;
    return { code: "config/invalid-yaml", severity: "error", message: first, path, line, column: col };
  });
  const values = new Map<string, { value: unknown; place: Place }>();
  if (problems.length > 0 || document.contents === null) return { values, problems };
  if (!isMap(document.contents)) {
    const message = "holds no settings: write one a line, such as port: 4000";
    return { values, problems: [{ code: "config/invalid", severity: "error", message, path }] };
  }
  collect(document.contents, "", 0);
  return { values, problems };

  function collect(map: YAMLMap, prefix: string, depth: number): void {
    for (const pair of map.items) take(pair, prefix, depth);
  }

  function take(pair: Pair, prefix: string, depth: number): void {
    const key = `${prefix}${isScalar(pair.key) ? String(pair.key.value) : ""}`;
    const place = placeOf(pair.key);
    const known = SETTING_KEYS.some((setting) => setting === key);
    if (!known && isMap(pair.value) && depth < 4 && SETTING_KEYS.some((setting) => setting.startsWith(`${key}.`))) {
      collect(pair.value, `${key}.`, depth + 1);
      return;
    }
    if (known) {
      values.set(key, { value: plain(pair.value), place });
      return;
    }
    const { line, column } = place;
    problems.push({
      code: "config/unknown-setting",
      severity: "error",
      message: `there is no setting "${key}"`,
      hint: `Did you mean "${nearest(key, SETTING_KEYS)}"? All settings: freehold config --help`,
      path,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  }

  function placeOf(node: unknown): Place {
    const start = isScalar(node) ? node.range?.[0] : undefined;
    if (start === undefined) return { from: "file", name: path, path };
    const { line, col } = lines.linePos(start);
    return { from: "file", name: `${path}:${line}:${col}`, path, line, column: col };
  }
}

/** Values are texts, numbers and lists of them; anything else is left for the schema to refuse. */
function plain(node: unknown): unknown {
  if (isScalar(node)) return node.value ?? undefined;
  if (isSeq(node)) return node.items.map(plain);
  return isMap(node) ? {} : undefined;
}
