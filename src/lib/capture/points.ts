import { NAMES, type ComponentId } from '../machines/components';

/**
 * Where packets are looked at: at the tunnel’s door, at the physical interface, and inside each process that makes
 * packets of its own. In the last of these a packet is seen as its maker made it, whatever becomes of it.
 */
export type CapturePoint = 'utun4' | 'en0' | ProcessPoint;
export type ProcessPoint = 'tunnelProcess' | 'safari' | 'terminal' | 'pushNotifications' | 'appStoreUpdater';

const PROCESSES: readonly ProcessPoint[] = ['tunnelProcess', 'safari', 'terminal', 'pushNotifications', 'appStoreUpdater'];

/** All of them, in the order in which a capture lists its interfaces. */
export const CAPTURE_POINTS: readonly CapturePoint[] = ['utun4', 'en0', ...PROCESSES];

/** Whether packets are looked at inside this component. */
export const isProcessPoint = (component: ComponentId): component is ProcessPoint => (PROCESSES as readonly ComponentId[]).includes(component);

/** The interface’s name in a capture: Apple’s for the two that there are, and who looks for the others. */
export const pointName = (point: CapturePoint): string => (point === 'utun4' || point === 'en0' ? point : `inside ${NAMES[point]}`);

/** The names of the points inside processes, and whose they are. */
export const PROCESS_NAMES: readonly (readonly [name: string, process: ProcessPoint])[] = PROCESSES.map((process) => [pointName(process), process]);

const DESCRIPTIONS = {
	utun4: 'The tunnel’s door: what the kernel router hands to the tunnel process to encrypt, and what comes back from it.',
	en0: 'The physical interface: all that the Wi-Fi gets to see.'
} as const;

/** What is seen there, in one sentence. */
export const pointDescription = (point: CapturePoint): string =>
	point === 'utun4' || point === 'en0' ? DESCRIPTIONS[point] : `Packets as ${point === 'safari' ? 'Safari' : `the ${NAMES[point]}`} makes them and gets them, before and after the kernel router.`;
