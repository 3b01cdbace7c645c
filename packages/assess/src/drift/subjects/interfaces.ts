import { foundKind } from "../../characteristics/interface-kind-text.ts";
import type { ProductContext } from "../../context/product-context.ts";
import type { DriftLine, DriftSubject } from "../subject.ts";

/** The kind of what is read from the charter itself. */
const FROM_CHARTER = "declared";

/** A list of interfaces promises that it is all of them, and that each is there. */
export const interfaces: DriftSubject = {
  id: "interfaces",
  lines(context) {
    const { charter, product, everyUnit } = context;
    if ((charter?.interfaces ?? []).length === 0 || product.charter === undefined) return [];
    if (everyUnit.every((unit) => unit.interfaces === undefined)) return [];
    return [...notFound(context, product.charter), ...notDeclared(context, product.charter)];
  },
};

function notFound({ charter, everyUnit, facts, charterAt }: ProductContext, file: string): DriftLine[] {
  const kinds = new Set(everyUnit.flatMap(({ interfaces: all = [] }) => all.map(({ kind }) => kind)));
  kinds.delete(FROM_CHARTER);
  const unmet = new Set((facts?.charterUnmet ?? []).filter(({ at }) => at[0] === "interfaces").map(({ at }) => at[1]));
  return (charter?.interfaces ?? []).flatMap(({ kind, path }, index) => {
    // What names a file that is not there is told of as such.
    if (foundKind(kind, kinds) !== false || unmet.has(index)) return [];
    const said = path === undefined ? kind : `${kind} at ${path}`;
    return [
      {
        declared: said,
        observed: `none is found; there is ${[...kinds].join(", ") || "no interface at all"}`,
        evidence: [charterAt("interfaces", said)],
        mend: `Correct it under \`interfaces\` in ${file}, add the file that describes it, or remove it there.`,
        edit: { kind: "charter", file, op: "remove", at: ["interfaces", index] },
      },
    ];
  });
}

/** Of kinds that another product uses or that what is published has; what is inside alone promises nothing. */
function notDeclared({ charter, shipped, uses, charterAt, at }: ProductContext, file: string): DriftLine[] {
  const declared = charter?.interfaces ?? [];
  const users = new Set(uses().map(({ provider }) => provider.id));
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const told = new Set<string>();
  return shipped.flatMap((unit) =>
    (unit.interfaces ?? []).flatMap(({ kind, elements }) => {
      const said = declared.some((one) => foundKind(one.kind, new Set([kind])) !== false);
      if (
        said ||
        kind === FROM_CHARTER ||
        elements.length === 0 ||
        told.has(kind) ||
        !(unit.published === true || users.has(unit.id))
      )
        return [];
      told.add(kind);
      const place = elements.find(({ evidence }) => evidence.path !== undefined)?.evidence;
      const path = place?.path?.startsWith(folder) === true ? place.path.slice(folder.length) : undefined;
      return [
        {
          declared: declared.map((one) => one.kind).join(", "),
          observed: `${kind} with ${elements.length} elements${users.has(unit.id) ? ", which others use" : ""}`,
          evidence: [charterAt("interfaces"), at(place?.path ?? unit.path, place?.line, kind)],
          mend: `Add \`${kind}\` to \`interfaces\` in ${file}.`,
          edit: {
            kind: "charter",
            file,
            op: "add",
            at: ["interfaces"],
            value: { kind, ...(path === undefined ? {} : { path }) },
          } as const,
        },
      ];
    }),
  );
}
