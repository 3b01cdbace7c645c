/**
 * Judges two types by the compiler's assignability and by what it overlooks: fewer parameters, methods
 * compared both ways, `any`, `readonly`, members that object literals may no longer have.
 */
import type * as TypeScript from "typescript-6";
import type { Sign } from "../structure.ts";
import type { Verdict } from "./outcome.ts";
import { compiler } from "./program.ts";

const DEPTH = 5;

export interface View {
  /** Folder of the opaque modules from outside. */
  readonly stubs: string;
  /** The two types come from different versions, so that a symbol of the library is another in each. */
  readonly across: boolean;
}

/** Whether the new type serves consumers of the old one in a position. */
export function judge(
  checker: TypeScript.TypeChecker,
  old: TypeScript.Type,
  next: TypeScript.Type,
  sign: Sign,
  view: View,
): Verdict {
  const look = new Judge(checker, view);
  if (old === next) return look.obscure(old) ? "unknown" : "yes";
  if (sign !== 0) return look.position(old, next, sign);
  const verdicts = [look.position(old, next, 1), look.position(old, next, -1)];
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("unknown") ? "unknown" : "yes";
}

class Judge {
  private readonly checker: TypeScript.TypeChecker;
  private readonly view: View;
  private readonly seen = new Set<string>();

  constructor(checker: TypeScript.TypeChecker, view: View) {
    this.checker = checker;
    this.view = view;
  }

  position(old: TypeScript.Type, next: TypeScript.Type, sign: 1 | -1): Verdict {
    if (this.failed(old, 3) || this.failed(next, 3)) return "unknown";
    const any = this.anyVerdict(old, next, sign);
    if (any !== undefined) return any;
    const [from, to] = sign === 1 ? [next, old] : [old, next];
    if (!this.checker.isTypeAssignableTo(from, to)) return this.obscure(from) || this.obscure(to) ? "unknown" : "no";
    return this.overlooked(old, next, sign, DEPTH);
  }

  /** `any` passes every test of the compiler, but not every test of a consumer's. */
  private anyVerdict(old: TypeScript.Type, next: TypeScript.Type, sign: 1 | -1): Verdict | undefined {
    const ts = compiler();
    const [was, is] = [(old.flags & ts.TypeFlags.Any) !== 0, (next.flags & ts.TypeFlags.Any) !== 0];
    if (was === is) return was ? "yes" : undefined;
    if (is) return sign === -1 ? "yes" : "no";
    return sign === -1 && (next.flags & ts.TypeFlags.Unknown) !== 0 ? "yes" : "no";
  }

  /** What assignability lets pass, looked for through the parts that both types have. */
  private overlooked(old: TypeScript.Type, next: TypeScript.Type, sign: 1 | -1, depth: number): Verdict {
    if (old === next || depth === 0) return "yes";
    const key = `${sign} ${idOf(old)} ${idOf(next)}`;
    if (this.seen.has(key)) return "yes";
    this.seen.add(key);
    return worst(this.parts(old, next, sign, depth));
  }

  private *parts(oldType: TypeScript.Type, newType: TypeScript.Type, sign: 1 | -1, depth: number): Generator<Verdict> {
    const ts = compiler();
    const any = this.anyVerdict(oldType, newType, sign);
    if (any !== undefined) {
      yield any;
      return;
    }
    const old = this.checker.getNonNullableType(oldType);
    const next = this.checker.getNonNullableType(newType);
    if (old.isUnion() || next.isUnion()) return;
    const [oldArgs, newArgs] = [this.sameReference(old, next), this.sameReference(next, old)];
    if (oldArgs !== undefined && newArgs !== undefined) {
      for (const [index, arg] of oldArgs.entries()) {
        const other = newArgs[index];
        if (other !== undefined) yield this.overlooked(arg, other, sign, depth - 1);
      }
      return;
    }
    yield* this.signatures(old, next, sign, depth, ts.SignatureKind.Call);
    if (
      (old.flags & ts.TypeFlags.Object) === 0 ||
      (next.flags & ts.TypeFlags.Object) === 0 ||
      !this.own(old) ||
      !this.own(next)
    )
      return;
    for (const property of this.checker.getPropertiesOfType(old)) {
      const other = this.checker.getPropertyOfType(next, property.name);
      if (other === undefined) {
        // Reading fails, or an object literal that has it is refused.
        if (this.checker.getIndexInfosOfType(next).length === 0) yield "no";
        continue;
      }
      if (sign === 1 && !isReadonly(property) && isReadonly(other)) yield "no";
      yield this.overlooked(
        this.checker.getTypeOfSymbol(property),
        this.checker.getTypeOfSymbol(other),
        sign,
        depth - 1,
      );
    }
  }

  private *signatures(
    old: TypeScript.Type,
    next: TypeScript.Type,
    sign: 1 | -1,
    depth: number,
    kind: TypeScript.SignatureKind,
  ): Generator<Verdict> {
    const [olds, news] = [this.checker.getSignaturesOfType(old, kind), this.checker.getSignaturesOfType(next, kind)];
    const [was, is] = [olds[0], news[0]];
    if (was === undefined || is === undefined || olds.length !== 1 || news.length !== 1) return;
    // The consumer calls a function that it received, and may pass all that the old one took.
    if (sign === 1 && !hasRest(is) && (is.parameters.length < was.parameters.length || hasRest(was))) yield "no";
    const generic = (was.typeParameters?.length ?? 0) > 0 || (is.typeParameters?.length ?? 0) > 0;
    if (generic) return;
    const flipped = sign === 1 ? -1 : 1;
    for (const [index, parameter] of was.parameters.entries()) {
      const other = is.parameters[index];
      if (
        other === undefined ||
        (hasRest(was) && index === was.parameters.length - 1) ||
        (hasRest(is) && index === is.parameters.length - 1)
      )
        continue;
      yield this.position(this.checker.getTypeOfSymbol(parameter), this.checker.getTypeOfSymbol(other), flipped);
    }
    yield this.overlooked(
      this.checker.getReturnTypeOfSignature(was),
      this.checker.getReturnTypeOfSignature(is),
      sign,
      depth - 1,
    );
  }

  /** Type arguments, where both types are the same generic one. */
  private sameReference(type: TypeScript.Type, other: TypeScript.Type): readonly TypeScript.Type[] | undefined {
    const [a, b] = [reference(type), reference(other)];
    if (a === undefined || b === undefined || a.target !== b.target) return undefined;
    return this.checker.getTypeArguments(a);
  }

  /** Declared in the library, not by the language. */
  private own(type: TypeScript.Type): boolean {
    const file = type.symbol?.declarations?.[0]?.getSourceFile().fileName;
    return (
      file === undefined || file.startsWith("/before/") || file.startsWith("/after/") || file.startsWith("/probe/")
    );
  }

  /** The compiler could not read it: some name was not found. */
  private failed(type: TypeScript.Type, depth: number): boolean {
    if ("intrinsicName" in type && type.intrinsicName === "error") return true;
    if (depth === 0) return false;
    if (type.isUnionOrIntersection()) return type.types.some((part) => this.failed(part, depth - 1));
    const args = reference(type);
    if (args !== undefined && this.checker.getTypeArguments(args).some((arg) => this.failed(arg, depth - 1)))
      return true;
    for (const arg of type.aliasTypeArguments ?? []) if (this.failed(arg, depth - 1)) return true;
    for (const signature of type.getCallSignatures().slice(0, 3)) {
      if (this.failed(signature.getReturnType(), depth - 1)) return true;
      if (signature.parameters.some((parameter) => this.failed(this.checker.getTypeOfSymbol(parameter), depth - 1)))
        return true;
    }
    if (!this.own(type) || type.symbol === undefined || (type.flags & compiler().TypeFlags.Object) === 0) return false;
    return this.checker
      .getPropertiesOfType(type)
      .slice(0, 100)
      .some((property) => this.failed(this.checker.getTypeOfSymbol(property), depth - 1));
  }

  /** A "no" about it may be ignorance: it is opaque, or an operator that waits for its type parameter. */
  obscure(type: TypeScript.Type, depth = 4, seen = new Set<TypeScript.Type>()): boolean {
    const { TypeFlags } = compiler();
    if (seen.has(type)) return false;
    seen.add(type);
    if ("intrinsicName" in type && type.intrinsicName === "error") return true;
    const waiting =
      TypeFlags.Conditional |
      TypeFlags.IndexedAccess |
      TypeFlags.Substitution |
      TypeFlags.Index |
      TypeFlags.StringMapping |
      TypeFlags.UniqueESSymbol;
    if ((type.flags & waiting) !== 0) return true;
    if ((type.flags & TypeFlags.TemplateLiteral) !== 0 || isGenericMapped(type)) return isGenericMapped(type);
    if (
      type.symbol?.declarations?.some((declaration) =>
        declaration.getSourceFile().fileName.startsWith(this.view.stubs),
      ) === true
    )
      return true;
    if (depth === 0) return false;
    const inner = (part: TypeScript.Type): boolean => this.obscure(part, depth - 1, seen);
    if (type.isUnionOrIntersection() && type.types.slice(0, 200).some(inner)) return true;
    const args = reference(type);
    if (args !== undefined && this.checker.getTypeArguments(args).some(inner)) return true;
    for (const signature of type.getCallSignatures().slice(0, 5)) {
      if (
        inner(signature.getReturnType()) ||
        signature.parameters.some((parameter) => inner(this.checker.getTypeOfSymbol(parameter)))
      )
        return true;
    }
    if (!this.own(type) || (type.flags & TypeFlags.Object) === 0) return false;
    return this.checker
      .getPropertiesOfType(type)
      .slice(0, 100)
      .some(
        (property) => (this.view.across && hasOwnSymbolKey(property)) || inner(this.checker.getTypeOfSymbol(property)),
      );
  }
}

/** A key that is a symbol of the library: another symbol in every version, though it means the same. */
function hasOwnSymbolKey(property: TypeScript.Symbol): boolean {
  const ts = compiler();
  const name = ts.getNameOfDeclaration(property.declarations?.[0]);
  return name !== undefined && ts.isComputedPropertyName(name) && !name.expression.getText().startsWith("Symbol.");
}

function worst(verdicts: Iterable<Verdict>): Verdict {
  let found: Verdict = "yes";
  for (const verdict of verdicts) {
    if (verdict === "no") return "no";
    if (verdict === "unknown") found = "unknown";
  }
  return found;
}

function reference(type: TypeScript.Type): TypeScript.TypeReference | undefined {
  return "target" in type && (type.flags & compiler().TypeFlags.Object) !== 0
    ? (type as TypeScript.TypeReference)
    : undefined;
}

function isGenericMapped(type: TypeScript.Type): boolean {
  const ts = compiler();
  if ((type.flags & ts.TypeFlags.Object) === 0 || !("objectFlags" in type)) return false;
  const flags = Number(type.objectFlags);
  if ((flags & ts.ObjectFlags.Mapped) === 0 || !("constraintType" in type)) return false;
  const constraint = type.constraintType as TypeScript.Type | undefined;
  return constraint !== undefined && (constraint.flags & (ts.TypeFlags.Index | ts.TypeFlags.TypeParameter)) !== 0;
}

function isReadonly(symbol: TypeScript.Symbol): boolean {
  const ts = compiler();
  return (
    symbol.declarations?.some(
      (declaration) => (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly) !== 0,
    ) ?? false
  );
}

function hasRest(signature: TypeScript.Signature): boolean {
  const declaration = signature.declaration;
  const last = declaration?.parameters.at(-1);
  return last !== undefined && "dotDotDotToken" in last && last.dotDotDotToken !== undefined;
}

function idOf(type: TypeScript.Type): string {
  return "id" in type ? String(type.id) : "";
}
