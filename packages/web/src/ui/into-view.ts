/** The `ref` of whatever becomes the chosen one in a row that scrolls sideways, as on a telephone. */
export function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ inline: "nearest", block: "nearest" });
}
