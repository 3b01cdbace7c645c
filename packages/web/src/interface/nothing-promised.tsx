/** Why there is no interface to show: not read, nothing that is understood, or nothing meant for others. */
import type { InterfaceUnit, ProductInterface } from "@freehold/model";
import { EmptyState } from "../ui/index.ts";

export function NothingPromised({ resource }: { readonly resource: ProductInterface }) {
  const { units, product } = resource;
  if (units.some(({ state }) => state === "not-read")) {
    return (
      <EmptyState title="Interfaces were not read">
        This snapshot was made without them. Scan again without <code>--no-interfaces</code>, or with a newer Freehold.
      </EmptyState>
    );
  }
  if (units.some(({ state }) => state === "none")) {
    return (
      <EmptyState title="No interface that is understood">
        {product.name} was read, and holds no library exports, no description of an HTTP, GraphQL or protobuf interface,
        no action, image or chart that Freehold understands. Its charter can name one: <code>interfaces:</code> in
        product.yaml.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="It promises nothing to others">
      {units.length === 0
        ? `No manifest of ${product.name} delimits a unit that could have an interface.`
        : `The units of ${product.name} are examples, tests or vendored code: nobody outside is meant to rely on them.`}
    </EmptyState>
  );
}

const REASONS: Readonly<Record<Exclude<InterfaceUnit["state"], "read">, string>> = {
  none: "no interface that is understood",
  "not-read": "not read",
  "no-promise": "example, test or vendored code, which promises nothing",
};

const SHOWN = 12;

/** The list above is not everything: which units are not in it, and why. */
export function OtherUnits({ resource }: { readonly resource: ProductInterface }) {
  const others = Map.groupBy(resource.units, ({ state }) => state);
  others.delete("read");
  if (others.size === 0) return null;
  return (
    <ul className="other-units">
      {[...others].map(([state, units]) => (
        <li key={state}>
          {units
            .slice(0, SHOWN)
            .map(({ name }) => name)
            .join(", ")}
          {units.length > SHOWN && ` and ${units.length - SHOWN} more`}: {state === "read" ? "" : REASONS[state]}
        </li>
      ))}
    </ul>
  );
}
