import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'mdsvex';
import { describe, expect, it } from 'vitest';
import { KNOWN_CLAIMS } from '../../src/lib/machines/claims';
import { DISAGREEMENTS } from '../../src/lib/machines/sources';
import { addressOf } from '../../src/lib/ui/controls/chapters';
import { descriptionFaults, faultsOf, type ChapterFile } from '../../src/lib/ui/chapter/chapterFaults';
import { placed } from '../../src/lib/ui/chapter/prose';
import { pathsOf } from '../../src/routes/sitemap.xml/paths';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = 'content/chapters';

/** Reads a chapter as the build does: its head is what mdsvex makes of it. */
async function chapterIn(folder: string): Promise<ChapterFile> {
	const file = `/${FOLDER}/${folder}/index.svx`;
	const text = readFileSync(join(ROOT, file), 'utf8');
	const head = (await compile(text, { extensions: ['.svx'] }))?.data?.fm;
	return { file, text, head, address: addressOf(file) };
}

const chapters = await Promise.all(readdirSync(join(ROOT, FOLDER)).map(chapterIn));
const ROUTES = readdirSync(join(ROOT, 'src/routes'), { recursive: true, encoding: 'utf8' }).map(
	(name) => `/src/routes/${name.replaceAll('\\', '/')}`
);
const PAGES = [...pathsOf([], ROUTES), ...chapters.map(({ address }) => address)];

describe.each(chapters)('the chapter $file', (chapter) => {
	it('has no fault', () => expect(faultsOf(chapter, PAGES)).toEqual([]));
});

describe('the chapters together', () => {
	const text = chapters.map((chapter) => chapter.text).join('\n');

	it('name every claim', () => {
		const named = placed(text, 'Claim').map(({ id }) => id);
		expect(KNOWN_CLAIMS.filter((id) => !named.includes(id))).toEqual([]);
	});

	it('say where sources disagree, at every point', () => {
		const points = placed(text, 'Disagreement').map(({ point }) => point);
		expect(Object.keys(DISAGREEMENTS).filter((point) => !points.includes(point))).toEqual([]);
	});
});

const ANSWERS = [
	{ text: 'Yes.', right: true, because: 'It does.' },
	{ text: 'No.', because: 'It does.' }
];
const question = (changes: object = {}) => ({
	id: 'the-probe',
	asks: 'Is it lost?',
	moment: 'A packet vanishes',
	answers: ANSWERS,
	...changes
});
const headWith = (changes: object = {}) => ({
	title: 'A chapter',
	description: 'What it is about.',
	figure: 'flip-the-flag',
	...changes
});
const sample = (text: string, head: object = headWith()): ChapterFile => ({
	file: 'sample',
	text,
	head,
	address: '/sample/'
});
const said = (text: string, head?: object) => faultsOf(sample(text, head), ['/', '/claims/', '/the-update/']);

describe('nothing is wrong with', () => {
	it.each([
		[
			'a claim, a term, a source and a disagreement',
			'So it is <Claim id="C09" />, in <Term id="utun">utun</Term> <Source id="article" />.\n\n<Disagreement point={3}>\n\nIt is disputed.\n\n</Disagreement>'
		],
		['a moment of the figure', 'Then <MomentLink moment="A packet vanishes">it goes</MomentLink>.'],
		[
			'a still by its own name, in its scenario',
			'Then <MomentLink moment="The NWTCPConnection waits" in="negotiation-flag-on">it waits</MomentLink>.'
		],
		[
			'a component that is only quoted as code',
			'Write `<Claim id="C99" />` or\n\n```\n<MomentLink moment="Never">\n```'
		],
		[
			'links to pages, elsewhere, and on the page',
			'See [there](../the-update/#top), [home](../), [elsewhere](https://example.com/x) and [below](#down).'
		],
		[
			'links that know where the site lives',
			"<a href={resolve('/claims')}>claims</a> <a href={resolve('/[chapter]', { chapter: 'the-update' })}>the update</a>"
		]
	])('%s', (_, text) => expect(said(text)).toEqual([]));

	it('a question that is placed once', () =>
		expect(
			said('<Predict id="the-probe" />', headWith({ questions: [question({ scenario: 'probes-flag-on' })] }))
		).toEqual([]));
});

describe('one sentence tells of', () => {
	it.each([
		['a claim that there is not', 'So <Claim id="C99" />.', '<Claim id="C99"> names nothing that there is.'],
		['a claim without a number', 'So <Claim />.', '<Claim id=""> names nothing that there is.'],
		[
			'a claim in a scenario that there is not',
			'So <Claim id="C09" in="nowhere" />.',
			'<Claim> names the scenario “nowhere”, which there is not.'
		],
		['a term that there is not', 'A <Term id="flux">flux</Term>.', '<Term id="flux"> names nothing that there is.'],
		['a source that there is not', 'So <Source id="hearsay" />.', '<Source id="hearsay"> names nothing that there is.'],
		[
			'a disagreement that there is not',
			'<Disagreement point={11}>\n\nWell.\n\n</Disagreement>',
			'<Disagreement point="11"> names nothing that there is.'
		],
		[
			'a moment that never comes',
			'Then <MomentLink moment="Peace">it ends</MomentLink>.',
			'<MomentLink> leads to the moment “Peace”, which no run of the figure “flip-the-flag” has.'
		],
		[
			'a moment of another scenario',
			'Then <MomentLink moment="A packet vanishes" in="alive">it goes</MomentLink>.',
			'<MomentLink> leads to the moment “A packet vanishes”, which the scenario “alive” does not have.'
		],
		[
			'a scenario that there is not',
			'Then <MomentLink moment="A packet vanishes" in="nowhere">it goes</MomentLink>.',
			'<MomentLink> names the scenario “nowhere”, which there is not.'
		],
		[
			'a scenario of another figure',
			'Then <MomentLink moment="SIGTERM" in="update-flag-on">it goes</MomentLink>.',
			'<MomentLink> names the scenario “update-flag-on”, which the figure “flip-the-flag” does not show.'
		],
		[
			'a moment without a still',
			'Then <MomentLink moment="Connected" in="alive">it works</MomentLink>.',
			'<MomentLink> leads to “Connected”, of which the figure “flip-the-flag” has no still for readers without scripts.'
		],
		[
			'a paragraph that begins with a component',
			'Text.\n\n<Term id="utun">utun</Term> is odd.',
			'A line begins with a component, so that Markdown makes no paragraph of it: “<Term id="utun">utun</Term> is odd.”'
		],
		[
			'a link to no page',
			'See [there](../the-upgrade/).',
			'The link to “../the-upgrade/” leads to /the-upgrade/, which is no page.'
		],
		[
			'a link in an attribute to no page',
			'See <a href="../clams/">there</a>.',
			'The link to “../clams/” leads to /clams/, which is no page.'
		],
		[
			'a resolved link to no page',
			"See <a href={resolve('/clams')}>there</a>.",
			'The link to “/clams/” leads to /clams/, which is no page.'
		],
		[
			'a link that would not follow the site below a path',
			'See [there](/the-update/).',
			'The link to “/the-update/” forgets that the site may live below a path: write it from here, such as ../the-update/.'
		]
	])('%s', (_, text, fault) => expect(said(text)).toEqual([`sample: ${fault}`]));

	const PLACED = '<Predict id="the-probe" />';
	it.each([
		[
			'a question without a right answer',
			PLACED,
			[question({ answers: ANSWERS.map(({ text, because }) => ({ text, because })) })],
			'The head’s “questions.0.answers” must have exactly one that is right.'
		],
		[
			'a question with two right answers',
			PLACED,
			[question({ answers: ANSWERS.map((answer) => ({ ...answer, right: true })) })],
			'The head’s “questions.0.answers” must have exactly one that is right.'
		],
		['two questions of one name', PLACED, [question(), question()], 'Two questions are called “the-probe”.'],
		[
			'a question that the prose forgets',
			'Text.',
			[question()],
			'The question “the-probe” should be placed once by <Predict>, and is placed nowhere.'
		],
		[
			'a question that is placed twice',
			`${PLACED}\n\n${PLACED}`,
			[question()],
			'The question “the-probe” should be placed once by <Predict>, and is placed 2 times.'
		],
		[
			'a place without a question',
			PLACED,
			[],
			'<Predict id="the-probe"> places a question that the head does not have.'
		],
		[
			'a question about a moment that never comes',
			PLACED,
			[question({ moment: 'Peace' })],
			'The question “the-probe” leads to the moment “Peace”, which no run of the figure “flip-the-flag” has.'
		]
	])('%s', (_, text, questions, fault) => expect(said(text, headWith({ questions }))).toEqual([`sample: ${fault}`]));

	it('a figure that is described too shortly', () =>
		expect(descriptionFaults('sketch', { description: 'A phone.' })).toEqual([
			'The figure “sketch” is described in 8 characters; those who do not see it need at least 80.'
		]));

	it('each of several faults', () =>
		expect(said('So <Claim id="C99" /> and <Claim id="C98" />.', headWith({ title: '' }))).toHaveLength(3));
});
