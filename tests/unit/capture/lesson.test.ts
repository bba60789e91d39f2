/** The lesson “find the missing ping”: every filter in its text, in Wireshark, and what the text says of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { captureOf } from '../../../src/lib/capture/runCapture.ts';
import { LESSON_CAPTURES, lessonRun } from '../../../src/lib/scenarios/lessons.ts';
import { writeCapture } from '../../../src/lib/wire/pcapng.ts';
import { run, temporaryFile, temporaryPath, testWith, tshark, tsharkPath } from '../wire/tshark.ts';

const text = readFileSync(new URL('../../../content/lessons/find-the-missing-ping.md', import.meta.url), 'utf8');
const filters = [...text.matchAll(/^```text\n(.+)\n```$/gm)].map(([, filter = '']) => filter);
type Name = keyof typeof LESSON_CAPTURES;

const fileOf = (name: Name): string => temporaryFile(`${name}.pcapng`, writeCapture(captureOf(lessonRun(name))));
/** As Wireshark’s window shows it, which goes through a file twice. */
const twice = (file: string, ...args: readonly string[]): string => tshark(file, '-2', ...args);

/** The interfaces of the packets that a filter leaves. */
function seen(name: Name, filter: string): string[] {
	return tshark(fileOf(name), '-Y', filter, '-T', 'fields', '-e', 'frame.interface_name').split('\n').filter(Boolean);
}

test('links to both captures, and to nothing that is not made', () => {
	const linked = [...text.matchAll(/captures\/([\w-]+)\.pcapng/g)].map(([, name]) => name);
	expect(linked).toEqual(Object.keys(LESSON_CAPTURES));
});

describe.skipIf(!tsharkPath)(
	`its filters${tsharkPath ? '' : ' (skipped: no tshark on this machine)'}`,
	{ timeout: 60_000 },
	() => {
		test('are these, in this order', () => {
			expect(filters).toEqual([
				'icmp && frame.time_relative < 2',
				'wg',
				'frame.interface_name == "en0"',
				'icmp && frame.time_relative < 2',
				'icmp && frame.interface_name == "utun4"',
				'wg && frame.time_relative < 13',
				'frame.comment contains "vanished"',
				'frame.comment contains "held"'
			]);
		});

		test('flag off: one ping and its reply, each seen three times', () => {
			expect(seen('missing-ping-flag-off', filters[0] ?? '')).toEqual([
				'inside tunnel process',
				'utun4',
				'en0',
				'en0',
				'utun4',
				'inside tunnel process'
			]);
		});

		test('flag off: of the six lines the first is marked as unanswered, and of the flag on the only one', () => {
			const marked = (name: Name) =>
				twice(fileOf(name), '-Y', `${filters[0]} && icmp.no_resp`, '-T', 'fields', '-e', 'frame.interface_name').trim();
			expect(marked('missing-ping-flag-off')).toBe('inside tunnel process');
			expect(marked('missing-ping-flag-on')).toBe('inside tunnel process');
		});

		test('flag off: eight messages of WireGuard, all on the Wi-Fi, six of them opened, the first of those in frame 7', () => {
			expect(seen('missing-ping-flag-off', filters[1] ?? '')).toEqual(Array(8).fill('en0'));
			const opened = twice(
				fileOf('missing-ping-flag-off'),
				'-Y',
				'wg && ip.src == 10.64.12.34 || wg && ip.dst == 10.64.12.34',
				'-T',
				'fields',
				'-e',
				'frame.number'
			)
				.trim()
				.split('\n');
			expect(opened).toHaveLength(6);
			expect(opened[0]).toBe('7');
		});

		testWith(['editcap', 'tshark'], 'flag off, without its keys: only a lease and WireGuard are on the Wi-Fi', () => {
			const copy = temporaryPath('without-keys.pcapng');
			const [, ...command] = /^editcap .+$/m.exec(text)?.[0].split(' ') ?? [];
			run(
				'editcap',
				...command.map((word) =>
					word.startsWith('missing') ? fileOf('missing-ping-flag-off') : word.startsWith('without') ? copy : word
				)
			);
			const protocols = twice(copy, '-Y', filters[2] ?? '', '-T', 'fields', '-e', '_ws.col.Protocol')
				.trim()
				.split('\n');
			expect(protocols).toEqual(['DHCP', 'DHCP', ...Array<string>(8).fill('WireGuard')]);
		});

		test('flag off: Wireshark calls four lines retransmissions, filtered or not, and none in a file of one interface', () => {
			const file = fileOf('missing-ping-flag-off');
			const marked = (of: string, ...and: readonly string[]) =>
				twice(of, '-Y', ['tcp.analysis.retransmission', ...and].join(' && '))
					.split('\n')
					.filter(Boolean).length;
			expect(marked(file)).toBe(4);
			expect(marked(file, filters[2] ?? '')).toBe(1);
			const alone = temporaryPath('en0.pcapng');
			tshark(file, '-Y', filters[2] ?? '', '-w', alone);
			expect(marked(alone)).toBe(0);
		});

		test('flag on: one request, inside the tunnel process; none at utun4, and at first no message of WireGuard', () => {
			expect(seen('missing-ping-flag-on', filters[3] ?? '')).toEqual(['inside tunnel process']);
			expect(seen('missing-ping-flag-on', filters[4] ?? '')).toEqual([]);
			expect(seen('missing-ping-flag-on', filters[5] ?? '')).toEqual([]);
		});

		test('flag on: later the page goes into utun4, and WireGuard shakes hands for it', () => {
			expect(seen('missing-ping-flag-on', 'tcp && frame.interface_name == "utun4"')).not.toEqual([]);
			expect(seen('missing-ping-flag-on', 'wg')).not.toEqual([]);
		});

		test('flag on: every echo request has vanished, and the page is held', () => {
			expect(seen('missing-ping-flag-on', filters[6] ?? '')).toEqual(seen('missing-ping-flag-on', 'icmp'));
			expect(seen('missing-ping-flag-on', filters[7] ?? '')).toContain('inside Safari');
			expect(seen('missing-ping-flag-on', `icmp && ${filters[7]}`)).toEqual([]);
		});

		test('both: two packets are on the Wi-Fi, and they leave before the configuration is in force', () => {
			expect(seen('missing-ping-flag-on', `${filters[2]} && frame.time_relative < 13`)).toHaveLength(2);
			const { entries } = lessonRun('missing-ping-flag-on');
			const inForce =
				entries.find(({ records }) =>
					records.some(({ text: said }) => said.startsWith('The configuration is in force'))
				)?.world.nowMs ?? 0;
			const leaves = entries.find(({ records }) => records.some(({ rule }) => rule === 'noVpn'))?.world.nowMs ?? 0;
			// “Eight milliseconds later”, says the third question.
			expect(inForce - leaves).toBe(8);
		});
	}
);
