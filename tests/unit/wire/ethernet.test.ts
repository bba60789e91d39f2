import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../src/lib/wire/bytes.ts';
import { WireError } from '../../../src/lib/wire/errors.ts';
import {
	emitEthernet,
	ETHER_TYPE,
	fieldsOfEthernet,
	macBytes,
	macText,
	parseEthernet
} from '../../../src/lib/wire/ethernet.ts';
import { HTTP_CAP_SYN } from '../../vectors/packets.ts';
import { anyBytes, anyUint, badFields, describeSturdy, inDirt, unnamedBits, valueOf } from './fuzzing.ts';

const anyMac = anyBytes(6, 6).map(macText);
const anyFrame = fc.record({ destination: anyMac, source: anyMac, etherType: anyUint(16), payload: anyBytes(60) });
const FRAME = {
	destination: '00:00:5e:00:53:02',
	source: '00:00:5e:00:53:01',
	etherType: ETHER_TYPE.ipv4,
	payload: fromHex('4500')
};
const BYTES = '00005e005302' + '00005e005301' + '0800' + '4500';

test('a frame is both addresses, destination first, the type and the payload', () => {
	expect(toHex(emitEthernet(FRAME))).toBe(BYTES);
	expect(parseEthernet(fromHex(BYTES))).toEqual(FRAME);
});

test('a frame of somebody else is read', () => {
	const { destination, source, etherType } = parseEthernet(fromHex(HTTP_CAP_SYN));
	expect({ destination, source, etherType }).toEqual({
		destination: 'fe:ff:20:00:01:00',
		source: '00:00:01:00:00:00',
		etherType: 0x0800
	});
});

test('what is emitted is parsed as it was, and has the length that was said', () => {
	fc.assert(
		fc.property(anyFrame, (frame) => {
			const bytes = emitEthernet(frame);
			expect(parseEthernet(bytes)).toEqual(frame);
			expect(bytes).toHaveLength(14 + frame.payload.length);
			expect(emitEthernet({ ...frame, payload: inDirt(frame.payload) })).toEqual(bytes);
		})
	);
});

test('a MAC address is read in capital letters too', () => {
	expect(macText(macBytes('00:00:5E:00:53:FF'))).toBe('00:00:5e:00:53:ff');
});

test.each(['', '00:00:5e:00:53', '00:00:5e:00:53:01:02', '00-00-5e-00-53-01', '00:00:5e:00:53:1', '00:00:5e:00:53:0g'])(
	'“%s” is no MAC address',
	(mac) => {
		expect(() => macBytes(mac)).toThrow(WireError);
	}
);

test.each([-1, 65_536, 1.5, NaN])('%s is no EtherType', (etherType) => {
	expect(() => emitEthernet({ ...FRAME, etherType })).toThrow(WireError);
});

describe('the fields', () => {
	test('name every bit of the header and say what they mean', () => {
		const fields = fieldsOfEthernet(fromHex(BYTES));
		expect(unnamedBits(fields, 14)).toEqual([]);
		expect(badFields(fields, 14)).toEqual([]);
		expect(valueOf(fields, 'Type')).toBe('0x0800, IPv4');
	});

	test.each([
		['00005e005302', 'one interface'],
		['01005e000001', 'a group'],
		['ffffffffffff', 'everybody']
	])('say of %s that it is %s', (mac, whom) => {
		expect(fieldsOfEthernet(fromHex(mac + BYTES.slice(12)))[0]?.means).toContain(whom);
	});

	test('tell the length of an IEEE 802.3 frame from a type', () => {
		expect(valueOf(fieldsOfEthernet(fromHex(BYTES.replace('0800', '05dc'))), 'Type')).toBe(
			'0x05dc, IEEE 802.3, length 1500'
		);
	});
});

describeSturdy({ parseEthernet, fieldsOfEthernet }, [fromHex(BYTES), fromHex(HTTP_CAP_SYN)]);
