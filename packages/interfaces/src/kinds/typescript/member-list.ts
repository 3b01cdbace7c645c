/** Members as they are declared, overloads joined, accessors as one. */
import type { Member } from "./structure.ts";

/** Collects members by name: overloads join, a getter and a setter make one property. */
export class Members {
  private readonly byName = new Map<string, Member>();

  add(member: Member): void {
    const key = `${member.static === true ? "static " : ""}${member.name}`;
    const old = this.byName.get(key);
    if (old === undefined) this.byName.set(key, member);
    else if (old.signatures !== undefined && member.signatures !== undefined) {
      this.byName.set(key, { ...old, signatures: [...old.signatures, ...member.signatures] });
    } else if (old.type !== undefined && member.type !== undefined) {
      const { readonly: _, ...rest } = old.readonly === true ? old : member;
      this.byName.set(key, rest);
    }
  }

  list(): Member[] {
    return [...this.byName.values()];
  }
}
