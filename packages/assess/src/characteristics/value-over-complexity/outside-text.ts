/** Why low figures of use say nothing about what is published. */
export const OUTSIDE = "it is published, and its users outside are not seen here.";
