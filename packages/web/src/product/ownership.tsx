/** Declared owner, founder and steward are separate facts; together they tell how sure the answer is. */
import type { Claim, Ownership as OwnershipFacts, OwnerRef, PersonRef, ProductDetail } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { ProvenanceBadge } from "../evidence/provenance-badge.tsx";
import { formatAgo, formatConfidence, formatCount } from "../format/format.ts";
import { OWNER_FINDINGS } from "../format/words.ts";
import { Badge } from "../ui/index.ts";

export function Ownership({ detail }: { readonly detail: ProductDetail }) {
  const { ownership } = detail.product;
  const people = new Map(detail.people.map((person) => [person.id, person]));
  const { owner, declared, founder, steward } = ownership;
  return (
    <section className="section">
      <h2>Ownership</h2>
      <Doubts ownership={ownership} />
      <dl className="owners">
        <Fact
          name="Owner"
          claims={owner === undefined ? [] : [owner]}
          people={people}
          none="Nobody. It can be claimed."
        />
        <Fact name="Declared" claims={declared} people={people} none="No file declares an owner." />
        <Fact
          name="Founding owner"
          claims={founder === undefined ? [] : [founder]}
          people={people}
          none="The history does not tell."
        />
        <Fact
          name="Present steward"
          claims={steward === undefined ? [] : [steward]}
          people={people}
          none="Nobody looks after it at present."
        />
      </dl>
      <Ranked ownership={ownership} people={people} />
      <TruckFactor ownership={ownership} />
    </section>
  );
}

function Doubts({ ownership }: { readonly ownership: OwnershipFacts }) {
  if (ownership.findings.length === 0) return null;
  return (
    <ul className="notices">
      {ownership.findings.map((finding) => (
        <li key={finding}>
          <Badge tone="warn">{OWNER_FINDINGS[finding].label}</Badge> {OWNER_FINDINGS[finding].meaning}.
        </li>
      ))}
    </ul>
  );
}

interface FactProps {
  readonly name: string;
  readonly claims: readonly Claim<OwnerRef>[];
  readonly people: ReadonlyMap<string, PersonRef>;
  readonly none: string;
}

function Fact({ name, claims, people, none }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {claims.length === 0 && <span className="muted">{none}</span>}
        {claims.map((claim) => (
          <span key={`${claim.value.id}${claim.provenance}`} className="owner">
            <Link to="/products" search={{ by: claim.value.id }} title={`All products of ${claim.value.name}`}>
              {claim.value.name}
            </Link>
            <ProvenanceBadge provenance={claim.provenance} />
            <span className="confidence">{formatConfidence(claim.confidence)}</span>
            <LastSeen person={people.get(claim.value.id)} />
            <EvidenceButton words claimed={{ subject: `${name}: ${claim.value.name}`, ...claim }} />
          </span>
        ))}
      </dd>
    </div>
  );
}

function LastSeen({ person }: { readonly person: PersonRef | undefined }) {
  if (person?.lastCommit === undefined) return null;
  return <span className="muted last-seen">last commit {formatAgo(person.lastCommit)}</span>;
}

function Ranked({
  ownership,
  people,
}: {
  readonly ownership: OwnershipFacts;
  readonly people: ReadonlyMap<string, PersonRef>;
}) {
  if (ownership.ranked.length === 0) return null;
  return (
    <>
      <h3>Most probable owners</h3>
      <ol className="ranked">
        {ownership.ranked.slice(0, 8).map(({ person: id, confidence, evidence }) => {
          const person = people.get(id);
          const name = person?.name ?? id;
          return (
            <li key={id}>
              <span className="ranked-name">
                {name}
                {person !== undefined && <span className="muted">{formatCount(person.commits)} commits</span>}
              </span>
              <meter
                min={0}
                max={1}
                value={confidence}
                aria-label={`${name} owns it: ${formatConfidence(confidence)}`}
              />
              <span className="confidence">{formatConfidence(confidence)}</span>
              <EvidenceButton claimed={{ subject: `${name} owns it`, provenance: "inferred", confidence, evidence }} />
            </li>
          );
        })}
      </ol>
    </>
  );
}

const REGIMES: Readonly<Record<NonNullable<OwnershipFacts["regime"]>, string>> = {
  "founder-owned": "Whoever founds a part here tends to keep it.",
  staffed: "Parts here are handed on: who works on them at present counts most.",
  unknown: "The history is too short to tell how ownership is held here.",
};

function withoutThem(people: number): string {
  return `without ${people === 1 ? "one person" : `${people} people`} most of it would have no author left.`;
}

function TruckFactor({ ownership }: { readonly ownership: OwnershipFacts }) {
  const { truckFactor, regime } = ownership;
  return (
    <p className="section-note">
      {truckFactor !== undefined && (
        <>
          Truck factor <strong>{truckFactor.value}</strong>: {withoutThem(truckFactor.value)}{" "}
          <EvidenceButton words claimed={{ subject: `Truck factor ${truckFactor.value}`, ...truckFactor }} />{" "}
        </>
      )}
      {regime !== undefined && REGIMES[regime]}
    </p>
  );
}
