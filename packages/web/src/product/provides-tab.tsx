import type { ProductDetail } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { readable } from "../format/words.ts";
import { EmptyState } from "../ui/index.ts";

const SHOWN = 5;

/** The identifiers that others can rely on, with who does. */
export function ProvidesTab({ detail }: { readonly detail: ProductDetail }) {
  const { provides, product } = detail;
  if (provides.length === 0) {
    return (
      <EmptyState title="It provides nothing by name">
        No manifest of {product.name} names a package, image, action or interface that others could use.
      </EmptyState>
    );
  }
  return (
    <div className="scroll-x">
      <table className="plain">
        <thead>
          <tr>
            <th>Identifier</th>
            <th>Version</th>
            <th>Unit</th>
            <th>Used by</th>
            <th>
              <span className="visually-hidden">Evidence</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {provides.map(({ id, version, unit, dependents, evidence }) => (
            <tr key={`${unit.id}${id}`}>
              <td>
                <code>{readable(id)}</code>
              </td>
              <td>{version ?? <span className="muted">–</span>}</td>
              <td>{unit.name}</td>
              <td>
                {dependents.length === 0 && <span className="muted">Nobody here</span>}
                {dependents.slice(0, SHOWN).map(({ id: key, slug, name }) => (
                  <Link key={key} to="/products/$slug" params={{ slug }} className="inline-link">
                    {name}
                  </Link>
                ))}
                {dependents.length > SHOWN && <span className="muted">and {dependents.length - SHOWN} more</span>}
              </td>
              <td>
                <EvidenceButton claimed={{ subject: `${product.name} provides ${readable(id)}`, evidence }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
