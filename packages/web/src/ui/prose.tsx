/** A sentence of the checks, in which code stands between backticks. */
import { Fragment } from "react";

export function Prose({ text }: { readonly text: string }) {
  const parts = text.split("`");
  // A backtick without its like is one that is meant.
  if (parts.length % 2 === 0) return text;
  return parts.map((part, place) =>
    place % 2 === 1 ? <code key={place}>{part}</code> : <Fragment key={place}>{part}</Fragment>,
  );
}
