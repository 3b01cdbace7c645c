/** The evidence behind a claim of the report. */
import type {
  Claim,
  Consume,
  Evidence,
  OwnerRef,
  Person,
  Problem,
  Product,
  ProductInterface,
  Provenance,
  Snapshot,
  Unit,
} from "@freehold/model";
import { explainInterface, interfaceHead } from "./explain-interface.ts";
import { Failure } from "./failure.ts";
import { closest } from "./closest.ts";

export interface Statement {
  readonly title: string;
  readonly text: string;
  readonly provenance?: Provenance;
  readonly confidence?: number;
  readonly evidence: readonly Evidence[];
}

export interface Explanation {
  readonly claim: string;
  readonly subject: string;
  readonly statements: readonly Statement[];
  /** Of `<product>.interface`: every element with its users. */
  readonly interface?: ProductInterface;
}

/** What can stand behind the dot of `product.aspect`. */
export const aspects = [
  "reasons",
  "mission",
  "owner",
  "units",
  "provides",
  "interface",
  "consumes",
  "violations",
] as const;

type Aspect = (typeof aspects)[number];

/**
 * The statements about a product (`slug`), one aspect of it (`slug.owner`), a dependency (`a -> b`),
 * a person (name, login or address), a unit (name or path), or a problem code.
 * Throws a `Failure` that suggests what was meant when there is no such thing in the snapshot.
 */
export function explain(snapshot: Snapshot, claim: string): Explanation {
  const arrow = claim.split(/\s*->\s*/);
  if (arrow.length === 2 && arrow[0] !== undefined && arrow[1] !== undefined) {
    return explainDependency(snapshot, claim, findProduct(snapshot, arrow[0]), findProduct(snapshot, arrow[1]));
  }
  const product = productNamed(snapshot, claim);
  if (product !== undefined) return explainProduct(snapshot, claim, product, aspects);
  const dot = claim.lastIndexOf(".");
  const aspect = aspects.find((name) => name === claim.slice(dot + 1) || `${name}s` === claim.slice(dot + 1));
  const owner = dot > 0 && aspect !== undefined ? productNamed(snapshot, claim.slice(0, dot)) : undefined;
  if (owner !== undefined && aspect === "interface")
    return { claim, subject: subjectOf(owner), ...explainInterface(snapshot, owner) };
  if (owner !== undefined && aspect !== undefined) return explainProduct(snapshot, claim, owner, [aspect]);
  return (
    explainUnit(snapshot, claim) ??
    explainPerson(snapshot, claim) ??
    explainProblems(snapshot, claim) ??
    notFound(snapshot, claim)
  );
}

function productNamed(snapshot: Snapshot, name: string): Product | undefined {
  const wanted = name.toLowerCase();
  const { products } = snapshot;
  return (
    products.find(({ id, slug }) => id === name || slug.toLowerCase() === wanted) ??
    products.find(
      (product) =>
        product.name.toLowerCase() === wanted || product.aliases.some((alias) => alias.toLowerCase() === wanted),
    )
  );
}

function findProduct(snapshot: Snapshot, name: string): Product {
  return productNamed(snapshot, name) ?? notFound(snapshot, name);
}

function notFound(snapshot: Snapshot, claim: string): never {
  const known = snapshot.products
    .flatMap(({ slug, name }) => [slug, name])
    .concat(snapshot.units.map(({ name }) => name));
  const near = closest(claim, known);
  const hint =
    near === undefined
      ? "Products, units, people and problem codes of the last report can be explained."
      : `Did you mean \`${near}\`?`;
  throw new Failure("explain/not-found", `nothing in the snapshot is called \`${claim}\``, hint);
}

function explainProduct(snapshot: Snapshot, claim: string, product: Product, wanted: readonly Aspect[]): Explanation {
  const units = snapshot.units.filter(({ id }) => product.units.includes(id));
  const tell: Record<Aspect, () => readonly Statement[]> = {
    reasons: () => [reasonsOf(snapshot, product)],
    mission: () => (product.mission === undefined ? [] : [claimed("mission", product.mission.value, product.mission)]),
    owner: () => ownersOf(snapshot, product),
    units: () => units.map((unit) => statement(`${unit.kind} ${unit.name}`, unitText(unit), unit.evidence)),
    provides: () =>
      units.flatMap((unit) =>
        unit.provides.map((provide) => statement("provides", provideText(provide), provide.evidence)),
      ),
    interface: () => [interfaceHead(snapshot, product)],
    consumes: () =>
      units.flatMap((unit) =>
        unit.consumes.map((consume) =>
          statement(`${unit.name} consumes`, consumeText(unit, consume), consume.evidence),
        ),
      ),
    violations: () =>
      snapshot.violations
        .filter(({ from }) => from === product.id)
        .map(({ rule, message, evidence }) => statement(rule, message, evidence)),
  };
  return { claim, subject: subjectOf(product), statements: wanted.flatMap((aspect) => tell[aspect]()) };
}

function subjectOf({ kind, name, slug }: Product): string {
  return `${kind} ${name} (${slug})`;
}

function reasonsOf(snapshot: Snapshot, product: Product): Statement {
  const whole = snapshot.products.find(({ id }) => id === product.partOf);
  const what = whole === undefined ? product.kind : `${product.kind} of ${whole.name}`;
  const text =
    product.provenance === "inferred" ? `a candidate ${what}, not yet claimed` : `a ${product.provenance} ${what}`;
  return {
    title: "is",
    text,
    provenance: product.provenance,
    confidence: product.confidence,
    evidence: product.reasons,
  };
}

function ownersOf(snapshot: Snapshot, { ownership }: Product): Statement[] {
  const facts: Statement[] = [];
  const add = (title: string, claim: Claim<OwnerRef> | undefined) =>
    claim && facts.push(claimed(title, claim.value.name, claim));
  add("owner", ownership.owner);
  if (ownership.owner === undefined)
    facts.push(statement("owner", "not known: nobody declares it and the history does not tell", []));
  for (const declared of ownership.declared) add("declared owner", declared);
  add("founding owner", ownership.founder);
  add("present steward", ownership.steward);
  for (const { person, confidence, evidence } of ownership.ranked) {
    const name = snapshot.people.find(({ id }) => id === person)?.name ?? person;
    facts.push({ title: "may own it", text: name, provenance: "inferred", confidence, evidence });
  }
  if (ownership.truckFactor !== undefined)
    facts.push(claimed("truck factor", String(ownership.truckFactor.value), ownership.truckFactor));
  return facts.concat(ownership.findings.map((finding) => statement("finding", finding, [])));
}

function explainDependency(snapshot: Snapshot, claim: string, from: Product, to: Product): Explanation {
  const provided = new Set(
    snapshot.units.filter(({ id }) => to.units.includes(id)).flatMap(({ provides }) => provides.map(({ id }) => id)),
  );
  const statements = snapshot.units
    .filter(({ id }) => from.units.includes(id))
    .flatMap((unit) =>
      unit.consumes
        .filter(({ id }) => provided.has(id))
        .map((consume) => statement(`${unit.name} uses`, consumeText(unit, consume), consume.evidence)),
    );
  if (statements.length > 0) return { claim, subject: `${from.slug} -> ${to.slug}`, statements };
  return {
    claim,
    subject: `${from.slug} -> ${to.slug}`,
    statements: [statement("uses", "nothing: no unit of the first consumes what the second provides", [])],
  };
}

function explainUnit(snapshot: Snapshot, claim: string): Explanation | undefined {
  const unit = snapshot.units.find(({ id, name, path, manifest }) => [id, name, path, manifest].includes(claim));
  if (unit === undefined) return undefined;
  const product = snapshot.products.find(({ units }) => units.includes(unit.id));
  const statements = [
    statement("is", unitText(unit), unit.evidence),
    statement(
      "belongs to",
      product === undefined ? `no product: its role is ${unit.role}` : product.slug,
      product?.reasons ?? [],
    ),
    ...unit.provides.map((provide) => statement("provides", provideText(provide), provide.evidence)),
    ...unit.consumes.map((consume) => statement("consumes", consumeText(unit, consume), consume.evidence)),
  ];
  return { claim, subject: `unit ${unit.name}`, statements };
}

function explainPerson(snapshot: Snapshot, claim: string): Explanation | undefined {
  const wanted = claim.replace(/^@/, "").toLowerCase();
  const known = ({ name, emails, logins, id }: Person) =>
    [id, name, ...emails, ...logins].some((text) => text.toLowerCase() === wanted);
  const person = snapshot.people.find(known);
  if (person === undefined) return undefined;
  const owns = snapshot.products.filter(({ ownership }) => ownership.owner?.value.id === person.id);
  const statements = [
    statement("is", [...person.emails, ...person.logins.map((login) => `@${login}`)].join(", "), person.evidence),
    ...owns.map((product) => claimed("owns", product.slug, product.ownership.owner)),
  ];
  return { claim, subject: `${person.bot ? "bot" : "person"} ${person.name}`, statements };
}

function explainProblems(snapshot: Snapshot, claim: string): Explanation | undefined {
  const problems = snapshot.problems.filter(({ code }) => code === claim);
  if (problems.length === 0) return undefined;
  return {
    claim,
    subject: `problem ${claim}`,
    statements: problems.map((problem) => statement(problem.severity, problem.message, [place(problem)])),
  };
}

function statement(title: string, text: string, evidence: readonly Evidence[]): Statement {
  return { title, text, evidence };
}

function claimed(title: string, text: string, claim: Omit<Claim<unknown>, "value"> | undefined): Statement {
  if (claim === undefined) return { title, text, evidence: [] };
  return { title, text, provenance: claim.provenance, confidence: claim.confidence, evidence: claim.evidence };
}

function unitText({ ecosystem, kind, path, version, role, published }: Unit): string {
  const parts = [
    `${ecosystem} ${kind} in ${path === "" ? "the root" : path}`,
    version,
    role === "source" ? undefined : role,
    published === true ? "published" : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function provideText({ id, version }: Unit["provides"][number]): string {
  return version === undefined ? id : `${id}@${version}`;
}

function consumeText(unit: Unit, consume: Consume): string {
  const { id, range, scope, declared, imported, bypass, typeOnly, uses, symbols } = consume;
  // Of a unit without any import that was read nobody knows: its language may be one that is not read.
  const unseen = !unit.consumes.some((one) => one.imported);
  const facts = [
    scope,
    declared ? `declared${range === undefined ? "" : ` as ${range}`}` : "not declared",
    imported ? `imported${uses === undefined ? "" : ` ${uses} times`}` : unseen ? undefined : "not imported",
    typeOnly === true ? "types only" : undefined,
    bypass === true ? "past its entry" : undefined,
    symbols === undefined || symbols.length === 0
      ? undefined
      : `names: ${symbols.slice(0, 12).join(", ")}${symbols.length > 12 ? ", …" : ""}`,
  ];
  return `${id} (${facts.filter((fact) => fact !== undefined).join("; ")})`;
}

function place({ repository, path, line, hint, code }: Problem): Evidence {
  return {
    rule: code,
    ...(repository === undefined ? {} : { repository }),
    ...(path === undefined ? {} : { path }),
    ...(line === undefined ? {} : { line }),
    ...(hint === undefined ? {} : { detail: hint }),
  };
}
