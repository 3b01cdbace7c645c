/** What one Java file contributes to its unit: the types that it declares, as written. */
import type { Contribution } from "../../contributions.ts";
import type { Json } from "../../kind.ts";
import { about } from "./about.ts";
import {
  type Declared,
  type FieldDeclaration,
  type JavaFile,
  type MethodDeclaration,
  readJava,
  type TypeDeclaration,
} from "./declarations.ts";

/** Modules are read by other rules, and known by the name of their file. */
export const JAVA_FILE: Contribution<JavaFile> = {
  id: `java.file@${about.version}`,
  dialect: (path) => (/(?:^|\/)module-info\.java$/.test(path) ? "module" : ""),
  read({ path, text }) {
    const { imports, types, ...rest } = readJava(path, text);
    return { ...rest, path: "", imports: [...imports], types: types.map(packType) } as unknown as Json;
  },
  open(path, kept) {
    const { imports, types, ...rest } = kept as unknown as PackedFile;
    return { ...rest, path, imports: new Map(imports), types: types.map(openType) };
  },
};

/** With lists where sets and maps are. */
type Packed<T extends Declared> = Omit<T, "modifiers" | "annotations"> & {
  readonly modifiers: readonly string[];
  readonly annotations: readonly (readonly [string, string])[];
};

type PackedType = Omit<Packed<TypeDeclaration>, "methods" | "fields" | "types"> & {
  readonly methods: readonly Packed<MethodDeclaration>[];
  readonly fields: readonly Packed<FieldDeclaration>[];
  readonly types: readonly PackedType[];
};

type PackedFile = Omit<JavaFile, "imports" | "types"> & {
  readonly imports: readonly (readonly [string, string])[];
  readonly types: readonly PackedType[];
};

function packType(type: TypeDeclaration): PackedType {
  const { methods, fields, types } = type;
  return { ...pack(type), methods: methods.map(pack), fields: fields.map(pack), types: types.map(packType) };
}

function openType(type: PackedType): TypeDeclaration {
  const { methods, fields, types } = type;
  const lists = { methods: methods.map(opened), fields: fields.map(opened), types: types.map(openType) };
  return { ...type, ...setsOf(type), ...lists };
}

function pack<T extends Declared>(one: T): Packed<T> {
  return { ...one, modifiers: [...one.modifiers], annotations: [...one.annotations] };
}

function opened<T extends MethodDeclaration | FieldDeclaration>(one: Packed<T>): T {
  return { ...one, ...setsOf(one) } as unknown as T;
}

function setsOf({ modifiers, annotations }: Pick<PackedType, "modifiers" | "annotations">) {
  return { modifiers: new Set(modifiers), annotations: new Map(annotations) };
}
