import type { ReasonId } from '../../machines/reasons';
import type { MODEL_VERSION } from '../../sim/world';
import type { AddedSteps } from './addedSteps';
import { addedInVersion2 } from './version2';
import { addedInVersion4 } from './version4';

/** What a version of the model changed, for links that were made before. */
interface ModelVersion {
	/** What is different since, as part of a sentence for whoever opens an older link; empty where nothing is to be seen of it. */
	readonly says: string;
	/** The steps that the version before did not take. */
	readonly added: readonly AddedSteps[];
	/** Reasons that got another name: what they were called until then, and what they are called today. */
	readonly renamed: Readonly<Record<string, ReasonId>>;
	/** Reasons of today that were part of another until then, with what all of it is called. */
	readonly parted?: Readonly<Partial<Record<ReasonId, ReasonId>>>;
}

/**
 * Every version of the model. `MODEL_VERSION` is raised together with an entry here, which does not compile without, and
 * with golden links of the new version in `tests/vectors`, without which a test fails.
 */
export const MODEL_VERSIONS = {
	1: { says: '', added: [], renamed: {} },
	2: {
		says: 'TCP connections are closed, and a negotiated peer gets a handshake of its own',
		added: addedInVersion2,
		renamed: { 'tcp.synAgain': 'tcp.sendsAgain', 'tcp.buildsSynAgain': 'tcp.buildsAgain' }
	},
	/** Its packets differ in bytes; it takes the same steps. */
	3: { says: 'what is a leak depends on what the person believes', added: [], renamed: {} },
	4: {
		says: 'an app may tell the system that the tunnel is up before it shows “connected”, and this link means one that does not',
		added: addedInVersion4,
		renamed: {},
		parted: {
			'rule.ownLookup': 'rule.outerTraffic',
			'rule.ownLookupFlagOn': 'rule.outerTraffic',
			'rule.heldEcho': 'rule.held',
			'rule.localClosed': 'rule.userTraffic',
			'rule.relayAddressClosed': 'rule.userTraffic',
			'session.launchesNothing': 'session.cannotLaunch',
			'session.removesMeanwhile': 'session.removesSuspended',
			'tcp.waitsUnanswered': 'tcp.waits',
			'update.beginsFromXcode': 'update.begins'
		}
	}
} as const satisfies Readonly<Record<typeof MODEL_VERSION, ModelVersion>> & Readonly<Record<number, ModelVersion>>;

const after = (version: number): ModelVersion[] =>
	Object.entries(MODEL_VERSIONS).flatMap(([since, changes]) => (Number(since) > version ? [changes] : []));

/** Whether this is a version of the model older than today’s, or today’s. */
export const isKnownVersion = (version: number): boolean => Object.hasOwn(MODEL_VERSIONS, version);

/** The steps that a version did not take yet. None are known for one that is unknown here. */
export const addedSince = (version: number): readonly AddedSteps[] =>
	isKnownVersion(version) ? after(version).flatMap(({ added }) => added) : [];

/** What has changed since a version, as parts of a sentence. Nothing is known of one that is unknown here. */
export const changedSince = (version: number): readonly string[] =>
	isKnownVersion(version) ? after(version).flatMap(({ says }) => says || []) : [];

/** What a reason of a version is called today. */
export const renamedSince = (version: number, reason: string): string =>
	isKnownVersion(version) ? after(version).reduce((name, { renamed }) => renamed[name] ?? name, reason) : reason;

/** What a reason of today belonged to in a version, by its name of today: itself, unless it was part of another. */
export const wholeSince = (version: number, reason: ReasonId): ReasonId =>
	isKnownVersion(version) ? after(version).reduceRight((name, { parted }) => parted?.[name] ?? name, reason) : reason;
