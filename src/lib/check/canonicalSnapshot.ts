import { matchesState, type ContextFrom, type StateValueFrom } from 'xstate';
import type { appStoreUpdater } from '../machines/appStoreUpdater';
import type { pushNotifications, safari, terminal } from '../machines/apps';
import type { ComponentId } from '../machines/components';
import type { kernelRouter } from '../machines/kernelRouter';
import type { mainApp } from '../machines/mainApp';
import type { accessPoint, gateway, internet, relay } from '../machines/networkHosts';
import type { person } from '../machines/person';
import { repaired } from '../machines/repairs';
import type { sessionManager } from '../machines/sessionManager';
import type { tunnelProcess } from '../machines/tunnelProcess';
import { leavesOf, type Pending, type Snapshot, type StateValue } from '../sim/world';

/** The machines by their own types, which know their states and their contexts. */
interface Machines {
	readonly mainApp: typeof mainApp;
	readonly tunnelProcess: typeof tunnelProcess;
	readonly kernelRouter: typeof kernelRouter;
	readonly appStoreUpdater: typeof appStoreUpdater;
	readonly sessionManager: typeof sessionManager;
	readonly safari: typeof safari;
	readonly terminal: typeof terminal;
	readonly pushNotifications: typeof pushNotifications;
	readonly accessPoint: typeof accessPoint;
	readonly relay: typeof relay;
	readonly gateway: typeof gateway;
	readonly internet: typeof internet;
	readonly person: typeof person;
}

/** Something in a machine’s snapshot that makes no difference to any future, and what stands for all of its values. */
export interface Reduction<Value = StateValue, Context = object> {
	/** Why it makes no difference, in a sentence. */
	readonly why: string;
	/** The states in which it makes none: one of these, but none of those. All states unless said. */
	readonly in?: readonly Value[];
	readonly notIn?: readonly Value[];
	/** The contexts in which it makes none; all unless said. */
	readonly where?: (context: Context) => boolean;
	/** The state that stands for these; of parallel regions only those that are named. */
	readonly state?: Value;
	/** The values that stand for all values of these fields. */
	readonly context?: Partial<Context>;
}

/** Reductions by machine, each in the words of that machine’s own states and context: others do not compile. */
export type Reductions = {
	readonly [C in ComponentId]?: readonly Reduction<StateValueFrom<Machines[C]>, ContextFrom<Machines[C]>>[];
};

/**
 * Everything that the checker leaves out of a world. `tests/unit/check/canonicalSnapshot.test.ts` shows that it makes no
 * difference, and `underReduction.test.ts` that nothing else could be left out of a machine.
 */
export const REDUCTIONS: Reductions = {
	mainApp: [
		{
			why: 'An app that shows “connected” answers everything like one that shows “connecting” and has its answer before the session is connected.',
			in: ['connected'],
			state: 'connecting',
			context: { session: 'disconnected', answered: true }
		},
		{
			why: 'What an app that shows “connecting” needs to know of the session is whether it is connected.',
			in: ['connecting'],
			where: ({ session }) => session !== 'connected',
			context: { session: 'disconnected' }
		},
		{
			why: 'An app without a profile has no session to show when it can be opened again.',
			where: ({ hasProfile }) => !hasProfile,
			context: { session: 'disconnected', answered: false }
		}
	],
	sessionManager: [
		{
			why: 'Whether an update has had to stop a tunnel tells how that update is known, and nothing else.',
			context: { stoppedTunnel: false }
		}
	],
	tunnelProcess: [
		{ why: 'Relays differ in their addresses alone, which decide nothing.', context: { relayIndex: 0 } },
		{
			why: 'A segment that went unanswered makes the next wait longer; the checker knows no lengths.',
			context: { retransmissions: 0 }
		},
		{
			why: 'Attempts that failed make the next wait longer, and are counted otherwise only until the system is told that the tunnel is up.',
			where: ({ toldUp, startTunnelReturns }) => toldUp || startTunnelReturns === 'onReply',
			context: { failures: 0 }
		},
		{
			why: 'Where the system is told only with an answer, it makes no difference whether it has been told before.',
			where: ({ startTunnelReturns }) => startTunnelReturns === 'onReply',
			context: { toldUp: false }
		},
		{
			why: 'A process that is gone or going begins anew, with everything to be told, negotiated and counted again.',
			in: [{ process: 'absent' }, { process: 'toldToTerminate' }],
			context: { failures: 0, negotiationsLeft: 0, toldUp: false }
		},
		{
			why: 'Where an address can differ it is looked up at every launch, before it is used.',
			in: [
				{ process: 'absent' },
				{ process: { running: 'launching' } },
				{ process: { running: 'lookingUpRelay' } },
				{ process: 'toldToTerminate' }
			],
			context: { relayAddress: 'relay' }
		},
		{
			why: 'That its connection waits is news for its owner alone: TCP goes on trying, and then the connection is ready.',
			in: [{ tcpConnection: 'waiting' }],
			state: { tcpConnection: 'preparing' }
		},
		{
			why: 'A connection that was given up and one that never was are opened alike.',
			in: [{ tcpConnection: 'cancelled' }],
			state: { tcpConnection: 'none' }
		},
		{
			why: 'Whoever sends no probes never gives a relay up, so a first session begins like the next after an old one.',
			in: [{ wireGuard: 'noSession' }],
			where: ({ transport }) => transport === 'noProbes',
			state: { wireGuard: { session: 'old' } }
		}
	],
	kernelRouter: [
		{
			why: 'Without a profile in force no rule asks for interface or relay, and the next tunnel makes both known before it is up.',
			in: ['noVpn'],
			context: { utun: false, relayAddress: 'relay' }
		},
		{
			why: 'While the tunnel is down only its own process sends into the interface, which it has made; and it is there before the tunnel is up.',
			in: ['tunnelDown'],
			context: { utun: true }
		},
		{
			why: 'With the flag in force no rule asks for the relay, and unless the flag is dropped the next tunnel names it anew.',
			in: ['tunnelDown', 'tunnelUp'],
			where: (kernel) => kernel.inForce?.includeAllNetworks === true && !repaired(kernel, 'flagDropped'),
			context: { relayAddress: 'relay' }
		}
	],
	appStoreUpdater: [
		{ why: 'Whoever began an update, it goes the same way.', context: { source: 'auto' } },
		{
			why: 'An update that was cancelled leaves nothing behind: the next one begins like the first.',
			in: ['cancelled'],
			state: 'idle',
			context: { pieces: 0 }
		},
		{ why: 'Pieces that have been installed are not asked for again.', in: ['done'], context: { pieces: 0 } }
	],
	safari: [
		{
			why: 'Whether a page was never opened, has loaded or has failed, it is opened and keeps itself fresh alike.',
			in: ['loaded', 'stalled'],
			state: 'idle'
		}
	],
	terminal: [
		{
			why: 'However the last ping ended, the next one is sent alike.',
			in: ['replied', 'timedOut'],
			state: 'idle'
		}
	],
	pushNotifications: [
		{
			why: 'However the last fetch ended, the next push begins another.',
			in: ['delivered', 'stalled'],
			state: 'listening'
		}
	],
	accessPoint: [{ why: 'Whoever has read along serves as before.', in: ['eavesdropping'], state: 'serving' }]
};

/** All that matters of a component’s snapshot, to the others or to itself, now or ever: snapshots that have it in common have the same futures. */
export function canonicalSnapshot(
	component: ComponentId,
	snapshot: Snapshot,
	reductions: Reductions = REDUCTIONS
): Snapshot {
	return reductionsOf(component, reductions).reduce(
		(reduced, reduction) => (applies(reduction, reduced) ? reduce(reduction, reduced) : reduced),
		snapshot
	);
}

/** A message as the checker has it: the timer of a state is that of the state which stands for it. */
export function canonicalMessage<M extends Pick<Pending, 'to' | 'event' | 'timer'>>(
	message: M,
	reductions: Reductions = REDUCTIONS
): M {
	if (message.timer === undefined) return message;
	const timer = canonicalTimer(message.to, message.timer, reductions);
	return timer === message.timer ? message : { ...message, timer, event: { ...message.event, type: timer } };
}

/** XState names a timer for its state (`xstate.after.pageRefresh.safari.loaded`), and its event for the timer. */
export const canonicalTimer = (component: ComponentId, timer: string, reductions: Reductions = REDUCTIONS): string =>
	reductionsOf(component, reductions).reduce((name, { in: states = [], state, where }) => {
		const own = states.map((one) => `${component}.${pathOf(one)}`).find((path) => name.endsWith(`.${path}`));
		return own === undefined || state === undefined || where !== undefined
			? name
			: `${name.slice(0, -own.length)}${component}.${pathOf(state)}`;
	}, timer);

/** The table has checked each machine’s entries against its own types; from here on a snapshot is plain data again. */
const reductionsOf = (component: ComponentId, reductions: Reductions): readonly Reduction[] =>
	(reductions[component] ?? []) as readonly Reduction[];

const pathOf = (state: StateValue): string => leavesOf(state)[0] ?? '';

const isInOneOf = (value: StateValue, states: readonly StateValue[]): boolean =>
	states.some((state) => matchesState(state, value));

const applies = (reduction: Reduction, { value, context }: Snapshot): boolean =>
	(reduction.in === undefined || isInOneOf(value, reduction.in)) &&
	!isInOneOf(value, reduction.notIn ?? []) &&
	(reduction.where?.(context) ?? true);

const reduce = ({ state, context }: Reduction, before: Snapshot): Snapshot => ({
	value: state === undefined ? before.value : withState(before.value, state),
	context: { ...before.context, ...context }
});

const withState = (value: StateValue, state: StateValue): StateValue =>
	typeof value === 'object' && typeof state === 'object' ? { ...value, ...state } : state;
