/** Listens for the keys of all actions. */
import { useEffect, useRef } from "react";
import type { ActionContext } from "./action.ts";
import { chordOf, isPlain, matchKeys } from "./keys.ts";
import { actions } from "./registry.ts";

/** A sequence that is not continued is forgotten. */
const PATIENCE_MS = 1200;

export function useShortcuts(context: ActionContext, plainKeys: boolean): void {
  const latest = useRef({ context, plainKeys });
  useEffect(() => {
    latest.current = { context, plainKeys };
  });
  useEffect(() => {
    let pressed: readonly string[] = [];
    let last = 0;
    const listen = (event: KeyboardEvent) => {
      const chord = chordOf(event);
      if (chord === undefined || event.defaultPrevented) return;
      const { context, plainKeys } = latest.current;
      if (isPlain(chord) && (!plainKeys || isTyping(event.target) || isOverlaid())) return;
      pressed = event.timeStamp - last < PATIENCE_MS ? [...pressed, chord] : [chord];
      last = event.timeStamp;
      let match = matchKeys(visible(context), pressed);
      if (match.kind === "none" && pressed.length > 1) {
        pressed = [chord];
        match = matchKeys(visible(context), pressed);
      }
      if (match.kind !== "prefix") pressed = [];
      if (match.kind !== "action") return;
      event.preventDefault();
      match.action.perform(context);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function visible(context: ActionContext) {
  return actions.filter((action) => action.visible?.(context) ?? true);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")
  );
}

/** Letters pressed in a dialog are not meant for the page below it. */
function isOverlaid(): boolean {
  return document.querySelector("[role=dialog][aria-modal=true]") !== null;
}
