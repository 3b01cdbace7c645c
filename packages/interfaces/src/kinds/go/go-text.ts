/** Types of Go as people write them: names with the last part of their package's path. */
import { type GoType, nameOf, packageOf, type Signature } from "./go-type.ts";

/** `own` is the package that needs no name. */
export function typeText(type: GoType, own = "", names: readonly string[] = []): string {
  const inner = (one: GoType): string => typeText(one, own, names);
  switch (type.kind) {
    case "basic":
      return type.name;
    case "name":
      return `${qualified(type.key, own)}${type.args.length === 0 ? "" : `[${type.args.map(inner).join(", ")}]`}`;
    case "pointer":
      return `*${inner(type.of)}`;
    case "slice":
      return `[]${inner(type.of)}`;
    case "array":
      return `[${type.length}]${inner(type.of)}`;
    case "map":
      return `map[${inner(type.key)}]${inner(type.of)}`;
    case "chan":
      return `${{ both: "chan", send: "chan<-", receive: "<-chan" }[type.direction]} ${inner(type.of)}`;
    case "func":
      return `func${signatureText(type, own, names)}`;
    case "struct":
      return `struct{${type.fields.map((field) => `${field.embedded ? "" : `${field.name} `}${inner(field.type)}`).join("; ")}}`;
    case "interface":
      return interfaceText(type, own, names);
    case "param":
      return names[type.index] ?? `P${type.index}`;
    default:
      return type.text;
  }
}

export function signatureText(
  { params, results, variadic }: Signature,
  own = "",
  names: readonly string[] = [],
): string {
  const shown = params.map((one, at) => {
    const rest = variadic && at === params.length - 1 && one.kind === "slice";
    return rest ? `...${typeText(one.of, own, names)}` : typeText(one, own, names);
  });
  const out = results.map((one) => typeText(one, own, names));
  const tail = out.length === 0 ? "" : out.length === 1 ? ` ${out[0]}` : ` (${out.join(", ")})`;
  return `(${shown.join(", ")})${tail}`;
}

function interfaceText(type: Extract<GoType, { kind: "interface" }>, own: string, names: readonly string[]): string {
  const parts = [
    ...type.embeds.map((one) => typeText(one, own, names)),
    ...type.unions.map((union) =>
      union.map((term) => `${term.tilde ? "~" : ""}${typeText(term.type, own, names)}`).join(" | "),
    ),
    ...type.methods.map(([name, signature]) => `${name}${signatureText(signature, own, names)}`),
  ];
  return parts.length === 0 ? "any" : `interface{${parts.join("; ")}}`;
}

function qualified(key: string, own: string): string {
  const from = packageOf(key);
  if (from === "" || from === own) return nameOf(key);
  const last = from.split("/").findLast((part) => part !== "." && !/^v\d+$/.test(part)) ?? "";
  return last === "" ? nameOf(key) : `${last}.${nameOf(key)}`;
}
