import type { History } from '../sim/history';
import { knobsOf, playWith, SCENARIOS } from './scenarios';

/** The captures that lessons are about: the same acts, and which way the flag is. */
export const LESSON_CAPTURES = { 'missing-ping-flag-off': false, 'missing-ping-flag-on': true } as const;

/** It ends before the third attempt begins, with which the app tells the system that the tunnel is up all the same. */
const ACTS = { ...SCENARIOS['probes-flag-on'], thenMs: 10_000 };

/**
 * The run of a capture that a lesson is about.
 * @param name the capture’s, without “.pcapng”
 * @returns the run, to its end
 */
export const lessonRun = (name: keyof typeof LESSON_CAPTURES): History =>
	playWith(ACTS, { ...knobsOf(ACTS), includeAllNetworks: LESSON_CAPTURES[name] });
