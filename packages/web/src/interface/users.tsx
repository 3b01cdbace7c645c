/** Who uses an element: in a row by name, opened with every place. */
import type { InterfaceUse } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { PlaceLink } from "../evidence/place-link.tsx";
import { formatCount, formatQuantity } from "../format/format.ts";
import { Badge } from "../ui/index.ts";
import type { Entry } from "./entry.ts";
import { USE_STATES } from "./words.ts";

/** So many are named; of more the number says enough until the row is opened. */
const NAMED = 2;

export function UsersInShort({ entry }: { readonly entry: Entry }) {
  const { state } = entry;
  const consumers = consumersOf(usesBehind(entry));
  if (consumers.length === 0)
    return <span className="users-none">{state === "unseen" ? "use not seen" : "nobody here"}</span>;
  return (
    <span className="users" title={USE_STATES[state].meaning}>
      {state === "perhaps" && <span className="users-note">perhaps</span>}
      {state === "own" && <span className="users-note">inside only</span>}
      {shortened(consumers).map((name) => (
        <span key={name} className="user">
          {name}
        </span>
      ))}
    </span>
  );
}

/** The uses that make the state what it is. */
function usesBehind({ state, users, perhaps }: Entry): readonly InterfaceUse[] {
  if (state === "own") return [...users, ...perhaps];
  if (state === "perhaps") return perhaps.filter(({ own }) => !own);
  return users.filter(({ own }) => !own);
}

function shortened({ products, others }: Consumers): readonly string[] {
  const named = products.length > NAMED ? [formatQuantity(products.length, "product")] : products;
  return [...named, ...others];
}

export function UserList({ entry }: { readonly entry: Entry }) {
  const { users, perhaps, name } = entry;
  return (
    <>
      {users.length > 0 && <Uses uses={users} name={name} />}
      {perhaps.length > 0 && (
        <>
          <p className="users-head">May use it: takes the whole module, or names nothing</p>
          <Uses uses={perhaps} name={name} />
        </>
      )}
      {users.length + perhaps.length === 0 && <p className="users-head">{USE_STATES[entry.state].meaning}.</p>}
    </>
  );
}

/** A page of more would be read by nobody. */
const SHOWN = 60;

function Uses({ uses, name }: { readonly uses: readonly InterfaceUse[]; readonly name: string }) {
  return (
    <ul className="user-list">
      {uses.slice(0, SHOWN).map((use, place) => (
        <li key={place}>
          <span className="user-name">
            {use.product === undefined ? (
              use.unit.name
            ) : (
              <Link to="/products/$slug" params={{ slug: use.product.slug }}>
                {use.product.name}
              </Link>
            )}
            <UseNotes use={use} name={name} />
          </span>
          <span className="user-places">
            {use.places.map(({ path, line }) => (
              <PlaceLink key={`${path}:${line ?? ""}`} repository={use.unit.repository} path={path} line={line} />
            ))}
            {use.uses > use.places.length && (
              <span className="muted">
                and {formatQuantity(use.uses - use.places.length, "more place", "more places")}
              </span>
            )}
          </span>
        </li>
      ))}
      {uses.length > SHOWN && <li className="muted">and {formatCount(uses.length - SHOWN)} more</li>}
    </ul>
  );
}

function UseNotes({ use, name }: { readonly use: InterfaceUse; readonly name: string }) {
  const { product, unit, own, scope, symbol } = use;
  return (
    <>
      {product !== undefined && unit.name !== product.name && <span className="muted">{unit.name}</span>}
      {symbol !== undefined && symbol !== "*" && symbol !== name && (
        <span className="muted">
          by <code>{symbol}</code>
        </span>
      )}
      {own && <Badge title="A unit of the same product">Inside</Badge>}
      {unit.role !== "source" && <Badge>{unit.role}</Badge>}
      {(scope === "development" || scope === "test") && (
        <Badge title="Nothing that ships relies on it by this">{scope}</Badge>
      )}
    </>
  );
}

interface Consumers {
  readonly products: readonly string[];
  /** Units of no product, by what they are: `3 examples`. */
  readonly others: readonly string[];
  readonly length: number;
}

function consumersOf(uses: readonly InterfaceUse[]): Consumers {
  const products = new Map(uses.flatMap(({ product }) => (product === undefined ? [] : [[product.id, product.name]])));
  const units = new Map(uses.flatMap(({ product, unit }) => (product === undefined ? [[unit.id, unit.role]] : [])));
  const others = [...Map.groupBy(units.values(), (role) => role)].map(([role, all]) =>
    formatQuantity(all.length, role === "source" ? "other unit" : role),
  );
  return { products: [...products.values()], others, length: products.size + units.size };
}
