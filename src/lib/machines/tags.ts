/**
 * What states of the machines have in common, whatever they are called.
 * - `repair`: there only where something is repaired; a chart of the phone as it ships leaves it out.
 * - `updating`: an update is under way, or the App Store will take one up by itself.
 * - `updateStarted`: an update is under way now.
 */
export type StateTag = 'repair' | 'updating' | 'updateStarted';
