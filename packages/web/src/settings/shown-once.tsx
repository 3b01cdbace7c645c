/** A secret that nobody can show again. */
import { CopyButton } from "../ui/index.ts";

interface ShownOnceProps {
  readonly what: string;
  readonly secret: string;
  readonly hint: string;
  readonly onDone: () => void;
}

export function ShownOnce({ what, secret, hint, onDone }: ShownOnceProps) {
  return (
    <div className="once">
      <p>
        <strong>{what}</strong> is shown now and never again. {hint}
      </p>
      <p className="once-secret">
        <code>{secret}</code>
        <CopyButton text={secret} label={`Copy: ${what}`} />
      </p>
      <div className="form-buttons">
        <button type="button" className="button button-primary" onClick={onDone}>
          I have it
        </button>
      </div>
    </div>
  );
}
