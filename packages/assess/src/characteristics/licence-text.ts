/** Licence identifiers in the forms that manifests write them. */

/** SPDX identifiers of an expression, without `-only` and `-or-later`, which texts alone do not tell apart. */
export function licenceIds(expression: string): string[] {
  return expression
    .split(/\s+(?:OR|AND|WITH)\s+|[()/,]/i)
    .map((one) => one.trim().replace(/-(?:only|or-later)$|\+$/, ""))
    .map((one) =>
      /^apache(?: license)?,?\s*(?:version )?2(?:\.0)?$/i.test(one) ? "Apache-2.0" : one.replace(/ License$/i, ""),
    )
    .filter((one) => one !== "" && !/^see licen[cs]e/i.test(one) && one !== "UNLICENSED");
}

/** Licences that ask the same of everything they are combined with (gnu.org/licenses, SPDX "copyleft"). */
export function isCopyleft(id: string): boolean {
  return /^(?:A?GPL)-/.test(id);
}
