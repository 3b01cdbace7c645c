/** What modules that several files of tests share make for one of them, and remove when it ends: they are loaded once. */
const endings: (() => Promise<void>)[] = [];

/** `end` runs after the file of tests that runs now. */
export function afterFile(end: () => Promise<void>): void {
  endings.push(end);
}

/** For the setup that every file has. */
export async function endFile(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end();
}
