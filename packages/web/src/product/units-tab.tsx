import type { ProductDetail, UnitRow } from "@freehold/model";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { formatBytes, formatCount } from "../format/format.ts";
import { Badge } from "../ui/index.ts";

/** The parts that manifests delimit. */
export function UnitsTab({ detail }: { readonly detail: ProductDetail }) {
  return (
    <div className="scroll-x">
      <table className="plain">
        <thead>
          <tr>
            <th>Unit</th>
            <th>Kind</th>
            <th>Folder</th>
            <th>Version</th>
            <th className="number">Files</th>
            <th className="number">Size</th>
            <th>
              <span className="visually-hidden">Evidence</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.units.map((unit) => (
            <Row key={unit.id} unit={unit} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ unit }: { readonly unit: UnitRow }) {
  return (
    <tr>
      <td>
        <strong>{unit.name}</strong> {unit.role !== "source" && <Badge>{unit.role}</Badge>}
        {unit.description !== undefined && <span className="cell-note">{unit.description}</span>}
      </td>
      <td>
        {unit.ecosystem} {unit.kind}
      </td>
      <td>
        <code>{unit.path === "" ? "/" : unit.path}</code>
      </td>
      <td>{unit.version ?? <span className="muted">–</span>}</td>
      <td className="number">{unit.files === undefined ? "" : formatCount(unit.files)}</td>
      <td className="number">{unit.bytes === undefined ? "" : formatBytes(unit.bytes)}</td>
      <td>
        <EvidenceButton
          claimed={{ subject: `${unit.name} is a ${unit.kind}`, evidence: unit.evidence, repository: unit.repository }}
        />
      </td>
    </tr>
  );
}
