/** Runs the checker beside the page, so that the page answers while millions of worlds are looked at. */
import { check } from '../check/check';
import { checkGrid } from '../check/apiGrid';
import { minimalRepairs } from '../check/minimalRepairs';
import type { Asked, Said } from './checkerMessages';

const say = (said: Said) => postMessage(said);

/** Whoever has heard enough ends the worker: nothing has to be asked here. */
const watch = (worlds: number): boolean => {
	say({ say: 'worlds', worlds });
	return false;
};

addEventListener('message', ({ data }: MessageEvent<Asked>) => say(answerTo(data)));

function answerTo(asked: Asked): Said {
	switch (asked.ask) {
		case 'check':
			return { say: 'verdicts', answer: check(asked.knobs, { watch }) };
		case 'repairs':
			return { say: 'repairs', answer: minimalRepairs(asked.question, watch) };
		case 'grid':
			return { say: 'grid', answer: checkGrid(watch, (cell) => say({ say: 'cell', cell })) };
	}
}
