/** Who owns it, why these units are one product, and its parts. */
import type { ProductDetail } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { placeOf, webAddress } from "../evidence/location.ts";
import { formatConfidence } from "../format/format.ts";
import { Ownership } from "./ownership.tsx";
import { RepositoryStanding } from "./repository-standing.tsx";

export function OverviewTab({ detail }: { readonly detail: ProductDetail }) {
  const { product, parts } = detail;
  return (
    <div className="columns">
      <div>
        <Ownership detail={detail} />
      </div>
      <div>
        <section className="section">
          <h2>Why this is one product</h2>
          <p className="section-note">
            {formatConfidence(product.confidence)} sure. Each rule names what it saw.{" "}
            <EvidenceButton
              words
              claimed={{
                subject: `${product.name} is one product`,
                provenance: product.provenance,
                confidence: product.confidence,
                evidence: product.reasons,
              }}
            />
          </p>
          <ul className="reasons">
            {product.reasons.slice(0, 6).map((reason, place) => (
              <li key={`${place}${reason.rule}`}>
                <span>{reason.detail ?? reason.rule}</span>
                {placeOf(reason) !== undefined && <code>{placeOf(reason)}</code>}
              </li>
            ))}
          </ul>
        </section>
        <Where detail={detail} />
        {parts.length > 0 && (
          <section className="section">
            <h2>Parts</h2>
            <ul className="tags">
              {parts.map(({ id, slug, name }) => (
                <li key={id}>
                  <Link to="/products/$slug" params={{ slug }}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

function Where({ detail }: { readonly detail: ProductDetail }) {
  const { product, repositories } = detail;
  return (
    <section className="section">
      <h2>Where it lives</h2>
      <dl className="facts">
        {repositories.map(({ id, name, url, revision }) => (
          <div key={id}>
            <dt>Repository</dt>
            <dd>
              <RepositoryName name={name} url={url} /> {revision !== undefined && <code>{revision.slice(0, 10)}</code>}{" "}
              <RepositoryStanding id={id} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{product.paths.length === 1 ? "Folder" : "Folders"}</dt>
          <dd>
            {product.paths.slice(0, 8).map((path) => (
              <code key={path} className="path">
                {folderOf(path)}
              </code>
            ))}
            {product.paths.length > 8 && <span className="muted">and {product.paths.length - 8} more</span>}
          </dd>
        </div>
        {product.charter !== undefined && (
          <div>
            <dt>Charter</dt>
            <dd>
              <code>{product.charter}</code>
            </dd>
          </div>
        )}
        {product.aliases.length > 0 && (
          <div>
            <dt>Also called</dt>
            <dd>{product.aliases.slice(0, 8).join(", ")}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function RepositoryName({ name, url }: { readonly name: string; readonly url: string | undefined }) {
  const address = webAddress(url);
  if (address === undefined) return name;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}

/** A path is `<repository>:<folder>`; the repository is named beside it. */
function folderOf(path: string): string {
  return path.slice(path.indexOf(":") + 1) || "/";
}
