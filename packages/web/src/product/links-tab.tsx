/** What it relies on and who relies on it. A link opens to the uses behind it, each with its places. */
import type { ExternalLink, ProductDetail, ProductLink, Use } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { formatCount, formatQuantity } from "../format/format.ts";
import { readable } from "../format/words.ts";
import { Badge, EmptyState, Icon } from "../ui/index.ts";

export function DependentsTab({ detail }: { readonly detail: ProductDetail }) {
  const { dependents, product } = detail;
  if (dependents.length === 0) {
    return (
      <EmptyState title="Nothing relies on it here">
        No unit of another product consumes what {product.name} provides. Users outside this portfolio are not seen.
      </EmptyState>
    );
  }
  return <ProductLinks links={dependents} verb="relies on" other={product.name} />;
}

export function DependenciesTab({ detail }: { readonly detail: ProductDetail }) {
  const { dependencies, externals, product } = detail;
  if (dependencies.length + externals.length === 0) {
    return (
      <EmptyState title="It relies on nothing">
        Neither manifests nor code of {product.name} name anything outside it.
      </EmptyState>
    );
  }
  return (
    <>
      {dependencies.length > 0 && <h2 className="list-title">Products of this portfolio</h2>}
      <ProductLinks links={dependencies} verb="is relied on by" other={product.name} />
      {externals.length > 0 && <h2 className="list-title">From outside</h2>}
      <Rows>
        {externals.map((link) => (
          <LinkRow
            key={link.identifier}
            link={link}
            name={<code>{readable(link.identifier)}</code>}
            subject={`${product.name} relies on ${readable(link.identifier)}`}
          />
        ))}
      </Rows>
    </>
  );
}

function ProductLinks({
  links,
  verb,
  other,
}: {
  readonly links: readonly ProductLink[];
  readonly verb: string;
  readonly other: string;
}) {
  return (
    <Rows>
      {links.map((link) => (
        <LinkRow
          key={link.product.id}
          link={link}
          name={
            <Link to="/products/$slug" params={{ slug: link.product.slug }}>
              {link.product.name}
            </Link>
          }
          subject={`${link.product.name} ${verb} ${other}`}
        />
      ))}
    </Rows>
  );
}

function Rows({ children }: { readonly children: ReactNode }) {
  return <ul className="links">{children}</ul>;
}

interface LinkRowProps {
  readonly link: ProductLink | ExternalLink;
  readonly name: ReactNode;
  readonly subject: string;
}

function LinkRow({ link, name, subject }: LinkRowProps) {
  const [opened, setOpened] = useState(false);
  const evidence = link.uses.flatMap((use) => use.evidence).slice(0, 60);
  const bypass = link.uses.some((use) => use.bypass === true);
  return (
    <li>
      <div className="link-row">
        <button
          type="button"
          className="link-toggle"
          aria-expanded={opened}
          aria-label={`Uses: ${subject}`}
          onClick={() => setOpened(!opened)}
        >
          <Icon name="right" />
        </button>
        <span className="link-name">{name}</span>
        {link.development && <Badge title="Nothing that ships relies on it">Development</Badge>}
        {bypass && <Badge tone="warn">Past the entry</Badge>}
        <span className="link-uses">{formatQuantity(link.total, "use")}</span>
        <EvidenceButton claimed={{ subject, evidence }} />
      </div>
      {opened && <Uses link={link} subject={subject} />}
    </li>
  );
}

function Uses({ link, subject }: Omit<LinkRowProps, "name">) {
  return (
    <ul className="uses">
      {link.uses.map((use, place) => (
        <UseRow key={`${place}${use.id}`} use={use} subject={subject} />
      ))}
      {link.total > link.uses.length && (
        <li className="muted">and {formatCount(link.total - link.uses.length)} more</li>
      )}
    </ul>
  );
}

const SYMBOLS_SHOWN = 12;

function UseRow({ use, subject }: { readonly use: Use; readonly subject: string }) {
  const symbols = use.symbols ?? [];
  return (
    <li>
      <p>
        <strong>{use.unit.name}</strong> uses <code>{readable(use.id)}</code>
        {use.range !== undefined && <code className="range">{use.range}</code>}
        <span className="muted">{howUsed(use)}</span>
        <EvidenceButton
          claimed={{
            subject,
            statement: `${use.unit.name} uses ${readable(use.id)}`,
            evidence: use.evidence,
            total: use.uses === undefined ? undefined : Math.max(use.uses, use.evidence.length),
          }}
        />
      </p>
      {symbols.length > 0 && (
        <p className="symbols">
          {symbols.slice(0, SYMBOLS_SHOWN).map((symbol) => (
            <code key={symbol}>{symbol}</code>
          ))}
          {symbols.length > SYMBOLS_SHOWN && <span className="muted">and {symbols.length - SYMBOLS_SHOWN} more</span>}
        </p>
      )}
    </li>
  );
}

function howUsed({ scope, declared, imported, typeOnly, uses }: Use): string {
  const parts: string[] = [scope];
  if (imported) parts.push(uses === undefined ? "imported" : formatQuantity(uses, "import"));
  if (typeOnly === true) parts.push("types only");
  if (!declared) parts.push("not declared");
  if (declared && !imported) parts.push("declared");
  return parts.join(" · ");
}
