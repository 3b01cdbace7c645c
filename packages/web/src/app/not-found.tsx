import { Link } from "@tanstack/react-router";
import { EmptyState } from "../ui/index.ts";

export function NotFound() {
  return (
    <EmptyState
      title="No such page"
      action={
        <Link to="/products" className="button">
          See the products
        </Link>
      }
    >
      The address may have been shortened, or come from a newer Freehold.
    </EmptyState>
  );
}
