import { describe, expect, test } from 'vitest';
import { STREET } from '../../../src/lib/scene/plate/layouts.ts';
import { frameAround, importedPlace, type ImportedPacket } from '../../../src/lib/scene/importedPlace.ts';

const place = (more: Partial<ImportedPacket>) =>
	importedPlace(STREET, {
		interfaceName: '',
		source: '192.0.2.1',
		destination: '192.0.2.2',
		isWireGuard: false,
		...more
	});

test.each([
	['inside tunnel process', STREET.rooms.tunnelProcess],
	['utun7', STREET.doors.utun],
	['wlan0', STREET.doors.en0]
])('the interface %s says where a packet belongs', (interfaceName, at) => {
	expect(place({ interfaceName })?.at).toEqual(at);
});

test('addresses say it where no interface does, and often nothing does', () => {
	expect(place({ destination: '10.64.0.1' })?.at).toEqual(STREET.doors.utun);
	expect(place({ isWireGuard: true })?.at).toEqual(STREET.doors.en0);
	expect(place({})).toBe(null);
});

describe('the part of the building that is shown', () => {
	test.each([...Object.values(STREET.rooms), ...Object.values(STREET.doors)].map((at) => [at]))(
		'has the place %o in it, and nothing beyond the drawing',
		(at) => {
			const frame = frameAround(STREET, { at, says: '' });
			expect(
				frame.x <= at.x &&
					frame.y <= at.y &&
					frame.x + frame.width >= at.x + at.width &&
					frame.y + frame.height >= at.y + at.height
			).toBe(true);
			expect(
				frame.x >= 0 && frame.y >= 0 && frame.x + frame.width <= STREET.width && frame.y + frame.height <= STREET.height
			).toBe(true);
		}
	);
});
