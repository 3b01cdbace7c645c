/** Addresses of repositories in the forms that manifests allow. */

/** `owner/name`, in lower case. */
export function addressPath(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/[#?].*$/, "")
    .replace(/\.git$|\/$/g, "")
    .replace(/\/tree\/.*$/, "");
  const parts = plain
    .replace(/^git\+/, "")
    .replace(/^[a-z+]+:\/\//, "")
    .split(/[:/]/);
  return parts.slice(-2).join("/");
}
