/** The explorer over integers and the plain one agree on the largest exploration too, with everything that people may do. */
import { expect, test } from 'vitest';
import { boundsFor, LARGEST } from '../../../src/lib/check/bounds.ts';
import { fastCheck } from './fast.ts';
import { plainCheck } from './referenceExplorer.ts';

test(
	'for the knobs with the most worlds and every act: the same worlds, transitions and verdicts',
	{ timeout: 900_000 },
	() => {
		expect(fastCheck(LARGEST, boundsFor(LARGEST))).toEqual(plainCheck(LARGEST, boundsFor(LARGEST)));
	}
);
