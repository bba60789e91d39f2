/** What can be wrong with the prose, one sentence for each fault. The build stops at them, so that no reader meets one. */
import { GLOSSARY } from '../../../../content/glossary';
import { CLAIMS } from '../../machines/claims';
import { DISAGREEMENTS, SOURCES } from '../../machines/sources';
import { SCENARIO_IDS, type ScenarioId } from '../../scenarios/scenarios';
import { FIGURES, scenariosOf, type FigureSpec } from '../../scenarios/figureSpecs';
import { placeOf } from '../../scene/figureRuns';
import { readHead, type Head } from '../controls/chapters';
import { linksIn, openingsIn, placed, type Placed } from './prose';

/** A chapter as it is written: what its head says, and its text. */
export interface ChapterFile {
	readonly file: string;
	readonly text: string;
	readonly head: unknown;
	/** Its address from the root of the site, such as `/the-update/`. */
	readonly address: string;
}

/** Shorter than this, nobody who does not see a figure knows what is in it. */
const DESCRIBED_AT_LEAST = 80;

/** Everything that is wrong with a chapter, on a site that has these pages. */
export function faultsOf(chapter: ChapterFile, pages: readonly string[]): string[] {
	const read = readHead(chapter.head);
	const inHead = 'faults' in read ? read.faults : faultsOfHead(read.head, chapter.text);
	return [...inHead, ...faultsOfNames(chapter.text), ...openingFaults(chapter.text), ...linkFaults(chapter, pages)].map(
		(fault) => `${chapter.file}: ${fault}`
	);
}

/** What only the chapter’s own figure and questions can tell. */
function faultsOfHead(head: Head, text: string): string[] {
	const figure: FigureSpec = FIGURES[head.figure];
	return [
		...descriptionFaults(head.figure, figure),
		...questionFaults(head, figure, text),
		...placed(text, 'MomentLink').flatMap((show) => showFaults(show, head.figure, figure))
	];
}

/**
 * A figure that is described too shortly for somebody who does not see it.
 * @internal for its tests
 */
export function descriptionFaults(name: string, { description }: Pick<FigureSpec, 'description'>): string[] {
	if (description.length >= DESCRIBED_AT_LEAST) return [];
	return [
		`The figure “${name}” is described in ${description.length} characters; those who do not see it need at least ${DESCRIBED_AT_LEAST}.`
	];
}

/** Questions of which there are two, whose moment never comes, or that the prose does not place exactly once; and places without a question. */
function questionFaults({ questions, figure: name }: Head, figure: FigureSpec, text: string): string[] {
	const ids = questions.map(({ id }) => id);
	const places = placed(text, 'Predict').map(({ id }) => id);
	const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
	return [
		...twice.map((id) => `Two questions are called “${id}”.`),
		...questions.flatMap(({ id, moment, scenario }) =>
			momentFaults(`The question “${id}”`, moment, scenario, name, figure)
		),
		...[...new Set(ids)].flatMap((id) => {
			const count = places.filter((place) => place === id).length;
			return count === 1
				? []
				: [
						`The question “${id}” should be placed once by <Predict>, and is placed ${count === 0 ? 'nowhere' : `${count} times`}.`
					];
		}),
		...places
			.filter((id) => id === undefined || !ids.includes(id))
			.map((id) => `<Predict id="${id ?? ''}"> places a question that the head does not have.`)
	];
}

function showFaults(show: Placed, name: string, figure: FigureSpec): string[] {
	const { moment = '', in: scenario } = show;
	const faults = momentFaults('<MomentLink>', moment, scenario, name, figure);
	if (faults.length > 0 || figure.frames.some((still) => (still.title ?? still.moment) === moment)) return faults;
	return [`<MomentLink> leads to “${moment}”, of which the figure “${name}” has no still for readers without scripts.`];
}

function momentFaults(
	whose: string,
	moment: string,
	scenario: string | undefined,
	name: string,
	figure: FigureSpec
): string[] {
	if (scenario !== undefined && !isScenario(scenario))
		return [`${whose} names the scenario “${scenario}”, which there is not.`];
	if (scenario !== undefined && !scenariosOf(figure).includes(scenario))
		return [`${whose} names the scenario “${scenario}”, which the figure “${name}” does not show.`];
	if (placeOf(figure, moment, scenario) !== undefined) return [];
	return [
		`${whose} leads to the moment “${moment}”, which ${scenario === undefined ? `no run of the figure “${name}” has` : `the scenario “${scenario}” does not have`}.`
	];
}

const isScenario = (name: string): name is ScenarioId => (SCENARIO_IDS as readonly string[]).includes(name);

/** Names in the prose that stand for nothing. */
function faultsOfNames(text: string): string[] {
	const unknown = (tag: string, attribute: string, known: object) =>
		placed(text, tag)
			.map((place) => place[attribute] ?? '')
			.filter((name) => !Object.hasOwn(known, name))
			.map((name) => `<${tag} ${attribute}="${name}"> names nothing that there is.`);
	return [
		...unknown('Claim', 'id', CLAIMS),
		...unknown('Term', 'id', GLOSSARY),
		...unknown('Source', 'id', SOURCES),
		...unknown('Disagreement', 'point', DISAGREEMENTS),
		...placed(text, 'Claim').flatMap(({ in: scenario }) =>
			scenario === undefined || isScenario(scenario)
				? []
				: [`<Claim> names the scenario “${scenario}”, which there is not.`]
		)
	];
}

const openingFaults = (text: string): string[] =>
	openingsIn(text).map(
		(line) => `A line begins with a component, so that Markdown makes no paragraph of it: “${line}”`
	);

/** Links to our own pages that lead nowhere, or that would not follow the site to another address. */
function linkFaults({ text, address }: ChapterFile, pages: readonly string[]): string[] {
	return linksIn(text).flatMap(({ target, resolved }) => {
		if (target.startsWith('/') && !resolved)
			return [
				`The link to “${target}” forgets that the site may live below a path: write it from here, such as ../the-update/.`
			];
		const { pathname } = new URL(target, `http://site${address}`);
		return pages.includes(pathname) ? [] : [`The link to “${target}” leads to ${pathname}, which is no page.`];
	});
}
