/** One finding: what is wrong, where, and what to do. */
import type { ProblemRow, ProductRef, ViolationRow } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { VIOLATIONS } from "../format/words.ts";
import { Badge, CopyButton, type Tone } from "../ui/index.ts";

export function ViolationItem({ violation }: { readonly violation: ViolationRow }) {
  const { rule, from, to, message, hint, evidence } = violation;
  return (
    <li className="finding">
      <div className="finding-head">
        <Badge tone="warn" title={VIOLATIONS[rule].meaning}>
          {VIOLATIONS[rule].label}
        </Badge>
        <ProductName product={from} />
        {to !== undefined && <span aria-label="towards">→</span>}
        <ProductName product={to} />
        <EvidenceButton claimed={{ subject: VIOLATIONS[rule].label, statement: message, evidence }} />
      </div>
      <p>{message}</p>
      <p className="finding-hint">{hint}</p>
    </li>
  );
}

const TONES: Readonly<Record<ProblemRow["severity"], Tone>> = { error: "bad", warning: "warn", info: "info" };

export function ProblemItem({ problem }: { readonly problem: ProblemRow }) {
  const { severity, code, message, hint, path, line, column, repository, product } = problem;
  const place = [path, line, column].filter((part) => part !== undefined).join(":");
  return (
    <li className="finding">
      <div className="finding-head">
        <Badge tone={TONES[severity]}>{severity}</Badge>
        {place !== "" && <code className="evidence-place">{place}</code>}
        <ProductName product={product} />
        <span className="finding-code">{code}</span>
        <CopyButton
          text={`${[repository, place].filter(Boolean).join(" ")}: ${message} [${code}]`}
          label="Copy this problem"
        />
      </div>
      <p>{message}</p>
      {hint !== undefined && <p className="finding-hint">{hint}</p>}
    </li>
  );
}

function ProductName({ product }: { readonly product: ProductRef | undefined }) {
  if (product === undefined) return null;
  return (
    <Link to="/products/$slug" params={{ slug: product.slug }}>
      {product.name}
    </Link>
  );
}
