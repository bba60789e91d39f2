/** The lesson “find the missing ping”: every filter in its text, in Wireshark, and what the text says of it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { captureOf } from '../../../src/lib/capture/index.ts';
import { LESSON_CAPTURES, lessonRun } from '../../../src/lib/scenarios/lessons.ts';
import { writeCapture } from '../../../src/lib/wire/pcapng.ts';
import { temporaryFile, tshark, tsharkPath } from '../wire/tshark.ts';

const text = readFileSync(new URL('../../../content/lessons/find-the-missing-ping.md', import.meta.url), 'utf8');
const filters = [...text.matchAll(/^```text\n(.+)\n```$/gm)].map(([, filter = '']) => filter);
type Name = keyof typeof LESSON_CAPTURES;

/** The interfaces of the packets that a filter leaves. */
function seen(name: Name, filter: string): string[] {
	const file = temporaryFile(`${name}.pcapng`, writeCapture(captureOf(lessonRun(name))));
	return tshark(file, '-Y', filter, '-T', 'fields', '-e', 'frame.interface_name').split('\n').filter(Boolean);
}

test('links to both captures, and to nothing that is not made', () => {
	const linked = [...text.matchAll(/captures\/([\w-]+)\.pcapng/g)].map(([, name]) => name);
	expect(linked).toEqual(Object.keys(LESSON_CAPTURES));
});

describe.skipIf(!tsharkPath)(`its filters${tsharkPath ? '' : ' (skipped: no tshark on this machine)'}`, () => {
	test('are these, in this order', () => {
		expect(filters).toEqual([
			'icmp && frame.time_relative < 2',
			'frame.interface_name == "en0"',
			'icmp && frame.time_relative < 2',
			'icmp && frame.interface_name == "utun4"',
			'wg',
			'frame.comment contains "vanished"',
			'frame.comment contains "held"'
		]);
	});

	test('flag off: one ping and its reply, each seen three times', () => {
		expect(seen('missing-ping-flag-off', filters[0] ?? '')).toEqual(['inside tunnel process', 'utun4', 'en0', 'en0', 'utun4', 'inside tunnel process']);
	});

	test('flag off: Wireshark speaks of retransmissions when it sees all interfaces, and not when it sees one', () => {
		expect(seen('missing-ping-flag-off', 'tcp.analysis.retransmission')).not.toEqual([]);
	});

	test('flag on: one request, inside the tunnel process; nothing at utun4, no message of WireGuard', () => {
		expect(seen('missing-ping-flag-on', filters[2] ?? '')).toEqual(['inside tunnel process']);
		expect(seen('missing-ping-flag-on', filters[3] ?? '')).toEqual([]);
		expect(seen('missing-ping-flag-on', filters[4] ?? '')).toEqual([]);
		expect(captureOf(lessonRun('missing-ping-flag-on')).interfaces.map(({ name }) => name)).not.toContain('utun4');
	});

	test('flag on: every echo request has vanished, and the page is held', () => {
		expect(seen('missing-ping-flag-on', filters[5] ?? '')).toEqual(seen('missing-ping-flag-on', 'icmp'));
		expect(seen('missing-ping-flag-on', filters[6] ?? '')).toContain('inside Safari');
		expect(seen('missing-ping-flag-on', `icmp && ${filters[6]}`)).toEqual([]);
	});
});
