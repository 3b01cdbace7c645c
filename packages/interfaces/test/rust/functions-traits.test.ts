/** Pairs of functions and traits after the Cargo book's "SemVer Compatibility" and the lints of cargo-semver-checks. */
import { describe } from "vitest";
import { rust } from "../../src/kinds/rust/kind.ts";
import { type Files, type Pair, testPairs } from "../pairs.ts";

const MANIFEST = '[package]\nname = "shop"\nversion = "1.0.0"\nedition = "2021"\n';
const lib = (text: string): Files => ({ "Cargo.toml": MANIFEST, "src/lib.rs": text });

const FUNCTIONS: readonly Pair[] = [
  ["parameter added", lib("pub fn a() {}"), lib("pub fn a(x: u8) {}"), "breaking", "breaking"],
  ["parameter renamed", lib("pub fn a(x: u8) {}"), lib("pub fn a(y: u8) {}"), "none", "none"],
  ["parameter type", lib("pub fn a(x: u8) {}"), lib("pub fn a(x: u16) {}"), "breaking", "breaking"],
  [
    "a type that a macro makes",
    lib("macro_rules! made { () => { u8 } } pub fn a() -> made!() { 1 }"),
    lib("pub fn a() -> u8 { 1 }"),
    "unknown",
    "unknown",
  ],
  [
    "renamed, with the old name kept as a deprecated alias",
    lib("pub trait Seq {} pub struct A { x: u8 } impl A { pub fn new() -> A { A { x: 1 } } } impl Seq for A {}"),
    lib(
      "pub trait Seq {} pub struct B { x: u8 } impl B { pub fn new() -> B { B { x: 1 } } } impl Seq for B {} #[deprecated] pub type A = B;",
    ),
    "compatible",
    "breaking",
  ],
  ["return type", lib("pub fn a() -> u8 { 1 }"), lib("pub fn a() -> u16 { 1 }"), "breaking", "breaking"],
  [
    "generalised, the old type fits",
    lib("pub fn a(x: u8) {}"),
    lib("pub fn a<T: Into<u8>>(x: T) {}"),
    "compatible",
    "breaking",
  ],
  [
    "generalised to what can't be proved",
    lib("pub struct S; pub fn a(x: S) {}"),
    lib("pub struct S; pub trait T {} impl T for S {} pub fn a(x: impl T) {}"),
    "unknown",
    "breaking",
  ],
  ["bound loosened", lib("pub fn a<T: Copy>(x: T) {}"), lib("pub fn a<T: Clone>(x: T) {}"), "compatible", "breaking"],
  [
    "type parameter added beside another",
    lib("pub fn a<T>(x: T) {}"),
    lib("pub fn a<T, U>(x: T, y: U) {}"),
    "breaking",
    "breaking",
  ],
  ["made unsafe", lib("pub fn a() {}"), lib("pub unsafe fn a() {}"), "breaking", "compatible"],
  ["const removed", lib("pub const fn a() {}"), lib("pub fn a() {}"), "breaking", "compatible"],
  [
    "async written out",
    lib("pub async fn a() -> u8 { 1 }"),
    lib("use std::future::Future; pub fn a() -> impl Future<Output = u8> { todo!() }"),
    "none",
    "none",
  ],
  ["made async", lib("pub fn a() {}"), lib("pub async fn a() {}"), "breaking", "breaking"],
  ["abi", lib('pub extern "C" fn a() {}'), lib("pub fn a() {}"), "breaking", "breaking"],
  [
    "lifetime written out",
    lib("pub fn a(x: &str) -> &str { x }"),
    lib("pub fn a<'a>(x: &'a str) -> &'a str { x }"),
    "none",
    "none",
  ],
  [
    "returns what lives for ever",
    lib("pub fn a(x: &str) -> &str { x }"),
    lib('pub fn a(x: &str) -> &\'static str { "" }'),
    "compatible",
    "breaking",
  ],
  [
    "opaque return promises more",
    lib("pub fn a() -> impl Iterator<Item = u8> { todo!() }"),
    lib("pub fn a() -> impl Iterator<Item = u8> + Send { todo!() }"),
    "compatible",
    "breaking",
  ],
  [
    "method removed",
    lib("pub struct S; impl S { pub fn a(&self) {} }"),
    lib("pub struct S;"),
    "breaking",
    "compatible",
  ],
  [
    "receiver made mutable",
    lib("pub struct S; impl S { pub fn a(&self) {} }"),
    lib("pub struct S; impl S { pub fn a(&mut self) {} }"),
    "breaking",
    "compatible",
  ],
  [
    "receiver dropped",
    lib("pub struct S; impl S { pub fn a(&self) {} }"),
    lib("pub struct S; impl S { pub fn a() {} }"),
    "breaking",
    "breaking",
  ],
  ["must_use", lib("pub fn a() -> u8 { 1 }"), lib("#[must_use] pub fn a() -> u8 { 1 }"), "compatible", "compatible"],
  ["must be written out", lib("pub fn a() {}"), lib("pub fn a<T>() {}"), "breaking", "breaking"],
  ["value type", lib("pub const A: u8 = 1;"), lib("pub const A: u16 = 1;"), "breaking", "breaking"],
  ["static made mutable", lib("pub static A: u8 = 1;"), lib("pub static mut A: u8 = 1;"), "breaking", "breaking"],
];

const TRAITS: readonly Pair[] = [
  ["required method added", lib("pub trait T {}"), lib("pub trait T { fn a(&self); }"), "breaking", "breaking"],
  ["provided method added", lib("pub trait T {}"), lib("pub trait T { fn a(&self) {} }"), "compatible", "breaking"],
  [
    "required method added to a sealed trait",
    lib("mod p { pub trait S {} } pub trait T: p::S {}"),
    lib("mod p { pub trait S {} } pub trait T: p::S { fn a(&self); }"),
    "compatible",
    "breaking",
  ],
  ["sealed", lib("pub trait T {}"), lib("mod p { pub trait S {} } pub trait T: p::S {}"), "breaking", "compatible"],
  [
    "default removed",
    lib("pub trait T { fn a(&self) {} }"),
    lib("pub trait T { fn a(&self); }"),
    "breaking",
    "compatible",
  ],
  [
    "method generalised",
    lib("pub trait T { fn a(&self, x: u8); }"),
    lib("pub trait T { fn a<X: Into<u8>>(&self, x: X); }"),
    "breaking",
    "breaking",
  ],
  [
    "no dyn any more",
    lib("pub trait T { fn a(&self); }"),
    lib("pub trait T { fn a(&self); fn b() where Self: Sized {} fn c<X>(&self, x: X) {} }"),
    "breaking",
    "breaking",
  ],
  ["supertrait added", lib("pub trait T {}"), lib("pub trait T: Send {}"), "breaking", "breaking"],
  ["associated type added", lib("pub trait T {}"), lib("pub trait T { type A; }"), "breaking", "breaking"],
  ["impl for a type removed", lib("pub trait T {} impl T for u8 {}"), lib("pub trait T {}"), "breaking", "compatible"],
  ["blanket impl added", lib("pub trait T {}"), lib("pub trait T {} impl<X: Copy> T for X {}"), "breaking", "breaking"],
  [
    "bound of an impl tightened",
    lib("pub trait T {} impl<X> T for Vec<X> {}"),
    lib("pub trait T {} impl<X: Copy> T for Vec<X> {}"),
    "breaking",
    "compatible",
  ],
  [
    "type of an impl",
    lib("pub struct S; impl Iterator for S { type Item = u8; }"),
    lib("pub struct S; impl Iterator for S { type Item = u16; }"),
    "breaking",
    "breaking",
  ],
  ["impl of a private trait", lib("trait P {} pub struct S; impl P for S {}"), lib("pub struct S;"), "none", "none"],
];

describe("functions and traits", () => {
  testPairs(rust, "src/lib.rs", [...FUNCTIONS, ...TRAITS]);
});
