/** What a type of problem means and what to do: the page behind its address. Its words are ours, none is input. */
export function problemPage(
  name: string,
  { status, title, todo }: { readonly status: number; readonly title: string; readonly todo: string },
): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<link rel="stylesheet" href="/api/reference.css">
<main>
<h1>${title}</h1>
<p>Status ${status}, type <code>/api/problems/${name}</code></p>
<p>${todo.replaceAll(/`([^`]+)`/g, (_, code: string) => `<code>${code.replaceAll("<", "&lt;")}</code>`)}</p>
<p><a href="/api/">Reference of the API</a></p>
</main>
</html>
`;
}
