/** The signature as it was and as it is, with what differs marked. */
import type { InterfaceChange } from "@freehold/model";
import { useMemo } from "react";
import { Breakable } from "../ui/index.ts";
import { type Piece, tokenDiff } from "./token-diff.ts";

interface SignaturesProps {
  readonly change: InterfaceChange;
  readonly short: boolean;
}

export function Signatures({ change, short }: SignaturesProps) {
  const { before, after } = change;
  const [old, young] = [before?.signature, after?.signature];
  const pieces = useMemo(
    () => (old === undefined || young === undefined || old === young ? undefined : tokenDiff(old, young)),
    [old, young],
  );
  if (old === young) return old === undefined ? null : <Line mark=" " pieces={[whole(old)]} short={short} />;
  return (
    <>
      {old !== undefined && <Line mark="−" word="Before" pieces={pieces?.before ?? [whole(old)]} short={short} />}
      {young !== undefined && <Line mark="+" word="After" pieces={pieces?.after ?? [whole(young)]} short={short} />}
    </>
  );
}

function whole(text: string): Piece {
  return { text, changed: false };
}

interface LineProps {
  readonly mark: " " | "−" | "+";
  readonly word?: string;
  readonly pieces: readonly Piece[];
  readonly short: boolean;
}

function Line({ mark, word, pieces, short }: LineProps) {
  return (
    <div className="signature-line" data-mark={mark}>
      <span aria-hidden="true">{mark}</span>
      {word !== undefined && <span className="visually-hidden">{word}: </span>}
      <code className="signature" data-short={short || undefined}>
        {pieces.map(({ text, changed }, place) =>
          changed ? (
            <mark key={place}>
              <Breakable text={text} />
            </mark>
          ) : (
            <Breakable key={place} text={text} />
          ),
        )}
      </code>
    </div>
  );
}
