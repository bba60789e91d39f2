import { beginning, PartError, partError } from '../figures/onDemand/loadPart';

/** Something that a worker is doing. */
export interface WorkerTask<T> {
	/** What comes of it; null when it was cancelled. Rejects with a sentence when the worker cannot be started, loaded or fails. */
	readonly answer: Promise<T | null>;
	/** Stops at once. Does nothing when the answer is there already. */
	readonly cancel: () => void;
}

/** A question for a worker. */
interface Question<Said, T> {
	/** What the worker does, in the middle of a sentence: “the checker”. */
	readonly what: string;
	/** `() => new Worker(…)` */
	readonly start: () => Worker;
	readonly asked: unknown;
	/** Hears what the worker says; `done` is for the answer, `reply` says something back. */
	readonly hear: (said: Said, done: (answer: T) => void, reply: (message: unknown) => void) => void;
}

/** Asks a worker beside the page. It is loaded by this call and ends with its answer. */
export function askWorker<Said, T>({ what, start, asked, hear }: Question<Said, T>): WorkerTask<T> {
	let cancel = () => {};
	let worker: Worker | null = null;
	const answer = new Promise<T | null>((resolve, reject) => {
		cancel = () => resolve(null);
		worker = startWorker(what, start);
		const reply = (message: unknown) => worker?.postMessage(message);
		worker.addEventListener('message', ({ data }: MessageEvent<Said>) => hear(data, resolve, reply));
		worker.addEventListener('error', (error) => void failureOf(what, error).then(reject));
		reply(asked);
	}).finally(() => worker?.terminate());
	return { answer, cancel };
}

/** A frame that the page around it has sandboxed has no origin, and may start no worker (HTML, “opaque origin”). */
const isShutOff = (): boolean => origin === 'null';

const shutOff = (what: string, cause: unknown): PartError =>
	new PartError(
		`${beginning(what)} does not work here: the page around this frame shuts it off. Open this page in a tab of its own.`,
		true,
		{ cause }
	);

function startWorker(what: string, start: () => Worker): Worker {
	try {
		return start();
	} catch (cause) {
		throw shutOff(what, cause);
	}
}

/** A worker that has not come says nothing of why; one that has failed says what went wrong in it. */
async function failureOf(what: string, { message }: ErrorEvent): Promise<Error> {
	if (message) return new Error(`Something went wrong in ${what}: ${message}`);
	return isShutOff() ? shutOff(what, undefined) : partError(what);
}
