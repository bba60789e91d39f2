import { PEER } from './knobChoices';
import { still, type FigureSpec } from './spec';

export const flipTheFlag = {
	title: 'The same probes, flag off and flag on',
	description:
		'Two phones side by side do the same: the VPN app connects. With the flag off its echo request enters utun and is answered. With the flag on it vanishes in the kernel router, the tunnel process goes from relay to relay, and after two tries the system is told that the tunnel is up all the same.',
	runs: ['probes-flag-off', 'probes-flag-on'],
	opensAt: 'Is this tunnel alive?',
	also: [['alive', 'negotiation-flag-on']],
	runNames: ['flag off', 'flag on'],
	choices: [PEER],
	acts: ['connect', 'safari', 'ping', 'push'],
	card: 'A packet vanishes',
	frames: [
		still('probes-flag-off', 'Is this tunnel alive?'),
		still('probes-flag-off', 'The tunnel is up'),
		still('probes-flag-on', 'A packet vanishes'),
		still('probes-flag-on', 'sendmsg: OK'),
		still('probes-flag-on', 'A connection waits'),
		still('negotiation-flag-on', 'The connection waits', 'The NWTCPConnection waits'),
		still('probes-flag-on', 'A relay is given up'),
		still('probes-flag-on', 'Declared up, unanswered'),
		still('negotiation-flag-on', 'A peer is to be negotiated', 'Declared up while negotiating'),
		still('negotiation-flag-on', 'Nobody takes it')
	]
} as const satisfies FigureSpec;
