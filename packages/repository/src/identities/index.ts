export { findPeople, type People, type PeopleOptions, type PersonMatch } from "./people.ts";
