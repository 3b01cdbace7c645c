/** The boundary of one product as promised, beside the boundary as used. */
import { aboutKind } from "@freehold/interfaces";
import type {
  InterfaceUnit,
  InterfaceUse,
  Product,
  ProductInterface,
  PromisedElement,
  SymbolUse,
  Unit,
} from "@freehold/model";
import { EVERY_SCOPE } from "@freehold/portfolio";
import { promises } from "../interfaces/read-interfaces.ts";
import { type ConsumerUse, type UsedInterface, usedInterface } from "../interfaces/used-interface.ts";
import type { ViewContext } from "./context.ts";
import { violationRow } from "./findings.ts";
import { productRef } from "./refs.ts";

/** Each use is told once and named by its place, since who uses a class uses its members too. */
export function productInterface(context: ViewContext, product: Product): ProductInterface {
  const table = useTable(context, product);
  const units = product.units.flatMap((id) => {
    const unit = context.units.get(id);
    return unit === undefined ? [] : [interfaceUnit(context, unit, table)];
  });
  const violations = (context.violationsAgainst.get(product.id) ?? []).map((one) => violationRow(context, one));
  return { product: productRef(product), units, uses: table.uses, violations };
}

function interfaceUnit({ portfolio }: ViewContext, unit: Unit, table: UseTable): InterfaceUnit {
  const { id, name, path, role, version, repository, interfaces } = unit;
  const used = usedInterface(id, interfaces ?? [], portfolio, EVERY_SCOPE);
  const nearest = nearestElements(used);
  const read = interfaces !== undefined && interfaces.length > 0;
  return {
    id,
    name,
    path,
    role,
    repository,
    ...(version === undefined ? {} : { version }),
    state: stateOf(unit),
    elements: (interfaces ?? []).flatMap(({ kind, elements }) => {
      const known = aboutKind(kind);
      return elements.map(({ shape, ...element }): PromisedElement => {
        const everyones = known?.everyones?.(element.id) === true;
        const by = Map.groupBy(
          used.users.get(element.id) ?? [],
          (use) => everyones || namesIt(use, element.id, nearest),
        );
        return {
          ...element,
          interface: kind,
          shapeKnown: shape !== undefined,
          useSeen: known?.named !== undefined,
          users: (by.get(true) ?? []).map(table.place),
          perhaps: (by.get(false) ?? []).map(table.place),
        };
      });
    }),
    whole: read ? used.whole.map(table.place) : [],
    undeclared: read ? used.undeclared.map(table.place) : [],
  };
}

function stateOf(unit: Unit): InterfaceUnit["state"] {
  if (unit.interfaces !== undefined) return unit.interfaces.length > 0 ? "read" : "none";
  return promises(unit) ? "not-read" : "no-promise";
}

/** What a use names is the shortest of the ids that it matches; the others are members of that. */
function nearestElements({ users }: UsedInterface): ReadonlyMap<ConsumerUse, string> {
  const nearest = new Map<ConsumerUse, string>();
  for (const [id, list] of users) {
    for (const use of list) {
      const known = nearest.get(use);
      if (known === undefined || id.length < known.length) nearest.set(use, id);
    }
  }
  return nearest;
}

/** A whole module names itself; of what is in it nobody can tell. */
function namesIt(by: ConsumerUse, id: string, nearest: ReadonlyMap<ConsumerUse, string>): boolean {
  return by.use?.symbol !== "*" || nearest.get(by) === id;
}

interface UseTable {
  readonly uses: InterfaceUse[];
  readonly place: (use: ConsumerUse) => number;
}

function useTable({ units, portfolio, snapshot }: ViewContext, product: Product): UseTable {
  const { unitIndex, productOf } = portfolio.graph;
  const uses: InterfaceUse[] = [];
  const places = new Map<ConsumerUse, number>();

  function useOf({ unit: id, consume, use }: ConsumerUse): InterfaceUse {
    const unit = units.get(id);
    const consumer = snapshot.products[productOf[unitIndex.get(id) ?? -1] ?? -1];
    return {
      ...(consumer === undefined ? {} : { product: productRef(consumer) }),
      unit: { id, name: unit?.name ?? id, role: unit?.role ?? "source", repository: unit?.repository ?? "" },
      own: consumer?.id === product.id,
      scope: consume.scope,
      ...(use === undefined ? {} : { symbol: use.symbol, from: use.from }),
      uses: use?.uses ?? consume.uses ?? 1,
      places: use === undefined ? evidencePlaces(consume.evidence) : use.places,
    };
  }

  return {
    uses,
    place(use) {
      const known = places.get(use);
      if (known !== undefined) return known;
      places.set(use, uses.length);
      return uses.push(useOf(use)) - 1;
    },
  };
}

const PLACES = 5;

function evidencePlaces(
  evidence: readonly { readonly path?: string | undefined; readonly line?: number | undefined }[],
): { path: string; line?: SymbolUse["places"][number]["line"] }[] {
  return evidence
    .flatMap(({ path, line }) => (path === undefined ? [] : [{ path, ...(line === undefined ? {} : { line }) }]))
    .slice(0, PLACES);
}
