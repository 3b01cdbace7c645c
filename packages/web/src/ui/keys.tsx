/** Keys as they are pressed: `g p` one after the other, `mod+k` together. */
const MAC = typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.userAgent);

const NAMES: Readonly<Record<string, string>> = {
  mod: MAC ? "⌘" : "Ctrl",
  shift: MAC ? "⇧" : "Shift",
  enter: "↵",
  escape: "Esc",
};

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys">
      {keys.split(/[ +]/).map((key, place) => (
        // The same key may come twice; its place tells them apart.
        <kbd key={`${place}${key}`}>{NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
      ))}
    </span>
  );
}
