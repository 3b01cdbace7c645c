import type { GraphNode } from "@freehold/model";
import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { formatCount } from "../format/format.ts";

export type ProductBoxNode = Node<
  { readonly node: GraphNode; readonly focused: boolean; readonly dim: boolean },
  "product"
>;

/** A product on the map: name, owner, reach. */
export const ProductBox = memo(function ProductBox({ data }: NodeProps<ProductBoxNode>) {
  const { node, focused, dim } = data;
  return (
    <div
      className="box"
      data-kind={node.kind}
      data-focused={focused || undefined}
      data-dim={dim || undefined}
      title={node.name}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <span className="box-name">{node.name}</span>
      <span className="box-note">
        <span>{node.owner ?? "Unowned"}</span>
        <span>{formatCount(node.reach)}</span>
      </span>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
});
