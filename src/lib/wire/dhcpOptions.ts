import { addressBytes, addressText, concat, viewOf } from './bytes';
import { WireError } from './errors';
import { counted, fits } from './values';

/** The messages in the order of their numbers, from 1 on. RFC 2132 §9.6. */
export const DHCP_MESSAGE_TYPES = [
	'DISCOVER',
	'OFFER',
	'REQUEST',
	'DECLINE',
	'ACK',
	'NAK',
	'RELEASE',
	'INFORM'
] as const;
/** What kind of message it is, as option 53 says. RFC 2132 §9.6. */
export type DhcpMessageType = (typeof DHCP_MESSAGE_TYPES)[number];

/** An option; addresses are text, as “10.0.0.1”. RFC 2132, the section behind each. */
export type DhcpOption =
	/** §3.3 */
	| { readonly name: 'subnetMask'; readonly address: string }
	/** In the order in which to try them. §3.5 */
	| { readonly name: 'router'; readonly addresses: readonly string[] }
	/** §3.8 */
	| { readonly name: 'domainNameServer'; readonly addresses: readonly string[] }
	/** §9.1 */
	| { readonly name: 'requestedIpAddress'; readonly address: string }
	/** §9.2 */
	| { readonly name: 'ipAddressLeaseTime'; readonly seconds: number }
	/** §9.6 */
	| { readonly name: 'dhcpMessageType'; readonly type: DhcpMessageType }
	/** §9.7 */
	| { readonly name: 'serverIdentifier'; readonly address: string }
	/** The codes of the options that the client would like. §9.8 */
	| { readonly name: 'parameterRequestList'; readonly codes: readonly number[] }
	/** Mostly a hardware type and a hardware address. §9.14 */
	| { readonly name: 'clientIdentifier'; readonly identifier: Uint8Array }
	/** Any other code, and a known one of a form that it does not have. */
	| { readonly name: 'unknown'; readonly code: number; readonly data: Uint8Array };

/** An option and where it lies, in bytes from the beginning of all options; null for “end”, which takes the padding behind it. */
export interface PlacedDhcpOption {
	readonly option: DhcpOption | null;
	readonly code: number;
	readonly offset: number;
	readonly length: number;
}

const CODE = {
	...{
		subnetMask: 1,
		router: 3,
		domainNameServer: 6,
		requestedIpAddress: 50,
		ipAddressLeaseTime: 51,
		dhcpMessageType: 53
	},
	...{ serverIdentifier: 54, parameterRequestList: 55, clientIdentifier: 61 }
} as const;
/** RFC 2132 §3.1 and §3.2: these two have neither length nor data. */
const PAD = 0;
const END = 255;
/** RFC 2132 §2: code and length come before the data. */
const AT = { code: 0, length: 1, data: 2 } as const;
const ADDRESS_LENGTH = 4;
/** RFC 2132 §9.14: “its minimum length is 2”. */
const SHORTEST_IDENTIFIER = 2;

/**
 * The options up to “end”, one after the other; identifiers and unknown data are views of the given bytes. Throws a
 * WireError, with an offset from the first option, for a length that leads nowhere or when “end” is missing.
 */
export function* placedDhcpOptions(bytes: Uint8Array): Generator<PlacedDhcpOption, void> {
	for (let offset = 0; ;) {
		const code = bytes[offset];
		if (code === undefined)
			throw new WireError(bytes.length, 'The options stop without an end; option 255 has to be the last.');
		if (code === END) {
			yield { option: null, code, offset, length: bytes.length - offset };
			return;
		}
		if (code === PAD) {
			offset++;
			continue;
		}
		const size = bytes[offset + AT.length];
		const left = Math.max(0, bytes.length - offset - AT.data);
		if (size === undefined || size > left)
			throw new WireError(
				offset + AT.length,
				`Option ${code} has the length ${size ?? 'nothing'}; 0 to ${left} are allowed here.`
			);
		const length = AT.data + size;
		yield { option: optionOf(code, bytes.subarray(offset + AT.data, offset + length)), code, offset, length };
		offset += length;
	}
}

function optionOf(code: number, data: Uint8Array): DhcpOption {
	const isAddress = data.length === ADDRESS_LENGTH;
	const areAddresses = data.length > 0 && data.length % ADDRESS_LENGTH === 0;
	if (code === CODE.subnetMask && isAddress) return { name: 'subnetMask', address: addressText(data) };
	if (code === CODE.router && areAddresses) return { name: 'router', addresses: addressesIn(data) };
	if (code === CODE.domainNameServer && areAddresses) return { name: 'domainNameServer', addresses: addressesIn(data) };
	if (code === CODE.requestedIpAddress && isAddress) return { name: 'requestedIpAddress', address: addressText(data) };
	if (code === CODE.ipAddressLeaseTime && data.length === 4)
		return { name: 'ipAddressLeaseTime', seconds: viewOf(data).getUint32(0) };
	const type = data.length === 1 ? DHCP_MESSAGE_TYPES[(data[0] ?? 0) - 1] : undefined;
	if (code === CODE.dhcpMessageType && type) return { name: 'dhcpMessageType', type };
	if (code === CODE.serverIdentifier && isAddress) return { name: 'serverIdentifier', address: addressText(data) };
	if (code === CODE.parameterRequestList && data.length > 0)
		return { name: 'parameterRequestList', codes: Array.from(data) };
	if (code === CODE.clientIdentifier && data.length >= SHORTEST_IDENTIFIER)
		return { name: 'clientIdentifier', identifier: data };
	return { name: 'unknown', code, data };
}

const addressesIn = (data: Uint8Array): string[] =>
	Array.from({ length: data.length / ADDRESS_LENGTH }, (_, i) => addressText(data.subarray(i * ADDRESS_LENGTH)));

/** The bytes of options one after the other, and “end”. Throws a WireError for what does not fit. */
export const emitDhcpOptions = (options: readonly DhcpOption[]): Uint8Array =>
	concat(...options.map(optionBytes), Uint8Array.of(END));

function optionBytes(option: DhcpOption): Uint8Array {
	const code = option.name === 'unknown' ? option.code : CODE[option.name];
	if (code === PAD || code === END)
		throw new WireError(
			AT.code,
			`An option has the code ${code}; 1 to 254 are allowed, padding and end are added as needed.`
		);
	const data = dataOf(option);
	return concat(
		Uint8Array.of(
			fits(code, 8, AT.code, 'The code of an option'),
			fits(data.length, 8, AT.length, `The length of option ${code}`)
		),
		data
	);
}

function dataOf(option: DhcpOption): Uint8Array {
	switch (option.name) {
		case 'subnetMask':
		case 'requestedIpAddress':
		case 'serverIdentifier':
			return addressBytes(option.address);
		case 'router':
		case 'domainNameServer':
			return concat(...option.addresses.map(addressBytes));
		case 'ipAddressLeaseTime': {
			const bytes = new Uint8Array(4);
			viewOf(bytes).setUint32(0, fits(option.seconds, 32, AT.data, 'The lease time'));
			return bytes;
		}
		case 'dhcpMessageType':
			return Uint8Array.of(DHCP_MESSAGE_TYPES.indexOf(option.type) + 1);
		case 'parameterRequestList':
			return Uint8Array.from(option.codes, (code) => fits(code, 8, AT.data, 'A requested option'));
		case 'clientIdentifier':
			return option.identifier;
		case 'unknown':
			return option.data;
	}
}

/** The codes that one meets and that are not parsed here. IANA, BOOTP Vendor Extensions and DHCP Options. */
const OTHER_CODES: Readonly<Record<number, string>> = {
	...{
		12: 'Host Name',
		15: 'Domain Name',
		26: 'Interface MTU',
		28: 'Broadcast Address',
		42: 'NTP Servers',
		52: 'Option Overload',
		56: 'Message'
	},
	...{
		57: 'Maximum DHCP Message Size',
		58: 'Renewal (T1) Time',
		59: 'Rebinding (T2) Time',
		60: 'Vendor Class Identifier',
		108: 'IPv6-Only Preferred'
	},
	...{ 114: 'Captive Portal', 119: 'Domain Search', 121: 'Classless Static Route' }
};

/** Name, value and a sentence for an inspector. */
export function explainDhcpOption(option: DhcpOption | null): readonly [name: string, value: string, means: string] {
	if (option === null)
		return ['End', String(END), 'The options end here; zeros may follow, for a message has at least 300 bytes.'];
	switch (option.name) {
		case 'subnetMask':
			return ['Subnet Mask', option.address, 'Which bits of an address are the same for everybody on this network.'];
		case 'router':
			return ['Router', option.addresses.join(', '), 'Who takes packets that leave this network.'];
		case 'domainNameServer':
			return ['Domain Name Server', option.addresses.join(', '), 'Whom to ask for the addresses of names.'];
		case 'requestedIpAddress':
			return ['Requested IP Address', option.address, 'The address that the client would like to have.'];
		case 'ipAddressLeaseTime':
			return [
				'IP Address Lease Time',
				counted(option.seconds, 'second'),
				'How long the address may be used before the client has to ask again.'
			];
		case 'dhcpMessageType':
			return [
				'DHCP Message Type',
				`DHCP${option.type}`,
				'Which step of the conversation between client and server this is.'
			];
		case 'serverIdentifier':
			return [
				'Server Identifier',
				option.address,
				'Which server the message is from, or which server’s offer the client takes.'
			];
		case 'parameterRequestList':
			return [
				'Parameter Request List',
				option.codes.join(', '),
				'The codes of the options that the client would like to be told; their choice and order give its system away.'
			];
		case 'clientIdentifier':
			return [
				'Client Identifier',
				counted(option.identifier.length, 'byte'),
				'By what the server knows the client again.'
			];
		case 'unknown':
			return [
				OTHER_CODES[option.code] ?? `Option ${option.code}`,
				counted(option.data.length, 'byte'),
				'An option that is not taken apart here.'
			];
	}
}
