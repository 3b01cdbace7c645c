import type { ProductDetail } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { CorrectBar } from "../corrections/correct-bar.tsx";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { ProvenanceBadge } from "../evidence/provenance-badge.tsx";
import { formatCount } from "../format/format.ts";
import { KINDS } from "../format/words.ts";
import { Badge, Icon } from "../ui/index.ts";

export function ProductHead({ detail }: { readonly detail: ProductDetail }) {
  const { product, row } = detail;
  const { mission, stage, provenance } = product;
  return (
    <div className="product-head">
      <p className="crumbs">
        <Link to="/products">Products</Link>
        {row.partOf !== undefined && (
          <Link to="/products/$slug" params={{ slug: row.partOf.slug }}>
            {row.partOf.name}
          </Link>
        )}
      </p>
      <div className="product-title">
        <h1>{product.name}</h1>
        <Badge title={KINDS[product.kind].meaning}>{KINDS[product.kind].label}</Badge>
        <ProvenanceBadge provenance={provenance} />
        {stage !== undefined && <Badge>{stage.value}</Badge>}
        <Link to="/map" search={{ focus: product.slug }} className="button product-map">
          <Icon name="map" />
          On the map
        </Link>
      </div>
      {mission === undefined ? (
        <p className="mission mission-none">
          No mission is stated. A charter beside its code (product.yaml) would say what it is for.
        </p>
      ) : (
        <p className="mission">
          {mission.value}{" "}
          <EvidenceButton claimed={{ subject: `Mission of ${product.name}`, statement: mission.value, ...mission }} />
        </p>
      )}
      <CorrectBar product={product.id} />
      <dl className="figures">
        <Figure name="Relied on by" value={row.dependents} hint="Products that rely on it directly" />
        <Figure name="Reach" value={row.reach} hint="Products that rely on it, directly or through others" />
        <Figure
          name="Relies on"
          value={row.dependencies}
          hint="Products of this portfolio that it relies on directly"
        />
        <Figure name="From outside" value={row.externals} hint="Things from outside the portfolio that it relies on" />
        <Figure
          name="Units"
          value={row.units}
          hint="Packages, images, actions and other parts that a manifest delimits"
        />
      </dl>
    </div>
  );
}

function Figure({ name, value, hint }: { readonly name: string; readonly value: number; readonly hint: string }) {
  return (
    <div title={hint}>
      <dt>{name}</dt>
      <dd>{formatCount(value)}</dd>
    </div>
  );
}
