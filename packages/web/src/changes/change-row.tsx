/** One changed element: class, signature before and after, and whom it hits. */
import type { InterfaceChange } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { formatDay, formatQuantity } from "../format/format.ts";
import { Badge, Breakable, Icon } from "../ui/index.ts";
import { type ChangedElement, classOf } from "./change.ts";
import { Hits, HitsInShort } from "./hits.tsx";
import { Signatures } from "./signatures.tsx";
import { CLASSES, EFFECTS } from "./words.ts";

interface ChangeItemProps {
  readonly item: ChangedElement;
  readonly opened: boolean;
  readonly onToggle: () => void;
  /** Products of this snapshot, which have a page. */
  readonly known: ReadonlySet<string>;
}

export function ChangeItem({ item, opened, onToggle, known }: ChangeItemProps) {
  const { name, change, product } = item;
  const { label, meaning, tone } = CLASSES[classOf(change)];
  return (
    <div className="entry">
      <div className="entry-row">
        <button
          type="button"
          className="link-toggle"
          aria-expanded={opened}
          aria-label={`${EFFECTS[change.effect]}, ${label.toLowerCase()}: ${name}`}
          onClick={onToggle}
        >
          <Icon name="right" />
        </button>
        <div className="entry-main">
          <p className="entry-name">
            <Badge tone={tone} title={meaning}>
              {label}
            </Badge>
            <code>
              <Breakable text={name} />
            </code>
            <span className="muted">{EFFECTS[change.effect].toLowerCase()}</span>
          </p>
          <Message item={item} opened={opened} />
          <Signatures change={change} short={!opened} />
        </div>
        <HitsInShort hits={change.hits} own={product.product.slug} />
        <ChangeEvidence item={item} />
      </div>
      {opened && <Opened item={item} known={known} />}
    </div>
  );
}

/** The gravest finding; that something is new or gone is said already, and its signature says the rest. */
function Message({ item: { findings, change }, opened }: { readonly item: ChangedElement; readonly opened: boolean }) {
  const others = findings.length - 1;
  if (opened && others > 0) return null;
  if (change.effect === "added" && change.class === "compatible" && change.after?.signature !== undefined) return null;
  return (
    <>
      <p className="change-message" data-short={!opened || undefined}>
        {change.message}
      </p>
      {others > 0 && <p className="entry-doc">and {formatQuantity(others, "more finding")}</p>}
    </>
  );
}

function ChangeEvidence({ item: { name, change, unit, findings } }: { readonly item: ChangedElement }) {
  const evidence = [
    ...(change.before === undefined ? [] : [{ ...change.before.evidence, detail: "before" }]),
    ...(change.after === undefined ? [] : [{ ...change.after.evidence, detail: "after" }]),
  ];
  const statement = findings.map(({ message }) => message).join("; ");
  return <EvidenceButton claimed={{ subject: `${unit.name}: ${name}`, statement, evidence }} />;
}

function Opened({ item, known }: { readonly item: ChangedElement; readonly known: ReadonlySet<string> }) {
  const { change, findings, product, name } = item;
  const { slug } = product.product;
  return (
    <dl className="entry-opened">
      {findings.map((finding) => (
        <Fact key={`${finding.rule} ${finding.message}`} name="Rule">
          <Finding finding={finding} worded={findings.length > 1} />
        </Fact>
      ))}
      <Fact name="Hits">
        {change.hits.length === 0 ? (
          <span className="muted">Nobody in this portfolio uses it; users outside are not seen.</span>
        ) : (
          <Hits hits={change.hits} known={known} />
        )}
      </Fact>
      {change.after !== undefined && known.has(slug) && (
        <Fact name="Now">
          <Link to="/products/$slug" params={{ slug }} search={{ tab: "interface", q: name }} className="text-link">
            See it in the interface
          </Link>
        </Fact>
      )}
    </dl>
  );
}

function Finding({ finding, worded }: { readonly finding: InterfaceChange; readonly worded: boolean }) {
  const { rule, message, aspects = [], waived, witness } = finding;
  const { label, tone } = CLASSES[classOf(finding)];
  return (
    <>
      <code>{rule}</code> {worded && <Badge tone={tone}>{label}</Badge>}
      {worded && <p className="change-message">{message}</p>}
      {aspects.length > 0 && <p className="entry-doc">Breaks {aspects.join(", ")}.</p>}
      {waived !== undefined && (
        <p className="entry-doc">
          Waived until {formatDay(waived.expires)} by {waived.charter}: {waived.reason}
        </p>
      )}
      {witness !== undefined && (
        <p className="entry-doc">
          Shown by <code>{JSON.stringify(witness)}</code>
        </p>
      )}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
