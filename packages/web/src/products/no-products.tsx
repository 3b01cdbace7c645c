/** A portfolio without products: how some come in. */
import { Link } from "@tanstack/react-router";
import { isKept, useMay, useSession } from "../account/session.ts";
import { EmptyState } from "../ui/index.ts";

export function NoProducts() {
  const kept = isKept(useSession());
  const administers = useMay("administer");
  if (!kept) {
    return (
      <EmptyState title="No products were found">
        The scan saw no package, image, action or other unit. Name a folder that holds repositories:{" "}
        <code>freehold open ~/work</code>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No products yet" {...(administers ? { action: <AddSource /> } : {})}>
      Bring the scan of a repository to this server with <code>freehold push</code>
      {administers ? ", or let it fetch and scan repositories itself." : ", or ask an administrator to add a source."}
    </EmptyState>
  );
}

function AddSource() {
  return (
    <Link to="/settings/$part" params={{ part: "sources" }} className="button button-primary">
      Add a source
    </Link>
  );
}
