import { COMPONENTS, type ComponentId } from '../../../src/lib/machines/components.ts';
import { MACHINES } from '../../../src/lib/machines/machines.ts';
import { connectivity, isLocked } from '../../../src/lib/sim/summary.ts';
import type { Entry } from '../../../src/lib/sim/history.ts';
import { appContext, isIn, kernelContext, sessionContext, stateOf, type World } from '../../../src/lib/sim/world.ts';

/** The timers of the active states; throws when the world names a state that the machine does not have. */
function timersOf(world: World, component: ComponentId): string[] {
	const { value, context } = world.machines[component];
	const { _nodes } = MACHINES[component].resolveState({ value, context }) as {
		_nodes: { after: { eventType: string }[] }[];
	};
	return _nodes.flatMap(({ after }) => after.map(({ eventType }) => eventType));
}

const restarting = (world: World) => world.pending.some(({ event }) => event.type === 'reboot');
/** A page that is to keep quiet lets its timer run out and sets no other. */
const mayHaveRunOut = (world: World, timer: string) =>
	timer.includes('pageRefresh') && world.knobs.safariTraffic === 'quiet';

/** Timers that an active state needs and that do not run, and timers that run for a state that is not active. */
function timerProblems(world: World): string[] {
	// The power was off: timers are gone until each part has heard of it.
	if (restarting(world)) return [];
	return COMPONENTS.flatMap((component) => {
		const wanted = timersOf(world, component);
		const running = world.pending.flatMap(({ to, timer, event }) =>
			to === component && timer !== undefined ? [event.type as string] : []
		);
		return [
			...wanted
				.filter((timer) => !running.includes(timer) && !mayHaveRunOut(world, timer))
				.map((timer) => `${component} waits for ${timer}, which does not run`),
			...running
				.filter((timer) => !wanted.includes(timer))
				.map((timer) => `${component} has ${timer} running for nothing`)
		];
	});
}

/** Held packets that are gone after a step without having been told to go on, given up, or lost with the power. */
function heldProblems(before: World, { world, choice }: Entry): string[] {
	const gone = kernelContext(before).held.filter((packet) => !kernelContext(world).held.includes(packet));
	if (gone.length === 0) return [];
	const message = choice.type === 'act' ? undefined : before.pending.find(({ id }) => id === choice.id);
	if (message?.event.type === 'reboot') return [];
	if (message?.event.type === 'connection.cancel') {
		const { sender } = message.event.packet;
		return gone.every((packet) => packet.sender === sender) ? [] : ['a packet that is not the sender’s is given up'];
	}
	const toldTo = (type: string) =>
		world.pending.filter(({ cause, event }) => cause === before.steps && event.type === type).length;
	return toldTo('packet.send') === gone.length && toldTo('connection.ready') === gone.length
		? []
		: ['a held packet is lost'];
}

/** Whoever waits for a connection has a packet that is held. */
function waitingProblems(world: World): string[] {
	const underWay = world.pending.flatMap(({ event }) => ('packet' in event ? [event.packet.sender] : []));
	const held = kernelContext(world).held.map(({ sender }) => sender);
	const waiting = (['safari', 'pushNotifications', 'terminal'] as const).filter(
		(app) => stateOf(world, app) === 'waiting'
	);
	const updater = stateOf(world, 'appStoreUpdater') === 'waitingForConnectivity' ? (['appStoreUpdater'] as const) : [];
	return restarting(world)
		? []
		: [...waiting, ...updater]
				.filter((app) => !held.includes(app) && !underWay.includes(app))
				.map((app) => `${app} waits for nothing`);
}

/**
 * Messages that nobody was there to take. A process that has ended, or has closed the session with
 * its relay, reads nothing any more: what still reaches it is lost, and said to be. There is no other kind.
 */
export const unheardOf = ({ records }: Entry): string[] =>
	records
		.filter(({ reason, refused }) => reason === null && !refused)
		.map(({ component, event, from }) => `${component} in ${from} does not hear ${event}`);
const MAY_BE_LOST = /^tunnelProcess in \w+ does not hear (packet\.(read|datagram|receive)|send\.(ok|error))$/;

/** What is wrong after one step, whatever was done. */
export const problemsAfter = (before: World, entry: Entry): string[] => [
	...unheardOf(entry).filter((message) => !MAY_BE_LOST.test(message)),
	...timerProblems(entry.world),
	...heldProblems(before, entry),
	...waitingProblems(entry.world),
	...(isLocked(entry.world) && connectivity(entry.world) !== 'none' ? ['locked with a network'] : [])
];

/** What the app must show for each state of the session. */
function shownFor(world: World): string {
	const session = stateOf(world, 'sessionManager');
	// What is up for the system is not connected for the app before the tunnel process has its answer.
	if (session === 'connected') return appContext(world).answered ? 'connected' : 'connecting';
	if (session === 'connecting') return session;
	return sessionContext(world).saved ? 'idle' : 'noProfile';
}

/** What is wrong when nothing has been done for two minutes: parts that disagree, or hang half-way. */
export function problemsAtLast(world: World): string[] {
	const [app, session, updater, tunnel] = (
		['mainApp', 'sessionManager', 'appStoreUpdater', 'tunnelProcess'] as const
	).map((id) => stateOf(world, id));
	const launched = session === 'connected' || session === 'connecting';
	const { saved, armed } = sessionContext(world);
	const kernel =
		session === 'connected'
			? 'tunnelUp'
			: session === 'invalid' || (session === 'disconnected' && !armed)
				? 'noVpn'
				: 'tunnelDown';
	const away = app === 'beingReplaced' || app === 'uninstalled';
	return [
		...(away || app === shownFor(world) ? [] : [`the app shows ${app} while the session is ${session}`]),
		...(app === 'uninstalled' || appContext(world).hasProfile === (saved !== null)
			? []
			: ['app and Settings disagree about the profile']),
		...(app === 'beingReplaced' && updater !== 'waitingForConnectivity'
			? [`the app is being replaced while the updater is ${updater}`]
			: []),
		...(stateOf(world, 'kernelRouter') === kernel
			? []
			: [`the kernel is ${stateOf(world, 'kernelRouter')} while the session is ${session}`]),
		...(launched === isIn(world, 'tunnelProcess', 'running')
			? []
			: [`the tunnel process is ${tunnel} while the session is ${session}`]),
		...(['idle', 'done', 'cancelled', 'waitingForConnectivity'].includes(updater ?? '')
			? []
			: [`the updater hangs in ${updater}`]),
		...(['disconnecting', 'waitingForExit', 'toggledOn'].includes(session ?? '')
			? [`the session hangs in ${session}`]
			: [])
	];
}
