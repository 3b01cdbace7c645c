/** What of a person becomes a row. */
import { type Person, personSchema } from "@freehold/model";
import { type Item, prepareItem, type Preparing, type Raw, type Shape } from "./item.ts";

interface PersonWords {
  readonly id: string;
  readonly name: string;
  readonly bot: 0 | 1;
  readonly commits: number;
  readonly last_commit: number | null;
  readonly logins: string;
}

export type PersonItem = Item<PersonWords>;

export function preparePerson(raw: Raw, preparing: Preparing): PersonItem | undefined {
  return prepareItem(PERSON, raw, preparing);
}

const PERSON: Shape<Person, PersonWords> = {
  section: "people",
  schema: personSchema,
  words: ({ id, name, bot, commits, lastCommit, logins }) => ({
    id,
    name,
    bot: bot ? 1 : 0,
    commits,
    last_commit: lastCommit === undefined ? null : Date.parse(lastCommit),
    logins: logins.join(" "),
  }),
};
