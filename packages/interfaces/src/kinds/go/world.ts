/**
 * One version of a module, asked as the compiler would ask: what is below a name, what can be selected,
 * which methods there are, whether values compare. Where a type from outside decides, the answer is open.
 */
import {
  type Field,
  type GoType,
  type InterfaceType,
  isExported,
  isOwn,
  type Signature,
  substitute,
  substituteSignature,
} from "./go-type.ts";
import { typeText } from "./go-text.ts";
import { type Model, type TypeModel, typesOf } from "./model.ts";
import { openModule } from "./packages.ts";

export interface Method {
  readonly signature: Signature;
  readonly pointer: boolean;
  /** Key of the type that declares it. */
  readonly owner: string;
}

export interface InterfaceMethods {
  readonly methods: ReadonlyMap<string, Signature>;
  /** Embedded interfaces whose methods are not known here. */
  readonly open: ReadonlySet<string>;
  readonly unions: InterfaceType["unions"];
}

export interface Comparability {
  readonly never: boolean;
  /** Types from outside that decide it. */
  readonly open: ReadonlySet<string>;
}

const DEPTH = 50;
let library: Readonly<Record<string, TypeModel>> | undefined;

/** Shapes of the standard library, read once. */
function standardTypes(): Readonly<Record<string, TypeModel>> {
  return (library ??= typesOf(openModule("", "", []), () => true));
}

export class World {
  readonly model: Model;
  readonly #sets = new Map<string, ReadonlyMap<string, Method>>();

  constructor(model: Model) {
    this.model = model;
  }

  type(key: string): TypeModel | undefined {
    const { types } = this.model;
    if (isOwn(key)) return Object.hasOwn(types, key) ? types[key] : undefined;
    return Object.hasOwn(standardTypes(), key) ? standardTypes()[key] : undefined;
  }

  unalias(type: GoType, depth = 0): GoType {
    if (type.kind !== "name" || depth > DEPTH) return type;
    const model = this.type(type.key);
    return model?.alias === true ? this.unalias(substitute(model.type, type.args), depth + 1) : type;
  }

  /** What a type is made of; undefined for one from outside. */
  underlying(type: GoType, depth = 0): GoType | undefined {
    if (type.kind !== "name") return type;
    const model = this.type(type.key);
    if (model === undefined || depth > DEPTH) return undefined;
    return this.underlying(substitute(model.type, type.args), depth + 1);
  }

  interfaceMethods(type: InterfaceType, depth = 0): InterfaceMethods {
    const methods = new Map(type.methods);
    const open = new Set<string>();
    const unions = [...type.unions];
    for (const embedded of type.embeds) {
      const below = depth > DEPTH ? undefined : this.underlying(embedded);
      if (below?.kind === "interface") {
        const inner = this.interfaceMethods(below, depth + 1);
        for (const [name, signature] of inner.methods) methods.set(name, signature);
        for (const one of inner.open) open.add(one);
        unions.push(...inner.unions);
        if (this.unalias(embedded).kind === "name" && typeText(embedded) === "comparable")
          unions.push([{ tilde: false, type: embedded }]);
      } else if (below === undefined) open.add(typeText(this.unalias(embedded)));
      else unions.push([{ tilde: false, type: embedded }]);
    }
    return { methods, open, unions };
  }

  /** Every method of a defined type or a pointer to it, promoted ones too; the shallower hides the deeper. */
  methods(type: GoType): ReadonlyMap<string, Method> {
    const key = JSON.stringify(type);
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const found = new Map<string, Method>();
    let level: { type: GoType; pointer: boolean }[] = [{ type: this.unalias(type), pointer: false }];
    const seen = new Set<string>();
    for (let depth = 0; level.length > 0 && depth < DEPTH; depth++) {
      const here = new Map<string, Method | undefined>();
      const next: typeof level = [];
      for (const { type: one, pointer } of level) {
        const text = JSON.stringify(one);
        if (seen.has(text)) continue;
        seen.add(text);
        for (const [name, method] of this.#declared(one, pointer)) here.set(name, here.has(name) ? undefined : method);
        for (const field of this.#fields(one)) {
          // A field hides methods of its name further down, and spoils one at its own depth.
          here.set(field.name, undefined);
          if (field.embedded) next.push(this.#embedded(field, pointer));
        }
      }
      for (const [name, method] of here) {
        if (!found.has(name) && method !== undefined) found.set(name, method);
        else if (!found.has(name)) found.set(name, HIDDEN);
      }
      level = next;
    }
    for (const [name, method] of found) if (method === HIDDEN) found.delete(name);
    this.#sets.set(key, found);
    return found;
  }

  #declared(type: GoType, pointer: boolean): [string, Method][] {
    if (type.kind !== "name") {
      if (type.kind !== "interface") return [];
      return [...this.interfaceMethods(type).methods].map(([name, signature]) => [
        name,
        { signature, pointer: false, owner: "" },
      ]);
    }
    const model = this.type(type.key);
    const below = this.underlying(type);
    if (below?.kind === "interface")
      return [...this.interfaceMethods(below).methods].map(([name, signature]) => [
        name,
        { signature, pointer: false, owner: type.key },
      ]);
    return Object.entries(model?.methods ?? {}).map(([name, method]) => [
      name,
      {
        signature: substituteSignature(method.signature, type.args),
        pointer: method.pointer && !pointer,
        owner: type.key,
      },
    ]);
  }

  #fields(type: GoType): readonly Field[] {
    const below = this.underlying(type);
    return below?.kind === "struct" ? below.fields : [];
  }

  #embedded(field: Field, pointer: boolean): { type: GoType; pointer: boolean } {
    const type = this.unalias(field.type);
    return type.kind === "pointer" ? { type: this.unalias(type.of), pointer: true } : { type, pointer };
  }

  /** Exported fields that `x.F` selects, those of embedded structs too. */
  selectable(fields: readonly Field[]): ReadonlyMap<string, Field> {
    const found = new Map<string, Field>();
    const seen = new Set<string>();
    let level: (readonly Field[])[] = [fields];
    for (let depth = 0; level.length > 0 && depth < DEPTH; depth++) {
      const here = new Map<string, Field | undefined>();
      for (const field of level.flat()) here.set(field.name, here.has(field.name) ? undefined : field);
      const next: (readonly Field[])[] = [];
      for (const [name, field] of here) {
        if (field === undefined) continue;
        if (isExported(name) && !found.has(name)) found.set(name, field);
        const text = JSON.stringify(field.type);
        if (!field.embedded || seen.has(text)) continue;
        seen.add(text);
        next.push(this.#fields(this.#embedded(field, false).type));
      }
      level = next;
    }
    return found;
  }

  comparability(type: GoType, depth = 0): Comparability {
    const one = this.unalias(type);
    const below = this.underlying(one);
    if (below === undefined) return { never: false, open: new Set([typeText(one)]) };
    if (depth > DEPTH) return { never: false, open: new Set() };
    switch (below.kind) {
      case "slice":
      case "map":
      case "func":
        return { never: true, open: new Set() };
      case "array":
        return this.comparability(below.of, depth + 1);
      case "struct": {
        const parts = below.fields.map((field) => this.comparability(field.type, depth + 1));
        return { never: parts.some(({ never }) => never), open: new Set(parts.flatMap(({ open }) => [...open])) };
      }
      default:
        return { never: false, open: new Set() };
    }
  }
}

const HIDDEN: Method = { signature: { params: [], results: [], variadic: false }, pointer: false, owner: "" };
