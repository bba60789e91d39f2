import type { History } from '../sim/history';
import { knobsOf, playWith, SCENARIOS } from './scenarios';

/** The captures that lessons are about: the same acts, and which way the flag is. */
export const LESSON_CAPTURES = { 'missing-ping-flag-off': false, 'missing-ping-flag-on': true } as const;

const ACTS = SCENARIOS['probes-flag-on'];

/**
 * The run of a capture that a lesson is about.
 * @param name the capture’s, without “.pcapng”
 * @returns the run, to its end
 */
export const lessonRun = (name: keyof typeof LESSON_CAPTURES): History =>
	playWith(ACTS, { ...knobsOf(ACTS), includeAllNetworks: LESSON_CAPTURES[name] });
