/** A patch to look at and to copy, for `git apply`. */
import { formatQuantity } from "../format/format.ts";
import { CopyButton } from "../ui/index.ts";

interface PatchViewProps {
  readonly title: "Draft" | "Patch";
  readonly files: readonly string[];
  readonly patch: string;
}

export function PatchView({ title, files, patch }: PatchViewProps) {
  const names = files.join(", ");
  return (
    <div className="step-draft">
      <CopyButton text={patch} label={`Copy the patch of ${names}, for git apply`} />
      <details className="patch">
        <summary>
          {title} of {files.length === 1 ? <code>{files[0]}</code> : formatQuantity(files.length, "file")}
        </summary>
        <pre tabIndex={0} role="region" aria-label={`${title} of ${names}`}>
          {patch.split("\n").map((line, place) => (
            <span key={place} data-mark={/^[+-](?![+-]{2} )/.test(line) ? line[0] : undefined}>
              {line}
              {"\n"}
            </span>
          ))}
        </pre>
      </details>
    </div>
  );
}
