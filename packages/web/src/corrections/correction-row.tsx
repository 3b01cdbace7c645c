import { formatAgo, formatMoment } from "../format/format.ts";
import { Badge } from "../ui/index.ts";
import type { ListedCorrection } from "./queries.ts";
import { useCorrect } from "./use-correct.ts";
import { correctionWords } from "./words.ts";

interface CorrectionRowProps {
  readonly correction: ListedCorrection;
  readonly may: boolean;
}

export function CorrectionRow({ correction, may }: CorrectionRowProps) {
  const { key, actor, at, undone } = correction;
  const { undo } = useCorrect();
  const words = correctionWords(correction);
  return (
    <li>
      <span className="rows-main">
        {words} {undone !== undefined && <Badge>taken back</Badge>}
      </span>
      <span className="muted" title={formatMoment(at)}>
        {actor} · {formatAgo(at)}
      </span>
      {may && undone === undefined && (
        <button type="button" className="button" aria-label={`Take back: ${words}`} onClick={() => void undo(key)}>
          Take back
        </button>
      )}
    </li>
  );
}
