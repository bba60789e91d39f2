/** Every claim of the article: shown by the model and then tested here, or told in prose only, with the reason. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CLAIMS, KNOWN_CLAIMS, type Claim } from '../../src/lib/machines/claims.ts';
import { REASONS } from '../../src/lib/machines/reasons/index.ts';

const folder = new URL('./', import.meta.url);

/** The claims that tests are titled with, by `describe(claim('C…'), …)`. */
const tested = readdirSync(folder)
	.filter((name) => name.endsWith('.test.ts'))
	.flatMap((name) =>
		[...readFileSync(new URL(name, folder), 'utf8').matchAll(/^describe\(claim\('(C\d\d)'\)/gm)].map(([, id]) => id)
	);

const claimOf = (id: string): Claim | undefined => (CLAIMS as Readonly<Record<string, Claim>>)[id];

test('the table has every claim from C01 to C38, once and in order', () => {
	expect(KNOWN_CLAIMS).toEqual(Array.from({ length: 38 }, (_, at) => `C${String(at + 1).padStart(2, '0')}`));
});

test('what the model shows has its tests, and what has tests is said to be shown', () => {
	expect([...tested].sort()).toEqual(KNOWN_CLAIMS.filter((id) => CLAIMS[id].shown === 'model'));
});

test('all of C04 to C36 are shown by the model', () => {
	expect(KNOWN_CLAIMS.slice(3, 36).filter((id) => CLAIMS[id].shown !== 'model')).toEqual([]);
});

test('what is told in prose only says why', () => {
	expect(KNOWN_CLAIMS.filter((id) => claimOf(id)?.shown === 'prose' && !claimOf(id)?.because)).toEqual([]);
});

test('every claim that a reason names is in the table', () => {
	const named = Object.values(REASONS).flatMap(({ claims }) => claims);
	expect(named.filter((id) => !claimOf(id))).toEqual([]);
});

test('every claim that the model shows is named by a reason', () => {
	const named = new Set<string>(Object.values(REASONS).flatMap(({ claims }) => claims));
	expect(KNOWN_CLAIMS.filter((id) => CLAIMS[id].shown === 'model' && !named.has(id))).toEqual([]);
});

test('the table', () => {
	const rows = KNOWN_CLAIMS.map((id) => {
		const { shown, statement } = CLAIMS[id];
		return `${id}  ${shown === 'model' ? 'shown by the model' : 'prose only        '}  ${statement}`;
	});
	console.log(['     how it is told      statement', ...rows].join('\n'));
	expect(rows).toHaveLength(38);
});
