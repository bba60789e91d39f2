/** How long the checker may take beside a page for a phone of a hundred thousand worlds: five times as long as on two busy cores that are slowed four times. */
export const CHECKER_BUDGET_MS = 300_000;
