/** The same as the picture, as a list: for whoever reads better than looks, or has no pointer. */
import type { GraphNode } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { formatCount } from "../format/format.ts";
import { Icon } from "../ui/index.ts";
import type { MapSearch } from "./map-search.ts";
import { neighboursOf, type Picture } from "./visible.ts";

interface MapListProps {
  readonly picture: Picture;
  readonly focus: string | undefined;
  readonly search: MapSearch;
}

export function MapList({ picture, focus, search }: MapListProps) {
  const nodes = [...picture.nodes].sort((a, b) => rankOf(b, focus) - rankOf(a, focus) || (a.name < b.name ? -1 : 1));
  return (
    <aside className="map-list" aria-label="The map as a list" tabIndex={0}>
      <p className="map-list-head">
        <span>Product</span>
        <span title="Products that rely on it, directly or through others">Reach</span>
      </p>
      <ul>
        {nodes.map((node) => (
          <NodeItem key={node.id} node={node} picture={picture} focus={focus} search={search} />
        ))}
      </ul>
      {picture.alone.length > 0 && (
        <details>
          <summary>
            <Icon name="right" /> {formatCount(picture.alone.length)} stand alone
          </summary>
          <ul className="map-alone">
            {picture.alone.slice(0, 300).map(({ id, slug, name }) => (
              <li key={id}>
                <Link to="/products/$slug" params={{ slug }}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}

function rankOf({ slug, reach }: GraphNode, focus: string | undefined): number {
  return slug === focus ? Number.POSITIVE_INFINITY : reach;
}

interface NodeItemProps extends MapListProps {
  readonly node: GraphNode;
}

function NodeItem({ node, picture, focus, search }: NodeItemProps) {
  const { above, below } = neighboursOf(picture.edges, node.slug);
  return (
    <li>
      <details open={node.slug === focus}>
        <summary>
          <Icon name="right" />
          <span className="map-name">{node.name}</span>
          <span className="muted">{formatCount(node.reach)}</span>
        </summary>
        <div className="map-around">
          <p>
            <Link to="/products/$slug" params={{ slug: node.slug }}>
              Open
            </Link>
            {node.slug !== focus && (
              <Link to="/map" search={{ ...search, focus: node.slug }}>
                Show its surroundings
              </Link>
            )}
          </p>
          <Around title="Relied on by" slugs={above} picture={picture} search={search} />
          <Around title="Relies on" slugs={below} picture={picture} search={search} />
        </div>
      </details>
    </li>
  );
}

interface AroundProps {
  readonly title: string;
  readonly slugs: readonly string[];
  readonly picture: Picture;
  readonly search: MapSearch;
}

function Around({ title, slugs, picture, search }: AroundProps) {
  if (slugs.length === 0) return null;
  return (
    <>
      <h3>
        {title} {formatCount(slugs.length)}
      </h3>
      <ul>
        {slugs.map((slug) => (
          <li key={slug}>
            <Link to="/map" search={{ ...search, focus: slug }}>
              {picture.nodes.find((node) => node.slug === slug)?.name ?? slug}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
