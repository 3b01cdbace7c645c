/** What stands above the changes of a product and of a unit: the figures, and whether the version says as much. */
import type { ProductDiff, UnitDiff, VersionVerdict } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { formatCount, formatQuantity } from "../format/format.ts";
import { Badge, type Tone } from "../ui/index.ts";
import { VERDICTS } from "./words.ts";

interface ProductHeadProps {
  readonly product: ProductDiff;
  readonly known: ReadonlySet<string>;
}

export function ProductHead({ product, known }: ProductHeadProps) {
  const { slug, name } = product.product;
  return (
    <h2 className="change-product">
      {known.has(slug) ? (
        <Link to="/products/$slug" params={{ slug }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {figuresOf(product).map(({ words, tone }) => (
        <Badge key={words} tone={tone}>
          {words}
        </Badge>
      ))}
    </h2>
  );
}

function figuresOf({
  breaking,
  unknown,
  waived,
  added,
  changed,
  removed,
}: ProductDiff): { words: string; tone: Tone }[] {
  const figures: { words: string; count: number; tone: Tone }[] = [
    { words: `${formatCount(breaking)} breaking`, count: breaking, tone: "bad" },
    { words: `${formatCount(unknown)} unknown`, count: unknown, tone: "warn" },
    { words: `${formatCount(waived)} waived`, count: waived, tone: "info" },
    { words: `${formatCount(added)} added`, count: added, tone: "plain" },
    { words: `${formatCount(changed)} changed`, count: changed, tone: "plain" },
    { words: `${formatCount(removed)} removed`, count: removed, tone: "plain" },
  ];
  return figures.filter(({ count }) => count > 0);
}

export function UnitHead({ unit }: { readonly unit: UnitDiff }) {
  const { label, meaning, tone } = VERDICTS[unit.version.verdict];
  return (
    <p className="change-unit">
      <strong>{unit.name}</strong>
      <Versions version={unit.version} />
      <Badge tone={tone} title={meaning}>
        {label}
      </Badge>
      <span className="muted">{needOf(unit.version)}</span>
      {unit.changes.length === 0 && <span className="muted">Its interface did not change.</span>}
    </p>
  );
}

function Versions({ version: { before, after } }: { readonly version: VersionVerdict }) {
  if (before === undefined && after === undefined) return null;
  return (
    <span className="versions">
      {before ?? "none"}
      {after !== before && (
        <>
          {" "}
          <span aria-label="to">→</span> {after ?? "gone"}
        </>
      )}
    </span>
  );
}

function needOf({ required, certain, next, verdict }: VersionVerdict): string {
  if (required === "none") return "";
  const step = `needs a ${required} step${next === undefined || verdict === "honoured" ? "" : `: ${next}`}`;
  return certain ? step : `${step}, if what is unknown breaks`;
}

export function unchangedWords(count: number): string {
  return `${formatQuantity(count, "unit")} changed in files only, not in what they promise`;
}
