/**
 * Which auto traits a type certainly lacks, by what its fields are made of.
 *
 * Sources: "Auto traits" of the Rust reference, the documentation of std. Types of other crates, and
 * of this one, are taken to have them: so what is said to be lost is lost, and not all that is lost is said.
 */
import { isWord, splitTokens, behindClosing, tokensOf } from "./tokens.ts";

type Auto = "Send" | "Sync" | "Unpin" | "UnwindSafe" | "RefUnwindSafe";

/** Sorted. */
export function neverOf(types: readonly string[]): readonly Auto[] {
  const lacking = new Set(types.flatMap((type) => [...lacks(tokensOf(type), 0)]));
  return [...lacking].sort();
}

const DEPTH = 12;
const NONE: ReadonlySet<Auto> = new Set();

type Lack = (inner: ReadonlySet<Auto>) => readonly Auto[];

const cell: Lack = (inner) => ["Sync", "RefUnwindSafe", ...only(inner, "Send", "Unpin", "UnwindSafe")];
/** Of what is behind a shared pointer only the safety of references counts. */
const shared: Lack = (inner) => (inner.has("RefUnwindSafe") ? ["UnwindSafe", "RefUnwindSafe"] : []);

/** Of the std types that differ from "has it where all its parts have it". */
const KNOWN: Readonly<Record<string, Lack>> = {
  "std::rc::Rc": (inner) => ["Send", "Sync", ...shared(inner)],
  "std::rc::Weak": (inner) => ["Send", "Sync", ...shared(inner)],
  "std::ptr::NonNull": (inner) => ["Send", "Sync", ...shared(inner)],
  "std::cell::Cell": cell,
  "std::cell::RefCell": cell,
  "std::cell::UnsafeCell": cell,
  "std::cell::OnceCell": cell,
  "std::sync::Mutex": (inner) => (inner.has("Send") ? ["Send", "Sync"] : []),
  "std::sync::RwLock": (inner) => (inner.has("Send") ? ["Send", "Sync"] : only(inner, "Sync")),
  "std::sync::MutexGuard": (inner) => ["Send", ...only(inner, "Sync")],
  "std::sync::Arc": (inner) => [
    ...(inner.has("Send") || inner.has("Sync") ? (["Send", "Sync"] as const) : []),
    ...shared(inner),
  ],
  "std::sync::mpsc::Sender": (inner) => only(inner, "Send"),
  "std::sync::mpsc::Receiver": (inner) => ["Sync", ...only(inner, "Send")],
  "std::boxed::Box": (inner) => [...inner].filter((one) => one !== "Unpin"),
  "std::panic::AssertUnwindSafe": (inner) => only(inner, "Send", "Sync", "Unpin"),
  "std::marker::PhantomPinned": () => ["Unpin"],
};

function only(inner: ReadonlySet<Auto>, ...wanted: readonly Auto[]): Auto[] {
  return wanted.filter((one) => inner.has(one));
}

function lacks(tokens: readonly string[], depth: number): ReadonlySet<Auto> {
  if (depth > DEPTH || tokens.length === 0) return NONE;
  const [first, second] = tokens;
  if (first === "*") return new Set<Auto>(["Send", "Sync"]);
  if (first === "&") return reference(tokens.slice(second?.startsWith("'") === true ? 2 : 1), depth);
  if (first === "dyn") return missing(tokens);
  if (first === "fn" || first === "unsafe" || first === "extern" || first === "impl") return NONE;
  if (first === "(" || first === "[") {
    const inner = tokens.slice(1, behindClosing(tokens, 0) - 1);
    const parts = first === "[" ? [splitTokens(inner, ";")[0] ?? []] : splitTokens(inner);
    return union(parts.map((part) => lacks(part, depth + 1)));
  }
  if (!isWord(first)) return NONE;
  const open = tokens.indexOf("<");
  const name = (open < 0 ? tokens : tokens.slice(0, open)).join("");
  const given = open < 0 ? [] : splitTokens(tokens.slice(open + 1, behindClosing(tokens, open) - 1));
  const inner = union(given.map((part) => lacks(part, depth + 1)));
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  return known === undefined ? ofUnknown(name, inner) : new Set(known(inner));
}

/** Containers of std have what their parts have; of others nothing is known. */
function ofUnknown(name: string, inner: ReadonlySet<Auto>): ReadonlySet<Auto> {
  return name.startsWith("std::") ? inner : NONE;
}

function reference(tokens: readonly string[], depth: number): ReadonlySet<Auto> {
  const mutable = tokens[0] === "mut";
  const inner = lacks(mutable ? tokens.slice(1) : tokens, depth + 1);
  if (mutable) return new Set<Auto>([...only(inner, "Send", "Sync", "RefUnwindSafe"), "UnwindSafe"]);
  return new Set<Auto>([...(inner.has("Sync") ? (["Send", "Sync"] as const) : []), ...shared(inner)]);
}

/** `dyn Trait` has just the auto traits that it names. */
function missing(tokens: readonly string[]): ReadonlySet<Auto> {
  const named = new Set(splitTokens(tokens.slice(1), "+").map((part) => part.at(-1)));
  return new Set((["Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe"] as const).filter((one) => !named.has(one)));
}

function union(sets: readonly ReadonlySet<Auto>[]): ReadonlySet<Auto> {
  return new Set(sets.flatMap((set) => [...set]));
}
