/** Whom a change hits: in a row by name, opened with every place. */
import type { Hit } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { PlaceLink } from "../evidence/place-link.tsx";
import { formatCount, formatQuantity } from "../format/format.ts";

const NAMED = 2;

/** `own` is the product that changed: its own units change with it. */
export function HitsInShort({ hits, own }: { readonly hits: readonly Hit[]; readonly own: string }) {
  const products = [...new Set(hits.map(({ product }) => product))].filter((product) => product !== own);
  if (products.length === 0)
    return <span className="users-none">{hits.length === 0 ? "hits nobody here" : "hits its own units only"}</span>;
  const shown = products.length > NAMED ? [formatQuantity(products.length, "product")] : products;
  return (
    <span className="users">
      <span className="users-note">hits</span>
      {shown.map((product) => (
        <span key={product} className="user">
          {product}
        </span>
      ))}
    </span>
  );
}

const SHOWN = 40;

export function Hits({ hits, known }: { readonly hits: readonly Hit[]; readonly known: ReadonlySet<string> }) {
  return (
    <ul className="user-list">
      {hits.slice(0, SHOWN).map(({ product, unit, symbols, places, uses }) => (
        <li key={unit}>
          <span className="user-name">
            {known.has(product) ? (
              <Link to="/products/$slug" params={{ slug: product }}>
                {product}
              </Link>
            ) : (
              product
            )}
            <Symbols symbols={symbols} />
          </span>
          <span className="user-places">
            {places.map(({ repository, path, line }) => (
              <PlaceLink key={`${path}:${line ?? ""}`} repository={repository} path={path} line={line} />
            ))}
            {uses > places.length && (
              <span className="muted">and {formatQuantity(uses - places.length, "more place")}</span>
            )}
          </span>
        </li>
      ))}
      {hits.length > SHOWN && <li className="muted">and {formatCount(hits.length - SHOWN)} more</li>}
    </ul>
  );
}

function Symbols({ symbols }: { readonly symbols: readonly string[] }) {
  if (symbols.length === 0) return <span className="muted">names nothing</span>;
  if (symbols.every((symbol) => symbol === "*")) return <span className="muted">takes the whole module</span>;
  return (
    <span className="muted">
      by <code>{symbols.slice(0, 4).join(", ")}</code>
      {symbols.length > 4 && ` and ${symbols.length - 4} more`}
    </span>
  );
}
