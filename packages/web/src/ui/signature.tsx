/** A signature as code: it breaks after commas and opening brackets rather than inside names. */
import { Fragment } from "react";

interface SignatureProps {
  readonly text: string;
  /** Two lines are enough until somebody asks for all of it. */
  readonly short?: boolean;
}

export function Signature({ text, short = false }: SignatureProps) {
  return (
    <code className="signature" data-short={short || undefined}>
      <Breakable text={text} />
    </code>
  );
}

/** Names longer than the page still break, by the style sheet. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?<=[,(<{[|.])(?=\S)/).map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
