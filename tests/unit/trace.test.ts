/** The command line of the model, as people and scripts use it. */
import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { COMPONENTS } from '../../src/lib/machines/components.ts';
import { EVIDENCE, FATES } from '../../src/lib/machines/evidence.ts';
import { KNOB_VALUES } from '../../src/lib/machines/knobs.ts';
import { MACHINES } from '../../src/lib/machines/machines.ts';
import { machineJson } from '../../src/lib/machines/machineJson.ts';
import { RULE_IDS } from '../../src/lib/machines/rules.ts';
import { SCENARIO_IDS } from '../../src/lib/scenarios/scenarios.ts';
import { ACT_IDS } from '../../src/lib/sim/acts.ts';
import { OUTCOME_IDS } from '../../src/lib/sim/outcomes.ts';
import { COMMAND, root, trace, traceJson, traceProcess, withFate } from './traceCommand.ts';

describe('an update', () => {
	test('flag off: the updater finishes, the tunnel is back, and packets leaked in between', () => {
		const { lines, summary } = traceJson('--ian', 'off', '--acts', 'connect,update');
		expect(summary).toMatchObject({
			connectivity: 'tunnel',
			locked: false,
			machines: { appStoreUpdater: 'done', mainApp: 'connected' }
		});
		expect(summary.leaked).toBeGreaterThan(0);
		expect(withFate(lines, 'leaked').map(({ packet }) => packet?.purpose)).toContain('page');
	});

	const LOCKING = ['--ian', 'on', '--transport', 'userspaceStack', '--acts'];
	const LOCKED = { connectivity: 'none', locked: true, leaked: 0 };
	const FREE = { connectivity: 'tunnel', locked: false, leaked: 0 };

	test.each([
		{ acts: 'connect,update', outcomes: '', summary: LOCKED },
		{ acts: 'connect,update,uninstall', outcomes: '', summary: LOCKED },
		{ acts: 'connect,update,removeProfile', outcomes: '', summary: LOCKED },
		{ acts: 'connect,update,cancelDownload,toggleVpn,toggleVpn', outcomes: '', summary: FREE },
		{ acts: 'connect,update,cancelDownload,toggleVpn,toggleVpn', outcomes: 'toggleRestores=false', summary: LOCKED },
		{
			acts: 'connect,update,cancelDownload,toggleVpn,toggleVpn,reboot',
			outcomes: 'toggleRestores=false',
			summary: FREE
		},
		{ acts: 'connect,update,reboot', outcomes: '', summary: FREE },
		{ acts: 'connect,update,reboot', outcomes: 'retryAfterReboot=true', summary: LOCKED }
	])('flag on: $acts $outcomes', ({ acts, outcomes, summary }) => {
		expect(traceJson(...LOCKING, acts, ...(outcomes ? ['--outcomes', outcomes] : [])).summary).toMatchObject(summary);
	});
});

describe('the ways to speak', () => {
	test.each([
		['bsdSocket', '15'],
		['nwConnection', '18']
	])(
		'flag on, %s on iOS %s: the send succeeds, the packet vanishes, the connection waits, and relay after relay is tried',
		(transport, ios) => {
			const { lines, summary } = traceJson(
				'--ian',
				'on',
				'--transport',
				transport,
				'--ios',
				ios,
				'--peer',
				'both',
				'--acts',
				'connect'
			);
			expect(summary).toMatchObject({ connectivity: 'none', locked: false, machines: { mainApp: 'connecting' } });
			expect(withFate(lines, 'vanished')).toHaveLength(summary.vanished);
			expect(lines.filter(({ event }) => event === 'send.ok').length).toBeGreaterThanOrEqual(summary.vanished - 1);
			expect(lines.some(({ to }) => to === 'waiting')).toBe(true);
			expect(lines.some(({ component, to }) => component === 'mainApp' && to === 'connected')).toBe(false);
			expect(new Set(lines.flatMap(({ text }) => /^Next try: (relay \d)/.exec(text)?.[1] ?? []))).toEqual(
				new Set(['relay 1', 'relay 2', 'relay 3'])
			);
		}
	);

	test.each(['on', 'off'])('flag %s, no probes: Safari’s page and the terminal’s ping are delivered', (flag) => {
		const { lines, summary } = traceJson('--ian', flag, '--transport', 'noProbes', '--acts', 'connect,safari,ping');
		const delivered = withFate(lines, 'delivered').map(({ component }) => component);
		expect(delivered).toEqual(expect.arrayContaining(['safari', 'terminal', 'gateway']));
		expect(summary).toMatchObject({ connectivity: 'tunnel', vanished: 0 });
	});

	test.each(['on', 'off'])('flag %s, userspace stack: connected', (flag) => {
		expect(
			traceJson(
				'--ian',
				flag,
				'--transport',
				'userspaceStack',
				'--peer',
				'both',
				'--multihop',
				'on',
				'--acts',
				'connect'
			).summary.machines.mainApp
		).toBe('connected');
	});
});

describe('the lines', () => {
	test('of JSON hold what was promised, and a packet only where its fate is settled', () => {
		const { lines } = traceJson('--network', 'localNet', '--acts', 'connect,safari,uninstall,disconnect');
		for (const { atMs, component, event, from, to, rule, evidence, claims, text, packet } of lines) {
			expect([typeof atMs, ...[component, event, from, to, text].map((value) => typeof value)]).toEqual([
				'number',
				...Array<string>(5).fill('string')
			]);
			expect([null, ...RULE_IDS]).toContain(rule);
			expect(evidence in EVIDENCE).toBe(true);
			expect(Array.isArray(claims)).toBe(true);
			if (packet) {
				expect(Object.keys(packet).sort()).toEqual(['destination', 'fate', 'protocol', 'purpose', 'sender']);
				expect(packet.fate in FATES).toBe(true);
			}
		}
		expect(lines.at(-1)).toMatchObject({
			refused: true,
			event: 'act disconnect',
			text: 'The VPN app is not installed any more.'
		});
	});

	test('of text are one a record, in columns, and a summary in words', () => {
		const [text, json] = [trace('--acts', 'connect,safari'), traceJson('--acts', 'connect,safari')];
		const lines = text.stdout.trimEnd().split('\n');
		expect(lines).toHaveLength(json.lines.length + 1);
		const starts = lines.slice(0, -1).map((line) => /^ *\d+\.\d{3} s {2}(?=\S)/.exec(line)?.[0].length);
		expect(new Set(starts).size).toBe(1);
		expect(lines.at(-1)).toMatch(/^After \d+\.\d{3} s the network is reached through the tunnel\. Packets: 0 leaked, /);
	});

	test('without options are those of the released app that is told to connect', () => {
		expect(trace()).toEqual(
			trace(
				'--ian',
				'off',
				'--on-demand',
				'on',
				'--transport',
				'userspaceStack',
				'--ios',
				'18',
				'--peer',
				'none',
				'--network',
				'honest',
				'--update-source',
				'auto',
				'--acts',
				'connect'
			)
		);
	});

	test('end at --until, and the summary is that of this moment', () => {
		const { lines, summary } = traceJson('--ian', 'on', '--acts', 'connect,update', '--until', '1200');
		expect(Math.max(...lines.map(({ atMs }) => atMs))).toBeLessThanOrEqual(1_200);
		expect(summary.machines).toMatchObject({ tunnelProcess: 'toldToTerminate', appStoreUpdater: 'stoppingOldTunnel' });
		expect(
			traceJson('--until', '30000').lines.some(({ atMs, event }) => atMs > 20_000 && event === 'after pageRefresh')
		).toBe(true);
	});

	test('of a scenario are its own; options turn its knobs, and acts come after its cues', () => {
		expect(traceJson('--scenario', 'update-flag-on').summary.locked).toBe(true);
		expect(traceJson('--scenario', 'update-flag-on', '--ian', 'off').summary.locked).toBe(false);
		expect(traceJson('--scenario', 'update-flag-on', '--acts', 'reboot').summary).toMatchObject({
			locked: false,
			connectivity: 'tunnel'
		});
		expect(traceJson('--scenario', 'exit-cancel-toggle', '--outcomes', 'toggleRestores=false').summary.locked).toBe(
			true
		);
	});
});

describe('what is wrong', () => {
	test.each([
		[['--ian', 'maybe'], 'off, on'],
		[['--transport', 'carrierPigeon'], KNOB_VALUES.transport.join(', ')],
		[['--ios', '14'], '15, 16, 17, 18'],
		[['--transport', 'nwConnection', '--ios', '17'], 'choose iOS 18'],
		[['--transport', 'noProbes', '--peer', 'daita'], 'choose the ephemeral peer none'],
		[['--acts', 'connect,dance'], ACT_IDS.join(', ')],
		[['--acts', ''], ACT_IDS.join(', ')],
		[['--acts'], ACT_IDS.join(', ')],
		[['--scenario', 'toString'], SCENARIO_IDS.join(', ')],
		[['--machine', 'toString'], COMPONENTS.join(', ')],
		[['--machine'], COMPONENTS.join(', ')],
		[['--outcomes', 'toggleRestores=maybe'], 'true, false'],
		[['--outcomes', 'luck=true'], OUTCOME_IDS.join(', ')],
		[['--until', 'tomorrow'], 'a whole number of milliseconds'],
		[['--until', '99999999999'], 'from 0 to 3600000'],
		[['--json=yes'], 'just --json'],
		[['--flag', 'on'], '--ian, --exclude-local'],
		[['-v'], '--ian, --exclude-local'],
		[['connect'], '--acts'],
		[['--list', '--ian', 'perhaps'], 'off, on']
	])('%j is said in one sentence that names what is allowed, and nothing else happens', (args, allowed) => {
		const { status, stdout, stderr } = trace(...args);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain(allowed);
		expect(stderr).toMatch(/^[^\n]+\.\n$/);
		expect(stderr).not.toContain('Error');
	});
});

test.each(COMPONENTS)('--machine %s prints its definition as JSON, and nothing else', (component) => {
	const { status, stdout, stderr } = trace('--machine', component);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(JSON.parse(stdout)).toEqual(machineJson(MACHINES[component]));
});

test('--list names every scenario, act, outcome, knob and value', () => {
	const { status, stdout } = trace('--list');
	expect(status).toBe(0);
	for (const name of [...SCENARIO_IDS, ...ACT_IDS, ...OUTCOME_IDS, ...Object.keys(KNOB_VALUES)])
		expect(stdout).toContain(name);
	for (const value of Object.values(KNOB_VALUES).flat())
		expect(stdout).toContain(typeof value === 'boolean' ? '[off] on' : String(value));
});

test('--help says what happens without acts, and where --until ends', () => {
	const { status, stdout } = trace('--help');
	expect(status).toBe(0);
	for (const word of [
		'--scenario',
		'--acts',
		'--outcomes',
		'--until',
		'--machine',
		'--json',
		'--list',
		'Without options',
		'later records are not shown'
	])
		expect(stdout).toContain(word);
});

test.each([
	['--acts', 'connect,update', '--json'],
	['--ian', 'maybe']
])('a shell gets the same from %j: the lines, the sentence about what is wrong, and the status', (...args) => {
	expect(traceProcess(...args)).toEqual(trace(...args));
});

test('a reader that has seen enough closes the pipe, and that is no failure', async () => {
	const child = spawn(process.execPath, [...COMMAND, '--until', '600000', '--json'], { cwd: root });
	let stderr = '';
	child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
	child.stdout.once('data', () => child.stdout.destroy());
	const code = await new Promise((resolve) => child.once('close', resolve));
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
