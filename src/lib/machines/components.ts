/** Everything that has a machine of its own. The first four are the principals. */
export const COMPONENTS = [
	'mainApp',
	'tunnelProcess',
	'kernelRouter',
	'appStoreUpdater',
	'sessionManager',
	'safari',
	'terminal',
	'pushNotifications',
	'accessPoint',
	'relay',
	'gateway',
	'internet',
	'person'
] as const;

/** The name of a component in code. */
export type ComponentId = (typeof COMPONENTS)[number];

/** What people call a component: one name, used in records, figures and prose. */
export const NAMES: Record<ComponentId, string> = {
	mainApp: 'VPN app',
	tunnelProcess: 'tunnel process',
	kernelRouter: 'kernel router',
	appStoreUpdater: 'App Store updater',
	sessionManager: 'session manager',
	safari: 'Safari',
	terminal: 'terminal',
	pushNotifications: 'push service',
	accessPoint: 'access point',
	relay: 'relay',
	gateway: 'gateway',
	internet: 'internet',
	person: 'person'
};

/**
 * A component’s name for people, at the beginning of a line.
 * @param id the component
 * @returns its name, with a capital letter
 */
export const titleOf = (id: ComponentId): string => NAMES[id].charAt(0).toUpperCase() + NAMES[id].slice(1);

/**
 * The parts of the model that live inside the phone and so start afresh with it, in the order in
 * which they do: the profile is in force again before anything is sent (ours: nobody has described it).
 */
export const ON_THE_PHONE: readonly ComponentId[] = [
	'sessionManager',
	'kernelRouter',
	'tunnelProcess',
	'mainApp',
	'safari',
	'terminal',
	'pushNotifications',
	'appStoreUpdater'
];

/** Hosts that share the component `internet`. */
export type HostId = 'website' | 'apple';

/** Where a packet may be bound for. */
export type Destination = ComponentId | HostId;

/**
 * A destination’s name for people.
 * @param destination a component, or a host outside
 * @returns such as “the web site”
 */
export function nameOf(destination: Destination): string {
	if (destination === 'website') return 'the web site';
	if (destination === 'apple') return 'Apple’s servers';
	return NAMES[destination];
}

/**
 * Addresses. Those outside the tunnel are from the blocks that RFC 5737 sets aside for
 * documentation; the gateway's is the article's (C04).
 */
export const ADDRESSES = {
	gateway: '10.64.0.1',
	phoneInTunnel: '10.64.12.34',
	website: '203.0.113.80',
	apple: '192.0.2.17',
	relays: ['198.51.100.11', '198.51.100.12', '198.51.100.13'],
	/** Multihop: the second relay, behind whichever is the entry. */
	exitRelay: '198.51.100.21',
	lan: { phone: '192.168.1.23', accessPoint: '192.168.1.1', subnet: '192.168.1.0/24' },
	/** LocalNet: the access point claims a public range, the web site's, as its own subnet. */
	lyingLan: { phone: '203.0.113.23', accessPoint: '203.0.113.1', subnet: '203.0.113.0/24' }
} as const;
