/** Clauses that no test holds yet, each with what is missing. */
export const open: Readonly<Record<string, string>> = {};

/** Projections and printed forms that are not built, or not whole, each with what is missing. */
export const unbuilt: Readonly<Record<string, string>> = {};
