import { still, type FigureSpec } from './spec';

export const holdingItHarder = {
	title: 'Every API, flag off and flag on',
	description:
		'A grid of three APIs and four iOS versions, flag off and flag on. Each cell runs the tunnel process with that API and fills in with what came of it: works, vanishes, waits for ever, or does not exist there.',
	runs: ['nw-connection-flag-on'],
	opensAt: 'NWConnection',
	also: [['nw-connection-flag-off'], ['probes-flag-on'], ['negotiation-flag-on'], ['probes-flag-off'], ['alive']],
	marks: [{ reason: 'tcp.ready', title: 'SYN, ACK' }],
	acts: ['safari', 'ping'],
	card: 'The connection waits',
	frames: [
		still('nw-connection-flag-off', 'NWConnection', 'Flag off: NWConnection'),
		still('nw-connection-flag-off', 'SYN, ACK', 'Flag off: SYN, ACK'),
		still('nw-connection-flag-on', 'NWConnection', 'Flag on: NWConnection'),
		still('nw-connection-flag-on', 'A packet vanishes'),
		still('nw-connection-flag-on', 'The connection waits'),
		still('negotiation-flag-on', 'No peer, no tunnel')
	]
} as const satisfies FigureSpec;
