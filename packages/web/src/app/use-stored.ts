/** A switch that this browser remembers. */
import { useState } from "react";

export function useStored(key: string, initial: boolean): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => read(key) ?? initial);
  return [
    value,
    (next) => {
      setValue(next);
      try {
        localStorage.setItem(key, next ? "on" : "off");
      } catch {
        // Without storage it holds until the page is left.
      }
    },
  ];
}

function read(key: string): boolean | undefined {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? undefined : kept === "on";
  } catch {
    return undefined;
  }
}
