/** The organisation that this browser looks at, where its person belongs to several. */
const KEY = "freehold-organisation";

export function chosenOrganisation(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Undefined: whichever comes first. */
export function chooseOrganisation(id: string | undefined): void {
  try {
    if (id === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  } catch {
    // Without storage the first one is looked at.
  }
}
