/** Draws the picture. It can be dragged and zoomed; everything it tells is in the list beside it too. */
import { Background, BackgroundVariant, Controls, type Edge, MarkerType, ReactFlow } from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import { ErrorState, Loading } from "../ui/index.ts";
import { BOX, type Placed, placeNodes } from "./layout.ts";
import { ProductBox, type ProductBoxNode } from "./product-box.tsx";
import type { Picture } from "./visible.ts";

interface PictureViewProps {
  readonly picture: Picture;
  readonly focus: string | undefined;
  readonly onFocus: (slug: string) => void;
}

const nodeTypes = { product: ProductBox };

export function PictureView({ picture, focus, onFocus }: PictureViewProps) {
  const { places, error } = usePlaces(picture);
  const [hovered, setHovered] = useState<string>();
  const near = useMemo(() => nearOf(picture, hovered), [picture, hovered]);
  const nodes = useMemo(() => boxes(picture, places, focus, near), [picture, places, focus, near]);
  const edges = useMemo(() => lines(picture, hovered), [picture, hovered]);
  if (error !== undefined) return <ErrorState error={error} />;
  if (places === undefined) return <Loading label="Arranging the map" rows={6} />;
  return (
    <section className="picture" aria-label="Dependency picture; the list beside it tells the same">
      <ReactFlow
        // A new arrangement is a new picture, which fits itself into view.
        key={`${focus ?? ""}${picture.nodes.length}`}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={{ padding: 0.05, maxZoom: 1.15 }}
        minZoom={0.05}
        maxZoom={2}
        nodesConnectable={false}
        nodesDraggable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        onlyRenderVisibleElements={nodes.length > 120}
        onNodeClick={(_, node) => onFocus(node.id)}
        onNodeMouseEnter={(_, node) => setHovered(node.id)}
        onNodeMouseLeave={() => setHovered(undefined)}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );
}

interface Arranged {
  readonly nodes: Picture["nodes"];
  readonly edges: Picture["edges"];
  readonly places?: ReadonlyMap<string, Placed>;
  readonly error?: Error;
}

/** Empty while the picture at hand is not yet arranged. */
function usePlaces({ nodes, edges }: Picture): Pick<Arranged, "places" | "error"> {
  const [arranged, setArranged] = useState<Arranged>();
  useEffect(() => {
    let current = true;
    placeNodes(nodes, edges).then(
      (places) => current && setArranged({ nodes, edges, places }),
      (error: unknown) =>
        current && setArranged({ nodes, edges, error: error instanceof Error ? error : new Error(String(error)) }),
    );
    return () => {
      current = false;
    };
  }, [nodes, edges]);
  return arranged?.nodes === nodes && arranged.edges === edges ? arranged : {};
}

/** The product pointed at and its neighbours; undefined while nothing is pointed at. */
function nearOf({ edges }: Picture, hovered: string | undefined): ReadonlySet<string> | undefined {
  if (hovered === undefined) return undefined;
  const near = new Set([hovered]);
  for (const { from, to } of edges) {
    if (from === hovered) near.add(to);
    if (to === hovered) near.add(from);
  }
  return near;
}

function boxes(
  { nodes }: Picture,
  places: ReadonlyMap<string, Placed> | undefined,
  focus: string | undefined,
  near: ReadonlySet<string> | undefined,
): ProductBoxNode[] {
  return nodes.map((node) => ({
    id: node.slug,
    type: "product" as const,
    position: places?.get(node.slug) ?? { x: 0, y: 0 },
    ...BOX,
    data: { node, focused: node.slug === focus, dim: near?.has(node.slug) === false },
    ariaLabel: `${node.name}, relied on by ${node.dependents}, relies on ${node.dependencies}`,
  }));
}

function lines({ edges }: Picture, hovered: string | undefined): Edge[] {
  return edges.map(({ from, to, development, violation }) => {
    const lit = hovered === from || hovered === to;
    const state = [development ? "line-development" : "", violation ? "line-violation" : "", lit ? "line-lit" : ""];
    return {
      id: `${from}\n${to}`,
      source: from,
      target: to,
      className: `line ${hovered !== undefined && !lit ? "line-dim" : ""} ${state.join(" ")}`,
      markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14, color: "var(--line)" },
      focusable: false,
    };
  });
}
