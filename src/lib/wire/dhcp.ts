import { addressBytes, addressText, concat, needs, viewOf } from './bytes';
import {
	emitDhcpOptions,
	explainDhcpOption,
	placedDhcpOptions,
	type DhcpMessageType,
	type DhcpOption,
	type PlacedDhcpOption
} from './dhcpOptions';
import { WireError } from './errors';
import { macBytes, macText } from './ethernet';
import { type Field } from './fields';
import { counted, field, fits, flag, hex } from './values';

/** In the words of RFC 2131 §2, table 1. Addresses are text, “0.0.0.0” where there is none. */
export interface DhcpMessage {
	/** From a client, or from a server. */
	readonly op: 'BOOTREQUEST' | 'BOOTREPLY';
	/** Hardware type; 1 is Ethernet, and Wi-Fi too. */
	readonly htype: number;
	/** Hardware address length, in bytes. */
	readonly hlen: number;
	readonly hops: number;
	/** Transaction ID: 32 bits chosen by the client. */
	readonly xid: number;
	/** Since the client began, in seconds. */
	readonly secs: number;
	/** The one flag: whether answers are to be broadcast. */
	readonly broadcast: boolean;
	/** Client, “your”, server and relay (gateway) address. */
	readonly ciaddr: string;
	readonly yiaddr: string;
	readonly siaddr: string;
	readonly giaddr: string;
	/** Client hardware address: 16 bytes, of which `hlen` count. */
	readonly chaddr: Uint8Array;
	/** Server host name, 64 bytes. */
	readonly sname: Uint8Array;
	/** Boot file name, 128 bytes. */
	readonly file: Uint8Array;
	/** Without padding and end. */
	readonly options: readonly DhcpOption[];
}

const AT = {
	...{ op: 0, htype: 1, hlen: 2, hops: 3, xid: 4, secs: 8, flags: 10, ciaddr: 12, yiaddr: 16, siaddr: 20, giaddr: 24 },
	...{ chaddr: 28, sname: 44, file: 108, cookie: 236, options: 240 }
} as const;
const LENGTH = { address: 4, chaddr: 16, sname: 64, file: 128, cookie: 4 } as const;
/** RFC 951 §3. */
const OP = { BOOTREQUEST: 1, BOOTREPLY: 2 } as const;
/** RFC 2131 §2, figure 2. */
const BROADCAST = 0x8000;
/** RFC 2131 §3: 99, 130, 83, 99. */
const COOKIE = 0x63825363;
/** RFC 951 §3 and RFC 1542 §2.1: a BOOTP message has 300 bytes, and old relays drop shorter ones. */
const SHORTEST = 300;
/** IANA, Hardware Types. */
const ETHERNET = { htype: 1, hlen: 6 } as const;
/** The UDP ports of the two sides. RFC 2131 §4.1. */
export const DHCP_PORT = { server: 67, client: 68 } as const;

/** What somebody who sends a DHCP message has to say; all else is zero. */
export interface DhcpDraft extends Partial<Omit<DhcpMessage, 'chaddr' | 'options'>> {
	readonly type: DhcpMessageType;
	readonly xid: number;
	/** Of the client, as “00:00:5e:00:53:01”. */
	readonly mac: string;
	/** Behind the message type, in this order. */
	readonly options?: readonly DhcpOption[];
}

const FROM_SERVER: readonly DhcpMessageType[] = ['OFFER', 'ACK', 'NAK'];

/**
 * A whole message from what there is to say. RFC 2131 §4.3.1 and §4.4.1.
 * @param draft the type of message, the client’s MAC address, and what else it says
 * @returns the message, everything that it leaves unsaid as the RFC has it
 * @throws {@link WireError} for what is no MAC address
 */
export function dhcpMessage({ type, mac, options = [], ...said }: DhcpDraft): DhcpMessage {
	return {
		op: FROM_SERVER.includes(type) ? 'BOOTREPLY' : 'BOOTREQUEST',
		...ETHERNET,
		...{
			hops: 0,
			secs: 0,
			broadcast: false,
			ciaddr: '0.0.0.0',
			yiaddr: '0.0.0.0',
			siaddr: '0.0.0.0',
			giaddr: '0.0.0.0'
		},
		chaddr: concat(macBytes(mac), new Uint8Array(LENGTH.chaddr - ETHERNET.hlen)),
		sname: new Uint8Array(LENGTH.sname),
		file: new Uint8Array(LENGTH.file),
		...said,
		options: [{ name: 'dhcpMessageType', type }, ...options]
	};
}

/** What kind of message it is, or null for BOOTP without DHCP. */
export const dhcpTypeOf = ({ options }: DhcpMessage): DhcpMessageType | null =>
	options.find((option) => option.name === 'dhcpMessageType')?.type ?? null;

/** The part before the options. */
function parseFixed(bytes: Uint8Array): Omit<DhcpMessage, 'options'> {
	needs(bytes, AT.options, 'A DHCP message');
	const view = viewOf(bytes);
	const op = view.getUint8(AT.op);
	if (op !== OP.BOOTREQUEST && op !== OP.BOOTREPLY)
		throw new WireError(AT.op, `The op is ${op}; 1 (request) and 2 (reply) are allowed.`);
	if (view.getUint32(AT.cookie) !== COOKIE)
		throw new WireError(
			AT.cookie,
			`The magic cookie is ${hex(view.getUint32(AT.cookie), 8)}; DHCP has ${hex(COOKIE, 8)} there.`
		);
	const address = (at: number) => addressText(bytes.subarray(at));
	return {
		op: op === OP.BOOTREQUEST ? 'BOOTREQUEST' : 'BOOTREPLY',
		htype: view.getUint8(AT.htype),
		hlen: view.getUint8(AT.hlen),
		hops: view.getUint8(AT.hops),
		xid: view.getUint32(AT.xid),
		secs: view.getUint16(AT.secs),
		broadcast: (view.getUint16(AT.flags) & BROADCAST) !== 0,
		ciaddr: address(AT.ciaddr),
		yiaddr: address(AT.yiaddr),
		siaddr: address(AT.siaddr),
		giaddr: address(AT.giaddr),
		chaddr: bytes.subarray(AT.chaddr, AT.sname),
		sname: bytes.subarray(AT.sname, AT.file),
		file: bytes.subarray(AT.file, AT.cookie)
	};
}

/** The options with offsets that count from the first byte of the message, in errors too. */
function* optionsIn(bytes: Uint8Array): Generator<PlacedDhcpOption, void> {
	try {
		for (const placed of placedDhcpOptions(bytes.subarray(AT.options)))
			yield { ...placed, offset: AT.options + placed.offset };
	} catch (error) {
		throw error instanceof WireError ? new WireError(AT.options + error.offset, error.message) : error;
	}
}

/**
 * Reads a message.
 * @param bytes the payload of a datagram
 * @returns the message; what is bytes in it are views of the given ones
 * @throws {@link WireError} for BOOTP without the magic cookie, and for everything else that makes no message
 */
export const parseDhcp = (bytes: Uint8Array): DhcpMessage => ({
	...parseFixed(bytes),
	options: [...optionsIn(bytes)].flatMap(({ option }) => option ?? [])
});

/** In bytes: 300 at least. Throws a WireError for options that do not fit. */
const lengthOfDhcp = ({ options }: DhcpMessage): number =>
	Math.max(SHORTEST, AT.options + emitDhcpOptions(options).length);

/**
 * Writes a message.
 * @param message as `dhcpMessage` or `parseDhcp` give it
 * @returns its bytes, with zeros behind the options up to 300 bytes
 * @throws {@link WireError} for what does not fit its field
 */
export function emitDhcp(message: DhcpMessage): Uint8Array {
	const bytes = new Uint8Array(lengthOfDhcp(message));
	const view = viewOf(bytes);
	view.setUint8(AT.op, OP[message.op]);
	view.setUint8(AT.htype, fits(message.htype, 8, AT.htype, 'The htype'));
	view.setUint8(AT.hlen, fits(message.hlen, 8, AT.hlen, 'The hlen'));
	view.setUint8(AT.hops, fits(message.hops, 8, AT.hops, 'The hops'));
	view.setUint32(AT.xid, fits(message.xid, 32, AT.xid, 'The xid'));
	view.setUint16(AT.secs, fits(message.secs, 16, AT.secs, 'The secs'));
	view.setUint16(AT.flags, message.broadcast ? BROADCAST : 0);
	for (const name of ADDRESSES) bytes.set(addressBytes(message[name]), AT[name]);
	for (const name of ['chaddr', 'sname', 'file'] as const)
		bytes.set(ofLength(message[name], LENGTH[name], AT[name], name), AT[name]);
	view.setUint32(AT.cookie, COOKIE);
	bytes.set(emitDhcpOptions(message.options), AT.options);
	return bytes;
}

const ADDRESSES = ['ciaddr', 'yiaddr', 'siaddr', 'giaddr'] as const;

function ofLength(bytes: Uint8Array, length: number, offset: number, what: string): Uint8Array {
	if (bytes.length !== length)
		throw new WireError(offset, `The ${what} has ${bytes.length} bytes; exactly ${length} are allowed.`);
	return bytes;
}

const ADDRESS_MEANS: Readonly<Record<(typeof ADDRESSES)[number], string>> = {
	ciaddr: 'The client’s address, when it has one already and answers under it.',
	yiaddr: '“Your” address: the one that the server gives the client.',
	siaddr: 'The server to start the system from, for machines without a disk.',
	giaddr: 'The relay that passed the message on between networks.'
};

/** The fields of a whole message for an inspector, options as far as they can be read. Throws a WireError when the part before them makes no message. */
export function fieldsOfDhcp(bytes: Uint8Array): Field[] {
	const fixed = parseFixed(bytes);
	const isEthernet = fixed.htype === ETHERNET.htype && fixed.hlen === ETHERNET.hlen;
	const fields = [
		field(
			'op',
			[AT.op, 1],
			`${OP[fixed.op]}, ${fixed.op}`,
			fixed.op === 'BOOTREQUEST' ? 'From a client to a server.' : 'From a server to a client.'
		),
		field(
			'htype',
			[AT.htype, 1],
			`${fixed.htype}${fixed.htype === ETHERNET.htype ? ', Ethernet' : ''}`,
			'What kind of hardware address the client has; Wi-Fi counts as Ethernet.'
		),
		field('hlen', [AT.hlen, 1], counted(fixed.hlen, 'byte'), 'How long the hardware address is.'),
		field('hops', [AT.hops, 1], String(fixed.hops), 'How many relays have passed the message on.'),
		field(
			'xid',
			[AT.xid, 4],
			hex(fixed.xid, 8),
			'Transaction ID: chosen by the client, so that it knows the answers to its own questions.'
		),
		field('secs', [AT.secs, 2], counted(fixed.secs, 'second'), 'How long the client has been trying.'),
		flag(
			'flags: broadcast',
			AT.flags,
			0,
			fixed.broadcast,
			'The client asks for answers to everybody, for it cannot be reached under an address yet.',
			'The client can take answers that are sent to it alone.'
		),
		field(
			'flags: reserved',
			[AT.flags, 2],
			String(viewOf(bytes).getUint16(AT.flags) & ~BROADCAST),
			'Kept for later; zero today.',
			[1, 15]
		),
		...ADDRESSES.map((name) => field(name, [AT[name], LENGTH.address], fixed[name], ADDRESS_MEANS[name])),
		field(
			'chaddr',
			[AT.chaddr, LENGTH.chaddr],
			isEthernet ? macText(fixed.chaddr) : counted(LENGTH.chaddr, 'byte'),
			'The client’s hardware address, by which the server knows it.'
		),
		field('sname', [AT.sname, LENGTH.sname], textOf(fixed.sname), 'The server’s name; mostly empty.'),
		field('file', [AT.file, LENGTH.file], textOf(fixed.file), 'The file to start the system from; mostly empty.'),
		field('magic cookie', [AT.cookie, LENGTH.cookie], hex(COOKIE, 8), 'Says that options follow.')
	];
	try {
		for (const { option, code, offset, length } of optionsIn(bytes)) {
			const [name, value, means] = explainDhcpOption(option);
			fields.push(field(name === `Option ${code}` ? name : `Option ${code}: ${name}`, [offset, length], value, means));
		}
	} catch (error) {
		if (!(error instanceof WireError)) throw error;
	}
	return fields;
}

/** Printable text up to the first zero byte, in quotation marks; “empty” for none. */
function textOf(bytes: Uint8Array): string {
	const end = bytes.indexOf(0);
	const text = Array.from(bytes.subarray(0, end < 0 ? bytes.length : end), (byte) =>
		byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'
	).join('');
	return text === '' ? 'empty' : `“${text}”`;
}
