/** A run as a Mermaid sequence diagram: Mermaid itself reads it, and finds in it what was written. */
import fc from 'fast-check';
import mermaid from 'mermaid';
import { beforeAll, describe, expect, test } from 'vitest';
import { NAMES } from '../../../src/lib/machines/components.ts';
import { play, SCENARIO_IDS, SCENARIOS, type ScenarioId } from '../../../src/lib/scenarios/scenarios.ts';
import { ladderOf } from '../../../src/lib/scene/ladder.ts';
import { escaped, mermaidOf } from '../../../src/lib/scene/mermaid.ts';
import { recordsIn } from '../../../src/lib/sim/history.ts';

const textOf = (id: ScenarioId, steps?: number) => mermaidOf(play(SCENARIOS[id]), steps);
const linesLike = (text: string, pattern: RegExp) => text.split('\n').filter((line) => pattern.test(line));
const ARROW = /^\t\w+(->>|-x)\w+: /;
const LOST = /^\t\w+-x\w+: /;
const NOTE = /^\tNote over \w+: /;

/** What Mermaid calls an arrow with a head, one with a cross, and a note. */
const TYPES = { arrow: 0, note: 2, lost: 3 } as const;

interface Sequence {
	getMessages(): { type: number; message: string; from: string; to: string }[];
	getActors(): Map<string, { description: string }>;
}

/** A text as Mermaid understands it; its own marks for numbered characters are read back. */
async function understood(text: string) {
	const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
	const sequence = db as unknown as Sequence;
	const messages = sequence.getMessages().map((message) => ({ ...message, message: readBack(message.message) }));
	return { messages, actors: [...sequence.getActors().values()].map(({ description }) => readBack(description)) };
}

const readBack = (text: string) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCharCode(Number(code)));

// Diagrams are known to Mermaid from the first text on that it reads as a whole.
beforeAll(() => mermaid.parse('sequenceDiagram\nparticipant a'));

describe.each(SCENARIO_IDS)('%s', (id) => {
	test('is read by Mermaid: as many messages, notes and participants as were written, in the same words', async () => {
		const text = textOf(id);
		const { messages, actors } = await understood(text);
		const count = (...types: number[]) => messages.filter(({ type }) => types.includes(type)).length;
		expect(count(TYPES.arrow, TYPES.lost)).toBe(linesLike(text, ARROW).length);
		expect(count(TYPES.lost)).toBe(linesLike(text, LOST).length);
		expect(count(TYPES.note)).toBe(linesLike(text, NOTE).length);
		expect(actors).toEqual(ladderOf(play(SCENARIOS[id])).lanes.map((lane) => NAMES[lane]));
	});

	test('tells every row of the ladder, in its order', async () => {
		const { rows } = ladderOf(play(SCENARIOS[id]));
		const { messages } = await understood(textOf(id));
		const arrows = messages.filter(({ type }) => type !== TYPES.note);
		expect(arrows.map(({ from, to }) => [from, to])).toEqual(
			rows.flatMap(({ from, lane }) => (from === null ? [] : [[from, lane]]))
		);
		let at = -1;
		for (const { words } of rows) {
			at = messages.findIndex(({ message }, i) => i > at && message.startsWith(words));
			expect(at, words).toBeGreaterThanOrEqual(0);
		}
	});
});

describe('the text', () => {
	test('ends an arrow in a cross for each packet that vanishes', () => {
		const vanished = recordsIn(play(SCENARIOS['probes-flag-on'])).filter(
			({ packet }) => packet?.fate === 'vanished'
		).length;
		expect(linesLike(textOf('probes-flag-on'), LOST)).toHaveLength(vanished);
	});

	test('has a note for an act, for a new state and for what is held', () => {
		const text = textOf('update-flag-on');
		expect(text).toContain(
			'\tNote over person: Connect\n\tperson->>mainApp: tap on Connect\n\tNote over mainApp: connecting\n'
		);
		expect(text).toContain('\tsessionManager->>tunnelProcess: SIGTERM\n\tNote over tunnelProcess: told to terminate\n');
		expect(text).toContain(
			'\tappStoreUpdater->>kernelRouter: app download request, TCP, held\n\tNote over kernelRouter: held: app download request\n'
		);
	});

	test('of the first steps is the beginning of the whole, with those only who have had something to do', async () => {
		const [whole, part] = [textOf('update-flag-on'), textOf('update-flag-on', 12)];
		const told = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('\tparticipant'));
		expect(told(whole).slice(0, told(part).length)).toEqual(told(part));
		expect((await understood(part)).actors).toEqual([
			'person',
			'VPN app',
			'session manager',
			'tunnel process',
			'kernel router',
			'access point'
		]);
	});

	test('of nothing is a diagram with nothing in it', async () => {
		expect(textOf('update-flag-on', 0)).toBe('sequenceDiagram\n');
		await expect(mermaid.parse(textOf('update-flag-on', 0))).resolves.toMatchObject({ diagramType: 'sequence' });
	});
});

describe('no words break it', () => {
	const readAgain = async (words: string) =>
		(
			await understood(
				`sequenceDiagram\nparticipant a as A\na->>a: ${escaped(words)}\nNote over a: ${escaped(words)}\na-xa: last`
			)
		).messages.map(({ message }) => message);

	test.each([
		'a; b',
		'#1',
		'a: b',
		'wrap: a',
		'nowrap: a',
		'“quoted” and "quoted"',
		'%% a comment',
		'%%{init: {}}%%',
		'<b>bold</b>',
		'a<br/>b',
		'$$x$$',
		'end',
		'Note over a: b',
		'a->>b: c',
		'&amp;',
		'{"a": 1}',
		'a\\nb',
		'`a`',
		'loop',
		'#59;',
		'- a',
		'+a'
	])('%s', async (words) => {
		expect(await readAgain(words)).toEqual([words, words, 'last']);
	});

	test('more lines than one become one', async () => {
		expect(await readAgain('a\nb\r\n\tend')).toEqual(['a b end', 'a b end', 'last']);
	});

	test('whatever the characters', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.string({
					unit: fc.constantFrom(...'ab;#:%"<>&$\\`{}()[]-+>x=@,.|*~^_/\'“’é \n'),
					minLength: 1,
					maxLength: 12
				}),
				async (words) => {
					const plain = words.replace(/\s+/g, ' ').trim();
					if (plain !== '') expect(await readAgain(words)).toEqual([plain, plain, 'last']);
				}
			)
		);
	});
});
