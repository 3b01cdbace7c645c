/** Pairs after the Cargo book's "SemVer Compatibility" and the lints of cargo-semver-checks. */
import { describe, expect, test } from "vitest";
import { rust } from "../../src/kinds/rust/kind.ts";
import { elementsIn, extractFrom, type Files, type Pair, testPairs } from "../pairs.ts";

const MANIFEST = '[package]\nname = "shop"\nversion = "1.0.0"\nedition = "2021"\n';
const lib = (text: string, files: Readonly<Record<string, string>> = {}): Files => ({
  "Cargo.toml": MANIFEST,
  "src/lib.rs": text,
  ...files,
});
const MADE_BY_MACRO = "macro_rules! made { (Error: $t:ident) => { pub trait Error: $t {} } } made!(Error: Sized);";
const edition2015 = (text: string, e: string): Files => ({
  "Cargo.toml": '[package]\nname = "shop"\nversion = "1.0.0"\n',
  "src/lib.rs": text,
  "src/e.rs": e,
});
const manifest = (text: string): Files => ({
  ...(lib("") as object),
  "Cargo.toml": MANIFEST + text,
});

const ITEMS: readonly Pair[] = [
  ["item added", lib("pub fn a() {}"), lib("pub fn a() {} pub fn b() {}"), "compatible", "breaking"],
  ["item renamed", lib("pub struct A;"), lib("pub struct B;"), "breaking", "breaking"],
  ["item made pub(crate)", lib("pub fn a() {}"), lib("pub(crate) fn a() {}"), "breaking", "compatible"],
  ["item made hidden", lib("pub fn a() {}"), lib("#[doc(hidden)] pub fn a() {}"), "breaking", "compatible"],
  ["private item", lib("fn a() {}"), lib(""), "none", "none"],
  ["body", lib("pub fn a() -> u8 { 1 }"), lib("pub fn a() -> u8 { 2 }"), "none", "none"],
  ["deprecated", lib("pub fn a() {}"), lib("#[deprecated] pub fn a() {}"), "compatible", "none"],
  [
    "a condition of a build script in place of a feature",
    lib('#[cfg(any(has_backtrace, feature = "old"))] pub fn a() {}'),
    lib('#[cfg(feature = "std")] pub fn a() {}'),
    "unknown",
    "breaking",
  ],
  ["made conditional", lib("pub fn a() {}"), lib('#[cfg(feature = "x")] pub fn a() {}'), "breaking", "compatible"],
  [
    "one for each platform",
    lib("pub fn a() {}"),
    lib("#[cfg(unix)] pub fn a() {} #[cfg(not(unix))] pub fn a() {}"),
    "none",
    "none",
  ],
  ["only in tests", lib("#[cfg(test)] pub fn a() {}"), lib(""), "none", "none"],
  [
    "hidden together with others, since all are deprecated",
    lib("pub struct T; impl T { pub fn a() {} }"),
    lib("pub struct T; #[doc(hidden)] impl T { #[deprecated] pub fn a() {} }"),
    "compatible",
    "none",
  ],
  [
    "moved into a macro, in modules whose files are elsewhere under a condition",
    lib("pub mod de; pub use crate::de::D;", { "src/de/mod.rs": "pub trait D {}" }),
    lib(
      'macro_rules! root { () => { #[cfg_attr(bundled, path = "core/de/mod.rs")] pub mod de; pub use crate::de::D; } } root!();',
      { "src/de/mod.rs": "pub trait D {}" },
    ),
    "none",
    "none",
  ],
  ["module made private", lib("pub mod a { pub fn b() {} }"), lib("mod a { pub fn b() {} }"), "breaking", "compatible"],
  [
    "moved, with its old path kept",
    lib("pub mod a { pub struct S { pub x: u8 } }"),
    lib("pub mod a { pub use crate::b::S; } pub mod b { pub struct S { pub x: u8 } }"),
    "compatible",
    "breaking",
  ],
  [
    "changed behind a re-export",
    lib("mod a { pub struct S { pub x: u8 } } pub use a::S;"),
    lib("mod a { pub struct S { pub x: u16 } } pub use a::S;"),
    "breaking",
    "breaking",
  ],
  [
    "file of a private module renamed",
    lib("mod a; pub use a::*;", { "src/a.rs": "pub fn f(x: S) {} pub struct S;" }),
    lib("mod b; pub use b::*;", { "src/b.rs": "pub struct S; pub fn f(x: S) {}" }),
    "none",
    "none",
  ],
  [
    "glob gained a name",
    lib("mod a { pub fn x() {} } pub use a::*;"),
    lib("mod a { pub fn x() {} pub fn y() {} } pub use a::*;"),
    "compatible",
    "breaking",
  ],
  ["re-export of another crate removed", lib("pub use serde::Serialize;"), lib(""), "breaking", "compatible"],
  ["now of another crate", lib("pub struct Url;"), lib("pub use url::Url;"), "unknown", "unknown"],
  ["no_std given up", lib("#![no_std]"), lib(""), "breaking", "compatible"],
  [
    "a facade of names, in the edition before paths began with crate",
    edition2015(
      "mod e; mod facade { mod core { pub use std::*; } pub use self::core::fmt::{self, Debug, Display}; } pub use e::E;",
      "use facade::{Debug, Display}; pub trait E: Debug + Display {} impl E for ::facade::fmt::Error {}",
    ),
    lib(
      "mod e; mod facade { mod core { pub use std::*; } pub use self::core::fmt::{self, Debug, Display}; } pub use e::E;",
      {
        "src/e.rs": "use crate::facade::*; pub trait E: Debug + Display {} impl E for fmt::Error {}",
      },
    ),
    "none",
    "none",
  ],
  [
    "a trait that a macro makes, used by a path of either edition",
    edition2015(
      `pub mod ser { ${MADE_BY_MACRO} } pub mod e;`,
      "use ser::Error; use std::fmt; impl Error for fmt::Error {}",
    ),
    lib(`pub mod ser { ${MADE_BY_MACRO} } pub mod e;`, {
      "src/e.rs": "use crate::ser::Error; use std::fmt; impl Error for fmt::Error {}",
    }),
    "none",
    "none",
  ],
  [
    "private names are not used beyond",
    lib(
      "mod l { mod core { pub struct E; } pub struct F; } mod d { use crate::l::*; pub use core::fmt::Error as E; } pub use d::E;",
    ),
    lib("pub use std::fmt::Error as E;"),
    "none",
    "none",
  ],
  [
    "by way of a module that passes on all of std",
    lib("mod l { pub use std::fmt::*; } pub fn a(x: l::Error) {}"),
    lib("pub fn a(x: std::fmt::Error) {}"),
    "none",
    "none",
  ],
  [
    "impl for something hidden",
    lib("#[doc(hidden)] pub mod p { pub trait T {} } impl p::T for u8 {}"),
    lib("#[doc(hidden)] pub mod p { pub trait T {} }"),
    "none",
    "none",
  ],
  [
    "impl that a macro makes now",
    lib("pub struct S; impl std::fmt::Debug for S {}"),
    lib("pub struct S; make!(Debug, S);"),
    "unknown",
    "unknown",
  ],
  [
    "the macro that had the name of a keyword",
    lib("pub fn a() -> u8 { match try!(b()) { _ => try!(c()) } } pub fn d() {}"),
    lib("pub fn a() -> u8 { 1 } pub fn d() {}"),
    "none",
    "none",
  ],
  [
    "type alias of the same type",
    lib("pub fn a(x: Vec<u8>) {}"),
    lib("type B = Vec<u8>; pub fn a(x: B) {}"),
    "none",
    "none",
  ],
  [
    "imported under another name",
    lib("pub fn a(x: std::fmt::Error) {}"),
    lib("use core::fmt::Error as E; pub fn a(x: E) {}"),
    "none",
    "none",
  ],
  ["alias of another type", lib("pub type A = u8;"), lib("pub type A = u16;"), "breaking", "breaking"],
];

const TYPES: readonly Pair[] = [
  [
    "public field added to an open struct",
    lib("pub struct S { pub a: u8 }"),
    lib("pub struct S { pub a: u8, pub b: u8 }"),
    "breaking",
    "breaking",
  ],
  [
    "private field added to an open struct",
    lib("pub struct S { pub a: u8 }"),
    lib("pub struct S { pub a: u8, b: u8 }"),
    "breaking",
    "compatible",
  ],
  [
    "field added to a closed struct",
    lib("pub struct S { pub a: u8, b: u8 }"),
    lib("pub struct S { pub a: u8, b: u8, pub c: u8 }"),
    "compatible",
    "breaking",
  ],
  ["private fields changed", lib("pub struct S { a: u8 }"), lib("pub struct S { b: u16, c: String }"), "none", "none"],
  ["closed tuple to closed struct", lib("pub struct S(u8);"), lib("pub struct S { a: u8 }"), "none", "none"],
  ["open tuple to struct", lib("pub struct S(pub u8);"), lib("pub struct S { pub a: u8 }"), "breaking", "breaking"],
  ["unit struct to empty struct", lib("pub struct S;"), lib("pub struct S {}"), "breaking", "none"],
  ["field type", lib("pub struct S { pub a: u8 }"), lib("pub struct S { pub a: u16 }"), "breaking", "breaking"],
  [
    "field hidden",
    lib("pub struct S { pub a: u8, b: u8 }"),
    lib("pub struct S { #[doc(hidden)] pub a: u8, b: u8 }"),
    "breaking",
    "compatible",
  ],
  [
    "struct made non-exhaustive",
    lib("pub struct S { pub a: u8 }"),
    lib("#[non_exhaustive] pub struct S { pub a: u8 }"),
    "breaking",
    "compatible",
  ],
  [
    "closed struct made non-exhaustive",
    lib("pub struct S { a: u8 }"),
    lib("#[non_exhaustive] pub struct S { a: u8 }"),
    "none",
    "compatible",
  ],
  [
    "parameter with a default added",
    lib("pub struct S { pub a: u8 }"),
    lib("pub struct S<T = u8> { pub a: T }"),
    "compatible",
    "breaking",
  ],
  ["parameter added", lib("pub struct S { a: u8 }"), lib("pub struct S<T> { a: T }"), "breaking", "breaking"],
  ["parameter renamed", lib("pub struct S<T>(pub T);"), lib("pub struct S<U>(pub U);"), "none", "none"],
  ["bound tightened", lib("pub struct S<T>(T);"), lib("pub struct S<T: Copy>(T);"), "breaking", "compatible"],
  [
    "bound moved to a where clause",
    lib("pub struct S<T: Copy>(T);"),
    lib("pub struct S<T>(T) where T: Copy;"),
    "none",
    "none",
  ],
  ["variant added", lib("pub enum E { A }"), lib("pub enum E { A, B }"), "breaking", "breaking"],
  [
    "variant added to a non-exhaustive enum",
    lib("#[non_exhaustive] pub enum E { A }"),
    lib("#[non_exhaustive] pub enum E { A, B }"),
    "compatible",
    "breaking",
  ],
  [
    "enum made non-exhaustive",
    lib("pub enum E { A }"),
    lib("#[non_exhaustive] pub enum E { A }"),
    "breaking",
    "compatible",
  ],
  [
    "variant gained a field",
    lib("pub enum E { A { x: u8 } }"),
    lib("pub enum E { A { x: u8, y: u8 } }"),
    "breaking",
    "breaking",
  ],
  [
    "non-exhaustive variant gained a field",
    lib("pub enum E { #[non_exhaustive] A { x: u8 } }"),
    lib("pub enum E { #[non_exhaustive] A { x: u8, y: u8 } }"),
    "compatible",
    "breaking",
  ],
  ["discriminant", lib("pub enum E { A, B }"), lib("pub enum E { A = 1, B }"), "breaking", "breaking"],
  [
    "variants that compare reordered",
    lib("#[derive(PartialEq, PartialOrd)] pub enum E { A = 0, B = 1 }"),
    lib("#[derive(PartialEq, PartialOrd)] pub enum E { B = 1, A = 0 }"),
    "breaking",
    "breaking",
  ],
  [
    "repr(C) removed",
    lib("#[repr(C)] pub struct S { pub a: u8 }"),
    lib("pub struct S { pub a: u8 }"),
    "breaking",
    "compatible",
  ],
  [
    "repr(packed) added",
    lib("pub struct S { pub a: u8 }"),
    lib("#[repr(packed)] pub struct S { pub a: u8 }"),
    "breaking",
    "breaking",
  ],
  ["derive removed", lib("#[derive(Clone)] pub struct S;"), lib("pub struct S;"), "breaking", "compatible"],
  [
    "derive written out",
    lib("#[derive(Clone)] pub struct S<T>(T);"),
    lib("pub struct S<T>(T); impl<T: Clone> Clone for S<T> { fn clone(&self) -> Self { todo!() } }"),
    "none",
    "none",
  ],
  [
    "lost Send",
    lib("pub struct S { a: u8 }"),
    lib("use std::rc::Rc; pub struct S { a: Rc<u8> }"),
    "breaking",
    "compatible",
  ],
  [
    "union gained a field",
    lib("pub union U { pub a: u8 }"),
    lib("pub union U { pub a: u8, pub b: u8 }"),
    "breaking",
    "breaking",
  ],
];

const REST: readonly Pair[] = [
  ["macro removed", lib("#[macro_export] macro_rules! m { () => {} }"), lib(""), "breaking", "compatible"],
  [
    "macro not exported",
    lib("#[macro_export] macro_rules! m { () => {} }"),
    lib("macro_rules! m { () => {} }"),
    "breaking",
    "compatible",
  ],
  [
    "macro takes more",
    lib("#[macro_export] macro_rules! m { () => {} }"),
    lib("#[macro_export] macro_rules! m { () => {}; ($a:expr) => {} }"),
    "compatible",
    "unknown",
  ],
  ["what a macro makes changed", lib("make! { pub A: 1 }"), lib("make! { pub A: 2 }"), "unknown", "unknown"],
  ["feature removed", manifest("[features]\na = []\n"), manifest(""), "breaking", "compatible"],
  [
    "default turns on less",
    manifest('[features]\ndefault = ["a"]\na = []\n'),
    manifest("[features]\ndefault = []\na = []\n"),
    "breaking",
    "compatible",
  ],
  [
    "optional dependency made a plain one",
    manifest('[dependencies]\nserde = { version = "1", optional = true }\n'),
    manifest('[dependencies]\nserde = "1"\n'),
    "breaking",
    "compatible",
  ],
  [
    "oldest Rust raised",
    { ...(lib("") as object), "Cargo.toml": `${MANIFEST}rust-version = "1.60"\n` },
    { ...(lib("") as object), "Cargo.toml": `${MANIFEST}rust-version = "1.70"\n` },
    "unknown",
    "compatible",
  ],
  ["library renamed", manifest(""), manifest('[lib]\nname = "store"\n'), "breaking", "breaking"],
];

describe("rust", () => {
  testPairs(rust, "src/lib.rs", [...ITEMS, ...TYPES, ...REST]);

  test("elements have paths, signatures, documentation and lines", () => {
    const files = lib("//! docs\npub mod a;\npub use a::Cart;\n", {
      "src/a.rs":
        "/// What is bought.\n#[derive(Clone)]\npub struct Cart { pub total: u64 }\nimpl Cart {\n    /// Adds.\n    pub fn add(&mut self, n: u64) -> &Self { self }\n}\n",
    });
    const found = elementsIn(rust, files, "").map(({ id, signature, doc, evidence }) => [
      id,
      signature,
      doc,
      evidence.line,
    ]);
    expect(found).toEqual([
      ["Cart", "pub struct Cart", "What is bought.", 3],
      ["Cart.total", "total: u64", undefined, 3],
      ["Cart::add()", "pub fn add(&mut self, n: u64) -> &Self", "Adds.", 6],
      ["a", "pub mod a", undefined, 2],
      ["a::Cart", "pub use Cart", undefined, 3],
      ["crate", "crate shop", undefined, undefined],
      ["feature default", "feature default", undefined, undefined],
      ["impl std::clone::Clone for Cart", "#[derive(Clone)] Cart", undefined, 3],
    ]);
  });

  test("text that is no Rust is a problem, and its neighbours are read", () => {
    const { elements, problems } = extractFrom(rust, lib("pub fn a() {}\npub struct } {\npub fn b() {}\n"), "");
    expect(elements.map(({ id }) => id)).toContain("a()");
    expect(problems.map(({ code, line }) => [code, line]).length).toBeGreaterThan(0);
  });

  test("a crate needs no manifest of Cargo", () => {
    expect(elementsIn(rust, { "lib.rs": "pub fn a() {}" }, "").map(({ id }) => id)).toEqual(["a()", "crate"]);
  });

  test("a crate without a library promises nothing", () => {
    expect(elementsIn(rust, { "Cargo.toml": MANIFEST, "src/main.rs": "pub fn a() {}" }, "")).toEqual([]);
  });
});
