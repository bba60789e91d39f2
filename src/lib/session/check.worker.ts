/** Runs the checker beside the page, so that the page answers while millions of worlds are looked at. */
import { check } from '../check';
import { smallestRepairs } from '../check/smallest';
import type { Asked, Said } from './checkMessages';

const say = (said: Said) => postMessage(said);

/** Whoever has heard enough ends the worker: nothing has to be asked here. */
const watch = (worlds: number): boolean => {
	say({ say: 'worlds', worlds });
	return false;
};

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
	if (data.ask === 'check') say({ say: 'verdicts', answer: check(data.knobs, { watch }) });
	else say({ say: 'repairs', answer: smallestRepairs(data.question, watch) });
});
