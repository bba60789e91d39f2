import { NAMES, type ComponentId } from '../machines/components';

/**
 * Where packets are looked at: at the tunnel’s door, at the physical interface, and inside each process that makes
 * packets of its own. In the last of these a packet is seen as its maker made it, whatever becomes of it. With two relays
 * there is one more: between the two WireGuards of the tunnel process, where only the inner envelope is there.
 */
export type CapturePoint = 'utun4' | 'en0' | 'betweenEnvelopes' | ProcessPoint;
/** A point inside a process that makes packets of its own. */
export type ProcessPoint = 'tunnelProcess' | 'safari' | 'terminal' | 'pushNotifications' | 'appStoreUpdater';

const PROCESSES: readonly ProcessPoint[] = [
	'tunnelProcess',
	'safari',
	'terminal',
	'pushNotifications',
	'appStoreUpdater'
];

/** All of them, in the order in which a capture lists its interfaces. */
export const CAPTURE_POINTS: readonly CapturePoint[] = ['utun4', 'en0', 'betweenEnvelopes', ...PROCESSES];

/** Whether packets are looked at inside this component. */
export const isProcessPoint = (component: ComponentId): component is ProcessPoint =>
	(PROCESSES as readonly ComponentId[]).includes(component);

/**
 * The interface’s name in a capture: Apple’s for the two that there are, and the owner’s for the others.
 * @param point one of `CAPTURE_POINTS`
 * @returns “en0”, “utun4”, or “inside ” and the name of a process
 */
export function pointName(point: CapturePoint): string {
	if (point === 'betweenEnvelopes') return `between envelopes, inside ${NAMES.tunnelProcess}`;
	return point === 'utun4' || point === 'en0' ? point : `inside ${NAMES[point]}`;
}

/** The names of the points inside processes, and whose they are. */
export const PROCESS_NAMES: readonly (readonly [name: string, process: ProcessPoint])[] = [
	...PROCESSES.map((process) => [pointName(process), process] as const),
	[pointName('betweenEnvelopes'), 'tunnelProcess']
];

const DESCRIPTIONS: Readonly<Partial<Record<CapturePoint, string>>> = {
	utun4:
		'the tunnel’s door. What the kernel router hands to the tunnel process to encrypt, and what comes back from it.',
	en0: 'the physical interface, with all that the Wi-Fi gets to see.',
	betweenEnvelopes:
		'the inner envelope alone, for the exit relay, as one WireGuard in the process hands it to the other.'
};

/**
 * What is seen at a point, in one sentence. The name comes first: where there is a description, Wireshark’s list of
 * interfaces shows it in the name’s place.
 * @param point one of `CAPTURE_POINTS`
 * @returns a description for the interface’s entry in a capture
 */
export const pointDescription = (point: CapturePoint): string =>
	`${pointName(point)}: ${DESCRIPTIONS[point] ?? `packets as ${point === 'safari' ? 'Safari' : `the ${NAMES[point as ProcessPoint]}`} makes them and gets them, before and after the kernel router.`}`;
