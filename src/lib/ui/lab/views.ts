/** The views beside the lab’s building, as an address calls them. */
export const VIEW_IDS = ['ladder', 'events', 'charts', 'why', 'checker', 'take'] as const;
export type ViewId = (typeof VIEW_IDS)[number];
