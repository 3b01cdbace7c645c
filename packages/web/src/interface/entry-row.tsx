/** One element, or one name that is used without being one; opened it tells everything known of it. */
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { PlaceLink } from "../evidence/place-link.tsx";
import { formatQuantity } from "../format/format.ts";
import { Badge, Breakable, Icon, Prose, Signature } from "../ui/index.ts";
import type { Entry } from "./entry.ts";
import { UserList, UsersInShort } from "./users.tsx";
import { STABILITIES, USE_STATES } from "./words.ts";

interface EntryRowProps {
  readonly entry: Entry;
  readonly members: number;
  readonly depth: 0 | 1;
  readonly opened: boolean;
  readonly onToggle: () => void;
}

export function EntryRow({ entry, members, depth, opened, onToggle }: EntryRowProps) {
  const { element, name, from, state } = entry;
  return (
    <div className="entry" data-depth={depth} data-state={state}>
      <div className="entry-row">
        <button
          type="button"
          className="link-toggle"
          aria-expanded={opened}
          aria-label={`${name}: where it is, and who uses it`}
          onClick={onToggle}
        >
          <Icon name="right" />
        </button>
        <div className="entry-main">
          <p className="entry-name">
            <code>
              <Breakable text={name} />
            </code>
            {members > 0 && <span className="muted">{formatQuantity(members, "member")}</span>}
            {element === undefined ? <Badge tone="warn">Not declared</Badge> : <Marks entry={entry} />}
          </p>
          {element?.signature !== undefined && element.signature !== name && (
            <Signature text={element.signature} short={!opened} />
          )}
          {from !== undefined && (
            <p className="entry-doc">
              imported from <code>{from}</code>
            </p>
          )}
          {element?.doc !== undefined && (
            <p className="entry-doc">
              <Prose text={element.doc} />
            </p>
          )}
        </div>
        <UsersInShort entry={entry} />
        <EntryEvidence entry={entry} />
      </div>
      {opened && <Opened entry={entry} />}
    </div>
  );
}

function Marks({ entry: { element } }: { readonly entry: Entry }) {
  if (element === undefined) return null;
  const { label, meaning, tone } = STABILITIES[element.stability];
  return (
    <>
      {element.stability !== "stable" && (
        <Badge tone={tone} title={meaning}>
          {label}
        </Badge>
      )}
      {!element.shapeKnown && (
        <Badge title="What it looks like could not be told for sure: any change of it counts as unknown">
          Shape unknown
        </Badge>
      )}
    </>
  );
}

function EntryEvidence({ entry }: { readonly entry: Entry }) {
  const { element, name, unit, users } = entry;
  const claimed =
    element === undefined
      ? {
          subject: `${name} is used, and not declared by ${unit.name}`,
          evidence: users.flatMap(({ places, unit: consumer, from }) =>
            places.map(({ path, line }) => ({
              rule: "interfaces.used",
              repository: consumer.repository,
              path,
              ...(line === undefined ? {} : { line }),
              ...(from === undefined ? {} : { detail: `imports ${name} from ${from}` }),
            })),
          ),
        }
      : { subject: `${unit.name} promises ${name}`, evidence: [element.evidence] };
  return <EvidenceButton claimed={{ ...claimed, repository: unit.repository }} />;
}

function Opened({ entry }: { readonly entry: Entry }) {
  const { element, unit, state } = entry;
  return (
    <dl className="entry-opened">
      {element?.evidence.path !== undefined && (
        <div>
          <dt>Defined</dt>
          <dd>
            <PlaceLink
              repository={element.evidence.repository ?? unit.repository}
              path={element.evidence.path}
              line={element.evidence.line}
            />
          </dd>
        </div>
      )}
      <div>
        <dt title={USE_STATES[state].meaning}>Used by</dt>
        <dd>
          <UserList entry={entry} />
        </dd>
      </div>
    </dl>
  );
}
