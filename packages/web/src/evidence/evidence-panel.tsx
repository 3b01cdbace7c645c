/** Shows why something is claimed: rule, place, commit and what was seen there. */
import type { Evidence } from "@freehold/model";
import { type ReactNode, useCallback, useState } from "react";
import { formatConfidence, formatCount } from "../format/format.ts";
import { CopyButton, Icon, SidePanel } from "../ui/index.ts";
import { type Claimed, EvidenceContext } from "./context.ts";
import { evidenceText, linkTo, placeOf } from "./location.ts";
import { useRepository } from "./use-repository.ts";
import { ProvenanceBadge } from "./provenance-badge.tsx";

export function EvidenceProvider({ children }: { readonly children: ReactNode }) {
  const [claimed, setClaimed] = useState<Claimed>();
  const [opened, setOpened] = useState(false);
  const show = useCallback((next: Claimed) => {
    setClaimed(next);
    setOpened(true);
  }, []);
  return (
    <EvidenceContext value={show}>
      {children}
      <SidePanel opened={opened} onClose={() => setOpened(false)} title="Evidence">
        {claimed !== undefined && <ClaimedView claimed={claimed} />}
      </SidePanel>
    </EvidenceContext>
  );
}

function ClaimedView({ claimed }: { readonly claimed: Claimed }) {
  const { subject, statement, provenance, confidence, evidence, repository, total = evidence.length } = claimed;
  return (
    <div className="claimed">
      <p className="claimed-subject">{subject}</p>
      {statement !== undefined && <p className="claimed-statement">{statement}</p>}
      {(provenance !== undefined || confidence !== undefined) && (
        <p className="claimed-sureness">
          {provenance !== undefined && <ProvenanceBadge provenance={provenance} />}
          {confidence !== undefined && <span>{formatConfidence(confidence)} sure</span>}
        </p>
      )}
      {evidence.length === 0 && (
        <p className="muted">No place was recorded for this. Scan again with a newer Freehold.</p>
      )}
      <ol className="evidence-list">
        {evidence.map((item, place) => (
          <EvidenceItem
            key={`${place}${item.rule}`}
            evidence={repository === undefined ? item : { repository, ...item }}
          />
        ))}
      </ol>
      {total > evidence.length && (
        <p className="muted">
          The first {formatCount(evidence.length)} of {formatCount(total)} places.
        </p>
      )}
    </div>
  );
}

function EvidenceItem({ evidence }: { readonly evidence: Evidence }) {
  const { source, only } = useRepository(evidence.repository);
  const place = placeOf(evidence);
  const link = linkTo(evidence, source);
  const { rule, repository, commit, path, detail } = evidence;
  return (
    <li>
      <div className="evidence-head">
        {place !== undefined && <code className="evidence-place">{place}</code>}
        <span className="evidence-tools">
          {link !== undefined && (
            <a
              className="icon-button"
              href={link}
              target="_blank"
              rel="noreferrer"
              aria-label={`Open ${place ?? "it"} at its code host`}
            >
              <Icon name="external" />
            </a>
          )}
          <CopyButton text={evidenceText(evidence)} label="Copy this evidence" />
        </span>
      </div>
      {detail !== undefined && <p className="evidence-detail">{detail}</p>}
      <p className="evidence-source">
        <code>{rule}</code>
        {repository !== undefined && !only && <span>{repository}</span>}
        {commit !== undefined && path !== undefined && <span>@ {commit.slice(0, 10)}</span>}
      </p>
    </li>
  );
}
