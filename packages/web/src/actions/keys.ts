/** From keys that were pressed to the action they mean. Pure, so that it is tested without a browser. */
import type { Action } from "./action.ts";

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** `mod+shift+l`, `?`, `g`; undefined for keys that only modify. */
export function chordOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): string | undefined {
  if (["Control", "Meta", "Shift", "Alt"].includes(key)) return undefined;
  const name = key.toLowerCase();
  if (!ctrlKey && !metaKey) return altKey ? `alt+${name}` : name;
  return `mod+${shiftKey ? "shift+" : ""}${name}`;
}

export type Match =
  | { readonly kind: "action"; readonly action: Action }
  | { readonly kind: "prefix" }
  | { readonly kind: "none" };

/** `pressed` are the chords so far; a sequence that has begun waits for the rest. */
export function matchKeys(actions: readonly Action[], pressed: readonly string[]): Match {
  const typed = pressed.join(" ");
  const action = actions.find(({ keys }) => keys === typed);
  if (action !== undefined) return { kind: "action", action };
  return { kind: actions.some(({ keys }) => keys?.startsWith(`${typed} `) === true) ? "prefix" : "none" };
}

/** Shortcuts of plain letters can be switched off (WCAG 2.1.4); those with a modifier stay. */
export function isPlain(keys: string): boolean {
  return !keys.includes("+");
}
