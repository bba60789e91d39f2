import { CLAIMS, KNOWN_CLAIMS, type KnownClaim } from '../../machines/claims';
import { COMPONENTS, titleOf, type ComponentId } from '../../machines/components';
import { EVIDENCE, EVIDENCE_LEVELS, type ClaimId, type Evidence, type EvidenceLevel } from '../../machines/evidence';
import { REASONS, ruleOf, type ReasonId } from '../../machines/reasons';
import { refutationOf } from '../../machines/refutations';
import { ruleNamed } from '../../machines/rules';
import { SOURCE_IDS, sourceOf, SOURCES, SOURCES_READ, type Source, type SourceId } from '../../machines/sources';
import { RULE_ACTION_LABELS } from '../../scene/runningSummary';
import { KNOWN_IN } from '../../sim/situations';
import { SITUATION_WORDS } from '../../sim/situationWords';
import { MODEL_VERSION } from '../../sim/world';
import { reasonComponents } from './reasonComponents';
import { knownRuns, type NamedRun } from './runs';
import { firstMoments, type FirstMoment } from './firstMoments';

/** A reason, or a rule by its reason, with everything that it rests on. */
export interface EvidenceRow {
	/** Its name in code; that of a rule begins with `rule.`. */
	readonly id: ReasonId;
	/** What the table of rules says of it, where it is one. */
	readonly rule: { readonly name: string; readonly when: string; readonly then: string } | null;
	/** Whose transitions it explains. */
	readonly components: readonly ComponentId[];
	/** Its sentence, as it is told at the moment where it is seen. */
	readonly words: string;
	/** Whether its words depend on the moment. */
	readonly wordsVary: boolean;
	readonly level: Evidence;
	/** Where it is known like that; elsewhere it is assumed. Null where it is so everywhere. */
	readonly levelWhere: string | null;
	/** The claims of the article that it rests on or shows. */
	readonly claims: readonly ClaimId[];
	/** Who else says so, and where. */
	readonly sources: readonly { readonly id: SourceId; readonly place: string }[];
	/** Where it comes up; null where none of the runs comes to it, or where it is housekeeping and never told. */
	readonly seen: FirstMoment | null;
	readonly isHousekeeping: boolean;
	/** What would show that it is wrong. */
	readonly refutedBy: string;
}

/** Every reason and rule of the model, with the tables that the rows refer to. It is the page, and the file beside it. */
export interface EvidenceDocument {
	/** The version of the model. */
	readonly model: number;
	/** When the sources were last looked up. */
	readonly sourcesRead: string;
	readonly levels: Readonly<Record<Evidence, EvidenceLevel>>;
	/** The components that a row may name, by what people call them. */
	readonly components: Readonly<Partial<Record<ComponentId, string>>>;
	/** The article’s claims, in our words. */
	readonly claims: Readonly<Record<string, string>>;
	readonly sources: Readonly<Partial<Record<SourceId, Source>>>;
	/** In the order of the components, and of their tables. */
	readonly rows: readonly EvidenceRow[];
}

const partsOf = (source: string): EvidenceRow['sources'] =>
	source.split(';').flatMap((part) => {
		const [id] = sourceOf(part);
		if (!id) return [];
		return [
			{
				id,
				place: part
					.trim()
					.slice(SOURCES[id].name.length)
					.replace(/^[, ]+/, '')
			}
		];
	});

function ruleIn(id: ReasonId): EvidenceRow['rule'] {
	const rule = ruleOf(id);
	if (rule === null) return null;
	const { name, when, then } = ruleNamed(rule);
	return { name, when, then: RULE_ACTION_LABELS[then] };
}

/** Where a reason’s level holds; null where it does everywhere. */
const wordsOfSituation = (id: ReasonId): string | null => {
	const situation = KNOWN_IN[id];
	return situation ? SITUATION_WORDS[situation] : null;
};

/** A sentence that nobody has told yet is known by what it is for. */
const wordsOf = (id: ReasonId, told: string | undefined): string => {
	const { text } = REASONS[id];
	return typeof text === 'string' ? text : (told ?? `${ruleIn(id)?.when ?? 'Its words depend on the moment'}.`);
};

/**
 * Everything that the model says and what it rests on. Plays the runs until each reason has been told, or none is left.
 * @param runs where to look for the moments
 */
export function evidenceDocument(runs: Iterable<NamedRun> = knownRuns()): EvidenceDocument {
	const users = reasonComponents();
	const seen = firstMoments(runs);
	const rows = (Object.keys(REASONS) as ReasonId[]).map((id): EvidenceRow => {
		const { text, evidence, claims, source, quiet } = REASONS[id];
		const found = seen.get(id);
		return {
			id,
			rule: ruleIn(id),
			components: users.get(id) ?? [],
			words: wordsOf(id, found?.told),
			wordsVary: typeof text !== 'string',
			level: evidence,
			levelWhere: wordsOfSituation(id),
			claims,
			sources: source === undefined ? [] : partsOf(source),
			seen: found?.seen ?? null,
			isHousekeeping: quiet === true,
			refutedBy: refutationOf(id)
		};
	});
	const placeOf = ({ components: [first] }: EvidenceRow) => (first ? COMPONENTS.indexOf(first) : COMPONENTS.length);
	rows.sort((a, b) => placeOf(a) - placeOf(b));
	const cited = new Set(rows.flatMap(({ sources }) => sources.map(({ id }) => id)));
	return {
		model: MODEL_VERSION,
		sourcesRead: SOURCES_READ,
		levels: Object.fromEntries(EVIDENCE_LEVELS.map((level) => [level, EVIDENCE[level]])) as EvidenceDocument['levels'],
		components: Object.fromEntries(COMPONENTS.map((id) => [id, titleOf(id)])),
		claims: Object.fromEntries(KNOWN_CLAIMS.map((id: KnownClaim) => [id, CLAIMS[id].statement])),
		sources: Object.fromEntries(SOURCE_IDS.filter((id) => cited.has(id)).map((id) => [id, SOURCES[id]])),
		rows
	};
}
