import { PROBES } from './knobChoices';
import { still, type FigureSpec } from './spec';

export const whoMaySpeak = {
	title: 'Who is allowed to speak?',
	description:
		'With the flag on the tunnel process probes in vain. Told not to probe, it tells the system that the tunnel is up, and everybody’s traffic flows; a terminal on the same phone pings the gateway and gets its reply.',
	runs: ['probes-flag-on'],
	opensAt: 'A packet vanishes',
	also: [['no-probes-flag-on']],
	marks: [
		{ reason: 'safari.loads', title: 'The page is there' },
		{ reason: 'terminal.pings', title: 'ping 10.64.0.1' }
	],
	acts: ['safari', 'ping', 'push'],
	flagSwitch: 'anew',
	choices: [PROBES],
	card: 'The terminal gets its reply',
	frames: [
		still('probes-flag-on', 'A packet vanishes'),
		still('probes-flag-on', 'A connection waits'),
		still('probes-flag-on', 'Declared up, unanswered'),
		still('no-probes-flag-on', 'Declared up, unprobed'),
		still('no-probes-flag-on', 'The page is there'),
		still('no-probes-flag-on', 'ping 10.64.0.1'),
		still('no-probes-flag-on', 'The terminal gets its reply')
	]
} as const satisfies FigureSpec;
